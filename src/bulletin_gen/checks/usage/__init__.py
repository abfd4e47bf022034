"""Rules on usage (用语): which word fits, and what a sentence lacks or has too much of."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.usage.choice import CHOICE
from bulletin_gen.checks.usage.sentences import SENTENCES

USAGE: tuple[Rule[Manuscript], ...] = (*CHOICE, *SENTENCES)
