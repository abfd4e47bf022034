"""Does a bulletin say the lines that it was read from?"""

from bulletin_gen.readers.echo import echo, said_lines
from bulletin_gen.spec.model import Bulletin, Issuer, Part
from source_lines import lines_of

BULLETIN = Bulletin(
    title="某局关于整改的通报",
    issuer=Issuer(name="某局", signature=[]),
    opening="无",
    organisation=Part(text="甲，乙。\n丙。"),
)
TEXTS = ("某局关于整改的通报", "甲，乙。", "丙。")


def test_each_paragraph_is_said_by_a_field() -> None:
    assert said_lines(BULLETIN) == [
        ("title", TEXTS[0]),
        ("organisation.text", TEXTS[1]),
        ("organisation.text", TEXTS[2]),
    ]


def test_a_field_begins_where_its_first_line_stands() -> None:
    found = echo(BULLETIN, lines_of(*TEXTS))

    assert found.broken is None
    assert {path: line.number for path, line in found.places.items()} == {"title": 1, "organisation.text": 2}


def test_width_and_white_space_do_not_count() -> None:
    assert echo(BULLETIN, lines_of(TEXTS[0], "甲, 乙.", "丙。 ")).broken is None


def test_the_first_line_that_is_not_said_breaks_it() -> None:
    cases = ((TEXTS[0], "甲，丁。", TEXTS[2]), (*TEXTS, "丁。"), TEXTS[:2])

    broken = [echo(BULLETIN, lines_of(*texts)).broken for texts in cases]

    assert [line.text if line else None for line in broken] == ["甲，丁。", "丁。", "甲，乙。"]
