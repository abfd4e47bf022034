"""Characters that copying leaves in a text: those that look like others, are not seen, or belong to one program."""

import unicodedata

from bulletin_gen.text.regex import Regex

# Radicals that NFKC leaves as they are, U+2E80 to U+2EF3, and the characters that they stand for.
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺕⺝⺩⺶⻃",
        "母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀彐月王羊西",
        strict=True,
    )
)
LOOK_ALIKE = Regex("[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff]")  # ⼀, ⻓; not 一
UNSEEN = Regex("[\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]")  # a zero-width space
HARD_SPACE = Regex("[\u00a0\u2007\u202f]")
PRIVATE = Regex("[\ue000-\uf8ff]")
ENTITY = Regex(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")  # &ldquo;
# Characters of traditional script that no simplified text holds, and those that stand for them.
SIMPLIFIED = dict(
    zip(
        "關問題黨國會學對開來時為們個這實業務應與從發檢團體縣鎮將現歡眾處產資經過進動後還沒說話長門間電總統領"
        "導書記員機構設備據點數環護責績級結織給絡維綱網緊線練組細終紀約納紅規視覺觀計訂認討讓訓議論證評詢該詳"
        "誠誤調談請講謝識譜",
        "关问题党国会学对开来时为们个这实业务应与从发检团体县镇将现欢众处产资经过进动后还没说话长门间电总统领"
        "导书记员机构设备据点数环护责绩级结织给络维纲网紧线练组细终纪约纳红规视觉观计订认讨让训议论证评询该详"
        "诚误调谈请讲谢识谱",
        strict=True,
    )
)
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
    import html

    return html.unescape(entity)
