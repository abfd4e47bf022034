"""The texts that an author typed."""

import bulletin_gen
from bulletin_gen.checks.blanks import BLANK
from bulletin_gen.checks.spec import names
from bulletin_gen.checks.typed import all_typed, typed_texts, typed_with
from bulletin_gen.text.regex import Regex
from line_ends import knows_line_ends

SPEC = bulletin_gen.load_spec(
    "issuer: {name: 中共青禾县河湾镇委员会}\nopening: 无\norganisation: {text: '召开专题会议。\n\n  逐项研究。'}\n"
    "results: {issues: [{heading: 台账不全, measures: [补建台账。, 逐月核对。]}]}\n"
)


def test_each_text_has_its_path() -> None:
    assert typed_texts(SPEC) == (
        ("issuer.name", "中共青禾县河湾镇委员会"),
        ("opening", "无"),
        ("organisation.text", "召开专题会议。\n逐项研究。"),
        ("results.issues[0].heading", "台账不全"),
        ("results.issues[0].measures[0]", "补建台账。"),
        ("results.issues[0].measures[1]", "逐月核对。"),
    )


def test_the_texts_of_a_pattern_are_told_in_order() -> None:
    assert [path for path, _ in typed_with(SPEC, Regex("逐[项月]|青禾"))] == [
        "issuer.name",
        "organisation.text",
        "results.issues[0].measures[1]",
    ]
    assert typed_with(SPEC, Regex("销号")) == []


def test_all_of_them_stand_one_below_the_other() -> None:
    assert all_typed(SPEC).split("\n")[-2:] == ["补建台账。", "逐月核对。"]


def test_the_patterns_that_all_texts_are_asked_for_at_once_know_no_line_ends() -> None:
    assert not knows_line_ends(BLANK)
    assert not knows_line_ends(names._OF_ONE)
