"""From a Document to Pages: break lines, set them on the grid, number the pages."""

from bulletin_gen.layout.paper import lay_out

__all__ = ["lay_out"]
