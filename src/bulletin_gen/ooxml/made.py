"""How much a DOCX makes of what stands in it: paragraphs, pieces of text, formats. A few bytes may ask for millions.

Each bound is several times what the longest official document needs.
"""

from collections import Counter
from collections.abc import Callable
from enum import Enum
from typing import NoReturn


class Kind(Enum):
    """What is counted: what an author calls it, and the most that a file may have of it, all its stories together."""

    PARAGRAPH = "段落", 12_000
    PIECE = "文字块、数字和标记", 80_000
    CHARACTER = "字符", 1_000_000
    FORMAT = "不同的格式", 6_000
    STORY = "脚注、尾注、批注、页眉和页脚", 5_000
    SECTION = "节", 2_000
    LABEL = "一个自动编号里的字符", 255
    NESTING = "层层相套的图形", 8

    @property
    def called(self) -> str:
        return self.value[0]

    @property
    def most(self) -> int:
        return self.value[1]


class Made:
    """Counts; `fail` is called, and has to raise, when a file makes more than it may."""

    def __init__(self, fail: Callable[[str, int], NoReturn]) -> None:
        self._fail = fail
        self._counts: Counter[Kind] = Counter()

    def add(self, kind: Kind, count: int = 1) -> None:
        self._counts[kind] += count
        self.allow(kind, self._counts[kind])

    def allow(self, kind: Kind, count: int) -> None:
        """Fail where there are more of a kind, all together or at one place."""
        if count > kind.most:
            self._fail(kind.called, kind.most)
