"""Plain values in; the lines of YAML that say them out: blocks, and no needless quotes."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from bulletin_gen.errors import SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.syntax import colon_slips
from bulletin_gen.yamltext.tree import FileKind

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
# What a file may not hold as it is.
_UNSEEN = Regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
_PLAIN = Regex("[\u4e00-\u9fff（《“][\u4e00-\u9fff（）《》“”〔〕，。；、0-9.%]*")  # to YAML no more than letters


@frozen
class BlockLine:
    """A line of the file and the paths of the fields that begin on it."""

    text: str
    begins: tuple[str, ...] = ()


class Block:
    """Writes values down so that a file of this kind reads them back."""

    def __init__(
        self, kind: FileKind, numbered: frozenset[str] = frozenset(), keys_of_items: frozenset[str] = frozenset()
    ) -> None:
        """`numbered` are the mappings whose fields a path names by their number, `keys_of_items` those of the mappings
        that may stand in place of the text of an item."""
        self._kind = kind
        self._numbered = numbered
        self._keys_of_items = keys_of_items

    def field(self, key: str, value: Plain, path: str = "") -> Iterator[BlockLine]:
        """Yield the lines of a field at `path`, beginning at the left edge."""
        head, lines = f"{self.scalar(key)}:", self._lines(value, path)
        if isinstance(value, str) or not value:
            yield BlockLine(f"{head} {lines[0].text}", (path,))
            yield from _indented(lines[1:])
        else:
            yield BlockLine(head, (path,))
            yield from _indented(lines)

    def item(self, value: Plain, path: str = "") -> Iterator[BlockLine]:
        """Yield the lines of an item of a list, beginning at the left edge with its dash."""
        first, *rest = self._lines(value, path)
        if isinstance(value, str) and not rest and colon_slips([first.text], 0, 0, Where(), self._keys_of_items):
            first = BlockLine(quoted(value))  # 标题：甲 looks like a field
        yield BlockLine(f"- {first.text}", (path, *first.begins))
        yield from _indented(rest)

    def scalar(self, text: str) -> str:
        """Return a text on one line, in quotes only where the reader would take it for something else."""
        return text if self._reads_back_plain(text) else quoted(text)

    def _lines(self, value: Plain, path: str) -> list[BlockLine]:
        if isinstance(value, str):
            return [BlockLine(line) for line in self._text(value)]
        if isinstance(value, list):
            items = (self.item(item, f"{path}[{index}]") for index, item in enumerate(value))
            return list(chain.from_iterable(items)) or [BlockLine("[]")]
        numbered = path in self._numbered
        steps = (f"[{index}]" if numbered else f".{key}" for index, key in enumerate(value))
        fields = (
            self.field(key, inner, f"{path}{step}") for (key, inner), step in zip(value.items(), steps, strict=True)
        )
        return list(chain.from_iterable(fields)) or [BlockLine("{}")]

    def _text(self, text: str) -> list[str]:
        """Return the lines that stand for a text: plain where that reads back, a block for paragraphs."""
        if "\n" in text and not _UNSEEN.search(text):
            return ["|", *text.split("\n")]
        return [self.scalar(text)]

    def _reads_back_plain(self, text: str) -> bool:
        if _PLAIN.fullmatch(text):
            return True
        if _UNSEEN.search(text):
            return False
        try:
            tree = read_tree(f"key: {text}", self._kind)
        except SpecError:
            return False
        return tree.value == {"key": text} and not tree.problems


def quoted(text: str) -> str:
    """Return a text on one line in double quotes."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _indented(lines: Iterable[BlockLine]) -> Iterator[BlockLine]:
    return (BlockLine(f"  {line.text}" if line.text else "", line.begins) for line in lines)
