"""Every format that we write: a line of WRITERS, and a file with a function `write(job) -> bytes`."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType

from bulletin_gen.document import Colophon, Document
from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.fonts import FontSet
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import Pages
from bulletin_gen.style import Style


class Numbering(StrEnum):
    """Labels as text, or counted by Word: when an item is deleted there, the labels of the others close up."""

    LITERAL = "literal"
    LIVE = "live"


class Packing(StrEnum):
    """How a PDF is packed: by zlib, whatever the processor to the same bytes; or faster by ISA-L, whose bytes for the
    same pages may differ from processor to processor."""

    PORTABLE = "portable"
    FAST = "fast"

    def require(self) -> None:
        """Raise WriteError where it is not installed."""
        if self is Packing.FAST:
            try:
                import_module("isal.isal_zlib")
            except ImportError:
                hint = '请先运行：pip install "bulletin-gen[fast]"，或用通用的压缩（--packing 通用）'
                raise WriteError(Problem("没有安装 isal，PDF 不能快速压缩", hint)) from None


@frozen
class Laid:
    """The pages of a document, and the faces that they were laid out with."""

    pages: Pages
    fonts: FontSet


@frozen
class Job:
    """What a writer is given. `laid` is None where no writer of the job needs the pages."""

    document: Document
    style: Style
    numbering: Numbering = Numbering.LITERAL
    laid: Laid | None = None
    packing: Packing = Packing.PORTABLE


@frozen
class Writer:
    """A format: the module below this one that writes it.

    `draws_pages` for a format that is made of the pages; `places_colophon` for one that only has to be told where a
    版记 stands that is asked for on an even page.
    """

    home: str
    draws_pages: bool = False
    places_colophon: bool = False

    @property
    def module(self) -> str:
        """The full name of its module."""
        return f"{__name__}.{self.home}"

    def needs_pages(self, document: Document) -> bool:
        return self.draws_pages or (self.places_colophon and asks_for_even_page(document))

    def write(self, job: Job) -> bytes:
        """Return the file. The libraries that a format needs are loaded here, and not before."""
        written: bytes = import_module(self.module).write(job)
        return written


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "docx": Writer("docx.write", places_colophon=True),
        "pdf": Writer("pdf", draws_pages=True),
        "txt": Writer("text"),
    }
)


def asks_for_even_page(document: Document) -> bool:
    """Is there a 版记 that is to stand on an even page, even if that has to be one more?"""
    return any(isinstance(block, Colophon) and block.on_even_page for block in document.blocks)
