"""Clause 7.5: page numbers; clause 8: turned pages."""

import re
from collections.abc import Sequence

from bulletin_gen.clause import clause_of
from bulletin_gen.proof.clauses.looks import is_face, said_faces
from bulletin_gen.proof.clauses.text_area import is_upright
from bulletin_gen.proof.formats import DocumentFormat
from bulletin_gen.proof.measured import PageNumber, PageNumbering, Side
from bulletin_gen.proof.outcome import Outcome, absent, breaks, conforms, judged, unmeasured
from bulletin_gen.proof.requirement import Case, must, requirement
from bulletin_gen.style import PageNumberPlace, PageNumberStyle, TextRole
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm

_NO_NUMBERS = "没有页码，或纸张不合，见 G-72、G-01"
_NUMBERED_FIRST = "首页有页码"
_BLANK = "[ \u2002-\u200a\u00a0]?"  # at most one between the number and what stands beside it


@requirement(
    "G-72",
    "页码形式",
    clause_of(PageNumberStyle, "before"),
    "{look[页码]}半角阿拉伯数字，写作“{style.page_number.before}1{style.page_number.after}”",
)
def form(case: Case) -> Outcome:
    numbers = case.measured.page_numbers
    missing = case.measured.numbering.missing if case.measured.numbering else ()
    if not numbers:
        return _without_numbers(case)
    style, form = case.style.text[TextRole.PAGE_NUMBER], _form(case.style.page_number)
    faults = [f"{place}没有页码" for place in missing]
    for number in numbers:
        shown = number.text.strip(" \u3000")
        faults += [] if form.fullmatch(shown) else [f"{number.pages}写作“{shown}”"]
        for span in number.spans:
            if span.text.strip() and not (span.face is None or is_face(case, span, style.face)):
                faults.append(f"{number.pages}用{said_faces([span])}")
            elif span.text.strip() and not case.is_size(span.size_pt, style.size_pt):
                faults.append(f"{number.pages}为 {span.size_pt:g} 磅")
    return judged(faults, f"“{numbers[0].text.strip()}”，{said_faces(numbers[0].spans)}")


def _without_numbers(case: Case) -> Outcome:
    """Judge a file without page numbers: one page needs none where the first is not to have any."""
    is_letter = case.document_format is DocumentFormat.LETTER
    if not is_letter and case.style.page_number.on_first_page:
        return breaks("没有页码")
    if case.is_flowing:
        return unmeasured("没有页码；只有一页时才不用")
    return absent("只有一页") if len(case.measured.frames) == 1 else breaks("没有页码")


def _form(style: PageNumberStyle) -> Regex:
    """Return how a page number is written: — 1 — or —1—; not - 1 - or 1."""
    before, after = re.escape(style.before.strip()), re.escape(style.after.strip())
    return Regex(rf"{before}{_BLANK}\d+{_BLANK}{after}")


@requirement(
    "G-73",
    "页码高度",
    clause_of(PageNumberStyle, "below_text_mm"),
    "一字线上距版心下边缘 {style.page_number.below_text_mm:g} mm",
)
def height(case: Case) -> Outcome:
    numbers = _upright(case)
    if not numbers:
        return absent(_NO_NUMBERS)
    known = [one for one in numbers if one.dash_mm is not None]
    if not known:
        return unmeasured("页码在文本框或多段页脚里，DOCX 里量不出高度")
    wanted = case.style.page.bottom_edge_mm + case.style.page_number.below_text_mm
    off = [(one, abs(_dash(one) - wanted) - case.tolerance.position_mm) for one in known]
    faults = [
        f"{one.pages}在版心下 {_dash(one) - case.style.page.bottom_edge_mm:.1f} mm"
        for one, over in off
        if over > one.dash_off_mm
    ]
    if not faults and any(over > 0 for _, over in off):
        return unmeasured("页脚行距随字体变化，高度须看印出的页面")
    return judged(faults, f"版心下 {_dash(known[0]) - case.style.page.bottom_edge_mm:.1f} mm")


def _upright(case: Case) -> list[PageNumber]:
    """Return the page numbers whose position tells."""
    return [one for one in case.measured.page_numbers if is_upright(case, case.measured.frames[one.frame])]


def _dash(number: PageNumber) -> float:
    return number.dash_mm or 0.0


@requirement(
    "G-74",
    "页码位置",
    clause_of(PageNumberStyle, "side_cells"),
    "{number_place}",
)
def side(case: Case) -> Outcome:
    numbers = _upright(case)
    if not numbers:
        return absent(_NO_NUMBERS)
    if _is_central(case):
        faults = [f"{one.pages}在{one.side}" for one in numbers if one.side not in (None, Side.CENTRE)]
        return judged(faults, "居中")
    if case.is_flowing and not any(map(_is_divided, numbers)):
        sides = dict.fromkeys(f"{one.side or '不明处'}" for one in numbers)
        return breaks(f"单双页页码同在{'、'.join(sides)}，未分单双页")
    faults = [fault for one in numbers for fault in _side_faults(case, one)]
    if not faults and any(one.inset_mm is None for one in numbers):
        return unmeasured("页码在文本框里，与版心边缘的距离须看印出的页面")
    insets = [one.inset_mm for one in numbers if one.inset_mm is not None]
    return judged(faults, f"单页居右、双页居左，空 {max(insets, default=0.0):.1f} mm")


def _is_central(case: Case) -> bool:
    return case.style.page_number.place is PageNumberPlace.CENTRE


def _is_divided(number: PageNumber) -> bool:
    """Does a page number of a DOCX tell odd pages from even ones?"""
    return number.is_even is not None or number.side is Side.OUTSIDE


def _side_faults(case: Case, number: PageNumber) -> list[str]:
    wanted = Side.LEFT if number.is_even else Side.RIGHT
    if number.side not in (None, wanted, Side.OUTSIDE):
        return [f"{number.pages}在{number.side}"]
    # One character is that of the number itself or that of the text: both are usual.
    least = pt_to_mm(case.style.text[TextRole.PAGE_NUMBER].size_pt) * case.style.page_number.side_cells
    most = pt_to_mm(case.style.body_size_pt) * case.style.page_number.side_cells
    slack = case.tolerance.right_edge_mm
    if number.inset_mm is not None and not least - slack <= number.inset_mm <= most + slack:
        return [f"{number.pages}空 {number.inset_mm:.1f} mm"]
    return []


@requirement("G-75", "页码连续", must("7.5"), "全文连续编号，首页{first_page}")
def continuous(case: Case) -> Outcome:
    numbers, numbering = case.measured.page_numbers, case.measured.numbering
    if not numbers:
        return absent(_NO_NUMBERS)
    if numbering is not None:
        return judged([*_first_faults(case, numbering), *(f"{place}重新起编" for place in numbering.restarts)], "连续")
    return _in_sequence(case, numbers)


def _first_faults(case: Case, numbering: PageNumbering) -> list[str]:
    without = numbering.without_first
    if not case.style.page_number.on_first_page:
        return [] if without else [_NUMBERED_FIRST]
    return [f"{place}另设页脚而没有页码" for place in without]


def _in_sequence(case: Case, numbers: Sequence[PageNumber]) -> Outcome:
    """Judge the numbers of pages by where they stand; those of turned pages are not looked for."""
    found = {one.frame: one.number for one in numbers}
    if any(number != frame + 1 for frame, number in found.items()):
        return breaks(f"依次为 {'、'.join(map(str, found.values()))}")
    first = 0 if case.style.page_number.on_first_page else 1
    if first and 0 in found:
        return breaks(_NUMBERED_FIRST)
    without = [frame for index, frame in enumerate(case.measured.frames) if index >= first and index not in found]
    if all(frame.is_landscape for frame in without):
        return conforms(f"1～{len(case.measured.frames)}" + ("，横排页的页码未量" if without else ""))
    said = "、".join(frame.place for frame in without)
    return unmeasured(f"{said}没有页码；版记前的空白页可以不编")
