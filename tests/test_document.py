"""A document as plain text, and what becomes of its tracked changes."""

from blocks import AttachmentNote, Colophon, Draft, Head, Heading, Paragraph, Signature, Table, Title
from bulletin_gen.document import Block, Document, Form, FormCell, FormRow, accept, plain_text, reject
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Comment, Commented, Deleted, Inserted, Plain, Text, spanned


def new(text: str) -> Text:
    return (Inserted(spanned(text), "李明"),)


def old(text: str) -> Text:
    return (Deleted(spanned(text), "李明"),)


def document(*blocks: Block) -> Document:
    return Document(Properties("", ""), blocks)


def test_plain_text_has_a_line_for_each_paragraph() -> None:
    head = Head("000012", "机密★1年", "", ["县委", "县政府"], "文件", "青发〔2025〕3号", ["张三", "李四"])
    form = Form((FormRow(2, (FormCell(spanned("签发："), ()), FormCell(spanned("会签："), spanned("县财政局")))),))

    assert plain_text(document(head, Title(["关于整改的", "通报"]), Heading(2, 1, "（一）", "学习。", "开会。"))) == (
        "000012\n机密★1年\n县委\n县政府文件\n青发〔2025〕3号签发人：张三 李四\n关于整改的\n通报\n（一）学习。开会。\n"
    )
    assert plain_text(
        document(
            AttachmentNote(["台账", "清单"]), Signature(["县委"], ""), Colophon("", "县纪委。", "办公室", "1月9日印发")
        )
    ) == ("附件：1.台账\n2.清单\n县委\n抄送：县纪委。\n办公室1月9日印发\n")
    assert plain_text(document(Table(["制度", "日期"], [1, 1], [["甲", ""]]), form)) == (
        "制度\t日期\n甲\t\n签发：\n会签：县财政局\n"
    )


def test_deleted_text_stands_on_the_page_until_the_change_is_made() -> None:
    changed = document(Paragraph(spanned("制定") + old("2") + new("3") + spanned("项制度。")))

    assert plain_text(changed) == "制定23项制度。\n"
    assert accept(changed) == document(Paragraph("制定3项制度。"))
    assert reject(changed) == document(Paragraph("制定2项制度。"))


def test_a_block_that_was_wholly_inserted_or_deleted_comes_and_goes_with_its_label() -> None:
    kept = Paragraph("第一段。")
    changed = document(
        kept,
        Paragraph(old("删去的一段。"), old("二是")),
        Heading(2, 1, new("（二）"), new("新的标题"), new("新的正文。")),
    )

    assert accept(changed) == document(kept, Heading(2, 1, "（二）", "新的标题", "新的正文。"))
    assert reject(changed) == document(kept, Paragraph("删去的一段。", "二是"))


def test_lines_and_rows_come_and_go_but_cells_keep_their_columns() -> None:
    changed = document(
        Title(["关于整改的", old("情况"), "通报"]),
        Table(["甲", "乙"], [1, 1], [[old("1"), "有"], [new("2"), new("新")], ["", ""]]),
        AttachmentNote(["台账", old("清单")]),
    )

    assert accept(changed).blocks[:2] == (
        Title(["关于整改的", "通报"]),
        Table(["甲", "乙"], [1, 1], [["", "有"], ["2", "新"], ["", ""]]),
    )
    assert reject(changed).blocks[1] == Table(["甲", "乙"], [1, 1], [["1", "有"], ["", ""]])


def test_the_mark_of_a_draft_is_settled_too() -> None:
    changed = Document(Properties("", ""), (), Draft(spanned("送审稿") + old("第1稿") + new("第2稿")))

    assert accept(changed).draft == Draft("送审稿第2稿")


def test_remarks_stay() -> None:
    remark = Commented((Plain("三项"), Inserted(spanned("制度"), "王芳")), Comment("请核对", "王芳"))

    assert accept(document(Paragraph((remark,)))) == document(
        Paragraph((Commented((Plain("三项制度"),), remark.comment),))
    )
