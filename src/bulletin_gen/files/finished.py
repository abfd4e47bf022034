"""A finished DOCX or PDF on disk -> its bytes."""

from pathlib import Path

from bulletin_gen.errors import ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.ooxml.package import MAX_BYTES


def read_finished(path: str | Path) -> bytes:
    """Return the bytes of a file, of one that is too big only the first. Raises ReadError when it cannot be read."""
    hint = "请给出 .docx、.pdf 文件或通报（.yaml）的路径"
    return read_at_most(path, MAX_BYTES, hint, ReadError, (".docx", ".pdf", ".yaml"))
