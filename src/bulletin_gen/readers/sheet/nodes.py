"""Lines in; the tree that their printed labels draw out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.labels import Marked, layer, leading_label
from bulletin_gen.text.numerals import Label

_PROBLEM = re.compile("(?:反馈|存在|主要|具体)?问题[：:]")  # 反馈问题：学习不深。; not 问题整改：
_ANSWER = re.compile("整改(?:落实|措施|情况|进展|结果){0,2}[：:]")  # 整改落实情况：学习10次。


@dataclass
class Node:
    """A labelled line and what stands below it: paragraphs, then labelled children, then paragraphs again."""

    line: SourceLine
    label: Label
    number: int
    rest: str
    paragraphs: list[SourceLine] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    after: list[SourceLine] = field(default_factory=list)

    def lines(self) -> Iterator[SourceLine]:
        """Yield the node's lines in the order of the source."""
        yield self.line
        yield from self.paragraphs
        for child in self.children:
            yield from child.lines()
        yield from self.after


@dataclass
class Outline:
    """The paragraphs before the first labelled line, the topmost labelled lines, and paragraphs after them."""

    paragraphs: list[SourceLine] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    after: list[SourceLine] = field(default_factory=list)


def grow(lines: Sequence[SourceLine]) -> Outline:
    """Return the outline of the lines. A line without a label belongs to the labelled one before it.

    Where 问题：… and 整改：… stand in pairs, each 问题：… is a heading without a label.
    """
    outline = Outline()
    open_nodes: list[Node] = []
    has_pairs = any(_ANSWER.search(line.text) for line in lines)
    for line in lines:
        marked = leading_label(line.text)
        if marked is None and has_pairs and _PROBLEM.match(line.text):
            marked = Marked(Label.NONE, 0, line.text)
        if marked is not None:
            _close(open_nodes, marked)
            node = Node(line, marked.label, marked.number, marked.rest)
            (open_nodes[-1].children if open_nodes else outline.nodes).append(node)
            open_nodes.append(node)
        else:
            (open_nodes[-1] if open_nodes else outline).paragraphs.append(line)
    return outline


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes and all below them, in the order of the source."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def _close(open_nodes: list[Node], marked: Marked) -> None:
    """Close the nodes that a new label ends: down to its own form, or to a higher layer where it goes on counting."""
    if open_nodes and open_nodes[-1].label is Label.NONE:
        open_nodes.pop()
    forms = [node.label for node in open_nodes]
    if marked.label in forms:
        del open_nodes[forms.index(marked.label) :]
    elif marked.label is Label.HAN:
        open_nodes.clear()
    elif marked.number > 1:
        while open_nodes and layer(open_nodes[-1].label) > layer(marked.label):
            open_nodes.pop()
