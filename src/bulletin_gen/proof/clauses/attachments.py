"""Clauses 7.3.4 and 7.3.7: the note of the attachments, and the attachments."""

from bulletin_gen.clause import clause_of
from bulletin_gen.element import Element
from bulletin_gen.proof.clauses.extent import extent_of
from bulletin_gen.proof.clauses.looks import look
from bulletin_gen.proof.measured import Align
from bulletin_gen.proof.outcome import Outcome, absent, judged, worst
from bulletin_gen.proof.requirement import Case, must, requirement
from bulletin_gen.style import AttachmentStyle, TextRole
from bulletin_gen.text.regex import Regex

_NOTE = Regex(r"附件：(?:1\.)?\S")  # 附件：1.清单 附件：清单; not 附件: 清单
_ITEM = Regex(r"^(?:附件：)?\s*(?:\d+\.)?\s*")  # what stands before a name: 附件：1. 2.
_MARK = Regex(r"附件\d*")  # 附件 附件2; not 附件 2 or 附件2：
_END_MARKS = "。；，"


@requirement(
    "G-56",
    "附件说明",
    clause_of(AttachmentStyle, "rows_above_note"),
    "正文下空 {style.attachment.rows_above_note} 行，左空 {style.attachment.note_cells} 字："
    "“附件：1.…”，名称后不加标点",
)
def attachment_note(case: Case) -> Outcome:
    notes = case.of(Element.ATTACHMENT_NOTE)
    if not notes:
        return absent("没有附件说明")
    first, style = notes[0], case.style.attachment
    faults = [] if _NOTE.match(first.flat.strip()) else [f"{first.quoted()}不是“附件：”的形式"]
    faults += [f"{one.quoted()}末尾有标点" for one in notes if one.flat.rstrip()[-1] in _END_MARKS]
    if first.blank_before not in (None, style.rows_above_note):
        faults.append(f"上方空 {first.blank_before} 行")
    extent = extent_of(case, first)
    if extent is not None and abs(extent.left_mm / case.cell_mm - style.note_cells) > case.tolerance.cells:
        faults.append(f"左空 {extent.left_mm / case.cell_mm:.1f} 字")
    return judged(faults, first.quoted(20))


@requirement(
    "G-57",
    "附件",
    must("7.3.7"),
    "另面编排；“附件”及序号用{look[附件顺序号]}顶格，标题居中在第 {style.attachment.title_row} 行",
)
def attachment(case: Case) -> Outcome:
    marks, titles = case.of(Element.ATTACHMENT_LABEL), case.of(Element.ATTACHMENT_TITLE)
    if not marks:
        return absent("没有附件")
    faults = [f"{one.quoted()}没有另起一页" for one in marks if not one.breaks_page]
    faults += [f"{one.quoted()}多了标点或空格" for one in marks if not _MARK.fullmatch(one.flat.strip())]
    for one in marks:
        extent = extent_of(case, one)
        faults += [f"{one.quoted()}没有顶格"] if extent and abs(extent.left_mm) > case.tolerance.position_mm else []
    wanted = case.style.attachment.title_row - 2
    faults += [
        f"{one.quoted()}上方空 {one.blank_before} 行" for one in titles if one.blank_before not in (None, wanted)
    ]
    if case.is_flowing:
        faults += [f"{one.quoted()}没有居中" for one in titles if one.align is not Align.CENTRE]
    return worst([judged(faults, f"{len(marks)} 个附件"), look(case, marks, TextRole.ATTACHMENT_LABEL)])


@requirement("G-58", "附件名称一致", must("7.3.7"), "附件的序号和标题与附件说明一致")
def attachment_names(case: Case) -> Outcome:
    notes, titles = case.of(Element.ATTACHMENT_NOTE), case.of(Element.ATTACHMENT_TITLE)
    if not notes or not titles:
        return absent("没有可比的附件")
    said = [_ITEM.sub("", line.strip()) for one in notes for line in one.flat.split("\n")]
    found = ["".join(one.flat.split()) for one in titles]
    said = ["".join(name.split()).rstrip(_END_MARKS) for name in said]
    return judged([f"附件标题“{name}”不在附件说明中" for name in found if name not in said], "、".join(found))
