"""What a bulletin becomes when it is next year's draft, and what of it was set open."""

from bulletin_gen.frozen import frozen
from bulletin_gen.spec.model import Bulletin


@frozen
class Remark:
    """Something about a field, by its path in the draft: what it was last year, or what to look at."""

    path: str
    text: str


@frozen
class NextYear:
    """A draft made of last year's bulletin.

    `opened` are last year's facts, each now 【待补：去年为…】 at its path; one path may have several.
    `left_out` is what was not taken over, at the field that it stood in or beside.
    `to_check` is what was kept, though it may be another this year.
    `to_count` are the counts by status that a field said last year: they can be said again when all statuses are typed.
    """

    bulletin: Bulletin
    opened: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()
    to_check: tuple[Remark, ...] = ()
    to_count: tuple[Remark, ...] = ()
