"""Rules on marks (标点): pairs, nesting, kinds, ends."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_passage, on
from bulletin_gen.finding import Severity

_BEFORE_DENG = re.compile("[，、](?=等[^于同待级])")


@on(
    "marks/mark-before-deng",
    Severity.WARNING,
    title="“等”字前面多了顿号或逗号",
    why="“等”表示列举未尽或收尾，紧跟在最后一项后面，前面不加标点。",
    source="GB/T 15834-2011 4.5.3.5",
    wrong=("修订了采购、合同、等管理制度。",),
    right=("修订了采购、合同等管理制度。", "对党员、干部，等同要求。"),
)
@each_passage
def mark_before_deng(passage: Passage) -> Iterator[Hit]:
    for match in _BEFORE_DENG.finditer(passage.text):
        yield Hit(passage, f"“等”字前多了“{match[0]}”", "请删去", *match.span(), instead="")


MARKS: tuple[Rule[Manuscript], ...] = (mark_before_deng,)
