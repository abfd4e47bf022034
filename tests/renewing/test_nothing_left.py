"""No figure and no day of last year stands unmarked in this year's draft.

Tried on each example, on each as it comes back from its text, on the starter, and on each published bulletin where
they are at hand. Every figure that is left has a reason with a name.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

import bulletin_gen
import judges
import strategies
from bulletin_gen import Bulletin, NextYear
from bulletin_gen.readers.parse.texts import with_texts
from figures_left import figures_left
from judges import CHECKOUT

EXAMPLES = sorted([*(CHECKOUT / "examples").glob("*.yaml"), *(CHECKOUT / "examples" / "issued").glob("*.yaml")])
STARTER = CHECKOUT / "templates" / "通报.yaml"
EACH_EXAMPLE = pytest.mark.parametrize("path", [*EXAMPLES, STARTER], ids=lambda path: path.stem)
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")


def said(bulletin: Bulletin) -> str:
    return bulletin_gen.plain_text(bulletin_gen.compose(bulletin))


def uncounted(draft: NextYear) -> str:
    """Return what a draft says without what its placeholders say: counts of the issues that it has, and its issuer."""
    fields = with_texts(draft.bulletin.model_dump(), lambda text: _PLACEHOLDER.sub("□", text))
    return said(Bulletin.model_validate(fields))


def unexplained(draft: NextYear) -> list[str]:
    return [left.around for left in figures_left(uncounted(draft)) if not left.reason]


@EACH_EXAMPLE
def test_no_figure_of_an_example_is_left(path: Path) -> None:
    assert unexplained(bulletin_gen.as_next_year(bulletin_gen.read_spec(path))) == []


@EACH_EXAMPLE
def test_no_figure_of_an_example_is_left_when_it_comes_back_from_its_text(path: Path) -> None:
    reading = bulletin_gen.read_text(said(bulletin_gen.read_spec(path).bulletin))

    assert unexplained(bulletin_gen.as_next_year(reading.spec)) == []


@pytest.mark.parametrize("name", ["chongqing-2024", "hangzhou-2018", "shunyi-2021", "zhuzhou-2022"])
def test_no_figure_of_a_published_bulletin_is_left(name: str) -> None:
    path = next(path for path in judges.bulletins() if path.stem == name)

    assert unexplained(bulletin_gen.as_next_year(bulletin_gen.read_bulletin(path).spec)) == []


@settings(max_examples=60, deadline=None)
@given(strategies.bulletins())
def test_no_figure_of_any_bulletin_is_left(bulletin: Bulletin) -> None:
    draft = bulletin_gen.as_next_year(bulletin)

    assert unexplained(draft) == []
    assert bulletin_gen.load_spec(bulletin_gen.dump_spec(draft.bulletin)).bulletin == draft.bulletin


@EACH_EXAMPLE
def test_all_that_is_told_to_be_open_is_marked_and_no_more(path: Path) -> None:
    last = bulletin_gen.read_spec(path)
    draft = bulletin_gen.as_next_year(last)
    typed = bulletin_gen.dump_spec(draft.bulletin)

    assert typed.count("去年为") == len(draft.opened)


@EACH_EXAMPLE
def test_a_draft_comes_back_from_its_yaml(path: Path) -> None:
    draft = bulletin_gen.as_next_year(bulletin_gen.read_spec(path)).bulletin

    assert bulletin_gen.load_spec(bulletin_gen.dump_spec(draft)).bulletin == draft


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("召开会议3次", ["3"]),
        ("二〇二四年召开会议十二次", ["二〇二四年", "十二次"]),
        ("清退资金１２万元", ["１２"]),
        ("走访两家企业", ["两家"]),
        ("召开会议【待补：去年为3】次", []),
    ],
)
def test_the_search_itself_finds_a_figure_that_is_left(text: str, figures: list[str]) -> None:
    assert [left.figure for left in figures_left(text) if not left.reason] == figures


@pytest.mark.parametrize("text", ["1.学习", "每月一次", "八项规定", "一项任务", "联系电话：0123-4567890"])
def test_the_search_itself_explains_what_may_stay(text: str) -> None:
    assert all(left.reason for left in figures_left(text))
