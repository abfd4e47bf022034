"""PDF objects as they are written: dictionaries, arrays, texts, compressed streams.

reportlab numbers the objects and makes one file of them; what they say is written here.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_ENTRIES_A_LINE, _ITEMS_A_LINE = 6, 10
_ESCAPED = {code: f"\\{code:03o}" for code in range(32)} | {ord(char): f"\\{char}" for char in "()\\"}


def dictionary(entries: Mapping[str, str]) -> str:
    """Return a dictionary, its entries in the order of their keys."""
    rows = [f"/{key} {value}" for key, value in sorted(entries.items())]
    return f"<<\n{_in_lines(rows, _ENTRIES_A_LINE)}\n>>"


def array(items: Iterable[str]) -> str:
    """Return an array of what is written already."""
    return f"[ {_in_lines(list(items), _ITEMS_A_LINE)} ]"


def _in_lines(words: Sequence[str], most: int) -> str:
    return " \n  ".join([" ".join(words[start : start + most]) for start in range(0, len(words), most)])


def text_string(text: str) -> str:
    """Return a text that a reader is shown: a title, a name."""
    return f"({text.translate(_ESCAPED)})" if text.isascii() else f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """Return a text in UTF-16, in hexadecimal."""
    return text.encode("utf-16-be").hex()


def reference_to(document: Any, name: str) -> str:
    """Return the reference to the object of an internal name, which is added sooner or later."""
    if name not in document.idToObject:
        document.Reference(b"", name)
    number, generation = document.idToObjectNumberAndVersion[name]
    return f"{number} {generation} R"


def add_object(document: Any, name: str, content: str) -> str:
    """Add an object under an internal name of its own and return the reference to it."""
    return _added(document, name, content.encode("ascii"))


def add_stream(document: Any, name: str, packed: bytes, entries: str = "") -> str:
    """Add a packed stream under an internal name of its own and return the reference to it.

    `entries` stand in the stream's dictionary. The stream is written here and not by reportlab, whose ASCII85
    filter, on by default, can only be switched off for everyone in the process.
    """
    head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
    return _added(document, name, b"".join([head, packed, b"\nendstream"]))


def _added(document: Any, name: str, content: bytes) -> str:
    reference = reference_to(document, name)
    document.idToObject[name] = content
    return reference
