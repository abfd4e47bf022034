"""The theme of a DOCX: which face stands behind `minorEastAsia`.

Source: ECMA-376 part 1, 17.18.96 (ST_Theme), 17.15.1.88 (themeFontLang), 20.1.4.1.18 (font scheme).
"""

from collections.abc import Callable
from functools import cached_property

from bulletin_gen.ooxml.names import DRAWING, Element

_CHINESE = "Hans"
# The language that a document names for East Asian text -> the script of the theme's faces.
_SCRIPTS = {"ja": "Jpan", "ko": "Hang", "zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant"}


class Theme:
    """Its XML, or None, is asked for when a face is; so is the language of East Asian text (`w:themeFontLang`)."""

    def __init__(self, root: Callable[[], Element | None], language: Callable[[], str | None] = lambda: None) -> None:
        self._read, self._language = root, language
        self._faces: dict[tuple[str, str], str | None] = {}

    def face(self, name: str) -> str | None:
        """Return the face behind a theme name (minorEastAsia, majorHAnsi…); None where the theme names none."""
        kind = "ea" if name.endswith("EastAsia") else "cs" if name.endswith("Bidi") else "latin"
        place = ("majorFont" if name.startswith("major") else "minorFont", kind)
        if place not in self._faces:
            self._faces[place] = self._face(*place)
        return self._faces[place]

    def _face(self, collection: str, kind: str) -> str | None:
        fonts = self._fonts(collection)
        if fonts is None:
            return None
        return _typeface(fonts, kind) or (_by_script(fonts, self._script) if kind == "ea" else None)

    @cached_property
    def _root(self) -> Element | None:
        return self._read()

    @cached_property
    def _script(self) -> str:
        language = (self._language() or "").lower()
        return _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0]) or _CHINESE

    def _fonts(self, name: str) -> Element | None:
        return None if self._root is None else next(self._root.iter(f"{DRAWING}{name}"), None)


def _by_script(fonts: Element, script: str) -> str | None:
    found = (font.get("typeface") for font in fonts.iter(f"{DRAWING}font") if font.get("script") == script)
    return next(found, None)


def _typeface(fonts: Element, name: str) -> str | None:
    found = fonts.find(f"{DRAWING}{name}")
    return None if found is None else found.get("typeface") or None
