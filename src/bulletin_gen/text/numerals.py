"""Chinese numbers and the labels of the layers: 一、（一）1.（1）① and 一是.

Source: GB/T 9704-2012 §7.3.3, GB/T 15834-2011 appendix B.3.
"""

from functools import cache, lru_cache

from bulletin_gen.text.choice import Choice
from bulletin_gen.text.regex import Regex

_TOO_MANY = 10**8
_DIGITS = "零一二三四五六七八九"
_HAN_ENCLOSED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_ENCLOSED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


class Label(Choice):
    """The form of a label, named by its first member."""

    HAN = "一、"
    HAN_BRACKETS = "（一）"
    HAN_ENCLOSED = "㈠"
    DOT = "1."
    COMMA = "1、"
    BRACKETS = "（1）"
    HALF_BRACKETS = "1）"
    ENCLOSED = "⑴"
    CIRCLE = "①"
    PROBLEM = "问题1："
    HAN_PROBLEM = "问题一："
    PROBLEM_DOT = "问题1."
    PROBLEM_COMMA = "问题1、"
    HAN_PROBLEM_COMMA = "问题一、"
    FIRSTLY = "一是"
    FIRST = "第一，"
    NONE = "无"


# The form of each layer in the standard.
BY_DEPTH = (Label.HAN, Label.HAN_BRACKETS, Label.DOT, Label.BRACKETS, Label.CIRCLE)
# The layer that each form belongs to, which decides the face; 一是, 第一， and 无 are no headings.
LAYER = {label: layer for layer, label in enumerate(BY_DEPTH, start=1)} | {
    Label.HAN_ENCLOSED: 2,
    Label.COMMA: 3,
    Label.HALF_BRACKETS: 4,
    Label.ENCLOSED: 4,
    Label.PROBLEM: 3,
    Label.HAN_PROBLEM: 3,
    Label.PROBLEM_DOT: 3,
    Label.PROBLEM_COMMA: 3,
    Label.HAN_PROBLEM_COMMA: 3,
}
_SIGNS = {Label.HAN_ENCLOSED: _HAN_ENCLOSED, Label.ENCLOSED: _ENCLOSED, Label.CIRCLE: _CIRCLED}


def list_label(own: Label | None, usual: Label | None, *, is_alone: bool) -> Label:
    """Return the label of what a list in the running text holds: what its author asks for, else the usual, else 一是.

    What stands alone has no label but one that was asked for: who reads 一是 looks for 二是.
    """
    return own or (Label.NONE if is_alone else usual or Label.FIRSTLY)


def han_number(number: int) -> str:
    """Return 1–99999999 as a Chinese number: 10 is 十, 21 is 二十一, 105 is 一百零五, 10010 is 一万零一十.

    Raises ValueError outside that range.
    """
    if not 0 < number < _TOO_MANY:
        raise ValueError(f"no Chinese number for {number}")
    high, low = divmod(number, 10**4)
    text = f"{_thousands(high)}万" if high else ""
    if low:
        text += ("零" if high and low < 1000 else "") + _thousands(low)
    return text.removeprefix("一") if text.startswith("一十") else text


def _thousands(number: int) -> str:
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if zero else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = bool(text) and number > 0
    return text


@lru_cache(maxsize=2**10)
def say_label(label: Label, number: int) -> str:
    """Return the label of one item, counting from 1: （三）, 7., ⑫, 三是; nothing for 无.

    Raises ValueError where the form has no such number (① ends at ㊿).
    """
    match label:
        case Label.HAN:
            return f"{han_number(number)}、"
        case Label.HAN_BRACKETS:
            return f"（{han_number(number)}）"
        case Label.DOT:
            return f"{number}."
        case Label.COMMA:
            return f"{number}、"
        case Label.BRACKETS:
            return f"（{number}）"
        case Label.HALF_BRACKETS:
            return f"{number}）"
        case Label.HAN_ENCLOSED | Label.ENCLOSED | Label.CIRCLE:
            signs = _SIGNS[label]
            if not 0 < number <= len(signs):
                raise ValueError(f"no circled number for {number} in the form {label}")
            return signs[number - 1]
        case Label.PROBLEM:
            return f"问题{number}："
        case Label.HAN_PROBLEM:
            return f"问题{han_number(number)}："
        case Label.PROBLEM_DOT:
            return f"问题{number}."
        case Label.PROBLEM_COMMA:
            return f"问题{number}、"
        case Label.HAN_PROBLEM_COMMA:
            return f"问题{han_number(number)}、"
        case Label.FIRSTLY:
            return f"{han_number(number)}是"
        case Label.FIRST:
            return f"第{han_number(number)}，"
        case Label.NONE:
            return ""


@lru_cache(maxsize=1024)
def read_label(printed: str) -> tuple[Label, int] | None:
    """Return the form and the number of a label as `say_label` says it; None for any other text, the empty one too."""
    for label in Label:
        before, sign, after = _parted(label)
        if not printed.startswith(before) or not printed.endswith(after):
            continue
        number = _number(printed.removeprefix(before).removesuffix(after), sign)
        if 0 < number < _TOO_MANY and say_label(label, number) == printed:
            return label, number
    return None


def label_around(label: Label) -> tuple[str, str]:
    """Return what the form of a label puts before and after its number: 问题1： is 问题 and ：."""
    before, _, after = _parted(label)
    return before, after


@cache
def _parted(label: Label) -> tuple[str, str, str]:
    """Return the form's first label as what stands before its number, the number, and what stands after it."""
    before, sign, after = _FIRST_NUMBER.split(label.value) if label is not Label.NONE else ("", "", "")
    return before, sign, after


_FIRST_NUMBER = Regex("([一1①⑴㈠])")


def _number(text: str, sign: str) -> int:
    """Return the number written like `sign`, the form's own 1; 0 where the text is none."""
    if sign == "一":
        return han_value(text)
    if sign == "1":
        return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(_TOO_MANY)) else 0
    signs = next((row for row in _SIGNS.values() if row[0] == sign), "")
    return signs.find(text) + 1 if len(text) == 1 else 0


def whole_number(text: str) -> int:
    """Return the number that digits say, Chinese or not; 0 where they say none."""
    return int(text) if text.isdecimal() else han_value(text)


def han_value(text: str) -> int:
    """Return the number that Chinese digits say, 两 being 二; 0 where they say none."""
    high, ten_thousands, low = text.rpartition("万")
    if ten_thousands:
        return han_value(high) * 10**4 + han_value(low)
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        elif (digit := _DIGITS.find("二" if char == "两" else char)) < 0:
            return 0
    return total + digit


_UNITS = {"十": 10, "百": 100, "千": 1000}
