"""Rules on words, usage, names and publication: silent on our own examples, and in time that grows with the text."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

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
from bulletin_gen.text.regex import Regex
from calls import calls
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
        if isinstance(value, Regex)
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
    "misspelt and right": lambda n: "防防犯犯" * n,
    "halves of names": lambda n: "青禾县设局" * n,
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


def told(text: str, office: Office = ANY_OFFICE) -> list[tuple[str, str]]:
    """Return what is told of a text: the rule, and the words."""
    manuscript = manuscript_of(read_text(text), office)
    findings = [finding for rule in RULES for finding in rule.findings(manuscript)]
    return [(finding.rule, finding.quote.words) for finding in findings if finding.quote]


def test_the_words_quoted_are_the_author_s_own() -> None:
    """Marks may be half-width, brackets Latin: what is quoted stands in the file as it was typed."""
    text = "关于整改情况的通报\n根据统一部署,开展了巡察。\n追缴资金12万元(待核实),截止目前已完成."

    assert told(text) == [("usage/until", "截止"), ("publication/remark", "(待核实)")]


def test_a_name_that_is_public_may_be_said() -> None:
    text = "关于整改情况的通报\n给予王立新党内警告处分。"

    assert told(text) == [("publication/disciplined-person", "王立新")]
    assert told(text, Office(public_names=("王立新",))) == []


def test_a_mobile_number_of_the_office_may_be_said() -> None:
    text = "关于整改情况的通报\n联系电话：13812345678。"

    assert told(text) == [("publication/contact-mobile", "13812345678")]
    assert told(text, Office(phones=("138-1234-5678",))) == []


def test_an_office_that_says_nothing_is_held_to_nothing() -> None:
    registered = [rule for rule in RULES if rule.office != ANY_OFFICE]
    manuscript = manuscript_of(read_text("关于整改情况的通报\n管委会局长白松溪，电话88012354。"), ANY_OFFICE)

    assert len(registered) == 4
    assert [hit for rule in registered for hit in rule.look(manuscript)] == []


@pytest.mark.parametrize(
    ("said", "is_slip"),
    [
        ("青禾县住房和城乡建设局", False),
        ("青禾县住房与城乡建设局", True),
        ("青禾县住房城乡建设局", True),
        ("青禾县住房和城乡乡建设局", True),
        ("青禾县第二中学", False),
        ("青禾县住建局", False),
        ("青禾县自然资源和规划局", False),
    ],
)
def test_a_unit_that_is_almost_one_of_the_office_is_told(said: str, is_slip: bool) -> None:
    office = Office(units=("青禾县住房和城乡建设局", "青禾县第一中学"))
    rules = {rule for rule, _ in told(f"关于整改情况的通报\n会同{said}办理。", office)}

    assert ("names/office-unit" in rules) == is_slip


@pytest.mark.parametrize(
    ("said", "is_wrong"),
    [
        ("副局长白松溪", False),
        ("党组成员、副局长白松溪", False),
        ("局长白松溪", True),
        ("组长白松溪", False),
        ("白松溪", False),
    ],
)
def test_a_person_with_another_office_is_told(said: str, is_wrong: bool) -> None:
    office = Office(people={"白松溪": "县水务局党组成员、副局长"})
    rules = {rule for rule, _ in told(f"关于整改情况的通报\n由{said}负责。", office)}

    assert ("names/office-person" in rules) == is_wrong


def test_what_is_typed_into_a_spec_is_told_blank_once() -> None:
    """`spec/blank` tells it with its field."""
    spec = bulletin_gen.load_spec(
        "issuer: {name: 中共青禾县委员会}\nopening: 无\norganisation: {text: 召开会议____次。}"
    )
    manuscript = manuscript_of(spec, ANY_OFFICE)

    assert [finding for rule in RULES for finding in rule.findings(manuscript)] == []


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_takes_four_times_as_long_over_four_times_the_text(pattern: Regex) -> None:
    for name, text in TEXTS.items():
        small, large = (steps(pattern, text(n)) for n in (20, 80))

        assert large <= 4.5 * small + 100, name


DOCUMENT = compose(read_text("关于整改情况的通报\n根据统一部署，开展了巡察。").spec)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
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
