"""Characters that look like others or cannot be seen: what stands in texts copied out of PDFs and web pages."""

import re
import unicodedata

# Radicals that NFKC leaves as they are, U+2E80 to U+2EF3, and the characters that they stand for.
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺕⺝⺩⺶⻃",
        "母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀彐月王羊西",
        strict=True,
    )
)
LOOK_ALIKE = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff]")  # ⼀, ⻓; not 一
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]")  # a zero-width space
HARD_SPACE = re.compile("[\u00a0\u2007\u202f]")
PRIVATE = re.compile("[\ue000-\uf8ff]")


def without_look_alikes(text: str) -> str:
    """Return a text with the characters that it seems to hold: 一 for the radical ⼀."""
    return LOOK_ALIKE.sub(meant, text)


def meant(match: re.Match[str]) -> str:
    """Return the character that a look-alike stands for."""
    return _RADICALS.get(match[0]) or unicodedata.normalize("NFKC", match[0])
