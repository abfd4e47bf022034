"""Is a face of the kind that the standard asks for? Names as a DOCX or a PDF writes them.

In: a name (仿宋_GB2312, ABCDEF+FangSong, FandolFang-Regular). Out: genuine, a substitute, or another face.
"""

import re
from enum import Enum, auto
from functools import lru_cache

from bulletin_gen.fonts.families import FAMILIES
from bulletin_gen.style import FaceRole


class Fit(Enum):
    GENUINE = auto()
    SUBSTITUTE = auto()
    OTHER = auto()


_TAG = re.compile(r"^[A-Z]{6}\+")  # the tag of a subset: ABCDEF+FangSong
_NOT_NAME = re.compile(r"[\s\-_,]+")  # FZXBSJW--GB1-0, 仿宋_GB2312, SimSun,Bold
_ENDINGS = ("psmt", "mt", "regular", "roman", "normal")


@lru_cache(maxsize=1024)
def fit(name: str, role: FaceRole) -> Fit:
    """Return how well a face serves as one of a kind."""
    bare = _bare(name)
    family = FAMILIES[role]
    if bare in {_bare(own) for own in family.genuine}:
        return Fit.GENUINE
    if bare in {_bare(own) for own in family.substitutes}:
        return Fit.SUBSTITUTE
    return Fit.OTHER


def is_chinese(name: str) -> bool:
    """Is it a face for Chinese text, as far as its name is known?"""
    return any(fit(name, role) is not Fit.OTHER for role in FaceRole if role is not FaceRole.LATIN)


def shown(name: str) -> str:
    """Return a face's name without the tag of a subset."""
    return _TAG.sub("", name)


def _bare(name: str) -> str:
    bare = _NOT_NAME.sub("", shown(name)).lower()
    for ending in _ENDINGS:
        bare = bare.removesuffix(ending)
    return bare
