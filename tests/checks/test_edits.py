"""What a rule on marks, numbers, units or white space would write instead mends the fault and changes no word."""

import unicodedata

import pytest

from bulletin_gen.checking import check
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.table import TEXT_RULES
from bulletin_gen.finding import Finding
from bulletin_gen.readers.text import read_text
from bulletin_gen.text.chars import is_han

GROUPS = {"marks", "numbers", "units", "spaces"}
# These exchange one form of a character for another: 零 and 〇, 黨 and 党, ⾏ and 行, KM and km, 03月 and 3月, %ndash;.
CHARACTERS = {
    "numbers/han-year-zero",
    "numbers/padded-date",
    "marks/document-number",
    "spaces/traditional",
    "spaces/private-use",
    "spaces/entity",
    "units/symbol-case",
}


def edits(rule: str, text: str) -> list[Finding]:
    return [one for one in check(read_text(text)) if one.rule == rule and one.instead is not None]


def mended(rule: str, text: str) -> str:
    """The text with all edits of a rule, from its end to its beginning."""
    for one in reversed(edits(rule, text)):
        assert one.quote is not None
        paragraph = one.quote.paragraph
        new = f"{paragraph[: one.quote.start]}{one.instead}{paragraph[one.quote.end :]}"
        text = text.replace(paragraph, new) if text.count(paragraph) == 1 else text
    return text


def words(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if is_han(char) or char.isalnum())


def once_each() -> list[tuple[str, str]]:
    """Each text that breaks a rule of ours in one place of each paragraph."""
    texts = [(rule.name, text) for rule in TEXT_RULES if rule.group in GROUPS for text in rule.wrong]
    return [(rule, text) for rule, text in texts if len(edits(rule, text)) == 1]


@pytest.mark.parametrize(("rule", "text"), once_each())
def test_an_edit_mends_what_it_is_told_of(rule: str, text: str) -> None:
    assert mended(rule, text) != text
    assert edits(rule, mended(rule, text)) == []


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, text in once_each() if rule not in CHARACTERS])
def test_an_edit_changes_no_word(rule: str, text: str) -> None:
    assert words(mended(rule, text)) == words(text)


@pytest.mark.parametrize("rule", [rule for rule in TEXT_RULES if rule.group in GROUPS], ids=lambda rule: rule.name)
def test_a_finding_quotes_what_is_there(rule: Rule[Manuscript]) -> None:
    for text in rule.wrong:
        for found in check(read_text(text)):
            assert found.quote is not None
            assert 0 <= found.quote.start < found.quote.end <= len(found.quote.paragraph)
            assert found.quote.paragraph in text
