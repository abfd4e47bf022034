"""Rules on words (字词): wrong characters, doubled words, 的 地 得."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.words.characters import CHARACTERS
from bulletin_gen.checks.words.lists import LISTS
from bulletin_gen.checks.words.particles import PARTICLES
from bulletin_gen.checks.words.repeats import REPEATS

WORDS: tuple[Rule[Manuscript], ...] = (*LISTS, *REPEATS, *PARTICLES, *CHARACTERS)
