"""Text that nobody saw passes nothing; what a final document should not hold is told."""

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bulletin_gen.errors import ReadError
from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.proving import prove_file
from drawn_pdf import drawn, grey_picture
from small_docx import p, r, small_docx


def scanned(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(grey_picture()), 0, 0, *canvas._pagesize)
    canvas.showPage()


def read_by_a_machine(canvas: Canvas) -> None:
    """A scan with the text that a program read out of it, which no reader sees."""
    canvas.beginText()
    text = canvas.beginText(80, 700)
    text.setTextRenderMode(3)
    text.textLine("some words behind the picture")
    canvas.drawText(text)
    scanned(canvas)


def outlined(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(80, 700)
    path.curveTo(85, 720, 95, 720, 100, 700)
    canvas.drawPath(path, fill=1)
    canvas.showPage()


@pytest.mark.parametrize("draw", [scanned, read_by_a_machine, outlined])
def test_a_pdf_without_text_is_refused(draw) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ReadError, match="没有可核对的文字"):
        prove_file(drawn(draw), "某.pdf")


@pytest.mark.parametrize("body", ["", p(), p("　 "), p(r("某", "<w:vanish/>"))])
def test_a_docx_without_text_is_refused(body: str) -> None:
    with pytest.raises(ReadError, match="没有可核对的文字"):
        prove_file(small_docx(body), "某.docx")


def test_a_page_that_is_a_picture_is_named() -> None:
    def two_pages(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "words on the first page")
        canvas.showPage()
        scanned(canvas)

    assert measure_pdf(drawn(two_pages)).unseen == ("第2页是整页图片，图片里的文字没有核对",)


def test_changes_comments_and_hidden_text_are_counted() -> None:
    changed = f'<w:ins w:id="1" w:author="甲">{r("和措施")}</w:ins><w:del w:id="2" w:author="甲">{r("等")}</w:del>'
    hidden = r("此处待核", "<w:vanish/>")
    comment = f'<w:comment w:id="7" w:author="乙">{p("请核对")}</w:comment>'
    source = small_docx(p("完善制度", changed, hidden), comments=comment)

    assert measure_docx(source).left_in == (
        "有修订 2 处（插入 1、删除 1）",
        "有批注 1 条",
        "有隐藏文字 4 字“此处待核”",
    )


def test_what_is_not_looked_at_is_named() -> None:
    note = r('<w:footnoteReference w:id="2"/>')
    sign = r('<w:sym w:font="Wingdings" w:char="F0FC"/>')

    assert measure_docx(small_docx(p("已完成", note, sign))).unseen == ("脚注 1 处", "符号字体的字符 1 处")


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:cols w:num="2"/>', ("分 2 栏",)),
        ("<w:cols><w:col/><w:col/><w:col/></w:cols>", ("分 3 栏",)),
        ('<w:textDirection w:val="tbRl"/>', ("文字竖排",)),
        ('<w:pgBorders><w:top w:val="single"/></w:pgBorders>', ("有页面边框",)),
        ('<w:lnNumType w:countBy="1"/>', ("有行号",)),
        ('<w:vAlign w:val="center"/>', ("页面垂直对齐为居中",)),
        ('<w:cols w:space="425"/><w:textDirection w:val="lrTb"/><w:vAlign w:val="top"/>', ()),
    ],
)
def test_what_a_section_does_to_its_pages_is_named(properties: str, expected: tuple[str, ...]) -> None:
    (frame,) = measure_docx(small_docx(p("已完成") + f"<w:sectPr>{properties}</w:sectPr>")).frames

    assert frame.oddities == expected


@pytest.mark.parametrize(("right_pt", "columns"), [(320, 2), (176, 1)])
def test_two_columns_of_a_page_are_seen(right_pt: float, columns: int) -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(12):
            canvas.setFont("STSong-Light", 16)
            canvas.drawString(80, 700 - 29 * row, "整改落实情况")
            canvas.drawString(right_pt, 700 - 29 * row, "长期坚持不懈")

    (frame,) = measure_pdf(drawn(draw)).frames
    assert frame.columns == columns
