"""The clauses that no file can break: a person must look at the paper or the records, or nothing in a file is meant.

A table; one function serves all of its rows.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from bulletin_gen.clause import Clause
from bulletin_gen.element import Element
from bulletin_gen.frozen import frozen
from bulletin_gen.proof.measured import Frame
from bulletin_gen.proof.outcome import Outcome, absent, unmeasured
from bulletin_gen.proof.requirement import Case, Requirement, must, practice

Names: TypeAlias = Callable[[Case], list[str]]
Condition: TypeAlias = Callable[[Case], bool]


@frozen
class Unbreakable:
    """A clause and what is always found, 需人工核对 or 不适用, which may name what it is about as `{names}`.

    `asked` are id, element, clause and requirement; the first of `unless` that holds says why the clause does not
    apply.
    """

    asked: tuple[str, str, Clause, str]
    outcome: Outcome
    unless: tuple[tuple[Condition, str], ...] = ()
    names: Names = lambda case: []


def _texts(element: Element) -> Names:
    """Return what says the texts of an element, those side by side each by itself."""
    return lambda case: [text for one in case.of(element) for text in one.flat.strip().split("\t")]


def _frames(has: Callable[[Frame], bool]) -> Names:
    return lambda case: [frame.place for frame in case.measured.frames if has(frame)]


def _fewer(than: int, names: Names) -> Condition:
    return lambda case: len(names(case)) < than


_MARKS, _SIGNATURES = _texts(Element.ORGAN_MARK), _texts(Element.SIGNATURE)
_RECIPIENTS, _DATES = _texts(Element.RECIPIENTS), _texts(Element.ISSUE_DATE)
_TABLES = _frames(lambda frame: frame.has_table)
_TURNED = _frames(lambda frame: frame.has_table and frame.is_landscape)

_ROWS = (
    Unbreakable(
        ("G-12", "印装", must("6.1—6.3"), "版心歪斜不超过 1 mm，双面印刷，套正误差不超过 2 mm，左侧装订"),
        unmeasured("须看印成的纸质件"),
    ),
    Unbreakable(
        ("G-24", "联合行文标志", must("7.2.4"), "主办机关名称在前，“文件”二字在右，上下居中"),
        unmeasured("机关次序和“文件”二字的位置须核对：{names}"),
        ((_fewer(2, _MARKS), "不是联合行文"),),
        _MARKS,
    ),
    Unbreakable(
        ("G-30", "套红", practice(), "用预印红头纸时不再排红色要素"),
        unmeasured("文件里没有红头；须确认用预印红头纸"),
        (
            (lambda case: not case.is_issued, "公布稿不带版头"),
            (lambda case: bool(_MARKS(case)), "版头由文件排出"),
        ),
    ),
    Unbreakable(
        ("G-39", "主送机关移至版记", must("7.3.2、7.4.2"), "主送机关过多使首页不能显示正文时，移至版记"),
        absent("首页有正文，无须移动，见 G-29"),
        ((_fewer(1, _RECIPIENTS), "没有主送机关"),),
    ),
    Unbreakable(
        ("G-62", "联合行文署名", must("7.3.5.2"), "主办机关署名在前，其余依次并列在下"),
        unmeasured("署名有多个，次序须核对：{names}"),
        ((_fewer(2, _SIGNATURES), "单一机关行文"),),
        _SIGNATURES,
    ),
    Unbreakable(
        ("G-63", "签名章", must("7.3.5.3"), "签名章上空二行，右空四字；成文日期在其下空一行"),
        absent("文件里没有签名章；加盖时须看纸质件"),
    ),
    Unbreakable(
        ("G-66", "成文日期的确定", must("条例第九条"), "会议通过或负责人签发的日期；联合行文为最后签发的日期"),
        unmeasured("须对照签发记录"),
        ((_fewer(1, _DATES), "没有成文日期"),),
    ),
    Unbreakable(
        ("G-76", "横排表格", must("8"), "页码位置与其他页一致；单页表头在订口一边，双页在切口一边"),
        unmeasured("{names}横排，页码和表头的位置须看印出的页面"),
        ((_fewer(1, _TURNED), "没有横排表格"),),
        _TURNED,
    ),
    Unbreakable(
        ("G-77", "表格", practice("8"), "不超出版心，跨页时表头重现"),
        unmeasured("表格的宽度和跨页表头须看印出的页面"),
        ((_fewer(1, _TABLES), "没有表格"),),
    ),
)


def _look(row: Unbreakable, case: Case) -> Outcome:
    for holds, why in row.unless:
        if holds(case):
            return absent(why)
    return Outcome(row.outcome.verdict, row.outcome.found.format(names="、".join(row.names(case))))


BY_EYE = tuple(Requirement(*row.asked, partial(_look, row)) for row in _ROWS)
