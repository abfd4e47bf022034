"""A file that an office has, in; the bulletin in it out."""

from pathlib import Path

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.bounded import read_at_most
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
    kind = path.suffix.lower()
    if kind in _SPECS:
        hint = f"请直接运行：bulletin-gen render {path}"
        raise ReadError(Problem("这已是通报的 YAML 文本，不用导入", hint, Where(str(path))))
    source = read_at_most(path, MAX_BYTES, "请给出原稿（.txt 或 .docx）的路径", ReadError)
    if kind in _WORD or source.startswith(_WORD_STARTS):
        return read_docx(source, str(path), revisions)
    return read_text(source, str(path))
