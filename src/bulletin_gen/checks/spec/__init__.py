"""Rules on what a bulletin's author typed: what contradicts itself is false in print, whichever of the two is right.

A contradiction is an error on a final text and a warning before.
"""

from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.spec.dates import DATES
from bulletin_gen.checks.spec.issues import ISSUES
from bulletin_gen.checks.spec.names import NAMES
from bulletin_gen.checks.spec.parts import PARTS
from bulletin_gen.spec.spec import Spec

SPEC: tuple[Rule[Spec], ...] = (*DATES, *NAMES, *PARTS, *ISSUES)
