"""The numbered lines of a manuscript: what each is called, and which stands below which."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.document import (
    AttachmentHead,
    AttachmentNote,
    Block,
    Colophon,
    Form,
    Head,
    Recipients,
    Signature,
    Table,
    Title,
)
from bulletin_gen.frozen import frozen
from bulletin_gen.text.labels import leading_label, still_open
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

# What holds no part of the text, though a line of it may begin like a heading.
_NO_TEXT: tuple[type[Block], ...] = (
    Title,
    Head,
    Recipients,
    Signature,
    AttachmentNote,
    AttachmentHead,
    Table,
    Colophon,
    Form,
)
_LONGEST = 120  # characters of a heading that runs into its text
_ENDS = frozenset("。：！？")
_STEP = Regex("[“（《”）》。：！？]")
_RUN_IN = Regex("一是")
LEAD = Regex("[^，。：；、“”（《]{2,6}：")  # 反馈问题：学习不深; what is called so follows
_CHROME = Regex(r"^(?:[#*>\s]|&[a-z]{3,5}[;；]){1,12}")  # what copying leaves before a label: ## 一、 and &nbsp;一、
_ATTACHMENT = Regex(r"附件\s?(?:\d{1,2}|[一二三四五六七八九十])?[:：]?")  # the line that an attachment begins with
_QUOTED = Regex("“([^“”]{2,80})”")
_PROBLEM = Regex("(?:在|对|针对|关于|对于)(?:“([^“”]{2,80})”|([^“，。]{4,40}?)(?:的|等)*问题)")  # 关于…的问题
_PROBLEM_LABELS = (Label.PROBLEM, Label.HAN_PROBLEM)


@frozen
class Entry:
    """A numbered line: its label, its number, and where what follows the label stands in the passage.

    `heading` is what it is called, up to its first full stop or colon and without it; `end_mark` that mark, "" where
    the line ends without one. `body` is what follows in the same line, `paragraphs` are the lines below it that have
    no number. `above` is the entry that it stands below, None for the highest.
    """

    passage: Passage
    label: Label
    number: int
    start: int
    heading: str
    end_mark: str
    body: str
    above: "Entry | None"
    paragraphs: list[Passage] = field(default_factory=list, compare=False, repr=False)
    below: list["Entry"] = field(default_factory=list, compare=False, repr=False)

    @property
    def end(self) -> int:
        """Where the heading ends in the passage, its mark not counted."""
        return self.start + len(self.heading)

    @property
    def stands_alone(self) -> bool:
        """Does the heading have its line for itself?"""
        return not self.body

    @cached_property
    def problem(self) -> str:
        """The problem that the heading names, without quotes; nothing where it names none."""
        if self.label in _PROBLEM_LABELS:
            return self.heading
        match = _PROBLEM.match(self.heading) or _QUOTED.search(self.heading)
        return next(filter(None, match.groups()), "") if match else ""

    @cached_property
    def quoted(self) -> int:
        """How many things the heading quotes."""
        return len(_QUOTED.findall(self.heading))

    def all_below(self) -> Iterator["Entry"]:
        for entry in self.below:
            yield entry
            yield from entry.all_below()


@once
def outline(manuscript: Manuscript) -> tuple[Entry, ...]:
    """Return the numbered lines of the text in order, without those of its attachments."""
    entries: list[Entry] = []
    path: list[Entry] = []
    for passage in text_passages(manuscript):
        marked = leading_label(_CHROME.sub("", passage.text, count=1).strip())
        if marked is None:
            if path:
                path[-1].paragraphs.append(passage)
            continue
        path = path[: still_open([entry.label for entry in path], marked)]
        entry = _entry(passage, marked.label, marked.number, marked.rest, path[-1] if path else None)
        if path:
            path[-1].below.append(entry)
        path.append(entry)
        entries.append(entry)
    return tuple(entries)


@once
def text_passages(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Return the paragraphs between title and signature: without what is no part of the bulletin, and attachments."""
    return tuple(_text_passages(manuscript))


def _text_passages(manuscript: Manuscript) -> Iterator[Passage]:
    for passage in manuscript.passages:
        if isinstance(passage.block, AttachmentHead) or _ATTACHMENT.fullmatch(passage.text.strip()):
            return
        if passage.block is not None and not isinstance(passage.block, _NO_TEXT):
            yield passage


@once
def families(manuscript: Manuscript) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries that stand side by side: of one form, below one entry."""
    found: dict[tuple[int, Label], list[Entry]] = {}
    for entry in outline(manuscript):
        found.setdefault((id(entry.above), entry.label), []).append(entry)
    return tuple(map(tuple, found.values()))


@once
def by_form(manuscript: Manuscript) -> dict[Label, list[Entry]]:
    """Return all entries by the form of their labels, wherever they stand."""
    return grouped(outline(manuscript))


def grouped(entries: Iterable[Entry]) -> dict[Label, list[Entry]]:
    """Return entries by the form of their labels."""
    forms: dict[Label, list[Entry]] = {}
    for entry in entries:
        forms.setdefault(entry.label, []).append(entry)
    return forms


def _entry(passage: Passage, label: Label, number: int, rest: str, above: Entry | None) -> Entry:
    text = passage.text
    start = text.rindex(rest) if rest else len(text.rstrip())
    until = _heading_end(rest)
    mark = rest[until : until + 1]
    is_mark = mark in _ENDS
    body = rest[until + is_mark :].strip()
    return Entry(passage, label, number, start, rest[:until], mark if is_mark else "", body, above)


def _heading_end(rest: str) -> int:
    """Return where a heading ends: at a mark outside quotes and brackets, or where its text begins without one."""
    lead, run_in = LEAD.match(rest), _RUN_IN.search(rest, 1)
    start, until = lead.end() if lead and lead.end() < len(rest) else 0, min(len(rest), _LONGEST)
    text_begins = run_in.start() if run_in and start <= run_in.start() < until else until
    deep = 0
    for mark in _STEP.finditer(rest, start, until):
        if mark.start() > text_begins:
            if deep <= 0:
                break
            text_begins = until
        if deep <= 0 and mark[0] in _ENDS:
            return mark.start()
        deep += (mark[0] in "“（《") - (mark[0] in "”）》")
    return text_begins if deep <= 0 else until
