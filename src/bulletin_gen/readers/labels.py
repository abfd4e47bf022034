"""Labels as printed: 一、（一）㈠ 1. 1、（1）⑴ ① 一是 第一，."""

import re
from dataclasses import dataclass

from bulletin_gen.readers.lines import fold
from bulletin_gen.text.numerals import LAYER, Label, say_label

_HAN = "[一二三四五六七八九十百千零]{1,7}"
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_RANGES = ((0x3220, 1, 10), (0x2474, 1, 20), (0x2460, 1, 20), (0x3251, 21, 35), (0x32B1, 36, 50))
_SIGNS = {chr(first + index): low + index for first, low, high in _RANGES for index in range(high - low + 1)}

# What follows keeps 一、二期, 3.5 and 1、2号 from being taken for labels; 1.2024年 is one.
_FORMS = (
    (Label.PROBLEM, re.compile(r"问题(\d{1,3})[：:]")),
    (Label.HAN_PROBLEM, re.compile(f"问题({_HAN})[：:]")),
    (Label.HAN, re.compile(f"({_HAN})、(?![一二三四五六七八九十]+[级期类线层批轮号])")),
    (Label.HAN_BRACKETS, re.compile(f"（({_HAN})）")),
    (Label.HAN_ENCLOSED, re.compile("([㈠-㈩])")),
    (Label.DOT, re.compile(r"(\d{1,3})[.．](?=[^\d.．]|\d{4}年|$)")),
    (Label.COMMA, re.compile(r"(\d{1,3})、(?=\D|\d{4}年|$)")),
    (Label.BRACKETS, re.compile(r"（(\d{1,3})）")),
    (Label.HALF_BRACKETS, re.compile(r"(\d{1,3})[）)]")),
    (Label.ENCLOSED, re.compile("([⑴-⒇])")),
    (Label.CIRCLE, re.compile("([①-⑳㉑-㉟㊱-㊿])")),
)
_LISTED = (
    (Label.FIRSTLY, re.compile(f"({_HAN})是")),
    (Label.FIRST, re.compile(f"第({_HAN})[，,]")),
    *((label, pattern) for label, pattern in _FORMS if label in (Label.BRACKETS, Label.ENCLOSED, Label.CIRCLE)),
)


@dataclass(frozen=True)
class Marked:
    """A text that begins with a label: its form, its number, and the rest."""

    label: Label
    number: int
    rest: str


def read_label(text: str) -> Marked | None:
    """Return the label of a heading that a text begins with, or None.

    A label counts only when saying it again gives what is printed: 01. is none.
    """
    return _first(text, _FORMS)


def read_listed(text: str) -> Marked | None:
    """Return the label of a measure (一是, 第一，, （1）, ⑴, ①) that a text begins with, or None."""
    return _first(text, _LISTED)


def layer(label: Label) -> int:
    """Return the layer that a form belongs to, from 1; an unlabelled heading lies below them all."""
    return LAYER.get(label, len(LAYER))


def _first(text: str, forms: tuple[tuple[Label, re.Pattern[str]], ...]) -> Marked | None:
    for label, pattern in forms:
        match = pattern.match(text)
        if match is not None:
            number = _number(match[1])
            if number and _says(label, number, match[0]):
                return Marked(label, number, text[match.end() :].lstrip())
    return None


def _says(label: Label, number: int, printed: str) -> bool:
    try:
        return fold(say_label(label, number)) == fold(printed)
    except ValueError:
        return False


def _number(text: str) -> int:
    if text in _SIGNS:
        return _SIGNS[text]
    if text.isascii():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = _VALUES[char]
    return total + digit
