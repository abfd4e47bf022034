"""A labelled line and what stands below it in; a part of the spec out, numbered as printed."""

from collections.abc import Sequence

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.parse.headings import Split, form_of, paragraphs_of, split_heading
from bulletin_gen.readers.parse.listed import Listed, list_by_paragraph
from bulletin_gen.readers.parse.usual import Succession, only, unusual, usual_label
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import SourceLine, texts_of
from bulletin_gen.readers.tables import table_of
from bulletin_gen.spec.model import Form, Part
from bulletin_gen.text.labels import layer
from bulletin_gen.text.numerals import Label


@frozen
class _Draft:
    """A part before it is known what it shares with those beside it; `label` and `form` are None where usual."""

    branch: Branch
    split: Split
    listed: Listed
    label: Label | None
    form: Form | None


def read_part(branch: Branch, numbers: Succession) -> Part:
    """Return a part that stands at the top; `numbers` counts those parts."""
    return _finished(_draft(branch, 0, Form.OWN_LINE), numbers)


def text_part(paragraphs: list[str], table: SourceLine | None = None, after: Sequence[SourceLine] = ()) -> Part:
    """Return paragraphs as the text of a part and its unheaded items, 一是… each; what stands `after` a table below
    them as what ends it."""
    listed = _list_above(table, paragraphs)
    return Part(
        text="\n".join(listed.text),
        table=table_of(table),
        items=_unheaded(listed),
        items_label=unusual(listed.label, Label.FIRSTLY),
        closing="\n".join([*listed.closing, *texts_of(after)]),
    )


def _list_above(table: SourceLine | None, paragraphs: list[str]) -> Listed:
    """Return the list that the paragraphs hold; all of it as text above a table, which stands before items."""
    return Listed(tuple(paragraphs)) if table else list_by_paragraph(paragraphs)


def _draft(branch: Branch, above: int, usual_form: Form) -> _Draft:
    """Return the draft of a part; `above` is the layer of what it stands in, 0 at the top."""
    split = split_heading(branch.rest)
    paragraphs = paragraphs_of(branch, split)
    listed = Listed(tuple(paragraphs)) if branch.children else _list_above(branch.table, paragraphs)
    label = unusual(branch.label, usual_label(above) if split.heading else Label.FIRSTLY)
    form = unusual(form_of(split, paragraphs), usual_form) if split.heading else None
    return _Draft(branch, split, listed, label, form)


def _finished(draft: _Draft, numbers: Succession, label: Label | None = None, form: Form | None = None) -> Part:
    """Return the part without the label and the form that its parent says for it."""
    branch, split, listed = draft.branch, draft.split, draft.listed
    items = [_draft(child, layer(branch.label), Form.RUN_IN) for child in branch.children]
    (items_label, items_form), below = _shared_by(items), Succession()
    return Part(
        heading=split.heading,
        number=numbers.out_of_order(branch.number),
        label=None if label else draft.label,
        form=None if form and listed.text else draft.form,
        heading_end=split.end,
        text="\n".join(listed.text),
        table=table_of(branch.table),
        items=[_finished(item, below, items_label, items_form) for item in items] or _unheaded(listed),
        items_label=items_label or unusual(listed.label, Label.FIRSTLY),
        items_form=items_form,
        closing="\n".join([*listed.closing, *texts_of(branch.after)]),
    )


def _unheaded(listed: Listed) -> list[Part]:
    return [Part(text=measure) for measure in listed.measures]


def _shared_by(items: list[_Draft]) -> tuple[Label | None, Form | None]:
    """Return the label that all items have, and the form of all that have a text; None where they differ."""
    if not all(item.split.heading for item in items):
        return None, None
    return only(item.label for item in items), only(item.form for item in items if item.listed.text)
