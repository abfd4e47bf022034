"""What a ledger brings into a bulletin's file, as values."""

from enum import StrEnum

from bulletin_gen.frozen import frozen


class Kind(StrEnum):
    """What becomes of something: it changes, comes in, or stays though the ledger says otherwise or nothing."""

    CHANGED = "改"
    ADDED = "增"
    KEPT = "留"


@frozen
class Change:
    """One thing that a ledger says of an issue, or does not say.

    row: of the sheet, None where it says nothing. name: the problem. what: the field, in Chinese.
    """

    kind: Kind
    row: int | None
    name: str
    what: str
    old: str = ""
    new: str = ""


@frozen
class Updated:
    """The text of a spec's file with the news of a ledger in it, and each change told.

    `is_changed` tells whether the text is another than it was.
    """

    text: str
    changes: tuple[Change, ...]
    is_changed: bool
