"""What the author of a file would type: the keys and the fixed values that are to be added to it, in his language."""

from typing import TypeAlias

from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import chinese_value
from bulletin_gen.spec.naming import loc_of
from bulletin_gen.spec.schema import enum_in, model_in, wanted_at
from bulletin_gen.where import Places, parent_of
from bulletin_gen.yamltext.vocabulary import step

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def key_for(places: Places, path: str, field: str) -> str:
    """Return the key of a field of the mapping at a path: as it was typed there, and else as the author would type it.

    That is in the language of the other keys of the mapping, and where there is none of those, of most in the file.
    """
    return places.as_typed(step(path, field))[len(places.as_typed(path)) :].removeprefix(".")


def typed_by_author(places: Places, path: str, value: Plain) -> Plain:
    """Return a value for the field at a path, its keys and fixed values as the author would type them.

    `value` has them in English. What is typed at the path already does not change.
    """
    if isinstance(value, list):
        return [typed_by_author(places, f"{path}[{index}]", item) for index, item in enumerate(value)]
    wanted = wanted_at(Bulletin, loc_of(path))
    if isinstance(value, dict):
        is_model = model_in(wanted) is not None and path != "contact.fields"  # whose labels are the author's own
        return {
            key_for(places, path, key) if is_model else key: typed_by_author(places, step(path, key), inner)
            for key, inner in value.items()
        }
    enum = enum_in(wanted)
    in_chinese = enum is not None and not key_for(places, *_field(path)).isascii()
    return chinese_value(enum, value) if enum is not None and in_chinese else value


def _field(path: str) -> tuple[str, str]:
    """Return the mapping that a field stands in, and the field's own name."""
    above = parent_of(path)
    return above, path[len(above) :].removeprefix(".")
