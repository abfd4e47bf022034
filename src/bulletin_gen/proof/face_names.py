"""Is a face of the kind that the standard asks for? Names as a DOCX or a PDF writes them.

In: a name (仿宋_GB2312, ABCDEF+FangSong, FandolFang-Regular). Out: genuine, a substitute, or another face.
"""

from enum import Enum, auto
from functools import lru_cache

from bulletin_gen.fonts.families import FAMILIES
from bulletin_gen.style import FaceRole
from bulletin_gen.text.regex import Regex


class Fit(Enum):
    GENUINE = auto()
    SUBSTITUTE = auto()
    OTHER = auto()


_TAG = Regex(r"^[A-Z]{6}\+")  # the tag of a subset: ABCDEF+FangSong
_NOT_NAME = Regex(r"[\s\-_,]+")  # FZXBSJW--GB1-0, 仿宋_GB2312, SimSun,Bold
# Each foundry has its own 仿宋: CESI仿宋GB2312 汉仪仿宋简 方正公文小标宋; not 微软雅黑 华文中宋 朱雀仿宋
_FOUNDRY_FACE = Regex(
    "(?:cesi|方正公文|方正|汉仪|文鼎|华文|华康|长城|经典|创艺|中易)?(小标宋|仿宋|楷|黑|书宋|宋)体?"
    r"(?:简体|简|gbk|gb\d+|18030|[ksf])*"
)
# The same in Latin letters: STSongStd-Light, SimFang, HYFangSongJ; not STZhongsong
_LATIN_NAME = Regex("(?:st|adobe|hy|sim)(fangsong|fangso|fang|song|kaiti|kai|heiti|hei)(?:std)?(?:light|l|[jfs])?")
_CESI_FACE = Regex(r"cesi(xbs|fs|kt|ht|ss|st)gb\d+")  # CESI_FS_GB2312, without its marks
_KINDS = {
    **dict.fromkeys(("fangsong", "fangso", "fang"), FaceRole.FANGSONG),
    **dict.fromkeys(("kaiti", "kai"), FaceRole.KAITI),
    **dict.fromkeys(("heiti", "hei"), FaceRole.HEITI),
    "song": FaceRole.SONGTI,
    **dict.fromkeys(("小标宋", "xbs"), FaceRole.XIAOBIAOSONG),
    **dict.fromkeys(("仿宋", "fs"), FaceRole.FANGSONG),
    **dict.fromkeys(("楷", "kt"), FaceRole.KAITI),
    **dict.fromkeys(("黑", "ht"), FaceRole.HEITI),
    **dict.fromkeys(("书宋", "宋", "ss", "st"), FaceRole.SONGTI),
}
_NUMBERED = Regex(r"(?:CIDFont\+)?[FTR]\d+|unknown|\s*")  # CIDFont+F1 F3, out of Microsoft Print to PDF
_ENDINGS = ("psmt", "mt", "regular", "roman", "normal")


@lru_cache(maxsize=1024)
def fit(name: str, role: FaceRole, chosen: str = "") -> Fit:
    """Return how well a face serves as one of a kind; `chosen` is the face that an office has chosen to serve so."""
    bare = _bare(name)
    family = FAMILIES[role]
    if bare in {_bare(own) for own in (*family.genuine, chosen or family.genuine[0])}:
        return Fit.GENUINE
    if bare in {_bare(own) for own in family.substitutes}:
        return Fit.SUBSTITUTE
    return Fit.GENUINE if _kind(bare) is role else Fit.OTHER


def _kind(bare: str) -> FaceRole | None:
    """Return the kind of face that a foundry names in its own face's name; None where it names none."""
    match = _FOUNDRY_FACE.fullmatch(bare) or _CESI_FACE.fullmatch(bare) or _LATIN_NAME.fullmatch(bare)
    return None if match is None else _KINDS[match[1]]


def is_told(name: str) -> bool:
    """Does the name tell the face, or is it only a number that a printing program gave it?"""
    return _NUMBERED.fullmatch(shown(name)) is None


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
