"""Rules on words, usage, names and publication: silent on our own examples, and in time that grows with the text."""

import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import FrameType

import pytest

import bulletin_gen
from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks import names, publication, usage, words
from bulletin_gen.checks.blanks import BLANK
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.terms import terms_of
from bulletin_gen.composing import compose
from bulletin_gen.readers.text import read_text
from judges import CHECKOUT
from steps import steps

EXAMPLES = sorted([*CHECKOUT.glob("examples/*.yaml"), *CHECKOUT.glob("examples/issued/*.yaml")])
RULES: tuple[Rule[Manuscript], ...] = (*words.WORDS, *usage.USAGE, *names.NAMES, *publication.PUBLICATION)
MODULES = [
    import_module(f"{package.__name__}.{module.name}")
    for package in (words, usage, names, publication)
    for module in iter_modules(package.__path__)
]
PATTERNS = {
    "blank": BLANK,
    **{rule.name: rule.look.pattern for rule in RULES if hasattr(rule.look, "pattern")},
    **{
        f"{module.__name__}.{name}": value
        for module in MODULES
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    },
}
TEXTS = {
    "digits": lambda n: "1" * n + "元",
    "groups of digits": lambda n: "1381 " * n,
    "a mark without end": lambda n: "加强" + "查" * n,
    "beginnings of collocations": lambda n: "加强通过由于涉及" * n,
    "the same word": lambda n: "联系" * n + "，",
    "的 without end": lambda n: "的" * n,
    "opening brackets": lambda n: "（请待" * n,
    "opening quotes": lambda n: "“四个意识" * n,
    "short names": lambda n: "（以下简称甲" * n,
    "questions": lambda n: "？" * n,
    "letters": lambda n: "a" * n + "@",
    "backslashes": lambda n: "C:\\" * n,
    "surnames": lambda n: "给予王" * n,
    "party": lambda n: "中共中国共产党" * n + "委",
    "crosses": lambda n: "×" * n + "_" * n,
}
OFFICE = Office(
    preferred={"管委会": "园区管委会"},
    units=("青禾县住房和城乡建设局",),
    people={"白松溪": "副局长"},
    phones=("0571-88012345",),
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_examples_give_no_finding(path: Path) -> None:
    manuscript = manuscript_of(bulletin_gen.read_spec(path), ANY_OFFICE)

    assert [str(finding) for rule in RULES for finding in rule.findings(manuscript)] == []


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_takes_four_times_as_long_over_four_times_the_text(pattern: re.Pattern[str]) -> None:
    for name, text in TEXTS.items():
        small, large = (steps(pattern, text(n)) for n in (20, 80))

        assert large <= 4.5 * small + 100, name


def calls(function: Callable[[], object]) -> int:
    """How many functions are called, those of C as well."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


DOCUMENT = compose(read_text("关于整改情况的通报\n根据统一部署，开展了巡察。").spec)


@pytest.mark.parametrize("text", [*TEXTS.values(), lambda n: "防防犯犯" * n, lambda n: "青禾县设局" * n], ids=str)
def test_all_rules_call_four_times_as_much_over_four_times_the_text(text: Callable[[int], str]) -> None:
    def look(count: int) -> int:
        manuscript = Manuscript(DOCUMENT, (Passage(text(count)),), office=OFFICE)
        assert manuscript.passages[0].text
        return calls(lambda: [finding for rule in RULES for finding in rule.findings(manuscript)])

    look(1)  # reads the lists

    assert look(400) <= 4.5 * look(100) + 2000


def test_a_list_is_searched_in_time_that_grows_with_the_text() -> None:
    terms = terms_of("错别字")
    once, fourfold = (calls(lambda n=n: list(terms.found_in("关健康防犯罪" * n))) for n in (100, 400))  # type: ignore[misc]

    assert fourfold <= 4.5 * once
