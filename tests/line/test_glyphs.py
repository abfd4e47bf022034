"""Which face draws a character, and how wide, is asked once for all documents that are set with the same faces."""

from bulletin_gen.line.glyphs import GlyphTable, glyph_table
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.style import FaceRole

USUAL = NominalMetrics()


class CountedMetrics(NominalMetrics):
    """Faces that note what they are asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def face_of(self, role: FaceRole, char: str) -> str:
        self.asked.append(char)
        return super().face_of(role, char)


class PoorMetrics(NominalMetrics):
    """Faces that lack 㙍, so that another draws it, and have 〇 narrower than it should be, and wide digits."""

    def face_of(self, role: FaceRole, char: str) -> str:
        return "另一字体" if char == "㙍" else super().face_of(role, char)

    def advance(self, role: FaceRole, char: str) -> int:
        return 600 if char in "〇7" else super().advance(role, char)


def fangsong(metrics: NominalMetrics) -> GlyphTable:
    return glyph_table(metrics, FaceRole.FANGSONG, FaceRole.LATIN, bold=False, usual=USUAL)


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
    bold = glyph_table(metrics, FaceRole.FANGSONG, FaceRole.LATIN, bold=True, usual=USUAL)

    assert (bold["整"].look.bold, fangsong(metrics)["整"].look.bold) == (True, False)


def test_a_glyph_of_another_face_or_width_than_usual_is_odd() -> None:
    glyphs = fangsong(PoorMetrics())

    assert set(glyphs.odd("整改㙍村〇项“责”AB7 8。")) == {"㙍", "〇", "7"}
    assert not glyphs.odd("整改“责”AB 8——。")
    assert set(glyphs.odd("㙍")) == {"㙍"}


def test_words_spaces_marks_and_odd_glyphs_do_not_just_go_on() -> None:
    glyphs = fangsong(PoorMetrics())

    assert glyphs.pieces("整改，AB 8“责", "") == ["整改，", "AB", " ", "8", "“", "责"]
    assert glyphs.pieces("整㙍㙍改正", "㙍") == ["整", "㙍", "㙍", "改正"]
    assert glyphs.pieces("", "") == []


def test_marks_without_script_that_begin_a_text_may_go_on_from_the_text_before() -> None:
    glyphs = fangsong(PoorMetrics())

    assert glyphs.pieces("”“整改”", "") == ["”“", "整改”"]
    assert glyphs.pieces("”“", "") == ["”“"]


def test_in_a_text_wholly_in_one_face_a_space_goes_on() -> None:
    glyphs = glyph_table(USUAL, FaceRole.HEITI, FaceRole.HEITI, bold=False, usual=USUAL)

    assert glyphs.pieces("附件1 2—3", "") == ["附件", "1 2", "—", "3"]
    assert not glyphs.odd("附件1 2—3")
