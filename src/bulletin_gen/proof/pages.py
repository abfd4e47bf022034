"""Our own pages -> what is measured on them. Each line and stroke says what it is: nothing is guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import Line as SetLine
from bulletin_gen.pages import Page, Pages, Run
from bulletin_gen.pages import Stroke as SetStroke
from bulletin_gen.proof.flow import LineInFrame, paragraphs_of, setting_of
from bulletin_gen.proof.folio import folio_of, is_folio
from bulletin_gen.proof.layer_labels import read_printed
from bulletin_gen.proof.measured import Frame, Line, Measured, PageNumber, Paragraph, Source, Span, Stroke
from bulletin_gen.text.chars import is_han, is_latin
from bulletin_gen.units import pt_to_mm

_FEWEST_STEPS = 6  # that a measure of the character's step rests on
_LEVEL_PT = 0.1
_RULED = (Element.TABLE, Element.FORM)
_RULES = (Element.HEAD_RULE, Element.COLOPHON_RULE, *_RULED)


@frozen
class _Known:
    """A line of ours, as measured, and the index of its page."""

    ours: SetLine
    measured: Line
    sheet: int

    @property
    def element(self) -> Element:
        return self.ours.origin.element


def measure_pages(pages: Pages) -> Measured:
    """Return what is measured on pages that we have laid out ourselves."""
    sheets = tuple(_sheet(page, pages) for page in pages.pages)
    known = [
        _Known(line, _line(line, page.number, index), sheet)
        for sheet, page in enumerate(pages.pages)
        for index, line in enumerate(page.lines, start=1)
        if line.text.strip()
    ]
    upright = [one.measured for one in known if one.element not in _RULED and not sheets[one.sheet].is_landscape]
    setting = setting_of(upright)
    footers = [(at, _line(page.footer, page.number, 0)) for at, page in enumerate(pages.pages) if page.footer.runs]
    numbers: tuple[PageNumber, ...] = tuple(
        folio_of(line, sheet, setting) for sheet, line in footers if is_folio(line, pt_to_mm(pages.height))
    )
    paragraphs = tuple(_named(paragraphs_of(list(_placed(known)), setting), known))
    strokes = tuple(stroke for page in pages.pages for stroke in _strokes(page))
    return Measured(Source.PAGES, sheets, paragraphs, numbers, tuple(one.measured for one in known), strokes)


def _placed(known: Sequence[_Known]) -> Iterator[LineInFrame]:
    before = SetLine(0.0, (), None)
    for one in known:
        yield LineInFrame(one.measured, one.sheet, one.element in _RULED, _starts(before, one.ours))
        before = one.ours


def _starts(before: SetLine, line: SetLine) -> bool:
    """Does a paragraph begin with a line? The further lines of a title begin none."""
    return line.starts_paragraph or before.origin != line.origin


def _named(paragraphs: Sequence[Paragraph], known: Sequence[_Known]) -> Iterator[Paragraph]:
    """Yield the paragraphs, each with the element of its first line."""
    elements = {id(one.measured): one.element for one in known}
    for paragraph in paragraphs:
        yield replace(paragraph, element=_by_label(elements[id(paragraph.lines[0])], paragraph))


def _by_label(element: Element, paragraph: Paragraph) -> Element:
    """Return the layer of a text that is labelled as one: a measure on a line of its own, （1）…."""
    label = read_printed(paragraph.flat) if element is Element.BODY else None
    return HEADINGS[label.level - 1] if label else element


def _sheet(page: Page, pages: Pages) -> Frame:
    sides = (pages.height, pages.width) if page.turned else (pages.width, pages.height)
    width, height = map(pt_to_mm, sides)
    has_table = any(stroke.origin.element in _RULED for stroke in page.strokes)
    return Frame(f"第{page.number}页", width, height, has_table=has_table)


def _line(line: SetLine, page: int, number: int) -> Line:
    runs = [run for run in line.runs if run.text.strip()]
    return Line(
        page,
        pt_to_mm(line.baseline),
        pt_to_mm(min(run.x for run in runs)),
        pt_to_mm(max(run.x + run.width for run in runs)),
        tuple(span for run in line.runs for span in _spans(run)),
        cell_pt=_cell(runs),
        number=number,
    )


def _spans(run: Run) -> Iterator[Span]:
    for _, chars in groupby(run.text, key=is_latin):
        is_bold = run.bold or None  # of other runs their face tells
        yield Span("".join(chars), run.face, run.size, colour=run.colour, tracking_pt=run.spacing, is_bold=is_bold)


def _cell(runs: Sequence[Run]) -> float | None:
    """Return the step from one Chinese character to the next, in the longest run of such."""
    han = [run for run in runs if len(run.text) > _FEWEST_STEPS and is_han(run.text[0])]
    longest = max(han, key=lambda run: len(run.text), default=None)
    return None if longest is None else longest.size + longest.spacing


def _strokes(page: Page) -> Iterator[Stroke]:
    """Yield the rules across a page; what marks a changed text is none."""
    for stroke in page.strokes:
        if abs(stroke.y1 - stroke.y2) < _LEVEL_PT and stroke.origin.element in _RULES:
            yield _stroke(stroke, page)


def _stroke(stroke: SetStroke, page: Page) -> Stroke:
    left, right = sorted((stroke.x1, stroke.x2))
    return Stroke(
        f"第{page.number}页",
        stroke.colour,
        pt_to_mm(stroke.thickness),
        pt_to_mm(right - left),
        page=page.number,
        left_mm=pt_to_mm(left),
        y_mm=pt_to_mm(stroke.y1),
    )
