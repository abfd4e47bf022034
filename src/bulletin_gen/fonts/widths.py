"""How wide the letters and digits are of faces that we know without having them.

A substitute that is narrower or wider would end its lines elsewhere than a program that has the face itself.
Source: the advances of Times New Roman, which the faces made to replace it have, too; in the Chinese faces that
offices use, ASCII is half as wide as a Han character.
"""

from functools import lru_cache

from bulletin_gen.fonts.families import FAMILIES, kind_of
from bulletin_gen.fonts.sfnt import fold
from bulletin_gen.style import FaceRole

_HALF_EM = 500
_FIRST, _LAST = " ", "~"
# In 1/1000 em, from the space to ~.
_TIMES = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444),
    *(921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722),
    *(556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500),
    *(333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500),
    *(500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541),
)


def known_advance(name: str, char: str) -> int | None:
    """Return how wide a letter or digit is in the face of that name, in 1/1000 em; None where we do not know."""
    if not _FIRST <= char <= _LAST:
        return None
    known = _known_advances(name)
    return known[ord(char) - ord(_FIRST)] if known else None


@lru_cache(maxsize=64)
def _known_advances(name: str) -> tuple[int, ...]:
    """Return what we know of a face, from the space to ~; nothing where we do not know it."""
    if fold(name) in map(fold, FAMILIES[FaceRole.LATIN].genuine):
        return _TIMES
    return (_HALF_EM,) * len(_TIMES) if kind_of(name, FaceRole.FANGSONG) in _CHINESE else ()


_CHINESE = frozenset(FaceRole) - {FaceRole.LATIN}
