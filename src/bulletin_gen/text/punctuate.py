"""Half-width marks beside Chinese become full-width; stray spaces go; Latin text, numbers and addresses stay.

Source: GB/T 15834-2011 §4 (full-width marks in Chinese), GB/T 15835-2011 §5.1.7 (half-width digits).
"""

import re
from collections.abc import Callable

from bulletin_gen.text.chars import CLOSING, OPENING, STOPS, is_han
from bulletin_gen.text.regex import Regex

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_BRACKETS = {"(": "（", ")": "）"}
_WIDE_MARKS = OPENING | CLOSING | STOPS | frozenset("—…")
_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FULL_WIDTH = Regex("[０-９Ａ-Ｚａ-ｚ]")  # what `_NARROW` is of
_SPACES = " \t\u00a0\u2002\u2003\u2009\u3000"
_SPACE = Regex(f"[{_SPACES}]+")

_WORD = r"[A-Za-z0-9._%+-]"
_LABEL = r"[A-Za-z0-9-]"

# E-mail and web addresses, clock times, numbers with thousands: their marks are not punctuation. Each is looked for
# where a run of `_WORD` begins, and one that is none of them is passed whole (the last line): linear in the text.
_KEPT = Regex(
    r"(?=[A-Za-z._%+\d-])"  # else all that follows would be tried at each character
    rf"(?P<kept>{_WORD}+://[!-~]*[A-Za-z0-9/#=&_~-]"  # https://www.qingxi.gov.cn/a?b=1,2
    rf"|{_WORD}+@{_LABEL}+(?:\.{_LABEL}+)+"  # jiwei@qingxi.gov.cn
    rf"|{_WORD}*{_LABEL}\.{_LABEL}+(?:/[!-~]*)?"  # www.qingxi.gov.cn/a,b; 3.5
    r"|\d{1,2}(?::\d{2}){1,2}"  # 8:30
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?)"  # 1,234.5
    rf"|{_WORD}+"
)
_RUN = Regex(r"[!-~\d]+")  # what `_KEPT` matches lies within one
_NO_STOP = r"(?<![0-9A-Za-z]\.)"  # the dot of 3.5 is no full stop
_CANDIDATE = Regex(f"[,;:?!.()\"'{_SPACES}]{_NO_STOP}")
_UNSETTLED = Regex(f"[,;:?!.()\"'{_SPACES}０-９Ａ-Ｚａ-ｚ]{_NO_STOP}")  # one of which is in every text that changes
_MARK = Regex(r"[,;:?!.()]")
_PAIR = Regex(r"\(([^()]*)\)")  # of (a(b)) the inner one
_MOST_ROUNDS = 50  # each widens what the one before made Chinese: brackets in brackets, of letters alone


def punctuate(text: str) -> str:
    """Return `text` with Chinese punctuation: the same words, other widths. Idempotent.

    Marks inside e-mail and web addresses, times and numbers stay, as do those between Latin words. Straight
    quotes become pairs where a paragraph holds an even number of them and Chinese beside one.
    """
    if not _UNSETTLED.search(text):
        return text
    return "\n".join(_paragraph(line) for line in text.split("\n"))


def widened(text: str) -> str:
    """Return one paragraph with Chinese punctuation, as `punctuate` does, but with its spaces: of the same length."""
    if not _UNSETTLED.search(text):
        return text
    return _settled(_narrowed(text), lambda widened: widened)


def _paragraph(text: str) -> str:
    return _settled(_narrowed(text), _without_spaces)


def _narrowed(text: str) -> str:
    """Return a text with its full-width digits and letters half-width."""
    return text.translate(_NARROW) if _FULL_WIDTH.search(text) else text


def _settled(text: str, finish: Callable[[str], str]) -> str:
    """Return one paragraph, punctuated until nothing more changes: a widened mark is Chinese to its neighbours.

    Brackets within more than fifty others, none of them beside Chinese, are left as they are.
    """
    if not _CANDIDATE.search(text):
        return text
    for _ in range(_MOST_ROUNDS):
        changed = finish(_quotes(_widen_marks(_widen_pairs(text))))
        if changed == text:
            break
        text = changed
    return text


def _widen_marks(text: str) -> str:
    if not _MARK.search(text):
        return text
    kept = _kept_marks(text)
    marks = [match.start() for match in _MARK.finditer(text) if match.start() not in kept]
    if not marks:
        return text
    chars = list(text)
    for index in (*marks, *reversed(marks)):
        if chars[index] in _FULL and _is_chinese_mark(chars, index):
            chars[index] = _FULL[chars[index]]
        elif chars[index] in _BRACKETS and _touches_chinese(chars, index):
            chars[index] = _BRACKETS[chars[index]]
    return "".join(chars)


def _kept_marks(text: str) -> set[int]:
    """Return where marks stand that are part of an address, a time or a number."""
    runs = (run.span() for run in _RUN.finditer(text) if _MARK.search(run[0]))
    kept = (match for run in runs for match in _KEPT.finditer(text, *run) if match["kept"])
    return {mark.start() for match in kept for mark in _MARK.finditer(text, *match.span())}


def _widen_pairs(text: str) -> str:
    """Return `text` with each innermost pair of brackets full-width that stands beside or around Chinese."""
    if "(" not in text:
        return text
    chars = list(text)
    pairs = [(match.start(), match.end() - 1) for match in _PAIR.finditer(text)]
    for start, end in (*pairs, *reversed(pairs)):
        around = (*chars[max(start - 1, 0) : start], *chars[start + 1 : end], *chars[end + 1 : end + 2])
        if any(map(_is_chinese, around)):
            chars[start], chars[end] = _BRACKETS["("], _BRACKETS[")"]
    return "".join(chars)


def _is_chinese_mark(chars: list[str], index: int) -> bool:
    if chars[index] == ".":  # a full stop ends Chinese text; a dot after it (第1条.2) is a number's
        before, after = _neighbour(chars, index, -1), _neighbour(chars, index, 1)
        return (_is_chinese(before) or before == "%") and (not after or _is_chinese(after))
    ends_paragraph = not _neighbour(chars, index, 1) and any(map(is_han, chars))
    return ends_paragraph or _touches_chinese(chars, index)


def _touches_chinese(chars: list[str], index: int) -> bool:
    return any(_is_chinese(_neighbour(chars, index, step)) for step in (-1, 1))


def _neighbour(chars: list[str], index: int, step: int) -> str:
    """Return the nearest character before (-1) or after (1) that is no space, or nothing."""
    index += step
    while 0 <= index < len(chars) and chars[index] in _SPACES:
        index += step
    return chars[index] if 0 <= index < len(chars) else ""


def _is_chinese(char: str) -> bool:
    return bool(char) and (is_han(char) or char in _WIDE_MARKS)


def _quotes(text: str) -> str:
    for straight, pair in (('"', "“”"), ("'", "‘’")):
        if straight not in text:
            continue
        chars = list(text)
        places = [index for index, char in enumerate(chars) if char == straight]
        if len(places) % 2 == 0 and any(_touches_chinese(chars, index) for index in places):
            for order, index in enumerate(places):
                chars[index] = pair[order % 2]
            text = "".join(chars)
    return text


def _without_spaces(text: str) -> str:
    """Return `text` without the spaces beside Chinese: the layout sets the gap between scripts."""

    def close(match: re.Match[str]) -> str:
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        return "" if not before or not after or _is_chinese(before) or _is_chinese(after) else " "

    return _SPACE.sub(close, text)
