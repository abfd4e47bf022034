"""How the fields of a spec are named in a message to its author: “成文日期”, or “issue_date（成文日期）”."""

from collections.abc import Callable
from enum import StrEnum

from pydantic import BaseModel

from bulletin_gen.spec.names import chinese_name, chinese_value
from bulletin_gen.spec.schema import Loc, model_in, wanted_at
from bulletin_gen.text.regex import Regex

_STEP = Regex(r"\[(\d+)\]|([^.\[\]]+)")


class FieldsError(ValueError):
    """What is wrong between some fields of a model: each `{}` of the message stands for one of the `fields`.

    A field is a path in the model: `head.signers`.
    """

    def __init__(self, message: str, *fields: str) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields


def named(root: type[BaseModel], called: Callable[[str], str], path: str, within: str = "") -> str:
    """Return a field in quotes, as the author of a value of `root` calls it; an English name with what that means.

    `path` is that in the field `within`, which goes without saying; `called` makes the author's path of one of ours.
    """
    whole = f"{within}.{path}" if within else path
    own = called(whole)[len(called(within)) :].removeprefix(".")
    if not own.isascii():
        return f"“{own}”"
    *above, field = loc_of(whole)
    owner = model_in(wanted_at(root, tuple(above)))
    return f"“{own}（{chinese_name(owner, str(field))}）”" if owner else f"“{own}”"


def named_value(enum: type[StrEnum], value: str, in_chinese: bool) -> str:
    """Return a fixed value as the author would type it; an English one with what that means."""
    name = chinese_value(enum, value)
    return name if name == value or in_chinese else f"{value}（{name}）"


def loc_of(path: str) -> Loc:
    """Return the steps of a path."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(path))
