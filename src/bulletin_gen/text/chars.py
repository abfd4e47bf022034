"""Classes of characters: which may not begin or end a line, which are wide, which belong to Latin runs.

Source: GB/T 15834-2011 §5.1; W3C CLREQ, prohibition rules for line start and line end, GB level.
"""

from itertools import cycle

from bulletin_gen.text.regex import Regex

OPENING = frozenset("“‘（〔【《〈［｛「『〖")
CLOSING = frozenset("”’）〕】》〉］｝」』〗")
STOPS = frozenset("。．，、；：？！‼⁇⁈⁉")
CONNECTORS = frozenset("-‐－–～·‧・")
DIVIDERS = frozenset("/／")
DASHES = frozenset("—⸺…⋯")  # set in pairs that must not be parted
UNITS_AFTER = frozenset("％%‰℃°′″")  # not in the standard: a sign that belongs to the number before it
SIGNS_BEFORE = frozenset("￥¥＄$№±")  # not in the standard: a sign that belongs to the number after it

NOT_AT_START = STOPS | CLOSING | CONNECTORS | DIVIDERS | UNITS_AFTER | frozenset(",.;:!?)]}")
NOT_AT_END = OPENING | DIVIDERS | SIGNS_BEFORE | frozenset("([{")

# Marks that East Asian text draws one em wide though Unicode calls their width ambiguous.
AMBIGUOUS_WIDE = frozenset("“”‘’—…·×①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

# What `is_latin` is true of, but for the space: to stand between the brackets of a pattern.
LATIN = r"\x21-\x7e\xa1-\xa6\xa8-\xaf\xb2-\xb6\xb8-\xd6\xd8-\xf6\xf8-\u024f"
_ONE_SCRIPT = Regex(f"[ {LATIN}]+|[^ {LATIN}]+")


def is_han(char: str) -> bool:
    """Is it a Chinese character (unified ideographs with all extensions, 〇, compatibility ideographs)?"""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or code == 0x3007
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
    )


def is_latin(char: str) -> bool:
    """Is it set in the Latin face: ASCII, and the letters and signs that no Chinese face should draw?

    Quotes, dashes, the ellipsis and the middle dot are not: beside Chinese they are Chinese marks.
    """
    code = ord(char)
    return 0x20 <= code < 0x7F or (0xA1 <= code <= 0x24F and char not in "·×÷§°±")


def is_lone(line: str) -> bool:
    """Does a line hold one character alone (孤字), with or without marks?"""
    letters = filter(str.isalnum, line)
    return not (any(letters) and any(letters))  # the second one goes on where the first one stood


def is_control(char: str) -> bool:
    """Is it a character that no text file, DOCX or PDF may hold? Tab and line end are not meant."""
    code = ord(char)
    return (
        (code < 0x20 and char not in "\t\n\r")
        or 0x7F <= code <= 0x9F
        or 0xD800 <= code <= 0xDFFF
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
    )


def script_runs(text: str) -> list[tuple[bool, str]]:
    """Return the text cut into runs of one script: (is Latin, run). Spaces between Latin words stay inside."""
    is_first_latin = bool(text) and is_latin(text[0])
    return list(zip(cycle((is_first_latin, not is_first_latin)), _ONE_SCRIPT.findall(text), strict=False))
