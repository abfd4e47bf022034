"""The clauses that no file can break say what to look at, and when there is nothing to look at."""

from dataclasses import replace

import pytest

from bulletin_gen.element import Element
from bulletin_gen.proof.clauses.by_eye import BY_EYE
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Outcome, Verdict, absent, unmeasured
from bulletin_gen.proof.requirement import Case, Requirement
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from clause_cases import CASES
from measured import A4, docx, paragraph

MARK, OTHER_MARK = (paragraph(Element.ORGAN_MARK, f"某某市{name}局") for name in ("水务", "林业"))
SIGNED, ALSO_SIGNED = (paragraph(Element.SIGNATURE, f"某某市{name}局") for name in ("水务", "林业"))
SIDE_BY_SIDE = paragraph(Element.SIGNATURE, "\t某某市水务局\t某某市林业局")
EMPTY = docx()
TABLE = docx(frame=replace(A4, has_table=True))
TURNED = docx(frame=replace(A4, width_mm=297.0, height_mm=210.0, has_table=True))

FOUND: tuple[tuple[str, Measured, Outcome], ...] = (
    ("G-12", EMPTY, unmeasured("须看印成的纸质件")),
    ("G-24", docx(MARK), absent("不是联合行文")),
    ("G-24", docx(MARK, OTHER_MARK), unmeasured("机关次序和“文件”二字的位置须核对：某某市水务局、某某市林业局")),
    ("G-30", docx(MARK), absent("版头由文件排出")),
    ("G-30", EMPTY, unmeasured("文件里没有红头；须确认用预印红头纸")),
    ("G-39", EMPTY, absent("没有主送机关")),
    ("G-39", docx(paragraph(Element.RECIPIENTS, "各科室：")), absent("首页有正文，无须移动，见 G-29")),
    ("G-62", docx(SIGNED), absent("单一机关行文")),
    ("G-62", docx(SIGNED, ALSO_SIGNED), unmeasured("署名有多个，次序须核对：某某市水务局、某某市林业局")),
    ("G-62", docx(SIDE_BY_SIDE), unmeasured("署名有多个，次序须核对：某某市水务局、某某市林业局")),
    ("G-63", EMPTY, absent("文件里没有签名章；加盖时须看纸质件")),
    ("G-66", EMPTY, absent("没有成文日期")),
    ("G-66", docx(paragraph(Element.ISSUE_DATE, "2025年1月2日")), unmeasured("须对照签发记录")),
    ("G-76", TABLE, absent("没有横排表格")),
    ("G-76", TURNED, unmeasured("第1节横排，页码和表头的位置须看印出的页面")),
    ("G-77", EMPTY, absent("没有表格")),
    ("G-77", TABLE, unmeasured("表格的宽度和跨页表头须看印出的页面")),
)


def judged(row: Requirement, measured: Measured, form: OutputForm = OutputForm.ISSUED) -> Outcome:
    return row.judge(Case(measured, GBT9704, form))


@pytest.mark.parametrize(("id", "measured", "found"), FOUND)
def test_a_row_says_what_to_look_at(id: str, measured: Measured, found: Outcome) -> None:
    (row,) = (row for row in BY_EYE if row.id == id)

    assert judged(row, measured) == found


def test_every_row_is_tried() -> None:
    assert {row.id for row in BY_EYE} == {id for id, *_ in FOUND}


def test_what_is_published_has_no_red_head_to_look_for() -> None:
    (row,) = (row for row in BY_EYE if row.id == "G-30")

    assert judged(row, EMPTY, OutputForm.PUBLISHED) == absent("公布稿不带版头")


@pytest.mark.parametrize("row", BY_EYE, ids=lambda row: row.id)
def test_no_row_can_be_broken(row: Requirement) -> None:
    measured = [EMPTY, TABLE, TURNED, *(one for case in CASES for one in (case.firing, case.silent))]
    found = {judged(row, one, form).verdict for one in measured for form in OutputForm}

    assert found <= {Verdict.UNMEASURED, Verdict.ABSENT}
