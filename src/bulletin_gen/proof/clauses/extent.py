"""Where a line of text stands, in mm from the text area's left edge: measured on a page, reckoned in a DOCX."""

from bulletin_gen.frozen import frozen
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.proof.measured import Align, Paragraph
from bulletin_gen.proof.requirement import Case
from bulletin_gen.units import pt_to_mm


@frozen
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
    before, ink, after = _parts(paragraph.flat)
    width, room = _width_mm(case, paragraph, before + ink + after), case.style.page.text_width_mm
    left, right = paragraph.first_mm, room - paragraph.right_mm
    starts = {Align.RIGHT: right - width, Align.CENTRE: (left + right - width) / 2}
    start = starts.get(paragraph.align or Align.LEFT, left) + _width_mm(case, paragraph, before)
    return Extent(start, start + _width_mm(case, paragraph, ink))


def _parts(text: str) -> tuple[str, str, str]:
    """Return the blanks before a text, its ink, and the wide blanks after it; others hang beyond the line."""
    ink = text.strip()
    before, _, after = text.partition(ink)
    return before, ink, "".join(char for char in after if char == "\u3000")


def room_mm(case: Case) -> float:
    """Return how wide the text is set."""
    left, right = case.text_edges
    return case.style.page.text_width_mm if case.is_flowing else right - left


def _width_mm(case: Case, paragraph: Paragraph, text: str) -> float:
    size = max((span.size_pt or 0.0 for span in paragraph.spans), default=case.style.body_size_pt)
    tracking = next((span.tracking_pt for span in paragraph.spans if span.tracking_pt is not None), 0.0)
    return pt_to_mm(nominal_width(text, Spacing(size, tracking, case.style.engine)))
