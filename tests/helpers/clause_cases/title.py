"""Title and recipients."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Align, Measured, Pitch
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import CELL, RED, docx, full_lines, paragraph, pdf, printed, rule, title

LINES = "中共某某市水务局党组\n关于巡察整改进展情况的通报"
SOUND = docx(title(LINES))


def below_rule(rows: int) -> Measured:
    return docx(title(LINES, blank_before=rows), strokes=(rule(colour=RED),))


def at_row(row: int) -> Measured:
    return pdf(printed(Element.TITLE, "关于整改情况的通报", row=row), full_lines(3, row=9))


def pitched(pt: float) -> Measured:
    return docx(title(LINES, pitch=Pitch(pt, f"固定值{pt:g}磅")))


def addressed(text: str = "局属各单位：", **given: object) -> Measured:
    return docx(title(LINES), paragraph(Element.RECIPIENTS, text, **{"blank_before": 1} | given))


CASES = (
    ClauseCase("G-31", docx(title(LINES, {"face": "黑体"})), "第1段“中共某某市水务局党组关于…”为黑体", SOUND),
    ClauseCase("G-31", docx(title(LINES, {"size_pt": 16.0})), "第1段“中共某某市水务局党组关于…”为16磅", SOUND),
    ClauseCase("G-31", docx(title(LINES, align=Align.LEFT)), "第1段“中共某某市水务局党组关于…”没有居中", SOUND),
    ClauseCase("G-32", below_rule(3), "空 3 行", below_rule(2)),
    ClauseCase(
        "G-32",
        pdf(printed(Element.TITLE, "关于整改情况的通报", row=4), full_lines(3, row=9), strokes=(rule(37, RED),)),
        "空 3 行",
        pdf(printed(Element.TITLE, "关于整改情况的通报", row=3), full_lines(3, row=9), strokes=(rule(37, RED),)),
    ),
    ClauseCase("G-33", at_row(5), "上方空 4 行", at_row(2), verdict=Verdict.UNMEASURED),
    ClauseCase(
        "G-34",
        docx(title("中共某某市水务局党组关于巡察整改进展情况的通报")),
        "“中共某某市水务局…”一行宽 23.0 字",
        SOUND,
    ),
    ClauseCase(
        "G-34",
        docx(title("中共某某市水务局党组\n关于巡察\n整改进展情况的通报")),
        "各行 10、4、9 字，不成梯形或菱形",
        SOUND,
    ),
    ClauseCase("G-34", docx(title("中共某某市水务局党组"), title("关于整改情况的通报")), "标题分成 2 个段落", SOUND),
    ClauseCase("G-34", docx(title("　关于整改情况的通报")), "“　关于整改情况的通报”用空格调整位置", SOUND),
    ClauseCase("G-35", docx(title("某某市水务局关于巡察整改\n的通报")), "“的通报”以“的”开头", SOUND),
    ClauseCase("G-35", docx(title("某某市水务局关于巡察整改情况的\n通报")), "末行只有“通报”", SOUND),
    ClauseCase("G-36", pitched(24), "固定值24磅", pitched(28.95)),
    ClauseCase(
        "G-36",
        pdf(printed(Element.TITLE, *LINES.split("\n"), step=0.8)),
        "23.2 磅",
        pdf(printed(Element.TITLE, *LINES.split("\n"))),
    ),
    ClauseCase("G-37", docx(title("某局关于整改情况的通报。")), "“某局关于整改情况的通报。”用了标点“。”", SOUND),
    ClauseCase("G-37", docx(title("整改情况")), "“整改情况”不是“……关于……的（文种）”的形式", SOUND),
    ClauseCase("G-38", addressed("局属各单位:"), "末尾不是全角冒号", addressed()),
    ClauseCase("G-38", addressed(first_mm=2 * CELL), "没有顶格", addressed()),
    ClauseCase("G-38", addressed(blank_before=0), "标题下空 0 行", addressed()),
)
