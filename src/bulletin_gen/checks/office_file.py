"""An office's bulletin-gen.toml in; what it says of itself out, and errors in the author's words."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from bulletin_gen.checks.office import Office
from bulletin_gen.checks.table import every_rule
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Where

OFFICE_FILE = "bulletin-gen.toml"
MOST_BYTES = 1_000_000

_SEVERITIES: Mapping[str, Severity | None] = {
    "错误": Severity.ERROR,
    "警告": Severity.WARNING,
    "建议": Severity.ADVICE,
    "关闭": None,
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "advice": Severity.ADVICE,
    "off": None,
}
_CHINESE_SEVERITIES = "错误、警告、建议、关闭"
# What each field of an Office is called in the file.
_KEYS = {
    "级别": "levels",
    "允许": "allowed",
    "用语": "preferred",
    "单位": "units",
    "人员": "people",
    "电话": "phones",
    "公开姓名": "public_names",
}
KEY_OF = {field: key for key, field in _KEYS.items()}
_LISTS = ("allowed", "units", "phones", "public_names")
_LONGEST_NAME = 40  # nothing longer can be a slip of the keyboard
_LIKENESS = 0.5  # one of two characters: names are that short
_LINE = Regex(r"\(at line (\d+), column \d+\)")
# TOML asks for quotes around a Chinese key: 级别 = …, [用语]; a line up to what must be quoted, and that
_PLAIN = r"[^\s\"'=\[\]#{},.]"
_BARE_KEY = Regex(rf"([ \t]{{0,40}})({_PLAIN}{{1,40}})(?=[ \t]{{0,40}}=)")
_BARE_TABLE = Regex(rf"([ \t]{{0,40}}\[[ \t]{{0,40}})({_PLAIN}{{1,40}})(?=[ \t]{{0,40}}\])")


def load_office(source: str | bytes, file: str | None = None) -> Office:
    """Return what a bulletin-gen.toml says; its keys are Chinese or English. `file` is only named in messages.

    Raises SpecError with everything that is wrong, each with its line and field.
    """
    text = _decode(source, file)
    given = _read(text, file)
    reader = _Reader(text, file)
    office = reader.office(given)
    if reader.problems:
        raise SpecError(*sorted(reader.problems, key=lambda problem: problem.where.line or 0))
    return office


def _decode(source: str | bytes, file: str | None) -> str:
    if len(source) > MOST_BYTES:
        message = f"文件超过 {MOST_BYTES // 1_000_000} MB，不像一份 {OFFICE_FILE}"
        raise SpecError(Problem(message, "请检查是不是选错了文件", Where(file)))
    if isinstance(source, str):
        return source
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("不是 UTF-8 编码的文字", "请在编辑器里用“另存为”，编码选 UTF-8", Where(file))
        raise SpecError(problem) from None


def _read(text: str, file: str | None) -> dict[str, Any]:
    """Return the values of a TOML text, Chinese keys with or without quotes. Raises SpecError."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        pass
    try:
        return tomllib.loads("\n".join(map(_with_quotes, text.split("\n"))))
    except tomllib.TOMLDecodeError as error:
        match = _LINE.search(str(error))
        line = int(match[1]) if match else text.count("\n") + 1
        hint = '每行写成 名称 = "内容" 或 名称 = ["甲", "乙"]，引号、方括号用英文的，同一个名称只写一次'
        raise SpecError(Problem("这里不合 TOML 的写法", hint, Where(file, line))) from None
    except RecursionError:
        raise SpecError(Problem("层次太深", "请检查括号", Where(file))) from None


def _with_quotes(line: str) -> str:
    """Return a line with quotes around a key or a table's name that is not of Latin letters alone."""
    match = _BARE_KEY.match(line) or _BARE_TABLE.match(line)
    if match is None or match[2].isascii():
        return line
    return f'{match[1]}"{match[2]}"{line[match.end() :]}'


class _Reader:
    """Reads the fields of a file, adding what is wrong to its problems."""

    def __init__(self, text: str, file: str | None) -> None:
        self._lines = _lines_of_keys(text)
        self._file = file
        self.problems: list[Problem] = []

    def office(self, given: Mapping[str, Any]) -> Office:
        fields = self._by_field(given)
        readers: Mapping[str, Callable[[str, Any], Any]] = {
            "levels": self._levels,
            "preferred": self._texts_by_name,
            "people": self._texts_by_name,
            **dict.fromkeys(_LISTS, self._texts),
        }
        return Office(**{field: readers[field](key, value) for field, (key, value) in fields.items()})

    def _by_field(self, given: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
        """Return each field's key, as it was typed, and its value."""
        fields: dict[str, tuple[str, Any]] = {}
        for key, value in given.items():
            field = _KEYS.get(key, key)
            if field not in KEY_OF:
                self._fault(key, "没有这个字段", f"{_guess(key, (*_KEYS, *KEY_OF))}可用：{'、'.join(_KEYS)}")
            elif field in fields:
                self._fault(key, f"{fields[field][0]} 和 {key} 是同一个字段，写了两次", "请只留一个")
            else:
                fields[field] = (key, value)
        return fields

    def _levels(self, key: str, value: Any) -> dict[str, Severity | None]:
        known = [rule.name for rule in every_rule()]
        names = {*known, *(name.partition("/")[0] for name in known)}
        levels: dict[str, Severity | None] = {}
        for name, said in self._table(key, value).items():
            path = f"{key}.{name}"
            if name in _KEYS or name in KEY_OF:
                self._fault(path, f"{shown(name)} 写到了 [{key}] 下面", "请移到第一个方括号的上面")
            elif name not in names:
                self._fault(path, f"没有 {shown(name)} 这条规则", f"{_guess(name, names)}全部规则见 bulletin-gen rules")
            elif not isinstance(said, str) or said not in _SEVERITIES:
                self._fault(path, "级别不能这样写", f"可用：{_CHINESE_SEVERITIES}，要加英文引号")
            else:
                levels[name] = _SEVERITIES[said]
        return levels

    def _texts_by_name(self, key: str, value: Any) -> dict[str, str]:
        read: dict[str, str] = {}
        for name, said in self._table(key, value).items():
            if isinstance(said, str) and said.strip() and name.strip():
                read[name.strip()] = said.strip()
            else:
                self._fault(f"{key}.{name}", "这里要写文字", f'如：{shown(name)} = "…"；列表要移到第一个方括号的上面')
        return read

    def _texts(self, key: str, value: Any) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) and item.strip() for item in items):
            self._fault(key, "这里要写一串文字", f'如：{key} = ["甲", "乙"]')
            return ()
        return tuple(item.strip() for item in items)

    def _table(self, key: str, value: Any) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._fault(key, "这里要写一组“名称 = 内容”", f"请先写一行 [{key}]，下面每行一条")
        return {}

    def _fault(self, path: str, message: str, hint: str) -> None:
        where = Where(self._file, self._lines.get(path, self._lines.get(path.partition(".")[0])), None, shown(path))
        self.problems.append(Problem(message, hint, where))


def _guess(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name[:_LONGEST_NAME], list(known), n=1, cutoff=_LIKENESS)
    return f"是不是 {close[0]}？" if close else ""


def _lines_of_keys(text: str) -> dict[str, int]:
    """Return the line of each key, by its path."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        if bare.startswith("["):
            table = _unquoted(bare[1:].partition("]")[0])
            lines.setdefault(table, number)
        elif "=" in bare:
            key = _unquoted(bare.partition("=")[0])
            lines.setdefault(f"{table}.{key}" if table else key, number)
    return lines


def _unquoted(key: str) -> str:
    return key.strip().strip("\"'")
