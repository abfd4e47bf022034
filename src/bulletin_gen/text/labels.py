"""Labels as printed at the beginning of a text: 一、（一）㈠ 1. 1、（1）⑴ ① 一是 第一，."""

from collections.abc import Sequence
from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.text import numerals
from bulletin_gen.text.numerals import LAYER, Label
from bulletin_gen.text.regex import Regex

HAN_DIGIT = "[一二三四五六七八九十百千零]"
HAN = f"{HAN_DIGIT}{{1,7}}"  # 二十一
CIRCLED = "[①-⑳㉑-㉟㊱-㊿]"
_BEGINNING = Regex(rf"[问第（(\d㈠-㈩⑴-⒇]|{HAN}|{CIRCLED}")
_WIDE = str.maketrans("():,．", "（）：，.")
_Form: TypeAlias = tuple[Label, Regex]

_BRACKETS: _Form = (Label.BRACKETS, Regex(r"（(\d{1,3})）"))  # （12）; not （2024）
_ENCLOSED: _Form = (Label.ENCLOSED, Regex("([⑴-⒇])"))  # ⑷
_CIRCLE: _Form = (Label.CIRCLE, Regex(f"({CIRCLED})"))  # ㉑
_FORMS: tuple[_Form, ...] = (
    (Label.PROBLEM, Regex(r"问题(\d{1,3})[：:]")),  # 问题2：
    (Label.HAN_PROBLEM, Regex(f"问题({HAN})[：:]")),  # 问题二：
    (Label.PROBLEM_DOT, Regex(r"问题(\d{1,3})[.．](?!\d)")),  # 问题2．; not 问题2.5倍
    (Label.PROBLEM_COMMA, Regex(r"问题(\d{1,3})、(?!\d)")),  # 问题2、; not 问题2、3
    (Label.HAN_PROBLEM_COMMA, Regex(f"问题({HAN})、(?!问题)")),  # 问题二、; not 问题二、问题三
    (
        Label.HAN,
        Regex(f"({HAN})、(?![一二三四五六七八九十]+[级期类线层批轮号])"),
    ),  # 一、甲; not 一、二期厂房
    (Label.HAN_BRACKETS, Regex(f"（({HAN})）")),  # （三）; not （试行）
    (Label.HAN_ENCLOSED, Regex("([㈠-㈩])")),  # ㈢
    (Label.DOT, Regex(r"(\d{1,3})[.．](?=[^\d.．]|\d{4}年|$)")),  # 3.核查, 1.2024年以来; not 3.5万元
    (Label.COMMA, Regex(r"(\d{1,3})、(?=\D|\d{4}年|$)")),  # 2、核查; not 1、2号楼
    _BRACKETS,
    (Label.HALF_BRACKETS, Regex(r"(\d{1,3})[）)]")),  # 4）
    _ENCLOSED,
    _CIRCLE,
)
_LISTED: tuple[_Form, ...] = (
    (Label.FIRSTLY, Regex(f"({HAN})是")),  # 一是抓学习; not 这是
    (Label.FIRST, Regex(f"第({HAN})[，,]")),  # 第一，抓学习; not 第一批
    _BRACKETS,
    _ENCLOSED,
    _CIRCLE,
)


@frozen
class Marked:
    """A text that begins with a label: its form, its number, and the rest."""

    label: Label
    number: int
    rest: str


def may_be_labelled(text: str) -> bool:
    """Does a text begin as some label does? Few that have none do, and who looks for one looks no further at others."""
    return _BEGINNING.match(text) is not None


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


def still_open(forms: Sequence[Label], marked: Marked) -> int:
    """Return how many of the labelled lines that stand above one another a new label does not end.

    `forms` are theirs, the outermost first: those above its own form stay, or above the layer where it goes on
    counting.
    """
    if marked.label in forms:
        return forms.index(marked.label)
    kept = 0 if marked.label is Label.HAN else len(forms)
    while marked.number > 1 and kept and layer(forms[kept - 1]) > layer(marked.label):
        kept -= 1
    return kept


def _first(text: str, forms: tuple[_Form, ...]) -> Marked | None:
    if not may_be_labelled(text):
        return None
    for label, pattern in forms:
        match = pattern.match(text)
        if match is not None:
            read = numerals.read_label(match[0].translate(_WIDE))
            if read is not None and read[0] is label:
                return Marked(label, read[1], text[match.end() :].lstrip())
    return None
