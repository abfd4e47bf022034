"""Rules on numbers: how they are written, dates and hours, ranges, how much is said of a quantity."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.numbers.amounts import AMOUNTS
from bulletin_gen.checks.numbers.dates import DATES
from bulletin_gen.checks.numbers.numerals import NUMERALS
from bulletin_gen.checks.numbers.ranges import RANGES
from bulletin_gen.checks.rule import Rule

NUMBERS: tuple[Rule[Manuscript], ...] = (*NUMERALS, *DATES, *RANGES, *AMOUNTS)
