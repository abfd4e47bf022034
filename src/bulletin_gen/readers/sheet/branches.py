"""Lines in; the tree that their printed labels draw out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.labels import Marked, leading_label, still_open
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

PROBLEM = Regex("(?:反馈|存在|主要|具体)?问题[：:]")  # 反馈问题：学习不深。; not 问题整改：
_NOTE = Regex("附件?[：:]")  # 附件：1.整改清单, above the signature; 2.制度目录 below it is no heading
_ANSWER = Regex("整改(?:落实|措施|情况|进展|结果){0,2}[：:]")  # 整改落实情况：学习10次。; not 整改时限：


@dataclass
class Branch:
    """A labelled line and what stands below it: paragraphs, a table, then labelled lines, then paragraphs again.

    The stem of the tree has neither line nor label.
    """

    line: SourceLine
    label: Label
    number: int
    rest: str
    paragraphs: list[SourceLine] = field(default_factory=list)
    table: SourceLine | None = None
    children: list["Branch"] = field(default_factory=list)
    after: list[SourceLine] = field(default_factory=list)

    def lines(self) -> Iterator[SourceLine]:
        """Yield the branch's lines in the order of the source."""
        yield self.line
        yield from self.paragraphs
        if self.table is not None:
            yield self.table
        for child in self.children:
            yield from child.lines()
        yield from self.after

    def add(self, line: SourceLine) -> None:
        """Add a line without a label: what stands behind a table stands at the end."""
        if line.rows and self.table is None:
            self.table = line
        else:
            (self.paragraphs if self.table is None else self.after).append(line)

    def open(self, child: "Branch") -> None:
        """Add a labelled line. A table that has text between it and that one is no more than a paragraph among others:
        a bulletin has no place for it there."""
        if self.table is not None and self.after:
            self.paragraphs += [self.table, *self.after]
            self.table, self.after = None, []
        self.children.append(child)

    def below(self) -> Iterator["Branch"]:
        """Yield all labelled lines below this one, in the order of the source."""
        for child in self.children:
            yield child
            yield from child.below()


def grow(lines: Sequence[SourceLine]) -> Branch:
    """Return the stem of the tree. A line without a label belongs to the labelled one before it.

    Where 问题：… and 整改：… stand in pairs, each 问题：… is a heading without a label.
    """
    path = [Branch(SourceLine("", 0), Label.NONE, 0, "")]
    has_pairs = any(_ANSWER.search(line.text) for line in lines)
    is_note = False
    for line in lines:
        marked = leading_label(line.text)
        is_note = _NOTE.match(line.text) is not None or (is_note and marked is not None and marked.label is Label.DOT)
        if is_note:
            path[-1].add(line)
            continue
        if marked is None and has_pairs and PROBLEM.match(line.text):
            marked = Marked(Label.NONE, 0, line.text)
        if marked is None:
            path[-1].add(line)
            continue
        path = [path[0], *_still_open(path[1:], marked)]
        path.append(Branch(line, marked.label, marked.number, marked.rest))
        path[-2].open(path[-1])
    return path[0]


def _still_open(path: list[Branch], marked: Marked) -> list[Branch]:
    """Return the branches that a new label does not end."""
    if path and path[-1].label is Label.NONE:
        path = path[:-1]
    return path[: still_open([branch.label for branch in path], marked)]
