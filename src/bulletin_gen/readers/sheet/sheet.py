"""The lines of a bulletin by their place."""

from collections.abc import Iterator
from dataclasses import field

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.sheet.issued import Issued
from bulletin_gen.readers.source import Lines, SourceLine


@frozen
class Sheet:
    """The lines by their place: at first all are text, then each step takes its own from it.

    `title` holds the lines of the title, none where there is no title; contact and signature are as printed;
    `set_aside` is what a web page put around the bulletin.
    """

    text: Lines
    title: Lines = ()
    recipients: SourceLine | None = None
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
        return Sheet(tuple(self.said()), set_aside=self.set_aside)
