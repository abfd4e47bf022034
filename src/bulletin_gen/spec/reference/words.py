"""In which words fields are told of: by their Chinese names, by their English ones, or by both."""

import re
from enum import StrEnum

from bulletin_gen.spec.names import chinese_name, chinese_value
from bulletin_gen.spec.reference.table import MODELS, Model
from bulletin_gen.spec.shapes import Group, Listed, OneOf, Shape, shape_of
from bulletin_gen.yamltext.tree import Value

_NAMED = re.compile(r"`(?:(\w+)\.)?(\w+)`")  # `text`, `Issue.text`


class Keys(StrEnum):
    """The names of fields: Chinese, English, or both side by side."""

    CHINESE = "zh"
    ENGLISH = "en"
    BOTH = "both"


def key(model: Model, field: str, keys: Keys) -> str:
    """Return the key of a field in a file; in Chinese where both may be typed."""
    return field if keys is Keys.ENGLISH else chinese_name(model, field)


def name(model: Model, field: str, keys: Keys) -> str:
    """Return what a field is called in a sentence: 密级, secrecy or 密级（secrecy）."""
    return f"{chinese_name(model, field)}（{field}）" if keys is Keys.BOTH else key(model, field, keys)


def told(text: str, model: Model, keys: Keys) -> str:
    """Return a text of the table with the fields that it names called so."""
    return _NAMED.sub(lambda match: name(MODELS[match[1]] if match[1] else model, match[2], keys), text)


def typed(value: Value, shape: Shape, keys: Keys) -> Value:
    """Return a value as its author would type it; the value given has English keys and values."""
    match shape, value:
        case Group(model), dict():
            return {
                key(model, field, keys): typed(inner, shape_of(model, field), keys) for field, inner in value.items()
            }
        case Listed(item), list():
            return [typed(inner, item, keys) for inner in value]
        case OneOf(), str():
            return choice(value, shape, keys)
    return value


def choice(value: str, shape: OneOf, keys: Keys) -> str:
    """Return a fixed value as its author would type it."""
    return value if keys is Keys.ENGLISH or shape.enum is None else chinese_value(shape.enum, value)
