"""What became of a heading alone, while what stands below it is still there, in; what that does to the spec out.

Without its heading an issue is none: its text goes on below what stands above, and so do those below it.
"""

from collections.abc import Iterator, Sequence

from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.deed import Deed, Done, Insert, Lost, Move, Own, Remove, Retype, escaped
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.generated import PROGRESS
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.paragraph import bare
from bulletin_gen.review.home.rows import new_rows, parted, rows_in
from bulletin_gen.review.home.tree import Slot, is_prose, name_of, slot_of
from bulletin_gen.review.opinion import Opinion
from bulletin_gen.spec.values import Form
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.numerals import Label
from bulletin_gen.where import parent_of

_BELOW = {"sections": "issues", "issues": "sub_issues", "sub_issues": "sub_issues", "items": "items"}
_CHANGED_SINCE = Lost("标题已不是原来的样子", "请对照原文，在通报文件里手工处理")


def heading_gone(node: str, draft: Draft) -> tuple[Deed, ...] | Lost:
    """Return what takes the heading from a part and leaves its text."""
    slot, of = slot_of(node), _lines(node, draft)
    if slot and slot.path != "other_parts" and name_of(node) not in _BELOW:
        return _CHANGED_SINCE
    first = draft.lines[of[0]]
    if slot is None or slot.path == "other_parts":
        labels = _labels_kept(node, draft)
        return (Remove(f"{node}.heading"), *labels) if first.head == len(first.text) else _CHANGED_SINCE
    if not of[0]:
        return _CHANGED_SINCE
    above = draft.lines[of[0] - 1]
    moved = list(_moved_up(node, slot, draft))
    gone_up = {one.path for one in moved}
    rows = [draft.lines[index] for index in of[1:]]
    stay = [line for line in rows if not any(_is_in(line.node, path) for path in gone_up)]
    behind = [line for line in stay if moved and line.part == "closing"]
    texts = [line.text for line in stay if line not in behind]
    to = _slot_behind(above)
    if to is None:
        return _CHANGED_SINCE
    deeds: list[Deed] = [Remove(node), *new_rows(draft.texts.get(to.path), to, texts), *moved]
    if behind:
        to = Slot(f"{slot.path}[{slot.at - 1}].closing", 0)
        deeds += new_rows(draft.texts.get(to.path), to, [line.text for line in behind])
    return tuple(deeds)


def _lines(node: str, draft: Draft) -> Sequence[int]:
    return draft.outline.parts.get(node) or [at for at, line in enumerate(draft.lines) if _is_in(line.node, node)]


def _is_in(node: str, part: str) -> bool:
    return node == part or node.startswith((f"{part}.", f"{part}["))


def _labels_kept(node: str, draft: Draft) -> Iterator[Deed]:
    """Yield what leaves to those below a heading the labels that they bear, though they stand a layer higher now."""
    for name, path in (
        ("sections", "section_label"),
        ("issues", "issue_style.label"),
        ("items", "items_label"),
    ):
        label = draft.outline.labels.get(f"{node}.{name}[0]")
        if label is not None:
            yield Own(f"{node}.{path}", str(label))


def _moved_up(node: str, slot: Slot, draft: Draft) -> Iterator[Move]:
    """Yield what moves the parts below a heading to the end of those below the one before it, where nothing else would
    come between."""
    name = _BELOW[name_of(node)]
    below = _items(f"{node}.{name}", draft)
    if not slot.at or not below:
        return
    before = f"{slot.path}[{slot.at - 1}]"
    last = draft.lines[_lines(before, draft)[-1]]
    theirs = _items(f"{before}.{name}", draft)
    is_text = any(draft.lines[at].node == node and not draft.lines[at].part for at in _lines(node, draft)[1:])
    if last.node == before and (last.part or (is_text and not theirs)):
        return
    yield from (Move(path, Slot(f"{before}.{name}", len(theirs))) for path in below)


def _items(path: str, draft: Draft) -> list[str]:
    return [part for part in draft.outline.parts if (slot := slot_of(part)) and slot.path == path]


def _slot_behind(line: BaseLine) -> Slot | None:
    """Return where text goes that stands behind a line which is the last of its part, and is no item of a list."""
    last = line.pieces[-1] if line.pieces else None
    if line.part == "status":
        return Slot(f"{line.node}.status_line", last.row + 1 if last else 1)
    if last and ".measures[" in last.path:
        return Slot(f"{line.node}.closing", 0)
    if last and is_prose(last.path):
        return Slot(last.path, last.row + 1)
    if any(own.path == PROGRESS for own in line.generated):
        return Slot(PROGRESS, 1)
    return Slot(f"{line.node}.text", 0) if line.is_heading else None


def heading_at(path: str, old: str, draft: Draft) -> BaseLine | None:
    """Return the heading that says something: of the part at a path, else of another of its kind."""
    lines = [line for line in draft.lines if (line.is_heading or line.label) and fold(_heading(line)) == fold(old)]
    kind = name_of(path)
    alike = [line for line in lines if name_of(line.node) == kind]
    return next((line for line in lines if line.node == path), alike[0] if alike else None)


def _heading(line: BaseLine) -> str:
    """Return a heading with its label; of a paragraph that has a label all of it."""
    return line.text[: line.head] if line.is_heading else line.text


def relabelled(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what gives a heading another form of label, or none: what is left of it stands in the heading then."""
    node = parent_of(opinion.path)
    line = heading_at(node, opinion.old, draft)
    if line is None:
        is_done = any(fold(_heading(one)) == fold(opinion.new) for one in draft.lines)
        return Done() if is_done else _CHANGED_SINCE
    marked = leading_label(opinion.new) or leading_listed(opinion.new)
    if marked and fold(marked.rest) == fold(line.text[line.label : line.head]):
        return (Own(f"{line.node}.label", str(marked.label)),)
    return (Own(f"{line.node}.label", str(Label.NONE)), *(_reheaded(line, opinion.new) if line.is_heading else ()))


def _reheaded(line: BaseLine, new: str) -> Iterator[Deed]:
    yield Own(f"{line.node}.heading", escaped(new.removesuffix("。") or new))
    if line.head < len(line.text) and not new.endswith("。"):
        yield Own(f"{line.node}.heading_end", "")


def heading_cut(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what ends a heading's paragraph within it: its end, and what was run in behind it, become text."""
    node = parent_of(opinion.path)
    first, rest = opinion.new.split("\n", 1)
    line = _said_at(node, opinion.old, draft)
    if line is None:
        return Done() if _said_at(node, first, draft) else _CHANGED_SINCE
    found: list[Deed] = []
    is_labelled = fold(_words(line)) != fold(opinion.old)
    if is_labelled:
        found.append(Own(f"{line.node}.label", str(Label.NONE)))
    if is_labelled or fold(first).rstrip(".") != fold(_words(line)).rstrip(".") or first.endswith("。"):
        found.append(Own(f"{line.node}.heading", escaped(first)))
    if line.head < len(line.text):
        found.append(Own(f"{line.node}.form", str(Form.OWN_LINE)))
        path = f"{line.node}.text"
        if rest and path in draft.texts:
            found.append(Retype(path, 0, 0, escaped(rest)))
        elif rest:
            found.append(Insert(Slot(path, 0), rest))
        return tuple(found)
    path = f"{line.node}.text" if line.node != "results" or PROGRESS not in draft.texts else PROGRESS
    own = draft.texts.get(path)
    return (*found, *new_rows(own, Slot(path, 0), [rest]), *(() if own else parted(Slot(path, 0), draft.lines)))


def _said_at(node: str, words: str, draft: Draft) -> BaseLine | None:
    """Return the heading of a kind of part that says these words, with its label or without."""
    kind = name_of(node)
    headings = (line for line in draft.lines if line.is_heading and name_of(line.node) == kind)
    return next((one for one in headings if fold(words) in (fold(_words(one)), fold(_heading(one)))), None)


def heading_unended(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what takes away the mark between a heading and the text that is run in behind it."""
    line = _said_at(parent_of(opinion.path), opinion.old, draft)
    if line is None:
        return Done() if _said_at(parent_of(opinion.path), opinion.new, draft) else _CHANGED_SINCE
    return (Own(f"{line.node}.heading", escaped(opinion.new)), Own(f"{line.node}.heading_end", ""))


def heading_moved(source: str, slot: Slot, opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what takes the heading from a part, and puts it with what stands below it now at another place."""
    node, (_, *below) = parent_of(source), opinion.new.split("\n")
    of = draft.outline.parts.get(node, ())
    if not of or fold(bare(draft.lines[of[0]].text)) != fold(opinion.old):
        there = any(line.is_heading and fold(bare(line.text)) == fold(opinion.old) for line in draft.lines)
        return Done() if there else _CHANGED_SINCE
    gone = heading_gone(node, draft)
    if isinstance(gone, Lost):
        return gone
    above = draft.outline.parts.get(f"{slot.path}[{slot.at - 1}]", ())
    taken = {fold(row) for row in below}
    went: list[Deed] = []
    for at in above[1:]:
        line = draft.lines[at]
        is_gone = any(isinstance(one, Remove) and _is_in(line.node, one.path) for one in went)
        if fold(line.text) in taken and not is_gone:
            went += _line_taken(line, f"{slot.path}[{slot.at - 1}]", draft)
    return (*gone, *went, Insert(slot, opinion.new, node))


def _line_taken(line: BaseLine, part: str, draft: Draft) -> Iterator[Deed]:
    """Yield what takes a line out of a part: all of a part that begins with it, else its measures and paragraphs."""
    if line.node != part and line.is_heading:
        yield Remove(line.node)
        return
    if line.part == "status":
        yield Own(f"{line.node}.status_line", "")
    for piece in line.pieces:
        if ".measures[" in piece.path:
            yield Remove(piece.path)
            continue
        bounds = rows_in(draft.texts[piece.path].typed)
        start, end = bounds[piece.row]
        yield Retype(piece.path, max(start - 1, 0), end, "") if piece.row else Retype(piece.path, start, end, "")


def _words(line: BaseLine) -> str:
    return line.text[line.label : line.head]


def heading_run_in(opinion: Opinion, draft: Draft) -> tuple[Deed, ...] | Done | Lost:
    """Return what lets the text below a heading run in behind it, with nothing between them."""
    node = parent_of(opinion.path)
    line = _said_at(node, opinion.old, draft)
    if line is None or line.head < len(line.text):
        is_done = any(one.is_heading and fold(one.text).endswith(fold(opinion.new)) for one in draft.lines)
        return Done() if is_done else _CHANGED_SINCE
    return (Own(f"{line.node}.form", str(Form.RUN_IN)), Own(f"{line.node}.heading_end", ""))
