"""What a file says about itself: every writer puts it into its format's own fields."""

from datetime import date

from bulletin_gen.frozen import frozen

_MOST_CHARACTERS = 255  # that Office stores of a property


@frozen
class Properties:
    """`issued` is None when the issue date is not a full date; `stage` tells how a draft is marked, or is empty."""

    title: str
    issuer: str
    issued: date | None = None
    stage: str = ""


def storable(text: str) -> str:
    """Return a text as long as a property may be; the page has it whole."""
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"
