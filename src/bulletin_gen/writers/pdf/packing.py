"""Pack what streams hold: to the same bytes whatever the processor, or several times faster.

Source: ISO 32000-1:2008, 7.4.4; RFC 1950.
"""

import zlib
from collections.abc import Callable
from typing import Any

from bulletin_gen.frozen import frozen
from bulletin_gen.writers import Packing

_TEXT_LEVEL, _FACE_LEVEL = 2, 3  # zlib's default, 6, takes twice the time for one per cent of a face
_TEXT_WINDOW = 12  # what draws a page is a few KB; to set up a window of 32 KB takes as long as to pack that
_MOST_MEMORY = 9  # a block is 32 KB, not 16: faster, and shorter


@frozen
class Packer:
    """Packs text (what draws a page, what glyphs mean), a subset of a face, and one of an odd face: its outlines have
    little in common."""

    text: Callable[[bytes], bytes]
    face: Callable[[bytes], bytes]
    odd_face: Callable[[bytes], bytes]


def packer_of(packing: Packing) -> Packer:
    """Return what packs so. Raises WriteError where that is not installed."""
    if packing is Packing.PORTABLE:
        return _PORTABLE
    packing.require()
    from isal import isal_zlib

    return Packer(isal_zlib.compress, isal_zlib.compress, isal_zlib.compress)


def _text(content: bytes) -> bytes:
    return _packed(content, zlib.compressobj(_TEXT_LEVEL, wbits=_TEXT_WINDOW))


def _face(content: bytes) -> bytes:
    return _packed(content, zlib.compressobj(_FACE_LEVEL, memLevel=_MOST_MEMORY))


def _odd_face(content: bytes) -> bytes:
    """Look for nothing that repeats itself: that takes more than twice the time for three per cent."""
    return _packed(content, zlib.compressobj(memLevel=_MOST_MEMORY, strategy=zlib.Z_HUFFMAN_ONLY))


def _packed(content: bytes, packer: Any) -> bytes:
    packed: bytes = packer.compress(content) + packer.flush()
    return packed


_PORTABLE = Packer(_text, _face, _odd_face)
