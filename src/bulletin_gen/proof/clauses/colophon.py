"""Clause 7.4: the colophon (版记) at the foot of the last page."""

import re

from bulletin_gen.clause import clause_of
from bulletin_gen.element import Element
from bulletin_gen.proof.clauses.extent import extent_of
from bulletin_gen.proof.clauses.looks import look
from bulletin_gen.proof.measured import Stroke
from bulletin_gen.proof.outcome import Outcome, absent, judged, unmeasured, worst
from bulletin_gen.proof.requirement import Case, must, requirement
from bulletin_gen.style import GBT9704, ColophonStyle, TextRole
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm

_COPIES = Regex("(?:抄送|主送)：.+。")  # 抄送：某某。; not 抄送:某某
# 某某办公室 2025年1月2日印发; not 2025年01月02日印发 or 2025年1月2日 印发
_PRINTING = Regex(r".*\d{4}年[1-9]\d?月[1-9]\d?日印发", re.DOTALL)
_NONE = "没有版记"


def _strokes(case: Case) -> list[Stroke]:
    """Return the lines of the colophon, from top to bottom."""
    parts = case.of(Element.COPIES_TO, Element.PRINTING)
    black = [stroke for stroke in case.measured.strokes if not stroke.is_red]
    if not parts:
        return []
    if case.is_flowing:
        first = case.measured.paragraphs.index(parts[0])
        return [stroke for stroke in black if stroke.at is not None and stroke.at >= first]
    top = parts[0].lines[0]
    low = top.baseline_mm - 2 * pt_to_mm(top.size_pt)
    below = [one for one in black if one.page == top.page and one.y_mm is not None and one.y_mm >= low]
    return sorted(below, key=lambda stroke: stroke.y_mm or 0.0)


@requirement(
    "G-68",
    "版记分隔线",
    clause_of(ColophonStyle, "thick_rule_mm"),
    "与版心等宽，黑色；首末条 {style.colophon.thick_rule_mm:g} mm，中间 {style.colophon.thin_rule_mm:g} mm",
)
def rules(case: Case) -> Outcome:
    if not case.of(Element.COPIES_TO, Element.PRINTING):
        return absent(_NONE)
    found = _strokes(case)
    if not found:
        return unmeasured("没有认出版记的分隔线")
    return worst([_widths(case, found), _thicknesses(case, found)])


def _widths(case: Case, found: list[Stroke]) -> Outcome:
    wanted = case.style.page.text_width_mm
    widths = [stroke.width_mm for stroke in found if stroke.width_mm is not None]
    faults = [f"长 {width:.1f} mm" for width in widths if abs(width - wanted) > case.tolerance.position_mm]
    return judged(faults, f"{len(found)} 条")


def _thicknesses(case: Case, found: list[Stroke]) -> Outcome:
    style, tolerance = case.style.colophon, case.tolerance.rule_mm
    known = [stroke.thickness_mm for stroke in found if stroke.thickness_mm is not None]
    said = "、".join(f"{mm:.2f}" for mm in known) + " mm"
    if len(known) < 2:
        return unmeasured("量不出分隔线的粗细")
    thick, thin = style.thick_rule_mm, style.thin_rule_mm
    if case.is_flowing:  # a border may be told twice, by a cell and its neighbour: their order tells nothing
        is_known = all(min(abs(mm - thick), abs(mm - thin)) <= tolerance for mm in known)
        return judged([] if is_known and abs(max(known) - thick) <= (thick - thin) / 2 else [said], said)
    wanted = [thick, *[thin] * (len(known) - 2), thick]
    is_off = any(abs(mm - right) > tolerance for mm, right in zip(known, wanted, strict=True))
    is_even = any(mm > min(known[0], known[-1]) - (thick - thin) / 3 for mm in known[1:-1])
    return judged([said] if is_off or is_even else [], said)


@requirement(
    "G-69",
    "版记位置",
    must("7.4.1"),
    "末条分隔线与最后一面版心下边缘重合（{style.page.bottom_edge_mm:g} mm）",
)
def place(case: Case) -> Outcome:
    if not case.of(Element.COPIES_TO, Element.PRINTING):
        return absent(_NONE)
    found = _strokes(case)
    if case.is_flowing or not found:
        return unmeasured("DOCX 里量不出版记的高度" if case.is_flowing else "没有认出版记的分隔线")
    last = found[-1]
    low = last.y_mm or 0.0
    faults = (
        [f"末条分隔线在 {low:.1f} mm"] if abs(low - case.style.page.bottom_edge_mm) > case.tolerance.position_mm else []
    )
    faults += [f"版记在第{last.page}页，不是最后一页"] if last.page != len(case.measured.frames) else []
    return judged(faults, f"末条分隔线在 {low:.1f} mm")


@requirement(
    "G-70",
    "抄送机关",
    GBT9704.text[TextRole.COLOPHON].clause,
    "{look[版记]}，左右各空 {style.colophon.side_cells} 字；“抄送：”，末尾用句号",
)
def copies(case: Case) -> Outcome:
    found = case.of(Element.COPIES_TO)
    if not found:
        return absent("没有抄送机关" if case.of(Element.PRINTING) else _NONE)
    faults = [f"{one.quoted()}不是“抄送：……。”的形式" for one in found if not _COPIES.fullmatch(one.flat.strip())]
    return worst(
        [judged(faults, found[0].quoted(20)), look(case, found, TextRole.COLOPHON), _side(case, Element.COPIES_TO)]
    )


@requirement(
    "G-71",
    "印发机关和印发日期",
    GBT9704.text[TextRole.COLOPHON].clause,
    "{look[版记]}，左右各空 {style.colophon.side_cells} 字；日期不编虚位，后加“印发”",
)
def printing(case: Case) -> Outcome:
    found = case.of(Element.PRINTING)
    if not found:
        return absent("没有印发机关和印发日期" if case.of(Element.COPIES_TO) else _NONE)
    faults = [f"写作“{one.flat.strip()}”" for one in found if not _PRINTING.fullmatch(one.flat.strip())]
    return worst(
        [judged(faults, found[0].quoted(20)), look(case, found, TextRole.COLOPHON), _side(case, Element.PRINTING)]
    )


def _side(case: Case, element: Element) -> Outcome:
    """Judge the blank on the left: so many characters, of the colophon's own size or of the text's."""
    extent = extent_of(case, case.of(element)[0])
    if extent is None or (case.is_flowing and case.of(element)[0].in_table):
        return unmeasured("量不出左右空字")
    cells = case.style.colophon.side_cells
    least = cells * pt_to_mm(case.style.text[TextRole.COLOPHON].size_pt) - case.tolerance.position_mm
    most = cells * pt_to_mm(case.style.body_size_pt) + case.tolerance.position_mm
    said = f"左空 {extent.left_mm:.1f} mm"
    return judged([] if least <= extent.left_mm <= most else [said], said)
