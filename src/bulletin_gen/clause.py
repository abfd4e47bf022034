"""Where a value of the house format comes from, and how binding that is: it stands in the metadata of its field."""

from dataclasses import field, fields
from enum import StrEnum
from typing import Any

from bulletin_gen.frozen import frozen


class Strength(StrEnum):
    MUST = "规定"
    GENERAL = "一般"
    RECOMMENDED = "推荐"
    PRACTICE = "惯例"


@frozen
class Clause:
    """Where a value comes from: the clause of GB/T 9704-2012 (or our reason) and how binding it is."""

    number: str
    strength: Strength


def value(default: Any, clause: str, strength: Strength) -> Any:
    return field(default=default, metadata={"clause": Clause(clause, strength)})


def clause_of(style_class: type, name: str) -> Clause:
    """Return the clause behind one field of a style class. Raises KeyError for a name it does not have."""
    return {item.name: item.metadata["clause"] for item in fields(style_class)}[name]  # type: ignore[no-any-return]
