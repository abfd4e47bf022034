"""What the rules on completeness read: a whole bulletin by its parts. Any other text has none to be asked for."""

from collections.abc import Callable, Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.outline import Entry, outline, text_passages
from bulletin_gen.checks.rule import Hit
from bulletin_gen.document import Signature, Title
from bulletin_gen.frozen import frozen
from bulletin_gen.spans import flat
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

_KIND = "通报"
_LEAST = 2  # problems of a bulletin
_OPENING = 4  # paragraphs, or those before the first heading
FIELD = Regex("(?:电话|邮箱|信箱|邮编|邮政编码|地址|传真|邮件)(?:为)?：")
CUSTOM = "公文惯例"


@frozen
class Whole:
    """A whole bulletin by its parts: its first paragraphs, all of them, the ways to reach the office, who signs."""

    manuscript: Manuscript
    opening: tuple[Passage, ...]
    body: tuple[Passage, ...]
    contact: tuple[Passage, ...]
    title: str
    signers: tuple[str, ...]
    date: str
    is_public: bool

    def opens_with(self, pattern: Regex) -> bool:
        return any(pattern.search(passage.text) for passage in self.opening)

    def tells(self, pattern: Regex) -> bool:
        return any(pattern.search(passage.text) for passage in self.body)

    @property
    def first(self) -> Passage | Where:
        return self.opening[0] if self.opening else Where()

    @property
    def last(self) -> Passage | Where:
        return self.body[-1] if self.body else Where()


@once
def whole_of(manuscript: Manuscript) -> Whole | None:
    """Return the parts of a whole bulletin, None for anything else."""
    bulletin = manuscript.spec.bulletin if manuscript.spec else None
    entries = outline(manuscript)
    if bulletin is None or bulletin.kind != _KIND or sum(bool(entry.problem) for entry in entries) < _LEAST:
        return None
    body = text_passages(manuscript)
    before = [passage for passage in body if passage.where.line and passage.where.line < (_line(entries[0]) or 0)]
    opening = tuple(before[:_OPENING]) or body[:_OPENING]
    blocks = manuscript.document.blocks
    signature = next((block for block in blocks if isinstance(block, Signature)), None)
    title = next((block for block in blocks if isinstance(block, Title)), None)
    return Whole(
        manuscript,
        opening,
        body,
        tuple(passage for passage in manuscript.passages if passage.block is not None and FIELD.search(passage.text)),
        "".join(flat(line) for line in title.lines) if title else "",
        tuple(flat(line) for line in signature.lines) if signature else (),
        flat(signature.date) if signature else "",
        bulletin.form is OutputForm.PUBLISHED and not bulletin.recipients,
    )


def _line(entry: Entry) -> int | None:
    return entry.passage.where.line


def asked_of_a_whole(look: Callable[[Whole], Iterator[Hit]]) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make a function that looks at a whole bulletin look at a manuscript."""

    def asked(manuscript: Manuscript) -> Iterator[Hit]:
        whole = whole_of(manuscript)
        return look(whole) if whole else iter(())

    return asked


def missing_at(place: Passage | Where, message: str, hint: str) -> Hit:
    """Return a hit on the beginning of a paragraph, where something is missing."""
    return Hit(place, message, hint, 0, min(len(place.raw), 12) if isinstance(place, Passage) else 0)


_PARTS = {
    "title": "中共青禾县柳塘镇委员会关于巡察整改情况的通报",
    "basis": "根据县委统一部署，2024年3月1日至4月30日，县委第一巡察组对柳塘镇党委开展了巡察。",
    "feedback": "5月28日，县委巡察组向柳塘镇党委反馈了巡察意见。",
    "publication": "按照巡察工作有关要求，现将巡察整改情况予以公布。",
    "first": "一、关于“学习不深入”问题的整改情况\n一是制定学习计划，集中学习12次。二是撰写心得40篇。\n",
    "second": "二、关于“台账不健全”问题的整改情况\n一是补建台账，登记项目68个。二是每季度公示结果。\n",
    "next": "下一步，柳塘镇党委将持续巩固整改成果。\n",
    "invitation": "欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。",
    "phone": "联系电话：0641-6620018；",
    "address": "邮政地址：青禾县柳塘镇柳荫路26号；",
    "postcode": "邮编：386214；",
    "email": "电子邮箱：ltz@example.com。",
    "signature": "\n中共青禾县柳塘镇委员会",
    "date": "\n2024年12月10日",
}


def bulletin_text(**changed: str) -> str:
    """Return a whole bulletin with some parts changed; an empty one is left out."""
    parts = {**_PARTS, **changed}
    opening = f"{parts.pop('basis')}{parts.pop('feedback')}{parts.pop('publication')}"
    return f"{parts.pop('title')}\n{opening}\n{''.join(parts.values())}"


WHOLE_TEXT = bulletin_text()
