"""Is it set in the general format, or in one of the three special ones of section 10? Each has clauses of its own.

In: what was measured. Out: the format, and which clauses of the general one it does without, and why.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Measured, Paragraph

_FLUSH_MM = 3.0
_FOOT = 0.88  # of the paper's height: the red rule at the foot of a letter stands lower


class DocumentFormat(StrEnum):
    GENERAL = "通用格式"
    LETTER = "信函格式"
    ORDER = "命令（令）格式"
    MINUTES = "纪要格式"


_ORDER_NUMBER = "命令（令）格式的令号见 S-12"
_FREE = "纪要格式可以根据实际制定（10.3），这一条不核对"
_UNTITLED = "命令（令）格式没有标题"
_HEADS = ("G-32", "G-33")
_TITLES = ("G-31", "G-34", "G-35", "G-36", "G-37")
_SIGNING = ("G-59", "G-60", "G-61", "G-62")
_WAIVED: Mapping[DocumentFormat, Mapping[str, str]] = MappingProxyType(
    {
        DocumentFormat.GENERAL: {},
        DocumentFormat.LETTER: {
            "G-23": "信函格式的标志见 S-01",
            "G-24": "信函格式只用主办机关标志，见 S-01",
            "G-25": "信函格式的发文字号见 S-03",
            "G-28": "信函格式用红色双线，见 S-02",
            "G-32": "信函格式的标题见 S-04",
            "G-33": "信函格式的标题见 S-04",
            "G-68": "信函格式的版记不加分隔线，见 S-06",
            "G-69": "信函格式的版记不加分隔线，见 S-06",
            "G-71": "信函格式不加印发机关和印发日期，见 S-06",
            "G-75": "信函格式首页不显示页码，见 S-05",
        },
        DocumentFormat.ORDER: {
            "G-23": "命令（令）格式的标志见 S-11",
            "G-25": _ORDER_NUMBER,
            "G-26": _ORDER_NUMBER,
            "G-28": "命令（令）格式没有规定红色分隔线",
            "G-45": "命令（令）格式的签名章上下空行，见 G-63",
            **dict.fromkeys((*_HEADS, *_TITLES), _UNTITLED),
            **dict.fromkeys(_SIGNING, "命令（令）格式用签名章，见 G-63"),
        },
        DocumentFormat.MINUTES: {
            "G-23": "纪要格式的标志见 S-21",
            **dict.fromkeys(("G-25", "G-26", "G-28", "G-37", *_HEADS, *_SIGNING, "G-64", "G-65", "G-66"), _FREE),
        },
    }
)


def waived(id: str, format: DocumentFormat) -> str | None:
    """Return why a format does without a clause of the general one; None where it does not."""
    return _WAIVED[format].get(id)


def format_of(measured: Measured) -> DocumentFormat:
    """Return the format that a file's head shows; one that shows none is the general one."""
    marks = ["".join(one.flat.split()) for one in measured.of(Element.ORGAN_MARK)]
    if any(mark.endswith("令") for mark in marks):
        return DocumentFormat.ORDER
    if any(mark.endswith("纪要") for mark in marks):
        return DocumentFormat.MINUTES
    is_letter = marks and not any(mark.endswith("文件") for mark in marks) and _is_letter(measured)
    return DocumentFormat.LETTER if is_letter else DocumentFormat.GENERAL


def _is_letter(measured: Measured) -> bool:
    """Has it the number at the right, or a red rule at the foot of its first page?"""
    numbers = measured.of(Element.DOCUMENT_NUMBER)
    low = _FOOT * measured.frames[0].height_mm if measured.frames else 0.0
    has_foot = any(one.is_red and one.page == 1 and (one.y_mm or 0.0) > low for one in measured.strokes)
    return has_foot or any(_is_at_right(measured, one) for one in numbers)


def _is_at_right(measured: Measured, number: Paragraph) -> bool:
    if not number.lines:
        return number.align is Align.RIGHT
    line, width = number.lines[0], measured.frames[number.frame].width_mm
    right = max((one.right_mm for paragraph in measured.of(Element.BODY) for one in paragraph.lines), default=width)
    return line.left_mm > width / 2 and right - line.right_mm < _FLUSH_MM
