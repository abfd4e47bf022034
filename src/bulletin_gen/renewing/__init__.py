"""Last year's bulletin in; this year's draft out, in which no fact of last year stands unmarked."""

from bulletin_gen.composing.counts import count
from bulletin_gen.composing.settle import known
from bulletin_gen.errors import BulletinError
from bulletin_gen.readers.echo import said_lines
from bulletin_gen.readers.parse.counted import with_counts
from bulletin_gen.renewing.kept import to_check
from bulletin_gen.renewing.next_year import NextYear
from bulletin_gen.renewing.opening import Opening, known_names
from bulletin_gen.renewing.skeleton import skeleton
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec, as_spec

# What no placeholder says while the issues have no status.
_BY_STATUS = tuple(f"counts.{name}" for name in ("done", "ongoing", "rate", "sub_done", "sub_ongoing", "sub_rate"))


def as_next_year(given: Spec | Bulletin) -> NextYear:
    """Return the draft of this year's bulletin that last year's makes, with account of all that was last year's.

    Its build and its standing sentences stay. Days, figures, rounds, teams, meetings and dated documents in these are
    set open in place; problems, measures and statuses wholly, one of each kind kept as the form of the others. A
    number that the issues give is said as their count.

    Raises SpecError where last year's bulletin cannot be composed.
    """
    last = _counted(as_spec(given))
    form, left_out = skeleton(last)
    untold = {**known(form, count(form)), **dict.fromkeys(_BY_STATUS)}
    opening = Opening(known(last, count(last)), untold, known_names(last), last.results)
    draft = opening.of(form)
    told = (opening.opened, left_out, to_check(draft), opening.to_count)
    return NextYear(draft, *map(tuple, told))


def _counted(spec: Spec) -> Bulletin:
    """Return the bulletin with its numbers as counts where they are these, as it is where that says anything else."""
    said = [text for _, text in said_lines(spec)]
    try:
        counted = with_counts(spec.bulletin)
        return counted if [text for _, text in said_lines(counted)] == said else spec.bulletin
    except BulletinError:
        return spec.bulletin
