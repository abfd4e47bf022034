"""No rule on facts or structure finds a fault in our own examples, as specs or as the texts that they say."""

from pathlib import Path

import pytest

from bulletin_gen import plain_text, read_spec, read_text
from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks.facts import FACTS
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.structure import STRUCTURE
from judges import CHECKOUT

EXAMPLES = sorted([*(CHECKOUT / "examples").glob("*.yaml"), *(CHECKOUT / "examples" / "issued").glob("*.yaml")])
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
# The shortest way to write a bulletin leaves out its title, the feedback and the postcode.
LEFT_OUT = {"completeness/title", "completeness/feedback", "completeness/postcode"}


def told(manuscript: Manuscript) -> list[str]:
    return [str(finding) for rule in (*FACTS, *STRUCTURE) for finding in rule.findings(manuscript)]


@each_example
def test_an_example_is_silent(example: Path) -> None:
    assert told(manuscript_of(read_spec(example))) == []


@each_example
def test_the_text_of_an_example_is_silent_but_for_what_it_leaves_out(example: Path) -> None:
    manuscript = manuscript_of(read_text(plain_text(manuscript_of(read_spec(example)).document)))
    rules = (rule for rule in (*FACTS, *STRUCTURE) if rule.name not in LEFT_OUT)

    assert [str(finding) for rule in rules for finding in rule.findings(manuscript)] == []
