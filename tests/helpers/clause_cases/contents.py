"""What is left in a document, and what nobody looked at."""

from bulletin_gen.proof.outcome import Verdict
from clause_cases.case import ClauseCase
from measured import body, docx, full_lines, pdf

PLAIN = docx(body("做到有部署"))

CASES = (
    ClauseCase(
        "N-02",
        docx(body("做到有部署"), left_in=("有修订 2 处（插入 1、删除 1）", "有批注 1 条")),
        "有修订 2 处（插入 1、删除 1），有批注 1 条",
        PLAIN,
    ),
    *(
        ClauseCase("N-06", docx(body(text)), f"第1段“{text}”有{name}", PLAIN)
        for text, name in (
            ("⼯作情况", "形似汉字的部首字符"),
            ("工作\u200b情况", "看不见的字符"),
            ("工作\u00a0情况", "不间断空格"),
            ("工作\ue000情况", "私用区字符"),
        )
    ),
    ClauseCase(
        "N-03",
        docx(body("做到有部署"), unseen=("脚注 2 处",)),
        "脚注 2 处",
        PLAIN,
        verdict=Verdict.UNMEASURED,
    ),
    ClauseCase(
        "N-03",
        pdf(full_lines(1), remarks=("文件有损坏，略过 1 处",)),
        "文件有损坏，略过 1 处",
        pdf(full_lines(1)),
        verdict=Verdict.UNMEASURED,
    ),
)
