"""What pydantic found wrong, said in the author's words: one error detail in, one problem out."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property
from types import NoneType
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bulletin_gen.errors import Problem
from bulletin_gen.frozen import frozen
from bulletin_gen.spec.names import chinese_name, typed_names
from bulletin_gen.spec.naming import FieldsError, named, named_value
from bulletin_gen.spec.schema import Loc, choices_in, enum_in, model_in, wanted_at
from bulletin_gen.text.shown import safe_message, shown
from bulletin_gen.where import Places
from bulletin_gen.yamltext.tree import Tree
from bulletin_gen.yamltext.vocabulary import Author, step

# What the fixed values of each enum are called.
KINDS: Mapping[str, str] = {
    "FeedbackForm": "写法",
    "Form": "排法",
    "Label": "编号形式",
    "ListForm": "排法",
    "Openness": "公开属性",
    "Order": "语序",
    "OutputForm": "形式",
    "Secrecy": "密级",
    "Slot": "位置",
    "Stage": "稿别",
    "Status": "状态",
    "StatusForm": "说法",
    "Urgency": "紧急程度",
}
# What is typed in a field that must be given, where its name does not say it.
SAMPLES: Mapping[tuple[str, str], str] = {
    ("Count", "unit"): "，如：个问题",
    ("ContactField", "label"): "，如：联系电话",
}
# What a value is called by its type; a file holds only the first three, a caller in Python may give anything.
_SHAPES: tuple[tuple[type, str], ...] = (
    (str, "文字"),
    (dict, "一组字段"),
    (list, "列表"),
    (tuple, "列表"),
    (NoneType, "空值（None）"),
    (bool, "是非值（{}）"),
    (int, "数字"),
    (float, "数字"),
    (object, " {} 类型的值"),
)
_LONGEST_NAME = 40  # nothing longer can be a slip of the keyboard
_LIKENESS = 0.6
_LIKENESS_HAN = 0.5  # one of two characters: names are that short
_INLINE_COLON = "文字里有半角冒号加空格时，请改用全角冒号，或用英文引号括起来"


@frozen
class _Error:
    root: type[BaseModel]
    kind: str
    loc: Loc
    given: Any
    context: Mapping[str, Any]
    author: Author

    @property
    def path(self) -> str:
        return path_of(self.loc)

    @property
    def field(self) -> str:
        return str(self.loc[-1]) if self.loc else ""

    @property
    def wanted(self) -> Any:
        return wanted_at(self.root, self.loc)

    @property
    def owner(self) -> type[BaseModel] | None:
        """The model whose field this is; None where there is none."""
        return model_in(wanted_at(self.root, self.loc[:-1]))

    @cached_property
    def guess(self) -> str:
        """The field that an unknown one was probably meant to be, or nothing."""
        if self.owner is None or len(self.field) >= _LONGEST_NAME:
            return ""
        known = typed_names(self.owner)
        close = get_close_matches(self.field, known, n=1, cutoff=_LIKENESS if self.field.isascii() else _LIKENESS_HAN)
        return known[close[0]] if close else ""

    @property
    def is_chinese(self) -> bool:
        """Whether the author calls the fields of this mapping by their Chinese names."""
        return self.author.is_chinese(path_of(self.loc[:-1]))


@frozen
class _Answer:
    message: str
    hint: str = ""


def path_of(loc: Loc) -> str:
    """Return `results.sections[0].heading` for pydantic's way to name a place."""
    path = ""
    for part in loc:
        path = f"{path}[{part}]" if isinstance(part, int) else step(path, part)
    return path


def explain_errors(errors: Iterable[ErrorDetails], root: type[BaseModel], tree: Tree) -> list[Problem]:
    """Return what to tell the author of a value of `root`, each with its path, and its place where `tree` knows it.

    Nothing is told of paths of which a problem has been told already.
    """
    author = tree.author()
    found = [
        _Error(root, error["type"], error["loc"], error.get("input"), error.get("ctx", {}), author) for error in errors
    ]
    misspelt = {(*error.loc[:-1], error.guess) for error in found if error.kind == "extra_forbidden"}
    return [
        _explain(error, tree)
        for error in found
        if not (_is_told(error.loc, tree) or (error.kind == "missing" and error.loc in misspelt))
    ]


def _explain(error: _Error, tree: Tree) -> Problem:
    answer = EXPLANATIONS.get(error.kind, _unfit)(error)
    if error.kind == "missing" and error.path in tree.marks:
        answer = _Answer(f"没有填写{_required(error)}")
    where = Places(tree.file, as_typed=error.author.called).at(*_place(error, tree), error.path)
    return Problem(answer.message, answer.hint, where)


def _is_told(loc: Loc, tree: Tree) -> bool:
    return any(path_of(loc[:length]) in tree.faulty for length in range(len(loc) + 1))


def _place(error: _Error, tree: Tree) -> tuple[int | None, int | None]:
    """Return the key for an unknown field, else the value, else the nearest thing above that was given.

    Both are None for a value that was typed in no file.
    """
    if error.kind == "extra_forbidden" and error.path in tree.keys:
        return tree.keys[error.path]
    for length in range(len(error.loc), -1, -1):
        mark = tree.marks.get(path_of(error.loc[:length]))
        if mark is not None:
            return mark
    return None, None


def _required(error: _Error) -> str:
    """Return, in quotes, what a missing field is called, and what is typed in it where that does not say it."""
    if error.owner is None:
        return f"“{error.field}”"
    sample = SAMPLES.get((error.owner.__name__, error.field), "")
    return f"“{_named(error.owner, error.field, error.is_chinese)}”{sample}"


def _missing(error: _Error) -> _Answer:
    return _Answer(f"缺少{_required(error)}", "请补上这个字段")


def _unknown(error: _Error) -> _Answer:
    if error.field == "<<":
        return _Answer("不能用 << 合并别处的内容", "请把内容写全")
    if error.field != error.field.strip():
        return _Answer("字段名前后有全角空格或特殊空格", "缩进请用半角空格")
    in_chinese = error.author.has_typed and not error.field.isascii()
    guess = f"是不是 {_named(error.owner, error.guess, in_chinese)}？" if error.owner and error.guess else ""
    return _Answer("没有这个字段", f"{guess}可用：{_explained(error.owner, in_chinese)}")


def _explained(model: type[BaseModel] | None, in_chinese: bool) -> str:
    """Return the fields that a mapping may have."""
    return "、".join(_named(model, name, in_chinese) for name in model.model_fields) if model else ""


def _named(model: type[BaseModel], field: str, in_chinese: bool) -> str:
    """Return a field as its author calls it; an English name with what that means."""
    name = chinese_name(model, field)
    return name if in_chinese else f"{field}（{name}）"


def _choice(error: _Error) -> _Answer:
    enum = enum_in(error.wanted)
    kind = KINDS.get(enum.__name__, "值") if enum else "值"
    said = [named_value(enum, value, error.is_chinese) if enum else value for value in choices_in(error.wanted)]
    choices = "、".join(value or '""' for value in said)
    return _Answer(_not_a(f"可用的{kind}", error.given), f"可用：{choices}")


def _not_a(kind: str, given: Any) -> str:
    if isinstance(given, str | float):
        return f"“{shown(str(given))}” 不是{kind}"
    return f"这里要写{kind}，却写成了{_shape(given)}"


def _shape(given: Any) -> str:
    return next(shape for kind, shape in _SHAPES if isinstance(given, kind)).format(type(given).__name__)


def _not_text(error: _Error) -> _Answer:
    items = error.given if isinstance(error.given, list) else [error.given]
    hint = _INLINE_COLON if any(isinstance(item, dict) for item in items) else "请写成一段文字"
    return _Answer(f"这里要写文字，却写成了{_shape(error.given)}", hint)


def _not_list(error: _Error) -> _Answer:
    hint = _colon_hint(error.given) or "请每项另起一行，以“- ”开头"
    return _Answer(f"这里要写列表，却写成了{_shape(error.given)}", hint)


def _not_fields(error: _Error) -> _Answer:
    in_chinese = error.author.is_chinese(error.path)
    hint = _colon_hint(error.given) or f"可用的字段：{_explained(model_in(error.wanted), in_chinese)}"
    return _Answer(f"这里要写“字段: 内容”，却写成了{_shape(error.given)}", hint)


def _colon_hint(given: Any) -> str:
    is_slip = isinstance(given, str) and ("：" in given or ":" in given)
    return "字段后面要用半角冒号，冒号后面空一格" if is_slip else ""


def _not_number(error: _Error) -> _Answer:
    return _Answer(_not_a("整数", error.given), "请只写数字，如：3")


def _not_yes_or_no(error: _Error) -> _Answer:
    return _Answer(f"这里要写“是”或“否”，却写成了{_shape(error.given)}")


def _not_decimal(error: _Error) -> _Answer:
    return _Answer(_not_a("数字", error.given), "请只写数字，如：1.5")


def _too_small(error: _Error) -> _Answer:
    return _Answer(f"不能小于 {error.context['ge']}")


def _not_more(error: _Error) -> _Answer:
    return _Answer(f"要大于 {error.context['gt']:.10g}")


def _too_big(error: _Error) -> _Answer:
    return _Answer(f"不能大于 {error.context['le']:.10g}")


def _empty(error: _Error) -> _Answer:
    return _Answer("不能为空", "请填写")


def _too_long(error: _Error) -> _Answer:
    return _Answer(f"最多 {error.context['max_length']} 项，这里有 {error.context['actual_length']} 项")


def _bad_character(error: _Error) -> _Answer:
    return _Answer("含有不能使用的字符", "请重新输入这一段文字")


def _own_message(error: _Error) -> _Answer:
    """What our own validators say is Chinese already, but for the names of fields."""
    own = error.context["error"]
    if isinstance(own, FieldsError):
        names = (named(error.root, error.author.called, field, error.path) for field in own.fields)
        return _Answer(own.message.format(*names))
    return _Answer(safe_message(str(own)))


def _not_json(error: _Error) -> _Answer:
    return _Answer("不是完整的 JSON 文字")


def _unfit(error: _Error) -> _Answer:
    return _Answer(_not_a("可用的内容", error.given))


EXPLANATIONS: Mapping[str, Callable[[_Error], _Answer]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "enum": _choice,
    "literal_error": _choice,
    "string_type": _not_text,
    "string_too_short": _empty,
    "too_short": _empty,
    "too_long": _too_long,
    "string_unicode": _bad_character,
    "list_type": _not_list,
    "model_type": _not_fields,
    "int_type": _not_number,
    "int_parsing": _not_number,
    "int_parsing_size": _not_number,
    "int_from_float": _not_number,
    "float_type": _not_decimal,
    "float_parsing": _not_decimal,
    "bool_type": _not_yes_or_no,
    "bool_parsing": _not_yes_or_no,
    "greater_than_equal": _too_small,
    "greater_than": _not_more,
    "less_than_equal": _too_big,
    "value_error": _own_message,
    "json_invalid": _not_json,
}
