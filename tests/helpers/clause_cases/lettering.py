"""Faces, colour and emphasis."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Font, Measured
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import body, docx, full_lines, paragraph, pdf, spans, title

PLAIN = docx(body("做到有部署"))


def substitute(id: str, element: Element, face: str) -> ClauseCase:
    text = "某某市水务局党组"
    return ClauseCase(
        id,
        docx(paragraph(element, text, {"face": face})),
        f"用了替代字体：{face}",
        docx(paragraph(element, text)),
        verdict=Verdict.UNMEASURED,
    )


def fonts(*fonts: Font) -> Measured:
    return pdf(full_lines(1), fonts=fonts)


CASES = (
    ClauseCase("G-09", docx(body("做到有部署", {"colour": "C00000"})), "第1段“做到有部署”颜色 C00000", PLAIN),
    ClauseCase("G-09", docx(body("做到有部署", {"is_highlighted": True})), "第1段“做到有部署”加了底色", PLAIN),
    ClauseCase(
        "G-09",
        docx(body("召开会议【待补：次数】次", {"is_highlighted": True})),
        "第1段“召开会议【待补：次数】次”有待补内容",
        docx(body("召开会议【待补：次数】次")),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase("G-09", docx(body("做到有部署", is_boxed=True)), "第1段“做到有部署”加了边框", PLAIN),
    ClauseCase("G-09", docx(body("做到有部署", is_shaded=True)), "第1段“做到有部署”加了底纹", PLAIN),
    ClauseCase(
        "G-19",
        docx(body("做到有部署", {"effects": ("加删除线", "缩放80%")})),
        "第1段“做到有部署”加删除线；第1段“做到有部署”缩放80%",
        docx(body("节水10m3", {"effects": ("上标",)}, spans=spans(Element.BODY, "3", effects=("上标",)))),
    ),
    substitute("G-13", Element.BODY, "FandolFang-Regular"),
    substitute("G-14", Element.TITLE, "华文中宋"),
    substitute("G-15", Element.HEADING_1, "FandolHei-Regular"),
    substitute("G-15", Element.HEADING_2, "FandolKai-Regular"),
    ClauseCase(
        "G-16", fonts(Font("FangSong", is_embedded=False)), "FangSong未嵌入", fonts(Font("FangSong", is_embedded=True))
    ),
    ClauseCase(
        "G-16",
        fonts(Font("T3", is_embedded=True, is_type3=True)),
        "T3是 Type 3 字体",
        fonts(Font("FangSong", is_embedded=True)),
    ),
    ClauseCase(
        "G-18", docx(body('落实"首问负责"制度')), '第1段“落实"首问负责"制度”用直引号"', docx(body('屏幕大小为19"的1台'))
    ),
    ClauseCase(
        "G-17",
        docx(body("整改12项", {"face": "Calibri", "themed": True})),
        "第1段“整改12项”用主题字体Calibri",
        docx(body("整改12项")),
    ),
    ClauseCase(
        "G-17",
        docx(body("整改12项"), body("制度8项", {"face": "Calibri"})),
        "Times New Roman、Calibri",
        docx(body("整改12项"), body("制度8项")),
    ),
    ClauseCase(
        "G-18",
        docx(body("“急难愁盼”", {"face": "Times New Roman"})),
        "第1段““急难愁盼””用Times New Roman",
        docx(body("“急难愁盼”")),
    ),
    ClauseCase("G-18", pdf(full_lines(0, narrow="“”")), "第1页“长期坚持。…”的 “”", pdf(full_lines(1))),
    ClauseCase("G-19", docx(title("整改通报", {"is_bold": True})), "第1段“整改通报”加粗", docx(title("整改通报"))),
    ClauseCase("G-19", docx(body("做到有部署", {"is_slanted": True})), "第1段“做到有部署”倾斜", PLAIN),
    ClauseCase("G-19", docx(body("做到有部署", {"is_underlined": True})), "第1段“做到有部署”加下划线", PLAIN),
)
