"""The 版记, drawn at the foot of the last page."""

from blocks import Colophon, Paragraph
from bulletin_gen.document import Block
from small_pages import draw, drawing, set_small

COLOPHON = Colophon("各村", "县委办，县纪委，县监委。", "镇党办", "1月9日印发")
EVEN = Colophon("", "县委办。", "", "", on_even_page=True)


def pages_of(lines: int, colophon: Colophon) -> list[tuple[str, str]]:
    """Return the text of each page of four rows and its page number."""
    blocks: list[Block] = [*[Paragraph("甲")] * lines, colophon]
    pages = set_small(blocks, 14, 4).pages
    return [("".join(line.text for line in page.lines), page.footer.text) for page in pages]


def test_all_of_it() -> None:
    assert draw([Paragraph("甲"), COLOPHON], columns=14, rows=8) == drawing(
        """
        === 第 1 页 ==================
          1 |    甲
          2 |
          3 |
          4 |
          5 |============================
          6 |  主送：各村
          7 |  抄送：县委办，县纪委，县监
            |       委。
          8 |----------------------------
            |  镇党办         1月9日印发
            |============================
            |                    — 1 —
        """
    )


def test_without_room_it_takes_a_page_of_its_own() -> None:
    assert pages_of(3, EVEN)[:1] == [("甲甲甲", "— 1 —")]
    assert pages_of(4, Colophon("", "县委办。", "", "")) == [("甲" * 4, "— 1 —"), ("抄送：县委办。", "— 2 —")]


def test_it_stays_on_an_even_page_where_it_fits() -> None:
    assert pages_of(6, EVEN) == [("甲" * 4, "— 1 —"), ("甲甲抄送：县委办。", "— 2 —")]


def test_it_moves_from_an_odd_page_to_the_even_one_behind() -> None:
    assert pages_of(1, EVEN) == [("甲", "— 1 —"), ("抄送：县委办。", "— 2 —")]


def test_a_blank_page_before_it_and_its_own_show_no_number() -> None:
    """7.5."""
    assert pages_of(8, EVEN) == [("甲" * 4, "— 1 —"), ("甲" * 4, "— 2 —"), ("", ""), ("抄送：县委办。", "")]


def test_an_empty_one_changes_nothing() -> None:
    assert pages_of(1, Colophon("", "", "", "", on_even_page=True)) == [("甲", "— 1 —")]


def test_a_date_beside_a_long_office_keeps_clear_of_it() -> None:
    office = Colophon("", "", "中共清河县云岭镇委员会党政办公室", "1月9日印发")
    (page,) = set_small([office], 14, 6).pages
    *_, above, last = page.lines
    date = next(run for run in last.runs if run.text == "1")

    assert last.text.endswith("1月9日印发")
    assert all(run.x + run.width < date.x for run in above.runs)
