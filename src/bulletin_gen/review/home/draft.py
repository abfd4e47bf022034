"""A spec in; the lines and texts of what was sent round of it, out."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from bulletin_gen.frozen import frozen
from bulletin_gen.review.home.generated import with_generated
from bulletin_gen.review.home.lines import BaseLine, base_lines
from bulletin_gen.review.home.tree import Outline, outline_of
from bulletin_gen.review.home.typed import TypedText, typed_texts
from bulletin_gen.spec.spec import Spec


@frozen
class Draft:
    """What was sent round: its lines and its texts."""

    lines: Sequence[BaseLine]
    texts: Mapping[str, TypedText]

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.lines)


def draft_of(spec: Spec) -> Draft:
    """Return what a spec says. Raises what `compose` raises."""
    typed = typed_texts(spec)
    lines, ours = with_generated(spec, base_lines(spec, typed))
    return Draft(lines, {**ours, **typed})
