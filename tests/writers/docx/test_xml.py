"""Markup says to the letter what it was made of, whatever that holds."""

import pytest

from bulletin_gen.writers.docx.xml import as_element, as_text, parsed, qualified, text_element, w

SAID = ["整改", "甲<乙>&“丙”", 'A "b" c', " 甲 乙 ", "甲\u00a0乙\u2028", "a\tb"]


@pytest.mark.parametrize("said", SAID)
def test_a_text_is_read_back(said: str) -> None:
    assert as_element(text_element("t", said)).text == said


@pytest.mark.parametrize("said", [*SAID, "a\nb\rc"])
def test_an_attribute_is_read_back(said: str) -> None:
    assert as_element(w("comment", author=said)).get(qualified("author")) == said


@pytest.mark.parametrize("said", ["甲\x07", "\ufffe", "\ud800"])
def test_what_no_xml_may_hold_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"XML|surrogates"):
        text_element("t", said)
    with pytest.raises(ValueError, match=r"XML|surrogates"):
        w("comment", author=said)


def test_elements_stand_in_one_another_with_their_attributes_in_order() -> None:
    assert w("p", w("pPr", w("jc", val="left")), w("r"), id=1, n=2) == (
        '<w:p w:id="1" w:n="2"><w:pPr><w:jc w:val="left"/></w:pPr><w:r/></w:p>'
    )


def test_read_as_elements_and_written_it_is_the_same() -> None:
    markup = w("p", w("r", text_element("t", "甲 & 乙"))) + w("p")

    assert "".join(map(as_text, parsed(markup))) == markup
