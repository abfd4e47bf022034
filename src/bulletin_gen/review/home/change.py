"""What became of one place of a draft in a returned file: the value that an opinion is made of."""

from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.review.opinion import OpinionKind

ARROW = " → "  # from where to where something moved


class Span(NamedTuple):
    """Characters start … end - 1 of a line, without its label."""

    line: int
    start: int
    end: int


@frozen
class Change:
    """`path` and the texts are those of an Opinion; `before` and `after` tell which words of the lines these are.

    `doubt` says what no field can take of it, and the way out; nothing where all of it has its place.
    """

    kind: OpinionKind
    path: str
    place: str
    old: str
    new: str
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    doubt: str = ""
