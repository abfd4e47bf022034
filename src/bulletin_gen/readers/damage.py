"""Lines in; findings on what looks damaged in them out. Nothing is mended here."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.parse.headings import split_heading
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.numerals import Label, say_label
from bulletin_gen.where import Where

_PAIRS = {"（": "）", "〔": "〕", "《": "》", "“": "”", "‘": "’", "【": "】"}
_CLOSERS = {closing: opening for opening, closing in _PAIRS.items()}
_RUN_TOGETHER = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{2}(?:\d{1,4}日|(?:1[0-2]|0?[1-9])月)"  # 202435日, 20243月; not 2024年3月5日
    r"|(?<=至)\d{3,4}日"  # 至520日; not 至20日
    r"|(?<=〔)(?:19|20)\d{3,7}号)"  # 〔20253号; not 〔2025〕3号
)
_UNREAD = re.compile(r"问题\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})[．.、]")  # 问题1．甲; not 问题1：甲
_SHOWN = 12  # characters of the text quoted in a message


def find_damage(lines: Iterable[SourceLine], file: str | None) -> Iterator[Finding]:
    """Yield a finding for each date whose 年 or 月 is lost and each bracket or quote without its other half."""
    for line in lines:
        if problem := _UNREAD.match(line.text):
            message = f"“{problem[0]}”没有读成一个问题的标题"
            yield _finding("issue-heading", message, "请核对，需要时改写成“问题1：”", line, file)
        yield from _run_together(line, file)
        yield from _unpaired(line, file)
        if "\ufffd" in line.text:
            yield _finding(
                "replaced-character", "有无法辨认的字符（�）", "原文件的编码可能已经损坏，请核对", line, file
            )


def find_controls(line: SourceLine, file: str | None) -> Iterator[Finding]:
    """Yield a finding where a line of the source holds characters that no document may hold."""
    bad = sorted({char for char in set(line.text) if is_control(char)})
    if bad:
        names = "、".join(f"U+{ord(char):04X}" for char in bad)
        yield _finding("control-character", f"含有不可见的控制字符 {names}，已略去", "请核对这一行", line, file)


def find_gaps(branches: Sequence[Branch], file: str | None) -> Iterator[Finding]:
    """Yield a finding for each number out of order among siblings, and for each heading run together with its text."""
    last: Branch | None = None
    for branch in branches:
        is_numbered = branch.label is not Label.NONE
        if (
            last is not None
            and is_numbered
            and branch.label is last.label
            and branch.number not in (last.number + 1, 1)
        ):
            before, printed = (say_label(one.label, one.number) for one in (last, branch))
            message = f"编号不连续：{before}之后是{printed}{_wanted(last)}"
            yield _finding("numbering-gap", message, "已按原编号保留，请核对是否缺漏", branch.line, file)
        split = split_heading(branch.rest)
        if split.end == "":
            hint = "已按原样保留；如是遗漏，请删去 heading_end"
            yield _finding("missing-stop", f"标题“{_shown(split.heading)}”与正文之间缺少句号", hint, branch.line, file)
        yield from find_gaps(branch.children, file)
        last = branch


def _wanted(last: Branch) -> str:
    """Say which label should follow one; nothing where its form has no further number (㊿)."""
    try:
        return f"，应为{say_label(last.label, last.number + 1)}"
    except ValueError:
        return ""


def _run_together(line: SourceLine, file: str | None) -> Iterator[Finding]:
    for match in _RUN_TOGETHER.finditer(line.text):
        message = f"“{match[0]}”像是缺了字（年、月或括号）"
        yield _finding("run-together-date", message, "已按原样保留，请核对后改正", line, file)


def _unpaired(line: SourceLine, file: str | None) -> Iterator[Finding]:
    """Yield one finding for each kind of mark that does not pair up in a line."""
    open_marks: list[str] = []
    bad: dict[str, None] = {}
    marked = leading_label(line.text)
    for char in marked.rest if marked else line.text:
        if char in _PAIRS:
            open_marks.append(char)
        elif char in _CLOSERS:
            if _CLOSERS[char] in open_marks:
                while open_marks[-1] != _CLOSERS[char]:
                    bad[open_marks.pop()] = None
                open_marks.pop()
            else:
                bad[_CLOSERS[char]] = None
    for opening in (*bad, *dict.fromkeys(open_marks)):
        message = f"“{opening}”与“{_PAIRS[opening]}”没有配对"
        yield _finding("unpaired-mark", message, "已按原样保留，请核对", line, file)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def _finding(rule: str, message: str, hint: str, line: SourceLine, file: str | None) -> Finding:
    return Finding(f"import/{rule}", Severity.WARNING, message, hint, Where(file, line.number))
