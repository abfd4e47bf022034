"""A file that an office has, in; the bulletin in it out."""

from pathlib import Path

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.reasons import reason
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.text import read_text
from bulletin_gen.where import Where

_WORD = frozenset([".docx", ".docm", ".dotx", ".doc", ".dot", ".wps"])
_WORD_STARTS = (b"PK", b"\xd0\xcf\x11\xe0")
_SPECS = frozenset([".yaml", ".yml"])


def read_bulletin(path: str | Path, revisions: Revisions = Revisions.ACCEPT) -> Reading:
    """Return the bulletin in a plain text or a DOCX; `revisions` tells what becomes of a DOCX's tracked changes.

    Raises ReadError when the file cannot be read, or holds no bulletin's text.
    """
    path = Path(path)
    kind, where = path.suffix.lower(), Where(str(path))
    if kind in _SPECS:
        raise ReadError(Problem("这已是通报的 YAML 文本，不用导入", f"请直接运行：bulletin-gen render {path}", where))
    try:
        with path.open("rb") as file:
            source = file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "请给出原稿（.txt 或 .docx）的路径"
        raise ReadError(Problem(f"读不了这个文件：{reason(error)}", hint, where)) from None
    if kind in _WORD or source.startswith(_WORD_STARTS):
        return read_docx(source, str(path), revisions)
    return read_text(source, str(path))
