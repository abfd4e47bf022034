"""What came back of a draft that was sent round in Word: its text before and after, and who changed or said what."""

from datetime import datetime

from bulletin_gen.frozen import frozen


@frozen
class Touch:
    """Characters start … end - 1 of a line that a tracked change put in, or took out; `when` by its author's clock.

    `whole` when the line's own end was put in or taken out, too; that alone is a touch of no characters.
    """

    start: int
    end: int
    author: str
    when: datetime | None = None
    is_move: bool = False
    whole: bool = False


@frozen
class ReturnedLine:
    """A line as it is printed, with its label; `touches` are insertions of an edited line, deletions of an original."""

    text: str
    touches: tuple[Touch, ...] = ()


@frozen
class ReturnedReply:
    """An answer to a remark."""

    text: str
    author: str
    when: datetime | None = None


@frozen
class ReturnedRemark:
    """A comment and what was answered. It hangs on characters start … end - 1 of line `line` (from 0) of the edited
    text, or on what stands there; `line` is None where it hangs on nothing that is printed."""

    text: str
    author: str
    when: datetime | None
    line: int | None
    start: int
    end: int
    quoted: str
    replies: tuple[ReturnedReply, ...] = ()
    resolved: bool = False


@frozen
class Returned:
    """A returned file.

    original: its lines with every tracked change rejected; equal to `edited` where none was tracked.
    edited: its lines with every tracked change accepted.
    remarks: in the order of the text.
    people: whom the file's properties name.
    """

    file: str
    original: tuple[ReturnedLine, ...]
    edited: tuple[ReturnedLine, ...]
    remarks: tuple[ReturnedRemark, ...] = ()
    people: tuple[str, ...] = ()
