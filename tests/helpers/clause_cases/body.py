"""Paragraphs, layers of headings, blank lines."""

from dataclasses import replace

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import CELL, body, docx, from_right, full_lines, paragraph, pdf, printed

FIRST, SECOND = (
    paragraph(Element.HEADING_1, "一、组织领导情况", keeps_next=True),
    paragraph(Element.HEADING_2, "（一）提高认识", keeps_next=True),
)
TEXT, SIGNATURE = body("坚持把整改"), from_right(Element.SIGNATURE, "某局", 2, blank_before=1)
SOUND = docx(FIRST, SECOND, TEXT)


def run_in(text_face: str) -> Measured:
    """A heading that runs on into its paragraph, and the face of the text after it."""
    heading = paragraph(Element.HEADING_2, "（一）提高认识。")
    text = body("成立领导小组", {"face": text_face})
    return docx(replace(heading, text=heading.text + text.text, spans=heading.spans + text.spans))


CASES = (
    ClauseCase("G-40", docx(body("坚持把整改", first_mm=0.0)), "第1段“坚持把整改”首行左空 0 字", docx(TEXT)),
    ClauseCase("G-40", docx(body("坚持把整改", left_mm=CELL)), "第1段“坚持把整改”回行左空 1 字", docx(TEXT)),
    ClauseCase("G-40", docx(body("　　坚持把整改", first_mm=0.0)), "第1段“　　坚持把整改”用空格缩进", docx(TEXT)),
    ClauseCase(
        "G-40",
        pdf(full_lines(4), printed(Element.BODY, "召开会议", row=6, left_mm=28 - 2 * CELL)),
        "第1页第6行“召开会议”首行左空 0 字",
        pdf(full_lines(4), printed(Element.BODY, "召开会议", row=6)),
    ),
    ClauseCase("G-41", docx(SECOND, FIRST), "第1段“（一）提高认识”之后又出现上层“一、”", SOUND),
    ClauseCase(
        "G-42",
        docx(paragraph(Element.HEADING_1, "一、组织领导情况", {"face": "仿宋_GB2312"})),
        "第1段“一、组织领导情况”为仿宋_GB2312",
        SOUND,
    ),
    ClauseCase(
        "G-42",
        docx(paragraph(Element.HEADING_2, "（一）提高认识", {"size_pt": 14.0})),
        "第1段“（一）提高认识”为14磅",
        SOUND,
    ),
    ClauseCase("G-43", docx(TEXT, body("召开会议", blank_before=1)), "第2段“召开会议”上方空 1 行", docx(TEXT, TEXT)),
    ClauseCase(
        "G-43",
        docx(paragraph(Element.HEADING_1, "一、组织领导情况", first_mm=0.0)),
        "第1段“一、组织领导情况”首行左空 0 字",
        SOUND,
    ),
    ClauseCase(
        "G-44",
        docx(paragraph(Element.HEADING_1, "一、组织领导情况", keeps_next=False)),
        "第1段“一、组织领导情况”未设“与下段同页”",
        SOUND,
    ),
    ClauseCase(
        "G-44",
        pdf(full_lines(3), printed(Element.HEADING_1, "一、组织领导情况", row=5), full_lines(3, page=2), pages=2),
        "第1页第5行“一、组织领导情况”在第1页末行",
        pdf(printed(Element.HEADING_1, "一、组织领导情况"), full_lines(3, row=2), full_lines(3, page=2), pages=2),
    ),
    ClauseCase(
        "G-45",
        docx(SIGNATURE, from_right(Element.ISSUE_DATE, "2025年1月2日", 2, blank_before=1)),
        "第2段“2025年1月2日”上方空 1 行",
        docx(SIGNATURE, from_right(Element.ISSUE_DATE, "2025年1月2日", 2)),
    ),
    ClauseCase("N-05", docx(TEXT, body("召开会议", breaks_page=True)), "第2段“召开会议”之前强制分页", docx(TEXT, TEXT)),
    ClauseCase(
        "G-54", docx(paragraph(Element.HEADING_1, "一、组织领导情况。")), "第1段“一、组织领导情况。”末尾有“。”", SOUND
    ),
    ClauseCase(
        "G-54", run_in("楷体_GB2312"), "第1段“（一）提高认识。成立领导…”句号之后未换回正文字体", run_in("仿宋_GB2312")
    ),
    ClauseCase(
        "G-55",
        docx(body("•提高认识", is_numbered=True)),
        "第1段“•提高认识”的自动编号不是层次序数",
        docx(paragraph(Element.HEADING_1, "一、组织领导情况", is_numbered=True)),
        verdict=Verdict.UNMEASURED,
    ),
)
