"""Rules on what a bulletin must not lack."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.structure.completeness.ending import ENDING
from bulletin_gen.checks.structure.completeness.issues import ISSUES
from bulletin_gen.checks.structure.completeness.opening import OPENING

COMPLETENESS: tuple[Rule[Manuscript], ...] = (*OPENING, *ISSUES, *ENDING)
