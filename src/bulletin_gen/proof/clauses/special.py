"""Section 10: letters (信函格式), orders (命令（令）格式) and minutes (纪要格式), each by clauses of its own."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from bulletin_gen.clause import clause_of
from bulletin_gen.element import Element
from bulletin_gen.proof.clauses.extent import extent_of, room_mm
from bulletin_gen.proof.clauses.head import (
    PAPER_TOP,
    Edge,
    ink_foot_mm,
    ink_top_mm,
    mark_looks,
    mark_place,
    number_centre,
    number_gap,
)
from bulletin_gen.proof.clauses.looks import is_face, look
from bulletin_gen.proof.elements import attendance_label, is_attendance
from bulletin_gen.proof.formats import DocumentFormat
from bulletin_gen.proof.measured import Line, Paragraph, Stroke
from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, judged, unmeasured, worst
from bulletin_gen.proof.requirement import Case, Judge, must, requirement
from bulletin_gen.style import LetterStyle, MinutesStyle, OrderStyle, TextRole
from bulletin_gen.units import pt_to_mm

_PAIR_MM = 3.0  # what is further apart is no double rule
_PAIR = 2


def _only(format: DocumentFormat, judge: Judge) -> Judge:
    """Let a clause judge files of one format only."""
    return lambda case: judge(case) if case.document_format is format else absent(f"不是{format}")


_letter = partial(_only, DocumentFormat.LETTER)
_order = partial(_only, DocumentFormat.ORDER)
_minutes = partial(_only, DocumentFormat.MINUTES)


def _mark(case: Case, wanted_mm: float, *edge: Edge) -> Outcome:
    marks = case.of(Element.ORGAN_MARK)
    return worst([mark_looks(marks), mark_place(case, marks, wanted_mm, *edge)])


@requirement(
    "S-01",
    "信函的发文机关标志",
    clause_of(LetterStyle, "mark_below_paper_top_mm"),
    "红色，上边缘至上页边 {style.letter.mark_below_paper_top_mm:g} mm；联合行文只用主办机关的",
)
@_letter
def letter_mark(case: Case) -> Outcome:
    return _mark(case, case.style.letter.mark_below_paper_top_mm, PAPER_TOP)


@requirement(
    "S-02",
    "信函的红色双线",
    clause_of(LetterStyle, "rule_width_mm"),
    "标志下 {style.letter.rule_below_mark_mm:g} mm 上粗下细，"
    "距下页边 {style.letter.rule_above_paper_foot_mm:g} mm 上细下粗，长 {style.letter.rule_width_mm:g} mm，居中",
)
@_letter
def letter_rules(case: Case) -> Outcome:
    red = [stroke for stroke in case.measured.strokes if stroke.is_red and stroke.page in (None, 1)]
    if case.is_flowing:
        return worst([_lengths(case, red), unmeasured("DOCX 里量不出双线的高度和粗细次序")])
    pairs = _pairs(red)
    if len(pairs) != _PAIR:
        return breaks(f"首页有红线 {len(pairs)} 处，应为上下两处")
    return worst([_lengths(case, red), _head_pair(case, pairs[0]), _foot_pair(case, pairs[1])])


def _pairs(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return the strokes from top to bottom, those that stand close together as one."""
    pairs: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=_y):
        if not pairs or _y(stroke) - _y(pairs[-1][-1]) > _PAIR_MM:
            pairs.append([])
        pairs[-1].append(stroke)
    return pairs


def _y(stroke: Stroke) -> float:
    return stroke.y_mm or 0.0


def _lengths(case: Case, strokes: Sequence[Stroke]) -> Outcome:
    """Judge the rules' lengths, and whether they stand in the middle of the paper or of the text area."""
    wanted, slack, page = case.style.letter.rule_width_mm, case.tolerance.position_mm, case.style.page
    known = [stroke for stroke in strokes if stroke.width_mm is not None]
    faults = [f"长 {one.width_mm:.1f} mm" for one in known if abs((one.width_mm or 0.0) - wanted) > slack]
    middles = sorted((page.width_mm / 2, (page.left_mm + page.right_edge_mm) / 2))
    for one in strokes:
        middle = None if one.left_mm is None else one.left_mm + (one.width_mm or 0.0) / 2
        if middle is not None and not middles[0] - slack <= middle <= middles[-1] + slack:
            faults.append(f"中点距左页边 {middle:.1f} mm，没有居中")
    return judged(faults, f"长 {wanted:g} mm") if known else unmeasured("量不出红线的长度")


def _head_pair(case: Case, pair: Sequence[Stroke]) -> Outcome:
    foot = max((ink_foot_mm(line) for line in _lines(case, Element.ORGAN_MARK)), default=None)
    if foot is None:
        return unmeasured("没有发文机关标志，量不出双线与它的距离")
    below = _y(pair[0]) - foot
    off = abs(below - case.style.letter.rule_below_mark_mm) > case.tolerance.position_mm
    said = f"上面的双线在标志下 {below:.1f} mm（按字框推算）"
    return worst([judged([said] if off else [], said), _order_of(pair, "上面", thick_first=True)])


def _foot_pair(case: Case, pair: Sequence[Stroke]) -> Outcome:
    above = case.style.page.height_mm - _y(pair[-1])
    off = abs(above - case.style.letter.rule_above_paper_foot_mm) > case.tolerance.position_mm
    said = f"下面的双线距下页边 {above:.1f} mm"
    return worst([judged([said] if off else [], said), _order_of(pair, "下面", thick_first=False)])


def _order_of(pair: Sequence[Stroke], name: str, *, thick_first: bool) -> Outcome:
    """Judge which line of a double rule is the thick one."""
    wanted = "上粗下细" if thick_first else "上细下粗"
    if len(pair) != _PAIR:
        return breaks(f"{name}的红线有 {len(pair)} 条，不是双线")
    first, second = (one.thickness_mm for one in pair)
    if first is None or second is None:
        return unmeasured(f"量不出{name}双线的粗细")
    thick, thin = (first, second) if thick_first else (second, first)
    return conforms(f"{name}的{wanted}") if thick > thin else breaks(f"{name}的双线不是{wanted}")


def _lines(case: Case, element: Element) -> list[Line]:
    return [line for one in case.of(element) for line in one.lines]


@requirement(
    "S-03",
    "信函的发文字号",
    clause_of(LetterStyle, "number_below_rule_em"),
    "{look[发文字号]}，顶格居版心右边缘，在双线下 3号字高的 7/8；份号、密级、紧急程度顶格居左",
)
@_letter
def letter_number(case: Case) -> Outcome:
    numbers = case.of(Element.DOCUMENT_NUMBER)
    if not numbers:
        return unmeasured("没有发文字号，签发时须补上")
    extent = extent_of(case, numbers[0])
    right = None if extent is None else room_mm(case) - extent.right_mm
    is_loose = right is not None and abs(right) > case.tolerance.position_mm
    flush = judged([f"发文字号距版心右边缘 {right:.1f} mm"] if is_loose else [], "顶格居右")
    return worst([flush, look(case, numbers, TextRole.DOCUMENT_NUMBER), _below_rule(case)])


def _below_rule(case: Case) -> Outcome:
    """Judge how far the first thing below the double rule stands from it."""
    red = [_y(one) for one in case.measured.strokes if one.is_red and one.page == 1]
    parts = (Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY, Element.DOCUMENT_NUMBER)
    lines = [line for element in parts for line in _lines(case, element)]
    top = min(map(ink_top_mm, lines), default=None)
    above = [y for y in red if top is not None and y < top]
    if top is None or not above:
        return unmeasured("DOCX 里量不出发文字号与双线的距离" if case.is_flowing else "没有认出双线")
    gap, wanted = top - max(above), case.style.letter.number_below_rule_em * pt_to_mm(case.style.body_size_pt)
    said = f"在双线下 {gap:.1f} mm（按字框推算）"
    return judged([said] if abs(gap - wanted) > case.tolerance.position_mm else [], said)


@requirement(
    "S-04",
    "信函的标题",
    clause_of(LetterStyle, "rows_above_title"),
    "居中，与其上最后一个要素相距 {style.letter.rows_above_title} 行",
)
@_letter
def letter_title(case: Case) -> Outcome:
    return _blank_rows(case.of(Element.TITLE), case.style.letter.rows_above_title, "标题")


def _blank_rows(found: Sequence[Paragraph], wanted: int, name: str) -> Outcome:
    """Judge the blank rows above the first of some paragraphs."""
    blank = found[0].blank_before if found else None
    if blank is None:
        return unmeasured(f"量不出{name}上方空几行" if found else f"没有认出{name}")
    return judged([f"{name}上方空 {blank} 行"] if blank != wanted else [], f"{name}上方空 {blank} 行")


@requirement("S-05", "信函的页码", must("10.1"), "首页不显示页码")
@_letter
def letter_page_number(case: Case) -> Outcome:
    numbers, numbering = case.measured.page_numbers, case.measured.numbering
    if numbering is not None:
        return (
            conforms("首页没有页码")
            if numbering.without_first or not numbers
            else breaks("首页没有另设页脚，也显示页码")
        )
    if any(one.frame == 0 for one in numbers):
        return breaks("首页有页码")
    off = [one.pages for one in numbers if one.number != one.frame + 1]
    return judged([f"{place}的页码不连续" for place in off], "首页没有页码")


@requirement("S-06", "信函的版记", must("10.1"), "不加印发机关和印发日期、分隔线，在最后一面版心内最下方")
@_letter
def letter_colophon(case: Case) -> Outcome:
    printing, copies = case.of(Element.PRINTING), case.of(Element.COPIES_TO)
    if not printing and not copies:
        return absent("没有版记")
    first = case.measured.paragraphs.index((copies or printing)[0])
    faults = [f"有印发机关和印发日期“{one.flat.strip()[:12]}”" for one in printing]
    faults += ["版记有分隔线"] if any(_is_by_colophon(case, one, first) for one in case.measured.strokes) else []
    return judged(faults, "没有印发机关和印发日期、分隔线")


def _is_by_colophon(case: Case, stroke: Stroke, first: int) -> bool:
    """Does a black line stand by the paragraphs from `first` on?"""
    if stroke.is_red:
        return False
    if case.is_flowing:
        return stroke.at is not None and stroke.at >= first
    top = case.measured.paragraphs[first].lines[0]
    return stroke.page == top.page and _y(stroke) > top.baseline_mm - 2 * pt_to_mm(top.size_pt)


@requirement(
    "S-11",
    "命令的发文机关标志",
    clause_of(OrderStyle, "mark_below_text_top_mm"),
    "红色，上边缘至版心上边缘 {style.order.mark_below_text_top_mm:g} mm",
)
@_order
def order_mark(case: Case) -> Outcome:
    return _mark(case, case.style.order.mark_below_text_top_mm)


@requirement(
    "S-12",
    "令号和正文",
    clause_of(OrderStyle, "rows_above_number"),
    "标志下空 {style.order.rows_above_number} 行居中编排令号，令号下空 {style.order.rows_above_text} 行编排正文",
)
@_order
def order_number(case: Case) -> Outcome:
    numbers = case.of(Element.DOCUMENT_NUMBER)
    if not numbers:
        return breaks("没有令号") if case.is_issued else unmeasured("没有认出令号")
    gap = number_gap(case, numbers[0], case.style.order.rows_above_number)
    texts = [below for above, below in pairwise(case.measured.paragraphs) if above is numbers[-1]]
    return worst([number_centre(case, numbers[0]), gap, _blank_rows(texts, case.style.order.rows_above_text, "正文")])


@requirement(
    "S-21",
    "纪要标志",
    clause_of(MinutesStyle, "mark_below_text_top_mm"),
    "红色，居中，上边缘至版心上边缘 {style.minutes.mark_below_text_top_mm:g} mm",
)
@_minutes
def minutes_mark(case: Case) -> Outcome:
    return _mark(case, case.style.minutes.mark_below_text_top_mm)


@requirement(
    "S-22",
    "出席、请假、列席名单",
    clause_of(MinutesStyle, "attendance_cells"),
    "正文或附件说明下空 {style.minutes.rows_above_attendance} 行，左空 {style.minutes.attendance_cells} 字；"
    "“出席：”用3号黑体，姓名用3号仿宋，回行与首个姓名对齐",
)
@_minutes
def attendance(case: Case) -> Outcome:
    found = [one for one in case.measured.paragraphs if is_attendance(one)]
    if not found:
        return absent("没有出席、请假、列席名单")
    return worst([_blank_rows(found, case.style.minutes.rows_above_attendance, "名单"), _attendance(case, found)])


def _attendance(case: Case, found: Sequence[Paragraph]) -> Outcome:
    faults = []
    for one in found:
        extent, label, names = extent_of(case, one), one.spans[0], one.spans[1:]
        cells = None if extent is None else extent.left_mm / case.cell_mm
        if cells is not None and abs(cells - case.style.minutes.attendance_cells) > case.tolerance.cells:
            faults.append(f"{one.quoted()}左空 {cells:.1f} 字")
        if not _is_hanging(case, one):
            faults.append(f"{one.quoted()}回行没有与首个姓名对齐")
        if label.face is not None and not is_face(case, label, case.style.text[TextRole.HEADING_1].face):
            faults.append(f"{one.quoted()}的标签不是黑体")
        body = case.style.text[TextRole.BODY].face
        if any(span.face is not None and not span.is_latin and not is_face(case, span, body) for span in names):
            faults.append(f"{one.quoted()}的姓名不是仿宋")
    return judged(faults, found[0].quoted(20))


def _is_hanging(case: Case, paragraph: Paragraph) -> bool:
    """Do the further lines begin below the first name?"""
    label = len(attendance_label(paragraph)) * case.cell_mm
    if case.is_flowing:
        wraps = len(paragraph.flat) > case.style.grid.columns
        first, further = paragraph.first_mm or 0.0, [paragraph.left_mm or 0.0] if wraps else []
    else:
        first, further = paragraph.lines[0].left_mm, [line.left_mm for line in paragraph.lines[1:]]
    return all(abs(left - first - label) <= case.tolerance.cells * case.cell_mm for left in further)
