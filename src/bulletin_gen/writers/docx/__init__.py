"""A document in the house format -> a DOCX file."""

from enum import StrEnum

from bulletin_gen.document import Document
from bulletin_gen.style import Style


class Numbering(StrEnum):
    """Labels as text, or counted by Word: when an item is deleted there, the labels of the others close up."""

    LITERAL = "literal"
    LIVE = "live"


class ColophonPage(StrEnum):
    """Where a 版记 goes that is asked for on an even page; only who has laid the document out can tell.

    It shares the text's last page, or is alone on the next one, or on the one after that, which stays blank.
    """

    SHARED = "shared"
    NEXT = "next"
    AFTER_BLANK = "after blank"


def write_docx(
    document: Document,
    style: Style,
    numbering: Numbering = Numbering.LITERAL,
    colophon_page: ColophonPage = ColophonPage.SHARED,
) -> bytes:
    """Return the DOCX file of a document. The same document and style give the same bytes."""
    from bulletin_gen.writers.docx.base import add_part, open_base, save
    from bulletin_gen.writers.docx.numbering import NumberingPlan, numbering_part, plan_numbering
    from bulletin_gen.writers.docx.properties import fill_properties
    from bulletin_gen.writers.docx.sections import fill_body
    from bulletin_gen.writers.docx.settings import fill_settings
    from bulletin_gen.writers.docx.story import story
    from bulletin_gen.writers.docx.styles import fill_styles

    base = open_base()
    fill_settings(base.settings.element)
    fill_styles(base.styles, style)
    fill_properties(base.core_properties, document.properties)
    plan = plan_numbering(document.blocks) if numbering is Numbering.LIVE else NumberingPlan()
    if plan.places:
        add_part(base, "numbering", numbering_part(plan, style))
    fill_body(base, story(document.blocks, style, plan.places, colophon_page), document.draft, style)
    return save(base)
