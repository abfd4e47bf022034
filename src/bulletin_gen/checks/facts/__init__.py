"""Rules on facts: what is said twice or can be reckoned must agree."""

from bulletin_gen.checks.facts.agreement import AGREEMENT
from bulletin_gen.checks.facts.counts import COUNTS
from bulletin_gen.checks.facts.dates import DATES
from bulletin_gen.checks.facts.rates import RATES
from bulletin_gen.checks.facts.status import STATUS
from bulletin_gen.checks.facts.sums import SUMS
from bulletin_gen.checks.facts.tables import TABLES
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Rule

FACTS: tuple[Rule[Manuscript], ...] = (*COUNTS, *SUMS, *RATES, *AGREEMENT, *DATES, *STATUS, *TABLES)
