"""A line at the foot of a page -> the page number that it is: its number, its side, how high its dashes stand."""

from bulletin_gen.proof.flow import Setting
from bulletin_gen.proof.measured import Line, PageNumber, Side
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm

# — 1 — 第1页 共3页 1/3; not 1号 or 2025年
_NUMBER = Regex(r"\W{0,6}(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/／]?\s*共?\s*\d+\s*页?)?\W{0,6}")
DASH_EM = 0.38  # how high a dash is drawn above the baseline
_UNSURE_MM = 0.5  # of its height: faces differ
_MIDDLE_MM = 15.0
_FOOT = 0.86  # of the paper's height: what may be a page number stands lower


def is_folio(line: Line, height_mm: float) -> bool:
    """Is a line a page number?"""
    return line.baseline_mm > _FOOT * height_mm and _NUMBER.fullmatch(line.text.strip()) is not None


def folio_of(line: Line, frame: int, setting: Setting) -> PageNumber:
    """Return the page number that a line is."""
    match = _NUMBER.fullmatch(line.text.strip())
    assert match is not None
    side = _side(line, setting)
    inset = setting.right_mm - line.right_mm if side is Side.RIGHT else line.left_mm - setting.left_mm
    return PageNumber(
        f"第{line.page}页",
        line.text,
        line.spans,
        number=int(match[1]),
        is_even=line.page % 2 == 0,
        side=side,
        inset_mm=None if side is Side.CENTRE else inset,
        dash_mm=line.baseline_mm - pt_to_mm(DASH_EM * line.size_pt),
        dash_off_mm=_UNSURE_MM,
        frame=frame,
        line=line,
    )


def _side(line: Line, setting: Setting) -> Side:
    middle = (setting.left_mm + setting.right_mm) / 2
    if abs(line.centre_mm - middle) < _MIDDLE_MM:
        return Side.CENTRE
    return Side.RIGHT if line.centre_mm > middle else Side.LEFT
