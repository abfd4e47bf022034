"""The kinds of values that a profile may give: what an author types in, the value of a style field out, and back."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from unicodedata import normalize

from bulletin_gen.engine import LIBREOFFICE, WORD
from bulletin_gen.frozen import frozen
from bulletin_gen.style import FaceRole, PageNumberPlace
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown
from bulletin_gen.text.type_sizes import SIZES, size_name
from bulletin_gen.units import pt_to_twips, twips_to_pt

_LONGEST = 40
_QUANTITY = Regex(r"([0-9]{1,4}(?:\.[0-9]{1,3})?) ?([^0-9. ]*)")  # 30磅, 3.7 厘米; not .5磅, 1.2.3磅


class UnfitError(ValueError):
    """What was typed is no such value: the fault, and what may stand there instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Measure(Protocol):
    """How one kind of value is typed and shown: `read` gives back what `show` made. It raises UnfitError."""

    def read(self, typed: str) -> Any: ...
    def show(self, value: Any) -> str: ...


@frozen
class Quantity:
    """A number with its unit. `units` tells how many of the first one each is; `step` what it is a multiple of.

    `stored` makes the field's value of a number in the first unit, `number` goes back.
    """

    noun: str
    units: Mapping[str, float]
    low: float
    high: float
    step: float
    stored: Callable[[float], float] = float
    number: Callable[[Any], float] = float

    @property
    def unit(self) -> str:
        return next(iter(self.units))

    def read(self, typed: str) -> float:
        number = self._number(typed)
        if not self.low <= number <= self.high:
            raise UnfitError(f"“{shown(typed)}” 超出了范围", self._allowed())
        steps = number / self.step
        if abs(steps - round(steps)) > 1e-6:
            raise UnfitError(f"“{shown(typed)}” 太零碎", f"请写成 {self.step:g}{self.unit}的整数倍")
        return self.stored(number)

    def show(self, value: Any) -> str:
        return f"{round(self.number(value), 3):g}{self.unit}"

    def _number(self, typed: str) -> float:
        match = _QUANTITY.fullmatch(_plain(typed))
        if match and match[2] in self.units:
            return round(float(match[1]) * self.units[match[2]], 6)
        fault = "没有写单位" if match and not match[2] else f"不是{self.noun}"
        raise UnfitError(f"“{shown(typed)}” {fault}", self._allowed())

    def _allowed(self) -> str:
        return f"{self.noun}可写 {self.low:g}{self.unit} 至 {self.high:g}{self.unit}"


def millimetres(low: float, high: float, noun: str = "长度") -> Quantity:
    return Quantity(noun, {"毫米": 1, "mm": 1, "厘米": 10, "cm": 10}, low, high, 0.01)


def points(low: float, high: float, noun: str = "长度") -> Quantity:
    return Quantity(noun, {"磅": 1, "pt": 1}, low, high, 0.05)


def points_in_twips(low: float, high: float, noun: str) -> Quantity:
    return Quantity(noun, {"磅": 1, "pt": 1}, low, high, 0.05, pt_to_twips, twips_to_pt)


def count(unit: str, low: int, high: int, noun: str) -> Quantity:
    """Return whole things: 2字, 1行."""
    return Quantity(noun, {unit: 1, f"个{unit}": 1}, low, high, 1, int)


_DIGITS = str.maketrans("12345", "一二三四五")


@frozen
class FontSize:
    """A font size by its Chinese name (三号, 小四, 3号) or in points, of which Word knows halves."""

    low: float
    high: float

    def read(self, typed: str) -> float:
        name = _plain(typed).translate(_DIGITS)
        size = SIZES.get(name) or SIZES.get(name.removesuffix("号"))
        if size is not None:
            typed = f"{size:g}磅"
        elif name.endswith("号"):
            raise UnfitError(f"“{shown(typed)}” 不是字号", f"可用：{'、'.join(SIZES)}")
        return Quantity("字号", {"磅": 1, "pt": 1}, self.low, self.high, 0.5).read(typed)

    def show(self, value: Any) -> str:
        return size_name(value)


@frozen
class OneOf:
    """One of a few words."""

    values: Mapping[str, Any]

    def read(self, typed: str) -> Any:
        word = typed.strip()
        if word not in self.values:
            raise UnfitError(f"“{shown(typed)}” 不是可用的值", f"可用：{'、'.join(self.values)}")
        return self.values[word]

    def show(self, value: Any) -> str:
        return next((word for word, known in self.values.items() if known == value), str(value))


@frozen
class FaceKind(OneOf):
    """One of the kinds of faces; which face draws a kind is said elsewhere."""

    def read(self, typed: str) -> Any:
        try:
            return super().read(typed)
        except UnfitError as unfit:
            hint = f"{unfit.hint}；要换成某一款字体，请写在“字体”组里，如：“字体: {{仿宋: 方正仿宋_GBK}}”"
            raise UnfitError(f"“{shown(typed)}” 不是字体的种类", hint) from None


@frozen
class Words:
    """A short text on one line, such as the name of a face."""

    noun: str

    def read(self, typed: str) -> str:
        text = typed.strip()
        if not text or len(text) > _LONGEST or any(is_control(char) or char in "\n\t" for char in text):
            raise UnfitError(f"“{shown(typed)}” 不是{self.noun}", f"请写在一行里，不超过 {_LONGEST} 个字")
        return text

    def show(self, value: Any) -> str:
        return str(value)


@frozen
class NumberForm:
    """A page number shown by the example of page 1: its value is what stands before and what stands after."""

    def read(self, typed: str) -> tuple[str, str]:
        text = Words("页码样式").read(typed)
        before, one, after = text.partition("1")
        if not one or any(char.isnumeric() for char in before + after):
            raise UnfitError(f"“{shown(typed)}” 不是页码样式", "请写出第 1 页的页码，如：— 1 — 或 第1页")
        return before, after

    def show(self, value: Any) -> str:
        before, after = value
        return f"{before}1{after}"


def _plain(typed: str) -> str:
    """Return what was typed without blanks around it, in half-width characters; nothing when it is too long."""
    return normalize("NFKC", typed.strip()) if len(typed) <= _LONGEST else ""


FACE_KIND = FaceKind({role.value: role for role in FaceRole if role is not FaceRole.LATIN})
FACE_NAME = Words("字体名")
PLACE = OneOf({place.value: place for place in PageNumberPlace})
ENGINE = OneOf({"Word": WORD, "WPS": WORD, "LibreOffice": LIBREOFFICE})
YES_OR_NO = OneOf({"是": True, "否": False})
