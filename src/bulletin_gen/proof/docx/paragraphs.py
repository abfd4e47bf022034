"""The paragraphs of a body as walked -> paragraphs as measured, blank ones counted, and the lines drawn by them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletin_gen.ooxml.names import Element, child_value
from bulletin_gen.proof.docx.effective import Formats
from bulletin_gen.proof.docx.spans import spans_of
from bulletin_gen.proof.docx.story import PAGE_END, RawParagraph
from bulletin_gen.proof.docx.strokes import strokes_of, table_strokes
from bulletin_gen.proof.measured import Frame, Paragraph, Stroke


@dataclass(frozen=True)
class Story:
    paragraphs: tuple[Paragraph, ...]
    strokes: tuple[Stroke, ...]


@dataclass
class _Gap:
    """What stands between two printed paragraphs."""

    blanks: int = 0
    has_page_end: bool = False
    section: int = 0


def read_story(raws: Iterable[RawParagraph], formats: Formats, sheets: Sequence[Frame]) -> Story:
    """Return the printed paragraphs and the lines; a blank paragraph only counts, unless a line hangs on it."""
    paragraphs: list[Paragraph] = []
    strokes: list[Stroke] = []
    tables: set[Element] = set()
    gap = _Gap()
    for raw in raws:
        found = list(_strokes(raw, tables, len(paragraphs), sheets))
        strokes += found
        if raw.text.strip():
            paragraphs.append(_paragraph(raw, len(paragraphs), gap, formats, sheets))
            gap = _Gap(has_page_end=_ends_page(raw.text), section=raw.section)
        elif found:
            gap.blanks = 0
        elif raw.table is None and raw.box is None:
            gap.blanks += 1
        gap.has_page_end |= PAGE_END in raw.text and not raw.text.strip()
    return Story(tuple(paragraphs), tuple(strokes))


def _strokes(raw: RawParagraph, tables: set[Element], at: int, sheets: Sequence[Frame]) -> Iterator[Stroke]:
    sheet = sheets[min(raw.section, len(sheets) - 1)]
    width = (sheet.right_mm or 0.0) - (sheet.left_mm or 0.0)
    place = f"第{at + 1}段"
    yield from strokes_of(raw, place, at, width)
    if raw.table is not None and raw.table not in tables:
        tables.add(raw.table)
        yield from table_strokes(raw.table, f"{place}处表格", at, width)


def _paragraph(raw: RawParagraph, index: int, gap: _Gap, formats: Formats, sheets: Sequence[Frame]) -> Paragraph:
    looks = formats.paragraph(raw.properties)
    section = min(raw.section, len(sheets) - 1)
    breaks = gap.has_page_end or looks.breaks_page or _begins_page(raw.text) or section != gap.section
    return Paragraph(
        raw.text.replace(PAGE_END, ""),
        spans_of(raw.pieces),
        f"第{index + 1}段",
        frame=section,
        style_name=formats.style_name(child_value(raw.properties, "pStyle")),
        align=looks.align,
        left_mm=looks.left_mm,
        right_mm=looks.right_mm,
        first_mm=looks.first_mm,
        pitch=looks.pitch(sheets[section].grid_pitch_pt),
        extra_space_pt=looks.extra_space_pt,
        blank_before=None if breaks else gap.blanks,
        keeps_next=looks.keeps_next,
        controls_widows=looks.controls_widows,
        breaks_page=breaks,
        in_table=raw.table is not None,
        is_numbered=raw.is_numbered,
        snaps_to_grid=looks.snaps_to_grid,
    )


def _begins_page(text: str) -> bool:
    return text.lstrip("\n\t ").startswith(PAGE_END)


def _ends_page(text: str) -> bool:
    return PAGE_END in text and not _begins_page(text)
