"""Which faces are what the standard asks for, and which open faces may stand in for them.

Each name is a family name (its regular face is meant) or a full name such as `FandolSong Bold`; Chinese and
English names of one face stand side by side. The order within a row is the order of preference.

Source of the names: the fonts of Windows, macOS and WPS; GB/T 9704-2012 names the kinds of face, not the files.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bulletin_gen.fonts.sfnt import fold
from bulletin_gen.frozen import frozen
from bulletin_gen.style import FaceRole


@frozen
class Family:
    """`genuine` are faces of the kind asked for; `substitutes` resemble it and are announced when used."""

    genuine: tuple[str, ...]
    substitutes: tuple[str, ...]


_NOTO_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC")
_NOTO_SERIF_BOLD = ("Noto Serif CJK SC Bold", "Source Han Serif SC Bold", "思源宋体 Bold", "Noto Serif SC Bold")
_NOTO_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Noto Sans SC")

FAMILIES: Mapping[FaceRole, Family] = MappingProxyType(
    {
        FaceRole.XIAOBIAOSONG: Family(
            genuine=(
                *("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"),
                *("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK--GBK1-0"),
                "方正小标宋_GB18030",
            ),
            substitutes=(
                *("华文中宋", "STZhongsong"),
                *_NOTO_SERIF_BOLD,
                *("宋体-简 粗体", "Songti SC Bold", "FandolSong Bold"),
                *_NOTO_SERIF,
            ),
        ),
        FaceRole.FANGSONG: Family(
            genuine=(
                *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "仿宋_GB18030"),
                *("方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0"),
                *("方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0", "方正仿宋_GB2312"),
                *("华文仿宋", "STFangsong"),
            ),
            substitutes=(
                *("朱雀仿宋", "Zhuque Fangsong", "Zhuque Fangsong (technical preview)"),
                *("Adobe Fangsong Std R", "AdobeFangsongStd-Regular", "FandolFang"),
                *_NOTO_SERIF,
            ),
        ),
        FaceRole.KAITI: Family(
            genuine=(
                *("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "楷体_GB18030"),
                *("方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0"),
                *("方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0", "方正楷体_GB2312"),
                *("华文楷体", "STKaiti", "楷体-简", "Kaiti SC"),
            ),
            substitutes=(
                *("Adobe Kaiti Std R", "AdobeKaitiStd-Regular", "FandolKai"),
                *("AR PL UKai CN", "AR PL KaitiM GB", "TW-Kai", "全字库正楷体"),
                *("霞鹜文楷 GB", "LXGW WenKai GB", "霞鹜文楷", "LXGW WenKai"),
                *_NOTO_SERIF,
            ),
        ),
        FaceRole.HEITI: Family(
            genuine=(
                *("黑体", "SimHei"),
                *("方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0"),
                *("方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0"),
                *("华文黑体", "STHeiti", "黑体-简 中等", "Heiti SC Medium", "STHeitiSC-Medium"),
            ),
            substitutes=(
                *_NOTO_SANS,
                *("FandolHei", "Adobe Heiti Std R", "AdobeHeitiStd-Regular"),
                *("苹方-简", "PingFang SC", "微软雅黑", "Microsoft YaHei", "文泉驿正黑", "WenQuanYi Zen Hei"),
            ),
        ),
        FaceRole.SONGTI: Family(
            genuine=(
                *("宋体", "SimSun", "新宋体", "NSimSun", "宋体_GB18030"),
                *("方正书宋_GBK", "FZShuSong-Z01", "FZSSK--GBK1-0"),
                *("方正书宋简体", "FZShuSong-Z01S", "FZSSJW--GB1-0"),
                *("华文宋体", "STSong", "宋体-简", "Songti SC"),
            ),
            substitutes=(*_NOTO_SERIF, "FandolSong", "AR PL UMing CN", "AR PL SungtiL GB"),
        ),
        FaceRole.LATIN: Family(
            genuine=("Times New Roman",),
            substitutes=(
                *("Liberation Serif", "Tinos", "Nimbus Roman", "Nimbus Roman No9 L", "TeX Gyre Termes"),
                *("STIX Two Text", "STIX", "FreeSerif", "Noto Serif"),
                *_NOTO_SERIF,
            ),
        ),
    }
)

# Asked only for a character that no face of any role has.
RARE_CHARACTER_FAMILIES: tuple[str, ...] = (
    *_NOTO_SERIF,
    *_NOTO_SANS,
    *("宋体-ExtB", "SimSun-ExtB", "宋体-ExtG", "SimSun-ExtG"),
    *("TW-Sung", "TW-Sung-Ext-B", "TW-Sung-Plus", "TW-Kai", "TW-Kai-Ext-B", "TW-Kai-Plus"),
    *("全字库正宋体", "全字库正宋体 Ext-B", "全字库正楷体", "全字库正楷体 Ext-B"),
    *("HanaMinA", "HanaMinB", "花园明朝A", "花园明朝B", "Jigmo", "Jigmo2", "Jigmo3", "BabelStone Han"),
    *("遍黑体 P1", "Plangothic P1", "遍黑体 P2", "Plangothic P2"),
    *("新细明体-ExtB", "PMingLiU-ExtB", "MingLiU-ExtB"),
)


def kind_of(name: str, role: FaceRole) -> FaceRole | None:
    """Return the kind of face that a name means, `role` itself where it may; None for a face that we do not know."""
    wanted = fold(name)
    kinds = (kind for kind in (role, *FaceRole) if wanted in map(fold, FAMILIES[kind].genuine))
    return next(kinds, None)
