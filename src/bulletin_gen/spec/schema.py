"""What a model says about itself: which fields there are, and what is wanted at a place."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

Loc = tuple[int | str, ...]


def models_of(root: type[BaseModel]) -> list[type[BaseModel]]:
    """Return every model that a value of `root` is made of, itself first."""
    return list(_models(root, set()))


@cache
def field_names_of(root: type[BaseModel]) -> frozenset[str]:
    """Return every field name that some part of a value of `root` may have."""
    return frozenset(name for model in models_of(root) for name in model.model_fields)


def wanted_at(root: type[BaseModel], loc: Loc) -> Any:
    """Return the annotation of the field at `loc` in a value of `root`, or None where there is no such field."""
    wanted: Any = root
    for step in loc:
        if isinstance(step, str):
            model = model_in(wanted)
            field = model.model_fields.get(step) if model else None
            if field is None:
                return None
            wanted = field.annotation
    return wanted


def model_in(wanted: Any) -> type[BaseModel] | None:
    """Return the model that a field holds, alone or in a list; None when it holds none."""
    return next((part for part in parts_of(wanted) if isinstance(part, type) and issubclass(part, BaseModel)), None)


def enum_in(wanted: Any) -> type[StrEnum] | None:
    """Return the set of fixed values that a field takes, or None."""
    return next((part for part in parts_of(wanted) if isinstance(part, type) and issubclass(part, StrEnum)), None)


def choices_in(wanted: Any) -> tuple[str, ...]:
    """Return the fixed values that a field takes, in the model's order; none for free text."""
    enum = enum_in(wanted)
    if enum is not None:
        return tuple(member.value for member in enum)
    return next((get_args(part) for part in parts_of(wanted) if get_origin(part) is Literal), ())


def parts_of(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and all that it is made of: `list[Issue] | None` is made of the list, Issue and None."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from parts_of(part)


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        inner = model_in(field.annotation)
        if inner is not None and inner not in seen:
            yield from _models(inner, seen)
