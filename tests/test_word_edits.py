"""The edits that tests make in a DOCX are such as Word would make: valid, and each says what it has to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bulletin_gen
from bulletin_gen.readers.docx import Revisions, docx_lines
from docx_parts import find, part
from judges import CHECKOUT, libreoffice_docx, ooxml_errors, redlines_settled
from random_edits import edited, lines_of, unedited
from word_comments import comment_on
from word_edits import (
    BODY,
    Hand,
    add_paragraph,
    delete_paragraph,
    delete_row,
    delete_words,
    insert_words,
    join_paragraph,
    move_paragraph,
    replace_words,
    split_paragraph,
)
from word_saves import as_word_saves, as_wps_saves
from word_targets import cells

SPEC = CHECKOUT / "examples" / "云岭镇党委.yaml"
LEDGER = CHECKOUT / "examples" / "issued" / "锦岚县住房和城乡建设局党组.yaml"
Edit = Callable[[bytes, Hand | None], bytes]
HANDS = pytest.mark.parametrize("hand", [None, Hand("县财政局")], ids=["plain", "tracked"])


def written(path: Path) -> bytes:
    return bulletin_gen.write_docx(bulletin_gen.compose(bulletin_gen.read_spec(path)), bulletin_gen.GBT9704)


DOCX = written(SPEC)
LINES = lines_of(DOCX)


def accepted(docx: bytes) -> list[str]:
    return list(lines_of(docx))


def rejected(docx: bytes) -> list[str]:
    return [line.text for line in docx_lines(docx, revisions=Revisions.REJECT).lines]


FIRST, SECOND = "（一）紧盯未完成的问题，一抓到底。", "（二）紧盯容易反弹的环节，常抓不懈。"
AT = next(at for at, line in enumerate(LINES) if line.startswith(FIRST))
ABOVE, BELOW = LINES[:AT], LINES[AT + 2 :]
ONE, TWO = LINES[AT], LINES[AT + 1]
NEW = "五是加强跟踪督办。"
EDITS: dict[str, tuple[Edit, list[str]]] = {
    "replace": (
        lambda docx, hand: replace_words(docx, "6份集体经济合同", "8份合同", hand),
        [ONE.replace("6份集体经济合同", "8份合同"), TWO],
    ),
    "insert": (
        lambda docx, hand: insert_words(docx, "一抓到底", "、一查到底", hand),
        [ONE.replace("一抓到底", "一抓到底、一查到底"), TWO],
    ),
    "delete": (
        lambda docx, hand: delete_words(docx, "（一）紧盯未完成的问题，", hand),
        [ONE.replace("（一）紧盯未完成的问题，", ""), TWO],
    ),
    "delete-paragraph": (lambda docx, hand: delete_paragraph(docx, FIRST, hand), [TWO]),
    "add-paragraph": (lambda docx, hand: add_paragraph(docx, FIRST, NEW, hand), [ONE, NEW, TWO]),
    "split": (
        lambda docx, hand: split_paragraph(docx, "一抓到底", hand),
        [*ONE.replace("一抓到底", "\n一抓到底").split("\n"), TWO],
    ),
    "join": (lambda docx, hand: join_paragraph(docx, FIRST, hand), [ONE + TWO]),
    "move": (lambda docx, hand: move_paragraph(docx, FIRST, SECOND, hand), [TWO, ONE]),
}


@HANDS
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_says_what_it_has_to_and_rejected_nothing(name: str, hand: Hand | None) -> None:
    edit, expected = EDITS[name]
    docx = edit(DOCX, hand)

    assert accepted(docx) == [*ABOVE, *expected, *BELOW]
    if hand is not None:
        assert rejected(docx) == list(LINES)


@pytest.mark.parametrize("name", EDITS)
def test_a_second_program_accepts_and_rejects_it_alike(name: str) -> None:
    edit, expected = EDITS[name]
    docx = edit(DOCX, Hand())

    assert accepted(redlines_settled(docx, "Accept")) == [*ABOVE, *expected, *BELOW]
    assert accepted(redlines_settled(docx, "Reject")) == list(LINES)


@HANDS
def test_a_row_and_a_cell_of_a_table(hand: Hand | None) -> None:
    docx = written(LEDGER)
    before = lines_of(docx)
    cell = next(text for text in cells(docx) if len(text) > 4)
    row = next(line for line in before if cell in line)

    changed, dropped = replace_words(docx, cell, "县林草局", hand), delete_row(docx, cell, hand)

    assert accepted(changed) == [line.replace(cell, "县林草局") for line in before]
    assert accepted(dropped) == [line for line in before if line != row]
    if hand is not None:
        assert rejected(changed) == rejected(dropped) == list(before)


def every_edit(hand: Hand | None) -> bytes:
    """Return a file with one edit of each kind, at different places, with comments and marks of Word."""
    docx = as_word_saves(DOCX)
    docx = comment_on(docx, "6份集体经济合同", "请核实\n见台账", Hand("县财政局"), [("已核实", Hand("党政办"))], True)
    docx = comment_on(docx, "一抓到底", "好")
    docx = replace_words(docx, "仍有争议", "尚有争议", hand)
    docx = insert_words(docx, "常抓不懈", "、久久为功", hand)
    docx = delete_words(docx, "诚恳", hand)
    docx = move_paragraph(docx, "（四）巡察、审计等", "二、巡察反馈问题", hand)
    docx = split_paragraph(docx, "如有意见建议", hand)
    docx = add_paragraph(docx, "（三）基层党组织", NEW, hand)
    docx = delete_paragraph(docx, "（二）整治群众", hand)
    return join_paragraph(docx, "（一）落实党的路线", hand)


@HANDS
@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_what_was_edited_is_valid(office: str, hand: Hand | None, tmp_path: Path) -> None:
    target = tmp_path / "edited.docx"
    target.write_bytes(every_edit(hand))

    assert ooxml_errors(target, office) == []


def test_what_was_edited_in_a_table_is_valid(tmp_path: Path) -> None:
    docx = as_wps_saves(written(LEDGER))
    first, *_, second = [text for text in cells(docx) if len(text) > 4]
    target = tmp_path / "edited.docx"
    target.write_bytes(replace_words(delete_row(docx, first, Hand()), second, "县林草局", Hand()))

    assert ooxml_errors(target, "Microsoft365") == []


def test_libreoffice_says_the_same_of_it(tmp_path: Path) -> None:
    source = tmp_path / "edited.docx"
    source.write_bytes(every_edit(Hand()))
    saved = libreoffice_docx(source, tmp_path / "saved").read_bytes()

    assert accepted(saved) == accepted(every_edit(None))
    assert rejected(saved) == list(LINES)


@pytest.mark.parametrize("save", [as_word_saves, as_wps_saves])
def test_saved_again_it_has_the_same_lines(save: Callable[[bytes], bytes]) -> None:
    assert lines_of(save(DOCX)) == LINES
    assert len(find(part(save(DOCX), BODY), ".//w:r")) >= len(find(part(DOCX, BODY), ".//w:r"))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_random_edits_say_what_they_have_to(data: st.DataObject) -> None:
    made = data.draw(edited(unedited(DOCX), [Hand(), Hand("县水利局")]))

    assert lines_of(made.docx) == made.lines, made.steps
    assert rejected(made.docx) == list(LINES), made.steps


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_random_plain_edits_say_what_they_have_to(data: st.DataObject) -> None:
    made = data.draw(edited(unedited(DOCX), [None]))

    assert lines_of(made.docx) == made.lines, made.steps
