"""What a model says about the values of its fields, as one of a few plain shapes."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bulletin_gen.frozen import frozen
from bulletin_gen.spec.values import DateText, Pattern, Prose


@frozen
class Text:
    """A text: of several lines, each a paragraph, or of one; one that must not be empty; one with … for the problem."""

    is_prose: bool = False
    is_needed: bool = False
    is_pattern: bool = False


@frozen
class Day:
    """A date, in any of the forms that we read."""


@frozen
class YesOrNo:
    """是 or 否."""


@frozen
class Figure:
    """A number from `least`, or one greater than `above`, to `most`; None bounds nothing."""

    is_whole: bool
    least: float | None = None
    above: float | None = None
    most: float | None = None


@frozen
class OneOf:
    """One of a few fixed values; `enum` is the set that they belong to, None for marks that have no name."""

    values: tuple[str, ...]
    enum: type[StrEnum] | None = None


@frozen
class Group:
    """The fields of a model."""

    model: type[BaseModel]


@frozen
class Listed:
    """A list, of at least and at most so many; None bounds nothing."""

    item: "Shape"
    least: int | None = None
    most: int | None = None


Shape: TypeAlias = Text | Day | YesOrNo | Figure | OneOf | Group | Listed


@cache
def shape_of(model: type[BaseModel], field: str) -> Shape:
    """Return what the field holds where it is given."""
    return _shape(_hints(model)[field])


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _shape(hint: Any) -> Shape:
    bare, *metadata = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if get_origin(bare) is list:
        return Listed(_shape(get_args(bare)[0]), _bound(metadata, "min_length"), _bound(metadata, "max_length"))
    if get_origin(bare) is Literal:
        return OneOf(get_args(bare))
    if not isinstance(bare, type):  # X | None
        return _shape(next(part for part in get_args(bare) if part is not NoneType))
    if issubclass(bare, BaseModel):
        return Group(bare)
    if issubclass(bare, StrEnum):
        return OneOf(tuple(member.value for member in bare), bare)
    return _scalar(bare, metadata)


def _scalar(bare: type, metadata: list[Any]) -> Shape:
    if bare is bool:
        return YesOrNo()
    if bare is not str:
        return Figure(bare is int, _bound(metadata, "ge"), _bound(metadata, "gt"), _bound(metadata, "le"))
    if _is_made_of(metadata, DateText):
        return Day()
    return Text(
        _is_made_of(metadata, Prose), _bound(metadata, "min_length") is not None, _is_made_of(metadata, Pattern)
    )


def _is_made_of(metadata: list[Any], kind: Any) -> bool:
    """Return whether a text is validated by all that validates the kind, and maybe more."""
    return all(part in metadata for part in kind.__metadata__)


def _bound(metadata: Iterable[Any], name: str) -> Any:
    """Return a bound among the constraints of a hint, those of `Field(…)` too; None where it has none."""
    inner = [part for item in metadata for part in (item.metadata if isinstance(item, FieldInfo) else (item,))]
    return next((bound for part in inner if (bound := getattr(part, name, None)) is not None), None)
