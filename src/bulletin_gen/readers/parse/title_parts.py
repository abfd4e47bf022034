"""A printed title in; what a generated one is made of out."""

import re
from dataclasses import dataclass

# 某局关于十二届市委第三轮巡察整改情况的通报; not 关于整改情况的通报
_TITLE = re.compile("(?P<issuer>.+?)关于(?P<round>(?:.{0,12}[届次].{0,20}轮)?)(?P<subject>.+?)的通报")
_PREFIX = re.compile("^【[^】]*】")  # 【巡察整改】某局关于…
_NO_NAME = re.compile("[，。：]")  # 真改实改，某局


@dataclass(frozen=True)
class TitleParts:
    """What a generated title is made of."""

    issuer: str
    round: str
    subject: str


def take_title_apart(title: str) -> TitleParts | None:
    """Return the parts of a usual title (某某关于…情况的通报), None for any other."""
    match = _TITLE.fullmatch(title)
    return TitleParts(match["issuer"], match["round"], match["subject"]) if match else None


def issuer_in_title(title: str) -> str:
    """Return the name before 关于, or nothing."""
    name, about, _ = _PREFIX.sub("", title).partition("关于")
    return name if about and 2 <= len(name) <= 60 and not _NO_NAME.search(name) else ""
