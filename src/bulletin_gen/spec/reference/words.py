"""In which words fields are told of: their Chinese names, their English ones, or both where no keys are named."""

import re
from enum import Enum

from bulletin_gen.spec.model import Count, FreePart, Part
from bulletin_gen.spec.names import Keys, chinese_name, chinese_value
from bulletin_gen.spec.reference.table import MODELS, FieldPage, Model, title_of
from bulletin_gen.spec.shapes import Day, Figure, Group, Listed, OneOf, Shape, Text, YesOrNo, shape_of
from bulletin_gen.text.regex import Regex
from bulletin_gen.yamltext.tree import Value

_DAY = "日期，如 2025-03-05、2025.3.5、2025年8月下旬；还没有定的写 【待补：日期】"
_EMPTY = '空的引号 ""'
_IN_SHORT = {Part: "，也可以直接写文字", FreePart: "，也可以直接写文字", Count: "，也可以直接写成 4个问题"}
_NAMED = Regex(r"`(?:(\w+)\.)?(\w+)`")  # `text`, `Issue.text`


def key(model: Model, field: str, keys: Keys | None) -> str:
    """Return the key of a field in a file; in Chinese where both may be typed."""
    return field if keys is Keys.ENGLISH else chinese_name(model, field)


def name(model: Model, field: str, keys: Keys | None) -> str:
    """Return what a field is called in a sentence: 密级, secrecy or 密级（secrecy）."""
    return f"{chinese_name(model, field)}（{field}）" if keys is None else key(model, field, keys)


def told(text: str, model: Model, keys: Keys | None) -> str:
    """Return a text of the table with the fields that it names called so, those of another group with its title."""

    def called(match: re.Match[str]) -> str:
        if not match[1]:
            return name(model, match[2], keys)
        return f"{title_of(MODELS[match[1]])}的 {name(MODELS[match[1]], match[2], keys)}"

    return _NAMED.sub(called, text)


def typed(value: Value, shape: Shape, keys: Keys | None) -> Value:
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


def choice(value: str, shape: OneOf, keys: Keys | None) -> str:
    """Return a fixed value as its author would type it."""
    return value if keys is Keys.ENGLISH or shape.enum is None else chinese_value(shape.enum, value)


def shape_said(shape: Shape, keys: Keys | None) -> str:
    """Return how a value is written: 一行文字; 是、否; 列表，每项是日期."""
    match shape:
        case Text(is_prose=True):
            return "文字，可以多行，每行一段"
        case Text(is_pattern=True):
            return "一行文字，里面有一个“…”"
        case Text():
            return "一行文字"
        case Day():
            return _DAY
        case YesOrNo():
            return "是、否"
        case Figure(is_whole=whole):
            return f"{'整数' if whole else '数字'}{_bounds(shape)}"
        case OneOf(values):
            return f"其中之一：{' / '.join(_value(value, shape, keys) for value in values)}"
        case Group(model):
            return f"下一层的各字段，见“{title_of(model)}”{_IN_SHORT.get(model, '')}"
        case Listed(item):
            return f"列表，{_length(shape)}每项：{shape_said(item, keys)}"


def _bounds(figure: Figure) -> str:
    least = f"从 {figure.least:g} 起" if figure.least is not None else f"大于 {figure.above:g}"
    return f"，{least}" + (f"，最大 {figure.most:g}" if figure.most is not None else "")


def _length(listed: Listed) -> str:
    least = f"最少 {listed.least} 项，" if listed.least else ""
    return least + (f"最多 {listed.most} 项，" if listed.most else "")


def _value(value: str, shape: OneOf, keys: Keys | None) -> str:
    said = choice(value, shape, keys) or _EMPTY
    return f"{said}（{value}）" if keys is None and value not in (said, "") else said


def default_said(page: FieldPage, keys: Keys | None) -> str:
    """Return what it means to leave a field out."""
    field = page.model.model_fields[page.field]
    if field.is_required():
        return "不行，必须写"
    if page.unwritten:
        return told(page.unwritten, page.model, keys)
    default, shape = field.get_default(), shape_of(page.model, page.field)
    if isinstance(default, bool):
        return "是" if default else "否"
    if isinstance(shape, OneOf):
        return _value(default.value if isinstance(default, Enum) else default, shape, keys)
    return str(default)
