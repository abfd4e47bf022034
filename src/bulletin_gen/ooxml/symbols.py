"""Characters of symbol fonts: the usual ones as Unicode, the others not at all."""

from collections.abc import Mapping

_PRIVATE_USE = range(0xF000, 0xF100)
_SYMBOL_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": {
        **{0x6C: "●", 0x6E: "■", 0x6F: "□", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□"},
        **{0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑"},
    },
    "wingdings 2": {0x50: "√", 0x52: "☑", 0x53: "☒", 0xA3: "□"},
    "symbol": {0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "·", 0xD7: "·", 0xB9: "≠", 0xAE: "→"},
}


def symbol(code: str, font: str) -> str | None:
    """Return the character that `w:sym` stands for; `code` is its hexadecimal number. None when nobody can tell."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    known = _SYMBOL_FONTS.get(font.strip().lower())
    if known is not None:
        return known.get(number - _PRIVATE_USE.start if number in _PRIVATE_USE else number)
    return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE else None
