"""Rules on what must not be published (公开前审查): private data, secrets, what drafting left behind."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.publication.leftovers import LEFTOVERS
from bulletin_gen.checks.publication.numbers import NUMBERS
from bulletin_gen.checks.publication.persons import PERSONS
from bulletin_gen.checks.publication.secrets import SECRETS
from bulletin_gen.checks.rule import Rule

PUBLICATION: tuple[Rule[Manuscript], ...] = (*NUMBERS, *PERSONS, *SECRETS, *LEFTOVERS)
