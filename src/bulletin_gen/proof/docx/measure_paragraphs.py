"""The paragraphs of a body as read -> paragraphs as measured, blank ones counted, and the lines drawn by them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletin_gen.ooxml.drawn import WordTable
from bulletin_gen.ooxml.effective import ParagraphFormat
from bulletin_gen.ooxml.word_story import InlineKind, WordParagraph, WordStory, unfolded
from bulletin_gen.proof.docx.spans import printed_texts, spans_of
from bulletin_gen.proof.measured import Align, Frame, Paragraph, Pitch, Stroke
from bulletin_gen.style import GBT9704

_PAGE_END = "\f"
_ALIGNS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
}


@dataclass
class _Gap:
    """What stands between two printed paragraphs: blank ones, and the space after and before them all."""

    blanks: int = 0
    space_pt: float = 0.0
    has_page_end: bool = False
    section: int = 0


def paragraphs_of(story: WordStory, frames: Sequence[Frame]) -> tuple[tuple[Paragraph, ...], tuple[Stroke, ...]]:
    """Return the printed paragraphs and the lines; a blank paragraph only counts, unless a line hangs on it."""
    paragraphs: list[Paragraph] = []
    strokes: list[Stroke] = []
    tables = dict(enumerate(story.tables))  # those whose borders are not told yet
    gap = _Gap()
    for paragraph in unfolded(story.paragraphs):
        table = tables.pop(paragraph.cells[0].table, None) if paragraph.cells else None
        frame = min(paragraph.section, len(frames) - 1)
        texts = printed_texts(paragraph)
        text = "".join(text for text, _ in texts)
        found = list(_strokes(paragraph, table, len(paragraphs), frames[frame]))
        strokes += found
        if text.strip():
            gap.has_page_end |= _begins_page(text) or paragraph.section != gap.section
            measured = _measured(paragraph, len(paragraphs), frame, frames[frame].grid_pitch_pt)
            gap.space_pt += paragraph.format.before_pt
            paragraphs.append(_placed(measured, gap))
            gap = _Gap(
                space_pt=paragraph.format.after_pt,
                has_page_end=_PAGE_END in text and not _begins_page(text),
                section=paragraph.section,
            )
        elif found:
            gap.blanks = 1 if _floats(paragraph) else 0
            gap.space_pt = paragraph.format.after_pt
        elif not paragraph.cells and paragraph.box is None:
            gap.blanks += 1
            gap.space_pt += paragraph.format.extra_space_pt
        gap.has_page_end |= _PAGE_END in text and not text.strip()
    return tuple(paragraphs), tuple(strokes)


def _strokes(paragraph: WordParagraph, table: WordTable | None, at: int, frame: Frame) -> Iterator[Stroke]:
    """Yield the lines that hang on a paragraph, and those of the table that it opens; `at` is its index."""
    width, place = (frame.right_mm or 0.0) - (frame.left_mm or 0.0), f"第{at + 1}段"
    indents = min(paragraph.format.left_mm, paragraph.format.first_mm) + paragraph.format.right_mm
    for line in paragraph.format.borders:
        yield Stroke(place, line.colour, line.thickness_mm, width - indents, at=at)
    for drawing in filter(None, (inline.drawing for inline in paragraph.inlines)):
        yield from (Stroke(place, line.colour, line.thickness_mm, line.length_mm, at=at) for line in drawing.lines)
    for line in () if table is None else table.borders:
        yield Stroke(f"{place}处表格", line.colour, line.thickness_mm, width, at=at)


def _floats(paragraph: WordParagraph) -> bool:
    """Does a line float at the head of a blank paragraph, which then is a blank row below it?"""
    drawings = [inline.drawing for inline in paragraph.inlines if inline.drawing is not None and inline.drawing.lines]
    return bool(drawings) and all(drawing.floats for drawing in drawings) and not paragraph.format.borders


def _placed(paragraph: Paragraph, gap: _Gap) -> Paragraph:
    """Return a paragraph with what stands before it: blank ones, or the end of a page."""
    breaks = gap.has_page_end or paragraph.breaks_page
    pitch = paragraph.pitch.pt if paragraph.pitch is not None else None
    rows = gap.blanks + round(gap.space_pt / (pitch or GBT9704.grid.line_pitch_pt))
    return replace(paragraph, breaks_page=breaks, blank_before=None if breaks else rows)


def _measured(paragraph: WordParagraph, index: int, frame: int, grid_pt: float | None) -> Paragraph:
    looks, texts = paragraph.format, printed_texts(paragraph)
    return Paragraph(
        "".join(text for text, _ in texts).replace(_PAGE_END, ""),
        spans_of(texts),
        f"第{index + 1}段",
        frame=frame,
        style_name=looks.style.name,
        align=align_of(looks),
        left_mm=looks.left_mm,
        right_mm=looks.right_mm,
        first_mm=looks.first_mm,
        pitch=pitch_of(looks, grid_pt),
        extra_space_pt=looks.extra_space_pt,
        keeps_next=looks.keeps_next,
        controls_widows=looks.controls_widows,
        breaks_page=looks.breaks_page,
        in_table=bool(paragraph.cells),
        is_numbered=any(inline.kind is InlineKind.LABEL for inline in paragraph.inlines),
        snaps_to_grid=looks.snaps_to_grid,
        is_boxed=looks.is_boxed,
        is_shaded=looks.is_shaded,
        keeps_line_rules=looks.keeps_line_rules,
        oddities=(*filter(None, [looks.direction]), *["在图文框里"] * (looks.frame is not None)),
    )


def _begins_page(text: str) -> bool:
    return text.lstrip("\n\t ").startswith(_PAGE_END)


def align_of(looks: ParagraphFormat) -> Align:
    return _ALIGNS.get(looks.alignment, Align.LEFT)


def pitch_of(looks: ParagraphFormat, grid_pt: float | None) -> Pitch:
    """Return the line spacing; `grid_pt` is the pitch of the page's grid, to which automatic spacing snaps."""
    spacing = looks.line_spacing
    if spacing.pt is not None:
        return (
            Pitch(spacing.pt, f"固定值{spacing.pt:g}磅") if spacing.is_exact else Pitch(None, f"最小值{spacing.pt:g}磅")
        )
    if grid_pt is not None and looks.snaps_to_grid:
        return Pitch(spacing.lines * grid_pt, f"文档网格{spacing.lines * grid_pt:g}磅")
    return Pitch(None, f"{spacing.lines:g}倍行距")
