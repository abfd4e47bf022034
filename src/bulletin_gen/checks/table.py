"""Every rule, in the order in which they are told.

A rule is one small function that yields hits, with its page and examples. To add one: write it in the file of what it
looks at, and name it in the tuple at that file's end.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from bulletin_gen.checks.allow import IDLE_ALLOW, Allowing
from bulletin_gen.checks.blanks import blanks
from bulletin_gen.checks.document import DOCUMENT
from bulletin_gen.checks.facts import FACTS
from bulletin_gen.checks.idle import idle_fields
from bulletin_gen.checks.left_in_file import LEFT_IN_FILE
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.marks import MARKS
from bulletin_gen.checks.names import NAMES
from bulletin_gen.checks.numbers import NUMBERS
from bulletin_gen.checks.pages import PAGES, Printed
from bulletin_gen.checks.publication import PUBLICATION
from bulletin_gen.checks.rule import Rule, found_by
from bulletin_gen.checks.spaces import SPACES
from bulletin_gen.checks.spec import SPEC
from bulletin_gen.checks.spec.parts import doubled_words
from bulletin_gen.checks.structure import STRUCTURE
from bulletin_gen.checks.units import UNITS
from bulletin_gen.checks.usage import USAGE
from bulletin_gen.checks.words import WORDS
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec

# These see what the author typed, those after them a bulletin as it is printed: without what we say as well.
TYPED_RULES: tuple[Rule[Spec], ...] = (doubled_words,)
SPEC_RULES: tuple[Rule[Spec], ...] = (*SPEC, blanks, idle_fields)
TEXT_RULES: tuple[Rule[Manuscript], ...] = (
    *FACTS,
    *STRUCTURE,
    *MARKS,
    *NUMBERS,
    *UNITS,
    *SPACES,
    *WORDS,
    *USAGE,
    *NAMES,
    *PUBLICATION,
)
FILE_RULES: tuple[Rule[Manuscript], ...] = (*LEFT_IN_FILE,)
DOCUMENT_RULES: tuple[Rule[Document], ...] = (*DOCUMENT,)
PAGE_RULES: tuple[Rule[Printed], ...] = (*PAGES,)
ALLOW_RULES: tuple[Rule[Allowing], ...] = (*IDLE_ALLOW,)


def every_rule() -> tuple[Rule[Any], ...]:
    """Return all rules in order."""
    return (*TYPED_RULES, *SPEC_RULES, *TEXT_RULES, *FILE_RULES, *DOCUMENT_RULES, *PAGE_RULES, *ALLOW_RULES)


def names_of(*tables: Iterable[Rule[Any]]) -> frozenset[str]:
    """Return the names of the rules of some tables."""
    return frozenset(rule.name for rule in chain(*tables))


def check_spec(spec: Spec) -> list[Finding]:
    """Return what is to be said of what the author typed, in the order of the file. An error must not be printed."""
    is_final = spec.bulletin.stage is Stage.FINAL
    found = chain(found_by(TYPED_RULES, spec, is_final), found_by(SPEC_RULES, spec.said_once, is_final))
    return sorted(found, key=lambda finding: (finding.where.line or 0, finding.where.column or 0))


def check_text(manuscript: Manuscript) -> list[Finding]:
    """Return what is to be said of the text, rule by rule."""
    spec = manuscript.spec
    return list(
        found_by((*TEXT_RULES, *FILE_RULES), manuscript, spec is not None and spec.bulletin.stage is Stage.FINAL)
    )


def check_document(document: Document, *, is_final: bool = False) -> list[Finding]:
    """Return what is to be said of the words of a document."""
    return list(found_by(DOCUMENT_RULES, document, is_final))
