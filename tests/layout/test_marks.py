"""What spans look like on a page: inserted and deleted text, remarks; the drawing shows what a reader would see."""

from datetime import datetime
from itertools import pairwise

import pytest

from blocks import AttachmentNote, Colophon, Draft, Head, Heading, Paragraph, Signature, Table, Title, text
from bulletin_gen import document
from bulletin_gen.document import Block, Document
from bulletin_gen.layout import lay_out
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.pages import Page, Remark, Stroke
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Comment, Commented, Deleted, Inserted, Text, spanned
from bulletin_gen.style import GBT9704
from bulletin_gen.text.chars import DASHES, NOT_AT_END, NOT_AT_START
from small_pages import draw, drawing, set_small, small_style

DRAFT = GBT9704.draft
CELL, PITCH = 16.0, GBT9704.grid.line_pitch_pt


def new(words: str) -> Text:
    return (Inserted(spanned(words), "李明"),)


def old(words: str) -> Text:
    return (Deleted(spanned(words), "李明"),)


def noted(words: str, said: str = "请核对") -> Text:
    return (Commented(spanned(words), Comment(said, "王芳", datetime(2025, 1, 3))),)


def page_of(*blocks: Block) -> Page:
    return set_small(blocks, 12, 4).pages[0]


def under_or_through(page: Page) -> list[Stroke]:
    return [stroke for stroke in page.strokes if stroke.y1 == stroke.y2]


def bars(page: Page) -> list[Stroke]:
    return [stroke for stroke in page.strokes if stroke.x1 == stroke.x2]


def test_inserted_text_is_coloured_and_underlined_deleted_text_struck_through() -> None:
    page = page_of(Paragraph(text("制定") + old("两") + new("三") + text("项")))
    line = page.lines[0]
    through, under = under_or_through(page)

    assert [(run.text, run.colour) for run in line.runs] == [
        ("制定", "000000"),
        ("两", DRAFT.deleted_colour),
        ("三", DRAFT.inserted_colour),
        ("项", "000000"),
    ]
    assert (through.colour, under.colour) == (DRAFT.deleted_colour, DRAFT.inserted_colour)
    assert through.y1 < line.baseline < under.y1
    assert (through.x1, through.x2) == pytest.approx((line.runs[1].x, line.runs[1].x + CELL))
    assert (under.x1, under.x2) == pytest.approx((line.runs[2].x, line.runs[2].x + CELL))


def test_the_two_colours_print_as_greys_apart() -> None:
    def grey(colour: str) -> float:
        red, green, blue = bytes.fromhex(colour)
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255

    assert 0.2 < grey(DRAFT.inserted_colour) < grey(DRAFT.deleted_colour) - 0.15 < 0.45


def test_lines_are_broken_as_if_nothing_were_changed() -> None:
    plain = set_small([Paragraph("甲乙丙丁戊己庚辛壬癸子丑")], 6, 4).pages
    changed = set_small([Paragraph(text("甲乙丙") + old("丁戊己") + new("庚辛壬") + text("癸子丑"))], 6, 4).pages

    assert [[line.text for line in page.lines] for page in changed] == [
        [line.text for line in page.lines] for page in plain
    ]


def test_a_change_over_a_line_end_is_marked_on_both_lines_with_one_bar_beside_them() -> None:
    page = page_of(Paragraph(text("甲乙丙丁戊己庚") + new("辛壬癸子丑") + text("寅")))
    first, second = bars(page)

    assert len(under_or_through(page)) == 2
    assert first.x1 == second.x1 < small_style(12, 4).page.text_left_pt
    assert first.y2 == pytest.approx(second.y1)
    assert first.y2 - first.y1 == pytest.approx(PITCH)


def test_a_line_without_a_change_has_no_bar() -> None:
    assert bars(page_of(Paragraph("甲乙"), Paragraph(noted("丙")))) == []


def test_what_a_remark_is_about_lies_on_a_box_and_tells_who_said_what() -> None:
    page = page_of(Paragraph(text("甲") + noted("乙丙") + text("丁")))
    (box,) = page.highlights

    assert box.colour == DRAFT.remark_colour
    assert page.remarks == (
        Remark(box.left, box.top, box.right, box.bottom, Comment("请核对", "王芳", datetime(2025, 1, 3))),
    )
    assert box.right - box.left == pytest.approx(2 * CELL)


def test_a_placeholder_in_inserted_text_is_yellow_and_underlined() -> None:
    page = page_of(Paragraph(text("开会") + new("【待补】次")))

    assert [box.colour for box in page.highlights] == [DRAFT.highlight]
    assert len(under_or_through(page)) == 1


@pytest.mark.parametrize(
    "block",
    [
        Title([new("关于整改的通报")]),
        Heading(1, 0, new("一、"), "整改"),
        Heading(2, 1, "（一）", "学习。", new("开会。")),
        Paragraph("开会。", new("一是")),
        AttachmentNote([new("台账")]),
        Signature([new("某局")], "1月8日"),
        Table([new("甲")], [1], []),
        Table(["甲"], [1], [[new("乙")]]),
        Colophon("", new("县委办。"), "", ""),
        document.Form((document.FormRow(1, (document.FormCell(text("签发："), new("某某")),)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_changes_are_marked_wherever_they_stand(block: Block) -> None:
    page = page_of(block)

    assert [stroke for stroke in under_or_through(page) if stroke.colour == DRAFT.inserted_colour]
    assert DRAFT.inserted_colour in {run.colour for run in page.runs()}
    assert any(stroke.y2 - stroke.y1 == pytest.approx(PITCH) for stroke in bars(page))


def test_changes_in_the_head_are_marked_too() -> None:
    head = Head("", "", "", [text("某") + new("局")], "文件", new("某发〔2025〕3号"))
    pages = set_small([head, Title(["通报"])], 28, 22)

    assert len([stroke for stroke in pages.pages[0].strokes if stroke.colour == DRAFT.inserted_colour]) == 2


def test_a_change_in_the_mark_of_a_draft_is_marked_on_every_page() -> None:
    said = Document(Properties("", ""), (Paragraph("甲" * 80),), Draft(text("送审稿") + new("第2稿")))
    pages = lay_out(said, small_style(12, 4), NominalMetrics()).pages

    assert len(pages) == 2
    assert all(len(under_or_through(page)) == 1 for page in pages)


def test_the_drawing_shows_each_kind() -> None:
    blocks = [
        Paragraph(text("制定") + old("两") + new("三") + text("项")),
        Paragraph(text("共【待补】次")),
        Paragraph(noted("请看")),
    ]

    assert draw(blocks, 10, 4) == drawing("""
        === 第 1 页 ==========
          1 |        -- <删>
            |    制定两三项
            |          -- <增>
          2 |    共【待补】次 <底色>
          3 |    请看 <批注>
          4 |
            |            — 1 —
        """)


# Marks at the seams of changes, where a line must neither begin nor end: what was deleted, then what was inserted.
SEAMS = (
    ("（乙）", "（丙）"),
    ("《办法》，", "《规定》。"),
    ("“一岗双责”", "“两个责任”"),
    ("12次、", "18次；"),
    ("——乙", "……丙"),
    ("3.5%", "4.2%"),
)
COLUMNS = 12


@pytest.mark.parametrize(("deleted", "inserted"), SEAMS)
def test_no_line_begins_or_ends_within_a_change_where_it_may_not(deleted: str, inserted: str) -> None:
    """The change stands at every place of a line."""
    for before in range(COLUMNS * 2):
        paragraph = Paragraph(text("甲" * before) + old(deleted) + new(inserted) + text("，丁" * COLUMNS))
        lines = [line for page in set_small([paragraph], COLUMNS).pages for line in page.lines]

        texts = [line.text for line in lines]
        assert "".join(texts).strip("\u3000") == "甲" * before + deleted + inserted + "，丁" * COLUMNS
        assert not [line for line in texts[1:] if line[0] in NOT_AT_START], texts
        assert not [line for line in texts[:-1] if line[-1] in NOT_AT_END], texts
        assert not [pair for pair in pairwise(texts) if pair[0][-1] == pair[1][0] and pair[1][0] in DASHES], texts
