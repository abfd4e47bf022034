"""意见.yaml: opinions in, the file that a clerk decides them in out; and such a file read again.

What she typed stays as it is, character by character; what is new is appended.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.review.home.change import ARROW
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind, Reply
from bulletin_gen.spec.author import field_path
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Places, Where
from bulletin_gen.yamltext.block import Block
from bulletin_gen.yamltext.decode import decode
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind, Tree, in_order
from bulletin_gen.yamltext.unknown import unknown_fields
from bulletin_gen.yamltext.vocabulary import step

_T = TypeVar("_T")
_D = TypeVar("_D")
_ALL = "意见"
_ID, _AUTHOR, _WHEN, _FILE, _PLACE, _PATH = "编号", "单位（人）", "时间", "来自", "位置", "字段"
_KIND, _OLD, _NEW, _SAID, _REPLIES, _RESOLVED = "类型", "原文", "改为", "意见", "答复", "已解决"
_CONFLICTS, _HANDLING, _REASON = "与这些编号冲突", "处理", "理由"
_KEYS = (
    *(_ID, _AUTHOR, _WHEN, _FILE, _PLACE, _PATH, _KIND, _OLD, _NEW, _SAID, _REPLIES, _RESOLVED),
    *(_CONFLICTS, _HANDLING, _REASON),
)
_TEXTS = {
    "file": _FILE,
    "author": _AUTHOR,
    "place": _PLACE,
    "path": _PATH,
    "old": _OLD,
    "new": _NEW,
    "said": _SAID,
    "reason": _REASON,
}
_REPLY_KEYS = (_AUTHOR, _WHEN, _SAID)
_SAMPLE = "可用 bulletin-gen merge 生成"
_OPINION_FILE = FileKind("意见文件", _SAMPLE, lambda: frozenset([_ALL, *_KEYS]))
_BLOCK = Block(_OPINION_FILE)
_HEAD = f"""\
# 请逐条填写“{_HANDLING}”（{"、".join(Handling)}）和“{_REASON}”，改好后再运行一次 merge；其余内容是自动写的，请不要改。
# 可以加自己的注释、调整先后；以后收到新的意见接在末尾，已有的一个字也不动。
{_ALL}:
"""
_INDENT = 2
_ENTRY = Regex(rf"{_ALL}\[\d+\]")
_YES, _NO = "是", "否"
_USABLE = {
    _KIND: "、".join(OpinionKind),
    _HANDLING: "、".join(Handling),
    _RESOLVED: f"{_YES}、{_NO}",
    _WHEN: "2025-03-04 09:30 这样的时间",
}
_QUOTE_IT = '文字里有半角冒号加空格时，请改用全角冒号，或用英文引号 " " 括起来'


@frozen
class OpinionFile:
    """The opinions of a file in its order. `places` knows each field by its path there: 意见[0].处理."""

    opinions: tuple[Opinion, ...]
    places: Places

    def where(self, index: int, key: str = _HANDLING) -> Where:
        """Return where a field of the opinion at `index` stands, or its first line."""
        return self.places.find(f"{_ALL}[{index}].{key}")


def dump_opinions(opinions: Sequence[Opinion], earlier: str | None = None, called: Callable[[str], str] = str) -> str:
    """Return the text of 意见.yaml: `earlier`, if there is one, as it is, and below it each opinion that it lacks.

    `called` makes of a field's path what the author of the spec calls it: `spec.places.as_typed`. Raises SpecError
    where the earlier text cannot be read, or nothing can be appended to it.
    """
    known = load_opinions(earlier) if earlier is not None else ()
    held = {opinion.id for opinion in known}
    new = [opinion for opinion in {opinion.id: opinion for opinion in opinions}.values() if opinion.id not in held]
    if earlier is not None and not new:
        return earlier
    text = _HEAD if earlier is None else earlier
    indent = _indent_of(text)
    written = _appended(text, "\n".join(line for opinion in new for line in _entry(opinion, indent, called)))
    if earlier is not None and not _reads_as(written, (*known, *new)):
        raise SpecError(_unappendable())
    return written


def load_opinions(text: str | bytes, file: str | None = None) -> tuple[Opinion, ...]:
    """Return the opinions that a 意见.yaml says, in its order. Raises what `read_opinions` does."""
    return read_opinions(text, file).opinions


def read_opinions(text: str | bytes, file: str | None = None) -> OpinionFile:
    """Return the opinions with the place of each. `file` is only named in messages.

    Raises SpecError with everything that is wrong, in the order of the text.
    """
    decoded = decode(text, _OPINION_FILE.name, file)
    reader = _Reader(read_tree(decoded, _OPINION_FILE, file))
    opinions = reader.read()
    if reader.tree.problems:
        raise SpecError(*in_order(reader.tree.problems))
    return OpinionFile(opinions, Places(file, reader.tree.marks, decoded, reader.tree.texts))


def _entry(opinion: Opinion, indent: int, called: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of one opinion, an empty one first."""
    yield ""
    space = " " * indent
    for number, line in enumerate(_lines(opinion, called)):
        yield f"{space}{'  ' if number else '- '}{line}"


def _lines(opinion: Opinion, called: Callable[[str], str]) -> Iterator[str]:
    said: Mapping[str, str] = {
        _ID: opinion.id,
        _AUTHOR: opinion.author,
        _WHEN: _moment(opinion.when),
        _FILE: opinion.file,
        _PLACE: opinion.place,
        _PATH: _each(opinion.path, called),
        _KIND: opinion.kind,
        _OLD: opinion.old,
        _NEW: opinion.new,
        _SAID: opinion.said,
    }
    yield from _typed(said)
    if opinion.replies:
        yield f"{_REPLIES}:"
        for reply in opinion.replies:
            first, *others = _typed({_AUTHOR: reply.author, _WHEN: _moment(reply.when), _SAID: reply.text})
            yield f"  - {first}"
            yield from (f"    {line}" for line in others)
    if opinion.resolved:
        yield f"{_RESOLVED}: {_YES}"
    if opinion.conflicts:
        yield f"{_CONFLICTS}: [{', '.join(opinion.conflicts)}]"
    yield f"{_HANDLING}: {opinion.handling}"
    yield f"{_REASON}: {_BLOCK.scalar(opinion.reason)}" if opinion.reason else f"{_REASON}:"


def _each(path: str, named: Callable[[str], str]) -> str:
    """Return a path, or the two of what moved, each as `named` has it."""
    return ARROW.join(named(one) if one else "" for one in path.split(ARROW))


def _typed(fields: Mapping[str, str]) -> list[str]:
    return [f"{key}: {_BLOCK.scalar(text)}" for key, text in fields.items() if text]


def _moment(when: datetime | None) -> str:
    if when is None:
        return ""
    is_even = not (when.second or when.microsecond)
    return when.isoformat(sep=" ", timespec="minutes" if is_even else "auto")


def _indent_of(text: str) -> int:
    """Return how far in the entries of a file begin, as its last one does."""
    marks = read_tree(decode(text, _OPINION_FILE.name), _OPINION_FILE).marks
    lines = [line for path, (line, _) in marks.items() if _ENTRY.fullmatch(path)]
    if not lines:
        return _INDENT
    last = text.removeprefix("\ufeff").splitlines()[max(lines) - 1]
    return len(last) - len(last.lstrip(" "))


def _appended(text: str, more: str) -> str:
    """Return a text with lines below it, ended as its own are."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = more.removeprefix("\n") if text == _HEAD else more
    return f"{text}{'' if text.endswith(end) else end}{lines.replace(chr(10), end)}{end}" if more else text


def _reads_as(text: str, opinions: Sequence[Opinion]) -> bool:
    try:
        return load_opinions(text) == tuple(opinions)
    except SpecError:
        return False


def _unappendable() -> Problem:
    message = "新的意见接不到文件末尾"
    return Problem(message, f"“{_ALL}:”下面请每条另起一行，以“- ”开头，左端对齐，最后不要写“---”“...”或方括号")


class _Reader:
    """Reads the entries of a tree, adding to its problems."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._path_of: dict[str, str] = {}  # where each number was seen first

    def read(self) -> tuple[Opinion, ...]:
        """Return the opinions: all of them, where no problem was found."""
        fields: Any = self.tree.value or {}
        if _ALL in self.tree.keys:
            self.tree.problems.extend(unknown_fields(self.tree, "", fields, [_ALL]))
        else:
            self._fault("", f"缺少 {_ALL}", f"这不像一份意见文件；{_SAMPLE}")
        entries = self._items("", fields, _ALL)
        read = [self._opinion(f"{_ALL}[{index}]", entry) for index, entry in enumerate(entries)]
        return tuple(opinion for opinion in read if opinion is not None)

    def _opinion(self, path: str, entry: Any) -> Opinion | None:
        if not self._is_mapping(path, entry, _KEYS):
            return None
        problems = len(self.tree.problems)
        texts = {name: self._text(path, entry, key) for name, key in _TEXTS.items()}
        texts["path"] = _each(texts["path"], field_path)
        own = self._needed(path, entry, _ID)
        self._needed(path, entry, _AUTHOR)
        opinion = Opinion(
            kind=self._read(path, entry, _KIND, OpinionKind, None) or self._kindless(path, entry),
            when=self._read(path, entry, _WHEN, datetime.fromisoformat, None),
            replies=self._replies(path, entry),
            resolved=self._read(path, entry, _RESOLVED, _is_yes, False),
            handling=self._read(path, entry, _HANDLING, Handling, Handling.PENDING),
            conflicts=tuple(map(str, self._items(path, entry, _CONFLICTS))),
            **texts,
        )
        return opinion if len(self.tree.problems) == problems and self._is_own(path, own, opinion) else None

    def _kindless(self, path: str, entry: Mapping[str, Any]) -> OpinionKind:
        """Return a stand-in for a kind, having told that there is none."""
        self._needed(path, entry, _KIND)
        return OpinionKind.COMMENT

    def _is_own(self, path: str, own: str, opinion: Opinion) -> bool:
        """Does an entry bear the number that its content gives, and no other before it the same?"""
        if own != opinion.id:
            keys = "、".join((_AUTHOR, _PATH, _KIND, _OLD, _NEW, _SAID))
            hint = f"{keys}请恢复原样，另有想法的写进“{_REASON}”"
            self._fault(f"{path}.{_ID}", f"编号 {shown(own)} 与这一条的内容对不上，内容改动过", hint)
            return False
        first = self._path_of.setdefault(own, path)
        if first != path:
            line, _ = self.tree.marks[f"{first}.{_ID}"]
            self._fault(f"{path}.{_ID}", f"第 {line} 行已有编号 {own}", "请只留一条")
        return first == path

    def _replies(self, path: str, entry: Mapping[str, Any]) -> tuple[Reply, ...]:
        items = self._items(path, entry, _REPLIES)
        places = [f"{step(path, _REPLIES)}[{index}]" for index in range(len(items))]
        return tuple(
            Reply(
                self._text(place, item, _SAID),
                self._text(place, item, _AUTHOR),
                self._read(place, item, _WHEN, datetime.fromisoformat, None),
            )
            for place, item in zip(places, items, strict=True)
            if self._is_mapping(place, item, _REPLY_KEYS)
        )

    def _is_mapping(self, path: str, value: Any, known: Sequence[str]) -> bool:
        if isinstance(value, dict):
            self.tree.problems.extend(unknown_fields(self.tree, path, value, known))
            return True
        if path not in self.tree.faulty:
            self._fault(path, "这里要写“字段: 内容”", f"可用的字段：{'、'.join(known)}")
        return False

    def _items(self, path: str, fields: Mapping[str, Any], key: str) -> list[Any]:
        value = fields.get(key, [])
        if isinstance(value, list):
            return value
        self._fault(step(path, key), "这里要写列表", "请每项另起一行，以“- ”开头")
        return []

    def _needed(self, path: str, fields: Mapping[str, Any], key: str) -> str:
        text = self._text(path, fields, key)
        is_misspelt = any(name not in _KEYS for name in fields)
        if not text and isinstance(fields.get(key, ""), str) and not is_misspelt:
            self._fault(step(path, key), f"缺少 {key}", "请恢复原样，或删去这一条后再运行一次 merge")
        return text

    def _text(self, path: str, fields: Mapping[str, Any], key: str) -> str:
        value = fields.get(key, "")
        if isinstance(value, str):
            return value
        self._fault(step(path, key), "这里要写文字，却写成了列表或一组字段", _QUOTE_IT)
        return ""

    def _read(self, path: str, fields: Mapping[str, Any], key: str, read: Callable[[str], _T], usual: _D) -> _T | _D:
        """Return what a field says, as `read` understands it; `usual` where it says nothing, or nothing known."""
        text = self._text(path, fields, key).strip()
        try:
            return read(text) if text else usual
        except ValueError:
            self._fault(step(path, key), f"“{shown(text)}” 不能用在这里", f"可用：{_USABLE[key]}")
            return usual

    def _fault(self, path: str, message: str, hint: str) -> None:
        where = Places(self.tree.file, self.tree.marks).find(path)
        self.tree.problems.append(Problem(message, hint, where))


def _is_yes(text: str) -> bool:
    """Return whether 是 was typed, and not 否. Raises ValueError for anything else."""
    if text not in (_YES, _NO):
        raise ValueError(text)
    return text == _YES
