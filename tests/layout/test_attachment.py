"""What stands below the text, and the attachments, drawn."""

from blocks import AttachmentHead, AttachmentNote, Heading, Note, Paragraph, Signature, Table
from small_pages import draw, drawing, set_small

DATE = "2025年1月8日"


def rows_of(*blocks: object, rows: int) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in set_small(blocks, 16, rows).pages]  # type: ignore[arg-type]


def test_what_follows_the_text_of_a_sealed_document() -> None:
    blocks = [
        Paragraph("甲"),
        AttachmentNote(("甲乙丙丁戊己庚辛壬癸子丑", "寅卯")),
        Signature(("某县某局",), DATE, sealed=True),
        Note("（公开）"),
    ]

    assert draw(blocks, columns=16, rows=11) == drawing(
        """
        === 第 1 页 ======================
          1 |    甲
          2 |
          3 |    附件：1.甲乙丙丁戊己庚辛壬癸
          4 |            子丑
          5 |          2.寅卯
          6 |
          7 |
          8 |              某县某局
          9 |            2025年1月8日
         10 |    （公开）
         11 |
            |                        — 1 —
        """
    )


def test_an_attachment_begins_a_page() -> None:
    blocks = [Paragraph("甲"), AttachmentHead("附件1", "制度清单"), Paragraph("子丑")]

    assert draw(blocks, columns=10, rows=6).splitlines()[8:14] == [
        "=== 第 2 页 ==========",
        "  1 |附件1",
        "  2 |",
        "  3 |      制度清单",
        "  4 |",
        "  5 |    子丑",
    ]


def test_the_title_of_an_attachment_is_broken_by_sense() -> None:
    pages = set_small([AttachmentHead("附件", "巡察反馈意见整改落实情况台账")], 10, 8)

    assert [line.text for line in pages.pages[0].lines] == ["附件", "巡察反馈意见", "整改落实情况台账"]


def test_an_attachment_that_comes_first_leaves_no_page_empty() -> None:
    assert len(set_small([AttachmentHead("附件", "名单"), Paragraph("甲")], 10, 8).pages) == 1


def test_attachments_are_in_the_outline() -> None:
    pages = set_small([Heading(1, 0, "一、", "题"), Paragraph("甲"), AttachmentHead("附件1", "名单")], 10, 8)

    assert [(mark.text, mark.depth, mark.page) for mark in pages.bookmarks] == [("一、题", 0, 0), ("附件1 名单", 0, 1)]


def test_note_signature_and_remark_stay_together_with_the_last_line_of_the_text() -> None:
    """7.3.5.5: the page of the signature holds a line of the text too."""
    blocks = (Paragraph("甲"), Paragraph("乙"), AttachmentNote(("名单",)), Signature(("某局",), DATE), Note("（公开）"))

    assert rows_of(*blocks, rows=7) == [["甲"], ["乙", "附件：名单", "某局", DATE, "（公开）"]]


def test_a_heading_goes_to_the_page_of_the_table_below_it() -> None:
    table = Table(("甲",), (1,), (("乙\n丙\n丁",),))
    blocks = (AttachmentHead("附件", "名单"), Paragraph("子"), Heading(1, 0, "一、", "题"), table)

    assert rows_of(*blocks, rows=8) == [["附件", "名单", "子"], ["一、题", "甲", "乙", "丙", "丁"]]
