"""Where a line of text stands, in mm from the text area's left edge: measured on a page, reckoned in a DOCX."""

from dataclasses import dataclass

from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.proof.measured import Align, Paragraph
from bulletin_gen.proof.requirement import Case
from bulletin_gen.units import pt_to_mm


@dataclass(frozen=True)
class Extent:
    left_mm: float
    right_mm: float

    @property
    def centre_mm(self) -> float:
        return (self.left_mm + self.right_mm) / 2

    @property
    def width_mm(self) -> float:
        return self.right_mm - self.left_mm


def extent_of(case: Case, paragraph: Paragraph) -> Extent | None:
    """Return where the only (or first) line of a paragraph stands; None where that is not known.

    On a turned frame the text area has other edges, which are not looked for.
    """
    if case.measured.frames[paragraph.frame].is_landscape:
        return None
    if not case.is_flowing:
        edge, _ = case.text_edges
        lines = paragraph.lines
        return Extent(lines[0].left_mm - edge, lines[0].right_mm - edge) if lines else None
    if paragraph.first_mm is None or paragraph.right_mm is None:
        return None
    width, room = _width_mm(case, paragraph), case.style.page.text_width_mm
    left, right = paragraph.first_mm, room - paragraph.right_mm
    if paragraph.align is Align.RIGHT:
        return Extent(right - width, right)
    if paragraph.align is Align.CENTRE:
        middle = (left + right) / 2
        return Extent(middle - width / 2, middle + width / 2)
    return Extent(left, left + width)


def room_mm(case: Case) -> float:
    """Return how wide the text is set."""
    left, right = case.text_edges
    return case.style.page.text_width_mm if case.is_flowing else right - left


def _width_mm(case: Case, paragraph: Paragraph) -> float:
    size = max((span.size_pt or 0.0 for span in paragraph.spans), default=case.style.body_size_pt)
    tracking = next((span.tracking_pt for span in paragraph.spans if span.tracking_pt is not None), 0.0)
    text = paragraph.flat.rstrip()
    return pt_to_mm(nominal_width(text, Spacing(size, tracking, case.style.engine)))
