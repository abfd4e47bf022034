"""Texts that an office already has in; a spec that says the same words out, with an account of every line."""

from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Kept, Reading
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.readers.text import read_text

__all__ = ["Kept", "Reading", "SourceLine", "read_lines", "read_text"]
