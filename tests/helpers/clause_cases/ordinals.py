"""Labels of the layers."""

from bulletin_gen.element import HEADINGS
from bulletin_gen.proof.layer_labels import read_printed
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import body, docx, paragraph


def headings(*texts: str) -> Measured:
    """Return a DOCX of headings, each of the layer that its label is meant for."""
    levels = [label.level for text in texts if (label := read_printed(text))]
    return docx(*(paragraph(HEADINGS[level - 1], text) for level, text in zip(levels, texts, strict=True)))


def mislabelled(id: str, wrong: str, form: str, right: str) -> ClauseCase:
    label = wrong.removesuffix("甲")
    return ClauseCase(id, headings(wrong), f"第1段“{label}”应为“{form}”的形式", headings(right))


CASES = (
    mislabelled("G-46", "一.甲", "一、", "一、甲"),
    mislabelled("G-47", "(一)甲", "（一）", "（一）甲"),
    mislabelled("G-47", "（一）、甲", "（一）", "（一）甲"),
    mislabelled("G-48", "1、甲", "1.", "1.甲"),
    mislabelled("G-49", "(1)甲", "（1）", "（1）甲"),
    mislabelled("G-50", "①、甲", "①", "①甲"),
    ClauseCase("G-51", headings("一、甲", "三、乙"), "第2段“三、”应为第 2 项", headings("一、甲", "二、乙")),
    ClauseCase(
        "G-51", headings("一、甲", "一、乙"), "第2段“一、”应为第 2 项", headings("一、甲", "（一）子", "二、乙")
    ),
    ClauseCase(
        "G-52",
        headings("一、甲", "（一）子", "二、乙", "1.丑"),
        "“一、”之下有的用“（一）”、“1.”",
        headings("一、甲", "1.子", "二、乙", "1.丑"),
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase(
        "G-53",
        docx(body("抓整改。第一、加强学习。")),
        "第1段“抓整改。第一、加强学习。”中的“第一、”",
        docx(body("抓整改。第一，加强学习。")),
    ),
    ClauseCase(
        "G-53", docx(body("一是，加强学习。")), "第1段“一是，加强学习。”中的“一是，”", docx(body("一是加强学习。"))
    ),
)
