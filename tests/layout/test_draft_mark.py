"""How a draft looks like one."""

from blocks import Draft, Paragraph, Title
from bulletin_gen import document
from bulletin_gen.document import Block, Document
from bulletin_gen.layout import lay_out
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.pages import Page, Pages
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.sketch import sketch
from small_pages import set_small, small_style

STYLE = small_style(columns=12, rows=2)
DRAFT = Draft("送审稿　第2稿", watermark="送审稿")


def drafted(draft: document.Draft | None, *blocks: Block) -> Pages:
    return lay_out(Document(Properties("", ""), blocks, draft), STYLE, NominalMetrics())


def boxes(page: Page) -> list[tuple[float, float]]:
    """Return left and right of each highlight, in characters from the left edge of the text area."""
    left = STYLE.page.text_left_pt
    return [(round((box.left - left) / 16, 6), round((box.right - left) / 16, 6)) for box in page.highlights]


def test_the_mark_stands_above_the_text_of_every_page() -> None:
    drawn = sketch(drafted(DRAFT, *map(Paragraph, "甲乙丙")), STYLE)

    assert drawn.splitlines()[:4] == [
        "=== 第 1 页 ==============",
        "    |             送审稿　第2稿",
        "    |（水印：送审稿）",
        "  1 |    甲",
    ]
    assert drawn.count("送审稿　第2稿") == 2


def test_a_final_text_has_neither_mark_nor_watermark() -> None:
    (page,) = drafted(None, Paragraph("甲")).pages

    assert (page.header, page.watermark) == (None, None)


def test_a_watermark_is_only_there_on_request() -> None:
    (page,) = drafted(Draft("送审稿"), Paragraph("甲")).pages

    assert page.header is not None
    assert page.watermark is None


def test_the_watermark_lies_across_the_middle_in_a_light_colour() -> None:
    mark = drafted(DRAFT, Paragraph("甲")).pages[0].watermark
    assert mark is not None
    left, right = mark.runs[0].x, mark.runs[-1].x + mark.runs[-1].width

    assert left + right == 0
    assert mark.x == STYLE.page.text_left_pt + STYLE.page.text_width_pt / 2
    assert {run.colour for run in mark.runs} == {GBT9704.draft.watermark_colour}


def test_a_placeholder_is_highlighted_whether_draft_or_not() -> None:
    (page,) = set_small([Paragraph("甲【待补】乙")], 12, 2).pages

    assert boxes(page) == [(3, 7)]
    assert page.highlights[0].top < page.lines[0].baseline < page.highlights[0].bottom


def test_a_placeholder_over_two_lines_is_highlighted_on_both() -> None:
    (page,) = set_small([Paragraph("甲乙丙丁戊己【待补：人数】庚")], 12, 2).pages

    assert [len(line.text) for line in page.lines] == [10, 4]
    assert boxes(page) == [(8, 12), (0, 3)]


def test_a_placeholder_in_a_title_stands_where_the_title_stands() -> None:
    (page,) = set_small([Title(("【待补】通报",))], 12, 2).pages

    assert boxes(page) == [(3, 7)]


def test_other_brackets_are_left_alone() -> None:
    assert set_small([Paragraph("【附注】")], 12, 2).pages[0].highlights == ()
