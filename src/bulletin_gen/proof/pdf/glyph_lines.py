"""The glyphs and lines of a PDF -> what is measured on its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from bulletin_gen.proof.elements import is_draft_mark, with_elements
from bulletin_gen.proof.face_names import Fit, fit, is_told
from bulletin_gen.proof.flow import LineInFrame, paragraphs_of, setting_of
from bulletin_gen.proof.folio import folio_of, is_folio
from bulletin_gen.proof.measured import Frame, Line, Measured, Source, Span, Stroke
from bulletin_gen.proof.neighbours import joined
from bulletin_gen.proof.pdf.glyphs import Bar, Glyph, PdfPage, PdfText
from bulletin_gen.proof.pdf.heads import running_heads, told
from bulletin_gen.proof.pdf.rows import PageRows, rows_of_all
from bulletin_gen.proof.pdf.struck import Levels, drawn_on, levels_of
from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import is_han, is_latin
from bulletin_gen.units import mm_to_pt

_SAME_BAR_MM = 0.3
_JOIN_MM = 1.0  # pieces of one line that are drawn cell by cell
_FEWEST_STEPS = 6
_FEWEST_RULE_MM = 20.0
_NARROW_EM = 0.48  # half a character is squeezed; less than that is a Latin mark
_NARROW_MARKS = "“”‘’—…"
_TABLE_PT = 15.0  # what is smaller and stands on a page with a table is in it
_SHOWN = 12  # characters of a text that is told
_WHOLE_PAGE = 0.5  # the share of a page that a scan covers


def measure(text: PdfText) -> Measured:
    """Return what is measured on the pages."""
    rows = rows_of_all(text.pages)
    frames = tuple(map(_frame, text.pages, rows))
    lines = [_lines(page, on_page) for page, on_page in zip(text.pages, rows, strict=True)]
    heads = running_heads(lines, frames)
    lines = [[line for line in on_page if told(line) not in heads] for on_page in lines]
    folios = [_folio(on_page, frame) for on_page, frame in zip(lines, frames, strict=True)]
    placed = [one for index, frame in enumerate(frames) for one in _placed(lines[index], folios[index], frame, index)]
    setting = setting_of([one.line for one in placed if not one.in_table and not frames[one.frame].is_landscape])
    return Measured(
        Source.PDF,
        frames,
        with_elements(paragraphs_of(placed, setting)),
        tuple(folio_of(line, index, setting) for index, line in enumerate(folios) if line is not None),
        tuple(one.line for one in placed),
        tuple(stroke for page in text.pages for stroke in _strokes(page)),
        fonts=text.fonts,
        remarks=(f"文件有损坏，略过 {text.skipped} 处",) if text.skipped else (),
        unseen=(
            *(said for page, on_page in zip(text.pages, rows, strict=True) for said in _unseen(page, on_page)),
            *(f"每页上下白边里的文字“{said[:_SHOWN]}”" for said in dict.fromkeys(said for said, _ in heads)),
        ),
    )


def _unseen(page: PdfPage, rows: PageRows) -> Iterator[str]:
    """Yield what of a page was not looked at."""
    if rows.set_apart:
        yield f"第{page.number}页{'分栏' if rows.columns > 1 else '竖排'}的文字 {rows.set_apart} 字没有核对"
    if page.picture >= _WHOLE_PAGE:
        yield f"第{page.number}页是整页图片，图片里的文字没有核对"
    if page.left_out:
        yield f"第{page.number}页有看不见或转了方向的文字 {page.left_out} 字"
    if page.unnamed:
        yield f"第{page.number}页有 {page.unnamed} 字文件没有说明是什么字"


def _frame(page: PdfPage, rows: PageRows) -> Frame:
    odd = (*rows.oddities, *["分 2 栏"] * (rows.columns > 1))
    place, columns = f"第{page.number}页", rows.columns
    return Frame(place, page.width_mm, page.height_mm, has_table=rows.has_table, columns=columns, oddities=odd)


def _lines(page: PdfPage, rows: PageRows) -> list[Line]:
    """Return the rows of a page as lines; the rules of a table are drawn under no text."""
    levels = levels_of(() if rows.has_table else page.bars)
    return [_line(row, levels, page.number, number) for number, row in enumerate(rows.rows, start=1)]


def _folio(lines: Sequence[Line], frame: Frame) -> Line | None:
    """Return the page number, the lowest line of those that may be one."""
    return next((line for line in reversed(lines) if is_folio(line, frame.height_mm)), None)


def _placed(lines: Sequence[Line], folio: Line | None, frame: Frame, index: int) -> Iterator[LineInFrame]:
    """Yield the lines of a page, `index` being that of its frame, without page number and mark of a draft."""
    for line in lines:
        if line is not folio and not is_draft_mark(line.text):
            yield LineInFrame(line, index, frame.has_table and line.size_pt < _TABLE_PT)


def _line(row: Sequence[Glyph], levels: Levels, page: int, number: int) -> Line:
    printed = [glyph for glyph in row if glyph.text.strip()]
    return Line(
        page,
        median(glyph.baseline_mm for glyph in printed),
        printed[0].left_mm,
        printed[-1].right_mm,
        tuple(_spans(row, levels)),
        cell_pt=_cell(printed),
        narrow="".join(glyph.text for glyph in printed if _is_narrow(glyph)),
        number=number,
    )


def _is_narrow(glyph: Glyph) -> bool:
    return glyph.text in _NARROW_MARKS and glyph.advance_em < _NARROW_EM


def _cell(row: Sequence[Glyph]) -> float | None:
    """Return the usual step between Chinese characters."""
    steps = [
        right.left_mm - left.left_mm
        for left, right in pairwise(row)
        if len(left.text) == len(right.text) == 1 and is_han(left.text) and is_han(right.text)
    ]
    return mm_to_pt(median(steps)) if len(steps) >= _FEWEST_STEPS else None


def _spans(row: Sequence[Glyph], levels: Levels) -> Iterator[Span]:
    is_underlined, is_struck = drawn_on(row, levels)

    def look(glyph: Glyph) -> tuple[object, ...]:
        kind = is_latin(glyph.text[0])
        drawn = (is_underlined(glyph), is_struck(glyph), kind)
        return glyph.font, glyph.size_pt, glyph.colour, glyph.is_stroked, glyph.is_slanted, *drawn

    for _, group in groupby((glyph for glyph in row if glyph.text), key=look):
        glyphs = list(group)
        first = glyphs[0]
        yield Span(
            "".join(glyph.text for glyph in glyphs),
            first.font if is_told(first.font) else None,
            first.size_pt,
            colour=first.colour,
            is_bold=first.is_stroked or _is_bold(first.font),
            is_underlined=is_underlined(first),
            effects=("加删除线",) if is_struck(first) else (),
            is_slanted=first.is_slanted or _is_italic(first.font),
        )


def _is_bold(font: str) -> bool:
    """Is it a bold face, other than those that stand in for 小标宋?"""
    return "bold" in font.lower() and fit(font, FaceRole.XIAOBIAOSONG) is Fit.OTHER


def _is_italic(font: str) -> bool:
    return any(word in font.lower() for word in ("italic", "oblique"))


def _strokes(page: PdfPage) -> Iterator[Stroke]:
    for bar in (bar for level in _levels(page.bars) for bar in joined(level, _one_line)):
        width = bar.right_mm - bar.left_mm
        if width >= _FEWEST_RULE_MM:
            place = f"第{page.number}页"
            yield Stroke(place, bar.colour, bar.thickness_mm, width, page.number, bar.left_mm, _middle(bar))


def _levels(bars: Iterable[Bar]) -> Iterator[list[Bar]]:
    """Yield the level bars that stand at one height, from left to right."""
    level: list[Bar] = []
    for bar in sorted((bar for bar in bars if bar.is_level), key=_middle):
        if level and _middle(bar) - _middle(level[-1]) >= _SAME_BAR_MM:
            yield sorted(level, key=lambda one: (one.colour, one.left_mm))
            level = []
        level.append(bar)
    yield sorted(level, key=lambda one: (one.colour, one.left_mm))


def _one_line(first: Bar, second: Bar) -> Bar | None:
    """Return two pieces of one drawn line as one; None where they are none."""
    if second.colour != first.colour or second.left_mm > first.right_mm + _JOIN_MM:
        return None
    return replace(first, right_mm=max(first.right_mm, second.right_mm))


def _middle(bar: Bar) -> float:
    return (bar.top_mm + bar.bottom_mm) / 2
