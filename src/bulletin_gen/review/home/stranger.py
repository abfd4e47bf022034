"""A draft and a returned file, in; whether the one was made from the other, out."""

from collections.abc import Sequence

from bulletin_gen.readers.returned import Returned
from bulletin_gen.readers.source import fold
from bulletin_gen.review.align import likeness
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.matching import match
from bulletin_gen.review.home.sheet import sheet_of

LEAST_KNOWN = 1 / 3  # of the text; two bulletins of unlike offices share a tenth, the usual phrases
_LEAST_ALIKE = 0.4  # of two lines that say the same otherwise


def share_known(draft: Draft, returned: Returned) -> float:
    """Return how much of the draft's text is in a file, as it was or a little changed, from 0 to 1: of what the file
    says with its tracked changes or without, whichever is more."""
    ours = [line.text for line in draft.lines if not line.is_cell]
    if not ours:
        return 1.0
    texts = [sheet_of(returned.original).texts, sheet_of(returned.edited).texts]
    said = [set(map(fold, text)) for text in texts]
    found = max(_length([line for line in ours if fold(line) in lines]) for lines in said) / _length(ours)
    return found if found >= LEAST_KNOWN else max(_alike(draft, text) for text in texts) / _length(ours)


def _alike(draft: Draft, edited: Sequence[str]) -> int:
    matching = match(draft.lines, edited)
    pairs = {**matching.there, **matching.moved}
    beside = ((draft.lines[old], edited[new]) for old, new in pairs.items() if not draft.lines[old].is_cell)
    return _length([line.text for line, text in beside if likeness(fold(line.text), fold(text)) >= _LEAST_ALIKE])


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))
