"""Our own pages -> what is measured on them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bulletin_gen.pages import Line as SetLine
from bulletin_gen.pages import Page, Pages, Rule, Run
from bulletin_gen.proof.elements import with_elements
from bulletin_gen.proof.flow import PlacedLine, paragraphs_of, setting_of
from bulletin_gen.proof.folio import folio_of, is_folio
from bulletin_gen.proof.measured import Frame, Line, Measured, PageNumber, Source, Span, Stroke
from bulletin_gen.style import Style, TextRole
from bulletin_gen.text.chars import is_han, is_latin
from bulletin_gen.units import pt_to_mm

_FEWEST_STEPS = 6  # that a measure of the character's step rests on
_LEVEL_PT = 0.1


def measure_pages(pages: Pages, style: Style) -> Measured:
    """Return what is measured on pages that we have laid out ourselves."""
    sheets = tuple(_sheet(page, pages) for page in pages.pages)
    placed = [
        PlacedLine(_line(line, page.number, index), sheet, _is_in_table(line, page, style), _starts(line))
        for sheet, page in enumerate(pages.pages)
        for index, line in enumerate(page.lines, start=1)
        if line.text.strip()
    ]
    lines = tuple(one.line for one in placed)
    setting = setting_of([one.line for one in placed if not one.in_table and not sheets[one.frame].is_landscape])
    footers = [
        (sheet, _line(page.footer, page.number, 0)) for sheet, page in enumerate(pages.pages) if page.footer.runs
    ]
    numbers: tuple[PageNumber, ...] = tuple(
        folio_of(line, sheet, setting) for sheet, line in footers if is_folio(line, pt_to_mm(pages.height))
    )
    strokes = tuple(stroke for page in pages.pages for stroke in _strokes(page))
    return Measured(Source.PAGES, sheets, with_elements(paragraphs_of(placed, setting)), numbers, lines, strokes)


def _sheet(page: Page, pages: Pages) -> Frame:
    sides = (pages.height, pages.width) if page.turned else (pages.width, pages.height)
    width, height = map(pt_to_mm, sides)
    return Frame(f"第{page.number}页", width, height, has_table=_has_table(page))


def _has_table(page: Page) -> bool:
    """Are there lines down the page?"""
    return any(rule.x1 == rule.x2 for rule in page.rules)


def _is_in_table(line: SetLine, page: Page, style: Style) -> bool:
    sizes = {style.text[role].size_pt for role in (TextRole.TABLE_HEAD, TextRole.TABLE_CELL)}
    return _has_table(page) and line.runs[0].size in sizes


def _starts(line: SetLine) -> bool | None:
    """A title's further lines begin none; off the grid nothing is said of paragraphs."""
    return line.starts_paragraph if line.row is not None else None


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
        yield Span("".join(chars), run.face, run.size, colour=run.colour, tracking_pt=run.spacing)


def _cell(runs: Sequence[Run]) -> float | None:
    """Return the step from one Chinese character to the next, in the longest run of such."""
    han = [run for run in runs if len(run.text) > _FEWEST_STEPS and is_han(run.text[0])]
    longest = max(han, key=lambda run: len(run.text), default=None)
    return None if longest is None else longest.size + longest.spacing


def _strokes(page: Page) -> Iterator[Stroke]:
    for rule in page.rules:
        if abs(rule.y1 - rule.y2) < _LEVEL_PT:
            yield _stroke(rule, page)


def _stroke(rule: Rule, page: Page) -> Stroke:
    left, right = sorted((rule.x1, rule.x2))
    return Stroke(
        f"第{page.number}页",
        rule.colour,
        pt_to_mm(rule.thickness),
        pt_to_mm(right - left),
        page=page.number,
        left_mm=pt_to_mm(left),
        y_mm=pt_to_mm(rule.y1),
    )
