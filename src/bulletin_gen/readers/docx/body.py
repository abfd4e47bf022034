"""An opened DOCX in; its body as printed out."""

from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx.printed import Printed, in_order, print_out
from bulletin_gen.text.head_forms import DOCUMENT_NUMBER
from bulletin_gen.text.regex import Regex

_SUFFIX = "文件"
_MOST_MARK_LINES = 14
_ORGAN = Regex("[\u4e00-\u9fff]{3,40}")  # 中共青溪镇委员会
_NUMBER = Regex(DOCUMENT_NUMBER.pattern)  # 青党发〔2025〕3号


def print_body(opened: WordFile) -> Printed:
    """Return the body as printed, with 文件 below the organs of a joint mark: its box may stand before them."""
    printed = print_out(in_order(opened.body.paragraphs))
    return printed.in_order(_mark_in_order(printed.texts))


def _mark_in_order(lines: list[str]) -> list[int]:
    """Return the order of the lines in which 文件 stands below the organs of a joint mark."""
    order = list(range(len(lines)))
    number = next((at for at, line in enumerate(lines[:_MOST_MARK_LINES]) if _NUMBER.match(line)), 0)
    if _SUFFIX not in lines[:number]:
        return order
    at = lines.index(_SUFFIX)
    organs = lines[at + 1 : number]
    if not organs or not all(map(_ORGAN.fullmatch, organs)):
        return order
    return [*order[:at], *order[at + 1 : number], at, *order[number:]]
