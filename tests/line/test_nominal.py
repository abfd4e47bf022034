"""Usual glyphs: the lines of a text told by counting, as they are when each glyph is measured."""

import pytest

from bulletin_gen.engine import LIBREOFFICE, WORD
from bulletin_gen.line.glyphs import GlyphTable
from bulletin_gen.line.nominal import NominalGlyphs, NominalMetrics, Ruler, fillable, ruler
from bulletin_gen.line.strip import Spacing, Strip, measure_strip
from bulletin_gen.placing.running import KnownMetrics
from bulletin_gen.style import FaceRole

TIGHT = Spacing(16.0, -0.25, WORD)
LATIN_APART = NominalGlyphs(KnownMetrics("Times New Roman"), FaceRole.FANGSONG)
ALL_IN_ONE = NominalGlyphs(NominalMetrics(), FaceRole.HEITI, FaceRole.HEITI)
PIECES = (
    "县水务局党组",
    "召开会议27次、核查344个项目，占27.8%。",
    "“三会一课”——每月1次……",
    "mg/L与PM2.5·×①é",
    "见 https://www.qingxi.gov.cn/a?b=1 一文  ",
    "WWWWiiii",
)


@pytest.mark.parametrize("spacing", [TIGHT, Spacing(16.0, 0.0, WORD), Spacing(22.0, 1.5, WORD)])
@pytest.mark.parametrize("texts", [PIECES, PIECES[::-1], ("",), ("甲",), ("W",)])
def test_as_many_glyphs_fit_as_when_each_is_measured(texts: tuple[str, ...], spacing: Spacing) -> None:
    glyphs: list[tuple[GlyphTable, str]] = [(LATIN_APART, "".join(texts)), (ALL_IN_ONE, "".join(texts))]
    counted, measured = ruler(glyphs, spacing), measure_strip(glyphs, spacing)

    assert counted.text == measured.text
    for start in range(len(measured.text)):
        for measure in (0.0, 5.0, 15.99, 16.0, 31.75, 100.0, 442.0, 10_000.0):
            assert counted.count_that_fits(start, measure) == measured.count_that_fits(start, measure)


def test_one_more_glyph_fits_just_where_its_right_edge_does() -> None:
    counted = ruler([(LATIN_APART, "甲乙丙")], TIGHT)

    assert counted.count_that_fits(0, 3 * 16.0 - 2 * 0.25) == 3
    assert counted.count_that_fits(0, 3 * 16.0 - 2 * 0.25 - 0.01) == 2


def test_only_where_nothing_stands_between_scripts_and_glyphs_go_on_is_it_enough_to_count() -> None:
    texts: list[tuple[GlyphTable, str]] = [(LATIN_APART, "核查27次")]

    assert isinstance(fillable(texts, TIGHT), Ruler)
    assert isinstance(fillable(texts, Spacing(16.0, -0.25, LIBREOFFICE)), Strip)
    assert isinstance(fillable(texts, Spacing(16.0, -16.0, WORD)), Strip)


def test_no_usual_glyph_is_narrower_than_what_tracking_may_take() -> None:
    widths = [LATIN_APART[chr(code)].advance for code in range(0x20, 0x250)]

    assert min(widths) == 180
