"""The spec: one bulletin and where its author typed it, as one value that everything else takes."""

from dataclasses import field
from enum import StrEnum
from functools import cached_property

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.spec.doubled import Doubled, taken_off
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import Keys, with_placeholders
from bulletin_gen.spec.naming import named, named_value
from bulletin_gen.where import NOWHERE, Places, Where


@frozen
class Spec:
    """A bulletin, and the place of each of its fields in the file that it was read from.

    `places` knows each field by its path, whatever it was called in the file, and no place at all for a bulletin made
    in Python. Two specs are equal when their bulletins are, wherever they were typed.
    """

    bulletin: Bulletin
    places: Places = field(default=NOWHERE, compare=False)

    @property
    def doubled(self) -> tuple[Doubled, ...]:
        """Each text of which a part would be printed twice, in the order of the fields."""
        return self._taken_off[1]

    @cached_property
    def said_once(self) -> "Spec":
        """The same without what would be printed twice."""
        return Spec(self._taken_off[0], self.places)

    @cached_property
    def _taken_off(self) -> tuple[Bulletin, tuple[Doubled, ...]]:
        return taken_off(self.bulletin)

    def where(self, path: str) -> Where:
        """Return the place of a field, or that of its nearest parent that was typed."""
        return self.places.find(path)

    def named(self, path: str, within: str = "") -> str:
        """Return, in quotes, what a message to the author calls a field; `path` is that in the field `within`."""
        return named(Bulletin, self.places.as_typed, path, within)

    def named_value(self, path: str, value: StrEnum) -> str:
        """Return, in quotes, what a message to the author calls a fixed value of the field at a path."""
        return f"“{named_value(type(value), value, not self.places.as_typed(path).isascii())}”"

    def placeholder(self, name: str) -> str:
        """Return how the author would have a text say what is `name`d in English: {{ 数目.已完成 }} for counts.done."""
        keys = Keys.ENGLISH if self.places.as_typed("results").isascii() else Keys.CHINESE
        return with_placeholders(f"{{{{ {name} }}}}", keys)


def as_spec(given: Spec | Bulletin) -> Spec:
    """Return a spec as it is, and a bulletin as a spec that was typed nowhere. Raises SpecError for anything else."""
    if isinstance(given, Spec):
        return given
    if isinstance(given, Bulletin):
        return Spec(given)
    message = f"这里要 Spec 或 Bulletin，却给了 {type(given).__name__} 类型的值"
    raise SpecError(Problem(message, "文件请先用 read_spec 读入，文字请先用 load_spec"))
