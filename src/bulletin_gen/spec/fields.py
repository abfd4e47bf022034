"""What the model says about itself: which fields there are, and what is wanted at a place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from bulletin_gen.spec.model import Bulletin

Loc = tuple[int | str, ...]


@dataclass(frozen=True)
class FileKind:
    """What a YAML file is meant to be, for what is said of it: its name, how to get one, the fields it may have."""

    name: str
    sample: str
    field_names: Callable[[], frozenset[str]]


@cache
def all_field_names() -> frozenset[str]:
    """Return every field name that some part of a spec may have."""
    return frozenset(name for model in all_models() for name in model.model_fields)


SPEC = FileKind("通报", "可用 bulletin-gen new 生成一份样本", all_field_names)


def all_models() -> list[type[BaseModel]]:
    """Return every model that a spec is made of."""
    return list(_models(Bulletin, set()))


def wanted_at(loc: Loc) -> Any:
    """Return the annotation of the field at `loc`, or None where the model has no such field."""
    wanted: Any = Bulletin
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
    return next((part for part in _parts(wanted) if isinstance(part, type) and issubclass(part, BaseModel)), None)


def enum_in(wanted: Any) -> type[StrEnum] | None:
    """Return the set of fixed values that a field takes, or None."""
    return next((part for part in _parts(wanted) if isinstance(part, type) and issubclass(part, StrEnum)), None)


def choices_in(wanted: Any) -> tuple[str, ...]:
    """Return the fixed values that a field takes, in the model's order; none for free text."""
    enum = enum_in(wanted)
    if enum is not None:
        return tuple(member.value for member in enum)
    return next((get_args(part) for part in _parts(wanted) if get_origin(part) is Literal), ())


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        inner = model_in(field.annotation)
        if inner is not None and inner not in seen:
            yield from _models(inner, seen)
