"""Rules on marks (标点): pairs, how they are typed, what may stand beside what, lists, labels, ends."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.marks.beside import BESIDE
from bulletin_gen.checks.marks.ends import ENDS
from bulletin_gen.checks.marks.labels import LABELS
from bulletin_gen.checks.marks.lists import LISTS
from bulletin_gen.checks.marks.pairs import PAIRS
from bulletin_gen.checks.marks.width import WIDTHS
from bulletin_gen.checks.rule import Rule

MARKS: tuple[Rule[Manuscript], ...] = (*PAIRS, *WIDTHS, *BESIDE, *LISTS, *LABELS, *ENDS)
