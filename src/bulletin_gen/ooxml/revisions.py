"""Tracked changes (修订): who changed what and when, and what becomes of it."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from bulletin_gen.frozen import frozen


class Revisions(StrEnum):
    """All are settled in one way."""

    ACCEPT = "接受"
    REJECT = "拒绝"


class ChangeKind(StrEnum):
    INSERTED = "插入"
    DELETED = "删除"
    FORMATTED = "改格式"


@frozen
class Change:
    """One tracked change. `date` is as the file says it, None where it does not; `is_move` when the text went elsewhere
    or came from there."""

    kind: ChangeKind
    author: str = ""
    date: datetime | None = None
    is_move: bool = False


def is_gone(changes: Iterable[Change], revisions: Revisions | None) -> bool:
    """Is what has these changes gone, once they are settled? None settles nothing: all of it stays."""
    gone = None if revisions is None else _GONE[revisions]
    return any(change.kind is gone for change in changes)


_GONE = {Revisions.ACCEPT: ChangeKind.DELETED, Revisions.REJECT: ChangeKind.INSERTED}
