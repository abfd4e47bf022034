"""Where a heading ends and its text begins, and which problem a heading names."""

from typing import Literal

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import texts_of
from bulletin_gen.spec.model import Form
from bulletin_gen.text.chars import CLOSING, OPENING
from bulletin_gen.text.regex import Regex

_LONGEST = 60  # characters; what is longer and ends in a stop is a sentence, not a heading
_LONGEST_LINE = 120  # characters of a heading without any stop
_SHORTEST_BEFORE_COLON = 6
_STOPS = "。！？!?"

_PROBLEM_LABEL = Regex("(?:巡[视察])?(?:反馈|存在|主要|具体|突出)?(?:的)?问题")  # 巡察反馈问题：学习不深
_BEFORE_COLON = Regex("(?:情况|落实|整改|措施|如下|方面|意见|问题|任务|表现)$")  # 整改落实情况：; not 整改时限：
_UNSTOPPED = Regex(
    # 关于“学习不深”的整改情况一是抓学习。
    "(?:[^“”。]{0,12}“[^“”]+”[^“”。，：；]{0,6}?的?整改(?:落实|进展)?(?:情况)?"
    "|[^。：；]{4,60}?(?:整改情况|落实情况|进展情况|方面|问题))(?=一是)"  # 党建工作方面一是抓学习。; not 党建工作一是
)
_STOPPED_LATE = Regex(
    # 关于“学习不深”问题的整改情况召开会议3次。; not …的整改情况和成效
    "[^“”。]{0,12}“[^“”]+”(?:等)?(?:方面)?(?:的)?(?:问题)?的?整改(?:落实|进展)?情况"
    "(?=[^。：:；，、“（(【及和与如])(?! *[（(【])"
)

_SAID = "(?:的)?(?:整改)?(?:落实|进展)?(?:情况|工作|措施)?[。：]?"  # 的整改落实情况：
_QUOTED = Regex(
    # 关于“学习不深”等问题的整改情况; not 落实“三会一课”制度
    f"((?:反馈)?(?:问题)?(?:关于|针对|对于|对|就|在)?)“(.+)”((?:等)?(?:方面)?(?:的)?(?:等)?(?:问题)?{_SAID})"
)
_PLAIN = (
    Regex(f"(关于|针对|对于|对)([^“”]+?)((?:等)?(?:方面)?(?:的)?问题{_SAID})"),  # 关于学习不深的问题
    Regex("(关于|针对|对于|对)(.+?)((?:方面)?的整改(?:落实|进展)?情况[。：]?)"),  # 对会风不实的整改情况
    Regex(f"({_PROBLEM_LABEL.pattern}：)(.+?)([。：]?)"),  # 存在问题：学习不深。
    Regex("()(.+?)(方面(?:的整改(?:落实|进展)?情况)?[。：]?)"),  # 党建工作方面
    # 学习不深入。; not 健全长效机制
    Regex("()([^“”：]*(?:不|薄弱|缺|欠|差距|弱|形式|滞后|迟缓|缓慢|乏力|漏洞|短板)[^“”：]*?)([。：]?)"),
)


@frozen
class Split:
    """A labelled line without its label. `heading` is empty when the line is text from its beginning.

    `end` is None when the heading and its text are parted as usual, by 。 or a mark that the heading holds.
    """

    heading: str
    text: str
    end: Literal[""] | None = None


@frozen
class Named:
    """The problem that a heading names, and the pattern in which “…” stands for it."""

    problem: str
    pattern: str


def split_heading(rest: str) -> Split:
    """Return the heading of a labelled line, and the text run in after it."""
    unstopped = _UNSTOPPED.match(rest) or _STOPPED_LATE.match(rest)
    if unstopped:
        return Split(unstopped[0], rest[unstopped.end() :], "")
    stop = _first_stop(rest)
    head = rest if stop is None else rest[:stop]
    colon = _colon(head)
    if colon is not None and colon + 1 < len(rest):
        return Split(rest[: colon + 1], rest[colon + 1 :])
    if len(head) > (_LONGEST_LINE if stop is None else _LONGEST) or "；" in head:
        return Split("", rest)
    if stop is None or stop + 1 == len(rest):
        return Split(rest, "")
    return Split(head if rest[stop] == "。" else rest[: stop + 1], rest[stop + 1 :])


def heading_of(branch: Branch) -> str:
    """Return the heading of a labelled line, empty when it is text from its beginning."""
    return split_heading(branch.rest).heading


def paragraphs_of(branch: Branch, split: Split) -> list[str]:
    """Return the text run in after a heading, and the paragraphs above the next labelled line."""
    return [*filter(None, (split.text,)), *texts_of(branch.paragraphs)]


def form_of(split: Split, paragraphs: list[str]) -> Form | None:
    """Return how a heading stands, None where nothing follows that would tell."""
    if not paragraphs:
        return None
    return Form.RUN_IN if split.text else Form.OWN_LINE


def name_problem(heading: str) -> Named | None:
    """Return the problem in a heading, where putting it back into the pattern gives the same heading."""
    quoted = _QUOTED.fullmatch(heading)
    if quoted is not None and not set("“”") & set(quoted[2]):
        return _named(quoted[1] + "“", quoted[2], "”" + quoted[3])
    matches = (match for pattern in _PLAIN if (match := pattern.fullmatch(heading)))
    return next((_named(*match.groups()) for match in matches), None)


def _first_stop(text: str) -> int | None:
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
    if _PROBLEM_LABEL.fullmatch(head[: max(colon, 0)]):
        return None
    if _SHORTEST_BEFORE_COLON <= colon <= _LONGEST and _BEFORE_COLON.search(head[:colon]):
        return colon
    return None
