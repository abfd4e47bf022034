"""Clauses 7.3.1 and 7.3.2: title and recipients."""

from itertools import accumulate, pairwise

from bulletin_gen.clause import clause_of
from bulletin_gen.element import Element
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.placing.sense import NEVER, sense_costs
from bulletin_gen.placing.title import is_shapely
from bulletin_gen.proof.clauses.looks import face_faults, han_spans, said_faces
from bulletin_gen.proof.measured import Align, Paragraph, Stroke
from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, judged, unmeasured, worst
from bulletin_gen.proof.requirement import Case, must, practice, requirement
from bulletin_gen.style import GBT9704, HeadStyle, ParagraphStyle, TextRole
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import mm_to_pt

# The kinds of official document: 《党政机关公文处理工作条例》, article 8.
_KINDS = "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
_TITLE = Regex(
    f".{{2,200}}关于.{{1,200}}的(?:{_KINDS})(?:（.{{1,40}}）)?"
)  # 某局关于整改情况的通报; not 关于整改情况的通报
_MARKS = Regex("[。，；：！？,;:!?]")  # 、《》“” may stand in a title
_GLUED = "的和与及、等"
_SHORTEST_LINE = 3  # 通报 alone is no line


@requirement(
    "G-31",
    "标题字体字号",
    GBT9704.text[TextRole.TITLE].clause,
    "{look[公文标题]}（{style.text[公文标题].size_pt:g} 磅），居中",
)
def face(case: Case) -> Outcome:
    titles = case.of(Element.TITLE)
    if not titles:
        return _without_title(case)
    wanted = case.style.text[TextRole.TITLE]
    faults = [fault for one in titles for fault in face_faults(case, one, han_spans(one), wanted)]
    faults += [f"{one.quoted()}没有居中" for one in titles if not _is_centred(case, one)]
    return judged(faults, f"{said_faces(span for one in titles for span in han_spans(one))}，居中")


def _without_title(case: Case) -> Outcome:
    return breaks("没有标题") if case.is_issued else absent("文中没有标题，由网页标题栏代替")


def _is_centred(case: Case, paragraph: Paragraph) -> bool:
    if case.is_flowing:
        return paragraph.align is Align.CENTRE and abs(paragraph.first_mm or 0.0) <= case.tolerance.position_mm
    middle = sum(case.text_edges) / 2
    return all(abs(line.centre_mm - middle) <= case.tolerance.position_mm for line in paragraph.lines)


@requirement(
    "G-32", "标题与红线", clause_of(HeadStyle, "rows_above_title"), "红色分隔线下空 {style.head.rows_above_title} 行"
)
def below_rule(case: Case) -> Outcome:
    titles, wanted = case.of(Element.TITLE), case.style.head.rows_above_title
    rules = [stroke for stroke in case.measured.strokes if stroke.is_red]
    if not titles or not rules:
        return absent("没有红色分隔线")
    blank = titles[0].blank_before if case.is_flowing else _rows_below(case, rules[-1], titles[0])
    if blank is None:
        return unmeasured("量不出标题上方空几行")
    said = f"空 {blank:.1f} 行".replace(".0", "")
    return judged([said] if abs(blank - wanted) > case.tolerance.rows else [], said)


def _rows_below(case: Case, stroke: Stroke, title: Paragraph) -> float | None:
    """Return how many rows of the text would stand between a line and the title."""
    pitch = case.pitch_pt
    if pitch is None or stroke.y_mm is None or not title.lines or stroke.page != title.lines[0].page:
        return None
    gap = title.lines[0].baseline_mm - stroke.y_mm
    return mm_to_pt(gap) / pitch - case.style.grid.baseline_ratio


@requirement("G-33", "标题位置", practice(), "无版头时标题上方空 0～{style.tolerance.rows_above_title} 行")
def start(case: Case) -> Outcome:
    titles = case.of(Element.TITLE)
    if not titles or case.of(Element.ORGAN_MARK):
        return absent("有版头" if titles else "没有标题")
    blank = titles[0].blank_before
    if blank is None:
        blank = _rows_above(case, titles[0])
    said = f"上方空 {blank} 行"
    return conforms(said) if blank <= case.tolerance.rows_above_title else unmeasured(said)


def _rows_above(case: Case, title: Paragraph) -> int:
    pitch = case.pitch_pt or case.style.grid.line_pitch_pt
    if not title.lines:
        return 0
    first = title.lines[0].baseline_mm - case.style.page.top_mm
    return max(0, round(mm_to_pt(first) / pitch - case.style.grid.baseline_ratio))


@requirement(
    "G-34",
    "标题回行",
    clause_of(ParagraphStyle, "title_cells"),
    "一个段落内手动断行，每行不超过 {style.paragraph.title_cells} 字，梯形或菱形",
)
def shape(case: Case) -> Outcome:
    titles = case.of(Element.TITLE)
    if not titles:
        return _without_title(case)
    lines = _lines(titles)
    widths = [nominal_width(line, Spacing(1.0, 0.0, case.style.engine)) for line in lines]
    said = "、".join(f"{width:.1f}".removesuffix(".0") for width in widths) + " 字"
    most = case.style.paragraph.title_cells
    faults = [f"“{line[:8]}…”一行宽 {width:.1f} 字" for line, width in zip(lines, widths, strict=True) if width > most]
    faults += [f"标题分成 {len(titles)} 个段落"] if case.is_flowing and len(titles) > 1 else []
    faults += [f"“{line}”用空格调整位置" for line in lines if line != line.strip(" \u3000")]
    if not faults and len(lines) > 1 and not is_shapely(widths):
        faults.append(f"各行 {said}，不成梯形或菱形")
    return judged(faults, f"{len(lines)} 行：{said}")


def _lines(titles: list[Paragraph]) -> list[str]:
    return [line for one in titles for line in one.text.split("\n") if line.strip()]


@requirement("G-35", "标题断句", practice("7.3.1"), "不在词中断行，行首不是“的、和、与”，末行不止一两个字")
def sense(case: Case) -> Outcome:
    titles = case.of(Element.TITLE)
    lines = [line.strip() for line in _lines(titles)]
    if len(lines) < 2:
        return absent("标题只有一行" if lines else "没有标题")
    faults = [f"“{line[:8]}”以“{line[0]}”开头" for line in lines[1:] if line[0] in _GLUED]
    faults += [f"末行只有“{lines[-1]}”"] if len(lines[-1]) < _SHORTEST_LINE else []
    costs = sense_costs("".join(lines))
    cuts = list(accumulate(len(line) for line in lines))[:-1]
    doubtful = [f"“{lines[i]}”之后断开，或在词中" for i, cut in enumerate(cuts) if costs[cut] >= NEVER]
    if doubtful and not faults:
        return unmeasured("；".join(doubtful))
    return judged(faults, "／".join(lines))


@requirement("G-36", "标题行距", practice("7.3.1"), "固定行距，不小于字号的 {style.tolerance.title_pitch_em:g} 倍")
def pitch(case: Case) -> Outcome:
    titles = case.of(Element.TITLE)
    if not titles:
        return absent("没有标题")
    return _pitch_by_format(case, titles) if case.is_flowing else _pitch_by_lines(case, titles)


def _least_pitch(case: Case) -> float:
    return case.tolerance.title_pitch_em * case.style.text[TextRole.TITLE].size_pt


def _pitch_by_format(case: Case, titles: list[Paragraph]) -> Outcome:
    found = [one.pitch for one in titles if one.pitch is not None]
    faults = [pitch.said for pitch in found if pitch.pt is None or pitch.pt < _least_pitch(case)]
    return judged(faults, "、".join(dict.fromkeys(pitch.said for pitch in found)))


def _pitch_by_lines(case: Case, titles: list[Paragraph]) -> Outcome:
    lines = [line for one in titles for line in one.lines]
    gaps = [mm_to_pt(below.baseline_mm - above.baseline_mm) for above, below in pairwise(lines)]
    if not gaps:
        return absent("标题不足两行")
    return judged([f"{gap:.1f} 磅" for gap in gaps if gap < _least_pitch(case)], f"{min(gaps):.1f} 磅")


@requirement("G-37", "标题构成", must("条例第九条"), "发文机关＋关于＋事由＋的＋文种，末尾不用标点")
def wording(case: Case) -> Outcome:
    titles = case.of(Element.TITLE)
    if not titles:
        return _without_title(case)
    text = "".join(line.strip() for line in _lines(titles))
    faults = [f"用了标点“{match[0]}”"] if (match := _MARKS.search(text)) else []
    faults += [] if faults or _TITLE.fullmatch(text) else ["不是“……关于……的（文种）”的形式"]
    return judged([f"“{text}”{fault}" for fault in faults], text)


@requirement(
    "G-38",
    "主送机关",
    clause_of(ParagraphStyle, "rows_below_title"),
    "标题下空 {style.paragraph.rows_below_title} 行，居左顶格，回行顶格，末尾用全角冒号",
)
def recipients(case: Case) -> Outcome:
    found = case.of(Element.RECIPIENTS)
    if not found:
        return absent("没有主送机关")
    return worst([_recipients(case, found[0]), _below_title(case, found[0])])


def _recipients(case: Case, paragraph: Paragraph) -> Outcome:
    faults = [] if paragraph.flat.rstrip().endswith("：") else ["末尾不是全角冒号"]
    indents = [abs(mm or 0.0) for mm in (paragraph.first_mm, paragraph.left_mm)]
    if max(indents) > case.tolerance.position_mm or paragraph.flat[0] in " \u3000\t":
        faults.append("没有顶格")
    return judged(faults, paragraph.quoted(20))


def _below_title(case: Case, paragraph: Paragraph) -> Outcome:
    blank, wanted = paragraph.blank_before, case.style.paragraph.rows_below_title
    if not case.of(Element.TITLE) or blank is None:
        return absent("上方没有标题")
    return judged([f"标题下空 {blank} 行"] if blank != wanted else [], f"标题下空 {blank} 行")
