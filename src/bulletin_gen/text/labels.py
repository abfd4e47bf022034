"""Labels as printed: 一、（一）㈠ 1. 1、（1）⑴ ① 一是 第一，."""

import re
from dataclasses import dataclass

from bulletin_gen.text import numerals
from bulletin_gen.text.numerals import LAYER, Label

HAN = "[一二三四五六七八九十百千零]{1,7}"  # 十二, 一百零三
CIRCLED = "[①-⑳㉑-㉟㊱-㊿]"
_WIDE = str.maketrans("():,．", "（）：，.")

# What follows keeps 一、二期, 3.5 and 1、2号 from being taken for labels; 1.2024年 is one.
_FORMS = (
    (Label.PROBLEM, re.compile(r"问题(\d{1,3})[：:]")),
    (Label.HAN_PROBLEM, re.compile(f"问题({HAN})[：:]")),
    (Label.HAN, re.compile(f"({HAN})、(?![一二三四五六七八九十]+[级期类线层批轮号])")),
    (Label.HAN_BRACKETS, re.compile(f"（({HAN})）")),
    (Label.HAN_ENCLOSED, re.compile("([㈠-㈩])")),
    (Label.DOT, re.compile(r"(\d{1,3})[.．](?=[^\d.．]|\d{4}年|$)")),
    (Label.COMMA, re.compile(r"(\d{1,3})、(?=\D|\d{4}年|$)")),
    (Label.BRACKETS, re.compile(r"（(\d{1,3})）")),
    (Label.HALF_BRACKETS, re.compile(r"(\d{1,3})[）)]")),
    (Label.ENCLOSED, re.compile("([⑴-⒇])")),
    (Label.CIRCLE, re.compile(f"({CIRCLED})")),
)
_LISTED = (
    (Label.FIRSTLY, re.compile(f"({HAN})是")),
    (Label.FIRST, re.compile(f"第({HAN})[，,]")),
    *((label, pattern) for label, pattern in _FORMS if label in (Label.BRACKETS, Label.ENCLOSED, Label.CIRCLE)),
)


@dataclass(frozen=True)
class Marked:
    """A text that begins with a label: its form, its number, and the rest."""

    label: Label
    number: int
    rest: str


def leading_label(text: str) -> Marked | None:
    """Return the label of a heading that a text begins with, or None.

    A label counts only when saying it again gives what is printed: 01. is none.
    """
    return _first(text, _FORMS)


def leading_listed(text: str) -> Marked | None:
    """Return the label of a measure (一是, 第一，, （1）, ⑴, ①) that a text begins with, or None."""
    return _first(text, _LISTED)


def layer(label: Label) -> int:
    """Return the layer that a form belongs to, from 1; an unlabelled heading lies below them all."""
    return LAYER.get(label, len(LAYER))


def _first(text: str, forms: tuple[tuple[Label, re.Pattern[str]], ...]) -> Marked | None:
    for label, pattern in forms:
        match = pattern.match(text)
        if match is not None:
            read = numerals.read_label(match[0].translate(_WIDE))
            if read is not None and read[0] is label:
                return Marked(label, read[1], text[match.end() :].lstrip())
    return None
