"""Where lines may not begin or end."""

from dataclasses import replace

from bulletin_gen.element import Element
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import body, docx, full_lines, pdf, printed


def lines(*texts: str) -> Measured:
    return pdf(printed(Element.BODY, *texts))


def over_two_pages(first: int, second: int) -> Measured:
    """A paragraph with so many lines on each of two pages."""
    above, below = full_lines(first - 1), full_lines(second - 1, page=2)
    return pdf(replace(above, lines=above.lines + below.lines), pages=2)


SOUND = lines("坚持问题导向，逐条", "研究、逐项落实。")

CASES = (
    ClauseCase("M-01", lines("坚持问题导向", "，逐条研究。"), "第1页第2行“，逐条研究。”", SOUND),
    ClauseCase("M-01", lines("推动解决“急难愁盼", "”问题。"), "第1页第2行“”问题。”", SOUND),
    ClauseCase(
        "M-01",
        docx(body("坚持问题导向", keeps_line_rules=False)),
        "第1段“坚持问题导向”关闭了避头尾",
        docx(body("坚持问题导向")),
        calm=Verdict.UNMEASURED,
    ),
    ClauseCase("M-02", lines("推动解决“", "急难愁盼”问题。"), "第1页第1行“推动解决“”", SOUND),
    ClauseCase(
        "M-02",
        lines("分为县/", "乡两级。"),
        "第1页第1行“分为县/”",
        lines("见https://www.qinghe.gov.cn/xxgk/", "zgtb.html。"),
    ),
    ClauseCase("M-04", lines("坚持一个目标—", "—为民。"), "第1页第1行“持一个目标—”", lines("坚持一个目标——", "为民。")),
    ClauseCase("M-04", lines("会议、活动等…", "…。"), "第1页第1行“议、活动等…”", lines("会议、活动等", "……。")),
    ClauseCase(
        "M-13", lines("坚持问题导向，抓好落", "实。"), "第1页第2行“实。”；可调整用词", SOUND, verdict=Verdict.UNMEASURED
    ),
    ClauseCase(
        "M-14",
        over_two_pages(3, 1),
        "第2页第1行“长期坚持。”；每页排足行数优先",
        over_two_pages(2, 2),
        verdict=Verdict.UNMEASURED,
    ),
)
