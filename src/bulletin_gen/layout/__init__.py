"""From a Document to Pages: break lines, set them on the grid, number the pages."""

from bulletin_gen.layout.pages import lay_out

__all__ = ["lay_out"]
