"""The source of a web page in; the lines that it shows out."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.readers.table_rows import TableRows
from bulletin_gen.readers.tables import begins_attachment, table_lines
from bulletin_gen.text.regex import Regex

_TAG = Regex(r"<(?:!doctype\s+html|/?(?:html|body|div|p|br|span|table|tr|td|h[1-6]|a|li)\b)", re.IGNORECASE)
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


@frozen
class PageText:
    """`lines` are what a page shows, each block one, numbered as shown; `flat_tables` counts the tables among them
    that are read cell by cell."""

    lines: list[SourceLine]
    flat_tables: int


def page_text(text: str) -> PageText:
    """Return what the page shows. What it strikes through is left out."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_line()
    return PageText(page.lines, page.flat_tables)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[SourceLine] = []
        self.flat_tables = 0
        self._shown = 0
        self._texts: list[str] = []
        self._unseen = 0
        self._is_attached = False
        self._tables: list[_Table] = []  # those that are open, the outermost first

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN or tag in _STRUCK:
            self._unseen += 1
        elif tag == "sup":
            self._texts.append("^")
        elif tag not in _INLINE:
            self.end_line()
            self._open(tag, {name for name, _ in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN or tag in _STRUCK:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in _INLINE:
            self.end_line()
            if tag == "table" and self._tables:
                self._close(self._tables.pop())

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._texts.append(data)

    def end_line(self) -> None:
        """End the line under way: white space in it shows as one space, or as none beside Chinese text."""
        text = re.sub(r"(?<=[^\x00-\x7f])[ \t\r\n]+(?=[^\x00-\x7f])", "", "".join(self._texts))
        text = re.sub(r"[ \t\r\n]+", " ", text).strip()
        if text:
            self._shown += 1
            line = SourceLine(text, self._shown)
            self.lines.append(line)
            self._is_attached = self._is_attached or begins_attachment([line])
            if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
                self._tables[-1].rows[-1][-1].append(line)
        self._texts = []

    def _open(self, tag: str, attributes: set[str]) -> None:
        if tag == "table":
            if self._tables:
                self._tables[-1].is_plain = False
            self._tables.append(_Table(len(self.lines)))
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and tag in ("td", "th") and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])
            self._tables[-1].is_plain &= attributes.isdisjoint(("colspan", "rowspan"))

    def _close(self, table: "_Table") -> None:
        """Put the lines as which a table is read in the place of its cells."""
        rows = table.read()
        own = self.lines[table.start :] if rows else []
        if rows:
            del self.lines[table.start :]
        read = table_lines(rows, self.lines, self._is_attached) if rows else []
        self.flat_tables += not read
        self.lines += read or own


@dataclass
class _Table:
    """A table under way: where among the lines it begins, and the lines of each cell of each row."""

    start: int
    rows: list[list[list[SourceLine]]] = field(default_factory=list)
    is_plain: bool = True

    def read(self) -> TableRows | None:
        """Return its rows, None where they have not as many cells each."""
        rows = [row for row in self.rows if any(row)]
        if not self.is_plain or len(rows) < 2 or len(set(map(len, rows))) != 1 or not all(rows[0]):
            return None
        return TableRows((), tuple(tuple(map(tuple, row)) for row in rows))
