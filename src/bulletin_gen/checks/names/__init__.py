"""Rules on fixed phrases and names (固定表述、机构名称): said exactly, and one thing by one name throughout."""

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.names.bodies import BODIES
from bulletin_gen.checks.names.phrases import PHRASES
from bulletin_gen.checks.names.registered import REGISTERED
from bulletin_gen.checks.names.throughout import THROUGHOUT
from bulletin_gen.checks.rule import Rule

NAMES: tuple[Rule[Manuscript], ...] = (*PHRASES, *BODIES, *THROUGHOUT, *REGISTERED)
