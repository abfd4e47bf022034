"""Published bulletins, which lie beside the checkout where they lie at all: each is read whole and said again."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.composing.counts import all_issues
from bulletin_gen.document import Heading, plain_text
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin, Issue, Results, Status
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.numerals import Label

FOLDER = Path(__file__).parents[3] / "shared" / "bulletins"
NAMES = ("chongqing-2024", "hangzhou-2018", "shunyi-2021", "zhuzhou-2022")
WIDTHS = str.maketrans("，。：；？！（）“”‘’", ",.:;?!()\"\"''")

if not FOLDER.is_dir():
    pytest.skip(f"the published bulletins are not at {FOLDER}", allow_module_level=True)


def reading_of(name: str) -> Reading:
    return read_text((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt")


def squeezed(text: str) -> str:
    """The text without white space, marks half-width. Written apart from what the reader itself compares with."""
    return "".join(char for char in text if not char.isspace()).translate(WIDTHS)


def results_of(name: str) -> Results:
    results = reading_of(name).bulletin.results
    assert results is not None
    return results


def below(issues: list[Issue]) -> Iterator[Issue]:
    for issue in issues:
        yield from issue.sub_issues
        yield from below(issue.sub_issues)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_said_again_in_order(name: str) -> None:
    reading = reading_of(name)
    aside = {line.number for line in reading.set_aside}
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8-sig").split("\n")
    own = "".join(line for number, line in enumerate(lines, start=1) if number not in aside)

    assert squeezed(own) == squeezed(plain_text(compose(reading.bulletin)))
    assert reading.complete


@pytest.mark.parametrize("name", NAMES)
def test_no_label_is_kept_as_text(name: str) -> None:
    spec = reading_of(name).bulletin.model_dump(mode="json", exclude_defaults=True)

    assert [text for text in texts_in(spec) if text not in set(Label) and leading_label(text)] == []


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("chongqing-2024", [39, 40, 41, 42]),
        ("hangzhou-2018", [2, 62, 64, 66, 68, 70, 72]),
        ("shunyi-2021", [1, 3]),
        ("zhuzhou-2022", [1]),
    ],
)
def test_what_the_web_page_added_is_set_aside(name: str, lines: list[int]) -> None:
    assert [line.number for line in reading_of(name).set_aside] == lines


@pytest.mark.parametrize(
    ("name", "team", "start", "end", "feedback"),
    [
        ("chongqing-2024", "市委第一巡视组", "2023-10-10", "2023-12-15", "2024-01-16"),
        ("shunyi-2021", "区委第六巡察组", "2020-04-27", "2020-06-29", "2020-07-30"),
        ("zhuzhou-2022", "区委第四巡察组", "2022-03-01", "2022-04-30", "2022-06-07"),
    ],
)
def test_the_inspection_is_typed(name: str, team: str, start: str, end: str, feedback: str) -> None:
    inspection = reading_of(name).bulletin.inspection
    assert inspection is not None
    assert inspection.period is not None
    assert inspection.feedback is not None

    assert (inspection.team, inspection.period.start, inspection.period.end) == (team, start, end)
    assert inspection.feedback.date == feedback
    assert inspection.wording is None


def test_beside_a_wording_no_field_is_typed_that_prints_nothing() -> None:
    inspection = reading_of("hangzhou-2018").bulletin.inspection
    assert inspection is not None

    assert inspection.wording is not None
    assert (inspection.team, inspection.period, inspection.deployed_by) == ("", None, "")


@pytest.mark.parametrize(
    ("name", "sections", "issues", "sub_issues"),
    [("chongqing-2024", 4, 12, 0), ("hangzhou-2018", 0, 12, 0), ("shunyi-2021", 3, 7, 0), ("zhuzhou-2022", 3, 12, 39)],
)
def test_the_issues_are_found(name: str, sections: int, issues: int, sub_issues: int) -> None:
    results = results_of(name)

    assert len(results.sections) == sections
    assert len(all_issues(results)) == issues
    assert len(list(below(all_issues(results)))) == sub_issues


def test_status_lines_are_typed() -> None:
    states = [issue.status for issue in below(all_issues(results_of("zhuzhou-2022")))]

    assert states.count(Status.DONE_AND_KEPT) == 38
    assert states.count(None) == 1


def test_running_numbers_are_a_property_of_the_style() -> None:
    assert [name for name in NAMES if results_of(name).issue_style.run_on] == ["shunyi-2021"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("chongqing-2024", ["10个突出问题", "22项具体表现"]),
        ("hangzhou-2018", []),
        ("shunyi-2021", ["8个方面", "18个具体问题"]),
        ("zhuzhou-2022", ["41项具体问题"]),
    ],
)
def test_declared_counts_that_the_list_does_not_give_are_told(name: str, told: list[str]) -> None:
    messages = [finding.message for finding in reading_of(name).findings if finding.rule == "import/count"]

    assert [message.partition("，")[0].removeprefix("文中说有") for message in messages] == told


@pytest.mark.parametrize("name", NAMES)
def test_no_count_or_day_is_typed_that_prints_nothing(name: str) -> None:
    results = results_of(name)

    assert (results.counts, results.progress) == ([], None)
    assert (results.as_of is None) is (results.measures_progress is None)


@pytest.mark.parametrize(
    ("name", "labels", "signature", "issue_date"),
    [
        ("chongqing-2024", ["联系电话", "邮政地址", "邮编", "传真", "电子邮箱"], True, "2024-11-13"),
        ("hangzhou-2018", ["联系电话", "邮政信箱", "电子邮箱"], False, None),
        ("shunyi-2021", ["联系电话", "邮政信箱", "电子邮箱"], False, None),
        ("zhuzhou-2022", [], True, "2022-10-24"),
    ],
)
def test_the_closing_is_typed(name: str, labels: list[str], signature: bool, issue_date: str | None) -> None:
    bulletin = reading_of(name).bulletin

    assert [field.label for field in bulletin.contact.fields] == labels if bulletin.contact else not labels
    assert (bulletin.issuer.signature != []) == signature
    assert bulletin.issue_date == issue_date


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("chongqing-2024", {}),
        ("hangzhou-2018", {"run-together-date": [4, 4, 4, 10, 22, 26, 38], "unpaired-mark": [10]}),
        ("shunyi-2021", {"missing-stop": [39]}),
        ("zhuzhou-2022", {"unpaired-mark": [71]}),
    ],
)
def test_damage_is_reported_with_its_line(name: str, rules: dict[str, list[int]]) -> None:
    found: dict[str, list[int | None]] = {}
    damage = {"run-together-date", "unpaired-mark", "missing-stop", "numbering-gap", "control-character"}
    for finding in reading_of(name).findings:
        if finding.rule.removeprefix("import/") not in damage:
            continue
        found.setdefault(finding.rule.removeprefix("import/"), []).append(finding.where.line)

    assert found == rules


def test_headings_stand_on_their_layers() -> None:
    bulletin: Bulletin = reading_of("zhuzhou-2022").bulletin
    headings = [block for block in compose(bulletin).blocks if isinstance(block, Heading)]

    assert {heading.level for heading in headings} == {1, 2, 3, 5}
    assert {unicodedata.name(flat(heading.label)[0]).split()[0] for heading in headings if heading.level == 5} == {
        "CIRCLED"
    }
