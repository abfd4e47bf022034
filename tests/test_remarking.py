"""What was found in a bulletin as comments in a DOCX, seen by programs that are not ours."""

from pathlib import Path

import pytest

from bulletin_gen.checking import check
from bulletin_gen.errors import ReadError
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.readers.docx import docx_lines, read_docx
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.text import read_text
from bulletin_gen.remarking import remark, remark_docx
from bulletin_gen.rendering import render
from bulletin_gen.spec.load import load_spec
from bulletin_gen.where import Where
from judges import CHECKOUT, libreoffice_docx, ooxml_errors
from word_comments import comment_on
from word_edits import Hand

SPEC = """
issuer: {name: 中共柳塘县沙湾镇委员会}
title: 关于巡察整改情况的通报
opening: 无
results:
  issues:
    - problem: 采购、合同、等制度不健全
      text: 修订了采购、合同、等制度。
"""
EXAMPLES = sorted((CHECKOUT / "examples").glob("*党*.yaml"))


def anchored(docx: bytes) -> list[str]:
    """Return the words that comments are about."""
    return sorted(remark.quoted for remark in read_returned(docx, "a.docx").remarks)


def on_each_line(docx: bytes) -> list[Finding]:
    """Return a finding on words of each line, from its second character on."""
    lines = [line for line in docx_lines(docx).lines if len(line.text) > 5]
    return [
        Finding("a/b", Severity.WARNING, "请核对", where=Where(line=line.number), quote=Quote(line.text, 1, 4))
        for line in lines
    ]


def test_what_check_finds_in_a_spec_is_a_comment_on_the_words() -> None:
    spec = load_spec(SPEC)
    findings = [finding for finding in check(spec) if finding.rule == "marks/mark-before-deng"]

    assert anchored(remark(spec, findings)) == ["、", "、"]


def test_what_check_finds_in_a_text_is_a_comment_on_the_words() -> None:
    reading = read_text("关于巡察整改情况的通报\n一、整改情况\n修订了采购、合同、等制度,已印发。\n中共柳塘县委员会\n")
    findings = [finding for finding in check(reading) if finding.rule == "marks/mark-before-deng"]

    assert anchored(remark(reading, findings)) == ["、"]


def test_what_check_finds_in_a_docx_is_a_comment_on_the_words_and_all_else_stays() -> None:
    docx = render(load_spec(SPEC), ["docx"]).files["docx"]
    findings = [finding for finding in check(read_docx(docx)) if finding.rule == "marks/mark-before-deng"]

    after = remark_docx(docx, findings)

    assert anchored(after) == ["、", "、"]
    assert docx_lines(after).lines == docx_lines(docx).lines


def test_what_is_about_no_line_is_a_comment_on_the_first() -> None:
    docx = render(load_spec(SPEC), ["docx"]).files["docx"]

    after = remark_docx(docx, [Finding("a/b", Severity.WARNING, "没有日期")])

    assert anchored(after) == ["关于巡察整改情况的通报"]


def test_what_is_no_docx_is_refused() -> None:
    with pytest.raises(ReadError):
        remark_docx(b"PK", [])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_libreoffice_shows_the_comments_on_the_same_words(path: Path, tmp_path: Path) -> None:
    docx = render(read_spec(path), ["docx"]).files["docx"]
    findings = on_each_line(docx)
    commented = tmp_path / "通报.docx"
    commented.write_bytes(remark_docx(docx, findings))

    resaved = libreoffice_docx(commented, tmp_path / "again").read_bytes()

    in_the_text = [words for words in anchored(commented.read_bytes()) if words]
    assert len(in_the_text) > len(findings) * 0.9  # the rest stand in text boxes
    assert [words for words in anchored(resaved) if words] == in_the_text


@pytest.mark.parametrize("office", ["Office2007", "Microsoft365"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_commented_docx_is_valid(path: Path, office: str, tmp_path: Path) -> None:
    docx = render(read_spec(path), ["docx"]).files["docx"]
    commented = tmp_path / "通报.docx"
    commented.write_bytes(remark_docx(docx, on_each_line(docx)))

    assert ooxml_errors(commented, office) == []


@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_comments_that_are_there_keep_their_replies(office: str, tmp_path: Path) -> None:
    docx = render(read_spec(EXAMPLES[0]), ["docx"]).files["docx"]
    words = next(line.text for line in docx_lines(docx).lines if len(line.text) > 60)[20:30]
    docx = comment_on(docx, words, "请核实", Hand("县财政局"), [("已核实", Hand("党政办"))], resolved=True)
    commented = tmp_path / "commented.docx"
    commented.write_bytes(remark_docx(docx, on_each_line(docx)))

    remarks = read_returned(commented.read_bytes(), "commented.docx").remarks

    (kept,) = (remark for remark in remarks if remark.text == "请核实")
    assert (kept.quoted, [reply.text for reply in kept.replies], kept.resolved) == (words, ["已核实"], True)
    assert len(remarks) == 1 + len(on_each_line(docx))
    assert ooxml_errors(commented, office) == []
