"""A document's blocks -> the paragraphs of a DOCX, each naming its style."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bulletin_gen.document import Block, Document, Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.layout.signature import PlacedLine, place_signature
from bulletin_gen.layout.title import break_title
from bulletin_gen.style import Style, TextRole, heading_role
from bulletin_gen.units import pt_to_twips
from bulletin_gen.writers.docx.runs import text_runs
from bulletin_gen.writers.docx.styles import character_style_id, style_id, usual_depth
from bulletin_gen.writers.docx.xml import Element, w


def paragraphs(document: Document, style: Style) -> Iterator[Element]:
    """Yield the paragraphs of the whole document in order; the text's last one holds on to the signature."""
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        made = _block(block, style)
        if isinstance(following, Signature):
            _keep_with_next(made[-1])
        yield from made


def _block(block: Block, style: Style) -> list[Element]:
    match block:
        case Title(lines):
            return [_title(lines, style), *_blanks(style.paragraph.rows_below_title)]
        case Recipients(text):
            return [_paragraph(TextRole.RECIPIENTS, text_runs(text, style))]
        case Heading(body=""):
            return [_heading(block, style)]
        case Heading():
            return [_run_in_heading(block, style)]
        case Paragraph(text, label):
            return [_paragraph(TextRole.BODY, text_runs(label + text, style))]
        case Signature(lines, date):
            return _signature(lines, date, style)


def _paragraph(role: TextRole, runs: Sequence[Element], *properties: Element) -> Element:
    return w("p", w("pPr", w("pStyle", val=style_id(role)), *properties), *runs)


def _blanks(rows: int) -> list[Element]:
    return [_paragraph(TextRole.BODY, []) for _ in range(rows)]


def _title(lines: Sequence[str], style: Style) -> Element:
    """Return one paragraph, however many lines the title has: to whoever reads the file it is one title."""
    broken = [part for line in lines for part in break_title(line, style.paragraph.title_cells)]
    runs = text_runs(broken[0], style)
    for part in broken[1:]:
        runs += [w("r", w("br")), *text_runs(part, style)]
    return _paragraph(TextRole.TITLE, runs)


def _heading(heading: Heading, style: Style) -> Element:
    runs = text_runs(heading.label + heading.text, style)
    is_usual = heading.depth == usual_depth(heading.level)
    return _paragraph(heading_role(heading.level), runs, *([] if is_usual else [_outline(heading)]))


def _run_in_heading(heading: Heading, style: Style) -> Element:
    """Return a body paragraph whose heading wears the heading's face; the outline shows it at its depth."""
    face = character_style_id(heading_role(heading.level))
    runs = text_runs(heading.label + heading.text, style, face) + text_runs(heading.body, style)
    return _paragraph(TextRole.BODY, runs, _outline(heading))


def _outline(heading: Heading) -> Element:
    return w("outlineLvl", val=heading.depth)


def _signature(lines: Sequence[str], date: str, style: Style) -> list[Element]:
    """Return the blank rows, the signature and the date, of which no page end may part one from the next."""
    placed = place_signature(lines, date, style)
    made = _blanks(style.paragraph.rows_above_signature)
    made += [_placed(TextRole.SIGNATURE, line, style) for line in placed.lines]
    if placed.date is not None:
        made.append(_placed(TextRole.ISSUE_DATE, placed.date, style))
    for paragraph in made[:-1]:
        _keep_with_next(paragraph)
    return made


def _placed(role: TextRole, line: PlacedLine, style: Style) -> Element:
    # An indent of the first line, not of the whole paragraph: who converts the file may take that for a quotation.
    return _paragraph(role, text_runs(line.text, style), w("ind", firstLine=pt_to_twips(line.indent_pt)))


def _keep_with_next(paragraph: Element) -> None:
    """Forbid a page end between a paragraph and the next one.

    Word then moves the last line of the paragraph, as our layout does; LibreOffice moves all of it.
    """
    style_name = paragraph[0][0]
    style_name.addnext(w("keepNext"))
