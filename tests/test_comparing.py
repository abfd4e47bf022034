"""The redline as a DOCX and a PDF: what programs that are not ours make of it."""

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_gen.comparing import compare, write_comparison
from bulletin_gen.composing import compose
from bulletin_gen.document import Document, accept, plain_text, reject
from bulletin_gen.errors import BulletinError
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proving import prove_file
from bulletin_gen.readers.docx import Revisions, docx_lines
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from judges import CHECKOUT, libreoffice_settled, ooxml_errors, pdf_text, redlines_settled
from reviewed import MORNING
from spec_edits import edited_bulletins
from strategies import bulletins

EXAMPLES = [
    path
    for path in sorted((CHECKOUT / "examples").rglob("*党*.yaml"))
    if "results:" in path.read_text(encoding="utf-8")
]
NAMES = ("旧稿", "新稿")


def edited(spec: Spec) -> Spec:
    """Return a bulletin whose first issue was dropped, whose last was moved ahead and whose text was changed."""
    results = spec.bulletin.results
    assert results is not None
    if results.sections:
        first, *others = results.sections
        issues = [first.issues[-1], *first.issues[1:-1]] if len(first.issues) > 1 else first.issues
        changed = results.model_copy(update={"sections": [first.model_copy(update={"issues": issues}), *others]})
    else:
        issues = [results.issues[-1], *results.issues[1:-1]]
        changed = results.model_copy(update={"issues": issues})
    changed = changed.model_copy(update={"closing": "以上各项由党委办公室按月通报18次。", "counts": []})
    return Spec(spec.bulletin.model_copy(update={"results": changed}))


def dense(text: str) -> str:
    return "".join(text.split())


def redlined(path: Path) -> tuple[Spec, Spec, bytes]:
    old = read_spec(path)
    new = edited(old)
    made = write_comparison(compare(old, new, "核稿", MORNING), NAMES, ["docx"])
    return old, new, made.files["花脸稿", "docx"]


@pytest.mark.parametrize("settle", ["Accept", "Reject"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_settled_by_a_second_program_it_is_the_new_or_the_old_version(
    path: Path, settle: Literal["Accept", "Reject"]
) -> None:
    old, new, docx = redlined(path)

    settled = docx_lines(redlines_settled(docx, settle)).lines

    expected = plain_text(compose(new if settle == "Accept" else old))
    assert dense("".join(line.text for line in settled)) == dense(expected)


@pytest.mark.parametrize("settle", ["Accept", "Reject"])
@pytest.mark.parametrize("path", EXAMPLES[:4], ids=lambda path: path.stem)
def test_settled_by_libreoffice_as_well(path: Path, settle: Literal["Accept", "Reject"], tmp_path: Path) -> None:
    old, new, docx = redlined(path)
    source = tmp_path / "redline.docx"
    source.write_bytes(docx)

    settled = docx_lines(libreoffice_settled(source, tmp_path, settle).read_bytes()).lines

    expected = plain_text(compose(new if settle == "Accept" else old))
    assert dense("".join(line.text for line in settled)) == dense(expected)


def lines_of(document: Document) -> list[str]:
    return said_by(write_docx(document, GBT9704))


def said_by(docx: bytes, revisions: Revisions = Revisions.ACCEPT) -> list[str]:
    return [line.text for line in docx_lines(docx, revisions=revisions).lines]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_version_of_any_bulletin_is_the_redline_accepted_and_the_other_is_it_rejected(data: st.DataObject) -> None:
    """In the document, and in the DOCX as our own reader settles it."""
    old = data.draw(bulletins())
    new = data.draw(edited_bulletins(old))

    redlined = compare(old, new, "核稿", MORNING).redline.document

    before, after = compose(old), compose(new)
    assert accept(redlined).blocks == after.blocks
    assert reject(redlined).blocks == before.blocks
    docx = write_docx(redlined, GBT9704)
    assert said_by(docx) == lines_of(after)
    assert said_by(docx, Revisions.REJECT) == lines_of(before)


@settings(max_examples=6, deadline=None)
@given(st.data())
def test_a_second_program_settles_any_redline_alike(data: st.DataObject) -> None:
    old = data.draw(bulletins())
    new = data.draw(edited_bulletins(old))

    docx = write_docx(compare(old, new, "核稿", MORNING).redline.document, GBT9704)

    assert said_by(redlines_settled(docx, "Accept")) == lines_of(compose(new))
    assert said_by(redlines_settled(docx, "Reject")) == lines_of(compose(old))


@settings(max_examples=30, deadline=None)
@given(bulletins())
def test_any_bulletin_differs_in_nothing_from_itself(bulletin: Bulletin) -> None:
    comparison = compare(bulletin, bulletin, "核稿", MORNING)

    assert (comparison.changes, comparison.facts) == ((), ())
    assert comparison.redline.document == compose(bulletin)


@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_redline_and_table_are_valid(path: Path, office: str, tmp_path: Path) -> None:
    old = read_spec(path)
    made = write_comparison(compare(old, edited(old), "核稿", MORNING), NAMES, ["docx"])

    for (kind, _), content in made.files.items():
        target = tmp_path / f"{kind}.docx"
        target.write_bytes(content)
        assert ooxml_errors(target, office) == []


def test_the_pdf_says_what_its_marks_mean_and_holds_both_versions(tmp_path: Path) -> None:
    old = read_spec(EXAMPLES[0])
    made = write_comparison(compare(old, edited(old), "核稿", MORNING), NAMES, ["pdf"])
    path = tmp_path / "redline.pdf"
    path.write_bytes(made.files["花脸稿", "pdf"])

    text = dense(pdf_text(path))

    assert "有下划线的是新增，有删除线的是删去" in text
    assert "按月通报18次" in text


# What only the marks of changes break: their colour, their lines, and numbers of which both versions stand there.
OF_MARKS = {"文字颜色", "加粗倾斜下划线", "红色分隔线", "序数连续"}
OF_LINES = {"行首禁则", "行末禁则", "破折号省略号", "版心", "每行字数", "每页行数", "段落首行"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_pdf_keeps_the_rules_of_lines(path: Path) -> None:
    old = read_spec(path)
    made = write_comparison(compare(old, edited(old), "核稿", MORNING), NAMES, ["pdf"])

    rows = prove_file(made.files["花脸稿", "pdf"], "花脸稿.pdf").rows

    assert {row.element for row in rows if row.verdict is Verdict.BREAKS} <= OF_MARKS
    assert {row.element for row in rows if row.verdict is Verdict.CONFORMS} >= OF_LINES


def test_the_same_versions_give_the_same_bytes() -> None:
    old = read_spec(EXAMPLES[0])
    first, second = (write_comparison(compare(old, edited(old), "核稿", MORNING), NAMES).files for _ in range(2))

    assert first == second


def test_an_unknown_format_is_refused() -> None:
    old = read_spec(EXAMPLES[0])

    with pytest.raises(BulletinError, match="没有“odt”这种格式；可用：docx、pdf、html、json"):
        write_comparison(compare(old, old, "核稿"), NAMES, ["odt"])
