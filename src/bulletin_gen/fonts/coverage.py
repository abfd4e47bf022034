"""The characters by which a face's coverage is told: GB 2312 for Chinese, ASCII for Latin."""

from functools import cache

from bulletin_gen.style import FaceRole

_FIRST_ROW, _LAST_ROW = 16, 87
_CELLS = 94


@cache
def probe_characters(role: FaceRole) -> str:
    """Return the characters that a face of a role is counted by: the 6763 of GB 2312, or 94 visible ASCII ones."""
    return _ASCII if role is FaceRole.LATIN else _gb2312()


_ASCII = "".join(map(chr, range(0x21, 0x7F)))


@cache
def _gb2312() -> str:
    """Return levels 1 and 2 of GB/T 2312-1980; rows and cells count from 1."""
    rows = range(_FIRST_ROW, _LAST_ROW + 1)
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, _CELLS + 1))
    return b"".join(codes).decode("gb2312", "ignore")
