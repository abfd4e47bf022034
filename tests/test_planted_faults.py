"""Faults planted in a DOCX as Word leaves them there: found at the words where a plain text has them, and commented."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from bulletin_gen.checking import check
from bulletin_gen.finding import Finding
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.text import read_text
from bulletin_gen.remarking import remark_docx
from damage import element
from judges import libreoffice_docx, ooxml_errors

LINES = (
    "中共青禾县河湾镇委员会关于巡察整改情况的通报",
    "根据县委统一布署，2024年3月4日至5月10日，县委第二巡察组对河湾镇党委开展了巡察。6月7日，巡察组反馈了意见。",
    "一、整改情况",
    "（一）关于“台账不全”问题的整改情况。对5家单位中6家进行了核查，追回资金3千万元。",
    "（二）关于“制度不严”问题的整改情况。修订了采购、合同、等制度，截止目前已惯彻落实，完成率150%。",
    "中共青禾县河湾镇委员会",
    "2024年12月25日",
)
RULES = frozenset(
    ["words/typing", "marks/mark-before-deng", "numbers/mixed-numerals", "arithmetic/more-than-all", "usage/until"]
)


def planted(write: Callable[[Paragraph, str], None], *, in_table: bool = False) -> bytes:
    """Return a DOCX whose paragraphs were written so; `in_table` puts the issues into cells."""
    document = docx.Document()
    for number, line in enumerate(LINES):
        holder = document.add_table(1, 1).cell(0, 0).paragraphs[0] if in_table and number in (3, 4) else None
        write(holder or document.add_paragraph(), line)
    return saved(document)


def saved(document: DocxDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def whole(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text)


def sign_by_sign(paragraph: Paragraph, text: str) -> None:
    for number, sign in enumerate(text):
        paragraph.add_run(sign).bold = number % 3 == 0


def half_inserted(paragraph: Paragraph, text: str) -> None:
    """Write every other pair of signs as inserted by a reviewer, and something that was deleted between."""
    for number, start in enumerate(range(0, len(text), 2)):
        run = paragraph.add_run(text[start : start + 2])._element
        if number % 2:
            change = element(f'<w:ins w:id="{number}" w:author="王核稿" w:date="2024-12-01T09:00:00Z"/>')
            run.addprevious(change)
            change.append(run)
    gone = '<w:del w:id="9000" w:author="王核稿"><w:r><w:delText>部署、等</w:delText></w:r></w:del>'
    paragraph._element.append(element(gone))


PLANTED: dict[str, Callable[[], bytes]] = {
    "whole": lambda: planted(whole),
    "sign by sign": lambda: planted(sign_by_sign),
    "tracked": lambda: planted(half_inserted),
    "in tables": lambda: planted(sign_by_sign, in_table=True),
}


def words(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.rule, one.quote.words) for one in findings if one.quote and one.rule in RULES]


EXPECTED = words(check(read_text("\n".join(LINES))))


def test_each_of_the_faults_is_one_that_rules_know() -> None:
    assert {rule for rule, _ in EXPECTED} == RULES


@pytest.mark.parametrize("how", PLANTED)
def test_they_are_found_at_the_same_words(how: str) -> None:
    assert sorted(words(check(read_docx(PLANTED[how]())))) == sorted(EXPECTED)


@pytest.mark.parametrize("how", PLANTED)
def test_the_comments_stand_on_these_words_as_libreoffice_shows_them(how: str, tmp_path: Path) -> None:
    source = PLANTED[how]()
    findings = [finding for finding in check(read_docx(source)) if finding.rule in RULES]
    commented = tmp_path / "commented.docx"
    commented.write_bytes(remark_docx(source, findings))

    shown = libreoffice_docx(commented, tmp_path / "again").read_bytes()

    remarks = read_returned(shown, "commented.docx").remarks
    assert sorted(remark.quoted for remark in remarks) == sorted(said for _, said in words(findings))


@pytest.mark.parametrize("office", ["Office2007", "Microsoft365"])
@pytest.mark.parametrize("how", PLANTED)
def test_the_commented_file_is_valid(how: str, office: str, tmp_path: Path) -> None:
    source = PLANTED[how]()
    before, after = tmp_path / "before.docx", tmp_path / "after.docx"
    before.write_bytes(source)
    after.write_bytes(remark_docx(source, check(read_docx(source))))

    assert ooxml_errors(after, office) == ooxml_errors(before, office)


def test_what_was_deleted_stays_deleted_in_the_commented_file() -> None:
    source = PLANTED["tracked"]()

    root = docx.Document(io.BytesIO(remark_docx(source, check(read_docx(source))))).element

    assert {text.text for text in root.iter(qn("w:delText"))} == {"部署、等"}
