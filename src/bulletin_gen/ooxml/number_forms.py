"""How Word prints the numbers of automatic lists (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from collections.abc import Callable, Mapping

from bulletin_gen.text.numerals import han_number

_HAN_DIGITS = "〇一二三四五六七八九"
_LEGAL = dict(zip("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万", strict=True))
_LEGAL_TRADITIONAL = dict(zip("零一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬", strict=True))
_ROMAN = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V"}
_ROMAN |= {4: "IV", 1: "I"}
_MOST = 30_000  # Word's own limit on list numbers is 32767
_MOST_LETTERED = 26 * 30  # ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ


def say_number(number: int, form: str) -> str | None:
    """Return a number as a list in the form `w:numFmt` prints it; None for a form that we do not know."""
    say = _FORMS.get(form)
    if say is None:
        return None
    return say(number) if 0 < number <= _MOST else str(number)


def _counted(number: int) -> str:
    """Return 一 … 九十九, and from a hundred on digit by digit."""
    return han_number(number) if number < 100 else _digit_by_digit(number)


def _digit_by_digit(number: int) -> str:
    return "".join(_HAN_DIGITS[int(digit)] for digit in str(number))


def _japanese(number: int) -> str:
    """Return 百 and 千 without the 一 that Chinese puts before them."""
    text = han_number(number).replace("零", "")
    return "".join(
        char for char, after in zip(text, f"{text[1:]} ", strict=True) if char != "一" or after not in "百千"
    )


def _legal(digits: Mapping[str, str]) -> Callable[[int], str]:
    def say(number: int) -> str:
        text = han_number(number)
        full = f"一{text}" if 10 <= number < 20 else text
        return "".join(digits[char] for char in full)

    return say


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """Return A … Z, then AA, BB …: the letter is repeated, as in Word, which begins anew after thirty of them."""
    rounds, index = divmod((number - 1) % _MOST_LETTERED, 26)
    return chr(ord("A") + index) * (rounds + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    """Return a form with a sign of its own for each of the first numbers; beyond them plain digits."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _row(first: str, length: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(length))


_SEXAGENARY = ("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥")
_CIRCLES = _one_of(_row("①", 20))
_FULL_WIDTH = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}

_FORMS: Mapping[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedParen": _one_of(_row("⑴", 20)),
    "decimalEnclosedFullstop": _one_of(_row("⒈", 20)),
    "ideographEnclosedCircle": _one_of(_row("㈠", 10)),
    "chineseCounting": _counted,
    "chineseCountingThousand": han_number,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": han_number,
    "japaneseCounting": _japanese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _legal(_LEGAL),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "ideographTraditional": _one_of(_SEXAGENARY[0]),
    "ideographZodiac": _one_of(_SEXAGENARY[1]),
    "ideographZodiacTraditional": lambda number: "".join(row[(number - 1) % len(row)] for row in _SEXAGENARY),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}
