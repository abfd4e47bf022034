"""A bulletin, a document or a reading in; what an editor would say of it out, by the rules of `checks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_gen.checks.judge import judged
from bulletin_gen.checks.manuscript import Manuscript, passages_in, passages_of
from bulletin_gen.checks.manuscript import manuscript_of as manuscript_of_spec
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.pages import check_pages
from bulletin_gen.checks.table import (
    DOCUMENT_RULES,
    PAGE_RULES,
    SPEC_RULES,
    TEXT_RULES,
    TYPED_RULES,
    check_document,
    check_spec,
    check_text,
    names_of,
)
from bulletin_gen.composing import compose, compose_unreleased
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.fonts import FontSet
from bulletin_gen.layout import lay_out
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style

if TYPE_CHECKING:
    from bulletin_gen.readers.reading import Reading


def check(
    given: Spec | Bulletin | Document | Reading,
    office: Office = ANY_OFFICE,
    fonts: FontSet | None = None,
    style: Style = GBT9704,
) -> list[Finding]:
    """Return what is wrong or doubtful, in the order of the text.

    With `fonts` the pages that a spec makes in `style` are looked at as well. A text that is marked as a draft may have
    placeholders. What a spec's author allows by a comment
    (`# bulletin-gen: allow RULE`), or the office, is not told. Raises SpecError where a text cannot be decided,
    FontError where no face has a character.
    """
    manuscript = manuscript_of(given, office)
    spec, document = manuscript.spec, manuscript.document
    is_final = spec is not None and spec.bulletin.stage is Stage.FINAL
    found = check_text(manuscript)
    if document.draft is None:
        found += check_document(document, is_final=is_final)
    if spec is None or not manuscript.is_source:
        return judged(found, office)
    found += check_spec(spec)
    looked = names_of(TYPED_RULES, SPEC_RULES, TEXT_RULES, DOCUMENT_RULES)
    if fonts is not None:
        found += check_pages(lay_out(document, style, fonts), style, document)
        looked |= names_of(PAGE_RULES)
    return judged(found, office, spec.places, looked)


def manuscript_of(given: Spec | Bulletin | Document | Reading, office: Office = ANY_OFFICE) -> Manuscript:
    """Return what the rules read. Raises SpecError where a text cannot be decided."""
    if isinstance(given, Spec | Bulletin):
        spec = as_spec(given)
        return manuscript_of_spec(compose_unreleased(spec), spec, office)
    if isinstance(given, Document):
        return Manuscript(given, tuple(passages_of(given)), office=office)
    document = compose(given.spec)
    lines = [(line.number, line.text) for line in given.lines]
    file = given.spec.places.file
    aside = {line.number for line in given.set_aside}
    passages = tuple(passages_in(lines, document, file, aside))
    return Manuscript(document, passages, given.spec, False, office, given.findings, given.people, file)
