"""Texts that an office already has in; a spec that says the same words out, with an account of every line."""

from bulletin_gen.readers.lines import SourceLine
from bulletin_gen.readers.reading import Kept, Reading
from bulletin_gen.readers.recognise import recognise
from bulletin_gen.readers.text import read_text

__all__ = ["Kept", "Reading", "SourceLine", "read_text", "recognise"]
