"""A spec and changes of its fields in; the author's own file with these made, and every other character as it was, out.

All paths are those of the spec as it was read, whatever the other changes; that of a new item is not known.
"""

from collections.abc import Sequence
from functools import partial
from typing import get_origin

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.spec.author import Called, field_for, key_for, text_for, value_for
from bulletin_gen.spec.dump import SPEC_BLOCK
from bulletin_gen.spec.load import SPEC_FILE, load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.naming import loc_of
from bulletin_gen.spec.node import read_node
from bulletin_gen.spec.schema import model_in, parts_of, wanted_at
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where
from bulletin_gen.yamltext.block import Plain
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.surgery import Item, Naming, New, plain_of, rewritten
from bulletin_gen.yamltext.tree import Tree, Value

_STEP = Regex(r"\[(\d+)\]|\.?([^.\[\]]+)")
_CONTACT_FIELDS = "contact.fields"


@frozen
class Put:
    """The field or the item at `path` has this value, whether or not it was typed before; a text in place of a part
    that has nothing but its text makes room for the part's other fields."""

    path: str
    value: Plain


@frozen
class Take:
    """The field, or the item of a list, at `path` goes; a list that holds nothing more goes with its name."""

    path: str


@frozen
class Add:
    """A new item stands in the list at `path` before the one that is `index` now, or at the end."""

    path: str
    index: int
    value: Plain


@frozen
class Move:
    """The item at `path`, with its comments, stands in the list at `to` before the one that is `index` now there."""

    path: str
    to: str
    index: int


Edit = Put | Take | Add | Move


def write_back(spec: Spec, edits: Sequence[Edit]) -> str:
    """Return the text of the spec's file with the edits made.

    Comments, blank lines, the order of fields, quotes, placeholders and line ends stay as they were typed. Raises
    SpecError where the result is no bulletin, and ValueError for a path that is in no spec or for a spec that was
    read from no file.
    """
    if not spec.places.source:
        raise ValueError("a spec that was read from no file cannot be written back")
    tree = read_tree(spec.places.source, SPEC_FILE, spec.places.file)
    new = _Edited(edits).root(_numbered(tree.value))
    wanted = read_node(Bulletin, Tree(value=_value(plain_of(new)), vocabulary=tree.vocabulary, typed=tree.typed))
    shaped = _as_typed(new, tree.value)
    text = rewritten(spec.places.source, shaped, SPEC_BLOCK, _naming(shaped, spec.places.as_typed))
    if load_spec(text, spec.places.file).bulletin != wanted:
        problem = Problem("改动写不回这个文件", "请把要改的地方改成每个字段一行的写法再试", Where(spec.places.file))
        raise SpecError(problem)
    return text


class _Edited:
    """Makes edits in a tree of plain values."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._puts = {edit.path: edit.value for edit in edits if isinstance(edit, Put)}
        self._gone = {edit.path for edit in edits if isinstance(edit, Take | Move)}
        self._comes: dict[tuple[str, int], list[Add | Move]] = {}
        for edit in edits:
            if isinstance(edit, Add | Move):
                target = edit.path if isinstance(edit, Add) else edit.to
                self._comes.setdefault((target, edit.index), []).append(edit)
        self._left = {edit.path if not isinstance(edit, Move) else edit.to for edit in edits}

    def root(self, value: Value) -> dict[str, New]:
        self._value = value
        new = self._of(value, "")
        if self._left or not isinstance(new, dict):
            raise ValueError(f"no such place: {', '.join(sorted(self._left))}")
        return new

    def _of(self, value: Value, path: str) -> New:
        self._left.discard(path)
        if path in self._puts:
            self._left -= {other for other in self._left if is_below(other, path)}
            return _new(self._puts[path])
        if isinstance(value, list):
            return self._list(value, path)
        if isinstance(value, str) and any(is_below(other, path) for other in self._puts):
            value = {"text": value}
        return self._mapping(value, path) if isinstance(value, dict) else value

    def _mapping(self, value: dict[str, Value], path: str) -> dict[str, New]:
        names = list(value)
        for other in (*self._puts, *(target for target, _ in self._comes)):
            if is_below(other, path) and (name := _next_step(other, path)) not in names:
                names.append(name)
        fields: dict[str, New] = {}
        for name in names:
            inner = f"{path}.{name}" if path else name
            if not self._is_gone(inner):
                made = self._of(value.get(name, _nothing(inner)), inner)
                if made != [] or value.get(name) == []:
                    fields[name] = made
        return fields

    def _list(self, value: list[Value], path: str) -> list[Item]:
        items: list[Item] = []
        for index in range(len(value) + 1):
            items += [self._coming(edit) for edit in self._comes.get((path, index), ())]
            inner = f"{path}[{index}]"
            if index < len(value) and not self._is_gone(inner):
                first, *others = _paragraphs(self._of(value[index], inner), path)
                items += [Item(first, inner), *map(Item, others)]
        return items

    def _is_gone(self, path: str) -> bool:
        """Does what stands at a path go? Then edits within it have no effect."""
        if path not in self._gone:
            return False
        self._left -= {path, *(other for other in self._left if is_below(other, path))}
        return True

    def _coming(self, edit: Add | Move) -> Item:
        if isinstance(edit, Add):
            return Item(_new(edit.value))
        return Item(self._of(_at(self._value, edit.path), edit.path), edit.path)


def is_below(path: str, above: str) -> bool:
    """Is a path that of a field within what stands at another?"""
    return not above or path.startswith((f"{above}.", f"{above}["))


def _next_step(path: str, above: str) -> str:
    match = _STEP.match(path, len(above))
    if not match or not match[2]:
        raise ValueError(f"no such place: {path}")
    return match[2]


def _nothing(path: str) -> Value:
    """Return what a field holds that was not typed: an empty list where it holds a list, else no fields."""
    return [] if _holds_list(path) else {}


def _holds_list(path: str) -> bool:
    return any(get_origin(part) is list for part in parts_of(wanted_at(Bulletin, loc_of(path))))


def _paragraphs(new: New, path: str) -> list[New]:
    """Return what stands for an item of the list at `path`; one of a text typed as a list is a paragraph."""
    return list(new.split("\n")) if isinstance(new, str) and not _holds_list(path) else [new]


def _at(value: Value, path: str) -> Value:
    try:
        for step in loc_of(path):
            value = value[step]  # type: ignore[index]
    except (KeyError, IndexError, TypeError):
        raise ValueError(f"no such place: {path}") from None
    return value


def _new(value: Plain) -> New:
    if isinstance(value, list):
        return [Item(_new(item)) for item in value]
    return {name: _new(inner) for name, inner in value.items()} if isinstance(value, dict) else value


def _value(plain: Plain) -> Value:
    if isinstance(plain, list):
        return [_value(item) for item in plain]
    return {name: _value(inner) for name, inner in plain.items()} if isinstance(plain, dict) else plain


def _numbered(value: Value) -> Value:
    """Return a bulletin with its contact's fields as a list."""
    contact = value.get("contact") if isinstance(value, dict) else None
    fields = contact.get("fields") if isinstance(contact, dict) else None
    if not isinstance(value, dict) or not isinstance(contact, dict) or not isinstance(fields, dict):
        return value
    listed: list[Value] = [{"label": label, "value": text} for label, text in fields.items()]
    return {**value, "contact": {**contact, "fields": listed}}


def _as_typed(new: dict[str, New], typed: Value) -> dict[str, New]:
    """Return a bulletin with its contact's fields as a mapping where they were typed so, and still can be."""
    contact = new.get("contact")
    items = contact.get("fields") if isinstance(contact, dict) else None
    if not isinstance(contact, dict) or not isinstance(items, list) or _numbered(typed) == typed:
        return new
    plain = [plain_of(item.value) for item in items]
    fields = {str(field["label"]): str(field["value"]) for field in plain if isinstance(field, dict)}
    numbers = [int(item.was.rpartition("[")[2][:-1]) for item in items if item.was]
    if len(fields) < len(items) or numbers != sorted(numbers):
        return new
    return {**new, "contact": {**contact, "fields": {**fields}}}


def _naming(new: dict[str, New], called: Called) -> Naming:
    """Return how a file calls its fields; those of the contact have the names that their author gave them."""
    contact = new.get("contact")
    fields = contact.get("fields") if isinstance(contact, dict) else None
    labels = list(fields) if isinstance(fields, dict) else []

    def rank(path: str, name: str) -> int:
        if path == _CONTACT_FIELDS:
            return labels.index(name) if name in labels else len(labels)
        model = model_in(wanted_at(Bulletin, loc_of(path))) if path else Bulletin
        return list(model.model_fields).index(name) if model and name in model.model_fields else 0

    return Naming(field_for, partial(key_for, called), rank, value_for, partial(text_for, called))
