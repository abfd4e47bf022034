"""A document in the house format -> a DOCX file."""

from copy import deepcopy

from bulletin_gen.document import Document
from bulletin_gen.pages import ColophonPlace
from bulletin_gen.style import Style
from bulletin_gen.writers import Job, Numbering, asks_for_even_page
from bulletin_gen.writers.docx.base import base_of
from bulletin_gen.writers.docx.lists import ListPlan, number_styles, numbering_part, plan_lists
from bulletin_gen.writers.docx.package import Package
from bulletin_gen.writers.docx.reviewed import with_comments_and_moves
from bulletin_gen.writers.docx.sections import main_part
from bulletin_gen.writers.docx.story import story
from bulletin_gen.writers.docx.xml import root_as_text


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
    package = Package(base_of(style, has_page_numbers=document.has_page_numbers))
    lists = plan_lists(document.blocks) if numbering is Numbering.LIVE else ListPlan()
    if lists.spots:
        package.add("numbering", numbering_part(lists, style))
        styles = deepcopy(package.base.styles)
        number_styles(styles, lists)
        package.own["styles"] = root_as_text(styles)
    sections = story(document.blocks, style, lists.spots, colophon_place)
    main = with_comments_and_moves(package, main_part(package, sections, document, style))
    return package.saved(main, document.properties)
