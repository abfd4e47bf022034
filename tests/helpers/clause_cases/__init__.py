"""What breaks each clause, and its like that does not: a table for each file of clauses."""

from clause_cases import (
    attachments,
    body,
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

_TABLES = (
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
CASES = tuple(case for table in _TABLES for case in table.CASES)
