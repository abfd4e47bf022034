"""What only an office program reads is read through LibreOffice, which leaves nothing behind and fetches nothing."""

import io
import os
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer
from typing import Literal

import pytest

import bulletin_gen
import judges
from bulletin_gen.cli import main
from bulletin_gen.files import libreoffice
from small_docx import p, small_docx

LINES = (
    "甲镇党委关于巡察整改情况的通报",
    "一、整改情况",
    "（一）关于“作风不实”问题的整改情况",
    "已制定制度3项。",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LINKED = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>甲'
    '<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{}"/></draw:frame>'
    "</text:p></office:text></office:body></office:document-content>"
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def saved_as(form: Literal["doc", "rtf", "odt"], folder: Path) -> Path:
    """Return the lines as LibreOffice saves them; skipped where it is missing."""
    source = folder / "旧稿.docx"
    source.write_bytes(small_docx("".join(map(p, LINES))))
    saved = judges.libreoffice_saved(source, folder, form)
    source.unlink()
    return saved


def said(reading: bulletin_gen.Reading) -> list[str]:
    return bulletin_gen.plain_text(bulletin_gen.compose(reading.bulletin)).splitlines()


@pytest.mark.parametrize(
    ("form", "name", "called"),
    [
        ("doc", "旧稿.doc", "Word 97—2003 文档（DOC）"),
        ("doc", "旧稿.wps", "WPS 文档（WPS）"),
        ("doc", "旧稿.docx", "Word 97—2003 文档（DOC）"),
        ("rtf", "旧稿.rtf", "RTF 文件"),
        ("rtf", "旧稿.doc", "RTF 文件"),
        ("odt", "旧稿.odt", "OpenDocument 文件（ODT）"),
    ],
)
def test_a_document_is_known_by_what_is_in_it_and_read_as_its_docx_would_be(
    form: Literal["doc", "rtf", "odt"], name: str, called: str, tmp_path: Path
) -> None:
    path = saved_as(form, tmp_path).rename(tmp_path / name)

    reading = bulletin_gen.read_bulletin(path)

    assert said(reading) == list(LINES)
    assert f"这是 {called}，由 LibreOffice 转成 DOCX 后读出" in [finding.message for finding in reading.findings]


def test_rendering_a_document_gives_what_importing_it_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    saved_as("doc", tmp_path)

    assert main(["render", "旧稿.doc", "--format", "txt", "-o", "公文"]) == 0
    assert Path("公文/旧稿.txt").read_text(encoding="utf-8").splitlines() == list(LINES)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved_as("doc", tmp_path)
    scratch = tmp_path / "暂存"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    bulletin_gen.read_bulletin(path)

    assert sorted(item.name for item in tmp_path.iterdir()) == ["旧稿.doc", "暂存"]
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("旧稿.doc", _OLE + "WordDocument".encode("utf-16-le") + bytes(4000)),
        ("旧稿.rtf", b"{\\rtf1 \\foo"),
        ("旧稿.odt", b"PK\x03\x04"),
    ],
)
def test_a_damaged_document_is_refused_and_never_read_as_text(name: str, content: bytes, tmp_path: Path) -> None:
    judges.libreoffice_text(_docx(tmp_path), tmp_path)  # skipped where LibreOffice is missing
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(bulletin_gen.ReadError, match=r"LibreOffice 读不了这个文件.*另存为"):
        bulletin_gen.read_bulletin(path)


def _docx(folder: Path) -> Path:
    path = folder / "甲.docx"
    path.write_bytes(small_docx(p("甲")))
    return path


@pytest.fixture
def asked() -> Iterator[tuple[str, list[object]]]:
    """Yield the address of a server on this machine, and who has called it."""
    callers: list[object] = []

    class Notes(BaseRequestHandler):
        def handle(self) -> None:
            callers.append(self.client_address)

    with TCPServer(("127.0.0.1", 0), Notes) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", callers
        server.shutdown()


def test_nothing_that_a_document_links_to_is_fetched(asked: tuple[str, list[object]], tmp_path: Path) -> None:
    judges.libreoffice_text(_docx(tmp_path), tmp_path)  # skipped where LibreOffice is missing
    address, callers = asked
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        parts.writestr("META-INF/manifest.xml", _MANIFEST)
        parts.writestr("content.xml", _LINKED.format(f"{address}/图.png"))
    path = tmp_path / "旧稿.odt"
    path.write_bytes(package.getvalue())

    assert said(bulletin_gen.read_bulletin(path)) == ["甲"]
    assert callers == []


# ---- where there is none, or it does not end ---------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what puts a shell script in LibreOffice's place; before it is called there is none."""
    programs = tmp_path / "程序"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(libreoffice, "_ELSEWHERE", ())

    def install(script: str) -> None:
        (programs / "soffice").write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
        (programs / "soffice").chmod(0o755)

    return install


@pytest.mark.usefixtures("installed")
def test_without_libreoffice_the_message_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.rtf"
    path.write_bytes(b"{\\rtf1 abc}")

    with pytest.raises(bulletin_gen.ReadError, match=r"这是 RTF 文件.*没有 LibreOffice.*另存为“Word 文档") as refused:
        bulletin_gen.read_bulletin(path)
    assert "先安装 LibreOffice" in str(refused.value)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a shell script")
def test_a_libreoffice_that_does_not_end_is_ended_with_all_that_it_started(
    installed: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_SECONDS", 1)
    installed(f"sleep 600 &\necho $! > {tmp_path}/worker\nwait")
    path = tmp_path / "旧稿.rtf"
    path.write_bytes(b"{\\rtf1 abc}")

    with pytest.raises(bulletin_gen.ReadError, match="1 秒内没有读完"):
        bulletin_gen.read_bulletin(path)
    assert not _runs(int((tmp_path / "worker").read_text(encoding="ascii")))


def _runs(process: int) -> bool:
    """Does a process run? One that has ended and that nobody has asked after does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.is_file() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")
