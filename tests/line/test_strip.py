"""A strip finds the spans of a line without looking at those of all other lines."""

import pytest

from bulletin_gen.line.strip import Strip
from bulletin_gen.spans import Deleted, Inserted, Pending, Plain, Stretch


def strip(*spans: Stretch) -> Strip:
    return Strip("", [], None, [], [], [], [], [], spans)  # type: ignore[arg-type]


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
