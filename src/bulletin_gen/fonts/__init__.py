"""Find the faces that a style asks for, and measure with them."""

from bulletin_gen.fonts.face import Face
from bulletin_gen.fonts.find import find_fonts
from bulletin_gen.fonts.fontset import Choice, FontSet

__all__ = ["Choice", "Face", "FontSet", "find_fonts"]
