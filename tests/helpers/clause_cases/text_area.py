"""Paper, text area, lines and characters."""

from dataclasses import replace

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Paragraph, Pitch
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import A4, body, docx, full_lines, paragraph, pdf, title

LONG = "坚持把整改作为重大政治任务，逐条研究、逐项落实，推动解决问题。"
EXACT, LOOSE, TIGHT = Pitch(28.95, "固定值28.95磅"), Pitch(30.0, "固定值30磅"), Pitch(28.0, "固定值28磅")
PLAIN, PITCHED = docx(body("坚持把整改")), docx(body("坚持把整改", pitch=EXACT))


def loosened(count: int) -> Paragraph:
    """Return a paragraph of which so many characters are set wider, and the two of its last line are not."""
    wider, even = body("整" * count, {"tracking_pt": 0.0}), body("改。")
    return body(wider.text + even.text, spans=wider.spans + even.spans)


CASES = (
    ClauseCase("G-01", docx(frame=replace(A4, width_mm=215.9, height_mm=279.4)), "第1节 215.9×279.4 mm", docx()),
    ClauseCase("G-01", docx(frame=replace(A4, width_mm=297, height_mm=210)), "第1节 297.0×210.0 mm", docx()),
    ClauseCase("G-02", docx(frame=replace(A4, top_mm=30)), "第1节 30.0 mm", docx(frame=replace(A4, top_mm=38.01))),
    ClauseCase(
        "G-02",
        pdf(full_lines(3, row=2), full_lines(3, row=2, page=2), pages=2),
        "47.2 mm",
        pdf(full_lines(3), full_lines(3, row=2, page=2), pages=2),
    ),
    ClauseCase("G-03", docx(frame=replace(A4, left_mm=32)), "第1节 32.0 mm", docx()),
    ClauseCase("G-03", pdf(full_lines(3, left_mm=33)), "33.0 mm", pdf(full_lines(3))),
    ClauseCase("G-04", docx(frame=replace(A4, bottom_mm=250)), "第1节下边缘 250.0 mm", docx()),
    ClauseCase("G-04", pdf(full_lines(3, row=21)), "第1页末行到 282.1 mm", pdf(full_lines(3, row=19))),
    ClauseCase("G-05", docx(body("坚持把整改", pitch=LOOSE)), "第1段“坚持把整改”固定值30磅，合 21 行", PITCHED),
    ClauseCase("G-05", pdf(full_lines(3, step=30 / 28.95)), "行距 30.00 磅，合 21 行；各页 4 行", pdf(full_lines(3))),
    ClauseCase(
        "G-06", docx(body("坚持把整改", {"tracking_pt": 0.0})), "第1段“坚持把整改”字距 16.00 磅，合 27 字", PLAIN
    ),
    ClauseCase("G-06", docx(loosened(28)), f"第1段“{'整' * 12}…”字距 16.00 磅，合 27 字", docx(loosened(27))),
    ClauseCase("G-06", docx(body("坚持把整改"), frame=replace(A4, columns=2)), "第1节分 2 栏", PLAIN),
    ClauseCase(
        "G-06",
        pdf(full_lines(3), frame=replace(A4, columns=2)),
        "第1页分 2 栏，须看印出的页面",
        pdf(full_lines(3)),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase("G-06", docx(body("坚持把整改", {"effects": ("缩放80%",)})), "第1段“坚持把整改”缩放80%", PLAIN),
    ClauseCase("G-07", docx(body(LONG), frame=replace(A4, oddities=("文字竖排",))), "第1节文字竖排", docx(body(LONG))),
    ClauseCase("G-06", pdf(full_lines(3, cell_pt=16.0)), "满行字距 16.00 磅，合 27 字", pdf(full_lines(3))),
    ClauseCase("G-07", docx(body("坚持把整改", oddities=("竖排",))), "第1段“坚持把整改”竖排", docx(body(LONG))),
    ClauseCase("G-07", docx(body(LONG, align=Align.LEFT)), "第1段“坚持把整改作为重大政治任…”左对齐", docx(body(LONG))),
    ClauseCase(
        "G-07",
        docx(body(LONG, align=Align.LEFT)),
        "第1段“坚持把整改作为重大政治任…”左对齐",
        docx(body(f"{LONG}https://www.qinghe.gov.cn/xxgk", align=Align.LEFT)),
    ),
    ClauseCase("G-07", docx(body("坚持把整改", pitch=TIGHT)), "22 行后版心下部空 7.7 mm", PITCHED),
    ClauseCase(
        "G-07",
        pdf(full_lines(3), full_lines(3, row=5, right_mm=182)),
        "3 行右边不齐（共 6 个满行）",
        pdf(full_lines(3), full_lines(3, row=5)),
    ),
    ClauseCase("G-08", docx(body("坚持把整改", {"face": "宋体"})), "第1段“坚持把整改”为宋体", PLAIN),
    ClauseCase("G-08", docx(body("坚持把整改", {"size_pt": 14.0})), "第1段“坚持把整改”为14磅", PLAIN),
    ClauseCase(
        "G-10",
        docx(body("坚持把整改", extra_space_pt=6.0)),
        "第1段“坚持把整改”段前段后共 6 磅",
        docx(body("坚持把整改", extra_space_pt=0.0)),
    ),
    ClauseCase(
        "G-10",
        pdf(full_lines(3), full_lines(3, row=5.5)),
        "第1页“坚持把整改作为重”上方 1.50 行",
        pdf(full_lines(3), full_lines(3, row=6)),
    ),
    ClauseCase(
        "G-10",
        docx(title("关于整改情况的通报", extra_space_pt=10.0)),
        "第1段“关于整改情况的通报”段前段后共 10 磅",
        docx(paragraph(Element.ORGAN_MARK, "某某市水务局文件", extra_space_pt=90.0)),
    ),
    ClauseCase(
        "G-11",
        docx(body("坚持把整改", controls_widows=True)),
        "第1段“坚持把整改”开着孤行控制",
        docx(body("坚持把整改", controls_widows=False)),
    ),
)
