"""A strip finds the spans of a line without looking at those of all other lines; measuring it asks only at seams."""

import pytest

from bulletin_gen.engine import WORD
from bulletin_gen.line.glyphs import glyph_table
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.line.strip import Spacing, Strip, measure_strip
from bulletin_gen.spans import Deleted, Inserted, Pending, Plain, Stretch
from bulletin_gen.style import FaceRole
from calls import calls


def strip(*spans: Stretch) -> Strip:
    return Strip("", [], None, [], [], [], [], [], [], spans)  # type: ignore[arg-type]


OUTER = Stretch(2, 9, Inserted((Plain("甲乙丙丁戊己庚"),), "张三"))
INNER = Stretch(3, 5, Deleted((Plain("乙丙"),), "李四"))
LATER = Stretch(9, 12, Pending("【待补】"))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 2, []),
        (0, 3, [OUTER]),
        (4, 6, [OUTER, INNER]),
        (5, 9, [OUTER]),
        (8, 10, [OUTER, LATER]),
        (9, 12, [LATER]),
        (12, 20, []),
        (0, 20, [OUTER, INNER, LATER]),
    ],
)
def test_the_spans_of_a_line_are_those_that_reach_into_it(start: int, end: int, found: list[Stretch]) -> None:
    assert strip(OUTER, INNER, LATER).spans_in(start, end) == found


def measuring(text: str) -> int:
    """Return how many calls it takes to measure a text whose glyphs are known."""
    table = glyph_table(NominalMetrics(), FaceRole.FANGSONG, FaceRole.LATIN, bold=False)
    glyphs = [table[char] for char in text]
    measure_strip(glyphs, Spacing(16.0, -0.25, WORD))  # what is written at the first use goes uncounted
    return calls(lambda: measure_strip(glyphs, Spacing(16.0, -0.25, WORD)))


def test_han_characters_are_measured_without_a_call_for_each() -> None:
    assert measuring("整改落实" * 100) == measuring("整改落实" * 10)


def test_marks_and_digits_take_a_few_calls_for_each() -> None:
    assert measuring("整改落实，完成12项。" * 100) <= 25 * 100
