"""A spec in; each of its texts as it is printed, and which of the typed characters print it, out."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from pydantic import BaseModel

from bulletin_gen.composing.counts import count
from bulletin_gen.composing.settle import Known, filled_in, known, settle
from bulletin_gen.frozen import frozen
from bulletin_gen.spec.names import PLACEHOLDERS
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.dates import read_date

_DATES = ("as_of", "issue_date", "start", "date", "printing_date", "deadline", "version_date")
_PERIOD_END = "inspection.period.end"


class Said(NamedTuple):
    """The typed characters start … end - 1 that print one; `name` is what a `{{ … }}` names, in English, else ""."""

    start: int
    end: int
    name: str = ""


@frozen
class TypedText:
    """A text field: `typed` as its author wrote it, `printed` as it is said, `said` for each character of that.

    Of a date `said` is empty: it is said otherwise than it is typed.
    """

    path: str
    typed: str
    printed: str
    said: tuple[Said, ...]
    is_date: bool = False


def typed_texts(spec: Spec) -> dict[str, TypedText]:
    """Return the texts of a spec by their paths, in the order of the model. Raises what `compose` raises."""
    kept = spec.said_once.bulletin
    counts = count(kept)
    told = known(kept, counts)
    typed = dict(texts_in(spec.bulletin))
    undoubled = dict(texts_in(kept))
    return {
        path: _typed_text(path, typed[path], undoubled[path], printed, told)
        for path, printed in texts_in(settle(kept, counts, spec.places))
    }


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text that an author gave, with its path."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_in(item, f"{path}[{index}]")
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from texts_in(getattr(value, name), f"{path}.{name}" if path else name)


def _typed_text(path: str, typed: str, kept: str, printed: str, told: Known) -> TypedText:
    name = path.rpartition(".")[2]
    if (name in _DATES or path == _PERIOD_END) and printed:
        return TypedText(path, typed, read_date(printed).text, (), is_date=True)
    start = max(typed.find(kept), 0)
    return TypedText(path, typed, printed, tuple(said_by(kept, printed, start, told)))


def said_by(kept: str, printed: str, start: int, told: Known) -> Iterator[Said]:
    """Yield what prints each character: `punctuate` drops spaces and changes the width of others, no more."""
    filled = list(_filled(kept, start, told))
    at = 0
    for char in printed:
        while at < len(filled) - 1 and filled[at][0].isspace() and filled[at][0] != "\n" and not char.isspace():
            at += 1
        yield filled[at][1]
        at += 1
        while char.isspace() and char != "\n" and at < len(filled) and filled[at][0] in " \t\u3000\u00a0":
            at += 1


def _filled(kept: str, start: int, told: Known) -> Iterator[tuple[str, Said]]:
    """Yield the characters of a text with its placeholders filled in, each with where it comes from."""
    at = 0
    for where, value in filled_in(kept, told):
        yield from ((kept[index], Said(start + index, start + index + 1)) for index in range(at, where.start))
        said = Said(start + where.start, start + where.stop, _named(kept[where]))
        yield from ((char, said) for char in value)
        at = where.stop
    yield from ((kept[index], Said(start + index, start + index + 1)) for index in range(at, len(kept)))


def _named(placeholder: str) -> str:
    """Return what a `{{ 数目.问题 | 汉字 }}` names, in English."""
    name = placeholder.strip("{} ").partition("|")[0].strip()
    return PLACEHOLDERS.get(name, name)
