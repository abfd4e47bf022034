"""A document in the house format -> a DOCX file."""

from bulletin_gen.document import Document
from bulletin_gen.pages import ColophonPlace
from bulletin_gen.style import Style
from bulletin_gen.writers import Job, Numbering, asks_for_even_page
from bulletin_gen.writers.docx.base import add_part, headers, open_base, save
from bulletin_gen.writers.docx.comments import comments_part
from bulletin_gen.writers.docx.core_properties import fill_properties
from bulletin_gen.writers.docx.lists import ListPlan, number_styles, numbering_part, plan_lists
from bulletin_gen.writers.docx.moves import mark_moves
from bulletin_gen.writers.docx.named_styles import fill_styles
from bulletin_gen.writers.docx.sections import fill_body
from bulletin_gen.writers.docx.settings import fill_settings
from bulletin_gen.writers.docx.story import story


def write(job: Job) -> bytes:
    place = job.laid.pages.colophon if job.laid and asks_for_even_page(job.document) else ColophonPlace.SHARED
    return write_docx(job.document, job.style, job.numbering, place)


def write_docx(
    document: Document,
    style: Style,
    numbering: Numbering = Numbering.LITERAL,
    colophon_place: ColophonPlace = ColophonPlace.SHARED,
) -> bytes:
    """Return the DOCX file of a document. The same document and style give the same bytes.

    Changes are tracked ones, remarks are comments. `colophon_place` matters to a 版记 that is asked for on an even
    page; only who has laid the document out can tell.
    """
    base = open_base()
    fill_settings(base.settings.element)
    fill_styles(base.styles, style)
    fill_properties(base.core_properties, document.properties)
    lists = plan_lists(document.blocks) if numbering is Numbering.LIVE else ListPlan()
    if lists.spots:
        add_part(base, "numbering", numbering_part(lists, style))
        number_styles(base.styles.element, lists)
    fill_body(base, story(document.blocks, style, lists.spots, colophon_place), document, style)
    comments = comments_part(base.element.body, headers(base))
    if comments is not None:
        add_part(base, "comments", comments)
    mark_moves(base.element.body)
    return save(base)
