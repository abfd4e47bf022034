"""What rules read: a bulletin paragraph by paragraph, each as its author wrote it, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, wraps
from typing import TYPE_CHECKING, TypeVar

from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.terms import Terms, known_pairs
from bulletin_gen.document import Block, Document, Heading, Table, block_lines
from bulletin_gen.finding import Finding
from bulletin_gen.frozen import frozen
from bulletin_gen.spans import flat
from bulletin_gen.text.lines import Lines
from bulletin_gen.text.pairing import Pairing, pairing
from bulletin_gen.text.punctuate import widened
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

if TYPE_CHECKING:
    from bulletin_gen.spec.spec import Spec

_T = TypeVar("_T")
_Read = TypeVar("_Read", "Manuscript", "Passage", "Spec")


@frozen
class Passage:
    """One paragraph: `raw` is what its author wrote, `block` what it is part of.

    `block` is None where that is not known, and for what is no part of the bulletin: the page that it was copied from.
    """

    raw: str
    where: Where = Where()
    block: Block | None = None

    @cached_property
    def text(self) -> str:
        """The paragraph with Chinese marks, and of the same length: what is found here stands there in `raw`, too."""
        return widened(self.raw)

    @cached_property
    def pairing(self) -> Pairing:
        """How the quotes and brackets of the paragraph pair up."""
        return pairing(self.text)

    @property
    def place(self) -> str:
        """How a message at a later place names the paragraph: 第5行, or 前面 where its line is not known."""
        return f"第{self.where.line}行" if self.where.line else "前面"


@frozen
class Manuscript:
    """A bulletin to be checked.

    `passages` are all its paragraphs in order: those of the file for one that was read, else those of the document.
    `document` is what it says, its blocks knowing where they stand; `spec` is the bulletin as typed or as read, None
    for a bare document. `is_source` tells a spec, whose sentences and numbers are ours, from a text of the author's.
    `told` is what the reader of a file said of it, `people` whom the file names as its writers, `file` is its name.
    """

    document: Document
    passages: tuple[Passage, ...]
    spec: Spec | None = None
    is_source: bool = False
    office: Office = ANY_OFFICE
    told: tuple[Finding, ...] = ()
    people: tuple[str, ...] = ()
    file: str | None = None

    @property
    def where(self) -> Where:
        """The place of what is about the whole file."""
        return Where(self.file)

    @cached_property
    def texts(self) -> Lines:
        """The texts of all passages, each on its line."""
        return Lines([passage.text for passage in self.passages], known_pairs())

    @cached_property
    def raws(self) -> Lines:
        """What was written in all passages, each on its line."""
        lines = Lines([passage.raw for passage in self.passages], known_pairs())
        return self.texts if lines.text == self.texts.text else lines

    def saying(self, terms: Terms) -> list[Passage]:
        """Return the passages that say any of the terms of a list of `templates/terms/`, in order."""
        return [self.passages[line] for line in sorted(self.texts.holding(terms.sought))]

    def for_any_of(self, *patterns: Regex) -> list[Passage]:
        """Return the passages in whose text any of the patterns may match, in order: see `Lines.for_any_of`."""
        return [self.passages[line] for line in self.texts.for_any_of(patterns)]

    def raw_for_any_of(self, *patterns: Regex) -> list[Passage]:
        """Return the passages in which any of the patterns may match as they were written, in order."""
        return [self.passages[line] for line in self.raws.for_any_of(patterns)]

    def finds(self, pattern: Regex) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Yield each match in the text of a passage, in order."""
        return ((passage, match) for passage in self.for_any_of(pattern) for match in pattern.finditer(passage.text))

    @cached_property
    def headings(self) -> tuple[Headed, ...]:
        """The headings in order, each with its passage."""
        return tuple(Headed(passage.block, passage) for passage in self.passages if isinstance(passage.block, Heading))


@frozen
class Headed:
    heading: Heading
    passage: Passage


def manuscript_of(document: Document, spec: Spec, office: Office = ANY_OFFICE) -> Manuscript:
    """Return what rules read of a spec, given with what it says. What a ledger of ours says was typed in the issues."""
    ledgers = {f"attachments[{index}]" for index, one in enumerate(spec.bulletin.attachments) if one.ledger}
    issues = spec.where("results")
    passages = (
        replace(passage, where=issues)
        if isinstance(passage.block, Table) and passage.where.path in ledgers
        else passage
        for passage in passages_of(document)
    )
    return Manuscript(document, tuple(passages), spec, True, office, file=spec.places.file)


def once(function: Callable[[_Read], _T]) -> Callable[[_Read], _T]:
    """Make a function of a manuscript, a passage or a spec remember what it read there, as `cached_property` does."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(given: _Read) -> _T:
        known: dict[str, _T] = vars(given)
        if name not in known:
            known[name] = function(given)
        return known[name]

    return remembered


def passages_of(document: Document) -> Iterator[Passage]:
    """Yield the paragraphs of a document."""
    for block in document.blocks:
        yield from (Passage(flat(line), block.where, block) for line in block_lines(block))


def passages_in(
    lines: Sequence[tuple[int, str]], document: Document, file: str | None, aside: Container[int] = ()
) -> Iterator[Passage]:
    """Yield the paragraphs of a file, given with their numbers: each is part of the block that begins last before it.

    The blocks of `document` know the lines that they begin in; the lines of `aside` are no part of it.
    """
    begins = sorted(
        ((block.where.line, number) for number, block in enumerate(document.blocks) if block.where.line is not None),
    )
    at = 0
    block: Block | None = None
    for number, text in lines:
        while at < len(begins) and begins[at][0] <= number:
            block = document.blocks[begins[at][1]]
            at += 1
        yield Passage(text, Where(file, number), None if number in aside else block)
