"""What another program prints in the white of every page, above or below the text: no text of the document."""

from collections import Counter
from collections.abc import Sequence

from bulletin_gen.proof.elements import is_draft_mark
from bulletin_gen.proof.folio import is_folio
from bulletin_gen.proof.measured import Frame, Line

_ABOVE, _BELOW = 0.11, 0.9  # of the paper's height
_FEWEST = 2
Told = tuple[str, int]


def told(line: Line) -> Told:
    """Return what makes a line known again on another page: its words, and its height in whole mm."""
    return line.text.strip(), round(line.baseline_mm)


def running_heads(pages: Sequence[Sequence[Line]], frames: Sequence[Frame]) -> frozenset[Told]:
    """Return the lines that stand at one height in the white of two pages or more."""
    counts = Counter(
        one
        for lines, frame in zip(pages, frames, strict=True)
        for one in {told(line) for line in lines if _is_in_white(line, frame)}
    )
    return frozenset(one for one, count in counts.items() if count >= _FEWEST)


def _is_in_white(line: Line, frame: Frame) -> bool:
    """Does a line stand above or below the text, and is it neither page number nor mark of a draft?"""
    is_known = is_folio(line, frame.height_mm) or is_draft_mark(line.text)
    return not is_known and not _ABOVE * frame.height_mm < line.baseline_mm < _BELOW * frame.height_mm
