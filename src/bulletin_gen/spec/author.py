"""What the author of a file types for fields and fixed values, and what is typed for new ones in his language."""

from collections.abc import Callable
from typing import TypeAlias

from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import Keys, chinese_name, chinese_value, field_of, value_of
from bulletin_gen.spec.naming import loc_of
from bulletin_gen.spec.schema import enum_in, model_in, wanted_at
from bulletin_gen.spec.vocabulary import vocabulary_of
from bulletin_gen.where import parent_of
from bulletin_gen.yamltext.block import Plain
from bulletin_gen.yamltext.vocabulary import Author, step

_LABELS = "contact.fields"  # typed as a mapping its keys are the author's own
# Makes of a path what an author calls it: `Places.as_typed`, `Author.called`.
Called: TypeAlias = Callable[[str], str]


def author_in(keys: Keys) -> Author:
    """Return an author who types all of a spec in one language."""
    one = {"issuer": chinese_name(Bulletin, "issuer")} if keys is Keys.CHINESE else {}
    return Author(vocabulary_of(Bulletin), one)


def field_for(path: str, key: str) -> str:
    """Return the field that a key names in the mapping at a path; a key that names none stays."""
    model = model_in(_wanted(path)) if path != _LABELS else None
    return (field_of(model, key) if model else None) or key


def field_path(typed: str) -> str:
    """Return a path by the names of its fields, whichever of them its author typed; a step that names none stays, and
    so does what is no path."""
    path = same = ""
    for one in loc_of(typed):
        path = f"{path}[{one}]" if isinstance(one, int) else step(path, field_for(path, one))
        same = f"{same}[{one}]" if isinstance(one, int) else step(same, one)
    return path if same == typed else typed


def key_for(called: Called, path: str, field: str) -> str:
    """Return the key of a field of the mapping at a path: as it was typed there, and else as the author would type it.

    That is in the language of the other keys of the mapping, and where there is none of those, of most in the file.
    """
    is_label = path == _LABELS or field_for(path, field) != field
    return field if is_label else called(step(path, field))[len(called(path)) :].removeprefix(".")


def value_for(path: str, text: str) -> str:
    """Return the value that a text stands for in the field at a path."""
    enum = enum_in(_wanted(path))
    return value_of(enum, text) or text if enum else text


def text_for(called: Called, path: str, value: str) -> str:
    """Return what the author would type for a value of the field at a path."""
    enum, above = enum_in(_wanted(path)), parent_of(path)
    if enum is None or key_for(called, above, path[len(above) :].removeprefix(".")).isascii():
        return value
    return chinese_value(enum, value)


def typed_by_author(called: Called, path: str, value: Plain) -> Plain:
    """Return a value for the field at a path, its keys and fixed values as the author would type them."""
    if isinstance(value, list):
        return [typed_by_author(called, f"{path}[{index}]", item) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {
            key_for(called, path, field): typed_by_author(called, step(path, field), inner)
            for field, inner in value.items()
        }
    return text_for(called, path, value)


def _wanted(path: str) -> object:
    return wanted_at(Bulletin, loc_of(path)) if path else Bulletin
