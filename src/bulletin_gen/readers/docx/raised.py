"""A superscript or subscript in; the characters that say it on the line out, so that 10³ does not become 103."""

_PLAIN = "0123456789+-−=()n"
_ABOVE = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_BELOW = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ")


def on_the_line(text: str, raised: int) -> str:
    """Return a raised (1) or lowered (-1) text as plain characters: ³, or ^th where there are none of these.

    Chinese text stays as it is: it says the same wherever it stands.
    """
    if not raised or not any(char.isascii() and char.isalnum() for char in text):
        return text
    if set(text) <= set(_PLAIN):
        return text.translate(_ABOVE if raised > 0 else _BELOW)
    return f"{'^' if raised > 0 else '_'}{text}"
