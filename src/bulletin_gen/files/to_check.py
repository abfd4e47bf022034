"""A file that is to be checked -> its bytes, and the spec or the reading in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_gen.errors import ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import SPECS
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.spec import Spec
from bulletin_gen.yamltext.decode import MAX_YAML_BYTES

if TYPE_CHECKING:
    from bulletin_gen.readers.reading import Reading

_TEXTS = ("", ".txt", ".text", ".md")
_HINT = "请给出通报（.yaml）或原稿（.txt、.docx）的路径"
_SUFFIXES = (*SPECS, ".txt", ".docx")


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
    kind = path.suffix.lower()
    if kind in SPECS:  # known without all that reads a draft
        return _spec(path, read_at_most(path, MAX_YAML_BYTES, _HINT, ReadError, _SUFFIXES))
    from bulletin_gen.files.incoming import holds_spec, read_bulletin
    from bulletin_gen.ooxml.package import MAX_BYTES

    content = read_at_most(path, MAX_BYTES, _HINT, ReadError, _SUFFIXES)
    if kind in _TEXTS and not content.startswith(b"PK") and holds_spec(content, str(path)):
        return _spec(path, content)
    return ToCheck(path, content, read_bulletin(path, revisions), kind in _TEXTS)


def _spec(path: Path, content: bytes) -> ToCheck:
    return ToCheck(path, content, load_spec(content, str(path)), True)
