"""An opinion in; what adopting it does to the spec as it is now, out: nothing twice, and nothing by force."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bulletin_gen.composing.parts import ended
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.change import ARROW
from bulletin_gen.review.home.changes import contact_field
from bulletin_gen.review.home.deed import Deed, Done, Insert, Lost, Move, Own, Remove, Retype, escaped
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.generated import PROGRESS
from bulletin_gen.review.home.headings import (
    heading_cut,
    heading_gone,
    heading_moved,
    heading_run_in,
    heading_unended,
    relabelled,
)
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.paragraph import bare
from bulletin_gen.review.home.rows import new_row, parted, rows_in
from bulletin_gen.review.home.tree import Slot, is_prose, name_of, row_of, slot_of
from bulletin_gen.review.home.typed import TypedText
from bulletin_gen.review.opinion import Opinion, OpinionKind
from bulletin_gen.review.words import Edit, edits
from bulletin_gen.text.dates import read_date
from bulletin_gen.where import parent_of

_OUR_STOPS = ("。", "，")
_NOT_THERE = Lost("要改的文字已不在原处", "请对照原文，在通报文件里手工处理")
_NO_FIELD = Lost("不在任何一个字段里，不能自动处理", "请在通报文件里手工处理，改好后把“处理”写成“部分采纳”")
_NO_DATE = Lost("改后的文字不是日期", "请在通报文件里手工改")


def deeds_of(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what adopting an opinion does."""
    if not opinion.path:
        return _NO_FIELD
    match opinion.kind:
        case OpinionKind.CHANGED:
            return _changed(opinion, draft)
        case OpinionKind.ADDED:
            return _added(opinion, draft)
        case OpinionKind.DELETED:
            return _deleted(opinion, draft)
        case OpinionKind.MOVED:
            return _moved(opinion, draft)
        case OpinionKind.COMMENT:
            return Done()


def _changed(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    name = name_of(opinion.path)
    if name == "label" and "\n" not in opinion.new:
        return relabelled(opinion, draft)
    if name == "form":
        return heading_run_in(opinion, draft)
    if name == "heading_end":
        return heading_unended(opinion, draft)
    if opinion.path == "recipients" and opinion.old.endswith("："):
        return _recipients(opinion, draft)
    if name in ("heading", "label") and "\n" in opinion.new and "\n" not in opinion.old:
        return heading_cut(opinion, draft)
    own = draft.texts.get(opinion.path)
    fields = [own] if own else []
    fields += [text for text in _alike(opinion.path, draft) if text is not own]
    for text in fields:
        if text.is_date:
            return _date(text, opinion)
        printed = _with_our_stop(text.printed, opinion.old)
        if _is_done(printed, opinion):
            return Done()
        at = printed.find(opinion.old)
        if at >= 0:
            is_to_our_stop = at + len(opinion.old) > len(text.printed)
            return _retyped(text, at, _without_stop(opinion) if is_to_our_stop else opinion)
    return _NOT_THERE


def _with_our_stop(printed: str, old: str) -> str:
    """Return a text with the stop that stands behind it in print though it was typed without one, as words that were
    changed there show."""
    return ended(printed, old[-1]) if old.endswith(_OUR_STOPS) else printed


def _without_stop(opinion: Opinion) -> Opinion:
    return replace(opinion, old=opinion.old[:-1], new=opinion.new.removesuffix(opinion.old[-1]))


def _alike(path: str, draft: Draft) -> Iterator[TypedText]:
    """Yield the fields of the same name, which may be the one at this path before something else came or went."""
    name = name_of(path)
    return (text for text in draft.texts.values() if name_of(text.path) == name)


def _is_done(printed: str, opinion: Opinion) -> bool:
    old, new, now = _folded(opinion.old), _folded(opinion.new), _folded(printed)
    return new in now and (old not in now or old in new) if new else old not in now


def _folded(text: str) -> str:
    """Return a text folded, its paragraphs still apart."""
    return "\n".join(map(fold, text.split("\n")))


def _date(text: TypedText, opinion: Opinion) -> tuple[Deed, ...] | Done | Lost:
    new = opinion.new.removesuffix("印发")
    year = text.printed[: len(text.printed) - len(opinion.old)] if text.printed.endswith(opinion.old) else ""
    new = new if "年" in new else year + new
    if new == text.printed:
        return Done()
    if not text.printed.endswith(opinion.old):
        return _NOT_THERE
    try:
        read_date(new)
    except ValueError:
        return _NO_DATE
    return (Own(text.path, new),)


def _retyped(text: TypedText, at: int, opinion: Opinion) -> tuple[Deed, ...] | Lost:
    """Return the characters that give way, word by word; what a `{{ }}` says gives way whole or not at all."""
    found: list[Retype] = []
    changed = [one for one in edits(opinion.old, opinion.new) if not one.is_same and _differs(one, opinion)]
    for edit in changed:
        deed = _retype(text, at + edit.old.start, at + edit.old.stop, opinion.new[edit.new])
        if isinstance(deed, Lost):
            return deed
        found.append(deed)
    if not any(one.end > other.start for one, other in pairwise(found)):
        return tuple(found)
    first, last = changed[0], changed[-1]  # two that touch the same `{{ }}`, with what stands between them
    whole = _retype(text, at + first.old.start, at + last.old.stop, opinion.new[first.new.start : last.new.stop])
    return whole if isinstance(whole, Lost) else (whole,)


def _differs(edit: Edit, opinion: Opinion) -> bool:
    return _folded(opinion.old[edit.old]) != _folded(opinion.new[edit.new])


def _retype(text: TypedText, start: int, end: int, new: str) -> Retype | Lost:
    old = text.printed[start:end]
    head = next((at for at in range(min(len(old), len(new))) if old[at] != new[at]), min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    start, end, new = start + head, end - tail, new[head : len(new) - tail]
    while start < end and start > 0 and _is_within(text, start):
        start, new = start - 1, text.printed[start - 1] + new
    while start < end < len(text.said) and _is_within(text, end):
        end, new = end + 1, new + text.printed[end]
    if start == end and _is_within(text, start) and text.said[start].name.startswith("counts."):
        return _counted(text, start)
    if start == end and _is_within(text, start):
        of = [at for at, one in enumerate(text.said) if one == text.said[start]]
        before, behind = text.printed[of[0] : start], text.printed[start : of[-1] + 1]
        start, end, new = of[0], of[-1] + 1, f"{before}{new}{behind}"
    touched = text.said[start:end]
    if touched and touched[0].name.startswith("counts.") and all(said == touched[0] for said in touched):
        return _counted(text, start)
    return Retype(text.path, *_typed_range(text, start, end), escaped(new))


def _is_within(text: TypedText, at: int) -> bool:
    """Does the place before a character part what one `{{ }}` says?"""
    return 0 < at < len(text.said) and bool(text.said[at].name) and text.said[at - 1] == text.said[at]


def _counted(text: TypedText, at: int) -> Lost:
    said = text.said[at]
    typed = text.typed[said.start : said.end]
    shown = typed if typed.startswith("{{") else f"{{{{ {said.name} }}}}"
    return Lost(
        f"这个数是程序统计的（{shown}），没有改",
        "请核对问题、措施和状态；确要写成固定的数，请在通报文件里手工改",
    )


def _typed_range(text: TypedText, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return text.said[start].start, text.said[end - 1].end
    if start < len(text.said):
        before = text.said[start - 1].end if start else text.said[0].start
        return before, before
    return (text.said[-1].end, text.said[-1].end) if text.said else (len(text.typed), len(text.typed))


def _added(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    slot = slot_of(opinion.path)
    if opinion.path == "contact.wording" and "contact" not in draft.outline.parts:
        return (Insert(Slot(opinion.path, 0), opinion.new), Own("contact.after_signature", "是"))
    if slot is None:
        return (Insert(Slot(opinion.path, 0), opinion.new),) if opinion.path not in draft.texts else _NOT_THERE
    if slot.path == PROGRESS and PROGRESS not in draft.texts:
        slot = Slot("results.text", slot.at)
    first = _said(opinion.new.split("\n")[0])
    if any(_begins_with(first, _said(there)) for there in _beside(slot, draft)):
        return Done()
    if not _has_room(slot, draft):
        rows = (row for text in _alike(slot.path, draft) for row in text.printed.split("\n"))
        return Done() if any(_said(row) == first for row in rows) else _NOT_THERE
    if slot == ("opening", 0):
        return (_before_opening(opinion.new, draft),)
    if is_prose(slot.path) or slot.path in draft.texts:
        field = draft.texts.get(slot.path)
        row = new_row(field, slot, escaped(opinion.new) if field else opinion.new)
        return (row, *parted(slot, draft.lines)) if field is None else (row,)
    return (Insert(slot, opinion.new),)


def _has_room(slot: Slot, draft: Draft) -> bool:
    """Is the item still there that a place is in, by the number that it had?"""
    item = slot.path[: slot.path.rfind("]") + 1]
    return not item or any(path == item or path.startswith(f"{item}.") for path in draft.texts)


def _before_opening(new: str, draft: Draft) -> Deed:
    """Return what puts paragraphs before the opening; where we word that, it becomes the author's own with them."""
    opening = draft.texts.get("opening")
    if opening is not None:
        return new_row(opening, Slot("opening", 0), escaped(new))
    ours = [line.text for line in draft.lines if line.node == "inspection" and fold(line.text) not in fold(new)]
    return Own("opening", escaped("\n".join([new, *ours])))


def _recipients(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what the line of the recipients becomes, with its colon: where it does not end with one, or is more than a
    line, it is the beginning of the opening now."""
    own = draft.texts.get("recipients")
    now = f"{own.printed.rstrip('：')}：" if own else ""
    if fold(now) != fold(opinion.old):
        return Done() if not own or fold(now) == fold(opinion.new) else _NOT_THERE
    if opinion.new.endswith("：") and "\n" not in opinion.new:
        return (Own("recipients", escaped(opinion.new.removesuffix("："))),)
    return (Remove("recipients"), _before_opening(opinion.new, draft))


def _begins_with(first: str, there: str) -> bool:
    """Is a first line there already, or the heading of it where what is run in behind that has its own line there?"""
    return first == there or first.startswith(f"{there}.")


def _said(text: str) -> str:
    """Return what a line says, without its label and the stop that we may have put behind it."""
    return fold(bare(text)).rstrip(".")


def _beside(slot: Slot, draft: Draft) -> Iterator[str]:
    """Yield the first lines of what stands in the same list or field."""
    if slot.path in draft.texts:
        yield from draft.texts[slot.path].printed.split("\n")
    yield from (text.printed for text in draft.texts.values() if parent_of(text.path) == slot.path)
    if slot.path == "opening" and slot.at:  # a paragraph behind the sentences that we word is a part of its own
        parts_of_their_own = (text for path, text in draft.texts.items() if path.startswith("other_parts["))
        yield from (row for text in parts_of_their_own for row in text.printed.split("\n"))
    parts = draft.outline.parts
    yield from (draft.lines[of[0]].text for path, of in parts.items() if parent_of(path) == slot.path)


def _deleted(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    slot = slot_of(opinion.path)
    if opinion.path in draft.outline.parts or (slot and slot.path.rpartition(".")[2] == "issues"):
        return _part_gone(opinion, draft)
    if opinion.path == "results.progress" or opinion.path.startswith("contact.fields["):
        lines = (line for line in draft.lines if fold(line.text) == fold(opinion.old))
        found = {path for line in lines for path in (contact_field(line), _progress(line)) if path}
        return tuple(map(Remove, found)) or Done()
    if name_of(opinion.path) == "heading":
        return _heading_gone(opinion, draft)
    own = draft.texts.get(opinion.path)
    for text in (own, *_alike(opinion.path, draft)):
        if text is None:
            continue
        if slot_of(text.path) and fold(text.printed).rstrip(".") == fold(opinion.old).rstrip("."):
            return (Remove(text.path),)
        if text.path == (slot.path if slot and is_prose(slot.path) else None) and (
            row := _row_gone(text, slot, opinion)
        ):
            return (row,)
        if text.path == opinion.path and text.is_date:
            return (Remove(text.path),)
        if text.path == opinion.path and opinion.old in text.printed:
            return _retyped(text, text.printed.find(opinion.old), opinion)
    return Done()


def _heading_gone(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    node = parent_of(opinion.path)
    found = _part(node, opinion.old, draft)
    if found is None and any(line.node == node and line.is_heading for line in draft.lines):
        found = next(
            (one.node for one in draft.lines if one.is_heading and _said(one.text) == _said(opinion.old)), None
        )
    return heading_gone(found, draft) if found else Done()


def _progress(line: BaseLine) -> str:
    """Return the part of a line that tells the progress in words of ours."""
    return parent_of(PROGRESS) if any(own.path == PROGRESS for own in line.generated) else ""


def _row_gone(text: TypedText, slot: Slot | None, opinion: Opinion) -> Deed | None:
    rows = [fold(row) for row in text.printed.split("\n")]
    if fold(opinion.old) not in rows:
        return None
    if len(rows) == 1:
        return Retype(text.path, 0, len(text.typed), "")
    at = (
        slot.at
        if slot and slot.at < len(rows) and rows[slot.at] == fold(opinion.old)
        else rows.index(fold(opinion.old))
    )
    start, end = rows_in(text.typed)[at]
    return Retype(text.path, start, end + 1, "") if at < len(rows) - 1 else Retype(text.path, start - 1, end, "")


def _part_gone(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    found = _part(opinion.path, opinion.old, draft)
    return (Remove(found),) if found else Done()


def _part(path: str, text: str, draft: Draft) -> str | None:
    """Return the part whose first line is that of a text: the one at a path, else another of its kind."""
    parts = draft.outline.parts
    first = _said(text.split("\n")[0])
    kind = name_of(path)
    likely = [path, *(other for other in parts if name_of(other) == kind)]
    return next((one for one in likely if one in parts and _said(draft.lines[parts[one][0]].text) == first), None)


def _moved(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    source, _, target = opinion.path.partition(ARROW)
    slot = slot_of(target)
    if slot is None:
        return _NO_FIELD
    if name_of(source) == "heading":
        return heading_moved(source, slot, opinion, draft)
    if source in _rows_of(draft) or is_prose(_parent_or_self(source)):
        return _row_moved(source, slot, opinion, draft)
    found = _part(source, opinion.old, draft)
    if found is None:
        return _NOT_THERE
    return (Move(found, slot),) if found == source else Done()


def _rows_of(draft: Draft) -> dict[str, BaseLine]:
    """Return the paragraphs and measures that are a line each."""
    return {row: line for line in draft.lines if (row := row_of(line))}


def _parent_or_self(path: str) -> str:
    slot = slot_of(path)
    return slot.path if slot else path


def _row_moved(source: str, slot: Slot, opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    rows, texts, lines = _rows_of(draft), draft.texts, draft.lines
    line = rows.get(source)
    if line is None or fold(bare(line.text)) != fold(bare(opinion.old)):
        return Done() if any(fold(bare(one.text)) == fold(bare(opinion.old)) for one in rows.values()) else _NOT_THERE
    if source in texts:
        return (Move(source, slot),)
    text = texts[_parent_or_self(source)]
    own = slot_of(source)
    start, end = rows_in(text.typed)[own.at if own else 0]
    words = text.typed[start:end]
    gone = _row_gone(text, own, opinion)
    if gone is None:
        return _NOT_THERE
    field = texts.get(slot.path)
    return (gone, new_row(field, slot, words), *(() if field else parted(slot, lines)))
