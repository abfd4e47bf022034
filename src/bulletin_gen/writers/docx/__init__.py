"""A document in the house format -> a DOCX file. What writes it is loaded when `write_docx` is first asked for."""

from typing import TYPE_CHECKING, Any

from bulletin_gen.writers.docx.options import Numbering as Numbering

if TYPE_CHECKING:
    from bulletin_gen.writers.docx.write import write_docx as write_docx


def __getattr__(name: str) -> Any:
    if name != "write_docx":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from bulletin_gen.writers.docx.write import write_docx

    return write_docx
