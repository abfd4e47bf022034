"""The patterns that look for faults all through a text take no more than linear time, whoever wrote it."""

import pytest

from bulletin_gen.proof.clauses import figures, lettering, marks, ordinals
from bulletin_gen.text.regex import Regex
from steps import steps

MODULES = (figures, marks, lettering, ordinals)
TEXTS = {
    "digits": "1",
    "Han digits": "二",
    "hyphens": "-",
    "dots": "中.",
    "dashes": "—",
    "marks of omission": "…",
    "stops": "。",
    "spaces": "中 ",
    "ranges": "1-",
    "years": "24年",
    "dates": "2024年1月",
    "quotes": "“",
    "Chinese": "中",
    "ordinals": "第1",
    "blanks": " ",
}


PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Regex)
}


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_takes_linear_time(pattern: Regex, piece: str) -> None:
    few, many = (steps(pattern, piece * count) for count in (50, 200))

    assert many < 6 * few + 1000
