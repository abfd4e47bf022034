"""One thing that a reader of a draft wants otherwise, and what was decided on it."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from bulletin_gen.frozen import frozen
from bulletin_gen.text.choice import Choice

TOGETHER = "、"  # between those who made one change together: 县财政局、县审计局
_ID_LENGTH = 10  # hexadecimal digits; two of ten thousand opinions share one about once in 20,000 rounds


class OpinionKind(StrEnum):
    """What of the bulletin the opinion touches: its words, a whole paragraph or item, or nothing by itself."""

    CHANGED = "修改"
    ADDED = "增加"
    DELETED = "删去"
    MOVED = "移动"
    COMMENT = "批注"


class Handling(Choice):
    """处理: what was decided; 待定 decides nothing yet."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    DECLINED = "不采纳"
    PENDING = "待定"


@frozen
class Reply:
    """An answer to a comment, as it stands in the file."""

    text: str
    author: str
    when: datetime | None = None


@frozen
class Opinion:
    """A change or a comment that came back in a file.

    file: the name of the file that it came in, without its folders.
    author: who made it: as the tracked change or the comment says, else who the file is named after.
    when: when, as the file says; None where it does not.
    place: where in the bulletin, as its reader knows it: 二（一）3 整改措施二; "" for the whole.
    path: the field of the spec that it touches: results.issues[0].measures[1]; "" where it is in no field.
    old, new: the sentence or paragraph before and after; of a comment `old` is what it hangs on, and `new` is "".
    said: what a comment says; "" for a change.
    replies, resolved: of a comment.
    handling, reason: what the office decided, and why.
    conflicts: the ids of opinions on the same words that ask for something else.
    """

    kind: OpinionKind
    file: str
    author: str
    when: datetime | None
    place: str
    path: str
    old: str
    new: str
    said: str = ""
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    handling: Handling = Handling.PENDING
    reason: str = ""
    conflicts: tuple[str, ...] = ()

    @property
    def authors(self) -> list[str]:
        """Each of those who made it."""
        return self.author.split(TOGETHER)

    @property
    def id(self) -> str:
        """What tells it from others, however often and in whatever order files come: who wants what, and where."""
        told = (self.kind, self.author, self.path, self.old, self.new, self.said)
        return sha256("\0".join(told).encode()).hexdigest()[:_ID_LENGTH]
