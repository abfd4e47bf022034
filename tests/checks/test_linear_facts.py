"""What the rules on facts and structure cost grows with the text, not with the square of it."""

from collections.abc import Callable

import pytest

from bulletin_gen.checks import outline
from bulletin_gen.checks.facts import (
    FACTS,
    agreement,
    counts,
    dates,
    days,
    figures,
    rates,
    status,
    sums,
    tables,
)
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.spec import names
from bulletin_gen.checks.structure import STRUCTURE, headings, numbering, wording
from bulletin_gen.checks.structure.completeness import ending, issues, opening, whole
from bulletin_gen.document import Document, Paragraph
from bulletin_gen.properties import Properties
from bulletin_gen.spans import spanned
from bulletin_gen.text.regex import Regex
from calls import calls
from steps import steps

MODULES = (
    agreement,
    counts,
    dates,
    days,
    ending,
    figures,
    headings,
    issues,
    names,
    numbering,
    opening,
    outline,
    rates,
    status,
    sums,
    tables,
    whole,
    wording,
)
TEXTS = {
    "offices": lambda n: "河湾镇" * n + "党委",
    "titles of plans": lambda n: "《中共青禾县" * n + "关于整改",
    "Chinese": lambda n: "整" * n,
    "digits": lambda n: "1" * n + "个",
    "thousands": lambda n: "1,111" * n + "个",
    "Chinese digits": lambda n: "十" * n + "个",
    "counts": lambda n: "完成整改1个" * n,
    "counts and stops": lambda n: "12个问题中，已完成整改10个。" * n,
    "counts and commas": lambda n: "12个问题，其余10个，共22个" * n,
    "counts and 、": lambda n: "甲3项、" * n + "，共5项",
    "parts": lambda n: "追缴10万元，其中甲6万元、" * n,
    "problems": lambda n: "反馈的3个方面12个问题" * n,
    "rates": lambda n: "46个项目完成34个，占73.9%，完成率10%，" * n,
    "changes": lambda n: "由1个增加到2个，增加1个，" * n,
    "that": lambda n: "该2笔" * n,
    "dates": lambda n: "2024年1月1日" * n,
    "ranges": lambda n: "2024年1月1日至3月1日" * n,
    "numbers of documents": lambda n: "2024年1月1日印发甲乙〔2024〕1号" * n,
    "half numbers of documents": lambda n: "青政发〔2024〕" * n,
    "titles": lambda n: "制定《甲办法》" * n,
    "titles side by side": lambda n: "《甲办法》" * n + "3项",
    "quotes side by side": lambda n: "“甲”、" * n + "3项",
    "titles not closed": lambda n: "制定《甲乙丙" * n,
    "quotes not closed": lambda n: "“甲乙" * n,
    "firstly": lambda n: "一是甲。" * n + "三是乙。",
    "firstly and thirdly": lambda n: "一是甲。三是乙。" * n,
    "announced": lambda n: "三项工作：一是甲。" * n,
    "then": lambda n: "。其次，甲" * n,
    "waiting": lambda n: "待甲乙后，" * n,
    "a heading": lambda n: "1." + "甲乙，" * n,
    "a heading of quotes": lambda n: "1.关于“" + "甲" * n,
    "labels": lambda n: "1.甲。2.乙。" * n,
    "problems of a heading": lambda n: "关于甲乙的等的等" * n,
    "commas": lambda n: "，" * n,
    "clauses": lambda n: "甲乙，" * n,
    "tabs": lambda n: "甲\t1\t" * n,
    "ways to reach": lambda n: "邮政信箱：甲路；联系电话：1234567" * n,
    "organs": lambda n: "中共甲乙" * n,
    "signs": lambda n: "&nbsp;" * n + "一、",
    "spaces": lambda n: " " * n + "一、",
}
RUNS = (
    "Chinese",
    "digits",
    "Chinese digits",
    "titles not closed",
    "quotes not closed",
    "clauses",
    "organs",
    "spaces",
)
PATTERNS = [
    pytest.param(pattern, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, pattern in vars(module).items()
    if isinstance(pattern, Regex)
]


def manuscript(text: str, times: int = 1) -> Manuscript:
    block = Paragraph(spanned(text))
    passages = tuple(Passage(text, block=block) for _ in range(times))
    return Manuscript(Document(Properties("", ""), (block,)), passages)


def read(given: Manuscript) -> Callable[[], object]:
    return lambda: [list(rule.findings(given)) for rule in (*FACTS, *STRUCTURE)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_does_not_start_again_and_again(pattern: Regex) -> None:
    worst = {name: steps(pattern, TEXTS[name](160)) / max(steps(pattern, TEXTS[name](40)), 200) for name in RUNS}

    assert {name: ratio for name, ratio in worst.items() if ratio > 6} == {}  # sixteen times were the square


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_reading_four_times_the_text_takes_four_times_the_calls(text: Callable[[int], str]) -> None:
    small, large = (calls(read(manuscript(text(n)))) for n in (100, 400))

    assert large <= 4.6 * small


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_four_times_the_paragraphs_take_four_times_the_calls(text: Callable[[int], str]) -> None:
    small, large = (calls(read(manuscript(text(3), times))) for times in (20, 80))

    assert large <= 4.6 * small
