"""What a user may choose about a DOCX."""

from enum import StrEnum


class Numbering(StrEnum):
    """Labels as text, or counted by Word: when an item is deleted there, the labels of the others close up."""

    LITERAL = "literal"
    LIVE = "live"
