"""A draft and one returned file, in; what it wants of the draft, as opinions, out."""

from collections.abc import Mapping
from itertools import chain

from bulletin_gen.readers.returned import Returned, ReturnedRemark
from bulletin_gen.review.home.authors import Signers, name_in
from bulletin_gen.review.home.changes import find_changes
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.matching import match
from bulletin_gen.review.home.paragraph import body_of
from bulletin_gen.review.home.sheet import Sheet, sheet_of
from bulletin_gen.review.opinion import Opinion, OpinionKind, Reply


def opinions_in(draft: Draft, returned: Returned) -> tuple[list[Opinion], dict[str, str]]:
    """Return the opinions of a file in the order of the text, its comments last, and by their ids what no field can
    take of them and why."""
    edited, rejected = sheet_of(returned.edited), sheet_of(returned.original)
    changes, kept = find_changes(draft, edited.texts)
    signers = _signers(draft, returned, edited, rejected, kept)
    opinions: list[Opinion] = []
    doubts: dict[str, str] = {}
    for change in chain.from_iterable(map(signers.parted, changes)):
        author, when = signers.sign(change)
        made = Opinion(change.kind, returned.file, author, when, change.place, change.path, change.old, change.new)
        opinions.append(made)
        if change.doubt:
            doubts[made.id] = change.doubt
    came = {new: old for old, new in kept.items()}
    opinions += [_comment(remark, draft, returned, edited, came) for remark in returned.remarks]
    return list({opinion.id: opinion for opinion in opinions}.values()), doubts


def _signers(draft: Draft, returned: Returned, edited: Sheet, rejected: Sheet, kept: Mapping[int, int]) -> Signers:
    has_changes = returned.original != returned.edited
    return Signers(
        edited,
        rejected,
        match(draft.lines, rejected.texts).there if has_changes else {},
        [line.text[line.label :] for line in draft.lines],
        {new: body_of(draft.lines[old], edited.lines[new].text) for old, new in kept.items()},
        name_in(returned.file),
    )


def _comment(
    remark: ReturnedRemark, draft: Draft, returned: Returned, edited: Sheet, came: Mapping[int, int]
) -> Opinion:
    place, path = _place(remark, draft, edited, came)
    replies = tuple(Reply(reply.text, reply.author, reply.when) for reply in remark.replies)
    author = remark.author or name_in(returned.file)
    return Opinion(
        OpinionKind.COMMENT,
        returned.file,
        author,
        remark.when,
        place,
        path,
        remark.quoted,
        "",
        remark.text,
        replies,
        remark.resolved,
    )


def _place(remark: ReturnedRemark, draft: Draft, edited: Sheet, came: Mapping[int, int]) -> tuple[str, str]:
    """Return where a comment hangs: the place and the field, that of the part where it is on words of our own."""
    if remark.line is None or not edited.lines:
        return "", ""
    index, at = edited.find(remark.line, remark.start)
    old = came.get(index)
    if old is None:
        return "", ""
    line = draft.lines[old]
    body = body_of(line, edited.lines[index].text)
    from_end = len(edited.lines[index].text) - at
    here = line.label + max(0, len(body) - from_end)
    piece = next((one for one in line.pieces if one.end > here), line.pieces[-1] if line.pieces else None)
    return line.place_of(piece), piece.path if piece else line.node
