"""The source of a web page in; the lines that it shows out."""

import re
from html.parser import HTMLParser

from bulletin_gen.readers.source import SourceLine

_TAG = re.compile(r"<(?:!doctype\s+html|/?(?:html|body|div|p|br|span|table|tr|td|h[1-6]|a|li)\b)", re.IGNORECASE)
_FEWEST_TAGS = 3
_LOOKED_AT = 20_000  # characters from the beginning
_UNSEEN = frozenset(["script", "style", "head", "title", "noscript", "template"])
_INLINE = frozenset(
    ["a", "abbr", "b", "em", "font", "i", "ins", "label", "mark", "small", "span", "strong", "sub", "sup", "u", "o:p"]
)
_STRUCK = frozenset(["s", "del", "strike"])


def is_web_page(text: str) -> bool:
    """Is the text the source of a page rather than its words?"""
    found = _TAG.findall(text[:_LOOKED_AT])
    return len(found) >= _FEWEST_TAGS


def page_lines(text: str) -> list[SourceLine]:
    """Return what the page shows, each block a line, numbered as shown. What it strikes through is left out."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_line()
    return page.lines


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[SourceLine] = []
        self._texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN or tag in _STRUCK:
            self._unseen += 1
        elif tag == "sup":
            self._texts.append("^")
        elif tag not in _INLINE:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN or tag in _STRUCK:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in _INLINE:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._texts.append(data)

    def end_line(self) -> None:
        """End the line under way: white space in it shows as one space, or as none beside Chinese text."""
        text = re.sub(r"(?<=[^\x00-\x7f])[ \t\r\n]+(?=[^\x00-\x7f])", "", "".join(self._texts))
        text = re.sub(r"[ \t\r\n]+", " ", text).strip()
        if text:
            self.lines.append(SourceLine(text, len(self.lines) + 1))
        self._texts = []
