"""How a piece of the author's input is shown inside a message: short, on one line, harmless to a terminal."""

from bulletin_gen.text.chars import is_control

_LIMIT = 30
_LONGEST_QUOTED = 40
_LONGEST_MESSAGE = 300


def shown(text: str) -> str:
    """Return the text cut to some thirty characters, control characters spelt out as U+001B."""
    return _visible(text if len(text) <= _LIMIT else f"{text[: _LIMIT - 1]}…")


def cut_short(text: str, most: int = _LONGEST_QUOTED) -> str:
    """Return what of a line or a paragraph is enough to know it by in a report, on one line."""
    line = _visible(text)
    return line if len(line) <= most else f"{line[:most]}……"


def safe_message(message: str) -> str:
    """Return a message that may quote the input: one line, cut to some hundred characters."""
    return _visible(message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…")


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(_spell(char) for char in text)


def _spell(char: str) -> str:
    if char in "\n\r\t\u2028\u2029":
        return " "
    return f"U+{ord(char):04X}" if is_control(char) else char
