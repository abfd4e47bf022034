"""Which label an item carries, and its number."""

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.text.numerals import BY_DEPTH, LAYER, Label, han_number, say_label
from bulletin_gen.where import Where


class Counter:
    """Counts the items of one sequence; an author's own number is taken, and counting goes on from it."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, own: int | None = None) -> int:
        self._last = own if own is not None else self._last + 1
        return self._last


def default_label(above: int, where: Where) -> Label:
    """Return the label of the layer below `above` (0 at the top). Raises SpecError below the last layer."""
    if above >= len(BY_DEPTH):
        forms = "".join(say_label(label, 1) for label in BY_DEPTH)
        message = f"层次太深，最多{han_number(len(BY_DEPTH))}层（{forms}）"
        raise SpecError(Problem(message, "请减少一层，或指定编号形式（label）", where))
    return BY_DEPTH[above]


def layer_of(label: Label, above: int) -> int:
    """Return the layer that a label's form belongs to; 一是 and 无 stay on the layer above them."""
    return LAYER.get(label, above)


def numbered(label: Label, counter: Counter, own: int | None, where: Where) -> str:
    """Return the label as printed; 无 does not count. Raises SpecError where the form has no such number."""
    if label is Label.NONE:
        return ""
    number = counter.next(own)
    try:
        return say_label(label, number)
    except ValueError:
        raise SpecError(Problem(f"编号“{label}”排不到第{number}个", "请换一种编号形式（label）", where)) from None
