"""The theme of a DOCX: which face stands behind `minorEastAsia`.

Source: ECMA-376 part 1, 17.18.96 (ST_Theme), 20.1.4.1.18 (font scheme).
"""

from bulletin_gen.ooxml.names import Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPT = "Hans"


class Theme:
    def __init__(self, root: Element | None = None) -> None:
        self._root = root

    def face(self, name: str) -> str | None:
        """Return the face behind a theme name (minorEastAsia, majorHAnsi…); None where the theme names none."""
        fonts = self._fonts("majorFont" if name.startswith("major") else "minorFont")
        if fonts is None:
            return None
        if name.endswith("EastAsia"):
            return _typeface(fonts, "ea") or self._by_script(fonts)
        return _typeface(fonts, "cs" if name.endswith("Bidi") else "latin")

    def _fonts(self, name: str) -> Element | None:
        return None if self._root is None else next(self._root.iter(f"{_DRAWING}{name}"), None)

    def _by_script(self, fonts: Element) -> str | None:
        found = (font.get("typeface") for font in fonts.iter(f"{_DRAWING}font") if font.get("script") == _SCRIPT)
        return next(found, None)


def _typeface(fonts: Element, name: str) -> str | None:
    found = fonts.find(f"{_DRAWING}{name}")
    return None if found is None else found.get("typeface") or None
