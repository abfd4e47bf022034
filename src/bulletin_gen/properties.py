"""What a file says about itself: every writer puts it into its format's own fields."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Properties:
    """`issued` is None when the issue date is not a full date; `stage` tells how a draft is marked, or is empty."""

    title: str
    issuer: str
    issued: date | None = None
    stage: str = ""
