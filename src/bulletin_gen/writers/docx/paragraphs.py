"""A document's blocks -> the paragraphs of a DOCX, each naming its style."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from bulletin_gen.document import Block, Document, Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.layout.signature import PlacedLine, place_signature
from bulletin_gen.layout.title import break_title
from bulletin_gen.style import Style, TextRole, heading_role
from bulletin_gen.writers.docx.numbering import Place, number_properties
from bulletin_gen.writers.docx.runs import text_runs
from bulletin_gen.writers.docx.styled import blank_rows, indent, keep_with_next, styled_paragraph
from bulletin_gen.writers.docx.styles import character_style_id, usual_depth
from bulletin_gen.writers.docx.xml import Element, w

_NOWHERE: Mapping[int, Place] = MappingProxyType({})


def paragraphs(document: Document, style: Style, places: Mapping[int, Place] = _NOWHERE) -> Iterator[Element]:
    """Yield the paragraphs of the whole document in order; the text's last one holds on to the signature.

    `places` are those of the labels that Word counts, by the index of their block; the others are text.
    """
    followed = zip_longest(document.blocks, document.blocks[1:])
    for index, (block, following) in enumerate(followed):
        made = _block(block, style, places.get(index))
        if isinstance(following, Signature):
            keep_with_next(made[-1])
        yield from made


def _block(block: Block, style: Style, place: Place | None) -> list[Element]:
    match block:
        case Title(lines):
            return [_title(lines, style), *blank_rows(style.paragraph.rows_below_title)]
        case Recipients(text):
            return [styled_paragraph(TextRole.RECIPIENTS, text_runs(text, style))]
        case Heading(body=""):
            return [_heading(block, style, place)]
        case Heading():
            return [_run_in_heading(block, style, place)]
        case Paragraph(text, label):
            runs = text_runs(_said(label, text, place), style)
            return [styled_paragraph(TextRole.BODY, runs, *_counted(place))]
        case Signature(lines, date):
            return _signature(lines, date, style)


def _said(label: str, text: str, place: Place | None) -> str:
    """Return the text with its label, unless Word prints that."""
    return text if place else label + text


def _counted(place: Place | None) -> list[Element]:
    return [number_properties(place)] if place else []


def _title(lines: Sequence[str], style: Style) -> Element:
    """Return one paragraph, however many lines the title has: to whoever reads the file it is one title."""
    broken = [part for line in lines for part in break_title(line, style.paragraph.title_cells)]
    runs = text_runs(broken[0], style)
    for part in broken[1:]:
        runs += [w("r", w("br")), *text_runs(part, style)]
    return styled_paragraph(TextRole.TITLE, runs)


def _heading(heading: Heading, style: Style, place: Place | None) -> Element:
    runs = text_runs(_said(heading.label, heading.text, place), style)
    is_usual = heading.depth == usual_depth(heading.level)
    outline = [] if is_usual else [_outline(heading)]
    return styled_paragraph(heading_role(heading.level), runs, *_counted(place), *outline)


def _run_in_heading(heading: Heading, style: Style, place: Place | None) -> Element:
    """Return a body paragraph whose heading wears the heading's face; the outline shows it at its depth."""
    face = character_style_id(heading_role(heading.level))
    runs = text_runs(_said(heading.label, heading.text, place), style, face) + text_runs(heading.body, style)
    return styled_paragraph(TextRole.BODY, runs, *_counted(place), _outline(heading))


def _outline(heading: Heading) -> Element:
    return w("outlineLvl", val=heading.depth)


def _signature(lines: Sequence[str], date: str, style: Style) -> list[Element]:
    """Return the blank rows, the signature and the date, of which no page end may part one from the next."""
    placed = place_signature(lines, date, style)
    made = blank_rows(style.paragraph.rows_above_signature)
    made += [_placed(TextRole.SIGNATURE, line, style) for line in placed.lines]
    if placed.date is not None:
        made.append(_placed(TextRole.ISSUE_DATE, placed.date, style))
    for paragraph in made[:-1]:
        keep_with_next(paragraph)
    return made


def _placed(role: TextRole, line: PlacedLine, style: Style) -> Element:
    return styled_paragraph(role, text_runs(line.text, style), indent(line.indent_pt))
