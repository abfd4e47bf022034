"""A finished DOCX or PDF on disk -> its bytes."""

from pathlib import Path

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.reasons import reason
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.where import Where


def read_finished(path: str | Path) -> bytes:
    """Return the bytes of a file, of one that is too big only the first. Raises ReadError when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "请给出 .docx、.pdf 文件或通报（.yaml）的路径"
        raise ReadError(Problem(f"读不了这个文件：{reason(error)}", hint, Where(str(path)))) from None
