"""Rules on the build of a bulletin: its numbers, its headings, its parts."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.structure.completeness import COMPLETENESS
from bulletin_gen.checks.structure.headings import HEADINGS
from bulletin_gen.checks.structure.numbering import NUMBERING
from bulletin_gen.checks.structure.wording import WORDING

STRUCTURE: tuple[Rule[Manuscript], ...] = (*NUMBERING, *HEADINGS, *WORDING, *COMPLETENESS)
