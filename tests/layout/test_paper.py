"""Whole pages, drawn: six characters wide and four rows high where nothing else is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks import Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.document import Block, Document, plain_text
from bulletin_gen.layout import lay_out
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.pages import Line, Pages
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704, FaceRole, PageNumberPlace
from bulletin_gen.text.chars import NOT_AT_END, NOT_AT_START
from bulletin_gen.units import pt_to_mm
from bulletin_gen.where import Where
from bulletin_gen.writers.sketch import sketch
from small_pages import draw, drawing, set_small, small_style


def real_pages(*blocks: Block) -> Pages:
    return lay_out(Document(Properties("", ""), blocks), GBT9704, NominalMetrics())


def own_line(text: str) -> Heading:
    return Heading(1, 0, "一、", text)


def rows_of(pages: Pages) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in pages.pages]


def test_a_paragraph_is_indented_by_two_characters() -> None:
    assert draw([Paragraph("甲乙丙丁戊己庚辛壬")]) == drawing(
        """
        === 第 1 页 ==
          1 |    甲乙丙丁
          2 |戊己庚辛壬
          3 |
          4 |
            |    — 1 —
        """
    )


def test_recipients_stand_flush_left_with_their_further_lines() -> None:
    assert rows_of(set_small([Recipients("各单位各部门各街道：")])) == [["各单位各部门", "各街道："]]


def test_a_blank_row_stands_between_title_and_text() -> None:
    drawn = draw([Title(("关于通报",)), Paragraph("甲乙")])

    assert drawn.splitlines()[1:4] == ["  1 |  关于通报", "  2 |", "  3 |    甲乙"]


def test_the_title_is_broken_by_sense_and_centred() -> None:
    drawn = draw([Title(("中共清河县委关于巡察整改情况的通报",))], columns=11)

    assert drawn.splitlines()[1:4] == ["  1 |     中共清河县委", "  2 |关于巡察整改情况的通报", "  3 |"]


def test_the_authors_own_line_ends_are_kept() -> None:
    assert rows_of(set_small([Title(("关于", "巡察的通报"))])) == [["关于", "巡察的通报"]]


def test_a_line_of_the_author_that_is_too_wide_is_broken_further() -> None:
    title = Title(("中共清河县委", "关于十三届县委第八轮巡察整改进展情况的通报"))

    assert rows_of(set_small([title], columns=20)) == [
        ["中共清河县委", "关于十三届县委第八轮巡察", "整改进展情况的通报"]
    ]


def test_a_heading_runs_in_with_its_own_face() -> None:
    pages = set_small([Heading(2, 0, "（一）", "甲乙。", "丙丁戊己")], columns=12)
    (line,) = pages.pages[0].lines

    assert [(run.text, run.role) for run in line.runs] == [
        ("（一）甲乙。", FaceRole.KAITI),
        ("丙丁戊己", FaceRole.FANGSONG),
    ]


@pytest.mark.parametrize(
    ("level", "face"),
    [(1, FaceRole.HEITI), (2, FaceRole.KAITI), (3, FaceRole.FANGSONG), (4, FaceRole.FANGSONG), (5, FaceRole.FANGSONG)],
)
def test_each_layer_has_its_face(level: int, face: FaceRole) -> None:
    assert set_small([Heading(level, 0, "", "甲")]).pages[0].lines[0].runs[0].role is face


def test_a_label_stands_before_its_paragraph() -> None:
    assert rows_of(set_small([Paragraph("甲", label="一是")])) == [["一是甲"]]


def test_an_empty_paragraph_is_a_blank_row() -> None:
    pages = set_small([Paragraph(""), Paragraph("甲")])

    assert [line.row for line in pages.pages[0].lines] == [1]


def test_a_page_is_full_to_its_last_row() -> None:
    assert rows_of(set_small([Paragraph(char) for char in "甲乙丙丁戊"])) == [["甲", "乙", "丙", "丁"], ["戊"]]


def test_a_paragraph_may_leave_one_line_at_either_side_of_a_page_end() -> None:
    pages = set_small([Paragraph("甲"), Paragraph("乙"), Paragraph("丙"), Paragraph("丁丁丁丁戊")])

    assert rows_of(pages) == [["甲", "乙", "丙", "丁丁丁丁"], ["戊"]]


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    pages = set_small([Paragraph("甲"), Paragraph("乙"), Paragraph("丙"), own_line("题"), Paragraph("丁")])

    assert rows_of(pages) == [["甲", "乙", "丙"], ["一、题", "丁"]]


def test_a_heading_of_two_lines_moves_whole() -> None:
    pages = set_small([Paragraph("甲"), Paragraph("乙"), Paragraph("丙"), own_line("题题题"), Paragraph("丁")])

    assert rows_of(pages) == [["甲", "乙", "丙"], ["一、题题", "题", "丁"]]


def test_the_headings_above_a_heading_move_with_it() -> None:
    pages = set_small([Paragraph("甲"), Paragraph("乙"), own_line("题"), Heading(2, 1, "", "目"), Paragraph("丁")])

    assert rows_of(pages) == [["甲", "乙"], ["一、题", "目", "丁"]]


def test_a_heading_with_run_in_text_may_end_a_page() -> None:
    pages = set_small([*map(Paragraph, "甲乙丙"), Heading(2, 0, "", "题。", "文"), Paragraph("丁")])

    assert rows_of(pages) == [["甲", "乙", "丙", "题。文"], ["丁"]]


def test_a_chain_longer_than_a_page_is_cut_at_its_end() -> None:
    pages = set_small([own_line(char) for char in "甲乙丙丁戊己"])

    assert rows_of(pages) == [["一、甲", "一、乙", "一、丙", "一、丁"], ["一、戊", "一、己"]]


def test_a_heading_that_ends_the_text_needs_no_follower() -> None:
    pages = set_small([*map(Paragraph, "甲乙丙"), own_line("题")])

    assert rows_of(pages) == [["甲", "乙", "丙", "一、题"]]


def test_signature_and_date_take_the_last_line_before_them_to_the_next_page() -> None:
    pages = set_small([Paragraph("甲"), Paragraph("乙乙乙乙丙"), Signature(("某局",), "某日")])

    assert rows_of(pages) == [["甲", "乙乙乙乙"], ["丙", "某局", "某日"]]


def test_a_blank_row_stands_above_the_signature() -> None:
    drawn = draw([Paragraph("甲"), Signature(("某局",), "某日")], columns=8)

    assert drawn.splitlines()[1:5] == ["  1 |    甲", "  2 |", "  3 |        某局", "  4 |            某日"]


def test_a_signature_that_fits_stays_where_it_is() -> None:
    assert len(set_small([Paragraph("甲"), Signature(("某局",), "某日")]).pages) == 1


def test_nothing_to_say_still_gives_a_page() -> None:
    assert rows_of(set_small([])) == [[]]


def test_page_numbers_stand_outside() -> None:
    """7.5: right on odd pages, left on even ones, one character in."""
    width, left = GBT9704.page.text_width_pt, GBT9704.page.text_left_pt
    first, second = real_pages(*[Paragraph("甲")] * 30).pages
    right_edge = first.footer.runs[-1].x + first.footer.runs[-1].width

    assert (first.footer.text, second.footer.text) == ("— 1 —", "— 2 —")
    assert left + width - right_edge == pytest.approx(14)
    assert second.footer.runs[0].x - left == pytest.approx(14)


def test_a_house_may_centre_its_page_numbers_and_leave_out_the_first() -> None:
    numbering = replace(GBT9704.page_number, place=PageNumberPlace.CENTRE, on_first_page=False)
    document = Document(Properties("", ""), (Paragraph("甲"),) * 30)
    first, second = lay_out(document, replace(GBT9704, page_number=numbering), NominalMetrics()).pages
    left, right = second.footer.runs[0].x, second.footer.runs[-1].x + second.footer.runs[-1].width

    assert (first.footer.text, second.footer.text) == ("", "— 2 —")
    assert left - GBT9704.page.text_left_pt == pytest.approx(
        GBT9704.page.text_left_pt + GBT9704.page.text_width_pt - right
    )


def test_the_page_number_is_in_one_face_digits_too() -> None:
    (run,) = real_pages().pages[0].footer.runs

    assert (run.role, run.size, run.spacing) == (FaceRole.SONGTI, 14, 0)


def test_the_dash_of_the_page_number_stands_seven_millimetres_below_the_text() -> None:
    footer = real_pages().pages[0].footer
    dash = footer.baseline - 0.38 * 14

    assert pt_to_mm(dash) == pytest.approx(269, abs=0.1)


def test_rows_stand_on_the_grid() -> None:
    first, *_, last = real_pages(*[Paragraph("甲")] * 22).pages[0].lines

    assert pt_to_mm(first.baseline) == pytest.approx(45.2, abs=0.05)
    assert pt_to_mm(last.baseline) == pytest.approx(259.6, abs=0.05)


def test_a_full_line_holds_28_characters_evenly_set_from_edge_to_edge() -> None:
    line = real_pages(Recipients("甲" * 60)).pages[0].lines[0]
    (run,) = line.runs

    assert len(run.text) == 28
    assert pt_to_mm(run.x) == pytest.approx(28, abs=0.05)
    assert pt_to_mm(run.x + run.width) == pytest.approx(184, abs=0.05)


def test_bookmarks_name_the_headings_at_the_tops_of_their_rows() -> None:
    pages = set_small([own_line("题"), Paragraph("甲乙丙丁" * 4), Heading(2, 1, "（一）", "目", "文")])
    outline = [(mark.text, mark.depth, mark.page, mark.y) for mark in pages.bookmarks]

    assert outline == [("一、题", 0, 0, GBT9704.page.text_top_pt), ("（一）目", 1, 1, GBT9704.page.text_top_pt)]


def test_lines_know_their_place_in_the_spec_and_where_paragraphs_start() -> None:
    place = Where("通报.yaml", 3, 1, "opening")
    lines = set_small([Paragraph("甲乙丙丁戊", where=place)]).pages[0].lines

    assert [(line.starts_paragraph, line.origin.where) for line in lines] == [(True, place), (False, place)]


def test_the_same_document_gives_the_same_pages() -> None:
    blocks = [Title(("关于通报",)), own_line("题"), Paragraph("甲乙丙2024年"), Signature(("某局",), "2024年3月5日")]

    assert set_small(blocks) == set_small(blocks)


TEXTS = st.text("甲乙丙，。、；“”《》（）—…-～/%12ab ①", max_size=60)
BLOCKS = st.lists(
    st.one_of(
        TEXTS.map(Paragraph),
        TEXTS.map(lambda text: Heading(2, 0, "（一）", text)),
        TEXTS.map(lambda text: Heading(1, 0, "一、", text, "文")),
        TEXTS.map(Recipients),
        TEXTS.map(lambda text: Title((text,))),
        TEXTS.map(lambda text: Signature((text, "某局"), "2024年3月5日")),
    ),
    max_size=6,
)


def all_lines(pages: Pages) -> list[Line]:
    return [line for page in pages.pages for line in page.lines]


@given(BLOCKS)
def test_no_text_is_lost_or_moved(blocks: Sequence[Block]) -> None:
    document = Document(Properties("", ""), tuple(blocks))
    laid = "".join(line.text for line in all_lines(set_small(blocks)))

    assert laid == plain_text(document).replace("\n", "")


@given(BLOCKS)
def test_every_line_stands_inside_the_text_area(blocks: Sequence[Block]) -> None:
    style = small_style(columns=6, rows=4)
    left, right = style.page.text_left_pt, style.page.text_left_pt + style.page.text_width_pt

    for line in all_lines(set_small(blocks)):
        assert line.row in range(4)
        assert line.runs[0].x >= left - 1e-6
        assert all(run.x + run.width <= right + 1e-6 for run in line.runs)


@given(st.text("甲乙，。、“”《》（）；", max_size=80))
def test_no_line_breaks_where_it_must_not_unless_it_can_break_nowhere(text: str) -> None:
    ends, position = [], 0
    for line in all_lines(set_small([Recipients(text)])):
        ends.append((position, position + len(line.text)))
        position += len(line.text)

    for start, end in ends[:-1]:
        if not may_break(text, end):
            assert not any(may_break(text, place) for place in range(start + 1, end))


def may_break(text: str, place: int) -> bool:
    return text[place - 1] not in NOT_AT_END and text[place] not in NOT_AT_START


def test_a_sketch_numbers_pages_and_rows() -> None:
    drawn = sketch(set_small([Paragraph("甲")] * 5), small_style(6, 4))

    assert re.findall(r"第 \d 页", drawn) == ["第 1 页", "第 2 页"]
    assert drawn.count("  4 |") == 2
