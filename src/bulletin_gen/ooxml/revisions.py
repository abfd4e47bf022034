"""What becomes of tracked changes (修订)."""

from enum import StrEnum


class Revisions(StrEnum):
    """All are settled in one way."""

    ACCEPT = "接受"
    REJECT = "拒绝"
