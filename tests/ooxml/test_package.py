"""Which files are refused, and with which words."""

import contextlib
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_gen.errors import ReadError
from bulletin_gen.ooxml import package
from bulletin_gen.ooxml.package import MAX_PART_BYTES
from bulletin_gen.readers.docx import docx_lines
from small_docx import MAIN, p, small_docx, zipped

GOOD = small_docx(p("甲"))


def refusal(source: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        docx_lines(source, "旧稿.docx")
    return str(caught.value)


def with_part(name: str, content: str | bytes) -> bytes:
    """Return the good file with one part put in the place of its own."""
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        files: dict[str, str | bytes] = {entry: archive.read(entry) for entry in archive.namelist()}
    return zipped(files | {name: content})


def without_part(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        return zipped({entry: archive.read(entry) for entry in archive.namelist() if entry != name})


def document(inside: str, before: str = "") -> bytes:
    return with_part("word/document.xml", f'{before}<w:document xmlns:w="{MAIN}">{inside}</w:document>')


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "文件是空的"),
        (OLE, "旧格式的 Word（.doc）"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\xef\xbb\xbf<html><body>", "网页或 XML"),
        ("标题\n正文".encode(), "不是 DOCX 文件"),
        (b"PK\x03\x04 and no more", "已损坏"),
        (GOOD[: len(GOOD) // 2], "已损坏"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "OpenDocument"),
        (zipped({"a.txt": "甲"}), "没有 Word 正文"),
    ],
)
def test_other_kinds_of_files_are_named(source: bytes, message: str) -> None:
    assert message in refusal(source)


def test_a_refusal_names_the_file_and_the_way_out() -> None:
    assert refusal(OLE).startswith("旧稿.docx：这是旧格式的 Word（.doc）或 WPS 文件，不是 DOCX；")
    assert "另存为" in refusal(OLE)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (without_part("word/document.xml"), "缺少部件 word/document.xml"),
        (without_part("_rels/.rels"), "没有 Word 正文"),
        (document("<w:body><w:p>"), "内容已损坏"),
        (with_part("word/document.xml", b"\xff\xfe\x00"), "内容已损坏"),
        (with_part("word/document.xml", "<workbook/>"), "不是 DOCX"),
        (document("<w:body>" + "<w:x>" * 400 + "</w:x>" * 400 + "</w:body>"), "嵌套层次太深"),
        (document("&a;", '<!DOCTYPE a [<!ENTITY a "b">]>'), "DTD 或实体定义"),
        (document("", '<!DOCTYPE a SYSTEM "file:///etc/passwd">'), "DTD 或实体定义"),
    ],
)
def test_damaged_and_unsafe_parts_are_refused(source: bytes, message: str) -> None:
    assert message in refusal(source)


def test_entities_are_never_expanded() -> None:
    """Ten levels of ten would be ten thousand million characters."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "甲"}">' for n in range(10))

    assert "DTD 或实体定义" in refusal(document("<w:body>&e9;</w:body>", f"<!DOCTYPE a [{entities}]>"))


def test_a_part_missing_that_the_text_needs() -> None:
    source = small_docx(p("甲"), numbering="")
    with zipfile.ZipFile(BytesIO(source)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    del files["word/numbering.xml"]

    assert "缺少部件 word/numbering.xml" in refusal(zipped(files))


@pytest.mark.parametrize("size", [3_000_000, MAX_PART_BYTES + 1])
def test_a_zip_bomb_is_refused(size: int) -> None:
    assert "解压后过大" in refusal(document(" " * size))


def test_many_parts_of_bearable_size_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_READ_BYTES", 10_000)

    assert "解压后过大" in refusal(_with_headers({f"header{n}": "甲" * 1000 for n in range(4)}))


def _with_headers(headers: dict[str, str]) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    rows = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{name}.xml"/>' for name in headers)
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    )
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    files |= {f"word/{name}.xml": f"<a>{text}</a>" for name, text in headers.items()}
    return zipped(files | {"word/_rels/document.xml.rels": relations})


def test_a_file_of_too_many_parts() -> None:
    assert "部件超过" in refusal(zipped({str(number): "" for number in range(10_001)}))


def test_a_part_with_a_password() -> None:
    """The first bit of an entry's flags says that it is encrypted."""
    source = bytearray(GOOD)
    for start, flags in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = -1
        while (at := source.find(start, at + 1)) >= 0:
            source[at + flags] |= 1

    assert "加了密码" in refusal(bytes(source))


def test_a_strict_document_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    source = with_part(
        "word/document.xml",
        f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
    )

    assert [line.text for line in docx_lines(source).lines] == ["甲"]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_with_bytes_changed_is_read_or_refused(at: int, change: bytes) -> None:
    damaged = GOOD[:at] + change + GOOD[at + len(change) :]

    with contextlib.suppress(ReadError):
        docx_lines(damaged)
