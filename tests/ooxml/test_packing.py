"""A package is the ZIP file that everybody else would have made of its parts."""

import io
import zipfile

import pytest

from bulletin_gen.ooxml.packing import EARLIEST, member, packed, zipped

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": "整改情况通报".encode() * 5000,
    "docProps/core.xml": b"",
}


def by_the_library(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


@pytest.mark.parametrize("parts", [{}, PARTS, {"附件/清单.xml": b"<a/>"}])
def test_it_is_to_the_byte_what_the_library_writes(parts: dict[str, bytes]) -> None:
    assert zipped(parts) == by_the_library(parts)


def test_members_made_ready_before_give_the_same_file() -> None:
    ready = {name: member(content) for name, content in PARTS.items()}

    assert packed(ready) == packed(ready) == zipped(PARTS)


def test_what_was_packed_is_read_again_in_its_order() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(PARTS))) as package:
        assert package.testzip() is None
        assert [(name, package.read(name)) for name in package.namelist()] == list(PARTS.items())
