"""Clauses 7.3.5 and 7.3.6: signature, date of issue, note."""

from collections.abc import Sequence
from datetime import date

from bulletin_gen.clause import clause_of
from bulletin_gen.element import Element
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.proof.clauses.extent import Extent, extent_of, room_mm
from bulletin_gen.proof.measured import Paragraph
from bulletin_gen.proof.outcome import Outcome, Verdict, absent, breaks, conforms, judged, some, unmeasured, worst
from bulletin_gen.proof.requirement import RUNNING, Case, must, requirement
from bulletin_gen.style import GBT9704, ParagraphStyle, SealStyle, TextRole
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm

_DATE = Regex(r"((?:19|20)\d{2})年([1-9]\d?)月([1-9]\d?)日")  # 2024年3月5日; not 2024年03月05日
_MOST_SPREAD = 1.5  # six places in 2025年11月14日, a quarter of a character at each
_APART = 0.9  # a character between names side by side, in faces that may be a little narrower
_BRACKETS = Regex("（.+）")  # （此件公开发布）; not (此件公开发布)


def _signed(case: Case) -> tuple[list[Paragraph], Paragraph | None]:
    dates = case.of(Element.ISSUE_DATE)
    return case.of(Element.SIGNATURE), dates[0] if dates else None


def _is_sealed(case: Case, signature: Sequence[Extent], dated: Extent) -> bool:
    """Do signature and date await a seal: the signature centred on the date, side by side or in rows apart, and the
    date four characters in or, where that is amiss in an issued document, room left above for the seal?"""
    first, *_ = case.of(Element.SIGNATURE)
    is_centred = all(abs(extent.centre_mm - dated.centre_mm) <= case.cell_mm for extent in signature)
    has_room = case.is_issued and (first.blank_before or 0) >= case.style.seal.rows_above_signature
    return (is_centred or _has_several_seals(case)) and (has_room or _is_seal_blank(case, dated))


def _has_several_seals(case: Case) -> bool:
    rows = case.of(Element.SIGNATURE)
    return any(_is_side_by_side(case, one) for one in rows) or any(one.blank_before for one in rows[1:])


def _is_side_by_side(case: Case, signature: Paragraph) -> bool:
    """Do several names stand on one row: parted by tabs or, on a page, wider than their characters?"""
    return signature.is_parted or _wider_cells(case, signature) >= _APART


def _is_seal_blank(case: Case, dated: Extent) -> bool:
    return abs(_right_cells(case, dated) - case.style.seal.date_right_cells) <= case.tolerance.cells


def _right_cells(case: Case, extent: Extent) -> float:
    return (room_mm(case) - extent.right_mm) / case.cell_mm


def _extents(case: Case) -> tuple[list[Extent], Extent] | None:
    """Return where signature and date stand; None where one is missing or unknown."""
    signature, dated = _signed(case)
    extents = [extent for one in signature if (extent := extent_of(case, one)) is not None]
    date_extent = extent_of(case, dated) if dated is not None else None
    return (extents, date_extent) if extents and date_extent is not None else None


@requirement(
    "G-59",
    "加盖印章的署名",
    clause_of(SealStyle, "date_right_cells"),
    "成文日期右空 {style.seal.date_right_cells} 字，署名以成文日期为准居中",
)
def sealed(case: Case) -> Outcome:
    found = _extents(case)
    if found is None or not _is_sealed(case, *found):
        return absent("不是加盖印章的排法，见 G-60、G-61")
    said = f"成文日期右空 {_right_cells(case, found[1]):.1f} 字"
    if not _is_seal_blank(case, found[1]):
        return breaks(said)
    if len(found[0]) > 1:
        return unmeasured(f"{said}；署名有 {len(found[0])} 行，与各印章的位置须看纸质件")
    if _has_several_seals(case):
        return unmeasured(f"{said}；署名并排，与各印章的位置须看纸质件")
    return conforms(f"{said}，署名以它居中；印章须看纸质件")


@requirement(
    "G-60",
    "不加盖印章的署名",
    clause_of(ParagraphStyle, "signature_right_cells"),
    "署名右空 {style.paragraph.signature_right_cells} 字，"
    "成文日期首字比署名首字右移 {style.paragraph.date_offset_cells} 字",
)
def unsealed(case: Case) -> Outcome:
    found = _extents(case)
    if found is None:
        return _without_signature(case)
    if _is_sealed(case, *found) or _is_date_wider(case, found):
        return absent("加盖印章的排法，见 G-59" if _is_sealed(case, *found) else "成文日期较长，见 G-61")
    return worst([_signature_place(case, found), _signature_rows(case)])


def _without_signature(case: Case) -> Outcome:
    signature, dated = _signed(case)
    if dated is None:
        return breaks("没有成文日期") if case.is_issued else unmeasured("没有认出成文日期")
    return unmeasured("没有认出发文机关署名") if not signature else unmeasured("量不出署名的位置")


def _is_date_wider(case: Case, found: tuple[list[Extent], Extent]) -> bool:
    """Is the date the longer one? Where they are about equal, it depends on how digits are counted: the date leads
    where that is how they stand."""
    extents, dated = found
    longer = dated.width_mm - _spread_cells(case) * case.cell_mm - max(extent.width_mm for extent in extents)
    if abs(longer) > case.cell_mm:
        return longer > 0
    return _holds(_date_place(case, found)) and not _holds(_signature_place(case, found))


def _holds(place: Outcome) -> bool:
    return place.verdict is Verdict.CONFORMS


def _signature_place(case: Case, found: tuple[list[Extent], Extent]) -> Outcome:
    return _placed(case, _widest(found), found, "署名")


def _date_place(case: Case, found: tuple[list[Extent], Extent]) -> Outcome:
    return _placed(case, found[1], found, "成文日期")


def _spread_cells(case: Case) -> float:
    """Return by how much a printed date is wider than its characters, in characters."""
    _, dated = _signed(case)
    return 0.0 if dated is None else min(max(_wider_cells(case, dated), 0.0), _MOST_SPREAD)


def _wider_cells(case: Case, paragraph: Paragraph) -> float:
    """Return by how much the first line of a printed paragraph is wider than its characters, in characters."""
    if not paragraph.lines or case.is_flowing:
        return 0.0
    first = paragraph.lines[0]
    spacing = Spacing(case.style.body_size_pt, case.style.grid.tracking_pt, case.style.engine)
    own = nominal_width(first.text.strip(), spacing)
    return (first.right_mm - first.left_mm - pt_to_mm(own)) / case.cell_mm


def _widest(found: tuple[list[Extent], Extent]) -> Extent:
    return max(found[0], key=lambda extent: extent.width_mm)


def _placed(case: Case, leading: Extent, found: tuple[list[Extent], Extent], name: str) -> Outcome:
    """Judge the blank to the right of the one that leads, and the step from signature to date."""
    style = case.style.paragraph
    right = _right_cells(case, leading)
    offset = (found[1].left_mm - _widest(found).left_mm) / case.cell_mm
    said = [f"{name}右空 {right:.1f} 字", f"成文日期首字比署名首字右移 {offset:.1f} 字"]
    off = (right - style.signature_right_cells, offset - style.date_offset_cells)
    # Programs part digits from Chinese by a quarter of a character: a date set from the right begins further left.
    spread = (0.0, _spread_cells(case))
    faults = [
        text
        for text, cells, more in zip(said, off, spread, strict=True)
        if not -case.tolerance.cells - more <= cells <= case.tolerance.cells
    ]
    return judged(faults, "，".join(said))


def _signature_rows(case: Case) -> Outcome:
    signature, _ = _signed(case)
    blank, wanted = signature[0].blank_before, case.style.paragraph.rows_above_signature
    if blank is None:
        return absent("署名在页首")
    return judged([f"署名上方空 {blank} 行"] if blank != wanted else [], f"上方空 {blank} 行")


@requirement(
    "G-61",
    "成文日期长于署名",
    clause_of(ParagraphStyle, "date_offset_cells"),
    "成文日期右空 {style.paragraph.signature_right_cells} 字，"
    "署名比成文日期左移 {style.paragraph.date_offset_cells} 字",
)
def long_date(case: Case) -> Outcome:
    found = _extents(case)
    if found is None or _is_sealed(case, *found) or not _is_date_wider(case, found):
        return absent("成文日期不长于署名")
    return worst([_date_place(case, found), _signature_rows(case)])


@requirement(
    "G-64",
    "成文日期写法",
    GBT9704.text[TextRole.ISSUE_DATE].clause,
    "阿拉伯数字，年份用全称，月、日不编虚位：2024年3月5日",
)
def date_form(case: Case) -> Outcome:
    dates = case.of(Element.ISSUE_DATE)
    if not dates:
        return _without_signature(case)
    faults = [f"“{text}”" for one in dates if not _is_date(text := one.flat.strip(" \u3000\t"))]
    return judged(faults, "、".join(one.flat.strip() for one in dates))


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return False
    return True


@requirement("G-65", "署名不单独成页", must("7.3.5.5"), "署名、成文日期与正文同页，不写“此页无正文”")
def with_text(case: Case) -> Outcome:
    signature, dated = _signed(case)
    blank = [f"有“{one.flat.strip()}”" for one in case.measured.paragraphs if "此页无正文" in one.flat]
    if blank or dated is None:
        return breaks(blank[0]) if blank else absent("没有成文日期")
    if not case.is_flowing:
        return _shares_page(case, dated)
    before = [one for one in case.running if one.frame == dated.frame][-1:]
    loose = [one.quoted() for one in [*before, *signature] if not one.keeps_next]
    said = some([f"{place}未设“与下段同页”" for place in loose])
    return unmeasured(f"{said}，须看印出的页面") if loose else conforms("正文末段、署名、成文日期连在一起")


def _shares_page(case: Case, dated: Paragraph) -> Outcome:
    page = dated.lines[0].page
    rows = [line for one in case.of(*RUNNING) for line in one.lines if line.page == page]
    return conforms(f"第{page}页另有正文 {len(rows)} 行") if rows else breaks(f"第{page}页没有正文")


@requirement(
    "G-67",
    "附注",
    GBT9704.text[TextRole.NOTE].clause,
    "成文日期下一行，左空 {style.attachment.note_cells} 字，加圆括号",
)
def note(case: Case) -> Outcome:
    notes = case.of(Element.NOTE)
    if not notes:
        return absent("没有附注")
    faults = []
    for one in notes:
        extent = extent_of(case, one)
        faults += [] if _BRACKETS.fullmatch(one.flat.strip()) else [f"{one.quoted()}没有用全角圆括号"]
        if (
            extent is not None
            and abs(extent.left_mm / case.cell_mm - case.style.attachment.note_cells) > case.tolerance.cells
        ):
            faults.append(f"{one.quoted()}左空 {extent.left_mm / case.cell_mm:.1f} 字")
    return judged(faults, notes[0].flat.strip())
