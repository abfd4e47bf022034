"""What is changed in one place is changed in all: a name, a day, a status, the list of issues.

Tried on each example, on each example as it comes back from its text, and on each published bulletin where they are at
hand. What cannot follow is told: when it is rendered, or beside the field in the imported file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bulletin_gen
from bulletin_gen import Bulletin, Issue, Spec, Status
from bulletin_gen.checks.table import check_spec
from bulletin_gen.composing.counts import all_issues, count
from bulletin_gen.document import Paragraph, Title, block_lines
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.readers.notes import notes_on
from bulletin_gen.spans import flat
from bulletin_gen.text.dates import read_date
from judges import CHECKOUT

EXAMPLES = sorted([*(CHECKOUT / "examples").glob("*.yaml"), *(CHECKOUT / "examples" / "issued").glob("*.yaml")])
PUBLISHED = sorted((CHECKOUT.parent / "shared" / "bulletins").glob("*.txt"))
NAMES = {"name": "中共临江区柳湾街道工作委员会", "short_name": "柳湾街道党工委"}
DATES = {"start", "end", "date", "issue_date", "as_of", "version_date", "printing_date", "deadline"}


def example(path: Path) -> Bulletin:
    return bulletin_gen.read_spec(path).bulletin


def come_back(path: Path) -> Reading:
    return read_text(bulletin_gen.plain_text(bulletin_gen.compose(example(path))))


def readings() -> Iterator[Any]:
    for path in EXAMPLES:
        yield pytest.param(path, come_back, id=path.stem)
    for path in PUBLISHED:
        yield pytest.param(path, bulletin_gen.read_bulletin, id=path.stem)
    if not PUBLISHED:
        skipped = pytest.mark.skip(reason="the published bulletins are not beside the checkout")
        yield pytest.param(None, None, id="published", marks=skipped)


IMPORTED = pytest.mark.parametrize(("path", "read"), list(readings()))
EACH_EXAMPLE = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def said(bulletin: Bulletin) -> str:
    return bulletin_gen.plain_text(bulletin_gen.compose(bulletin))


def told(bulletin: Bulletin) -> set[str]:
    return {finding.rule for finding in check_spec(Spec(bulletin))}


# ---- the name ----------------------------------------------------------------------------------------------------


def renamed(bulletin: Bulletin) -> Bulletin:
    return bulletin.model_copy(update={"issuer": bulletin.issuer.model_copy(update=NAMES)})


def old_names_in(text: str, bulletin: Bulletin) -> list[str]:
    names = (bulletin.issuer.name, bulletin.issuer.short_name)
    return [name for name in names if len(name) > 4 and name in text]


@EACH_EXAMPLE
def test_no_text_of_an_example_keeps_an_old_name(path: Path) -> None:
    bulletin = example(path)
    texts = [
        flat(line)
        for block in bulletin_gen.compose(renamed(bulletin)).blocks
        if isinstance(block, Title | Paragraph)
        for line in block_lines(block)
    ]

    assert old_names_in("\n".join(texts), bulletin) == []


@IMPORTED
def test_an_imported_bulletin_keeps_no_old_name_without_a_word(path: Path, read: Any) -> None:
    reading = read(path)
    left = old_names_in(said(renamed(reading.bulletin)), reading.bulletin)

    assert not left or "issuer" in notes_on(reading)


def hand_written(text: str, **issuer: str) -> Bulletin:
    issuer = {"name": "中共青禾县河湾镇委员会", "short_name": "河湾镇党委", **issuer}
    return Bulletin.model_validate({"issuer": issuer, "opening": "无", "organisation": {"text": text}})


@pytest.mark.parametrize(
    "text", ["河湾镇党委高度重视，召开会议12次。", "反馈以后，逐条研究。下一步，河湾镇党委将持续整改。"]
)
def test_an_old_name_in_a_text_written_by_hand_is_told(text: str) -> None:
    assert "spec/stale-name" not in told(hand_written(text))
    assert "spec/stale-name" in told(renamed(hand_written(text)))


@EACH_EXAMPLE
def test_an_example_has_no_old_name(path: Path) -> None:
    assert "spec/stale-name" not in told(example(path))


# ---- the days ----------------------------------------------------------------------------------------------------


def a_year_on(value: Any, field: str = "") -> Any:
    """Return what a bulletin dumps with each typed day moved by a year."""
    if isinstance(value, dict):
        return {name: a_year_on(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [a_year_on(item, field) for item in value]
    if isinstance(value, str) and field in DATES:
        return re.sub(r"^\d{4}(?=[-年])", lambda match: str(int(match[0]) + 1), value)
    return value


def days_in(value: Any, field: str = "") -> Iterator[str]:
    """Yield each typed day that names its year, as it is printed."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from days_in(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from days_in(item, field)
    elif isinstance(value, str) and field in DATES and re.match(r"\d{4}", value):  # `end` is also a mark: 。
        yield read_date(value).text


def assert_days_move(bulletin: Bulletin) -> None:
    fields = bulletin.model_dump()
    moved = a_year_on(fields)
    text = said(Bulletin.model_validate(moved))
    old = set(days_in(fields)) - set(days_in(moved))

    assert [day for day in old if re.search(rf"(?<!\d){day}", text)] == []


@EACH_EXAMPLE
def test_all_days_of_an_example_move(path: Path) -> None:
    assert_days_move(example(path))


@IMPORTED
def test_all_days_of_an_imported_bulletin_move(path: Path, read: Any) -> None:
    assert_days_move(read(path).bulletin)


# ---- the issues --------------------------------------------------------------------------------------------------


def without_last_issue(bulletin: Bulletin) -> Bulletin:
    results = bulletin.results
    assert results is not None
    if results.issues:
        fewer = results.model_copy(update={"issues": results.issues[:-1]})
    else:
        last = max(at for at, section in enumerate(results.sections) if section.issues)
        sections = list(results.sections)
        sections[last] = sections[last].model_copy(update={"issues": sections[last].issues[:-1]})
        fewer = results.model_copy(update={"sections": sections})
    return bulletin.model_copy(update={"results": fewer})


def counts_issues(bulletin: Bulletin) -> bool:
    return bulletin.results is not None and len(all_issues(bulletin.results)) > 1


def old_numbers_in(text: str, bulletin: Bulletin) -> list[str]:
    number = count(bulletin).issues
    return re.findall(rf"(?:反馈|指出|提出)[^。；，\d]{{0,6}}(?<!\d){number}个(?:突出|具体|主要|重点)?问题", text)


@EACH_EXAMPLE
def test_an_example_without_one_issue_keeps_no_old_number_without_a_word(path: Path) -> None:
    bulletin = example(path)
    if not counts_issues(bulletin):
        return
    fewer = without_last_issue(bulletin)

    assert not old_numbers_in(said(fewer), bulletin) or "spec/counts" in told(fewer)


@IMPORTED
def test_an_imported_bulletin_without_one_issue_keeps_no_old_number_without_a_word(path: Path, read: Any) -> None:
    reading = read(path)
    if not counts_issues(reading.bulletin):
        return
    fewer = without_last_issue(reading.bulletin)

    left = old_numbers_in(said(fewer), reading.bulletin)
    assert not left or "spec/counts" in told(fewer) or "results" in notes_on(reading)


# ---- a status ----------------------------------------------------------------------------------------------------


def undone(issues: list[Issue]) -> list[Issue]:
    """Return the issues, the first that says it is done still under way."""
    at = next(at for at, issue in enumerate(issues) if issue.status is Status.DONE)
    return [*issues[:at], issues[at].model_copy(update={"status": Status.ONGOING}), *issues[at + 1 :]]


def with_one_undone(bulletin: Bulletin) -> Bulletin | None:
    """Return the bulletin with one issue fewer done, None where none says that it is."""
    results = bulletin.results
    if results is None or not any(issue.status is Status.DONE for issue in all_issues(results)):
        return None
    if results.issues:
        changed = results.model_copy(update={"issues": undone(results.issues)})
    else:
        done = [any(issue.status is Status.DONE for issue in section.issues) for section in results.sections]
        at, sections = done.index(True), list(results.sections)
        sections[at] = sections[at].model_copy(update={"issues": undone(sections[at].issues)})
        changed = results.model_copy(update={"sections": sections})
    return bulletin.model_copy(update={"results": changed})


def old_progress_in(text: str, bulletin: Bulletin) -> list[str]:
    done = count(bulletin).done
    return re.findall(rf"问题(?:中，已完成整改{done}个|已全部完成整改)|(?<!\d){done}个已完成", text)


def assert_progress_follows(bulletin: Bulletin) -> None:
    changed = with_one_undone(bulletin)
    if changed is not None:
        told_of = {"spec/all-done", "spec/status-text", "spec/status-below"} & told(changed)
        assert not old_progress_in(said(changed), bulletin) or told_of


@EACH_EXAMPLE
def test_the_progress_of_an_example_follows_a_status(path: Path) -> None:
    assert_progress_follows(example(path))


@IMPORTED
def test_the_progress_of_an_imported_bulletin_follows_a_status(path: Path, read: Any) -> None:
    assert_progress_follows(read(path).bulletin)


# ---- fields that print nothing -----------------------------------------------------------------------------------


@IMPORTED
def test_no_field_is_typed_that_prints_nothing(path: Path, read: Any) -> None:
    bulletin = read(path).bulletin

    assert "spec/idle-field" not in told(bulletin)
    results = bulletin.results
    if results is not None and "counts.declared" not in bulletin.model_dump_json():
        assert results.counts == []
    if results is not None and results.progress is None and results.measures_progress is None:
        assert results.as_of is None
