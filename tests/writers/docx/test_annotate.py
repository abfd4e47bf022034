"""Comments put into a DOCX that others made: around the very words, all else as it was."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from bulletin_gen.errors import ReadError
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx import docx_lines, printed_lines
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.spans import Comment
from bulletin_gen.writers.docx.annotate import Annotation, annotated
from damage import element
from docx_parts import names
from judges import ooxml_errors

SPLIT = ("已", "完成", "整改的措", "施", "。")  # the runs of a paragraph


def made(*paragraphs: tuple[str, ...]) -> bytes:
    """Return a DOCX, each of its paragraphs made of runs."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate(runs):
            paragraph.add_run(text).bold = number % 2 == 1
    return saved(document)


def saved(document: DocxDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def commented(source: bytes, *places: tuple[str, str]) -> bytes:
    """Return a DOCX with a comment on each of the words, which stand once in it."""
    opened = WordFile(source)
    annotations = []
    for words, said in places:
        line, origins = next((line, origins) for line, origins in printed_lines(opened) if words in line)
        start = line.index(words)
        end = start + len(words)
        first = next(origin for origin in origins if start < origin.end)
        last = next(origin for origin in origins if end <= origin.end)
        ends = last.at + end - last.start
        begins = first.at + start - first.start
        annotations.append(Annotation(first.element, begins, last.element, ends, Comment(said, "校对")))
    return annotated(opened.package, annotations)


def anchored(source: bytes) -> list[tuple[str, str]]:
    """Return each comment's words and what it says, in the order of the text."""
    return [(remark.quoted, remark.text) for remark in read_returned(source, "a.docx").remarks]


@pytest.mark.parametrize("words", ["已", "完成", "成整", "已完成整改的措施。", "改的", "措施", "施。"])
def test_a_comment_is_around_its_words_however_they_are_cut_into_runs(words: str) -> None:
    after = commented(made(SPLIT), (words, "请核对"))

    assert anchored(after) == [(words, "请核对")]
    assert [line.text for line in docx_lines(after).lines] == ["".join(SPLIT)]


def test_comments_may_touch_hold_and_cross_one_another() -> None:
    places = [("已完成", "一"), ("完成整改", "二"), ("整改的措施", "三"), ("的", "四"), ("施", "五")]

    assert sorted(anchored(commented(made(SPLIT), *places))) == sorted(places)


def test_the_looks_of_a_run_that_is_parted_stay() -> None:
    after = docx.Document(io.BytesIO(commented(made(("已完成整改", "的措施")), ("成整", "请核对"))))

    assert [(run.text, bool(run.bold)) for run in after.paragraphs[0].runs if run.text] == [
        ("已完", False),
        ("成整", False),
        ("改", False),
        ("的措施", True),
    ]


def test_every_other_part_is_as_it_was() -> None:
    before = made(SPLIT)
    after = commented(before, ("完成", "请核对"))
    changed = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert all(old.read(name) == new.read(name) for name in set(old.namelist()) - changed)
    assert set(names(after)) - set(names(before)) == {"word/comments.xml"}


def test_comments_that_are_there_stay() -> None:
    document = docx.Document(io.BytesIO(made(SPLIT)))
    document.add_comment(document.paragraphs[0].runs[1], "几项？", "王芳")

    after = commented(saved(document), ("措施", "请核对"))

    assert anchored(after) == [("完成", "几项？"), ("措施", "请核对")]


def test_words_that_were_tracked_or_linked_have_their_comment() -> None:
    document = docx.Document(io.BytesIO(made(("甲", "乙丙", "丁"), ("戊己庚",))))
    for number, holder in enumerate(("w:ins", "w:hyperlink")):
        run = document.paragraphs[number].runs[-1]._element
        wrapped = element(f'<{holder} w:id="{number}" w:author="王芳"/>' if holder == "w:ins" else f"<{holder}/>")
        run.addprevious(wrapped)
        wrapped.append(run)
    places = [("丁", "一"), ("己", "二")]

    after = commented(saved(document), *places)

    assert anchored(after) == places


def test_words_in_a_text_box_have_theirs_around_the_box() -> None:
    document = docx.Document(io.BytesIO(made(("正文。",))))
    content = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    box = f"<w:r><w:pict><v:shape {vml}><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    document.paragraphs[0]._element.append(element(box))

    after = commented(saved(document), ("框内", "请核对"))

    root = docx.Document(io.BytesIO(after)).element
    (start,) = root.iter(qn("w:commentRangeStart"))
    assert start.getparent() is next(root.iter(qn("w:p")))
    assert start.getnext().find(qn("w:pict")) is not None


def test_a_file_in_the_strict_form_is_refused() -> None:
    source = made(SPLIT)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, content)

    with pytest.raises(ReadError, match="另存为普通的"):
        commented(packed.getvalue(), ("完成", "请核对"))


@pytest.mark.parametrize("office", ["Office2007", "Microsoft365"])
def test_the_file_is_a_valid_docx(office: str, tmp_path: Path) -> None:
    path = tmp_path / "通报.docx"
    path.write_bytes(commented(made(SPLIT, ("第二段",)), ("完成整", "一"), ("整改", "二"), ("二段", "三")))

    assert ooxml_errors(path, office) == []
