"""YAML text in; its tree out: plain dicts, lists and texts, the place of each, and what is wrong with their shape.

Every scalar stays the text that was typed: no numbers, dates or booleans are made. The parser's events are read
one by one, never its whole tree, so that depth and size are bounded before they cost anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NoReturn

import yaml

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Typed, Where
from bulletin_gen.yamltext.syntax import LINE_END, colon_slips, explain_syntax, text_slips
from bulletin_gen.yamltext.tree import FileKind, Mark, Tree, Value, in_order
from bulletin_gen.yamltext.vocabulary import ANYTHING, Vocabulary, step

MAX_DEPTH = 40
MAX_NODES = 100_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_GIVEN = frozenset(["", "~", "null", "Null", "NULL"])  # YAML's own ways to write nothing


def read_tree(text: str, kind: FileKind, file: str | None = None) -> Tree:
    """Return what the YAML text holds, in the words that its kind of file has for it. `file` is only named in messages.

    Raises SpecError when it cannot be read to its end.
    """
    tree = Tree(file, vocabulary=kind.vocabulary())
    reader = _Reader(text, tree, kind)
    try:
        reader.read_document()
    except yaml.MarkedYAMLError as error:
        raise SpecError(*_merged(tree.problems, explain_syntax(error, text, file, kind.field_names()))) from None
    return tree


def _merged(told: Sequence[Problem], more: Iterable[Problem]) -> list[Problem]:
    """Return both, but of `more` none on the line of a slip that was told, or on the next: that stopped the parser."""
    slips = {line for problem in told if (line := problem.where.line)}
    others = (problem for problem in more if slips.isdisjoint(((problem.where.line or 0) - 1, problem.where.line)))
    by_place = {(problem.where.line, problem.where.column): problem for problem in (*others, *told)}
    return in_order(by_place.values())


class _Reader:
    """Walks the parser's events once, filling the tree."""

    def __init__(self, text: str, tree: Tree, kind: FileKind) -> None:
        self._events: Iterator[Any] = yaml.parse(text, _LOADER)
        self._lines = LINE_END.split(text)
        self._tree = tree
        self._kind = kind
        self._nodes = 0

    def read_document(self) -> None:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise SpecError(Problem("文件是空的", self._kind.sample, Where(self._tree.file)))
        self._read_root(next(self._events))
        next(self._events)  # the document's end
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._fault(
                _mark(following),
                "",
                f"一个文件只能写一份{self._kind.name}",
                "请删去“---”，或把后面的内容另存为一个文件",
            )

    def _read_root(self, event: Any) -> None:
        self._tree.marks[""] = _mark(event)
        value = self._node(event, "", 0, self._tree.vocabulary)
        if isinstance(value, dict):
            self._tree.value = value
        elif value is None:
            self._stop(event, "文件里没有内容", self._kind.sample)
        elif not self._tree.problems:
            self._stop(event, "整个文件应由“字段: 内容”组成", self._kind.sample)

    def _node(self, event: Any, path: str, depth: int, vocabulary: Vocabulary) -> Value | None:
        """Return the value that begins with `event`; None when nothing was given there."""
        self._count(event, depth)
        if isinstance(event, yaml.AliasEvent):
            hint = "请把内容写全；文字以 * 开头时，请用引号括起来"
            return self._stand_in(event, path, "不能用 * 引用别处的内容", hint)
        self._check_properties(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth, vocabulary)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth, vocabulary.item())
        if _is_not_given(event):
            return None
        text = self._text(event, path, vocabulary)
        return text if vocabulary is ANYTHING else vocabulary.value(text)

    def _mapping(self, path: str, depth: int, vocabulary: Vocabulary) -> Value:
        fields: dict[str, Value] = {}
        known = vocabulary.fields()
        seen: dict[str, Any] = {}  # the event that named each field first
        for event in self._until(yaml.MappingEndEvent):
            typed = self._key(event, path, depth)
            key, wanted = (known.get(typed) if known and typed else None) or (typed, ANYTHING)
            inner = step(path, "?" if key is None else key)
            if known and typed is not None:
                self._tree.typed.setdefault(inner, typed)
            if key in seen:
                self._repeated(event, inner, seen[key], is_first=key == next(iter(seen)))
            elif key is not None:
                seen[key] = event
                self._tree.keys.setdefault(inner, _mark(event))
            value = self._field_value(inner, _mark(event), depth, wanted)
            if key is not None and value is not None:
                fields.setdefault(key, value)
        return fields

    def _key(self, event: Any, path: str, depth: int) -> str | None:
        """Return the key, or None when it is no usable key."""
        if isinstance(event, yaml.ScalarEvent) and event.value:
            self._count(event, depth + 1)
            self._check_properties(event, path)
            return str(event.value)
        hint = "请写成“字段: 内容”；文字以 { 或 ? 开头时，请用引号括起来"
        self._fault(_mark(event), path, "这里缺少字段名，或字段名不是文字", hint)
        self._node(event, step(path, "?"), depth + 1, ANYTHING)
        return None

    def _field_value(self, path: str, key_mark: Mark, depth: int, vocabulary: Vocabulary) -> Value | None:
        event = next(self._events)
        is_text = isinstance(event, yaml.ScalarEvent) and not _is_not_given(event)
        self._tree.marks.setdefault(path, _mark(event) if is_text else key_mark)
        return self._node(event, path, depth + 1, vocabulary)

    def _sequence(self, path: str, depth: int, vocabulary: Vocabulary) -> Value:
        items: list[Value] = []
        for event in self._until(yaml.SequenceEndEvent):
            inner = f"{path}[{len(items)}]"
            self._tree.marks.setdefault(inner, _mark(event))
            value = self._node(event, inner, depth + 1, vocabulary)
            if value is None:
                value = self._stand_in(event, inner, "这一项是空的", "请填写，或删去这一行的“-”")
            items.append(value)
        return items

    def _text(self, event: Any, path: str, vocabulary: Vocabulary) -> str:
        self._tree.texts[path] = Typed(event.start_mark.index, event.end_mark.index, event.style or "")
        if not event.style:  # neither quoted nor a block of text
            first, last = event.start_mark, event.end_mark
            lines = self._lines[first.line : last.line + 1]
            where = Where(self._tree.file, path=path)
            names = self._kind.field_names()
            if own := vocabulary.fields():
                names = names.union(own)
            slips = colon_slips(lines, first.line, first.column, where, names)
            slips += text_slips(lines, first.line, last.column, where)
            self._tree.problems.extend(self._as_typed(slip) for slip in slips)
            self._tree.faulty.update([path] if slips else [])
        return str(event.value)

    def _as_typed(self, problem: Problem) -> Problem:
        where = problem.where
        return replace(problem, where=self._tree.where((where.line, where.column), where.path))

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        while not isinstance(event := next(self._events), end):
            yield event

    def _count(self, event: Any, depth: int) -> None:
        self._nodes += 1
        if depth > MAX_DEPTH:
            self._stop(event, f"层次太深（超过 {MAX_DEPTH} 层）", "请检查缩进和括号")
        if self._nodes > MAX_NODES:
            self._stop(event, f"内容超过 {MAX_NODES} 项，不像一份{self._kind.name}", "请检查是不是选错了文件")

    def _check_properties(self, event: Any, path: str) -> None:
        if event.anchor is not None:
            self._fault(_mark(event), path, "不能用 & 作记号", "请删去；文字以 & 开头时，请用引号括起来")
        if event.tag is not None:
            self._fault(_mark(event), path, "不能用 ! 标注类型", "请删去；文字以 ! 开头时，请用引号括起来")

    def _repeated(self, event: Any, path: str, first: Any, is_first: bool) -> None:
        """Tell of a field that its mapping has already; beside the first of a list's item another may be meant."""
        line = first.start_mark.line + 1
        message = f"第 {line} 行已有这个字段"
        if event.value != first.value:
            message = f"{shown(event.value)} 就是第 {line} 行的 {shown(first.value)}，同一个字段写了两次"
        hint = "请只留一个；同名的联系方式请写成列表" if path.startswith("contact.fields.") else "请只留一个"
        if is_first and path.rpartition(".")[0].endswith("]"):
            hint = "如果是另一项，请在它前面加上“- ”，与上一项的“-”左端对齐；否则请只留一个"
        self._fault(_mark(event), path, message, hint)

    def _stand_in(self, event: Any, path: str, message: str, hint: str) -> str:
        self._fault(_mark(event), path, message, hint)
        self._tree.faulty.add(path)
        return ""

    def _fault(self, mark: Mark, path: str, message: str, hint: str) -> None:
        self._tree.problems.append(Problem(message, hint, self._tree.where(mark, path)))

    def _stop(self, event: Any, message: str, hint: str) -> NoReturn:
        self._fault(_mark(event), "", message, hint)
        raise SpecError(*self._tree.problems)


def _mark(event: Any) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _is_not_given(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style and event.value in _NOT_GIVEN
