"""Addresses of pages and of mail in a text: where they stand, and where a line may part one.

In: a text. Out: the stretches of it that are addresses.
"""

import re
from collections.abc import Iterator

from bulletin_gen.text.regex import Regex

_RUN = Regex("[!-~]+")
_IS_ADDRESS = Regex(r"://|www\.|.@.")  # https://qingxi.gov.cn/a?b=1, jiwei@qingxi.gov.cn
# After the marks that every program takes for such a place; between digits / may be a date: 2024/12/25.
# Not after & . _ where no program ends a line by itself. What makes all of them do so, a space of no width or an empty
# drawing, goes along when the address is copied; a hidden space or another language (w:lang) moves LibreOffice alone,
# w:wordWrap only programs like Word, which then part the paragraph's numbers, too.
_PARTS = Regex(r"\?(?=\w)|-(?=[A-Za-z])|/(?=[A-Za-z])|[A-Za-z]/(?=[0-9])")
_LONG = 20  # characters that, where they go to the next line, tear the line before apart


def addresses(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses in a text."""
    if not ("://" in text or "www." in text or "@" in text):  # one of which is in every address
        return iter(())
    return (run for run in _RUN.finditer(text) if _IS_ADDRESS.search(run[0]))


def address_breaks(text: str) -> Iterator[int]:
    """Yield the positions before which a line may be broken within an address."""
    for address in addresses(text):
        yield from (address.start() + part.end() for part in _PARTS.finditer(address[0]))


def has_long_address(text: str) -> bool:
    """Is there an address for whose sake the lines of a paragraph are not spread to the right edge?"""
    return any(len(address[0]) >= _LONG for address in addresses(text))
