"""A spec in; the YAML that its author would have typed out: the model's order, no defaults, no needless quotes."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from bulletin_gen.spec.author import author_in, typed_by_author
from bulletin_gen.spec.load import SPEC_FILE
from bulletin_gen.spec.model import Bulletin, Contact, ContactField, Count, Part
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.spec.vocabulary import vocabulary_of
from bulletin_gen.where import Places
from bulletin_gen.yamltext.block import Block, BlockLine, Plain

_LONGEST_KEY = 128  # characters; YAML itself allows 1024 bytes before the colon
# Contact fields are numbered wherever a path names one, also when they are typed as a mapping.
SPEC_BLOCK = Block(
    SPEC_FILE,
    numbered=frozenset(author_in(keys).called("contact.fields") for keys in Keys),
    keys_of_items=frozenset(vocabulary_of(Part).fields() or ()),
)


def dump_spec(spec: Spec | Bulletin, notes: Mapping[str, str] | None = None, keys: Keys = Keys.CHINESE) -> str:
    """Return the YAML that `load_spec` reads as an equal spec, its keys and fixed values in one language.

    `notes` are comments by field path (`results.sections[0].heading`), each put above its field, or above the
    nearest field around it that is written down; those of the path "" open the file.
    """
    called = author_in(Keys(keys)).called
    fields = typed_by_author(called, "", {**_fields(as_spec(spec).bulletin)})
    assert isinstance(fields, dict)
    blocks = (SPEC_BLOCK.field(key, value, key) for key, value in fields.items())
    lines = [line for block in blocks for line in (*block, BlockLine(""))][:-1]
    remarks = {called(path): note for path, note in (notes or {}).items()}
    return "".join(f"{line}\n" for line in _with_comments(lines, remarks))


def _with_comments(lines: list[BlockLine], notes: Mapping[str, str]) -> Iterator[str]:
    begins = {path: (number, 1) for number, line in enumerate(lines) for path in line.begins}
    places = Places(marks=begins)
    above: dict[int | None, list[str]] = {}
    for path, note in notes.items():
        above.setdefault(places.find(path).line, []).extend(_comment(note))
    if None in above:
        yield from (*above[None], "")
    for number, line in enumerate(lines):
        indent = line.text[: len(line.text) - len(line.text.lstrip())]
        yield from (f"{indent}{comment}" for comment in above.get(number, ()))
        yield line.text


def _comment(note: str) -> Iterator[str]:
    for line in note.splitlines():
        yield f"# {''.join(char if char.isprintable() else ' ' for char in line)}".rstrip()


def _fields(node: BaseModel) -> dict[str, Plain]:
    """Return what differs from the model's defaults, in the model's order."""
    values = ((name, getattr(node, name), field.get_default()) for name, field in type(node).model_fields.items())
    return {name: _plain(value) for name, value, default in values if value != default}


def _plain(value: Any) -> Plain:
    match value:
        case Count(number=number, unit=unit) if not unit[0].isdecimal() and unit == unit.strip():
            return f"{number}{unit}"
        case Contact(fields=fields) if fields and _may_be_mapping(fields):
            return _fields(value) | {"fields": {field.label: field.value for field in fields}}
        case BaseModel():
            return _fields(value)
        case list():
            return [_plain_item(item) for item in value]
        case bool():
            return "是" if value else "否"
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _plain_item(item: Any) -> Plain:
    """Return a list item; a part that has nothing but its text is that text."""
    plain = _plain(item)
    return item.text if type(item) is Part and plain == {"text": item.text} else plain


def _may_be_mapping(fields: list[ContactField]) -> bool:
    labels = {field.label for field in fields}
    return len(labels) == len(fields) and all(len(label) <= _LONGEST_KEY for label in labels)
