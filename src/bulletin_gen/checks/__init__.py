"""What an author should know of a bulletin: a line for each rule, in the order in which they are told.

A rule is one small function that yields findings. To add one: write it in the file of what it looks at, name it here.
"""

from collections.abc import Callable, Iterator

from bulletin_gen.checks.blanks import blanks
from bulletin_gen.checks.document import placeholders
from bulletin_gen.checks.facts import FACTS
from bulletin_gen.checks.idle import idle_fields
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.marks import MARKS
from bulletin_gen.checks.pages import first_page_without_text, lone_characters, stretched_lines, text_outside
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.spec import (
    all_done_against_statuses,
    counts_against_list,
    dates_out_of_order,
    done_above_open,
    doubled_words,
    final_without_date_or_number,
    number_of_another_year,
    same_issue_twice,
    status_against_text,
    team_of_another_kind,
)
from bulletin_gen.checks.structure import STRUCTURE
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.pages import Pages
from bulletin_gen.spec.doubled import without_doubled
from bulletin_gen.spec.spec import Spec
from bulletin_gen.style import Style

# These see a bulletin as it is printed: without what its author typed and we say as well.
SPEC_RULES: tuple[Callable[[Spec], Iterator[Finding]], ...] = (
    dates_out_of_order,
    number_of_another_year,
    final_without_date_or_number,
    counts_against_list,
    done_above_open,
    status_against_text,
    all_done_against_statuses,
    team_of_another_kind,
    same_issue_twice,
    blanks,
    idle_fields,
)
TEXT_RULES: tuple[Rule[Manuscript], ...] = (*MARKS, *FACTS, *STRUCTURE)
DOCUMENT_RULES: tuple[Callable[[Document], Iterator[Finding]], ...] = (placeholders,)
PAGE_RULES: tuple[Callable[[Pages, Style], Iterator[Finding]], ...] = (
    first_page_without_text,
    text_outside,
    stretched_lines,
    lone_characters,
)


def check_spec(spec: Spec) -> list[Finding]:
    """Return what is to be said of what the author typed, in the order of the file. An error must not be printed."""
    once = Spec(without_doubled(spec.bulletin), spec.places)
    found = [*doubled_words(spec), *(finding for rule in SPEC_RULES for finding in rule(once))]
    return sorted(found, key=lambda finding: (finding.where.line or 0, finding.where.column or 0))


def check_document(document: Document) -> list[Finding]:
    """Return what is to be said of the words of a document."""
    return [finding for rule in DOCUMENT_RULES for finding in rule(document)]


def check_pages(pages: Pages, style: Style) -> list[Finding]:
    """Return what pages that were laid out in `style` cannot show as they should."""
    return [finding for rule in PAGE_RULES for finding in rule(pages, style)]
