"""What the rules on marks, numbers, units and white space cost grows with the text, not with the square of it."""

from collections.abc import Callable
from types import ModuleType

import pytest

from bulletin_gen.checks import spaces, units
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.marks import beside, ends, labels, lists, pairs, width
from bulletin_gen.checks.numbers import amounts, dates, numerals, ranges
from bulletin_gen.checks.table import TEXT_RULES
from bulletin_gen.document import Document, Paragraph
from bulletin_gen.properties import Properties
from bulletin_gen.spans import spanned
from bulletin_gen.text import wrong_marks, wrong_numbers
from bulletin_gen.text.regex import Regex
from calls import calls as counted_calls
from steps import steps

MODULES = (
    beside,
    ends,
    labels,
    lists,
    pairs,
    width,
    amounts,
    dates,
    numerals,
    ranges,
    spaces,
    units,
    wrong_marks,
    wrong_numbers,
)
GROUPS = {"marks", "numbers", "units", "spaces"}
TEXTS = {
    "Chinese": lambda n: "整" * n,
    "digits": lambda n: "1" * n + "。",
    "digits and dots": lambda n: "1." * n + "万",
    "digits and commas": lambda n: "1，111" * n,
    "digits and hyphens": lambda n: "12-" * n + "月",
    "dates": lambda n: "2024年13月" * n,
    "Chinese numerals": lambda n: "二三" * n + "个",
    "numerals and marks": lambda n: "一、" * n,
    "amounts": lambda n: "超过1万元" * n,
    "about": lambda n: "至少整改" * n + "3次以上",
    "at least a number": lambda n: "不少于" + "一" * n,
    "rates": lambda n: "整改完成" * n + "150%",
    "shares": lambda n: "占" * n + "的150%",
    "money": lambda n: "投资金额" * n + "3万。",
    "stops": lambda n: "，" * n,
    "dots": lambda n: "…" * n + "...." * n,
    "dashes": lambda n: "整" + "-" * n + "改",
    "opening quotes": lambda n: "“" * n,
    "closing quotes": lambda n: "”" * n,
    "opening and crossing": lambda n: "“（" * n + "”）" * n,
    "titles": lambda n: "《" * n + "》" * n,
    "titles not closed": lambda n: "“《整改" * n,
    "turtle brackets": lambda n: "〔整改制度" * n,
    "brackets of years": lambda n: "委[2024]" * n + "号",
    "a series": lambda n: "；深入开展教育。组织学习" * n,
    "topics": lambda n: "围绕廉政法规学习，" * n,
    "qualities": lambda n: "的可行性，" * n,
    "spaces": lambda n: "整" + " " * n + "改" + " " * n,
    "spaces and words": lambda n: "整改 " * n,
    "unseen": lambda n: "\u200b" * n,
    "entities": lambda n: "&amp" * n + ";",
    "full-width digits": lambda n: "１1" * n,
    "letters": lambda n: "1km" * n,
    "counts and names": lambda n: "“一次”召开3次、三次" * n,
    "publication": lambda n: "现将反馈意见，按照" * n,
}
PATTERNS = [
    pytest.param(pattern, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, pattern in vars(module).items()
    if isinstance(pattern, Regex)
]
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def manuscript(text: str) -> Manuscript:
    block = Paragraph(spanned(text))
    return Manuscript(Document(Properties("", ""), (block,)), (Passage(text, block=block),))


def calls(given: Manuscript) -> int:
    """How many functions are called while our rules read a text."""
    rules = [rule for rule in TEXT_RULES if rule.group in GROUPS]
    return counted_calls(lambda: [list(rule.findings(given)) for rule in rules])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_takes_four_times_as_long_over_four_times_the_text(pattern: Regex) -> None:
    worst = {name: steps(pattern, text(120)) / steps(pattern, text(30)) for name, text in TEXTS.items()}

    assert {name: ratio for name, ratio in worst.items() if ratio > 4.6} == {}


@each_text
def test_reading_four_times_the_text_takes_four_times_the_calls(text: Callable[[int], str]) -> None:
    small, large = (calls(manuscript(text(n))) for n in (100, 400))

    assert large <= 4.5 * small


def test_many_paragraphs_are_read_as_one_after_the_other() -> None:
    def some(count: int) -> Manuscript:
        one = manuscript("“整改落实，").passages
        return Manuscript(Document(Properties("", ""), ()), one * count)

    assert calls(some(400)) <= 4.5 * calls(some(100))


def test_every_file_of_rules_has_patterns_here() -> None:
    def patterns(module: ModuleType) -> int:
        return sum(isinstance(value, Regex) for value in vars(module).values())

    assert [module.__name__ for module in MODULES if not patterns(module)] == []
