"""What may be typed in a spec: each field by any of its names, each fixed value in English or in Chinese."""

from enum import StrEnum
from functools import cache, cached_property
from typing import Any, get_origin

from pydantic import BaseModel

from bulletin_gen.spec.names import chinese_name, chinese_value, typed_names, value_of
from bulletin_gen.spec.schema import enum_in, model_in, parts_of
from bulletin_gen.yamltext.vocabulary import ANYTHING, Anything, Fields, Vocabulary


class _Fields(Anything):
    """The place of a model."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._model = model

    def fields(self) -> Fields | None:
        return self._fields

    def called(self, field: str) -> str:
        return chinese_name(self._model, field) if field in self._model.model_fields else field

    @cached_property
    def _fields(self) -> Fields:
        inner = {name: _vocabulary(field.annotation) for name, field in self._model.model_fields.items()}
        return {typed: (field, inner[field]) for typed, field in typed_names(self._model).items()}


class _Items(Anything):
    """The place of a list: typed as a mapping it has keys of the author's own."""

    def __init__(self, item: Vocabulary) -> None:
        self._item = item

    def item(self) -> Vocabulary:
        return self._item


class _Values(Anything):
    """The place of one of a set of fixed values."""

    def __init__(self, enum: type[StrEnum]) -> None:
        self._enum = enum

    def value(self, typed: str) -> str:
        return value_of(self._enum, typed) or typed

    def called_value(self, value: str) -> str:
        return chinese_value(self._enum, value)


@cache
def vocabulary_of(model: type[BaseModel]) -> Vocabulary:
    """Return what may be typed where a value of a model stands."""
    return _Fields(model)


def _vocabulary(annotation: Any) -> Vocabulary:
    model, enum = model_in(annotation), enum_in(annotation)
    if model is not None:
        fields = vocabulary_of(model)
        return _Items(fields) if any(get_origin(part) is list for part in parts_of(annotation)) else fields
    return _Values(enum) if enum is not None else ANYTHING
