"""What was deleted here and inserted there under one name is a move, as Word tracks it."""

from dataclasses import replace
from pathlib import Path

import pytest

from blocks import Paragraph
from bulletin_gen.document import Document
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.properties import Properties
from bulletin_gen.readers.docx import docx_lines
from bulletin_gen.spans import Deleted, Inserted, Plain
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import find, part
from judges import ooxml_errors, redlines_settled
from reviewed import MORNING

GONE = Paragraph((Deleted((Plain("已补齐台账。"),), "核稿", MORNING, "移1"),))
COME = Paragraph((Inserted((Plain("已补齐台账。"),), "核稿", MORNING, "移1"),))
KEPT = Paragraph("已修订制度。")


def written(*blocks: Paragraph) -> bytes:  # type: ignore[valid-type]
    return write_docx(Document(Properties("", ""), blocks), GBT9704)


def test_both_ends_are_marked_and_named() -> None:
    root = part(written(GONE, KEPT, COME), "word/document.xml")

    ends = find(root, "//w:moveFromRangeStart | //w:moveToRangeStart")
    assert len({end.get(f"{{{end.nsmap['w']}}}name") for end in ends}) == 1
    assert len(find(root, "//w:p/w:moveFrom/w:r/w:t")) == 1
    assert len(find(root, "//w:p/w:moveTo/w:r/w:t")) == 1
    assert len(find(root, "//w:moveFromRangeEnd | //w:moveToRangeEnd")) == 2
    assert find(root, "//w:ins | //w:del") == []


def test_an_end_without_the_other_stays_a_deletion() -> None:
    root = part(written(GONE, KEPT), "word/document.xml")

    assert len(find(root, "//w:p/w:del")) == 1
    assert find(root, "//w:moveFrom | //@w:move") == []


def test_a_move_whose_time_is_not_known_stays_a_deletion_and_an_insertion() -> None:
    gone, come = (Paragraph((replace(block.text[0], when=None),)) for block in (GONE, COME))

    assert find(part(written(gone, KEPT, come), "word/document.xml"), "//w:moveFrom | //w:moveTo | //@w:move") == []


def test_it_is_read_as_a_move() -> None:
    changes = WordFile(written(GONE, KEPT, COME), None, None).body.changes

    assert {change.is_move for change in changes} == {True}


@pytest.mark.parametrize(
    ("settle", "expected"),
    [("Accept", ["已修订制度。", "已补齐台账。"]), ("Reject", ["已补齐台账。", "已修订制度。"])],
)
def test_a_second_program_settles_it(settle: str, expected: list[str]) -> None:
    settled = redlines_settled(written(GONE, KEPT, COME), settle)  # type: ignore[arg-type]

    assert [line.text for line in docx_lines(settled).lines] == expected


@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_it_is_valid(office: str, tmp_path: Path) -> None:
    path = tmp_path / "moved.docx"
    path.write_bytes(written(GONE, KEPT, COME))

    assert ooxml_errors(path, office) == []
