"""The note of the attachments, and the attachments."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Measured
from clause_cases.case import ClauseCase
from measured import docx, paragraph


def note(text: str = "附件：1.整改清单", **given: object) -> Measured:
    return docx(paragraph(Element.ATTACHMENT_NOTE, text, **{"blank_before": 1} | given))


def attached(
    mark: str = "附件",
    title: str = "整改清单",
    said: str = "附件：整改清单",
    look: dict[str, object] | None = None,
    **given: object,
) -> Measured:
    """An attachment, as its mark and title say it and as the note does."""
    return docx(
        paragraph(Element.ATTACHMENT_NOTE, said),
        paragraph(Element.ATTACHMENT_LABEL, mark, look, **{"breaks_page": True} | given),
        paragraph(Element.ATTACHMENT_TITLE, title, align=Align.CENTRE, blank_before=1),
    )


CASES = (
    ClauseCase("G-56", note("附件: 整改清单"), "第1段“附件: 整改清单”不是“附件：”的形式", note()),
    ClauseCase("G-56", note("附件：整改清单。"), "第1段“附件：整改清单。”末尾有标点", note()),
    ClauseCase("G-56", note(blank_before=0), "上方空 0 行", note()),
    ClauseCase("G-56", note(first_mm=0.0), "左空 0.0 字", note()),
    ClauseCase("G-57", attached(breaks_page=False), "第2段“附件”没有另起一页", attached()),
    ClauseCase("G-57", attached("附件 1："), "第2段“附件 1：”多了标点或空格", attached("附件1")),
    ClauseCase("G-57", attached(look={"face": "宋体"}), "第2段“附件”为宋体", attached()),
    ClauseCase("G-57", attached(first_mm=11.1), "第2段“附件”没有顶格", attached()),
    ClauseCase("G-58", attached(title="整改台账"), "附件标题“整改台账”不在附件说明中", attached()),
)
