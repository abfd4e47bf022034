"""版头."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Measured, Paragraph
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.spec.sign_off import OutputForm
from clause_cases.case import ClauseCase
from measured import CELL, PAGE, RED, body, docx, full_lines, paragraph, pdf, printed, rule, title


def issued(id: str, firing: Measured, found: str, silent: Measured) -> ClauseCase:
    return ClauseCase(id, firing, found, silent, OutputForm.ISSUED)


def alone(element: Element, text: str, **given: object) -> Measured:
    return docx(paragraph(element, text, **given))


def number(text: str = "某水党组〔2025〕8号", **given: object) -> Paragraph:
    return paragraph(Element.DOCUMENT_NUMBER, text, **{"align": Align.CENTRE} | given)


def mark(row: float = 5.3, **given: object) -> Paragraph:
    """A mark on a page, its top 35 mm below that of the text area."""
    return printed(Element.ORGAN_MARK, "中共某某市水务局党组文件", row=row, **given)


def red_head(number_row: float = 8.25, rule_mm: float = 4.0, rule_width: float = 156.0) -> Measured:
    """A red head on a page."""
    numbered = printed(Element.DOCUMENT_NUMBER, "某水党组〔2025〕8号", row=number_row, left_mm=PAGE.left_mm + 8 * CELL)
    foot = numbered.lines[0].baseline_mm + 0.45
    red = rule(foot + rule_mm, RED, width_mm=rule_width)
    return pdf(mark(), numbered, full_lines(3, row=12), strokes=(red,))


COPY_NUMBER = alone(Element.COPY_NUMBER, "000007")

CASES = (
    issued("G-20", alone(Element.COPY_NUMBER, "0007"), "写作“0007”", COPY_NUMBER),
    issued("G-20", alone(Element.COPY_NUMBER, "000007", first_mm=11.1), "没有顶格", COPY_NUMBER),
    issued("G-21", alone(Element.SECRECY, "机密☆1年"), "写作“机密☆1年”", alone(Element.SECRECY, "机密★1年")),
    issued(
        "G-21",
        alone(Element.SECRECY, "机密★1年", look={"face": "仿宋"}),
        "第1段“机密★1年”为仿宋",
        alone(Element.SECRECY, "机密★1年"),
    ),
    issued("G-22", alone(Element.URGENCY, "急件"), "写作“急件”", alone(Element.URGENCY, "加急")),
    issued(
        "G-22",
        docx(paragraph(Element.URGENCY, "特急"), paragraph(Element.SECRECY, "机密")),
        "次序为紧急程度、密级和保密期限",
        docx(paragraph(Element.SECRECY, "机密"), paragraph(Element.URGENCY, "特急")),
    ),
    issued("G-23", pdf(mark(look={"colour": "000000"})), "第1页第5行“中共某某市水务局党组文件”不是红色", pdf(mark())),
    issued("G-23", pdf(mark(row=4)), "上边缘距版心上边缘 21.8 mm（按字框推算）", pdf(mark())),
    issued("N-04", pdf(mark(look={"face": "宋体"})), "第1页第5行“中共某某市水务局党组文件”为宋体", pdf(mark())),
    issued("G-25", docx(number(align=Align.LEFT)), "发文字号没有居中", red_head()),
    issued("G-25", red_head(number_row=7), "标志下空 0.7 行", red_head()),
    issued("G-26", docx(number("某水党组[2025]8号")), "写作“某水党组[2025]8号”", docx(number())),
    issued("G-26", docx(number("某水党组〔2025〕08号")), "写作“某水党组〔2025〕08号”", docx(number())),
    issued("G-28", red_head(rule_width=140.0), "长 140.0 mm", red_head()),
    issued("G-28", red_head(rule_mm=8.0), "在发文字号下 8.0 mm（按字框推算）", red_head()),
    issued("G-28", docx(paragraph(Element.ORGAN_MARK, "某某文件")), "有发文机关标志而没有红色分隔线", red_head()),
    issued("G-29", pdf(full_lines(3, page=2), pages=2), "首页没有正文", pdf(full_lines(3))),
    ClauseCase(
        "G-27",
        docx(number("某水党组〔2025〕8号签发人：甲某"), title("关于整改情况的通报")),
        "不是上行文，版头不标注签发人",
        docx(number("某水党组〔2025〕8号签发人：甲某"), title("关于整改情况的报告")),
        OutputForm.ISSUED,
        calm=Verdict.UNMEASURED,
    ),
    ClauseCase("N-01", docx(number()), "带有发文字号“某水党组〔2025〕8号”", docx(body("坚持把整改"))),
)
