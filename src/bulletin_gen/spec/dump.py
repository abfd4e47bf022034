"""A spec in; the YAML that its author would have typed out: the model's order, no defaults, no needless quotes."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import Any, TypeAlias

from pydantic import BaseModel

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.load import SPEC_FILE
from bulletin_gen.spec.model import Bulletin, Contact, ContactField, Count, Part
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.where import Places
from bulletin_gen.yamltext.events import read_tree

_Value: TypeAlias = "str | list[_Value] | dict[str, _Value]"
_LONGEST_KEY = 128  # characters; YAML itself allows 1024 bytes before the colon
_UNSEEN = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")  # JSON leaves these as they are, YAML may not hold them

_PLAIN = re.compile("[\u4e00-\u9fff（《“][\u4e00-\u9fff（）《》“”〔〕，。；、0-9.%]*")  # to YAML no more than letters


@dataclass(frozen=True)
class _Line:
    """A line of the file and the paths of the fields that begin on it."""

    text: str
    begins: tuple[str, ...] = ()


def dump_spec(spec: Spec | Bulletin, notes: Mapping[str, str] | None = None) -> str:
    """Return the YAML that `load_spec` reads as an equal spec.

    `notes` are comments by field path (`results.sections[0].heading`), each put above its field, or above the
    nearest field around it that is written down; those of the path "" open the file.
    """
    blocks = (_field(key, value, key) for key, value in _fields(as_spec(spec).bulletin).items())
    lines = [line for block in blocks for line in (*block, _Line(""))][:-1]
    return "".join(f"{line}\n" for line in _with_comments(lines, notes or {}))


def dump_fields(fields: Mapping[str, _Value]) -> str:
    """Return the YAML of fields that are plain already, in their own order."""
    return "".join(f"{line.text}\n" for key, value in fields.items() for line in _field(key, value, key))


def _with_comments(lines: list[_Line], notes: Mapping[str, str]) -> Iterator[str]:
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


def _field(key: str, value: _Value, path: str) -> Iterator[_Line]:
    head, lines = f"{_scalar(key)}:", _lines(value, path)
    if isinstance(value, str) or not value:
        yield _Line(f"{head} {lines[0].text}", (path,))
        yield from _indented(lines[1:])
    else:
        yield _Line(head, (path,))
        yield from _indented(lines)


def _item(value: _Value, path: str) -> Iterator[_Line]:
    first, *rest = _lines(value, path)
    yield _Line(f"- {first.text}", (path, *first.begins))
    yield from _indented(rest)


def _indented(lines: Iterable[_Line]) -> Iterator[_Line]:
    return (_Line(f"  {line.text}" if line.text else "", line.begins) for line in lines)


def _lines(value: _Value, path: str) -> list[_Line]:
    """Return the lines of one value, beginning at the left edge."""
    if isinstance(value, str):
        return [_Line(line) for line in _text(value)]
    if isinstance(value, list):
        items = (_item(item, f"{path}[{index}]") for index, item in enumerate(value))
        return list(chain.from_iterable(items)) or [_Line("[]")]
    # Contact fields are numbered wherever a path names one, also when they are typed as a mapping.
    numbered = path == "contact.fields"
    steps = (f"[{index}]" if numbered else f".{key}" for index, key in enumerate(value))
    fields = (_field(key, inner, f"{path}{step}") for (key, inner), step in zip(value.items(), steps, strict=True))
    return list(chain.from_iterable(fields)) or [_Line("{}")]


def _text(text: str) -> list[str]:
    """Return a scalar as the lines that stand for it: plain where that reads back, a block for paragraphs."""
    if "\n" in text and not _UNSEEN.search(text):
        return ["|", *text.split("\n")]
    return [_scalar(text)]


def _scalar(text: str) -> str:
    """Return a scalar on one line, in quotes only where the loader would take it for something else."""
    if _reads_back_plain(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _reads_back_plain(text: str) -> bool:
    if _PLAIN.fullmatch(text):
        return True
    if _UNSEEN.search(text):
        return False
    try:
        tree = read_tree(f"key: {text}", SPEC_FILE)
    except SpecError:
        return False
    return tree.value == {"key": text} and not tree.problems


def _fields(node: BaseModel) -> dict[str, _Value]:
    """Return what differs from the model's defaults, in the model's order."""
    values = ((name, getattr(node, name), field.get_default()) for name, field in type(node).model_fields.items())
    return {name: _plain(value) for name, value, default in values if value != default}


def _plain(value: Any) -> _Value:
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


def _plain_item(item: Any) -> _Value:
    """Return a list item; a part that has nothing but its text is that text."""
    plain = _plain(item)
    return item.text if type(item) is Part and plain == {"text": item.text} else plain


def _may_be_mapping(fields: list[ContactField]) -> bool:
    labels = {field.label for field in fields}
    return len(labels) == len(fields) and all(len(label) <= _LONGEST_KEY for label in labels)
