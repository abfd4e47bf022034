"""Figures: GB/T 15835."""

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from clause_cases.marks import places
from measured import docx, folio, full_lines, pdf, printed


def lines(*texts: str) -> Measured:
    return pdf(printed(Element.BODY, *texts))


CASES = (
    places("G-91", "完成整改１２项", "中的“１２”", "完成整改12项"),
    ClauseCase(
        "G-91",
        pdf(full_lines(1), page_numbers=(folio(1, "— １ —"),)),
        "页码“— １ —”",
        pdf(full_lines(1), page_numbers=(folio(1),)),
    ),
    ClauseCase("G-92", lines("收回资金12", "34万元"), "第1页第1行“收回资金12／34万元”", lines("收回资金", "1234万元")),
    ClauseCase(
        "G-92",
        lines("收回资金1.", "5万元"),
        "第1页第1行“收回资金1.／5万元”",
        lines("见www.qinghe.cn/2024.", "12/a"),
    ),
    ClauseCase("G-92", lines("完成率为98", "%以上"), "第1页第1行“完成率为98／%以上”", lines("完成率为", "98%以上")),
    ClauseCase(
        "G-93",
        lines("巡察时间为2024", "年3月至5月"),
        "第1页第1行“间为2024／年3月至”；可调整用词",
        lines("巡察时间为", "2024年3月"),
        verdict=Verdict.UNMEASURED,
    ),
    places("G-94", "24年3月开展检查", "中的“24年”", "2024年3月开展检查，10年来"),
    places("G-94", "力争24年底完成", "中的“24年”", "力争2024年底完成，用20年时间"),
    places("G-95", "二〇二四年3月开展检查", "中的“二〇二四年3月”", "2024年3月开展检查"),
    ClauseCase(
        "G-95",
        docx(*places("G-95", "二〇二四年三月开展检查", "", "").firing.paragraphs, *lines("2025年1月完成").paragraphs),
        "第1段“二〇二四年三月开展检查”中的“二〇二四年三月”，别处用阿拉伯数字",
        docx(*lines("2024年3月开展检查", "2025年1月完成").paragraphs),
    ),
    places("G-96", "走访3、4个村", "中的“3、4”", "走访三四个村，第3、4个问题，1、3个问题"),
    places("G-97", "收回资金3千万元", "中的“3千”", "收回资金3000万元，重5千克，高3百分点"),
    places("G-97", "预计9～16亿元", "中的“9～16亿”", "预计9亿～16亿元，15%～30%，3～5个"),
    places("G-98", "14届县委第三轮巡察", "中的“14届”", "十四届县委第三轮巡察，第3轮抽查"),
    places("G-98", "县委第3轮巡察", "中的“第3轮”", "县委第三轮巡察"),
)
