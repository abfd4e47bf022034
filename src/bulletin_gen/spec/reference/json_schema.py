"""What a bulletin's YAML may hold, as a JSON Schema (draft 2020-12), for editors to complete, explain and underline.

It is of the YAML as an editor reads it, which is not as we do: an unquoted 12345 is a number to it, true a truth value,
a key with nothing behind it null. Whatever `load_spec` takes is valid, and what is wrong in its shape is not: an
unknown key, a wrong kind of value, none of the fixed ones, a field that is missing. What no schema can say (that a day
is in the calendar, that a text would be printed twice) is left to reading and checking.

Beside the standard's words there are a few that yaml-language-server and VS Code know: `errorMessage` and
`patternErrorMessage` say a fault in the author's words, `defaultSnippets` is what is typed in with a field,
`doNotSuggest` leaves a second name for a field unoffered, as does a `not` where a `type` would have null and true
offered as values.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import count
from typing import Any, NamedTuple, TypeAlias

from bulletin_gen.spec.model import Bulletin, Contact, Count, FreePart, Part
from bulletin_gen.spec.names import Keys, chinese_name, names_of_field, names_of_value
from bulletin_gen.spec.rectification import Issue, Results
from bulletin_gen.spec.reference.table import MODELS, FieldPage, Model, every_page, title_of
from bulletin_gen.spec.reference.words import choice, default_said, key, shape_said, told, typed
from bulletin_gen.spec.shapes import Day, Figure, Group, Listed, OneOf, Shape, Text, YesOrNo, shape_of
from bulletin_gen.spec.sign_off import Attachment, Head
from bulletin_gen.text.head_forms import COPY_NUMBER, DOCUMENT_NUMBER, SECRECY_PERIOD
from bulletin_gen.text.regex import Regex
from bulletin_gen.yamltext.tree import Value

Json: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS = ["string", "number"]  # what an editor takes a text for
_NOTHING: Json = {"not": {"properties": {}, "type": ["string", "number", "boolean", "object", "array"]}}
_TRUE_OR_FALSE: Json = {"not": {"properties": {}, "type": ["string", "number", "null", "object", "array"]}}
_YES_OR_NO_ELSE = r"^\s*(是|否|[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"
# A figure, or one of the characters without which we read no date; 昨天 has none.
_DATED = "[0-9０-９〇○年月日初中底末季]|目前|当前|近期|即日|完成|立行立改|即知即改|立即整改|长期|持续|常态化|【待"
_ONE_BLANK = "^[^…]*…[^…]*$"
_COUNTED = r"^\s*[0-9０-９]+\s*[^0-9０-９\s]"
_NUMBER = r"^\s*[+-]?[0-9０-９._]+\s*$"
_FORMS: dict[tuple[Model, str], Regex] = {
    (Head, "copy_number"): COPY_NUMBER,
    (Head, "document_number"): DOCUMENT_NUMBER,
    (Head, "secrecy_period"): SECRECY_PERIOD,
}
# Of which fields a group must have one, where none of them must be there by itself.
ONE_OF_THESE: dict[Model, tuple[tuple[str, ...], ...]] = {
    Bulletin: (("inspection", "opening"), ("organisation", "results", "other_parts", "next_steps")),
    Part: (("heading", "text", "items", "closing"),),
    FreePart: (("heading", "text", "items", "closing"),),
    Results: (("sections", "issues"),),
    Issue: (("problem", "heading"),),
    Attachment: (("text", "table", "ledger"),),
}


class _Words(NamedTuple):
    keys: Keys
    either: bool

    @property
    def told(self) -> Keys | None:
        """In which words other fields are told of: by both names where either may be typed."""
        return None if self.either else self.keys


def json_schema(keys: Keys = Keys.CHINESE, *, either: bool = True) -> Json:
    """Return the schema of a bulletin that offers keys and fixed values in one language.

    `either` takes them in the other one, too, as reading does.
    """
    words = _Words(Keys(keys), either)
    root = {**_group(Bulletin, words), "allOf": _needed(Bulletin, words)}
    groups = {model.__name__: _group(model, words) for model in MODELS.values() if model is not Bulletin}
    fields = {_name(page.model, page.field): _field(page, words) for page in every_page()}
    about = "bulletin-gen 的通报文件。每个字段是什么、怎么写、印出什么，见 bulletin-gen explain 字段名。"
    head = {"$schema": DIALECT, "title": title_of(Bulletin), "description": about}
    return {**head, **root, "$defs": {**groups, **fields}}


def _group(model: Model, words: _Words) -> Json:
    """Return the schema of the fields of a model, given as a mapping, or in the short way that some allow."""
    return {**_kind(model), "properties": dict(_properties(model, words)), "additionalProperties": False}


def _complete(model: Model, words: _Words) -> Json:
    """Return the schema of the fields of a model of which none is missing that must be there.

    What must be there is said wherever such a group stands: said once for all, yaml-language-server would tell of each
    group by the name of another.
    """
    reference = {"$ref": f"#/$defs/{model.__name__}"}
    needed = _needed(model, words)
    return {"allOf": [reference, *needed]} if needed else reference


def _needed(model: Model, words: _Words) -> list[Json]:
    required = [field for field, info in model.model_fields.items() if info.is_required()]
    one_of_each = [*((field,) for field in required), *ONE_OF_THESE.get(model, ())]
    return [_one_of(model, fields, words) for fields in one_of_each]


def _kind(model: Model) -> Json:
    if issubclass(model, Part):
        return {"type": ["object", *_SCALARS], "minLength": 1, "errorMessage": "这里要写“字段: 内容”，或一段文字"}
    if model is Count:
        message = "请写成数字加单位，如：4个问题"
        return {
            "type": ["object", "string"],
            "pattern": _COUNTED,
            "errorMessage": message,
            "patternErrorMessage": message,
        }
    return {"type": "object"}


def _properties(model: Model, words: _Words) -> Iterator[tuple[str, Json]]:
    """Yield the keys that may be typed; of the names of one field only the first is offered."""
    for field in model.model_fields:
        reference = {"$ref": f"#/$defs/{_name(model, field)}"}
        first, *others = _names(model, field, words)
        yield first, reference
        # Not beside the reference: yaml-language-server would lose it there.
        yield from ((other, {"doNotSuggest": True, "allOf": [reference]}) for other in others)


def _names(model: Model, field: str, words: _Words) -> list[str]:
    """Return what may be typed for a field, what is offered first."""
    chinese = [name for name in names_of_field(model, field) if name != field]
    if words.keys is Keys.ENGLISH:
        return [field, *chinese] if words.either else [field]
    return [*chinese, field] if words.either else chinese


def _one_of(model: Model, fields: Sequence[str], words: _Words) -> Json:
    """Return that one of the fields must be there, by one of its names."""
    said = "或".join(key(model, field, words.keys) for field in fields)
    first, *others = [name for field in fields for name in _names(model, field, words)]
    schema: Json = {"required": [first], "errorMessage": f"缺少 {said}"}
    for name in others:  # `anyOf` would have its titles shown one by one
        schema = {"if": {"required": [name]}, "else": schema}
    return schema


def _field(page: FieldPage, words: _Words) -> Json:
    """Return the schema of what a field holds, or of nothing where it may be left out.

    The examples are those of what it holds: an editor would type in one that is the field's own.
    """
    model, shape = page.model, shape_of(page.model, page.field)
    own = _form(_FORMS[model, page.field]) if (model, page.field) in _FORMS else _shape(shape, words)
    if (model, page.field) == (Contact, "fields"):
        own = _contact_fields(own)
    example = typed(page.example, shape, words.keys)
    first, *others = own.get("anyOf", [own])
    if not model.model_fields[page.field].is_required():
        others.append(_NOTHING)
    title = {"title": chinese_name(model, page.field)}
    return {
        **title,
        "description": _described(page, words),
        **_default(page, words),
        **_typed_in(example),
        **_either({**title, **first, "examples": [_example(example, shape)]}, *others),
    }


def _either(first: Json, *others: Json) -> Json:
    """Return that one of the kinds will do. The others have no properties of their own: of kinds that it cannot tell
    apart, yaml-language-server tells the title once each."""
    return {"anyOf": [first, *({**kind, "properties": {}} for kind in others)]}


def _described(page: FieldPage, words: _Words) -> str:
    """Return what a field is, how it is written and what it prints, a paragraph each."""
    lines = [told(page.means, page.model, words.told)]
    if not isinstance(shape_of(page.model, page.field), Group | YesOrNo | OneOf):  # editors list the values
        lines.append(f"写法：{shape_said(shape_of(page.model, page.field), words.told)}。")
    lines.append(f"不写：{default_said(page, words.told).rstrip('。')}。")
    lines += [f"印出：{' '.join(page.prints.split())}"] if page.prints else []
    lines += [f"依据：{page.source}。"] if page.source else []
    return "\n\n".join(lines)


def _default(page: FieldPage, words: _Words) -> Json:
    """Return what the model takes for a field that is left out, as an author would type it; nothing for none."""
    field, shape = page.model.model_fields[page.field], shape_of(page.model, page.field)
    value = None if field.is_required() else field.get_default()
    match shape:
        case YesOrNo() if value is not None:
            return {"default": "是" if value else "否"}
        case OneOf() if value is not None:
            return {"default": choice(value.value if isinstance(value, Enum) else value, shape, words.keys)}
        case Text() | Figure() if value not in (None, ""):
            return {"default": value}
    return {}


def _shape(shape: Shape, words: _Words) -> Json:
    match shape:
        case Text():
            return _text(shape)
        case Day():
            message = "读不出日期；请写成 2024-06-28，或 2024年8月下旬 这样的说法"
            return {"type": _SCALARS, "pattern": _DATED, "errorMessage": message, "patternErrorMessage": message}
        case YesOrNo():
            others = {"type": "string", "pattern": _YES_OR_NO_ELSE}
            return _either({"enum": ["是", "否"], "errorMessage": "请写 是 或 否"}, others, _TRUE_OR_FALSE)
        case Figure():
            return _figure(shape)
        case OneOf():
            return _choices(shape, words)
        case Group(model):
            return _complete(model, words)
        case Listed(item, least, most):
            bounds = {"minItems": least, "maxItems": most}
            given = {word: bound for word, bound in bounds.items() if bound is not None}
            return {
                "type": "array",
                "items": _shape(item, words),
                **given,
                "errorMessage": "请每项另起一行，以“- ”开头",
            }


def _text(text: Text) -> Json:
    kind: Json = {"type": _SCALARS, "errorMessage": "这里要写文字；文字里有半角冒号加空格的，请用英文引号括起来"}
    if text.is_prose:
        kind |= {"type": [*_SCALARS, "array"], "items": {"type": _SCALARS}}
    if text.is_needed:
        kind |= {"minLength": 1}
    if text.is_pattern:
        kind |= {"pattern": _ONE_BLANK, "patternErrorMessage": "里面要有且只有一个“…”，它代表问题"}
    return kind


def _form(pattern: Regex) -> Json:
    """Return the schema of a text of a given form, whose figures may be wide; of an empty one, too."""
    form = pattern.pattern.replace(r"\d", "[0-9０-９]")
    message = "写法不规范，请照例子写"
    return {
        "type": _SCALARS,
        "pattern": rf"^\s*(?:{form})?\s*$",
        "errorMessage": message,
        "patternErrorMessage": message,
    }


def _figure(figure: Figure) -> Json:
    bounds = {"minimum": figure.least, "exclusiveMinimum": figure.above, "maximum": figure.most}
    return {
        "type": ["integer" if figure.is_whole else "number", "string"],
        "pattern": _NUMBER,
        **{word: bound for word, bound in bounds.items() if bound is not None},
        "patternErrorMessage": "请只写数字，如：3",
    }


def _choices(shape: OneOf, words: _Words) -> Json:
    """Return the fixed values, those in the author's language to be offered; 1. is a number to an editor."""
    offered = [choice(value, shape, words.keys) for value in shape.values]
    others = list(_other_names(shape, words, offered))
    kinds: list[Json] = [
        {"enum": offered, "errorMessage": f"请写：{'、'.join(word or '空的引号' for word in offered)}"}
    ]
    glosses = [choice(value, shape, Keys.CHINESE) for value in shape.values]
    if glosses != offered:
        kinds[0]["enumDescriptions"] = glosses
    if others:
        kinds.append({"type": "string", "pattern": f"^(?:{'|'.join(map(re.escape, others))})$"})
    kinds += [{"type": "number", "minimum": number, "maximum": number} for number in _numbers(shape.values)]
    return _either(*kinds)


def _other_names(shape: OneOf, words: _Words, offered: Iterable[str]) -> Iterator[str]:
    """Yield what else may be typed for the fixed values, where the language of the keys allows it."""
    if shape.enum is None or (words.keys is Keys.ENGLISH and not words.either):
        return
    for value in shape.values:
        names = dict.fromkeys(names_of_value(shape.enum, value))
        yield from (name for name in names if name not in offered and (words.either or name != value))


def _numbers(values: Iterable[str]) -> Iterator[float]:
    """Yield the numbers that an editor takes some fixed values for."""
    for value in values:
        if re.fullmatch(r"[0-9]+\.?[0-9]*", value):
            yield float(value)


def _contact_fields(as_list: Json) -> Json:
    """Return the ways to reach the office: a mapping of their names, or a list."""
    value = _either(_text(Text()), _NOTHING)
    mapping = {
        "type": "object",
        "additionalProperties": value,
        "errorMessage": "请写成“名称: 内容”，如：联系电话: 0123-4567890",
    }
    return _either(mapping, as_list)


def _example(value: Value, shape: Shape) -> Any:
    """Return an example as an editor reads it: its numbers are numbers."""
    if isinstance(shape, Figure) and isinstance(value, str):
        return int(value) if shape.is_whole else float(value)
    if isinstance(value, list):
        return [_example(item, shape.item if isinstance(shape, Listed) else Text()) for item in value]
    return value


def _typed_in(example: Value) -> Json:
    """Return what an editor types in with a field that holds others: its usual fields, without the example's facts."""
    if isinstance(example, str):
        return {}
    return {"defaultSnippets": [{"label": "常用字段", "body": _blank(example, count(1))}]}


def _blank(value: Value, stops: Iterator[int]) -> Any:
    """Return an example without its facts: `$1`, `$2`… are where the author goes on. A list has one item."""
    match value:
        case dict():
            return {name: _blank(inner, stops) for name, inner in value.items()}
        case [first, *_]:
            return [_blank(first, stops)]
    return value if value in ("是", "否") else f"${next(stops)}"


def _name(model: Model, field: str) -> str:
    return f"{model.__name__}.{field}"
