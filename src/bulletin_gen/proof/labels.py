"""Labels of the layers as they are printed, rightly or wrongly: 一、（一）1.（1）①.

Source: GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3.
"""

import re
from dataclasses import dataclass

from bulletin_gen.text.labels import leading_label

_HAN = "[一二三四五六七八九十]{1,3}"
_LEFT, _RIGHT = "[（(]", "[）)]"
# What follows a digit's label keeps 3.5 and 1、2号 from being taken for one.
_NO_NUMBER = r"(?=\D|\d{4}年|$)"


@dataclass(frozen=True)
class Label:
    """A label: the layer that it belongs to, its number, how it is printed, and what is wrong with that (or "")."""

    level: int
    number: int
    printed: str
    fault: str = ""


@dataclass(frozen=True)
class _Form:
    """`right` is the form that the standard asks for; `loose` catches what is meant as one."""

    level: int
    example: str
    right: re.Pattern[str]
    loose: re.Pattern[str]


_FORMS = (
    _Form(1, "一、", re.compile(f"({_HAN})、"), re.compile(f"({_HAN})\\s*[、.．，,：:]")),
    _Form(
        2,
        "（一）",
        re.compile(f"（({_HAN})）(?![、，．.：:])"),
        re.compile(f"(?:{_LEFT}\\s*({_HAN})\\s*{_RIGHT}[、，．.：:]?|([㈠-㈩])[、，．.：:]?)"),
    ),
    _Form(
        3,
        "1.",
        re.compile(rf"(\d{{1,3}})\.{_NO_NUMBER}"),
        re.compile(rf"(?:(\d{{1,3}})\s*[.．、，]{_NO_NUMBER}|([⒈-⒛]))"),
    ),
    _Form(
        4,
        "（1）",
        re.compile(r"（(\d{1,3})）(?![、，．.：:])"),
        re.compile(rf"(?:{_LEFT}?\s*(\d{{1,3}})\s*{_RIGHT}[、，．.：:]?|([⑴-⒇])[、，．.：:]?)"),
    ),
    _Form(5, "①", re.compile("([①-⑳㉑-㉟㊱-㊿])(?![、，．.：:])"), re.compile("([①-⑳㉑-㉟㊱-㊿])[、，．.：:]?")),
)


def read_printed(text: str) -> Label | None:
    """Return the label that a text begins with, be its form right or wrong; None where there is none."""
    for form in _FORMS:
        loose = form.loose.match(text)
        if loose is None:
            continue
        number = _number(next(group for group in loose.groups() if group))
        if number:
            fault = "" if form.right.match(text) else f"“{loose[0]}”应为“{form.example}”的形式"
            printed = match[0] if (match := form.right.match(text)) else loose[0]
            return Label(form.level, number, printed, fault)
    return None


def example(level: int) -> str:
    """Return the form of a layer's first label."""
    return _FORMS[level - 1].example


def _number(text: str) -> int:
    if text in _DOTTED:
        return _DOTTED.index(text) + 1
    wrapped = text if not text[0].isascii() and len(text) == 1 and text not in "一二三四五六七八九十" else f"（{text}）"
    marked = leading_label(wrapped)
    return marked.number if marked else 0


_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
