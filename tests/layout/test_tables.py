"""Tables, drawn and parted over pages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from blocks import AttachmentHead, Heading, Paragraph, Table
from bulletin_gen import document
from bulletin_gen.checks.pages import check_pages
from bulletin_gen.pages import Page
from bulletin_gen.spans import Text, flat
from small_pages import draw, drawing, set_small, small_style


def two_columns(*rows: tuple[str, str]) -> Table:
    return Table(("序号", "制度"), (1, 3), rows)


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_a_table_stands_below_the_text_within_its_rules() -> None:
    """Numbers and the head row stand in the middle of their columns, texts at the left, all midway down the row."""
    blocks = [Paragraph("子丑"), two_columns(("1", "甲乙丙丁戊己庚辛壬癸子丑"), ("2", "寅卯")), Paragraph("辰")]

    assert draw(blocks, columns=12, rows=8) == drawing(
        """
        === 第 1 页 ==============
          1 |    子丑
          2 |------------------------
            |  序号       制度
            |------------------------
          3 |      甲乙丙丁戊己庚辛壬癸子
            |   1
          4 |      丑
            |------------------------
          5 |   2  寅卯
            |------------------------
          6 |    辰
          7 |
          8 |
            |                — 1 —
        """
    )


def test_the_head_row_is_repeated_on_every_page() -> None:
    pages = set_small([two_columns(*[(str(number), "甲") for number in range(6)])], 12, 4).pages

    assert [texts(page)[:2] for page in pages] == [["序号", "制度"]] * 2
    assert "".join(text for page in pages for text in texts(page)[2:]) == "0甲1甲2甲3甲4甲5甲"


def test_a_row_that_does_not_fit_goes_to_the_next_page_whole() -> None:
    pages = set_small([two_columns(("1", "甲"), ("2", "乙\n丙\n丁\n戊"))], 12, 4).pages

    assert [texts(page) for page in pages] == [["序号", "制度", "1", "甲"], [*("序号", "制度"), *"2乙丙丁戊"]]


def test_a_row_higher_than_a_page_is_parted_between_lines() -> None:
    pages = set_small([two_columns(("1", "\n".join("甲乙丙丁戊己庚")))], 12, 4).pages

    assert [texts(page) for page in pages] == [
        ["序号", "制度", "1", "甲", "乙", "丙", "丁"],
        ["序号", "制度", "戊", "己", "庚"],
    ]


def test_a_table_with_no_room_for_its_first_row_begins_on_the_next_page() -> None:
    pages = set_small([*map(Paragraph, "子丑寅"), two_columns(("1", "甲"))], 12, 4).pages

    assert [texts(page) for page in pages] == [["子", "丑", "寅"], ["序号", "制度", "1", "甲"]]


def test_a_head_row_that_takes_half_of_the_page_is_shown_once() -> None:
    pages = set_small([Table(("甲\n乙\n丙",), (1,), (("丁",),) * 4)], 12, 4).pages

    assert [texts(page) for page in pages] == [[*"甲乙丙丁丁"], ["丁"] * 2]


def test_a_table_without_rows_is_its_head_row() -> None:
    (page,) = set_small([two_columns()], 12, 4).pages

    assert texts(page) == ["序号", "制度"]
    assert len(page.strokes) == 5


def test_empty_cells_leave_no_line() -> None:
    (page,) = set_small([two_columns(("", ""))], 12, 4).pages

    assert texts(page) == ["序号", "制度"]


def test_a_wide_table_turns_its_page_and_the_head_of_its_attachment() -> None:
    table = Table(("甲", "乙"), (1, 1), (("1", "丙"),), landscape=True)
    blocks = [Paragraph("子"), AttachmentHead("附件", "台账"), table, Paragraph("丑")]
    pages = set_small(blocks, 12, 14).pages

    assert [(page.turned, texts(page)) for page in pages] == [
        (False, ["子"]),
        (True, ["附件", "台账", "甲", "乙", "1", "丙"]),
        (False, ["丑"]),
    ]


def test_the_page_number_stays_where_it_is_on_upright_pages() -> None:
    table = Table(("甲",), (1,), (("乙",),), landscape=True)
    upright, across = set_small([Paragraph("子"), table], 8, 14).pages
    (again, _) = set_small([table, Paragraph("子")], 8, 14).pages

    assert (upright.turned, across.turned, again.turned) == (False, True, True)
    assert again.footer == upright.footer


CELLS = st.text("甲乙，。（）12ab\n【待】", max_size=30)
TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        Table,
        st.tuples(*[CELLS] * columns),
        st.tuples(*[st.floats(0.5, 5)] * columns),
        st.lists(st.tuples(*[CELLS] * columns), max_size=5).map(tuple),
        st.booleans(),
    )
)


def said(rows: Iterable[tuple[Text, ...]]) -> str:
    return "".join(flat(cell) for cells in rows for cell in cells)


@given(TABLES, st.lists(st.text("丙丁", min_size=1, max_size=30).map(Paragraph), max_size=3))
def test_no_text_of_a_table_is_lost(table: document.Table, before: list[document.Paragraph]) -> None:
    """A head row that is repeated counts as often as there are pages of the table."""
    pages = set_small([*before, table], 14, 10).pages
    shown = Counter("".join(line.text for page in pages for line in page.lines))
    head, cells = (said(row.cells for row in rows).replace("\n", "") for rows in ([table.head], table.rows))
    text = "".join(flat(paragraph.text) for paragraph in before)
    times = sum(1 for page in pages if page.strokes)

    assert shown in [Counter(text + head * count + cells) for count in {1, times}]


@given(TABLES)
def test_rules_and_texts_of_a_table_stay_on_the_page(table: document.Table) -> None:
    pages = set_small([table], 14, 10)

    assert check_pages(pages, small_style(14, 10)) == []


def test_a_row_of_one_text_goes_across_all_columns() -> None:
    table = Table(("序号", "制度"), (1, 3), [("一、学习方面",), ("1", "学习")])

    assert draw([table], columns=12, rows=6) == drawing(
        """
        === 第 1 页 ==============
          1 |------------------------
            |  序号       制度
            |------------------------
          2 |一、学习方面
            |------------------------
          3 |   1  学习
            |------------------------
          4 |
          5 |
          6 |
            |                — 1 —
        """
    )


def in_text(*rows: tuple[str, str]) -> document.Table:
    return Table(("序号", "制度"), (1, 3), rows, landscape=False, in_text=True)


def test_the_text_goes_on_below_a_table_on_the_grid() -> None:
    blocks = [Paragraph("子丑"), in_text(("1", "甲"), ("2", "乙")), Paragraph("辰")]

    assert draw(blocks, columns=12, rows=10) == drawing(
        """
        === 第 1 页 ==============
          1 |    子丑
          2 |------------------------
            |  序号       制度
          3 |------------------------
            |   1  甲
          4 |------------------------
            |   2  乙
          5 |------------------------
            |    辰
          6 |
          7 |
          8 |
          9 |
         10 |
            |                — 1 —
        """
    )


def test_a_small_table_in_the_text_goes_to_the_next_page_whole_with_the_heading_above_it() -> None:
    blocks = [*[Paragraph("子")] * 5, Heading(1, 0, "一、", "丑"), in_text(("1", "甲"), ("2", "乙")), Paragraph("辰")]

    pages = set_small(blocks, 12, 8).pages

    assert [texts(page) for page in pages] == [["子"] * 5, ["一、丑", "序号", "制度", "1", "甲", "2", "乙", "辰"]]


def test_a_long_one_is_parted_under_its_head_row() -> None:
    pages = set_small([Paragraph("子"), in_text(*[(str(number), "甲") for number in range(9)])], 12, 8).pages

    assert len(pages) == 2
    assert texts(pages[1])[:2] == ["序号", "制度"]


def test_the_name_of_a_table_stands_in_the_middle_and_stays_with_it() -> None:
    caption = replace(Paragraph("表1甲乙"), is_caption=True)
    pages = set_small([*[Paragraph("子")] * 6, caption, in_text(("1", "甲"), ("2", "乙"))], 12, 8).pages

    assert texts(pages[1])[:2] == ["表1甲乙", "序号"]


def test_it_is_drawn_there() -> None:
    caption = replace(Paragraph("表1甲乙"), is_caption=True)

    assert "  1 |        表1甲乙\n" in draw([caption, in_text(("1", "甲"))], columns=12, rows=8)
