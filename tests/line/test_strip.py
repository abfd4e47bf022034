"""A strip finds the spans of a line without looking at those of all other lines; measuring it asks only at seams."""

import pytest

from bulletin_gen.engine import LIBREOFFICE, WORD, Engine
from bulletin_gen.line.glyphs import GlyphTable
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.line.strip import Loose, Segments, Spacing, Strip, measure_strip
from bulletin_gen.spans import Deleted, Inserted, Pending, Plain, Stretch
from bulletin_gen.style import FaceRole
from calls import calls

PLAIN = Spacing(16.0, -0.25, WORD)


def strip(*spans: Stretch) -> Strip:
    return Strip("", PLAIN, Segments([0], [], [], {}), [], [0.0], spans=spans)


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


class AloneTable(GlyphTable):
    """Glyphs each of which is measured for itself."""

    def odd(self, text: str) -> set[str]:
        return set(text)


@pytest.mark.parametrize("engine", [WORD, LIBREOFFICE])
@pytest.mark.parametrize(
    "text",
    [
        "整改12项，AB c d  完成",
        "“责”①三2①——……4%（丁）",
        " 甲 乙 1 2 ",
        "12",
        "——",
        "",
        "3×4·a。a",
        "A”“中“三”1”①“二",
        "—”中12—”“三",
        "”“①①三①",
    ],
)
@pytest.mark.parametrize("latin", [FaceRole.LATIN, FaceRole.FANGSONG])
def test_what_goes_on_stands_where_it_would_stand_by_itself(text: str, engine: Engine, latin: FaceRole) -> None:
    spacing = Spacing(16.0, -0.25, engine)
    together, alone = (
        measure_strip([(table(NominalMetrics(), FaceRole.FANGSONG, latin), text)], spacing)
        for table in (GlyphTable, AloneTable)
    )

    assert len(together.segments.firsts) <= len(alone.segments.firsts) == len(text)
    assert (together.lefts, together.widths, together.runs.gives) == (alone.lefts, alone.widths, alone.runs.gives)
    assert together.runs.starts == alone.runs.starts
    assert (together.is_usual, alone.is_usual) == (True, not text)


def test_texts_of_several_roles_are_measured_as_one() -> None:
    bold = GlyphTable(NominalMetrics(), FaceRole.HEITI)
    plain = GlyphTable(NominalMetrics(), FaceRole.FANGSONG)
    strip = measure_strip([(bold, "一是"), (plain, "办结1"), (plain, "2件")], PLAIN)

    assert (strip.text, strip.full_width) == ("一是办结12件", 6 * 16.0 - 6 * 0.25)
    assert strip.runs.starts == [0, 2, 4, 6, 7]
    assert [look.role for look in strip.runs.looks] == [
        FaceRole.HEITI,
        FaceRole.FANGSONG,
        FaceRole.LATIN,
        FaceRole.FANGSONG,
    ]


def test_a_loose_stretch_is_a_run_of_its_own() -> None:
    strip = measure_strip(
        [(GlyphTable(NominalMetrics(), FaceRole.FANGSONG), "甲乙丙12丁")], PLAIN, loose=Loose(1, 5, 1.0)
    )

    assert (strip.runs.starts, strip.runs.trackings) == ([0, 1, 3, 5, 6], [-0.25, 1.0, -0.25, -0.25])
    assert [strip.count_that_follow(start, 6) for start in range(7)] == [4, 3, 2, 1, 1, 1, 0]


def measuring(text: str) -> int:
    """Return how many calls it takes to measure a text whose glyphs are known."""
    glyphs = GlyphTable(NominalMetrics(), FaceRole.FANGSONG)
    measure_strip([(glyphs, text)], PLAIN)  # what is written at the first use goes uncounted
    return calls(lambda: measure_strip([(glyphs, text)], PLAIN))


def test_han_characters_and_their_marks_are_measured_without_a_call_for_each() -> None:
    assert measuring("整改落实" * 100) == measuring("整改落实" * 10)
    assert measuring("整改“落实”。" * 100) == measuring("整改“落实”。" * 10)


def test_dashes_and_numbers_take_a_few_calls_for_each() -> None:
    assert measuring("整改落实，完成12项。" * 100) <= 18 * 100
