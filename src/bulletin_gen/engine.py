"""The programs that show a DOCX, by what they do where the file leaves them a choice.

One value decides it for the layout and for what the DOCX tells its reader to switch off, so that both break their
lines at the same characters.
"""

from bulletin_gen.frozen import frozen


@frozen
class Engine:
    """How a program sets Chinese text with Latin letters and digits in it.

    `script_gap_em` stands between a Han letter and a Latin letter or digit, never beside a mark. `tracks_change`
    tells whether a tightened pitch holds for the last glyph before a change of script or face, too. `parts_marks`
    tells whether a line may end between a closing mark and the number or Latin word after it, or between a number or
    Latin word and the opening quote after it; `parts_hyphens`, whether after the - of a telephone number or a
    compound. `has_script_gap` and `hangs_marks` are what the DOCX says of its own
    distances (autoSpaceDE, autoSpaceDN) and of marks beyond the edge (overflowPunct).
    """

    name: str
    script_gap_em: float
    tracks_change: bool
    parts_marks: bool
    parts_hyphens: bool
    has_script_gap: bool
    hangs_marks: bool

    @property
    def is_even(self) -> bool:
        """Does nothing but the tracking ever stand between two glyphs, whatever their scripts?"""
        return self.tracks_change and not self.script_gap_em


# Word and WPS put a quarter em between Han and digits, squeeze it to seat one more character, and hang marks over the
# edge: none of it can be foreseen to the character, all of it can be switched off (ECMA-376 Part 1, 17.3.1.2,
# 17.3.1.3, 17.3.1.21).
WORD = Engine("word", 0.0, True, True, True, has_script_gap=False, hangs_marks=False)
# LibreOffice does not read autoSpaceDE and autoSpaceDN and always sets a fifth of an em; it reads overflowPunct
# inverted, and without it loses marks at the edge of a condensed line.
LIBREOFFICE = Engine("libreoffice", 0.2, False, False, False, has_script_gap=True, hangs_marks=True)
