"""A bulletin to fill in that shows every field: the usual ones written, all others behind a number sign.

Without its number signs each of these can be read, alone or with all of them; what cannot be given
beside another field says so. A field has its comment on its line.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bulletin_gen.resources import template_dir
from bulletin_gen.spec.dump import SPEC_BLOCK
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import Keys, chinese_name
from bulletin_gen.spec.reference.table import FieldPage, Model, example_of, page_of
from bulletin_gen.spec.reference.words import key, name, told, typed
from bulletin_gen.spec.shapes import Group, Listed, Shape, shape_of
from bulletin_gen.yamltext.tree import Value

_OFF = "# "
_COMMENT_COLUMN = 50  # in widths of a letter; a Chinese character has two
_TITLE = "# 巡察整改情况通报（全部字段）。照着改成本单位的内容，再运行：bulletin-gen render 通报.yaml"
_HOW = (
    "#",
    "# 行首有“# ”的字段没有用上：要用时删去“# ”，连同它下面缩进的各行；不用的整行删去。写着“二选一”的，留下一个。",
    "# 每个字段的详细说明：bulletin-gen explain 字段名",
)


def full_starter(keys: Keys = Keys.CHINESE) -> str:
    """Return the file."""
    return "".join(f"{line}\n" for line in (_TITLE, *_how_to_write(), *_HOW, *_Starter(keys).root()))


def _how_to_write() -> Iterator[str]:
    """Yield how YAML is written, as the short starter tells it below its title."""
    starter = (template_dir() / "通报.yaml").read_text(encoding="utf-8").splitlines()
    for line in starter[1:]:
        if not line.startswith("#"):
            return
        yield line


class _Line(NamedTuple):
    text: str
    gloss: str = ""

    def after(self, prefix: str) -> "_Line":
        return self._replace(text=f"{prefix}{self.text}")

    def __str__(self) -> str:
        width = sum(1 if char.isascii() else 2 for char in self.text)
        return f"{self.text}{' ' * max(_COMMENT_COLUMN - width, 2)}# {self.gloss}" if self.gloss else self.text


class _Starter:
    """Writes the fields down; each model is shown with all its fields the first time, then by its example."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._shown: set[Model] = set()

    def root(self) -> Iterator[_Line]:
        given, was_group = example_of(Bulletin), True
        for field in Bulletin.model_fields:
            is_group = _model_in(shape_of(Bulletin, field)) is not None
            if is_group or was_group:
                yield _Line("")
            if is_group:
                yield _Line(f"# ---------- {chinese_name(Bulletin, field)} ----------")
            yield from self._field(page_of(Bulletin, field), given)
            was_group = is_group

    def _field(self, page: FieldPage, given: Mapping[str, Value], is_off: bool = False) -> Iterator[_Line]:
        """Yield a field of a group of which `given` are those that are written; all are in one that is off."""
        is_written = page.field in given or (is_off and not page.instead_of)
        lines = self._lines(page, given.get(page.field, page.example), is_off or not is_written)
        yield from lines if is_written else (line.after(_OFF) for line in lines)

    def _lines(self, page: FieldPage, value: Value, is_off: bool) -> Iterator[_Line]:
        model, group = _model_in(shape_of(page.model, page.field)), _only(value)
        if model is None or model in self._shown or not group.keys() <= model.model_fields.keys():
            first, *rest = self._written(page, value)
            yield from (_Line(first, self._gloss(page)), *map(_Line, rest))
            return
        self._shown.add(model)
        yield _Line(f"{key(page.model, page.field, self._keys)}:", self._gloss(page))
        inner = [line for field in model.model_fields for line in self._field(page_of(model, field), group, is_off)]
        yield from _item(inner) if isinstance(value, list) else (line.after("  ") for line in inner)

    def _written(self, page: FieldPage, value: Value) -> list[str]:
        said = typed(value, shape_of(page.model, page.field), self._keys)
        return [line.text for line in SPEC_BLOCK.field(key(page.model, page.field, self._keys), said)]

    def _gloss(self, page: FieldPage) -> str:
        gloss = told(page.gloss, page.model, self._keys)
        if page.instead_of in page.model.model_fields:
            return f"{gloss}（与 {name(page.model, page.instead_of, self._keys)} 二选一）"
        return f"{gloss}（{page.instead_of}）" if page.instead_of else gloss


def _model_in(shape: Shape) -> Model | None:
    match shape:
        case Group(model) | Listed(Group(model)):
            return model
    return None


def _only(value: Value) -> Mapping[str, Value]:
    """Return the fields of a group, or of the only one in a list; those of any other value name no field."""
    match value:
        case dict(group) | [dict(group)]:
            return group
    return {"": ""}


def _item(lines: list[_Line]) -> Iterator[_Line]:
    """Yield the lines of a group as those of an item of a list, whose dash stands before its first written field."""
    first = next(number for number, line in enumerate(lines) if not line.text.startswith(_OFF))
    yield lines[first].after("  - ")
    yield from (line.after("    ") for number, line in enumerate(lines) if number != first)
