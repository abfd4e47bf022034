"""Labels of the layers as they are printed, rightly or wrongly: 一、（一）1.（1）①.

Source: GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3.
"""

from bulletin_gen.frozen import frozen
from bulletin_gen.text.labels import CIRCLED, HAN, leading_label
from bulletin_gen.text.regex import Regex


@frozen
class Label:
    """A label: the layer that it belongs to, its number, how it is printed, and what is wrong with that (or "")."""

    level: int
    number: int
    printed: str
    fault: str = ""


_HAN, _NUMBER = f"({HAN})", r"(\d{1,3})"
_LEFT, _RIGHT, _STRAY = "[（(]", "[）)]", "[、，．.：:]"
# What follows a digit's label keeps 3.5 and 1、2号 from being taken for one.
_NO_NUMBER = r"(?=\D|\d{4}年|$)"

# Of each layer: its first label, the form that the standard asks for, and what is meant as one, right or wrong.
_FORMS = (
    (
        "一、",
        Regex(f"{_HAN}、"),  # 十二、 一百零三、
        Regex(rf"{_HAN}\s*[、.．，,：:]"),  # 一. 二，; not 一是
    ),
    (
        "（一）",
        Regex(f"（{_HAN}）(?!{_STRAY})"),  # （一）关于; not （一）、
        Regex(rf"(?:{_LEFT}\s*{_HAN}\s*{_RIGHT}|([㈠-㈩])){_STRAY}?"),  # (一) （一）、 ㈠
    ),
    (
        "1.",
        Regex(rf"{_NUMBER}\.{_NO_NUMBER}"),  # 1.关于 2.2024年; not 3.5万元
        Regex(rf"(?:{_NUMBER}\s*[.．、，]{_NO_NUMBER}|([⒈-⒛]))"),  # 1、 3． ⒉; not 1、2号 or 2024年
    ),
    (
        "（1）",
        Regex(f"（{_NUMBER}）(?!{_STRAY})"),  # （1）制定; not （1）、
        Regex(rf"(?:{_LEFT}?\s*{_NUMBER}\s*{_RIGHT}|([⑴-⒇])){_STRAY}?"),  # (1) 3） ⑵; not （2024）
    ),
    (
        "①",
        Regex(f"({CIRCLED})(?!{_STRAY})"),  # ⑤其他; not ①、
        Regex(f"({CIRCLED}){_STRAY}?"),  # ①、
    ),
)
_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"


def read_printed(text: str) -> Label | None:
    """Return the label that a text begins with, be its form right or wrong; None where there is none."""
    for level, (example, right, loose) in enumerate(_FORMS, start=1):
        meant = loose.match(text)
        if meant is None or not (number := _number(next(group for group in meant.groups() if group))):
            continue
        if match := right.match(text):
            return Label(level, number, match[0])
        return Label(level, number, meant[0], f"“{meant[0]}”应为“{example}”的形式")
    return None


def first_label(level: int) -> str:
    """Return the form of a layer's first label."""
    return _FORMS[level - 1][0]


def _number(text: str) -> int:
    """Return the number that a label counts: 3 for 三, 3, ㈢, ⒊, ⑶ and ③; 0 for what is none, as 零 or 03."""
    if text in _DOTTED:
        return _DOTTED.index(text) + 1
    marked = leading_label(text) or leading_label(f"（{text}）")
    return marked.number if marked else 0
