"""Changes found one by one, in; as they are meant together with the others, out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.case import Case, spans_of
from bulletin_gen.review.home.change import ARROW, Change, Span
from bulletin_gen.review.home.generated import own_field
from bulletin_gen.review.home.paragraph import bare
from bulletin_gen.review.home.tree import name_of, slot_of
from bulletin_gen.review.opinion import OpinionKind
from bulletin_gen.text.punctuate import punctuate

_CONTACT = "contact"
_HEADING_GONE = "标题这一段删去或移走了，下面的内容又有改动；请在通报文件里手工处理"


def settled_changes(case: Case, found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes as the author of each means them together with the others."""
    changed = _without_lone_labels(case, found)
    return _contact_as_a_whole(case, _in_own_words(_without_undone(_with_headings(changed))))


def _with_headings(found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes, a heading that went from a part in which something else was changed as what the clerk is told
    of: without its heading there is no part to change that in."""
    paths = [one.path for one in found]
    return [
        replace(one, path="", doubt=_HEADING_GONE)
        if (part := _without_heading(one)) and any(path.startswith(f"{part}.") and path != one.path for path in paths)
        else one
        for one in found
    ]


def _without_heading(change: Change) -> str:
    """Return the item of a list that a heading is taken from alone, "" where none is."""
    source = change.path.partition(ARROW)[0]
    is_gone = change.kind in (OpinionKind.DELETED, OpinionKind.MOVED) and name_of(source) == "heading"
    part = source.removesuffix(".heading")
    return part if is_gone and slot_of(part) else ""


def _without_undone(found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes without what went and came again in one list: there it only begins elsewhere on the page."""
    gone = {(_list_of(one), fold(one.old)): one for one in found if one.kind is OpinionKind.DELETED and one.path}
    undone: set[int] = set()
    for one in found:
        if one.kind is OpinionKind.ADDED and (went := gone.get((_list_of(one), fold(one.new)))):
            undone |= {id(one), id(went)}
    return [one for one in found if id(one) not in undone]


def _without_lone_labels(case: Case, found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes without labels that were taken out of measures which stand alone now: they need none."""
    labels = [one for one in found if not one.path and one.kind is OpinionKind.CHANGED and _is_label_gone(one)]
    if not labels:
        return found
    left = Counter(_list_of_measure(path) for path in case.draft.texts)
    left.subtract(_list_of_measure(one.path) for one in found if one.kind is OpinionKind.DELETED)
    left.update(_list_of_measure(one.path) for one in found if one.kind is OpinionKind.ADDED)
    alone = {id(one) for one in labels if left[f"{case.lines[one.before[0].line].node}.measures"] == 1}
    return [one for one in found if id(one) not in alone]


def _is_label_gone(change: Change) -> bool:
    return change.old != change.new and fold(bare(change.old)) == fold(change.new)


def _list_of_measure(path: str) -> str:
    """Return the list that a measure is in, "" for what is none."""
    slot = slot_of(path)
    return slot.path if slot and slot.path.endswith(".measures") else ""


def _list_of(change: Change) -> str:
    """Return the list that a change of an item, or of a paragraph of an item, is in."""
    slot = slot_of(change.path)
    outer = slot_of(slot.path) if slot else None
    return outer.path if outer else slot.path if slot else change.path


def _in_own_words(found: Sequence[Change]) -> list[Change]:
    """Return the changes, those of fields that a sentence is made of as of that sentence where it is reworded."""
    paths = {change.path for change in found}
    return [
        replace(change, path=own)
        if (own := own_field(change.path)) != change.path and own in paths and change.kind is OpinionKind.CHANGED
        else change
        for change in found
    ]


def _contact_as_a_whole(case: Case, found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes, all of the contact as one where there is a paragraph in it that its fields cannot hold."""
    lines = [index for index, line in enumerate(case.lines) if line.node == _CONTACT]
    is_ours = any(own.path == f"{_CONTACT}.wording" for index in lines for own in case.lines[index].generated)
    own = [one for one in found if one.path.startswith(f"{_CONTACT}.")]
    is_more = any(one.path.startswith(f"{_CONTACT}.wording[") and one.after for one in own)
    is_joined = len(own) > 1 and any(one.path == f"{_CONTACT}.wording" for one in own)
    if not is_ours or not (is_more or is_joined):
        return found
    news = sorted(
        {case.kept[index] for index in lines if index in case.kept} | {span.line for one in own for span in one.after}
    )
    old, new = (
        "\n".join(case.lines[index].text for index in lines),
        "\n".join(punctuate(case.edited[index]) for index in news),
    )
    after = tuple(Span(index, 0, len(case.edited[index])) for index in news)
    place = case.lines[lines[0]].place
    whole = Change(OpinionKind.CHANGED, f"{_CONTACT}.wording", place, old, new, spans_of(case, lines), after)
    return [*(one for one in found if one not in own), whole]
