"""What may be typed at a place of a file and what it stands for; and what the author of a file calls its fields."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

from bulletin_gen.text.shown import shown
from bulletin_gen.where import parent_of


class Vocabulary(Protocol):
    """What may be typed at one place of a file, and what it stands for there."""

    def fields(self) -> "Fields | None":
        """Return the field that each key names, and what may be typed in it; None where keys are the author's own."""

    def called(self, field: str) -> str:
        """Return what a field is called in Chinese."""

    def item(self) -> "Vocabulary":
        """Return what may be typed in an item of the list that stands here."""

    def value(self, typed: str) -> str:
        """Return what a text stands for."""

    def called_value(self, value: str) -> str:
        """Return what a text is in Chinese."""


class Anything:
    """A place where what is typed stands for itself; a vocabulary says only in what it differs."""

    def fields(self) -> "Fields | None":
        return None

    def called(self, field: str) -> str:
        return field

    def item(self) -> Vocabulary:
        return ANYTHING

    def value(self, typed: str) -> str:
        return typed

    def called_value(self, value: str) -> str:
        return value


ANYTHING = Anything()


Fields: TypeAlias = Mapping[str, tuple[str, Vocabulary]]


class _Step(NamedTuple):
    """The path to a place as its author calls it, and what may be typed there."""

    typed: str
    vocabulary: Vocabulary


class Author:
    """What the author of one file calls its fields: as typed, and else in the language typed there or mostly.

    `typed` are the keys that name fields, by their path. Without any of them all fields keep their own names.
    """

    def __init__(self, root: Vocabulary = ANYTHING, typed: Mapping[str, str] | None = None) -> None:
        self._typed = typed or {}
        self._steps = {"": _Step("", root)}

    @property
    def has_typed(self) -> bool:
        """Whether there is a file, with keys typed in it."""
        return bool(self._typed)

    def called(self, path: str) -> str:
        """Return a path in the author's words."""
        return self._step(path).typed if self._typed else path

    def is_chinese(self, path: str) -> bool:
        """Return whether the fields of the mapping at a path are called by their Chinese names."""
        return bool(self._typed) and (self._leaning[path] or self._whole_leaning) >= 0

    def _step(self, path: str) -> _Step:
        known = self._steps.get(path)
        if known is None:
            known = self._steps[path] = self._new_step(path)
        return known

    def _new_step(self, path: str) -> _Step:
        above = parent_of(path)
        if above == path:  # ends as no path of ours does: in a label of the author's
            return _Step(path, ANYTHING)
        parent, own = self._step(above), path[len(above) :]
        if own.startswith("["):
            return _Step(f"{parent.typed}{own}", parent.vocabulary.item())
        field = own.removeprefix(".")
        known = parent.vocabulary.fields()
        if known is None:
            return _Step(f"{parent.typed}{own}", ANYTHING)
        key = self._typed.get(path) or self._name(above, field, parent.vocabulary.called(field))
        return _Step(step(parent.typed, key), known[field][1] if field in known else ANYTHING)

    def _name(self, above: str, field: str, in_chinese: str) -> str:
        return in_chinese if in_chinese != field and self.is_chinese(above) else field

    @cached_property
    def _whole_leaning(self) -> int:
        return self._leaning.total()

    @cached_property
    def _leaning(self) -> Counter[str]:
        """How many more keys of each mapping are Chinese than are English."""
        leaning: Counter[str] = Counter()
        for path, key in self._typed.items():
            leaning[parent_of(path)] += -1 if key.isascii() else 1
        return leaning


def step(path: str, key: str) -> str:
    """Return the path of a field of the mapping at `path`."""
    return f"{path}.{shown(key)}" if path else shown(key)
