"""Lines in; the same with look-alikes, unseen characters and entities put right out, each kind told of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.lookalikes import (
    ENTITY,
    HARD_SPACE,
    LOOK_ALIKE,
    PRIVATE,
    SIMPLIFIED,
    UNSEEN,
    ideograph,
    public,
    unescaped,
)
from bulletin_gen.where import Where

_LEAST_TRADITIONAL = 8  # characters of that script; fewer are a name


def clean_characters(lines: Sequence[SourceLine], file: str | None) -> tuple[list[SourceLine], list[Finding]]:
    """Return the lines with their characters put right, and one finding for each kind at its first line."""
    told: dict[str, Finding] = {}
    cleaned = []
    for line in lines:
        text = line.text
        for rule, pattern, change, message in _CHANGES:
            changed = pattern.sub(change, text)
            if changed != text and (rule != "hard-space" or _inside(text)):
                where = Where(file, line.number)
                told.setdefault(rule, Finding(f"import/{rule}", _SEVERITY[rule], message, "请核对", where))
            text = changed
        unknown = sorted({f"U+{ord(char):04X}" for char in PRIVATE.findall(text)})
        if unknown:
            message = f"有不知道是什么字的私用区字符（{'、'.join(unknown)}），已照录"
            where = Where(file, line.number)
            told.setdefault("private-use", Finding("import/private-use", Severity.WARNING, message, "请改正", where))
        cleaned.append(replace(line, text=text))
    return cleaned, list(told.values())


def find_traditional(lines: Iterable[SourceLine], file: str | None) -> list[Finding]:
    """Return a finding where the text is in traditional script, whose sentences are not recognised."""
    first, found = None, 0
    for line in lines:
        here = sum(char in SIMPLIFIED for char in line.text)
        first = first or (line.number if here else None)
        found += here
    if found < _LEAST_TRADITIONAL:
        return []
    message = "文中多处是繁体字，多半认不出标题和套话"
    return [Finding("import/traditional", Severity.WARNING, message, "请转换成简体再导入", Where(file, first))]


def _ideograph(match: re.Match[str]) -> str:
    return ideograph(match[0])


def _known(match: re.Match[str]) -> str:
    return public(match[0])


def _entity(match: re.Match[str]) -> str:
    return unescaped(match[0])


def _inside(text: str) -> bool:
    """Does a hard space stand inside the text, where it is more than an indent?"""
    return HARD_SPACE.search(text.strip()) is not None


_CHANGES = (
    ("entity", ENTITY, _entity, "有网页的转义符（如 &ldquo;），已还原成字符"),
    ("radical", LOOK_ALIKE, _ideograph, "有形似汉字的部首字符（如 ⼀），已换成汉字"),
    ("unseen", UNSEEN, "", "有看不见的字符（如零宽空格），已略去"),
    ("private-use-known", PRIVATE, _known, "有私用区字符，已换成对应的字符"),
    ("hard-space", HARD_SPACE, " ", "有不间断空格，已换成普通空格"),
)
_SEVERITY = {
    "entity": Severity.WARNING,
    "radical": Severity.WARNING,
    "unseen": Severity.WARNING,
    "private-use-known": Severity.WARNING,
    "hard-space": Severity.NOTE,
}
