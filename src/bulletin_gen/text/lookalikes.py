"""Characters that copying leaves in a text: those that look like others, are not seen, or belong to one program."""

import html
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
ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")  # &ldquo;
_KNOWN_PRIVATE = {
    **dict(zip("\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue796", "，。、：；！？…", strict=True)),
    **dict(zip("\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864", "龴龵龶龷龸龹龺龻", strict=True)),
    "\ue5e5": "\u3000",  # the blank cell of older Chinese programs
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0fc": "√",
}


def ideograph(look_alike: str) -> str:
    """Return the character that a radical or a compatibility ideograph stands for."""
    return _RADICALS.get(look_alike) or unicodedata.normalize("NFKC", look_alike)


def without_look_alikes(text: str) -> str:
    """Return a text with the characters that it seems to hold: 一 for the radical ⼀."""
    return LOOK_ALIKE.sub(lambda match: ideograph(match[0]), text)


def public(private: str) -> str:
    """Return what a character of the private use area is known to mean, or itself."""
    return _KNOWN_PRIVATE.get(private, private)


def unescaped(entity: str) -> str:
    """Return the character that an entity of a web page stands for; itself where it is none."""
    return html.unescape(entity)
