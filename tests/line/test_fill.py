"""How lines are filled and their glyphs placed."""

from dataclasses import dataclass, replace

import pytest

from bulletin_gen.engine import LIBREOFFICE, WORD
from bulletin_gen.line.fill import Slice, fill, set_line
from bulletin_gen.line.glyphs import GlyphTable
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.line.strip import Spacing, Strip, measure_strip
from bulletin_gen.pages import Run
from bulletin_gen.style import FaceRole

SIZE = 10.0
NO_GAP = replace(LIBREOFFICE, script_gap_em=0.0)
PLAIN = Spacing(SIZE, 0.0, NO_GAP)


def strip_of(text: str, spacing: Spacing = PLAIN) -> Strip:
    return measure_strip([(GlyphTable(NominalMetrics(), FaceRole.FANGSONG), text)], spacing)


def filled(text: str, cells: float, first: float | None = None) -> list[str]:
    room = cells * SIZE
    lines = fill(strip_of(text), room if first is None else first * SIZE, room)
    return [text[line.start : line.end] for line in lines]


def whole(text: str, spacing: Spacing = PLAIN, measure: float | None = None) -> tuple[Run, ...]:
    return set_line(strip_of(text, spacing), Slice(0, len(text)), 0.0, measure)[0]


@dataclass(frozen=True)
class Placed:
    char: str
    x: float


def placed(runs: tuple[Run, ...]) -> list[Placed]:
    """Return where each glyph of a line stands, as the contract of Run tells."""
    found = []
    for run in runs:
        x = run.x
        for char in run.text:
            found.append(Placed(char, round(x, 6)))
            x += NominalMetrics().advance(run.role, char) * run.size / 1000 + run.spacing
    return found


def places(text: str, spacing: Spacing = PLAIN, measure: float | None = None) -> list[float]:
    return [glyph.x for glyph in placed(whole(text, spacing, measure))]


def test_lines_take_as_many_characters_as_fit() -> None:
    assert filled("一二三四五六七", 3) == ["一二三", "四五六", "七"]


def test_a_line_ends_after_the_slash_of_an_address_where_one_character_more_has_room() -> None:
    """As LibreOffice has it; the first line takes six characters up to the slash, half a one each letter."""
    assert filled("址页https://a.cn/bc", 6.5) == ["址页https://", "a.cn/bc"]
    assert filled("址页https://a.cn/bc", 6) == ["址页", "https://", "a.cn/bc"]


def test_what_is_narrower_than_a_slash_takes_it_all_the_same() -> None:
    assert filled("a/b", 0.5) == ["a", "/", "b"]


def test_the_first_line_may_have_less_room() -> None:
    assert filled("一二三四五六七", 3, first=1) == ["一", "二三四", "五六七"]


def test_lines_that_are_known_stand_and_the_others_follow_them() -> None:
    known = [Slice(0, 2), Slice(2, 3)]

    assert fill(strip_of("一二三四五六七"), 3 * SIZE, 3 * SIZE, known) == [*known, Slice(3, 6), Slice(6, 7)]


def test_digits_take_half_the_room() -> None:
    assert filled("有12个34项", 3) == ["有12个", "34项"]


def test_a_mark_that_may_not_begin_a_line_takes_a_character_down_with_it() -> None:
    assert filled("一二三，四五", 3) == ["一二", "三，四", "五"]


def test_two_such_marks_take_one_character_down() -> None:
    assert filled("一二三》，四", 3) == ["一二", "三》，", "四"]


def test_a_mark_that_may_not_end_a_line_moves_down() -> None:
    assert filled("一二《三四》", 3) == ["一二", "《三", "四》"]


def test_a_line_holds_at_least_one_character_however_narrow() -> None:
    assert filled("一，，二", 0.5) == ["一", "，", "，", "二"]


def test_marks_alone_are_cut_at_the_measure() -> None:
    assert filled("，，，，，", 2) == ["，，", "，，", "，"]


def test_a_word_wider_than_a_line_is_cut_at_the_measure() -> None:
    assert filled("见abcdefghij", 2) == ["见", "abcd", "efgh", "ij"]


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    assert filled("abcd   ef", 2) == ["abcd   ", "ef"]


def test_empty_text_is_one_empty_line() -> None:
    assert filled("", 3) == [""]


def test_a_line_set_plain_stands_at_its_advances() -> None:
    assert places("一2三") == [0.0, 10.0, 15.0]


def test_tracking_follows_every_glyph_of_one_face() -> None:
    assert places("一二三", Spacing(SIZE, -1.0, NO_GAP)) == [0.0, 9.0, 18.0]


def test_the_line_ends_at_its_last_glyph_without_tracking() -> None:
    (run,) = whole("一二三", Spacing(SIZE, -1.0, NO_GAP))

    assert run.width == 28.0


def test_a_gap_without_tracking_stands_between_han_and_digits() -> None:
    assert places("一2三", Spacing(SIZE, -1.0, LIBREOFFICE)) == [0.0, 12.0, 19.0]


def test_tracking_that_widens_stands_between_han_and_digits_too() -> None:
    assert places("一2三", Spacing(SIZE, 1.0, LIBREOFFICE)) == [0.0, 13.0, 21.0]
    assert places("，2三", Spacing(SIZE, 1.0, NO_GAP)) == [0.0, 11.0, 17.0]


def test_in_word_tracking_follows_every_glyph_and_there_is_no_gap() -> None:
    assert places("一2三", Spacing(SIZE, -1.0, WORD)) == [0.0, 9.0, 13.0]
    assert places("，2%三", Spacing(SIZE, -1.0, WORD)) == [0.0, 9.0, 13.0, 17.0]


def test_no_gap_stands_beside_a_mark() -> None:
    assert places("，2%三", Spacing(SIZE, -1.0, LIBREOFFICE)) == [0.0, 10.0, 14.0, 19.0]


def test_a_circled_number_is_a_letter_of_the_script_before_it() -> None:
    assert places("①三", Spacing(SIZE, 0.0, LIBREOFFICE)) == [0.0, 10.0]
    assert places("三①2", Spacing(SIZE, 0.0, LIBREOFFICE)) == [0.0, 10.0, 22.0]
    assert places("2①三", Spacing(SIZE, 0.0, LIBREOFFICE)) == [0.0, 5.0, 17.0]


def test_a_justified_line_ends_at_the_measure() -> None:
    (run,) = whole("一二三", measure=36.0)

    assert (run.x, run.x + run.width) == (0.0, 36.0)
    assert run.spacing == 3.0


def test_the_width_to_spare_is_spread_evenly_but_not_inside_numbers() -> None:
    assert places("一23四五", measure=46.0) == [0.0, 12.0, 17.0, 24.0, 36.0]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_pair_of_dashes_is_not_spread(pair: str) -> None:
    assert places(f"一{pair}四", measure=46.0) == [0.0, 13.0, 23.0, 36.0]


def test_a_latin_line_is_spread_between_its_words() -> None:
    assert places("ab c d", measure=34.0) == [0.0, 5.0, 10.0, 17.0, 22.0, 29.0]


def test_spaces_at_the_end_stay_in_the_text_and_out_of_the_width() -> None:
    runs = whole("一二  ", measure=25.0)

    assert "".join(run.text for run in runs) == "一二  "
    assert [run.x + run.width for run in runs] == [25.0, 25.0]


def test_a_line_with_nothing_to_spread_stays_as_it_is() -> None:
    (run,) = whole("abcd", measure=25.0)

    assert (run.spacing, run.width) == (0.0, 20.0)


def test_a_line_tells_by_how_much_of_its_width_it_was_widened() -> None:
    widened, as_it_was = (set_line(strip_of("一二三四五"), Slice(0, 5), 0.0, measure) for measure in (55.0, None))

    assert (widened[1], as_it_was[1]) == (0.1, 0.0)


def test_an_empty_line_has_no_runs() -> None:
    assert whole("") == ()


def test_runs_are_cut_where_the_face_changes() -> None:
    runs = whole("整改12项")

    assert [(run.text, run.role) for run in runs] == [
        ("整改", FaceRole.FANGSONG),
        ("12", FaceRole.LATIN),
        ("项", FaceRole.FANGSONG),
    ]


def test_spaces_at_the_end_of_a_justified_line_stay_within_it() -> None:
    runs = set_line(strip_of("——1  “"), Slice(0, 5), 0.0, 60.0)[0]

    assert max(run.x + run.width for run in runs) == pytest.approx(60.0)
