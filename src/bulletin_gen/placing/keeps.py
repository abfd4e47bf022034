"""What a page end must not part: told once, for the layout and for every writer whose reader breaks the pages."""

from enum import Enum, auto

from bulletin_gen.document import AttachmentHead, AttachmentNote, Block, Head, Heading, Note, Paragraph, Signature


class Keep(Enum):
    """How a block hangs on the next one: not at all, by its last line, or with every line of it."""

    FREE = auto()
    LAST = auto()
    WHOLE = auto()


def keep_with_next(block: Block, following: Block | None) -> Keep:
    """Return what of a block is kept with the one that follows it.

    A heading on its own line stays with its text, whole, and so does the name of a table, and what begins a document or
    an attachment.
    Signature and date never stand alone on a page: the last line of the text stays with them, 附件说明 whole, and
    附注 below (GB/T 9704-2012, 7.3.5.5).
    """
    match block, following:
        case _, None:
            return Keep.FREE
        case ((Head() | AttachmentHead() | Heading(body=()) | Paragraph(is_caption=True)), _):
            return Keep.WHOLE
        case AttachmentNote(), Signature():
            return Keep.WHOLE
        case (_, Signature() | AttachmentNote()) | (Signature(), Note()):
            return Keep.LAST
    return Keep.FREE
