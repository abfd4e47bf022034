"""Parts in, the package that holds them out: a ZIP file, whose members may have been made ready before.

Source: PKWARE .ZIP File Format Specification 6.3, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
"""

import zlib
from collections.abc import Mapping
from struct import pack

from bulletin_gen.frozen import frozen

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name: the same bytes whatever the time

_VERSION = 20  # of the format: 2.0, that with deflated members
_UNIX = 3  # what made the file, and so what its permissions mean
_OWN = 0o600 << 16  # who unpacks a member may read and write it
_IS_UTF8 = 0x800  # a member's name
_DEFLATED = 8
_MIDNIGHT, _FIRST_DAY = 0, 1 << 5 | 1  # of EARLIEST: the first day of the first month of the first year


@frozen
class Member:
    """A part as it stands in a package."""

    deflated: bytes
    checksum: int
    size: int


def member(content: bytes) -> Member:
    """Return a part made ready."""
    return Member(zlib.compress(content, wbits=-zlib.MAX_WBITS), zlib.crc32(content), len(content))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return parts in their order as a package. The same parts give the same bytes."""
    return packed({name: member(content) for name, content in parts.items()})


def packed(members: Mapping[str, Member]) -> bytes:
    """Return members in their order as a package. The same members give the same bytes."""
    written: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, one in members.items():
        called = name.encode()
        told = pack(
            "<5H3L2H",
            _VERSION,
            0 if name.isascii() else _IS_UTF8,
            _DEFLATED,
            _MIDNIGHT,
            _FIRST_DAY,
            one.checksum,
            len(one.deflated),
            one.size,
            len(called),
            0,
        )
        local = b"PK\3\4" + told + called + one.deflated
        written.append(local)
        directory.append(b"PK\1\2" + pack("<2B", _VERSION, _UNIX) + told + pack("<3H2L", 0, 0, 0, _OWN, at) + called)
        at += len(local)
    index = b"".join(directory)
    end = b"PK\5\6" + pack("<4H2LH", 0, 0, len(members), len(members), len(index), at, 0)
    return b"".join([*written, index, end])
