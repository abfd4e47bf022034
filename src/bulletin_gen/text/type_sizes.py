"""The sizes of Chinese type (字号), in pt, as Word has them."""

from collections.abc import Mapping
from types import MappingProxyType

SIZES: Mapping[str, float] = MappingProxyType(
    {
        **{"初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15},
        **{"四号": 14, "小四": 12, "五号": 10.5, "小五": 9},
    }
)
_NAMES: Mapping[float, str] = MappingProxyType({size: name for name, size in SIZES.items()})
_DIGITS = str.maketrans("一二三四五", "12345")


def size_name(size_pt: float) -> str:
    """Return the name of a size, 三号 or 小四; 15.5磅 for one that has none."""
    return _NAMES.get(size_pt, f"{size_pt:g}磅")


def size_in_standard(size_pt: float) -> str:
    """Return a size as the standard writes it: 3号; 小四 and 15.5磅 as they are."""
    name = size_name(size_pt)
    return name.translate(_DIGITS) if name.endswith("号") else name
