"""The bulletin's own lines in; which of them is what: title, recipients, text, contact, signature, date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bulletin_gen.readers.chrome import is_after_date_chrome
from bulletin_gen.readers.lines import SourceLine
from bulletin_gen.readers.official import Official
from bulletin_gen.readers.opening import is_basis
from bulletin_gen.readers.tail import Closing, is_contact, read_closing, read_contact
from bulletin_gen.readers.title import read_head
from bulletin_gen.text.labels import read_label

_LONGEST_HEAD_LINE = 120


@dataclass(frozen=True)
class Sheet:
    """The lines by their place. `title` holds the lines of the title; `set_aside` what is the page's after all."""

    title: tuple[SourceLine, ...] = ()
    recipients: SourceLine | None = None
    text: tuple[SourceLine, ...] = ()
    contact: tuple[SourceLine, ...] = ()
    signature: tuple[SourceLine, ...] = ()
    date: SourceLine | None = None
    contact_below: bool = False
    set_aside: tuple[SourceLine, ...] = ()
    official: Official = field(default_factory=Official)

    def said(self) -> Iterator[SourceLine]:
        """Yield the lines that the bulletin has to say."""
        yield from self.official.head
        yield from self.title
        yield from (line for line in (self.recipients,) if line)
        yield from self.text
        signed = (*self.official.attachment_note, *self.signature, *((self.date,) if self.date else ()))
        yield from (*signed, *self.contact) if self.contact_below else (*self.contact, *signed)
        yield from (*self.official.note, *self.official.attachments, *self.official.colophon)

    def all_text(self) -> "Sheet":
        """Return the sheet with every line as text."""
        return Sheet(text=tuple(self.said()), set_aside=self.set_aside)


def lay_out_sheet(lines: Sequence[SourceLine]) -> Sheet:
    """Return the lines by their place. Where no text would be left, every line is text."""
    start = _text_start(lines)
    head = read_head(lines[:start])
    closing, below = _closing([*head.rest, *lines[start:]])
    if not closing.body:
        return Sheet(text=tuple(lines))
    return Sheet(
        head.title,
        head.recipients,
        closing.body,
        closing.contact,
        closing.signature,
        closing.date,
        closing.contact_below,
        (*head.set_aside, *below),
    )


def _text_start(lines: Sequence[SourceLine]) -> int:
    """Return the first line that is a sentence, a basis, a heading, or too long for anything before these."""
    for index, line in enumerate(lines):
        if "。" in line.text or is_basis(line.text) or read_label(line.text) or len(line.text) > _LONGEST_HEAD_LINE:
            return index
    return len(lines)


def _closing(lines: Sequence[SourceLine]) -> tuple[Closing, tuple[SourceLine, ...]]:
    """Return the closing and the page's lines below it. What is no page's below the date leaves the date as text."""
    closing = read_closing(lines)
    ends = [at for at, line in enumerate(closing.after, start=1) if not is_after_date_chrome(line.text)]
    own, below = closing.after[: ends[-1] if ends else 0], closing.after[ends[-1] if ends else 0 :]
    if own and not closing.contact and is_contact(own):
        return replace(closing, contact=own, contact_below=True), below
    if own:
        body, contact = read_contact(lines[: len(lines) - len(below)])
        return Closing(body, contact), below
    return closing, below
