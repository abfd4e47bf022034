"""What the YAML parser complains of, said so that a clerk can mend it: error and text in, problems out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

import yaml

from bulletin_gen.errors import Problem
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

LINE_END = Regex(r"\r\n|\r|\n")
_MOST_SLIPS = 100
_LEAD = r"\s*+(?:- +)*+"
# issuer：甲, - heading：乙; not "说明"：丙
_KEY_WIDE_COLON = Regex(_LEAD + r"([^\s:：\"'#][^:：\"'#]{0,40})：")
# issuer:甲, - 联系电话:0123; not https://example.com
_KEY_NO_SPACE = Regex(_LEAD + r"([^\s:：\"'#]{1,40}):(?=[^\s/])")
# issuer:甲 with a no-break or a full-width space after the colon, which YAML does not take for one
_KEY_OTHER_SPACE = Regex(_LEAD + r"([^\s:：\"'#]{1,40}):(?=[\u00a0\u2002-\u200a\u3000])")
# issuer: 甲, - name:
_KEY = Regex(_LEAD + r"[^\s:\"'#][^:\"'#]*:(?:\s|$)")
# text: *重点, - @所有人; the * and the @
_FIRST_OF_VALUE = Regex(_LEAD + r"(?:[^:\"'#]+:\s+)?([*&!%@`|>\[\]{},?-])")
_SLIPS = (
    (_KEY_OTHER_SPACE, "的冒号后面是不间断空格或全角空格", "请改成普通空格"),
    (_KEY_WIDE_COLON, "后面是全角冒号", "请改成半角冒号，后面空一格"),
    (_KEY_NO_SPACE, "的冒号后面没有空格", "请在冒号后面空一格"),
)
_COMMENT = Regex(r"[ \t]+(#(?=[^\s#]).{0,12})")  # 形成报告 #5篇; not 已完成  # 已验收
_NEXT_ITEM = Regex(r"[ \t]*-(?=[ \t])")  # - 开展培训
_QUOTE_IT = '请把整段文字用英文引号 " " 括起来'


@frozen
class _Fault:
    """The parser's complaint; lines and columns count from 0, `opened_line` is where the open thing began."""

    problem: str
    line: int
    column: int
    lines: Sequence[str]
    opened: str = ""
    opened_line: int = 0
    opened_column: int = 0

    def text(self, line: int | None = None) -> str:
        number = self.line if line is None else line
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def line_above(self) -> int:
        """Return the nearest line above that is neither empty nor a comment, or -1."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number
        return -1


@frozen
class _Answer:
    message: str
    hint: str
    line: int
    column: int


def colon_slips(
    lines: Sequence[str], first_line: int, column: int, where: Where, names: frozenset[str]
) -> list[Problem]:
    """Return a problem for each line that opens with one of `names` and a colon that YAML does not take for one.

    `lines` stand from `first_line` (from 0) on; the first is looked at from `column` on.
    """
    found = (_slip(text, number, column * (number == 0), names) for number, text in enumerate(lines))
    answers = islice((answer for answer in found if answer), _MOST_SLIPS)
    return [_told(replace(answer, line=answer.line + first_line), where) for answer in answers]


def text_slips(lines: Sequence[str], first_line: int, column: int, where: Where) -> list[Problem]:
    """Return a problem for each `-` that an unquoted text has swallowed, and for a comment that has cut it short.

    `lines` are those of the text, which stand from `first_line` (from 0) on; the last of them is read to `column`.
    """
    answers = [
        _Answer(
            "“-”比上面的多缩进，接在了上一项的文字后面",
            '请与同级的“-”左端对齐；确是同一段文字的，请把整段用英文引号 " " 括起来',
            first_line + number,
            _indent(line),
        )
        for number, line in enumerate(lines[1:], start=1)
        if _NEXT_ITEM.match(line)
    ]
    comment = _COMMENT.match(lines[-1], column) if lines else None
    if comment:
        message = f"“{comment[1]}”被当作注释，没有读入"
        hint = f"是正文的，{_QUOTE_IT}；是注释的，请在 # 后面空一格"
        answers.append(_Answer(message, hint, first_line + len(lines) - 1, comment.start(1)))
    return [_told(answer, where) for answer in answers[:_MOST_SLIPS]]


def explain_syntax(error: yaml.MarkedYAMLError, text: str, file: str | None, names: frozenset[str]) -> list[Problem]:
    """Return what must be mended before the text can be read; `names` are those of the fields."""
    lines = LINE_END.split(text)
    slips = colon_slips(lines, 0, 0, Where(file), names)
    if slips:
        return slips
    fault = _fault(error, lines)
    answers = (explain(fault) for explain in _EXPLANATIONS)
    return [_told(next(answer for answer in answers if answer), Where(file))]


def _fault(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> _Fault:
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened_line, opened_column = (opened.line, opened.column) if opened else (0, 0)
    return _Fault(error.problem or "", line, column, lines, error.context or "", opened_line, opened_column)


def _told(answer: _Answer, where: Where) -> Problem:
    place = replace(where, line=answer.line + 1, column=answer.column + 1)
    return Problem(answer.message, answer.hint, place)


def _slip(text: str, line: int, column: int, names: frozenset[str] | None) -> _Answer | None:
    """Return what is wrong with the colon after a key; `names` limits the keys to these, None takes any."""
    for pattern, fault, hint in _SLIPS:
        match = pattern.match(text, column)
        if match and (names is None or match[1].strip() in names):
            return _Answer(f"“{match[1].strip()}”{fault}", hint, line, match.end(1))
    return None


def _tab(fault: _Fault) -> _Answer | None:
    indent = fault.text()[: len(fault.text()) - len(fault.text().lstrip())]
    if "\t" in indent or "\t" in fault.text()[fault.column : fault.column + 1]:
        column = max(fault.text().find("\t"), 0)
        return _Answer("缩进用了制表符（Tab）", "请改用空格，每层缩进两个空格", fault.line, column)
    return None


def _open_quote(fault: _Fault) -> _Answer | None:
    if (
        "scalar" in fault.opened
        and "quoted" in fault.opened
        and ("stream" in fault.problem or "document" in fault.problem)
    ):
        return _Answer("引号没有配对", "请补上另一半英文引号", fault.opened_line, fault.opened_column)
    return None


def _escape(fault: _Fault) -> _Answer | None:
    if "quoted" in fault.opened:
        hint = "请把 \\ 写成 \\\\，或改用英文单引号 ' '"
        return _Answer("双引号里的反斜杠 \\ 用得不对", hint, fault.line, fault.column)
    return None


def _after_quote(fault: _Fault) -> _Answer | None:
    before = fault.text()[: fault.column].rstrip()
    if before.endswith(('"', "'")):
        hint = "请把整段文字放进引号里，里面的引号改用中文引号“ ”；也可能是前面的引号没有配对"
        return _Answer("引号后面还有文字", hint, fault.line, fault.column)
    return None


def _key_colon(fault: _Fault) -> _Answer | None:
    """A line that should be a field but has no colon that counts; the parser notices one token later."""
    if "simple key" in fault.opened:
        line = fault.opened_line
        slip = _slip(fault.text(line), line, 0, None)
        return slip or _Answer(
            "这一行不是“字段: 内容”", "请补上冒号和空格，或与上一行的文字连在一起", line, fault.opened_column
        )
    return None


def _second_colon(fault: _Fault) -> _Answer | None:
    if "mapping values" not in fault.problem:
        return None
    if _KEY.match(fault.text()[: fault.column]):
        hint = '请改用全角冒号“：”，或把整段文字用英文引号 " " 括起来'
        return _Answer("文字里有半角冒号加空格", hint, fault.line, fault.column)
    above = fault.line_above()
    return _slip(fault.text(above), above, 0, None) if above >= 0 else None


def _deeper_than_above(fault: _Fault) -> _Answer | None:
    if "mapping values" in fault.problem and _KEY.match(fault.text(fault.line_above())):
        return _Answer("缩进比上一行多", "请与同级的字段左端对齐", fault.line, _indent(fault.text()))
    return None


def _open_bracket(fault: _Fault) -> _Answer | None:
    if "flow" in fault.opened:
        hint = "请补上另一半括号；文字以 [ 或 { 开头时，请用引号括起来"
        return _Answer("括号没有配对，或括号里缺少逗号", hint, fault.opened_line, fault.opened_column)
    return None


def _special_start(fault: _Fault) -> _Answer | None:
    match = _FIRST_OF_VALUE.match(fault.text())
    if match and match.start(1) <= fault.column:
        return _Answer(f"文字不能直接以 {match[1]} 开头", _QUOTE_IT, fault.line, match.start(1))
    return None


def _indentation(fault: _Fault) -> _Answer | None:
    if "block" in fault.opened:
        hint = "同级的字段要左端对齐，同级的“-”也要对齐"
        return _Answer("缩进与上面的内容对不上", hint, fault.line, fault.column)
    return None


def _anything(fault: _Fault) -> _Answer | None:
    return _Answer("这里不合 YAML 的写法", "请检查这一行和上一行的缩进、冒号和引号", fault.line, fault.column)


# The first that knows an answer speaks.
_EXPLANATIONS: tuple[Callable[[_Fault], _Answer | None], ...] = (
    _tab,
    _open_quote,
    _escape,
    _key_colon,
    _second_colon,
    _deeper_than_above,
    _after_quote,
    _open_bracket,
    _special_start,
    _indentation,
    _anything,
)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
