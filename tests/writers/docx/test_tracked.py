"""What reviewers changed is tracked: texts, and the paragraphs, rows and blocks that are changed as a whole."""

from collections.abc import Callable, Iterable
from datetime import datetime

import pytest

from blocks import AttachmentHead, Colophon, Head, Heading, Note, Paragraph, Recipients, Signature, Table, Title
from bulletin_gen.document import Block
from bulletin_gen.spans import Inserted, Text
from docx_parts import Element, attributes, find, made_runs, text, values
from issued import COLOPHON, JOINT, NARROW, WIDE, made
from reviewed import gone, ins, said, whole

CHANGES = [(ins, "ins"), (gone, "del")]
AFTER = Paragraph("后文。")
Change = Callable[[Text], Text]


def kind(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def changes(element: Element) -> list[tuple[str, str]]:
    """Return each change within an element that holds something: its kind and its text, tabs and breaks as they are."""
    return [
        (
            kind(found),
            "".join({"tab": "\t", "br": "\n"}.get(kind(item), item.text or "") for item in find(found, "w:r/*")),
        )
        for found in find(element, ".//w:ins[w:r] | .//w:del[w:r]")
    ]


def marks(elements: Iterable[Element]) -> list[str]:
    """Return for each paragraph, those of cells too, how its end is changed: `ins`, `del`, both or not at all."""
    outside_boxes = "descendant-or-self::w:p[not(ancestor::w:txbxContent)]"
    paragraphs = [paragraph for element in elements for paragraph in find(element, outside_boxes)]
    return [" ".join(map(kind, find(paragraph, "w:pPr/w:rPr/*[@w:author]"))) for paragraph in paragraphs]


def rows(table: Element) -> list[str]:
    return [" ".join(map(kind, find(row, "w:trPr/*[@w:author]"))) for row in find(table, "w:tr")]


def test_a_text_holds_its_changes_in_place() -> None:
    (paragraph,) = made(Paragraph(said("制定", gone("两"), ins("三项"), "制度。")))

    assert [kind(item) for item in paragraph] == ["pPr", "r", "del", "ins", "r"]
    assert [word.text for word in find(paragraph, "w:del/w:r/w:delText | w:ins/w:r/w:t")] == ["两", "三项"]
    assert marks([paragraph]) == [""]


def test_a_change_says_who_made_it_and_when_in_utc() -> None:
    (inserted,), (deleted,) = made_runs(ins("新")), made_runs(gone("旧"))

    assert attributes(inserted) == {"author": "李核稿", "date": "2025-01-06T01:30:00Z"}
    assert attributes(deleted) == {"author": "王审"}


def test_a_time_without_a_zone_is_taken_for_utc() -> None:
    (inserted,) = made_runs((Inserted(said("新"), "李核稿", datetime(2025, 1, 6, 9, 30)),))

    assert attributes(inserted)["date"] == "2025-01-06T09:30:00Z"


def test_what_is_still_pending_is_highlighted_within_a_change() -> None:
    (inserted,) = made_runs(ins("召开【待补：次数】次"))

    assert [(text(run), values(run, "w:rPr/w:highlight")) for run in find(inserted, "w:r")] == [
        ("召开", []),
        ("【待补：次数】", ["yellow"]),
        ("次", []),
    ]


def test_a_deleted_insertion_stands_in_its_insertion_as_word_has_it() -> None:
    before, inserted, after = made_runs(gone("原", ins("有"), "文"))

    assert [kind(item) for item in (before, inserted, after)] == ["del", "ins", "del"]
    assert [word.text for word in find(inserted, "w:del/w:r/w:delText")] == ["有"]


@pytest.mark.parametrize(("change", "mark"), CHANGES)
def test_a_paragraph_changed_as_a_whole_goes_with_its_end(change: Change, mark: str) -> None:
    assert marks(made(Paragraph(change(said("新的一段。")), change(said("一是"))), AFTER)) == [mark, ""]
    assert marks(made(Heading(1, 0, change(said("一、")), change(said("标题"))), AFTER)) == [mark, ""]
    assert marks(made(Paragraph(change(said("新的一段。")), "一是"), AFTER)) == ["", ""]


def test_what_was_inserted_and_deleted_again_has_both_marks() -> None:
    assert marks(made(Paragraph(gone(ins("又删的一段。"))), AFTER)) == ["ins del", ""]


@pytest.mark.parametrize(("change", "mark"), CHANGES)
@pytest.mark.parametrize(
    "block",
    [
        Title(["关于巡察整改情况的通报"]),
        Recipients("各支部："),
        Signature(["青溪镇党委", "青溪镇政府", "青溪镇人大"], "2025年1月9日", joint=True, sealed=True),
        Note("（公开）"),
        AttachmentHead("附件1", "台账"),
        NARROW,
        JOINT,
        COLOPHON,
    ],
)
def test_blank_rows_and_all_go_with_a_block_changed_as_a_whole(block: Block, change: Change, mark: str) -> None:
    *elements, _ = made(whole(block, change), AFTER)

    assert set(marks(elements)) == {mark}
    assert {tracked for element in elements for tracked in rows(element)} <= {mark}


def test_blank_rows_between_organs_go_with_the_organ() -> None:
    organs = ["中共青溪县委员会", "青溪县人民政府", gone("政协青溪县委员会")]
    elements = made(Signature(organs, "2025年1月9日", joint=True, sealed=True))
    said_on = [text(element) for element in elements]
    (date,) = [index for index, line in enumerate(said_on) if line.startswith("2025")]

    assert "del" not in marks(elements[: said_on.index("中共青溪县委员会青溪县人民政府") + 1])
    assert set(marks(elements[said_on.index("中共青溪县委员会青溪县人民政府") + 1 : date])) == {"del"}


def test_what_is_missing_from_the_head_leaves_its_row() -> None:
    head = Head("000012", gone("机密★1年"), "", ["青溪县委"], "文件", gone("青发〔2025〕3号"))

    assert set(marks(made(head))) == {""}


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (["第一行", ins("第二行")], [("ins", "\n"), ("ins", "第二行")]),
        ([gone("第一行"), "第二行"], [("del", "第一行"), ("del", "\n")]),
        (
            [gone("第一行"), gone("第二行"), "第三行"],
            [("del", "第一行"), ("del", "\n"), ("del", "第二行"), ("del", "\n")],
        ),
        (["第一行", said(gone("第二"), ins("次")), "第三行"], [("del", "第二"), ("ins", "次")]),
    ],
)
def test_a_line_break_goes_with_the_line(lines: list[Text], changed: list[tuple[str, str]]) -> None:
    assert changes(made(Title(lines))[0]) == changed


def test_a_tab_goes_with_what_follows_it() -> None:
    (paragraph,) = [
        element for element in made(Head("", "", "", [], "", "3号", ["张三", ins("李四")])) if text(element)
    ]

    assert changes(paragraph) == [("ins", "\t"), ("ins", "李四")]


def test_a_line_of_a_cell_goes_with_the_end_of_the_line_above() -> None:
    (table, _) = made(
        Table(["位"], [1], [[said("甲", ins("\n乙"))], [said(gone("甲\n"), "乙")], [ins("新")], [gone("旧")]])
    )

    assert rows(table) == ["", "", "", "ins", "del"]
    assert marks([table]) == ["", "ins", "", "del", "", "ins", "del"]


def test_an_empty_cell_goes_with_its_row() -> None:
    (table, _) = made(Table(["序", "位"], [1, 1], [[ins("1"), ""]]))

    assert rows(table) == ["", "ins"]
    assert marks([table]) == ["", "", "ins", "ins"]


def test_a_row_of_the_colophon_goes_with_the_rule_that_parts_it() -> None:
    (holder,) = made(Colophon("", "县委巡察办。", ins("青溪县委办公室"), ins("2025年1月9日印发")))
    (box,) = find(holder, ".//wps:txbx/w:txbxContent")

    assert [len(find(paragraph, "w:pPr/w:rPr/w:ins")) for paragraph in box] == [0, 0, 1, 1, 1, 0]
    assert marks([holder]) == [""]


@pytest.mark.parametrize("last", [ins("末段。"), gone("末段。")])
def test_a_paragraph_that_may_go_is_never_the_last(last: Text) -> None:
    assert marks(made(Paragraph("前文。"), Paragraph(last)))[-1] == ""


@pytest.mark.parametrize("following", [NARROW, COLOPHON, WIDE])
def test_nor_does_it_stand_before_what_cannot_take_it_in(following: Block) -> None:
    _, changed, between, *_ = made(Paragraph("前文。"), Paragraph(ins("一段。")), following)

    assert marks([changed, between]) == ["ins", ""]
    assert text(between) == ""
