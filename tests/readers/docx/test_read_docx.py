"""From a DOCX to a spec: what our own writer and LibreOffice saved comes back word for word."""

from pathlib import Path

import pytest

import bulletin_gen
import judges
from bulletin_gen.document import Title, block_lines
from bulletin_gen.readers.docx import docx_lines, read_docx
from bulletin_gen.spans import flat
from small_docx import p, small_docx

EXAMPLES = sorted((judges.CHECKOUT / "examples").glob("*.yaml"))


def document_of(path: Path) -> bulletin_gen.Document:
    return bulletin_gen.compose(bulletin_gen.read_spec(path))


def docx_of(path: Path) -> bytes:
    return bulletin_gen.write_docx(document_of(path), bulletin_gen.GBT9704)


def text_below_title(document: bulletin_gen.Document) -> str:
    """Return the text without the breaks between its lines."""
    below = (block for block in document.blocks if not isinstance(block, Title))
    return "".join(flat(line) for block in below for line in block_lines(block))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back_from_its_docx(example: Path) -> None:
    """Written as DOCX, read, dumped as YAML, loaded and composed again, it says the same.

    But for the breaks of a title, which in a DOCX look like those by sense, and those of a name below the text, which
    comes back whole.
    """
    reading = read_docx(docx_of(example))
    bulletin = bulletin_gen.load_spec(bulletin_gen.dump_spec(reading.spec)).bulletin

    assert reading.complete
    untitled = {"import/title"} if reading.bulletin.title == "无" else set()
    assert {finding.rule for finding in reading.findings} - {"import/signature"} == untitled
    again, document = bulletin_gen.compose(bulletin), document_of(example)
    assert again.properties.title == document.properties.title
    assert text_below_title(again) == text_below_title(document)


@pytest.mark.parametrize("example", EXAMPLES[:2], ids=lambda path: path.stem)
def test_an_example_saved_by_libreoffice_has_the_same_lines(example: Path, tmp_path: Path) -> None:
    ours = tmp_path / "通报.docx"
    ours.write_bytes(docx_of(example))
    theirs = judges.libreoffice_docx(ours, tmp_path / "再存")

    assert docx_lines(theirs.read_bytes()).lines == docx_lines(ours.read_bytes()).lines


def test_findings_of_the_file_and_of_the_text_stand_in_order() -> None:
    body = p("甲单位关于巡察整改情况的通报") + p("（一）甲。乙") + p("（三）丙“丁。乙", "<w:r><w:object/></w:r>")
    findings = read_docx(small_docx(body)).findings

    assert [(finding.rule, finding.where.line) for finding in findings] == [
        ("import/object", 3),
        ("import/unpaired-mark", 3),
        ("import/numbering-gap", 3),
    ]


def test_a_docx_without_text_is_refused() -> None:
    with pytest.raises(bulletin_gen.ReadError, match="文件里没有文字"):
        read_docx(small_docx(p()))
