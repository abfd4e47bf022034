"""Where a heading ends and its text begins, and which problem a heading names."""

import re
from dataclasses import dataclass
from typing import get_args

from bulletin_gen.spec.model import HeadingEnd
from bulletin_gen.text.chars import CLOSING, OPENING

LONGEST = 60  # characters; what is longer and ends in a stop is a sentence, not a heading
_LONGEST_LINE = 120  # characters of a heading without any stop
_SHORTEST_BEFORE_COLON = 6
_STOPS = "。！？!?"
_ENDS: tuple[str, ...] = get_args(HeadingEnd)

_SAID = "(?:的)?(?:整改)?(?:落实|进展)?(?:情况|工作|措施)?"
_BEFORE_COLON = re.compile("(?:情况|落实|整改|措施|如下|方面|意见|问题|任务|表现)$")
_UNSTOPPED = re.compile(
    "(?:[^“”。]{0,12}“[^“”]+”[^“”。，：；]{0,6}?的?整改(?:落实|进展)?(?:情况)?"
    "|[^。：；]{4,60}?(?:整改情况|落实情况|进展情况|方面|问题))(?=一是)"
)
_STOPPED_LATE = re.compile(
    "[^“”。]{0,12}“[^“”]+”(?:等)?(?:方面)?(?:的)?(?:问题)?的?整改(?:落实|进展)?情况(?=[^。：:；，、“（(及和与如])"
)

_QUOTED = re.compile(
    "((?:反馈)?(?:问题)?(?:关于|针对|对于|对|就|在)?)“(.+)”((?:等)?(?:方面)?(?:的)?(?:等)?(?:问题)?"
    + _SAID
    + "[。：]?)"
)
_PLAIN = (
    re.compile("(关于|针对|对于|对)([^“”]+?)((?:等)?(?:方面)?(?:的)?问题" + _SAID + "[。：]?)"),
    re.compile("(关于|针对|对于|对)(.+?)((?:方面)?的整改(?:落实|进展)?情况[。：]?)"),
    re.compile("((?:反馈|存在|主要|具体)?问题：)(.+?)([。：]?)"),
    re.compile("()(.+?)(方面(?:的整改(?:落实|进展)?情况)?[。：]?)"),
    re.compile("()([^“”：]*(?:不|薄弱|缺|欠|差距|弱|形式|滞后|迟缓|缓慢|乏力|漏洞|短板)[^“”：]*?)([。：]?)"),
)


@dataclass(frozen=True)
class Split:
    """A labelled line without its label. `heading` is empty when the line is text from its beginning.

    `end` is None when the heading and its text are parted as usual, by 。 or a mark that the heading holds.
    """

    heading: str
    text: str
    end: str | None = None


@dataclass(frozen=True)
class Named:
    """The problem that a heading names, and the pattern in which “…” stands for it."""

    problem: str
    pattern: str


def split_heading(rest: str) -> Split:
    """Return the heading of a labelled line, and the text run in after it."""
    unstopped = _UNSTOPPED.match(rest) or _STOPPED_LATE.match(rest)
    if unstopped:
        return Split(unstopped[0], rest[unstopped.end() :], "")
    stop = first_stop(rest)
    head = rest if stop is None else rest[:stop]
    colon = _colon(head)
    if colon is not None and colon + 1 < len(rest):
        return Split(rest[: colon + 1], rest[colon + 1 :])
    if len(head) > (_LONGEST_LINE if stop is None else LONGEST) or "；" in head:
        return Split("", rest)
    if stop is None or stop + 1 == len(rest):
        return Split(rest, "")
    if rest[stop] == "。":
        return Split(head, rest[stop + 1 :])
    return Split(rest[: stop + 1], rest[stop + 1 :])


def name_problem(heading: str) -> Named | None:
    """Return the problem in a heading, where putting it back into the pattern gives the same heading."""
    quoted = _QUOTED.fullmatch(heading)
    if quoted is not None and not set("“”") & set(quoted[2]):
        return _named(quoted[1] + "“", quoted[2], "”" + quoted[3])
    for pattern in _PLAIN:
        match = pattern.fullmatch(heading)
        if match is not None:
            return _named(*match.groups())
    return None


def first_stop(text: str) -> int | None:
    """Return where the first sentence ends, quotes and brackets skipped; None when it does not end."""
    depth = 0
    for index, char in enumerate(text):
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth = max(0, depth - 1)
        elif char in _STOPS and depth == 0:
            return index
    plain = text.find("。")
    return plain if depth and plain >= 0 else None


def _named(before: str, problem: str, after: str) -> Named | None:
    is_damaged = problem.count("“") != problem.count("”")
    if "…" in before + after or is_damaged or not problem or problem != problem.strip():
        return None
    return Named(problem, f"{before}…{after}")


def _colon(head: str) -> int | None:
    """Return the colon that ends a heading, or None."""
    colon = head.find("：")
    if _SHORTEST_BEFORE_COLON <= colon <= LONGEST and _BEFORE_COLON.search(head[:colon]):
        return colon
    return None
