"""The sections of a DOCX -> frames; their footers -> page numbers."""

from collections.abc import Mapping
from dataclasses import replace

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.effective import ParagraphFormat
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.ooxml.word_sections import WordSection
from bulletin_gen.ooxml.word_story import InlineKind, WordParagraph, unfolded
from bulletin_gen.proof.docx.measure_paragraphs import align_of, pitch_of
from bulletin_gen.proof.docx.spans import printed_texts, spans_of
from bulletin_gen.proof.folio import DASH_EM
from bulletin_gen.proof.measured import Align, Frame, PageNumber, PageNumbering, Side, Span
from bulletin_gen.style import GBT9704
from bulletin_gen.units import pt_to_mm

_USUAL_LINE_EM = 1.3  # the height of a single line of 宋体 in Word
_KINDS = {"default": "单页", "even": "双页", "first": "首页"}
_STANDS = {"center": "居中", "both": "两端对齐", "bottom": "靠下"}
_SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "center": Side.CENTRE, "outside": Side.OUTSIDE}


def frames_of(opened: WordFile) -> tuple[Frame, ...]:
    """Return each section as a frame."""
    with_tables = {paragraph.section for paragraph in unfolded(opened.body.paragraphs) if paragraph.cells}
    whole = ((opened.mirrors_margins, "双页的左右页边与单页对调"), (opened.has_background, "有页面背景"))
    odd = tuple(said for is_so, said in whole if is_so)
    return tuple(_frame(index, one, index in with_tables, odd) for index, one in enumerate(opened.body.sections))


def _frame(index: int, section: WordSection, has_table: bool, odd: tuple[str, ...]) -> Frame:
    return Frame(
        f"第{index + 1}节",
        section.width_mm,
        section.height_mm,
        top_mm=section.top_mm,
        left_mm=section.left_mm,
        right_mm=section.width_mm - section.right_mm,
        bottom_mm=section.height_mm - section.bottom_mm,
        footer_mm=section.footer_mm,
        grid_pitch_pt=section.grid_pitch_pt,
        grid_extra_pt=section.grid_extra_pt,
        has_table=has_table,
        columns=section.columns,
        oddities=(*odd, *(said for is_so, said in _oddities(section) if is_so)),
    )


def _oddities(section: WordSection) -> tuple[tuple[bool, str], ...]:
    return (
        (section.columns > 1, f"分 {section.columns} 栏"),
        (section.is_vertical, "文字竖排"),
        (section.has_border, "有页面边框"),
        (section.numbers_lines, "有行号"),
        (section.stands != "top", f"页面垂直对齐为{_STANDS.get(section.stands, section.stands)}"),
    )


def page_numbers_of(opened: WordFile, frames: tuple[Frame, ...]) -> tuple[tuple[PageNumber, ...], PageNumbering]:
    """Return the page numbers of each kind of page, section by section, and what is odd about their counting."""
    found: list[PageNumber] = []
    missing, restarts, without_first = [], [], []
    inherited: Mapping[str, str] = {}
    has_even = opened.has_even_footers
    feet = _feet(opened)
    for index, (section, frame) in enumerate(zip(opened.body.sections, frames, strict=True)):
        inherited = {**inherited, **section.footers}
        for kind in ("default", *(["even"] if has_even else []), *(["first"] if section.has_first else [])):
            foot = feet.get(inherited.get(kind, ""))
            if foot is not None:
                opened.count_again(len(foot.number.spans))
                is_even = kind == "even" if has_even else None
                found.append(replace(_number(foot, frame), pages=_KINDS[kind], is_even=is_even, frame=index))
            elif kind == "first":
                without_first.append(f"{frame.place}首页")
            else:
                missing.append(f"{frame.place}{_KINDS[kind]}")
        if index and section.restarts:
            restarts.append(frame.place)
    return tuple(found), PageNumbering(tuple(missing), tuple(restarts), tuple(without_first))


@frozen
class _Foot:
    """The page number of a footer, which many sections may have; `looks` is None where other text stands beside it."""

    number: PageNumber
    looks: ParagraphFormat | None


def _feet(opened: WordFile) -> dict[str, _Foot | None]:
    """Return the page numbers by the ids that sections give, each footer looked at once."""
    by_footer = {id(footer): _foot(list(unfolded(footer.paragraphs))) for footer in opened.footers}
    return {id_: by_footer[id(footer)] for id_, footer in opened.footers_by_id.items()}


def _foot(paragraphs: list[WordParagraph]) -> _Foot | None:
    """Return the page number among the paragraphs of a footer; None where there is none."""
    paragraph = next((one for one in paragraphs if _has_number(one)), None)
    if paragraph is None:
        return None
    texts = printed_texts(paragraph)
    text, spans = "".join(text for text, _ in texts), spans_of(texts)
    side, inset = _stands(paragraph, text, _size(spans))
    is_alone = len(paragraphs) == 1 and paragraph.box is None and paragraph.format.frame is None
    number = PageNumber("", text.strip(), spans, side=side, inset_mm=inset)
    return _Foot(number, paragraph.format if is_alone else None)


def _number(foot: _Foot, frame: Frame) -> PageNumber:
    """Return the page number as it stands on the pages of one section."""
    if foot.looks is None:
        return foot.number
    dash, off = _dash(frame, foot.looks, _size(foot.number.spans))
    return replace(foot.number, dash_mm=dash, dash_off_mm=off)


def _has_number(paragraph: WordParagraph) -> bool:
    return any(inline.kind is InlineKind.PAGE_NUMBER for inline in paragraph.inlines)


def _size(spans: tuple[Span, ...]) -> float:
    return max((span.size_pt or 0.0 for span in spans), default=0.0)


def _dash(frame: Frame, looks: ParagraphFormat, size: float) -> tuple[float, float]:
    """Return the height of the dashes, and how uncertain that is.

    In a line of a fixed height they are drawn at half of it, or as high above the baseline as in any other: programs
    differ in where they place text in it. Any other line is as high as its face makes it, and programs do not agree
    on whether a footer keeps to the page's grid.
    """
    foot = frame.height_mm - frame.footer_mm
    fixed = pitch_of(looks, None).pt
    if fixed is not None:
        half = pt_to_mm(fixed) / 2
        above = pt_to_mm((1 - GBT9704.grid.baseline_ratio) * fixed + DASH_EM * size)
        return foot - (half + above) / 2, abs(half - above)
    line = pt_to_mm(_USUAL_LINE_EM * size)
    grid = pt_to_mm(pitch_of(looks, frame.grid_pitch_pt).pt or 0.0)
    least, most = line / 2, max(line, grid) / 2
    return foot - (least + most) / 2, (most - least) / 2 + line / 3


def _stands(paragraph: WordParagraph, text: str, size: float) -> tuple[Side | None, float | None]:
    """Return on which side a page number stands and how far from the text area's edge; None where that is unknown."""
    looks = paragraph.format
    if paragraph.box is not None:
        return _SIDES.get(paragraph.box.across), None
    if looks.frame is not None:
        return _SIDES.get(looks.frame), None
    cell, align, text = pt_to_mm(size), align_of(looks), text.strip("\n\t")
    if align is Align.CENTRE:
        return Side.CENTRE, None
    if align is Align.RIGHT:
        return Side.RIGHT, looks.right_mm + _blanks(text[::-1]) * cell
    return Side.LEFT, looks.first_mm + _blanks(text) * cell


def _blanks(text: str) -> float:
    """Return the width of the blanks that a text begins with, in characters."""
    blanks = text[: len(text) - len(text.lstrip(" \u3000"))]
    return sum(1.0 if blank == "\u3000" else 0.5 for blank in blanks)
