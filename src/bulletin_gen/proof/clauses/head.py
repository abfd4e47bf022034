"""Clause 7.2: the head of an issued document (版头)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bulletin_gen.clause import clause_of
from bulletin_gen.element import Element
from bulletin_gen.frozen import frozen
from bulletin_gen.proof.clauses.extent import extent_of, room_mm
from bulletin_gen.proof.clauses.looks import han_spans, is_face, look, said_faces
from bulletin_gen.proof.face_names import shown
from bulletin_gen.proof.measured import Line, Paragraph, Stroke, is_red
from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, judged, unmeasured, worst
from bulletin_gen.proof.requirement import Case, must, practice, requirement
from bulletin_gen.style import GBT9704, HeadStyle, TextRole
from bulletin_gen.text.head_forms import COPY_NUMBER, DOCUMENT_NUMBER, SECRECY, URGENCY
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm

_SIGNER = Regex("签发人：.+")  # 签发人：甲某; not 签发人 甲某
_UPWARD = Regex("(?:报告|请示)(?:（[^（）]+）)?$")  # ……的报告 ……的请示（代拟稿）; not ……报告的通知
_ABOVE_EM, _BELOW_EM = 0.86, 0.08  # how far the ink of a Chinese character reaches from its baseline
_ROWS = 0.8  # of the pitch: two blank lines below a large mark are reckoned from its ink


@frozen
class Edge:
    """An edge that heights are told from: its name, and where it is."""

    name: str
    at_mm: Callable[[Case], float]


TEXT_TOP = Edge("版心上边缘", lambda case: case.style.page.top_mm)
PAPER_TOP = Edge("上页边", lambda case: 0.0)


@requirement(
    "G-20", "份号", GBT9704.text[TextRole.COPY_NUMBER].clause, "6位阿拉伯数字，{look[份号]}，版心左上角第一行顶格"
)
def copy_number(case: Case) -> Outcome:
    return _flush(case, Element.COPY_NUMBER, COPY_NUMBER)


@requirement(
    "G-21", "密级和保密期限", GBT9704.text[TextRole.SECRECY].clause, "{look[密级和紧急程度]}，顶格，如“机密★1年”"
)
def secrecy(case: Case) -> Outcome:
    return worst([_flush(case, Element.SECRECY, SECRECY), _black(case, Element.SECRECY)])


@requirement(
    "G-22",
    "紧急程度",
    must("7.2.3"),
    "“特急”或“加急”，{look[密级和紧急程度]}，顶格；依次为份号、密级、紧急程度，各占一行",
)
def urgency(case: Case) -> Outcome:
    order = [Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY]
    found = [one.element for one in case.of(*order)]
    outcome = worst([_flush(case, Element.URGENCY, URGENCY), _black(case, Element.URGENCY)])
    return breaks(f"次序为{'、'.join(found)}") if found != sorted(found, key=order.index) else outcome


def _flush(case: Case, element: Element, form: Regex) -> Outcome:
    found = case.of(element)
    if not found:
        return absent(f"没有{element}")
    faults = [f"写作“{one.flat.strip()}”" for one in found if not form.fullmatch(one.flat.strip())]
    for one in found:
        extent = extent_of(case, one)
        faults += ["没有顶格"] if extent and abs(extent.left_mm) > case.tolerance.position_mm else []
    return judged(faults, found[0].flat.strip())


def _black(case: Case, element: Element) -> Outcome:
    found = case.of(element)
    return look(case, found, TextRole.SECRECY) if found else absent(f"没有{element}")


@requirement(
    "G-23",
    "发文机关标志",
    clause_of(HeadStyle, "mark_below_text_top_mm"),
    "红色，居中，上边缘距版心上边缘 {style.head.mark_below_text_top_mm:g} mm",
)
def mark(case: Case) -> Outcome:
    found = case.of(Element.ORGAN_MARK)
    if not found:
        return _without_head(case, "发文机关标志")
    return worst([mark_looks(found), mark_place(case, found, case.style.head.mark_below_text_top_mm)])


def _without_head(case: Case, name: str) -> Outcome:
    if not case.is_issued:
        return absent("公布稿不带版头")
    if case.of(Element.ORGAN_MARK):
        return breaks(f"有发文机关标志而没有{name}")
    return unmeasured(f"没有{name}；用预印红头纸时由纸上印出")


def mark_looks(marks: Sequence[Paragraph]) -> Outcome:
    """Judge whether a mark is red."""
    spans = [span for one in marks for span in han_spans(one)]
    faults = [f"{one.quoted()}不是红色" for one in marks for span in han_spans(one) if not is_red(span.colour)]
    return judged(faults, f"红色，{said_faces(spans)}")


def mark_place(case: Case, marks: Sequence[Paragraph], wanted_mm: float, edge: Edge = TEXT_TOP) -> Outcome:
    """Judge how far the mark's top stands below an edge."""
    lines = [line for one in marks for line in one.lines]
    if not lines:
        return unmeasured("DOCX 里量不出发文机关标志的高度")
    below = min(ink_top_mm(line) for line in lines) - edge.at_mm(case)
    slack = case.tolerance.position_mm + 0.02 * pt_to_mm(max(line.size_pt for line in lines))
    said = f"上边缘距{edge.name} {below:.1f} mm（按字框推算）"
    return judged([said] if abs(below - wanted_mm) > slack else [], said)


def ink_top_mm(line: Line) -> float:
    """Return where the ink of a line of Chinese begins, reckoned from its baseline."""
    return line.baseline_mm - _ABOVE_EM * pt_to_mm(line.size_pt)


def ink_foot_mm(line: Line) -> float:
    """Return where the ink of a line of Chinese ends, reckoned from its baseline."""
    return line.baseline_mm + _BELOW_EM * pt_to_mm(line.size_pt)


@requirement("N-04", "发文机关标志字体", GBT9704.text[TextRole.ORGAN_MARK].clause, "{style.text[发文机关标志].face}")
def mark_face(case: Case) -> Outcome:
    marks, wanted = case.of(Element.ORGAN_MARK), case.style.text[TextRole.ORGAN_MARK].face
    if not marks:
        return absent("没有发文机关标志")
    spans = [(one, span) for one in marks for span in han_spans(one) if span.face is not None]
    faults = [f"{one.quoted()}为{shown(span.face or '')}" for one, span in spans if not is_face(case, span, wanted)]
    return judged(faults, said_faces(span for _, span in spans)) if spans else unmeasured("文件没有写明字体")


@requirement(
    "G-25",
    "发文字号位置",
    clause_of(HeadStyle, "rows_above_number"),
    "发文机关标志下空 {style.head.rows_above_number} 行，居中，{look[发文字号]}",
)
def number_place(case: Case) -> Outcome:
    found = case.of(Element.DOCUMENT_NUMBER)
    if not found:
        return _without_number(case)
    looks = look(case, [_number_alone(one) for one in found], TextRole.DOCUMENT_NUMBER)
    gap = number_gap(case, found[0], case.style.head.rows_above_number)
    return worst([looks, gap, number_centre(case, found[0])])


def _without_number(case: Case) -> Outcome:
    return unmeasured("没有发文字号，签发时须补上") if case.is_issued else absent("公布稿不带版头")


def _number_alone(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph without the signer, who may stand on its row."""
    at = paragraph.flat.find("签发人")
    return paragraph if at < 0 else replace(paragraph, spans=tuple(han_spans(paragraph, at)))


def number_gap(case: Case, number: Paragraph, wanted: int) -> Outcome:
    """Judge how many blank rows there are between the mark and the number."""
    marks, pitch = [line for one in case.of(Element.ORGAN_MARK) for line in one.lines], case.pitch_pt
    if not case.of(Element.ORGAN_MARK):
        return absent("没有发文机关标志")
    if case.is_flowing or not marks or pitch is None or not number.lines:
        return unmeasured("DOCX 里量不出发文字号与标志的距离")
    foot = max(map(ink_foot_mm, marks))
    top = number.lines[0].baseline_mm - case.style.grid.baseline_ratio * pt_to_mm(pitch)
    gap = (top - foot) / pt_to_mm(pitch)
    said = f"标志下空 {gap:.1f} 行"
    return judged([said] if abs(gap - wanted) > _ROWS else [], said)


def number_centre(case: Case, number: Paragraph) -> Outcome:
    """Judge whether the number is centred."""
    if case.of(Element.SIGNER) or "签发人" in number.flat:
        return absent("有签发人，见 G-27")
    extent = extent_of(case, number)
    if extent is None:
        return unmeasured("量不出发文字号的位置")
    off = abs(extent.centre_mm - room_mm(case) / 2)
    return judged(["发文字号没有居中"] if off > case.cell_mm / 2 else [], "居中")


@requirement(
    "G-26",
    "发文字号写法",
    GBT9704.text[TextRole.DOCUMENT_NUMBER].clause,
    "机关代字〔年份〕序号：六角括号，四位年份，不加“第”，不编虚位",
)
def number_form(case: Case) -> Outcome:
    found = case.of(Element.DOCUMENT_NUMBER)
    if not found:
        return _without_number(case)
    texts = [one.flat.partition("签发人")[0].strip(" \t\u3000") for one in found]
    return judged([f"写作“{text}”" for text in texts if not DOCUMENT_NUMBER.fullmatch(text)], texts[0])


@requirement(
    "G-27",
    "签发人",
    GBT9704.text[TextRole.SIGNER].clause,
    "只有上行文标注；标签{look[发文字号]}加全角冒号，姓名{look[签发人姓名]}，居右空 {style.head.side_cells} 字",
)
def signer(case: Case) -> Outcome:
    found = [
        one
        for one in case.measured.paragraphs
        if "签发人" in one.flat and one.element in (Element.SIGNER, Element.DOCUMENT_NUMBER)
    ]
    if not found:
        return absent("没有签发人")
    title = "".join(one.flat for one in case.of(Element.TITLE))
    if title and not _UPWARD.search(title):
        return breaks("不是上行文，版头不标注签发人")
    text = found[0].flat[found[0].flat.index("签发人") :].strip()
    return worst(
        [judged([] if _SIGNER.fullmatch(text) else [f"写作“{text}”"], text), unmeasured("姓名的位置须看印出的页面")]
    )


@requirement(
    "G-28",
    "红色分隔线",
    clause_of(HeadStyle, "rule_below_number_mm"),
    "发文字号下 {style.head.rule_below_number_mm:g} mm，与版心等宽，红色",
)
def red_rule(case: Case) -> Outcome:
    rules = [stroke for stroke in case.measured.strokes if stroke.is_red]
    if not rules:
        return _without_head(case, "红色分隔线")
    return worst([_rule_width(case, rules[0]), _rule_height(case, rules[0])])


def _rule_width(case: Case, stroke: Stroke) -> Outcome:
    wanted = case.style.page.text_width_mm
    if stroke.width_mm is None:
        return unmeasured("量不出红线的长度")
    said = f"长 {stroke.width_mm:.1f} mm"
    return judged([said] if abs(stroke.width_mm - wanted) > case.tolerance.position_mm else [], said)


def _rule_height(case: Case, stroke: Stroke) -> Outcome:
    numbers = [line for one in case.of(Element.DOCUMENT_NUMBER) for line in one.lines]
    if stroke.y_mm is None or not numbers:
        return unmeasured("DOCX 里量不出红线的高度" if case.is_flowing else "没有发文字号，量不出红线与它的距离")
    foot = ink_foot_mm(numbers[-1])
    said = f"在发文字号下 {stroke.y_mm - foot:.1f} mm（按字框推算）"
    off = abs(stroke.y_mm - foot - case.style.head.rule_below_number_mm)
    return judged([said] if off > case.tolerance.position_mm else [], said)


@requirement("G-29", "首页显示正文", must("7.3.3"), "公文首页必须显示正文")
def first_page(case: Case) -> Outcome:
    if not case.is_flowing:
        return _first_page_lines(case)
    if case.of(Element.ORGAN_MARK):
        return unmeasured("DOCX 不分页，须看印出的首页")
    before = case.of(Element.TITLE, Element.RECIPIENTS)
    rows = sum(
        1 + one.text.count("\n") + (one.blank_before or 0) + len(one.flat) // case.style.grid.columns for one in before
    )
    return judged([f"正文之前约 {rows} 行"] if rows >= case.style.grid.rows else [], f"正文之前约 {rows} 行")


def _first_page_lines(case: Case) -> Outcome:
    count = sum(line.page == 1 for line in case.running_lines)
    odd = "、".join(case.measured.frames[0].oddities) if case.measured.frames else ""
    if odd and not count:
        return unmeasured(f"首页{odd}，须看印出的页面")
    return conforms(f"首页有正文 {count} 行") if count else breaks("首页没有正文")


@requirement("N-01", "公布稿", practice(), "不带份号、密级、版头、版记")
def published(case: Case) -> Outcome:
    if case.is_issued:
        return absent("印发稿")
    held = (
        Element.COPY_NUMBER,
        Element.SECRECY,
        Element.URGENCY,
        Element.ORGAN_MARK,
        Element.DOCUMENT_NUMBER,
        Element.SIGNER,
    )
    found = [*case.of(*held), *case.of(Element.COPIES_TO, Element.PRINTING)]
    return judged([f"带有{one.element}“{one.flat.strip()[:12]}”" for one in found], "没有")
