"""What Word since 2013 keeps beside the comments (commentsExtended.xml): what each answers, whether it is settled.

Source: [MS-DOCX] 2.5.3.2 (commentEx): a comment is known by the `w14:paraId` of its last paragraph.
"""

from collections.abc import Mapping

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import Element, is_on, qualified

_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@frozen
class CommentState:
    """`answers` is the id of the comment that began what this one is a reply in, None for that one itself."""

    answers: str | None = None
    is_resolved: bool = False


def comment_states(comments: Mapping[str, Element], extended: Element | None) -> dict[str, CommentState]:
    """Return the state of each comment by its id; `extended` is None where the file has no such part.

    A reply to a reply answers the first of them all. Where replies run in a circle its first comment in the file
    answers nothing, so that none is lost.
    """
    noted = [] if extended is None else list(extended.iterchildren(f"{_W15}commentEx"))
    entries = {entry.get(f"{_W15}paraId", "").upper(): entry for entry in noted}
    keys = {id_: _key(comment) for id_, comment in comments.items()}
    by_key = {key: id_ for id_, key in keys.items() if key and key in entries}
    parents = {id_: by_key.get(entries[key].get(f"{_W15}paraIdParent", "").upper()) for key, id_ in by_key.items()}
    firsts = _firsts(list(comments), parents)
    done = {id_ for key, id_ in by_key.items() if is_on(entries[key].get(f"{_W15}done"))}
    return {id_: CommentState(None if firsts[id_] == id_ else firsts[id_], id_ in done) for id_ in comments}


def _key(comment: Element) -> str:
    paragraphs = list(comment.iter(qualified("p")))
    return (paragraphs[-1].get(_PARAGRAPH_ID) or "").upper() if paragraphs else ""


def _firsts(ids: list[str], parents: Mapping[str, str | None]) -> dict[str, str]:
    """Return the comment that began what each stands in; every parent is asked for once."""
    firsts: dict[str, str] = {}
    for id_ in ids:
        above = dict.fromkeys([id_])  # in order
        at = id_
        while at not in firsts and (parent := parents.get(at)) is not None and parent not in above:
            above[parent] = None
            at = parent
        first = firsts.get(at, id_ if parents.get(at) is not None else at)
        firsts |= dict.fromkeys(above, first)
    return firsts
