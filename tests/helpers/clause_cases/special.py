"""Letters, orders and minutes: section 10."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Measured, PageNumbering, Paragraph, Stroke
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from bulletin_gen.units import pt_to_mm
from clause_cases.case import ClauseCase
from measured import CELL, PAGE, PITCH, RED, body, docx, folio, full_lines, paragraph, pdf, printed, rule, spans, title

MARK_PT, TEXT_PT = 56.0, 16.0
ABOVE_EM, BELOW_EM = 0.86, 0.08
HEAD_MM = (52.6, 53.5)  # the double rule below the mark
FOOT_MM = (276.2, 277.0)  # and the one above the paper's foot


def row_of(top_mm: float, size_pt: float) -> float:
    """Return the row on which the ink of such a line begins there."""
    baseline = top_mm + ABOVE_EM * pt_to_mm(size_pt)
    return (baseline - PAGE.top_mm) / PITCH + 1 - GBT9704.grid.baseline_ratio


def mark(text: str = "某某市水务局", top_mm: float = 30.0, **given: object) -> Paragraph:
    return printed(Element.ORGAN_MARK, text, row=row_of(top_mm, MARK_PT), **given)


def number(text: str = "某水函〔2025〕8号", below_mm: float = 4.9, right_mm: float = 0.0) -> Paragraph:
    """A number so far below the double rule, so far from the right edge."""
    left = PAGE.right_edge_mm - right_mm - len(text) * CELL
    return printed(Element.DOCUMENT_NUMBER, text, row=row_of(HEAD_MM[1] + below_mm, TEXT_PT), left_mm=left)


def red(y_mm: float, thickness_mm: float, width_mm: float = 170.0, left_mm: float = 20.5) -> Stroke:
    return Stroke("第1页", RED, thickness_mm, width_mm, page=1, left_mm=left_mm, y_mm=y_mm)


def double(at: tuple[float, float], first: float, second: float, **given: float) -> tuple[Stroke, Stroke]:
    return red(at[0], first, **given), red(at[1], second, **given)


RULES = (*double(HEAD_MM, 0.8, 0.3), *double(FOOT_MM, 0.3, 0.8))


def letter(*more: Paragraph, strokes: tuple[Stroke, ...] = RULES, **given: object) -> Measured:
    """A letter of two pages; what is given stands below its number or in place of it."""
    head = more if any(one.element is Element.DOCUMENT_NUMBER for one in more) else (number(), *more)
    sound: dict[str, object] = {"strokes": strokes, "page_numbers": (folio(2),)}
    return pdf(mark(), *head, full_lines(4, row=8), pages=2, **sound | given)


def marked(paragraph: Paragraph) -> Measured:
    return pdf(paragraph, number(), full_lines(4, row=8), strokes=RULES)


def flowing(*paragraphs: Paragraph, numbering: PageNumbering | None = None, **given: object) -> Measured:
    """A letter in a DOCX."""
    head = paragraph(Element.ORGAN_MARK, "某某市水务局", align=Align.CENTRE)
    at_right = paragraph(Element.DOCUMENT_NUMBER, "某水函〔2025〕8号", align=Align.RIGHT)
    return docx(head, at_right, *paragraphs, numbering=numbering or PageNumbering(), **given)


def headed(mark: str, *paragraphs: Paragraph) -> Measured:
    return docx(paragraph(Element.ORGAN_MARK, mark, align=Align.CENTRE), *paragraphs)


def order(number: str = "第12号", align: Align = Align.CENTRE, blank: int = 2) -> Measured:
    numbered = paragraph(Element.DOCUMENT_NUMBER, number, align=align)
    return headed("某某市人民政府令", numbered, body("现予公布", blank_before=blank))


def present(names: str = "甲某、乙某", label_face: str = "黑体", names_face: str = "仿宋", **given: object) -> Measured:
    label = spans(Element.BODY, "出席：", face=label_face)
    said = (*label, *spans(Element.BODY, names, face=names_face))
    indented: dict[str, object] = {"spans": said, "blank_before": 1, "first_mm": 2 * CELL}
    who = paragraph(Element.OTHER, f"出席：{names}", **indented | given)
    return headed("某某局党组会议纪要", body("会议议定如下事项。"), who)


LETTER, ORDER, MINUTES = letter(), order(), present()
PRINTED = printed(Element.PRINTING, "某某市水务局办公室2025年1月2日印发", row=21.6)
COPIES = printed(Element.COPIES_TO, "抄送：市纪委办公室。", row=20.7)
MANY = "甲某、" * 12


def issued(id: str, firing: Measured, found: str, silent: Measured, calm: Verdict = Verdict.CONFORMS) -> ClauseCase:
    return ClauseCase(id, firing, found, silent, OutputForm.ISSUED, calm=calm)


CASES = (
    issued("S-01", marked(mark(top_mm=37.0)), "上边缘距上页边 37.0 mm（按字框推算）", LETTER),
    issued("S-01", marked(mark(look={"colour": "000000"})), "第1页第1行“某某市水务局”不是红色", LETTER),
    issued("S-02", letter(strokes=RULES[:2]), "首页有红线 1 处，应为上下两处", LETTER),
    issued("S-02", letter(strokes=(RULES[0], *RULES[2:])), "上面的红线有 1 条，不是双线", LETTER),
    issued("S-02", letter(strokes=(*double(HEAD_MM, 0.3, 0.8), *RULES[2:])), "上面的双线不是上粗下细", LETTER),
    issued("S-02", letter(strokes=(*RULES[:2], *double(FOOT_MM, 0.8, 0.3))), "下面的双线不是上细下粗", LETTER),
    issued(
        "S-02",
        letter(strokes=(*RULES[:2], *double((281.2, 282.0), 0.3, 0.8))),
        "下面的双线距下页边 15.0 mm",
        LETTER,
    ),
    issued(
        "S-02",
        letter(strokes=(*double((56.6, 57.5), 0.8, 0.3), *RULES[2:])),
        "上面的双线在标志下 8.0 mm（按字框推算）",
        LETTER,
    ),
    issued(
        "S-02",
        letter(strokes=(*double(HEAD_MM, 0.8, 0.3, width_mm=156.0, left_mm=28.0), *RULES[2:])),
        "长 156.0 mm",
        LETTER,
    ),
    issued(
        "S-02",
        letter(strokes=(*double(HEAD_MM, 0.8, 0.3, left_mm=28.0), *RULES[2:])),
        "中点距左页边 113.0 mm，没有居中",
        LETTER,
    ),
    issued("S-03", letter(number(right_mm=2 * CELL)), "发文字号距版心右边缘 11.1 mm", LETTER),
    issued("S-03", letter(number(below_mm=9.0)), "在双线下 9.0 mm（按字框推算）", LETTER),
    issued(
        "S-04",
        flowing(title("某某市水务局关于商请整改的函", blank_before=1)),
        "标题上方空 1 行",
        flowing(title("某某市水务局关于商请整改的函", blank_before=2)),
    ),
    issued("S-05", letter(page_numbers=(folio(1), folio(2))), "首页有页码", LETTER),
    issued(
        "S-05",
        flowing(page_numbers=(folio(1),)),
        "首页没有另设页脚，也显示页码",
        flowing(page_numbers=(folio(1),), numbering=PageNumbering(without_first=("第1节首页",))),
    ),
    issued("S-06", letter(PRINTED), "有印发机关和印发日期“某某市水务局办公室202”", letter(COPIES)),
    issued("S-06", letter(COPIES, strokes=(*RULES, rule(262.0))), "版记有分隔线", letter(COPIES)),
    issued(
        "S-11",
        pdf(mark("某某市人民政府令", top_mm=72.0), full_lines(1, row=9)),
        "上边缘距版心上边缘 35.0 mm（按字框推算）",
        pdf(mark("某某市人民政府令", top_mm=57.0), full_lines(1, row=9)),
    ),
    issued("S-12", order(align=Align.LEFT), "发文字号没有居中", ORDER, Verdict.UNMEASURED),
    issued("S-12", order(blank=0), "正文上方空 0 行", ORDER, Verdict.UNMEASURED),
    issued("S-12", headed("某某市人民政府令", body("现予公布")), "没有令号", ORDER, Verdict.UNMEASURED),
    issued(
        "S-21",
        pdf(mark("某某局党组会议纪要", top_mm=57.0), full_lines(1, row=9)),
        "上边缘距版心上边缘 20.0 mm（按字框推算）",
        pdf(mark("某某局党组会议纪要", top_mm=72.0), full_lines(1, row=9)),
    ),
    issued("S-22", present(blank_before=0), "名单上方空 0 行", MINUTES),
    issued("S-22", present(label_face="仿宋"), "第3段“出席：甲某、乙某”的标签不是黑体", MINUTES),
    issued("S-22", present(names_face="黑体"), "第3段“出席：甲某、乙某”的姓名不是仿宋", MINUTES),
    issued("S-22", present(first_mm=0.0), "第3段“出席：甲某、乙某”左空 0.0 字", MINUTES),
    issued(
        "S-22",
        present(MANY),
        "第3段“出席：甲某、甲某、甲某、…”回行没有与首个姓名对齐",
        present(MANY, left_mm=5 * CELL),
    ),
)
