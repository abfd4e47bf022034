"""Clause 7.3.3: paragraphs, layers of headings, blank lines."""

from itertools import pairwise

from bulletin_gen.clause import clause_of
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.clauses.looks import after_heading, face_faults, han_spans, heading_end, is_face, said_faces
from bulletin_gen.proof.layer_labels import first_label, read_printed
from bulletin_gen.proof.measured import Paragraph
from bulletin_gen.proof.outcome import Outcome, absent, conforms, judged, unmeasured
from bulletin_gen.proof.requirement import RUNNING, Case, must, practice, requirement
from bulletin_gen.style import GBT9704, ParagraphStyle, TextRole, heading_role

_BLANKS = " \u3000\t"
_END_MARKS = "。；，：、"


@requirement(
    "G-40",
    "段落首行",
    clause_of(ParagraphStyle, "first_line_cells"),
    "每段首行左空 {style.paragraph.first_line_cells} 字，回行顶格",
)
def indents(case: Case) -> Outcome:
    texts = [one for one in case.of(Element.BODY, Element.ATTACHMENT, *HEADINGS) if not _is_alone_heading(one)]
    return (
        judged([fault for one in texts for fault in _indent_faults(case, one)], _indent(case))
        if texts
        else absent("没有正文")
    )


def _is_alone_heading(paragraph: Paragraph) -> bool:
    return paragraph.element in HEADINGS and is_alone(paragraph)


def _indent(case: Case) -> str:
    return f"首行左空 {case.style.paragraph.first_line_cells} 字"


def _indent_faults(case: Case, paragraph: Paragraph) -> list[str]:
    wanted = case.style.paragraph.first_line_cells
    if case.is_flowing and paragraph.text[0] in _BLANKS:  # on a page it is where the ink begins that tells
        return [f"{paragraph.quoted()}用空格缩进"]
    first, left = _first_cells(case, paragraph), (paragraph.left_mm or 0.0) / case.cell_mm
    faults = []
    if first is not None and abs(first - wanted) > case.tolerance.cells:
        faults.append(f"{paragraph.quoted()}首行左空 {_said_cells(first)} 字")
    if abs(left) > case.tolerance.cells:
        faults.append(f"{paragraph.quoted()}回行左空 {_said_cells(left)} 字")
    return faults


def _said_cells(cells: float) -> str:
    """Return a number of characters for show: 2, 1.5; never -0."""
    return f"{round(cells, 1) + 0.0:g}"


def _first_cells(case: Case, paragraph: Paragraph) -> float | None:
    """Return where the first line begins, in characters from the text's left edge."""
    if case.is_flowing:
        return None if paragraph.first_mm is None else paragraph.first_mm / case.cell_mm
    edge, _ = case.text_edges
    if not paragraph.lines or case.measured.frames[paragraph.frame].is_landscape:
        return None
    return (paragraph.lines[0].left_mm - edge) / case.cell_mm


@requirement("G-41", "结构层次序数", must("7.3.3"), "依次用“一、”“（一）”“1.”“（1）”")
def order(case: Case) -> Outcome:
    headings = case.of(*HEADINGS)
    if not headings:
        return absent("没有分层次")
    levels = [one.element.level or 0 for one in headings]
    top = min(levels)
    faults = [f"{headings[0].quoted()}之后又出现上层“{first_label(top)}”"] if levels[0] != top else []
    used = dict.fromkeys(first_label(level) for level in sorted(set(levels)))
    return judged(faults, "用到" + "".join(f"“{form}”" for form in used))


@requirement(
    "G-42",
    "层次字体",
    GBT9704.text[TextRole.HEADING_1].clause,
    "第一层{look[一级标题]}，第二层{look[二级标题]}，第三、四层{look[三级标题]}",
)
def layer_faces(case: Case) -> Outcome:
    headings = case.of(*HEADINGS)
    if not headings:
        return absent("没有分层次")
    faults: list[str] = []
    found: list[str] = []
    for one in headings:
        wanted = case.style.text[heading_role(one.element.level or 1)]
        spans = list(han_spans(one, heading_end(one)))
        faults += face_faults(case, one, spans, wanted)
        found += [f"{one.element} {said_faces([span])}" for span in spans]
    return judged(faults, "；".join(dict.fromkeys(found)))


@requirement(
    "G-43",
    "正文空行和标题缩进",
    practice("7.3.3"),
    "段间不空行；各层标题首行也左空 {style.paragraph.first_line_cells} 字",
)
def no_gaps(case: Case) -> Outcome:
    faults = [f"{one.quoted()}上方空 {one.blank_before} 行" for one in _after_text(case) if one.blank_before]
    faults += [fault for one in case.of(*HEADINGS) if is_alone(one) for fault in _indent_faults(case, one)]
    return judged(faults, "没有空行，缩进一致")


def _after_text(case: Case) -> list[Paragraph]:
    """Return the paragraphs of the running text that others of it go before."""
    return [b for a, b in pairwise(case.measured.paragraphs) if a.element in RUNNING and b.element in RUNNING]


@requirement("G-44", "标题不落页末", practice(), "独立成行的标题与下段同页")
def heading_stays(case: Case) -> Outcome:
    alone = [one for one in case.of(*HEADINGS) if is_alone(one)]
    if not alone:
        return absent("没有独立成行的标题")
    if case.is_flowing:
        return judged([f"{one.quoted()}未设“与下段同页”" for one in alone if not one.keeps_next], "均与下段同页")
    lasts = {id(lines[-1]) for lines in list(case.text_pages.values())[:-1]}
    faults = [
        f"{one.quoted()}在第{one.lines[-1].page}页末行" for one in alone if one.lines and id(one.lines[-1]) in lasts
    ]
    return judged(faults, "没有标题落在页末")


def is_alone(paragraph: Paragraph) -> bool:
    """Does a heading stand on its own, without text after it?

    Below the second layer text may run in after a colon, too, and lack its full stop.
    """
    runs_in = paragraph.element in HEADINGS[2:] and "：" in paragraph.flat[:-1]
    return "。" not in paragraph.flat and not runs_in


@requirement("G-45", "其他空行", practice(), "除标题、附件说明、署名处外不空行")
def other_gaps(case: Case) -> Outcome:
    firsts = [*case.of(Element.SIGNATURE)[:1], *case.of(Element.ATTACHMENT_NOTE)[:1]]
    loose = [one for one in firsts if (one.blank_before or 0) > case.tolerance.rows_above_signature]
    loose += [one for one in case.of(Element.ISSUE_DATE, Element.NOTE) if one.blank_before]
    return judged([f"{one.quoted()}上方空 {one.blank_before} 行" for one in loose], "没有")


@requirement("N-05", "强制分页", practice("5.2.3"), "正文中间不强制分页")
def page_breaks(case: Case) -> Outcome:
    if not case.is_flowing:
        return absent("版面已排定，每页行数见 G-05")
    before = (*RUNNING, Element.TITLE, Element.RECIPIENTS)
    pairs = [(a, b) for a, b in pairwise(case.measured.paragraphs) if a.element in before and b.element in RUNNING]
    broken = [one for _, one in pairs if one.breaks_page and not _is_turned(case, one)]
    return judged([f"{one.quoted()}之前强制分页" for one in broken], "没有")


def _is_turned(case: Case, paragraph: Paragraph) -> bool:
    """Stands a paragraph on or next to a landscape frame, for which a page must end?"""
    nearby = case.measured.frames[max(paragraph.frame - 1, 0) : paragraph.frame + 1]
    return any(frame.is_landscape for frame in nearby)


@requirement(
    "G-54",
    "标题标点和字体转换",
    practice("7.3.3"),
    "独立成行的标题末尾不用标点；接排的标题以句号结束，其后换回正文字体",
)
def run_in(case: Case) -> Outcome:
    """Layers one and two alone: the others are set as the text is, and may be sentences."""
    headings = case.of(*HEADINGS[:2])
    if not headings:
        return absent("没有“一、”“（一）”两层标题")
    faults = [
        f"{one.quoted()}末尾有“{one.flat[-1]}”" for one in headings if _closed_at(one) and one.flat[-1] in _END_MARKS
    ]
    faults += [f"{one.quoted()}句号之后未换回正文字体" for one in headings if _runs_over(case, one)]
    return judged(faults, "合乎写法")


def _closed_at(paragraph: Paragraph) -> bool:
    return heading_end(paragraph) == len(paragraph.flat)


def _runs_over(case: Case, paragraph: Paragraph) -> bool:
    """Does the heading's face run over its end into the text?"""
    own = case.style.text[heading_role(paragraph.element.level or 1)].face
    body = case.style.text[TextRole.BODY].face
    return any(is_face(case, span, own) and not is_face(case, span, body) for span in after_heading(paragraph))


@requirement("G-55", "自动编号", practice(), "编号为文字，或自动编号的形式与标准一致")
def automatic(case: Case) -> Outcome:
    if not case.is_flowing:
        return absent("版面上编号已是文字")
    numbered = [one for one in case.measured.paragraphs if one.is_numbered]
    unlike = [
        f"{one.quoted()}的自动编号不是层次序数"
        for one in numbered
        if not one.in_table and read_printed(one.flat) is None
    ]
    if unlike:
        return unmeasured("；".join(unlike[:3]))
    return conforms(f"自动编号 {len(numbered)} 处，已按印出的形式核对" if numbered else "编号均为文字")
