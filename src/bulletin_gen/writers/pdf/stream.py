"""Add a compressed stream to a PDF."""

import zlib
from typing import Any

_LEVEL = 3  # zlib's default takes twice the time for one per cent: outlines hardly shrink


def add_stream(document: Any, name: str, data: bytes, entries: str = "") -> Any:
    """Add `data` under an internal name of its own and return the reference to it.

    `entries` stand in the stream's dictionary. The stream is written here and not by reportlab, whose ASCII85
    filter, on by default, can only be switched off for everyone in the process.
    """
    packed = zlib.compress(data, _LEVEL)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
    return document.Reference(head.encode("ascii") + packed + b"\nendstream", name)
