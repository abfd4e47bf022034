"""The bulletin's own lines in; which of them is what: title, recipients, text, contact, signature, date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bulletin_gen.readers.sheet.bottom import read_bottom
from bulletin_gen.readers.sheet.issued import Issued
from bulletin_gen.readers.sheet.top import is_basis, read_top
from bulletin_gen.readers.source import Lines, SourceLine
from bulletin_gen.text.labels import leading_label

_LONGEST_HEAD_LINE = 120


@dataclass(frozen=True)
class Sheet:
    """The lines by their place. `title` holds the lines of the title; `set_aside` what is the page's after all."""

    title: Lines = ()
    recipients: SourceLine | None = None
    text: Lines = ()
    contact: Lines = ()
    signature: Lines = ()
    date: SourceLine | None = None
    contact_below: bool = False
    set_aside: Lines = ()
    issued: Issued = field(default_factory=Issued)

    def said(self) -> Iterator[SourceLine]:
        """Yield the lines that the bulletin has to say."""
        yield from self.issued.head_lines
        yield from self.title
        yield from filter(None, (self.recipients,))
        yield from self.text
        signed = (*self.issued.attachment_note, *self.signature, *filter(None, (self.date,)))
        yield from (*signed, *self.contact) if self.contact_below else (*self.contact, *signed)
        yield from (*self.issued.note, *self.issued.attachment_lines, *self.issued.colophon_lines)

    def all_text(self) -> "Sheet":
        """Return the sheet with every line as text."""
        return Sheet(text=tuple(self.said()), set_aside=self.set_aside)


def lay_out_sheet(lines: Sequence[SourceLine]) -> Sheet:
    """Return the lines by their place. Where no text would be left, every line is text."""
    start = _text_start(lines)
    top = read_top(lines[:start])
    bottom = read_bottom([*top.rest, *lines[start:]])
    if not bottom.text:
        return Sheet(text=tuple(lines))
    return Sheet(
        top.title,
        top.recipients,
        bottom.text,
        bottom.contact,
        bottom.signature,
        bottom.date,
        bottom.contact_below,
        (*top.set_aside, *bottom.set_aside),
    )


def _text_start(lines: Sequence[SourceLine]) -> int:
    """Return the first line that is a sentence, a basis, a heading, or too long for anything before these."""
    for index, line in enumerate(lines):
        if "。" in line.text or is_basis(line.text) or leading_label(line.text) or len(line.text) > _LONGEST_HEAD_LINE:
            return index
    return len(lines)
