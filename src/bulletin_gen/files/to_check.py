"""A file that is to be checked -> its bytes, and the spec or the reading in them."""

from pathlib import Path

from bulletin_gen.errors import ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.incoming import holds_spec, read_bulletin
from bulletin_gen.files.names import SPECS
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.readers.reading import Reading
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.spec import Spec

_TEXTS = ("", ".txt", ".text", ".md")


@frozen
class ToCheck:
    """`is_text` tells a spec or a plain text, which can be edited as it stands, from a document of Word."""

    path: Path
    content: bytes
    given: Spec | Reading
    is_text: bool

    @property
    def is_docx(self) -> bool:
        return self.content.startswith(b"PK")


def read_to_check(path: Path, revisions: Revisions = Revisions.ACCEPT) -> ToCheck:
    """Return what a spec, a plain text or a DOCX holds. Raises BulletinError where it cannot be read.

    A spec may go by the name of a text (通报.yaml.txt). `revisions` tells what becomes of a DOCX's tracked changes.
    """
    hint = "请给出通报（.yaml）或原稿（.txt、.docx）的路径"
    content = read_at_most(path, MAX_BYTES, hint, ReadError, (*SPECS, ".txt", ".docx"))
    kind = path.suffix.lower()
    if kind in SPECS or (kind in _TEXTS and not content.startswith(b"PK") and holds_spec(content, str(path))):
        return ToCheck(path, content, load_spec(content, str(path)), True)
    return ToCheck(path, content, read_bulletin(path, revisions), kind in _TEXTS)
