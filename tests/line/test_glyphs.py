"""Which face draws a character, and how wide, is asked once for all documents that are set with the same faces."""

from bulletin_gen.line.glyphs import GlyphTable, glyph_table
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.style import FaceRole


class CountedMetrics(NominalMetrics):
    """Faces that note what they are asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def face_of(self, role: FaceRole, char: str) -> str:
        self.asked.append(char)
        return super().face_of(role, char)


def fangsong(metrics: NominalMetrics) -> GlyphTable:
    return glyph_table(metrics, FaceRole.FANGSONG, FaceRole.LATIN, bold=False)


def test_a_character_is_asked_for_once_in_a_role() -> None:
    metrics = CountedMetrics()

    glyphs = [fangsong(metrics)[char] for char in "整改整改"]

    assert glyphs[:2] == glyphs[2:]
    assert metrics.asked == ["整", "改"]


def test_other_faces_are_asked_anew() -> None:
    first, second = CountedMetrics(), CountedMetrics()

    assert [fangsong(metrics)["整"].char for metrics in (first, second)] == ["整", "整"]
    assert [first.asked, second.asked] == [["整"], ["整"]]


def test_a_bold_role_has_glyphs_of_its_own() -> None:
    metrics = NominalMetrics()
    bold = glyph_table(metrics, FaceRole.FANGSONG, FaceRole.LATIN, bold=True)

    assert (bold["整"].look.bold, fangsong(metrics)["整"].look.bold) == (True, False)
