"""What a YAML text says, and which characters of the file say it."""

import pytest
import yaml

from bulletin_gen.where import Typed
from bulletin_gen.yamltext.typed import characters, content_start
from calls import calls

TEXTS = [
    "已补齐台账",
    "已补齐，\n  其余三项",
    "'it''s 一'",
    "'甲\n  乙'",
    '"甲\\t乙\\u4e00\\"丙\\\\"',
    '"甲，\\\n  乙"',
    '"\\x41\\U0001F600"',
    "|\n  甲\n    乙\n\n  丙\n",
    "|-  # 注\n  甲\r\n  乙\r\n",
    ">\n  甲\n  乙\n",
]


def typed_in(source: str) -> tuple[str, Typed]:
    """The value of the only field, and where it stands."""
    *_, event = (event for event in yaml.parse(source) if isinstance(event, yaml.ScalarEvent))
    style = event.style or ""
    return event.value, Typed(event.start_mark.index, event.end_mark.index, style)


@pytest.mark.parametrize("text", TEXTS)
def test_all_that_is_seen_is_said_in_order(text: str) -> None:
    source = f"text: {text}"
    value, typed = typed_in(source)
    said = characters(source, typed).text

    assert "".join(said.split()) == "".join(value.split())


@pytest.mark.parametrize("text", ["已补齐，\n  其余三项", "'甲\n  乙'", "|\n  甲\n    乙\n", ">\n  甲\n  乙\n"])
def test_each_character_knows_where_it_stands(text: str) -> None:
    source = f"text: {text}"
    said = characters(source, typed_in(source)[1])
    places = zip(said.text, said.starts, said.ends, strict=True)

    assert all(source[start:end] == char for char, start, end in places if not char.isspace())


def test_an_escape_stands_where_it_is_spelt() -> None:
    source = 'text: "\\u4e00甲"'
    said = characters(source, typed_in(source)[1])

    assert (said.text, source[said.starts[0] : said.ends[0]]) == ("一甲", "\\u4e00")


def test_only_a_text_whose_lines_are_kept_has_line_ends() -> None:
    for style, expected in (("|", "甲\n乙\n"), (">", "甲 乙 ")):
        source = f"text: {style}\n甲\n乙\n"

        assert characters(source, Typed(6, len(source), style)).text == expected


def test_a_block_begins_below_its_sign() -> None:
    source = "text: |-  # 注\n  甲\n"

    assert source[content_start(source, typed_in(source)[1]) :] == "  甲\n"


@pytest.mark.parametrize(("quote", "text"), [("'", "a-"), ('"', "a-"), ("", "a-"), ("'", "''"), ('"', "\\n")])
def test_a_character_costs_a_few_calls_wherever_it_stands(quote: str, text: str) -> None:
    source = f"text: {quote}{text * 5_000}{quote}"

    assert calls(lambda: characters(source, Typed(6, len(source), quote))) < 6 * len(source)
