"""Clauses of section 5: paper, text area, lines and characters."""

import itertools
from collections.abc import Callable
from dataclasses import replace

from bulletin_gen.clause import clause_of
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.clauses.looks import after_heading, han_spans, is_face, look
from bulletin_gen.proof.formats import DocumentFormat
from bulletin_gen.proof.measured import Align, Frame, Line, Paragraph, Span
from bulletin_gen.proof.outcome import Outcome, Verdict, absent, breaks, conforms, judged, some, unmeasured, worst
from bulletin_gen.proof.requirement import Case, practice, requirement
from bulletin_gen.style import GBT9704, GridStyle, PageStyle, TextRole, heading_role
from bulletin_gen.text.addresses import has_long_address
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, STOPS, is_latin
from bulletin_gen.units import mm_to_pt, pt_to_mm

_FEWEST_LINES = 3  # that a measure of characters rests on
_OFTEN = 0.1  # the share of lines that may end elsewhere: a number or a name kept whole
_WHOLE_ROWS = 0.15  # of the pitch
_NO_LINES = "文件里没有可量的正文行"
_PLAIN = (
    Element.BODY,
    Element.RECIPIENTS,
    Element.SIGNATURE,
    Element.ISSUE_DATE,
    Element.NOTE,
    Element.ATTACHMENT_NOTE,
)


@requirement(
    "G-01", "纸张", clause_of(PageStyle, "width_mm"), "A4 纸，{style.page.width_mm:g}×{style.page.height_mm:g} mm，竖用"
)
def paper(case: Case) -> Outcome:
    """A landscape frame may only hold a table (G-76)."""
    page = case.style.page
    off = [frame for frame in case.measured.frames if not _is_right(case, frame)]
    said = [f"{frame.place} {frame.width_mm:.1f}×{frame.height_mm:.1f} mm" for frame in off]
    return judged(said, f"{page.width_mm:g}×{page.height_mm:g} mm")


def _is_right(case: Case, frame: Frame) -> bool:
    is_turned = frame.is_landscape and frame.has_table
    sides = (frame.height_mm, frame.width_mm) if is_turned else (frame.width_mm, frame.height_mm)
    wanted = (case.style.page.width_mm, case.style.page.height_mm)
    return all(abs(found - side) <= case.tolerance.paper_mm for found, side in zip(sides, wanted, strict=True))


def is_upright(case: Case, frame: Frame) -> bool:
    """Is a frame upright and of the right size, so that positions on it tell?"""
    return not frame.is_landscape and _is_right(case, frame)


@requirement(
    "G-02", "天头", clause_of(PageStyle, "top_mm"), "上白边 {style.page.top_mm:g}±{style.tolerance.position_mm:g} mm"
)
def top_white(case: Case) -> Outcome:
    wanted = case.style.page.top_mm
    if case.is_flowing:
        outcome = _margins(case, lambda frame: frame.top_mm, wanted)
        is_raised = case.document_format is DocumentFormat.LETTER and outcome.verdict is Verdict.BREAKS
        return unmeasured(f"{outcome.found}；信函首页的标志在版心之上，须看印出的其他页") if is_raised else outcome
    pages = _tops(case)
    if not pages:
        return unmeasured(_NO_LINES)
    lowest = min(pages.values())
    faults = [f"第{page}页 {top:.1f} mm" for page, top in pages.items() if top < wanted - case.position_slack_mm]
    if faults or lowest <= wanted + case.position_slack_mm:
        return judged(faults, f"{lowest:.1f} mm")
    return (
        breaks(f"{lowest:.1f} mm")
        if len(pages) > 1
        else unmeasured(f"只有一页，首行在 {lowest:.1f} mm 处，上方或有空行")
    )


@requirement(
    "G-03", "订口", clause_of(PageStyle, "left_mm"), "左白边 {style.page.left_mm:g}±{style.tolerance.position_mm:g} mm"
)
def left_white(case: Case) -> Outcome:
    wanted = case.style.page.left_mm
    if case.is_flowing:
        return _margins(case, lambda frame: frame.left_mm, wanted)
    if len(full_lines(case)) < _FEWEST_LINES:
        return unmeasured("折行太少，量不出版心左边缘")
    return _near(case, case.text_edges[0], wanted)


@requirement(
    "G-04",
    "版心",
    clause_of(PageStyle, "text_width_mm"),
    "{style.page.text_width_mm:g}×{style.page.text_height_mm:g} mm：右边缘 {style.page.right_edge_mm:g} mm，"
    "下边缘 {style.page.bottom_edge_mm:g} mm",
)
def text_area(case: Case) -> Outcome:
    page = case.style.page
    if case.is_flowing:
        right = _margins(case, lambda frame: frame.right_mm, page.right_edge_mm, "右边缘")
        return worst([right, _margins(case, lambda frame: frame.bottom_mm, page.bottom_edge_mm, "下边缘")])
    return worst([_right_edge(case), _bottom_edge(case)])


def _right_edge(case: Case) -> Outcome:
    lines = full_lines(case)
    if len(lines) < _FEWEST_LINES:
        return unmeasured("满行太少，量不出版心右边缘")
    return _near(case, case.text_edges[1], case.style.page.right_edge_mm, "右边缘")


def _bottom_edge(case: Case) -> Outcome:
    pitch = case.pitch_pt
    if pitch is None or not case.text_pages:
        return unmeasured(_NO_LINES)
    below = (1 - case.style.grid.baseline_ratio) * pt_to_mm(pitch)
    feet = {page: lines[-1].baseline_mm + below for page, lines in case.text_pages.items()}
    most = case.style.page.bottom_edge_mm + case.position_slack_mm
    faults = [f"第{page}页末行到 {foot:.1f} mm" for page, foot in feet.items() if foot > most]
    return judged(faults, f"末行下边缘最低 {max(feet.values()):.1f} mm")


@requirement(
    "G-05", "每页行数", clause_of(GridStyle, "rows"), "每页 {style.grid.rows} 行，行距 {style.grid.line_pitch_pt:g} 磅"
)
def rows(case: Case) -> Outcome:
    if case.is_flowing:
        return _rows_by_pitch(case)
    pitch = case.pitch_pt
    if pitch is None or not case.text_pages:
        return unmeasured(_NO_LINES)
    counts = rows_on_pages(case, pitch)
    by_pitch = _fitting_rows(case, pitch)
    said = f"行距 {pitch:.2f} 磅，合 {by_pitch} 行；各页 " + "、".join(map(str, counts.values())) + " 行"
    if by_pitch != case.style.grid.rows or max(counts.values()) > case.style.grid.rows:
        return breaks(said)
    before_last = [*counts.values()][:-1]
    if not before_last or case.style.grid.rows in before_last:
        return conforms(said)
    # A page may end early for the sake of a heading or a signature; not all of them do.
    return unmeasured(f"{said}；没有排满的页") if len(before_last) < _FEWEST_LINES else breaks(said)


def _rows_by_pitch(case: Case) -> Outcome:
    wanted = case.style.grid.rows
    faults = [
        f"{paragraph.quoted()}{paragraph.pitch.said}" + ("" if pt is None else f"，合 {_fitting_rows(case, pt)} 行")
        for paragraph in case.running
        if paragraph.pitch is not None and ((pt := paragraph.pitch.pt) is None or _fitting_rows(case, pt) != wanted)
    ]
    said = dict.fromkeys(paragraph.pitch.said for paragraph in case.running if paragraph.pitch)
    return judged(faults, f"{'、'.join(said)}，合 {wanted} 行") if case.running else absent("没有正文")


def _fitting_rows(case: Case, pitch: float) -> int:
    return _how_many(case.style.page.text_height_pt + case.tolerance.pitch_pt, pitch)


@requirement(
    "G-06",
    "每行字数",
    clause_of(GridStyle, "columns"),
    "每行 {style.grid.columns} 字，字距约 {style.cell_pt:g} 磅",
)
def columns(case: Case) -> Outcome:
    """Only text of the right size tells: another size is G-08's fault, and its own."""
    other = [f"{frame.place}分 {frame.columns} 栏" for frame in case.measured.frames if frame.columns > 1]
    other += [f"{one.quoted()}{said}" for one in case.running for said in _scaled(one)]
    if other:
        return breaks(some(other)) if case.is_flowing else unmeasured(f"{some(other)}，须看印出的页面")
    left, right = case.text_edges
    width = case.style.page.text_width_mm
    if not case.is_flowing and abs(right - left - width) > case.position_slack_mm:
        return unmeasured(f"版心宽 {right - left:.1f} mm，不是 {width:g} mm，见 G-03、G-04")
    cells = _cells_by_format(case) if case.is_flowing else _cells_by_lines(case)
    if not cells:
        return unmeasured("没有字号合格、可量字距的正文行，请先改正字号")
    wanted = case.style.grid.columns
    faults = [
        f"{place}字距 {cell:.2f} 磅，合 {found} 字"
        for place, cell in cells
        if (found := _fitting(case, cell)) != wanted
    ]
    return judged(faults, f"字距 {min(cell for _, cell in cells):.2f} 磅，合 {wanted} 字")


def _scaled(paragraph: Paragraph) -> list[str]:
    """Return how its characters are narrowed or widened."""
    return [said for span in paragraph.spans for said in span.effects if said.startswith("缩放")]


def _cells_by_format(case: Case) -> list[tuple[str, float]]:
    body = case.style.text[TextRole.BODY]
    return [
        (paragraph.quoted(), span.size_pt + (span.tracking_pt or 0.0) + _grid_extra(case, paragraph))
        for paragraph in case.running
        for span in _of_usual_pitch(case, paragraph)
        if span.size_pt is not None and case.is_size(span.size_pt, body.size_pt)
    ]


def _of_usual_pitch(case: Case, paragraph: Paragraph) -> list[Span]:
    """Return a paragraph's Chinese text without what is set wider on one line, to keep its last line from holding a
    single character; a whole line and more of it is the paragraph's own pitch."""
    spans = list(han_spans(paragraph))
    least = min((span.tracking_pt or 0.0 for span in spans), default=0.0)
    even = [span for span in spans if (span.tracking_pt or 0.0) == least]
    wider = sum(len(span.text) for span in spans) - sum(len(span.text) for span in even)
    return even if wider < case.style.grid.columns else spans


def _grid_extra(case: Case, paragraph: Paragraph) -> float:
    return case.measured.frames[paragraph.frame].grid_extra_pt if paragraph.snaps_to_grid else 0.0


def _cells_by_lines(case: Case) -> list[tuple[str, float]]:
    """Return the smallest usual step of full lines without digits: what is wider was stretched."""
    size = case.style.body_size_pt
    cells = sorted(
        line.cell_pt
        for line in full_lines(case)
        if line.cell_pt is not None and case.is_size(line.size_pt, size) and not any(map(is_latin, line.text))
    )
    return [("满行", cells[_FEWEST_LINES // 2])] if len(cells) >= _FEWEST_LINES else []


def _fitting(case: Case, cell: float) -> int:
    """Return how many characters fit into a line; the tracking after the last one may stand beyond it."""
    last = min(cell, case.style.body_size_pt)
    return 1 + _how_many(case.style.page.text_width_pt + case.tolerance.pitch_pt - last, cell)


def _how_many(room: float, step: float) -> int:
    """Return how many steps fit; none where a file gives no step that leads anywhere."""
    return int(room / step) if step > 0 else 0


@requirement(
    "G-07", "撑满版心", clause_of(GridStyle, "columns"), "正文横排、不分栏，两端对齐，{style.grid.rows} 行占满版心高度"
)
def fills(case: Case) -> Outcome:
    odd = [f"{frame.place}{oddity}" for frame in case.measured.frames for oddity in frame.oddities]
    odd += [f"{one.quoted()}{oddity}" for one in [*case.of(Element.TITLE), *case.running] for oddity in one.oddities]
    return breaks(some(odd)) if odd else worst([_justified(case), _reaches_foot(case)])


def _justified(case: Case) -> Outcome:
    if case.is_flowing:
        long = [one for one in case.running if len(one.flat) > case.style.grid.columns]
        long = [one for one in long if not has_long_address(one.flat)]  # which would tear its lines apart
        faults = [f"{one.quoted()}{one.align}" for one in long if one.align is not None and one.align is not Align.BOTH]
        return judged(faults, "两端对齐")
    lines = full_lines(case)
    if len(lines) < _FEWEST_LINES:
        return unmeasured("满行太少，量不出右边是否对齐")
    _, edge = case.text_edges
    ragged = [line for line in lines if _is_off(line, edge, case.tolerance.right_edge_mm)]
    said = f"{len(ragged)} 行右边不齐（共 {len(lines)} 个满行）"
    return breaks(said) if len(ragged) > max(1, _OFTEN * len(lines)) else conforms("两端对齐")


def _is_off(line: Line, edge: float, slack: float) -> bool:
    """Does a line end elsewhere than at the edge? A mark may hang beyond it."""
    hangs = line.text[-1] in STOPS
    return _shortfall(line, edge) > slack or (line.right_mm - edge > slack and not hangs)


def _shortfall(line: Line, edge: float) -> float:
    """Return how far a line ends before the edge; a mark at its end may have been set half as wide."""
    half = pt_to_mm(line.size_pt) / 2 if line.text[-1] in STOPS or line.text[-1] in AMBIGUOUS_WIDE else 0.0
    return edge - line.right_mm - half


def _reaches_foot(case: Case) -> Outcome:
    pitches = [one.pitch.pt for one in case.running if one.pitch is not None and one.pitch.pt is not None]
    pitch = (max(pitches, default=None)) if case.is_flowing else case.pitch_pt
    rows_wanted = case.style.grid.rows
    if pitch is None or _fitting_rows(case, pitch) != rows_wanted:
        return absent("行距不合，见 G-05")
    gap, usual = _foot_gap(case, pitch), _foot_gap(case, case.style.grid.line_pitch_pt)
    said = f"{rows_wanted} 行后版心下部空 {max(gap, 0):.1f} mm"
    most = max(case.tolerance.foot_gap_mm, usual + pt_to_mm(rows_wanted * case.tolerance.pitch_pt))
    return breaks(said) if gap > most else conforms(said)


def _foot_gap(case: Case, pitch: float) -> float:
    """Return what a page full of rows leaves free of the text area, in mm."""
    return pt_to_mm(case.style.page.text_height_pt - case.style.grid.rows * pitch)


@requirement(
    "G-08", "正文字体字号", GBT9704.text[TextRole.BODY].clause, "{look[公文正文]}（{style.body_size_pt:g} 磅）"
)
def body_face(case: Case) -> Outcome:
    """What runs on after a heading is text as well, unless it wears the heading's face: that is G-54's matter."""
    texts = [replace(one, spans=tuple(_own_text(case, one))) for one in case.of(*HEADINGS)]
    return look(case, [*case.of(*_PLAIN), *texts], TextRole.BODY)


def _own_text(case: Case, heading: Paragraph) -> list[Span]:
    own = case.style.text[heading_role(heading.element.level or 1)].face
    body = case.style.text[TextRole.BODY].face
    return [span for span in after_heading(heading) if is_face(case, span, body) or not is_face(case, span, own)]


@requirement("G-10", "段前段后", practice("3.2、5.2.3"), "正文段前段后不加距，行距相等")
def no_extra_space(case: Case) -> Outcome:
    if case.is_flowing:
        spaced = [one for one in case.measured.paragraphs if one.extra_space_pt and not _is_placed_by_space(one)]
        return judged([f"{one.quoted()}段前段后共 {one.extra_space_pt:g} 磅" for one in spaced], "段前段后均为 0")
    pitch = case.pitch_pt
    if pitch is None:
        return unmeasured(_NO_LINES)
    gaps = [(below, mm_to_pt(below.baseline_mm - above.baseline_mm) / pitch) for above, below in _neighbours(case)]
    off = [
        f"第{line.page}页“{line.text[:8]}”上方 {gap:.2f} 行"
        for line, gap in gaps
        if abs(gap - round(gap)) > _WHOLE_ROWS
    ]
    return judged(off, f"行距均为 {pitch:.2f} 磅的整数倍")


def _is_placed_by_space(paragraph: Paragraph) -> bool:
    """May space put it where it ought to stand: in a table, or the mark at its height on the first page?"""
    return paragraph.in_table or paragraph.element is Element.ORGAN_MARK


def _neighbours(case: Case) -> list[tuple[Line, Line]]:
    lines = case.running_lines
    return [(a, b) for a, b in itertools.pairwise(lines) if a.page == b.page]


@requirement("G-11", "孤行控制", practice("5.2.3"), "关闭孤行控制")
def widow_control(case: Case) -> Outcome:
    if not case.is_flowing:
        return absent("版面已排定，每页行数见 G-05")
    faults = [f"{one.quoted()}开着孤行控制" for one in case.running if one.controls_widows]
    return judged(faults, "已关闭")


def full_lines(case: Case) -> list[Line]:
    """Return the lines of the text that another one of the same paragraph follows."""
    return [line for paragraph in case.upright for line in paragraph.lines[:-1]]


def rows_on_pages(case: Case, pitch: float) -> dict[int, int]:
    """Return on which row of the grid, counted from the first of any page, each page's last line stands."""
    pages = case.text_pages
    first = min(lines[0].baseline_mm for lines in pages.values())
    return {page: round(mm_to_pt(lines[-1].baseline_mm - first) / pitch) + 1 for page, lines in pages.items()}


def _tops(case: Case) -> dict[int, float]:
    """Return the top of the first line of each page."""
    pitch = case.pitch_pt
    if pitch is None:
        return {}
    above = case.style.grid.baseline_ratio * pt_to_mm(pitch)
    return {page: lines[0].baseline_mm - above for page, lines in case.text_pages.items()}


def _margins(case: Case, side: Callable[[Frame], float | None], wanted: float, name: str = "") -> Outcome:
    upright = [frame for frame in case.measured.frames if is_upright(case, frame)]
    found = [(frame, mm) for frame in upright if (mm := side(frame)) is not None]
    if not found:
        return absent("纸张不合，见 G-01")
    slack = case.position_slack_mm
    off = [f"{frame.place}{name} {mm:.1f} mm" for frame, mm in found if abs(mm - wanted) > slack]
    return judged(off, f"{name} {found[0][1]:.1f} mm".strip())


def _near(case: Case, found: float, wanted: float, name: str = "") -> Outcome:
    said = f"{name} {found:.1f} mm".strip()
    return conforms(said) if abs(found - wanted) <= case.position_slack_mm else breaks(said)
