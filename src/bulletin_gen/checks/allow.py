"""`# bulletin-gen: allow RULE` in a spec: what its author has looked at and wants as it is."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice

from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Places, Where
from bulletin_gen.yamltext.comments import Comment, comments
from bulletin_gen.yamltext.syntax import LINE_END

_ALLOW = Regex(r"bulletin-gen\s*[:：]\s*allow\b(.*)")
_NAME = Regex(r"[^\s,，、;；]{1,60}")
_EVERY_LINE = 1 << 60
_MOST_TOLD = 100
_SPEC = "{}issuer: {{name: 中共青禾县河湾镇委员会}}\nopening: 无\norganisation: {{text: {}}}\n"
_COMMENT = "# bulletin-gen: allow spec/blank\n"


@frozen
class Allow:
    """What is found by the rule, or the rules of the group, `name` in lines `first` to `last` is let pass.

    What stands in no line is let pass by those at the head of the file.
    """

    name: str
    where: Where
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        line = finding.where.line or _EVERY_LINE
        return _is_called(finding.rule, self.name) and self.first <= line <= self.last


@frozen
class Allowing:
    """What a file allows and what of that is of use; the names of the rules that looked at it, and of all there are."""

    allows: tuple[Allow, ...]
    used: frozenset[Allow]
    rules: frozenset[str]
    known: frozenset[str]


def allows_in(places: Places) -> tuple[Allow, ...]:
    """Return what a spec allows, in order: on its own line, on the next for a comment alone, everywhere at its head."""
    found = [(comment, match) for comment in comments(places.source, places.texts) if (match := _match(comment))]
    if not found:
        return ()
    lines = LINE_END.split(places.source)
    ends = _ends(places)
    return tuple(
        Allow(name, Where(places.file, comment.line, comment.column), *_reach(comment, lines, ends))
        for comment, match in found
        for name in _NAME.findall(match[1])
    )


class Allowances:
    """What a file allows, by line: of two that say the same the first counts."""

    def __init__(self, allows: Iterable[Allow]) -> None:
        self._by_first: dict[int, dict[tuple[str, int], Allow]] = {}
        for allow in allows:
            self._by_first.setdefault(allow.first, {}).setdefault((allow.name, allow.last), allow)
        self._firsts = sorted(self._by_first)

    def covering(self, finding: Finding) -> list[Allow]:
        """Return what lets a finding pass: at the head of the file, or on the text that its line is part of."""
        line = finding.where.line or _EVERY_LINE
        nearest = self._firsts[max(0, bisect_right(self._firsts, line) - 1)] if self._firsts else 1
        near = (allow for first in {1, nearest} for allow in self._by_first.get(first, {}).values())
        return [allow for allow in near if allow.covers(finding)]


@on(
    "check/idle-allow",
    Severity.ADVICE,
    title="允许了，却没有什么要允许的",
    why="“# bulletin-gen: allow 规则”只该留在用得着的地方；改好之后不删，以后真的写错也不会告诉。",
    source="本程序的约定",
    wrong=(
        _SPEC.format(_COMMENT, "召开会议12次。"),
        _SPEC.format("# bulletin-gen: allow spec/blnk\n", "召开会议12次。"),
    ),
    right=(_SPEC.format(_COMMENT, "召开会议____次。"), _SPEC.format("# 召开会议的次数待核\n", "召开会议12次。")),
)
def idle_allow(allowing: Allowing) -> Iterator[Hit]:
    """Yield a hit for each that names no rule, or a rule that found nothing there: the first hundred."""
    return islice(_idle(allowing), _MOST_TOLD)


def _idle(allowing: Allowing) -> Iterator[Hit]:
    known, looked = _names(allowing.known), _names(allowing.rules)
    for allow in allowing.allows:
        if allow.name not in known:
            close = get_close_matches(allow.name, known, n=1)
            guess = f"是不是 {close[0]}？" if close else ""
            yield Hit(allow.where, f"没有 {allow.name} 这条规则", f"{guess}全部规则见 bulletin-gen rules")
        elif allow not in allowing.used and allow.name in looked:
            yield Hit(allow.where, f"这里允许了 {allow.name}，它却没有发现什么", "请删去这句注释，或写到有问题的那一行")


def _names(rules: Iterable[str]) -> list[str]:
    """Return the names of rules and of their groups."""
    return sorted({*rules, *(rule.partition("/")[0] for rule in rules)})


def _is_called(rule: str, name: str) -> bool:
    """Is that the rule's name, or its group's?"""
    return name in (rule, rule.partition("/")[0])


def _match(comment: Comment) -> re.Match[str] | None:
    return _ALLOW.match(comment.text)


def _ends(places: Places) -> dict[int, int]:
    """Return for each line in which a text begins the line in which the last of them ends."""
    breaks = [match.end() for match in LINE_END.finditer(places.source)]
    ends: dict[int, int] = {}
    for typed in places.texts.values():
        first, last = _line(breaks, typed.start), _line(breaks, max(typed.start, typed.end - 1))
        ends[first] = max(ends.get(first, first), last)
    return ends


def _line(breaks: Sequence[int], at: int) -> int:
    return bisect_right(breaks, at) + 1


def _reach(comment: Comment, lines: Sequence[str], ends: dict[int, int]) -> tuple[int, int]:
    """Return the first and the last line that a comment speaks of."""
    if not comment.is_alone:
        return comment.line, ends.get(comment.line, comment.line)
    if not any(map(_is_content, lines[: comment.line])):
        return 1, _EVERY_LINE
    following = (number for number, line in enumerate(lines[comment.line :], comment.line + 1) if _is_content(line))
    target = next(following, comment.line)
    return target, ends.get(target, target)


def _is_content(line: str) -> bool:
    bare = line.strip()
    return bool(bare) and not bare.startswith("#")


IDLE_ALLOW: tuple[Rule[Allowing], ...] = (idle_allow,)
