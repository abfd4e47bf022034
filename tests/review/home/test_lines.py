"""The lines of a draft: those that a reader of its DOCX prints, and of each word the field that it was typed in."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen import Numbering, Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx import printed_lines
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.draft import draft_of
from judges import CHECKOUT

EXAMPLES = [
    path for path in sorted((CHECKOUT / "examples").rglob("*.yaml")) if "issuer:" in path.read_text(encoding="utf-8")
]
DRAFT = """
issuer: {name: 中共青禾县水务局党组, short_name: 县水务局党组}
inspection: {deployed_by: 县委, team: 县委第二巡察组}
results:
  heading: 整改落实情况
  issues:
    - problem: 河道管护不到位
      text: 县水务局党组逐条认领, 限期办结
      measures: [清理河道垃圾120吨, "{{ issuer.short_name }}聘请护河员36名。"]
"""


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_they_are_those_of_the_docx(path: Path, numbering: Numbering) -> None:
    spec = bulletin_gen.read_spec(path)
    docx = bulletin_gen.render(spec, ["docx"], numbering=numbering).files["docx"]

    printed = [fold(text) for text, _ in printed_lines(WordFile(docx, None, Revisions.ACCEPT))]

    assert [fold(line.text) for line in draft_of(spec).lines] == printed


def pieces(number: int) -> list[tuple[str, str]]:
    line = draft_of(bulletin_gen.load_spec(DRAFT)).lines[number]
    return [(piece.path.rpartition(".")[2], line.text[piece.start : piece.end]) for piece in line.pieces]


def test_words_are_known_by_the_field_they_were_typed_in_with_the_stop_that_is_put_behind_them() -> None:
    assert pieces(4) == [
        ("text", "县水务局党组逐条认领，限期办结"),
        ("measures[0]", "清理河道垃圾120吨。"),
        ("measures[1]", "县水务局党组聘请护河员36名。"),
    ]


def test_the_problem_is_known_within_its_heading() -> None:
    assert pieces(3) == [("problem", "河道管护不到位")]


def test_a_character_of_a_placeholder_stands_for_all_of_it() -> None:
    text = draft_of(bulletin_gen.load_spec(DRAFT)).texts["results.issues[0].measures[1]"]

    assert text.printed == "县水务局党组聘请护河员36名。"
    assert {one.name for one in text.said[:6]} == {"issuer.short_name"}
    assert text.typed[text.said[0].start : text.said[0].end] == "{{ issuer.short_name }}"
    assert text.typed[text.said[6].start] == "聘"


def test_a_space_that_is_not_printed_stands_between_those_that_are() -> None:
    text = draft_of(bulletin_gen.load_spec(DRAFT)).texts["results.issues[0].text"]

    assert "".join(text.typed[one.start : one.end] for one in text.said) == "县水务局党组逐条认领,限期办结"
