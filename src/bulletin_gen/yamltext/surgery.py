"""A YAML text and what it is to hold in; the text with what differs written anew, all else as it was typed, out.

Comments, blank lines, the order of fields, quotes, indents and line ends stay. A comment beside a value that becomes
a block goes above it; those within what is taken out go with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.text.rising import rising
from bulletin_gen.yamltext.block import Block, Plain, quoted
from bulletin_gen.yamltext.nodes import Entry, Node, line_end, line_start, read_nodes

New: TypeAlias = "str | list[Item] | dict[str, New]"


class Item(NamedTuple):
    """An item of a list that is to be, and which one it was; None for one that was not there."""

    value: New
    was: str | None = None


@frozen
class Naming:
    """How a file calls its fields: the name of a typed key and the key of a name, each in the mapping at a path.

    `rank` is where a field belongs in its mapping; `value` is what a typed text stands for in the field at a path, and
    `text` what is typed for a value.
    """

    name: Callable[[str, str], str]
    key: Callable[[str, str], str]
    rank: Callable[[str, str], int]
    value: Callable[[str, str], str]
    text: Callable[[str, str], str]


class _Splice(NamedTuple):
    """Characters start … end - 1 become `instead`."""

    start: int
    end: int
    instead: str


@dataclass
class _Surgery:
    source: str
    block: Block
    naming: Naming
    places: Mapping[str, Entry]  # of the items of all lists, by the paths that they had
    kept: frozenset[str]  # the paths of the items that will be somewhere
    splices: list[_Splice] = field(default_factory=list)

    def mapping(self, node: Node, new: dict[str, New], path: str) -> bool:
        """Make a mapping what it is to be; say False, and do nothing, where nothing of it would stay."""
        there = [(self.naming.name(path, entry.key), entry) for entry in node.entries]
        stay = [(name, entry) for name, entry in there if name in new]
        if not stay:
            return False
        for name, entry in there:
            if name not in new:
                self.take_field(entry, stay)
        for name, entry in stay:
            self.value(entry, new[name], f"{path}.{name}" if path else name)
        for name in new:
            if name not in dict(there):
                self.add_field(node, stay, name, new[name], path)
        return True

    def sequence(self, node: Node, new: list[Item], path: str) -> bool:
        """Make a list what it is to be; say False, and do nothing, where nothing of it would stay in its place."""
        numbers = {f"{path}[{index}]": index for index in range(len(node.entries))}
        order = [numbers[item.was] for item in new if item.was in numbers]
        stay = {order[at] for at in rising(order)}
        if not stay or not all(self._is_own_line(entry.start) for entry in node.entries):
            return False
        for index, entry in enumerate(node.entries):
            if index not in stay:
                self.take_item(entry, f"{path}[{index}]")
        column = self._column(node.entries[0].start)
        before: Entry | None = None
        first = node.entries[min(stay)]
        for item in new:
            if item.was in numbers and numbers[item.was] in stay:
                before = node.entries[numbers[item.was]]
                self.value(before, item.value, item.was)
            else:
                at = self._after(before) if before else self._with_comments_above(first)
                self._insert(at, self._item_lines(item, f"{path}[]"), column)
        return True

    def value(self, entry: Entry, new: New, path: str) -> None:
        node = entry.value
        if node.text is not None and isinstance(new, str):
            if self.naming.value(path, node.text) != new and not self._text(node, self.naming.text(path, new), entry):
                self.write_anew(entry, new, path)
        elif isinstance(new, dict) and node.text is None and not node.is_list and not node.in_brackets:
            if not self.mapping(node, new, path):
                self.write_anew(entry, new, path)
        elif isinstance(new, list) and node.is_list and not node.in_brackets:
            if not self.sequence(node, new, path):
                self.write_anew(entry, new, path)
        elif plain_of(new) != self._named(node, path):
            self.write_anew(entry, new, path)

    def write_anew(self, entry: Entry, new: New, path: str) -> None:
        """Write a field or an item anew, with the comments of what it was above it."""
        column = self._column(entry.start)
        lines = self._lines(entry.key, new, path)
        after = line_end(self.source, entry.value.end)
        beside = self.source[entry.value.end : after]
        if len(lines) > 1 and beside.strip():
            self._insert(line_start(self.source, entry.start), [beside.strip()], column)
            end = after
        else:
            end = entry.value.end
        self._splice(entry.start, end, self._joined(lines, column).lstrip(" "))

    def take_field(self, entry: Entry, stay: Sequence[tuple[str, Entry]]) -> None:
        if self._is_own_line(entry.start):
            self._splice(line_start(self.source, entry.start), self._after(entry), "")
            return
        # The first field of an item stands beside the dash: the next one takes its place.
        following = min(other.start for _, other in stay)
        between = self.source[line_end(self.source, entry.value.end) : following]
        remarks = [line.strip() for line in between.splitlines() if line.strip()]
        self._insert(line_start(self.source, entry.start), remarks, self._column(entry.start))
        self._splice(entry.start, following, "")

    def take_item(self, entry: Entry, path: str) -> None:
        """Take an item out; with one that goes elsewhere go the comments above it."""
        start = self._with_comments_above(entry) if path in self.kept else line_start(self.source, entry.start)
        self._splice(start, self._after(entry), "")

    def add_field(self, node: Node, stay: Sequence[tuple[str, Entry]], name: str, new: New, path: str) -> None:
        """Put a new field behind those that belong before it; where none does, before all, unless that is beside the
        dash of an item."""
        rank = self.naming.rank(path, name)
        before = [entry for other, entry in stay if self.naming.rank(path, other) < rank]
        first = min((entry for _, entry in stay), key=lambda entry: entry.start)
        if before or not self._is_own_line(node.entries[0].start):
            at = self._after(max(before, key=lambda entry: entry.start) if before else first)
        else:
            at = line_start(self.source, first.start)
        lines = self._lines(self.naming.key(path, name), new, f"{path}.{name}" if path else name)
        if not path:
            lines = ["", *lines] if before else [*lines, ""]
        self._insert(at, lines, self._column(first.start))

    def _text(self, node: Node, new: str, entry: Entry) -> bool:
        """Write a text anew as it was typed: with its quotes, or as a block; say False where that cannot be."""
        if node.style in ("|", ">"):
            return self._block_text(node, new, entry)
        if "\n" in new:
            return False
        if node.style == "'" and new.isprintable():
            self._splice(node.start, node.end, "'" + new.replace("'", "''") + "'")
        elif node.style:
            self._splice(node.start, node.end, quoted(new))
        else:
            blank = " " if self.source[node.start - 1 : node.start] == ":" else ""
            self._splice(node.start, node.end, blank + self.block.scalar(new))
        return True

    def _block_text(self, node: Node, new: str, entry: Entry) -> bool:
        head = line_end(self.source, node.start)
        sign = self.source[node.start : head]
        if any(char.isdigit() for char in sign.split("#")[0]) or new[:1].isspace() or not new:
            return False
        lines = self.source[head : node.end].splitlines()
        indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
        column = indents[0] if indents else self._column(entry.start) + 2
        self._splice(node.start, node.start + 1, "|")
        body = "".join(f"\n{' ' * column}{line}" if line else "\n" for line in new.split("\n"))
        self._splice(head, node.end, body.replace("\n", self._line_feed))
        return True

    def _item_lines(self, item: Item, path: str) -> list[str]:
        """Return the lines of an item that comes: those that it had elsewhere, where it was there before."""
        moved = self.places.get(item.was or "")
        if moved is None:
            return self._lines("", item.value, path)
        start, end = self._with_comments_above(moved), self._after(moved)
        inner = replace(self, splices=[])
        inner.value(moved, item.value, item.was or "")
        inner.splices = [_Splice(one.start - start, one.end - start, one.instead) for one in inner.splices]
        text = spliced(self.source[start:end], inner.splices)
        was = self._column(moved.start)
        return [line[was:] if not line[:was].strip() else line.lstrip(" ") for line in text.splitlines()]

    def _lines(self, key: str, new: New, path: str) -> list[str]:
        """Return the lines of a new field, or of a new item where there is no key, from the left edge on."""
        plain = plain_of(new, self.naming, path)
        written = self.block.field(key, plain) if key else self.block.item(plain)
        return [line.text for line in written]

    def _named(self, node: Node, path: str) -> Plain:
        """Return what a node says, with the names of its fields; an empty value is an empty text."""
        if node.text is not None:
            return self.naming.value(path, node.text)
        if node.is_list:
            return [self._named(entry.value, f"{path}[{index}]") for index, entry in enumerate(node.entries)]
        names = [(self.naming.name(path, entry.key), entry) for entry in node.entries]
        return {name: self._named(entry.value, f"{path}.{name}") for name, entry in names}

    def _insert(self, at: int, lines: Iterable[str], column: int) -> None:
        """Put lines, indented to a column, before the line that begins at `at`."""
        text = "".join(f"{line}\n" for line in _shifted(lines, column))
        if at and self.source[at - 1] not in "\r\n":  # the last line of the file has no end
            text = "\n" + text.removesuffix("\n")
        self._splice(at, at, text.replace("\n", self._line_feed))

    def _joined(self, lines: Iterable[str], column: int) -> str:
        return "\n".join(_shifted(lines, column)).replace("\n", self._line_feed)

    def _after(self, entry: Entry) -> int:
        """Return where the line begins that follows an entry."""
        end = line_end(self.source, entry.value.end)
        return end + len("\r\n" if self.source.startswith("\r\n", end) else self.source[end : end + 1])

    def _with_comments_above(self, entry: Entry) -> int:
        """Return where the line of an item begins, or the first of the comments that stand right above it."""
        at = line_start(self.source, entry.start)
        column = entry.start - at
        while at:
            above = line_start(self.source, at - 1)
            line = self.source[above:at]
            if line[:column].strip() or line[column : column + 1] != "#":
                break
            at = above
        return at

    def _column(self, at: int) -> int:
        return at - line_start(self.source, at)

    def _is_own_line(self, at: int) -> bool:
        """Does nothing stand before a character on its line?"""
        return not self.source[line_start(self.source, at) : at].strip()

    def _splice(self, start: int, end: int, instead: str) -> None:
        self.splices.append(_Splice(start, end, instead))

    @property
    def _line_feed(self) -> str:
        return "\r\n" if "\r\n" in self.source else "\n"


def rewritten(source: str, new: dict[str, New], block: Block, naming: Naming) -> str:
    """Return a file's text with what it is to hold; an item is known by the path that it had."""
    root = read_nodes(source)
    surgery = _Surgery(source, block, naming, dict(_items(root, "", naming)), frozenset(_kept(new)))
    surgery.mapping(root, new, "")
    return spliced(source, surgery.splices)


def plain_of(new: New, naming: Naming | None = None, path: str = "") -> Plain:
    """Return what is to be, with the keys of a file where its naming is given."""
    if isinstance(new, str):
        return naming.text(path, new) if naming else new
    if isinstance(new, list):
        return [plain_of(item.value, naming, f"{path}[{index}]") for index, item in enumerate(new)]
    return {
        naming.key(path, name) if naming else name: plain_of(value, naming, f"{path}.{name}" if path else name)
        for name, value in new.items()
    }


def spliced(text: str, splices: Iterable[_Splice]) -> str:
    """Return a text with its splices made; of those at one place the first comes first."""
    parts, at = [], 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        parts += [text[at : splice.start], splice.instead]
        at = splice.end
    return "".join([*parts, text[at:]])


def _shifted(lines: Iterable[str], column: int) -> Iterator[str]:
    return (f"{' ' * column}{line}" if line else "" for line in lines)


def _items(node: Node, path: str, naming: Naming) -> Iterator[tuple[str, Entry]]:
    """Yield the items of all lists by their paths."""
    for index, entry in enumerate(node.entries):
        name = f"[{index}]" if node.is_list else naming.name(path, entry.key)
        inner = f"{path}{name}" if node.is_list or not path else f"{path}.{name}"
        if node.is_list:
            yield inner, entry
        yield from _items(entry.value, inner, naming)


def _kept(new: New) -> Iterator[str]:
    """Yield the paths that items had which are still there."""
    for value in new.values() if isinstance(new, dict) else ():
        yield from _kept(value)
    for item in new if isinstance(new, list) else ():
        yield from [item.was] if item.was else []
        yield from _kept(item.value)
