"""The table of clauses, in the order of their ids. To add one, write its function in its file of `clauses`."""

from bulletin_gen.proof.clauses import (
    attachments,
    body,
    by_eye,
    colophon,
    contents,
    figures,
    head,
    lettering,
    line_ends,
    marks,
    ordinals,
    page_number,
    signing,
    special,
    text_area,
    title,
)
from bulletin_gen.proof.requirement import Requirement

_FILES = (
    text_area,
    lettering,
    head,
    title,
    body,
    ordinals,
    attachments,
    signing,
    colophon,
    page_number,
    line_ends,
    marks,
    figures,
    contents,
    special,
)
_MEASURED = (value for file in _FILES for value in vars(file).values() if isinstance(value, Requirement))

REQUIREMENTS: tuple[Requirement, ...] = tuple(sorted((*_MEASURED, *by_eye.BY_EYE), key=lambda one: one.id))
