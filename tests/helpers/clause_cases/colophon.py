"""版记."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Measured, Paragraph
from bulletin_gen.units import pt_to_mm
from clause_cases.case import ClauseCase
from measured import PAGE, docx, full_lines, paragraph, pdf, printed, rule

SIDE = pt_to_mm(14)  # one character of the colophon
COPIES, PRINTED = "抄送：市纪委办公室。", "某某市水务局办公室2025年1月2日印发"


def line(element: Element, text: str, row: float, **given: object) -> Paragraph:
    return printed(element, text, row=row, left_mm=PAGE.left_mm + SIDE, **given)


def ruled(*rules: tuple[float, float], width_mm: float = 156.0, pages: int = 1) -> Measured:
    """A colophon with rules of such heights and thicknesses."""
    strokes = tuple(rule(y, thickness_mm=thickness, width_mm=width_mm) for y, thickness in rules)
    return pdf(
        full_lines(3),
        line(Element.COPIES_TO, COPIES, 20.7),
        line(Element.PRINTING, PRINTED, 21.6),
        strokes=strokes,
        pages=pages,
    )


def flowing(element: Element, text: str, look: dict[str, object] | None = None, first_mm: float = SIDE) -> Measured:
    return docx(paragraph(element, text, look, first_mm=first_mm))


def bordered(*thicknesses: float) -> Measured:
    """A colophon in a table of a DOCX."""
    return docx(paragraph(Element.COPIES_TO, COPIES), strokes=tuple(rule(thickness_mm=one) for one in thicknesses))


SOUND = ruled((244, 0.35), (253, 0.25), (262, 0.35))
SENT, DATED = flowing(Element.COPIES_TO, COPIES), flowing(Element.PRINTING, PRINTED)

CASES = (
    ClauseCase("G-68", ruled((244, 0.35), (253, 0.25), (262, 0.35), width_mm=120.0), "长 120.0 mm", SOUND),
    ClauseCase("G-68", ruled((244, 0.7), (253, 0.25), (262, 0.7)), "0.70、0.25、0.70 mm", SOUND),
    ClauseCase("G-68", ruled((244, 0.3), (253, 0.3), (262, 0.3)), "0.30、0.30、0.30 mm", SOUND),
    ClauseCase("G-68", bordered(0.18, 0.26, 0.18), "0.18、0.26、0.18 mm", bordered(0.35, 0.26, 0.35)),
    ClauseCase("G-69", ruled((235, 0.35), (253, 0.35)), "末条分隔线在 253.0 mm", SOUND),
    ClauseCase("G-69", ruled((244, 0.35), (262, 0.35), pages=2), "版记在第1页，不是最后一页", SOUND),
    ClauseCase(
        "G-70", flowing(Element.COPIES_TO, "抄送:市纪委办公室"), "第1段“抄送:市纪委办公室”不是“抄送：……。”的形式", SENT
    ),
    ClauseCase(
        "G-70", flowing(Element.COPIES_TO, COPIES, {"size_pt": 16.0}), "第1段“抄送：市纪委办公室。”为16磅", SENT
    ),
    ClauseCase("G-70", flowing(Element.COPIES_TO, COPIES, first_mm=0.0), "左空 0.0 mm", SENT),
    ClauseCase(
        "G-71",
        flowing(Element.PRINTING, "某某市水务局办公室2025年01月02日印发"),
        "写作“某某市水务局办公室2025年01月02日印发”",
        DATED,
    ),
    ClauseCase(
        "G-71", flowing(Element.PRINTING, PRINTED, {"face": "黑体"}), "第1段“某某市水务局办公室202…”为黑体", DATED
    ),
)
