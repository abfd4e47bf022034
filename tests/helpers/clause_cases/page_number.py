"""Page numbers."""

from bulletin_gen.proof.measured import Measured, PageNumber, PageNumbering, Side, Span
from clause_cases.case import ClauseCase
from measured import docx, folio, pdf


def numbered(*numbers: PageNumber) -> Measured:
    return pdf(pages=len(numbers), page_numbers=numbers)


def footers(*numbers: PageNumber, **counting: tuple[str, ...]) -> Measured:
    """The page numbers of a DOCX."""
    return docx(page_numbers=numbers, numbering=PageNumbering(**counting))


ONE, TWO = folio(1), folio(2)

CASES = (
    ClauseCase("G-72", docx(), "没有页码", numbered(ONE)),
    ClauseCase("G-72", numbered(folio(1, "- {} -")), "第1页写作“- 1 -”", numbered(ONE)),
    ClauseCase("G-72", numbered(folio(1, spans=(Span("— 1 —", "黑体", 14.0),))), "第1页用黑体 14磅", numbered(ONE)),
    ClauseCase("G-72", numbered(folio(1, spans=(Span("— 1 —", "宋体", 16.0),))), "第1页为 16 磅", numbered(ONE)),
    ClauseCase("G-72", footers(ONE, missing=("第1节双页",)), "第1节双页没有页码", footers(ONE)),
    ClauseCase("G-73", numbered(folio(1, dash_mm=277.0)), "第1页在版心下 15.0 mm", numbered(ONE)),
    ClauseCase("G-74", numbered(folio(1, side=Side.CENTRE)), "第1页在中", numbered(ONE, TWO)),
    ClauseCase("G-74", numbered(folio(1, inset_mm=0.0)), "第1页空 0.0 mm", numbered(ONE, TWO)),
    ClauseCase(
        "G-74", footers(folio(1, is_even=None)), "单双页页码同在右，未分单双页", footers(ONE, folio(2, frame=0))
    ),
    ClauseCase("G-75", numbered(ONE, folio(1, frame=1)), "依次为 1、1", numbered(ONE, TWO)),
    ClauseCase("G-75", footers(ONE, restarts=("第2节",)), "第2节重新起编", footers(ONE)),
    ClauseCase("G-75", footers(ONE, without_first=("第1节首页",)), "第1节首页另设页脚而没有页码", footers(ONE)),
)
