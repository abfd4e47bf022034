"""`check` on everything that it takes, and on our own examples: they are in order."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.finding import Severity
from judges import CHECKOUT, test_fonts

EXAMPLES = [*sorted((CHECKOUT / "examples").glob("*.yaml")), *sorted((CHECKOUT / "examples" / "issued").glob("*.yaml"))]
SPEC = "issuer: {name: 中共甲镇委员会}\nopening: 无\norganisation: 修订采购、合同、等制度。\n"
RULE = "marks/mark-before-deng"


def rules(given: bulletin_gen.Spec | bulletin_gen.Bulletin | bulletin_gen.Document | bulletin_gen.Reading) -> list[str]:
    return [finding.rule for finding in bulletin_gen.check(given)]


def test_a_spec_a_bulletin_a_document_and_a_reading_are_taken() -> None:
    spec = bulletin_gen.load_spec(SPEC)
    document = bulletin_gen.compose(spec)
    reading = bulletin_gen.read_text(bulletin_gen.plain_text(document))

    assert rules(spec) == rules(spec.bulletin) == rules(document) == rules(reading) == [RULE]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_there_is_nothing_to_say_of_an_example_but_what_every_rendering_tells(example: Path) -> None:
    fonts = bulletin_gen.find_fonts(directories=[test_fonts()])
    found = bulletin_gen.check(bulletin_gen.read_spec(example), fonts=fonts)
    told = [finding for finding in found if finding.severity is not Severity.NOTE]

    assert told == []


@pytest.mark.parametrize(("stage", "told"), [("", ["警告"]), ("stage: draft\n", []), ("stage: final\n", ["错误"])])
def test_a_placeholder_is_out_of_place_but_in_a_draft(stage: str, told: list[str]) -> None:
    spec = SPEC.replace("修订采购、合同、等制度", "开会【待补：次数】次") + stage

    assert [finding.severity for finding in bulletin_gen.check(bulletin_gen.load_spec(spec))] == told
