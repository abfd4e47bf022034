"""A bulletin, a document or a reading in; what an editor would say of it out, by the rules of `checks`."""

from dataclasses import replace

from bulletin_gen.checks import TEXT_RULES, check_spec
from bulletin_gen.checks.manuscript import Manuscript, passages_in, passages_of
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.composing import compose
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.readers.reading import Reading
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec, as_spec


def check(given: Spec | Bulletin | Document | Reading, office: Office = ANY_OFFICE) -> list[Finding]:
    """Return what is wrong or doubtful, in the order of the text.

    Raises SpecError where a text cannot be decided.
    """
    manuscript = manuscript_of(given, office)
    found = [finding for rule in TEXT_RULES for finding in rule.findings(manuscript)]
    if manuscript.spec is not None and manuscript.is_source:
        found += check_spec(manuscript.spec)
    return sorted(found, key=_place)


def manuscript_of(given: Spec | Bulletin | Document | Reading, office: Office = ANY_OFFICE) -> Manuscript:
    """Return what the rules read. Raises SpecError where a text cannot be decided."""
    if isinstance(given, Document):
        return Manuscript(given, tuple(passages_of(given)), office=office)
    if isinstance(given, Reading):
        document = compose(given.spec)
        lines = [(line.number, line.text) for line in given.lines]
        aside = {line.number for line in given.set_aside}
        passages = tuple(passages_in(lines, document, given.spec.places.file, aside))
        return Manuscript(document, passages, given.spec, office=office)
    spec = as_spec(given)
    return replace(manuscript_of(compose(spec), office), spec=spec, is_source=True)


def _place(finding: Finding) -> tuple[int, int, int]:
    quoted = finding.quote.start if finding.quote else 0
    return (finding.where.line or 0, finding.where.column or 0, quoted)
