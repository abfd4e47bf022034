"""The marks of tracked changes in the XML -> who changed what and when."""

from bulletin_gen.ooxml.names import Element, moment_of, qualified
from bulletin_gen.ooxml.revisions import Change, ChangeKind

_KINDS = {
    **dict.fromkeys(map(qualified, ("ins", "moveTo", "cellIns")), ChangeKind.INSERTED),
    **dict.fromkeys(map(qualified, ("del", "moveFrom", "cellDel")), ChangeKind.DELETED),
    **dict.fromkeys(map(qualified, ("rPrChange", "pPrChange")), ChangeKind.FORMATTED),
}
_MOVES = (qualified("moveTo"), qualified("moveFrom"))


def change_of(element: Element) -> Change:
    author = element.get(qualified("author"), "")
    return Change(_KINDS[element.tag], author, moment_of(element), element.tag in _MOVES)


def changes_of(properties: Element | None) -> tuple[Change, ...]:
    """Return the changes that are noted among properties: of a paragraph, of its end, of a row or cell."""
    children = () if properties is None else properties
    return tuple(change_of(child) for child in children if child.tag in _KINDS)
