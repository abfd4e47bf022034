"""Lines in; findings on what looks damaged in them out. Nothing is mended here."""

from collections.abc import Iterable, Iterator, Sequence

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.parse.headings import split_heading
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.dates import RUN_TOGETHER
from bulletin_gen.text.numerals import Label, say_label
from bulletin_gen.text.pairing import closing_of, pairing
from bulletin_gen.where import Where

_SHOWN = 12  # characters of the text quoted in a message


def find_damage(lines: Iterable[SourceLine], file: str | None) -> Iterator[Finding]:
    """Yield a finding for each date whose 年 or 月 is lost and each bracket or quote without its other half."""
    for line in lines:
        yield from _run_together(line, file)
        yield from _unpaired(line, file)
        if "\ufffd" in line.text:
            yield _finding(
                "replaced-character", "有无法辨认的字符（�）", "原文件的编码可能已经损坏，请核对", line, file
            )


def find_controls(line: SourceLine, file: str | None) -> Iterator[Finding]:
    """Yield a finding where a line of the source holds characters that no document may hold."""
    bad = [] if line.text.isprintable() else sorted({char for char in set(line.text) if is_control(char)})
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
            hint = "已按原样保留；如是遗漏，请删去“标题后标点”（heading_end）"
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
    for match in RUN_TOGETHER.finditer(line.text):
        message = f"“{match[0]}”像是缺了字（年、月或括号）"
        yield _finding("run-together-date", message, "已按原样保留，请核对后改正", line, file)


def _unpaired(line: SourceLine, file: str | None) -> Iterator[Finding]:
    """Yield one finding for each kind of mark that does not pair up in a line."""
    found = pairing(line.text)
    bad = sorted(
        [(mark.at, mark.opening) for mark in found.lone] + [(pair.start, pair.opening) for pair in found.crossed]
    )
    for opening in dict.fromkeys(opening for _, opening in bad):
        message = f"“{opening}”与“{closing_of(opening)}”没有配对"
        yield _finding("unpaired-mark", message, "已按原样保留，请核对", line, file)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def _finding(rule: str, message: str, hint: str, line: SourceLine, file: str | None) -> Finding:
    return Finding(f"import/{rule}", Severity.WARNING, message, hint, Where(file, line.number))
