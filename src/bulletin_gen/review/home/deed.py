"""What adopting an opinion does to a spec, as values."""

from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.review.home.tree import Slot

_BRACES = {"{{": '{{ "{{" }}', "}}": '{{ "}}" }}'}


@frozen
class Retype:
    """Characters start … end - 1 of what was typed in a field give way to `new`."""

    path: str
    start: int
    end: int
    new: str


@frozen
class Own:
    """A field gets this text, whatever stood there."""

    path: str
    new: str


@frozen
class Remove:
    path: str


@frozen
class Insert:
    """A part or a measure, as it is printed, comes into a list; `heading_of` is the issue that its heading was of."""

    slot: Slot
    text: str
    heading_of: str = ""


@frozen
class Move:
    path: str
    slot: Slot


@frozen
class Done:
    """All of it is there already."""


@frozen
class Lost:
    """It cannot be done: why, and the way out."""

    message: str
    hint: str


Deed: TypeAlias = Retype | Own | Remove | Insert | Move


def escaped(text: str) -> str:
    """Return a reader's words so that braces in them are printed, not filled in."""
    for brace, written in _BRACES.items():
        if brace in text:
            return written.join(escaped(part) for part in text.split(brace))
    return text
