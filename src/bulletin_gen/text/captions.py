"""The name that stands above a table: 表1 各村清理垃圾情况."""

from bulletin_gen.text.regex import Regex

_CAPTION = Regex(r"表\s?\d{1,3}(?:[-－]\d{1,3})?[：:]?[^\d.。；，：！？][^。；！？]{0,60}")


def is_caption(text: str) -> bool:
    """Does a line name a table by its number? Not a sentence on one: 表1列出了各村情况。"""
    return _CAPTION.fullmatch(text) is not None
