"""Signature, date of issue, note."""

from dataclasses import replace

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.spec.sign_off import OutputForm
from clause_cases.case import ClauseCase
from measured import CELL, PAGE, body, docx, from_right, full_lines, paragraph, pdf, printed

DATE = "2025年1月2日"


def signed(name: str, name_cells: float, date_cells: float, blank: int = 1, date: str = DATE) -> Measured:
    """A signature and a date that end so many cells from the right edge."""
    return docx(
        from_right(Element.SIGNATURE, name, name_cells, blank_before=blank),
        from_right(Element.ISSUE_DATE, date, date_cells),
    )


def dated(date: str) -> Measured:
    return docx(from_right(Element.ISSUE_DATE, date, 2))


def kept(keeps_next: bool) -> Measured:
    return docx(body("坚持把整改", keeps_next=keeps_next), from_right(Element.ISSUE_DATE, DATE, 2))


def on_page(page: int) -> Measured:
    return pdf(full_lines(3), printed(Element.ISSUE_DATE, DATE, row=6, page=page), pages=page)


def noted(text: str = "（此件公开发布）", **given: object) -> Measured:
    return docx(paragraph(Element.NOTE, text, **given))


JOINT = docx(
    from_right(Element.SIGNATURE, "某某市水务局", 4.5),
    from_right(Element.SIGNATURE, "某某市林业局", 4.5),
    from_right(Element.ISSUE_DATE, DATE, 4),
)
SIDE_BY_SIDE = docx(
    paragraph(Element.SIGNATURE, "\t某某市水务局\t某某市林业局", align=Align.LEFT, blank_before=3),
    from_right(Element.ISSUE_DATE, DATE, 4),
)


def printed_names(cells_apart: float) -> Measured:
    """Return a page on which two names stand so far apart on one row, the date four characters from the right."""
    names = printed(Element.SIGNATURE, "某某市水务局某某市林业局", left_mm=PAGE.left_mm + 4 * CELL, row=6)
    (line,) = names.lines
    apart = replace(names, lines=(replace(line, right_mm=line.right_mm + cells_apart * CELL),), blank_before=3)
    date = printed(Element.ISSUE_DATE, DATE, left_mm=PAGE.right_edge_mm - (4 + len(DATE)) * CELL, row=7)
    return pdf(full_lines(3), apart, date)


LONG, SHORT = "中共某某市水利局委员会", "水务局"

CASES = (
    ClauseCase(
        "G-59",
        JOINT,
        "成文日期右空 4.0 字；署名有 2 行，与各印章的位置须看纸质件",
        signed("某某市水务局", 4.5, 4),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase(
        "G-59",
        signed("某某市水务局", 2, 2, blank=2),
        "成文日期右空 2.0 字",
        signed("某某市水务局", 4, 4, blank=2),
        OutputForm.ISSUED,
    ),
    ClauseCase(
        "G-59",
        SIDE_BY_SIDE,
        "成文日期右空 4.0 字；署名并排，与各印章的位置须看纸质件",
        signed("某某市水务局", 4.5, 4),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase(
        "G-59",
        printed_names(4),
        "成文日期右空 4.0 字；署名并排，与各印章的位置须看纸质件",
        printed_names(0),
        verdict=Verdict.UNMEASURED,
        calm=Verdict.ABSENT,
    ),
    ClauseCase("G-60", signed(LONG, 0, 3), "署名右空 0.0 字", signed(LONG, 2, 5)),
    ClauseCase("G-60", signed(LONG, 2, 6), "成文日期首字比署名首字右移 1.0 字", signed(LONG, 2, 5)),
    ClauseCase("G-60", signed(LONG, 2, 5, blank=0), "署名上方空 0 行", signed(LONG, 2, 5)),
    ClauseCase("G-60", docx(body("坚持把整改")), "没有成文日期", signed(LONG, 2, 5), OutputForm.ISSUED),
    ClauseCase("G-61", signed(SHORT, 5, 0), "成文日期右空 0.0 字", signed(SHORT, 7, 2)),
    ClauseCase("G-61", signed(SHORT, 3, 2), "成文日期首字比署名首字右移 -2.0 字", signed(SHORT, 7, 2)),
    ClauseCase("G-64", dated("2025年01月02日"), "“2025年01月02日”", dated(DATE)),
    ClauseCase("G-64", dated("二〇二五年一月二日"), "“二〇二五年一月二日”", dated(DATE)),
    ClauseCase("G-64", dated("2025年2月30日"), "“2025年2月30日”", dated("2024年2月29日")),
    ClauseCase(
        "G-65",
        kept(False),
        "第1段“坚持把整改”未设“与下段同页”，须看印出的页面",
        kept(True),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase("G-65", on_page(2), "第2页没有正文", on_page(1)),
    ClauseCase("G-65", docx(body("（此页无正文）")), "有“（此页无正文）”", kept(True)),
    ClauseCase("G-67", noted("(此件公开发布)"), "第1段“(此件公开发布)”没有用全角圆括号", noted()),
    ClauseCase("G-67", noted(first_mm=0.0), "第1段“（此件公开发布）”左空 0.0 字", noted()),
)
