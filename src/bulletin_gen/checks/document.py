"""Rules on the words of a document."""

from collections.abc import Iterator

from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.document import Document, placeholders_in
from bulletin_gen.finding import Severity

_SPEC = "issuer: {{name: 中共青禾县河湾镇委员会}}\nopening: 无\norganisation: {{text: {}}}\n"


@on(
    "draft/placeholder",
    Severity.WARNING,
    title="还有待补内容",
    why="【待补】是给起草人看的，公布出去就是没有写完；定稿里还有时不生成。",
    source="本程序的约定",
    wrong=(_SPEC.format("开展督查【待补：次数】次。"),),
    right=(_SPEC.format("开展督查12次。"), _SPEC.format("修订【工程变更】管理办法。")),
    on_final=Severity.ERROR,
)
def placeholders(document: Document) -> Iterator[Hit]:
    """Yield a hit for each block that still holds placeholders."""
    for block in document.blocks:
        found = placeholders_in(block)
        if found:
            message = f"还有 {len(found)} 处待补内容：{'、'.join(dict.fromkeys(found))}"
            yield Hit(block.where, message, "定稿前请补上")


DOCUMENT: tuple[Rule[Document], ...] = (placeholders,)
