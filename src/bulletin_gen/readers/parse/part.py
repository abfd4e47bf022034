"""A labelled line and what stands below it in; a part of the spec out, numbered as printed."""

from dataclasses import dataclass

from bulletin_gen.readers.parse.headings import Split, form_of, paragraphs_of, split_heading
from bulletin_gen.readers.parse.listed import Listed, list_by_paragraph
from bulletin_gen.readers.parse.usual import Succession, only, unusual, usual_label
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import texts_of
from bulletin_gen.spec.model import Form, Part
from bulletin_gen.text.labels import layer
from bulletin_gen.text.numerals import Label


@dataclass(frozen=True)
class _Draft:
    """A part before it is known what it shares with those beside it; `label` and `form` are None where usual."""

    branch: Branch
    split: Split
    listed: Listed
    label: Label | None
    form: Form | None


@dataclass(frozen=True)
class _Shared:
    """What the items of a part say alike, which their parent says for them."""

    label: Label | None = None
    form: Form | None = None


def read_part(branch: Branch, numbers: Succession) -> Part:
    """Return a part that stands at the top; `numbers` counts those parts."""
    return _finished(_draft(branch, 0, Form.OWN_LINE), _Shared(), numbers)


def text_part(paragraphs: list[str]) -> Part:
    """Return paragraphs as the text of a part and its unheaded items, 一是… each."""
    listed = list_by_paragraph(paragraphs)
    return Part(
        text="\n".join(listed.text),
        items=_unheaded(listed),
        items_label=unusual(listed.label, Label.FIRSTLY),
        closing="\n".join(listed.closing),
    )


def _draft(branch: Branch, above: int, usual_form: Form) -> _Draft:
    """Return the draft of a part; `above` is the layer of what it stands in, 0 at the top."""
    split = split_heading(branch.rest)
    paragraphs = paragraphs_of(branch, split)
    listed = Listed(tuple(paragraphs)) if branch.children else list_by_paragraph(paragraphs)
    label = unusual(branch.label, usual_label(above) if split.heading else Label.FIRSTLY)
    form = unusual(form_of(split, paragraphs), usual_form) if split.heading else None
    return _Draft(branch, split, listed, label, form)


def _finished(draft: _Draft, shared: _Shared, numbers: Succession) -> Part:
    """Return the part without what its parent says for it."""
    branch, split, listed = draft.branch, draft.split, draft.listed
    inside = layer(branch.label)
    items = [_draft(child, inside, Form.RUN_IN) for child in branch.children]
    alike, below = _shared(items), Succession()
    return Part(
        heading=split.heading,
        number=numbers.out_of_order(branch.number),
        label=None if shared.label else draft.label,
        form=None if shared.form and listed.text else draft.form,
        heading_end=split.end,
        text="\n".join(listed.text),
        items=[_finished(item, alike, below) for item in items] or _unheaded(listed),
        items_label=alike.label or unusual(listed.label, Label.FIRSTLY),
        items_form=alike.form,
        closing="\n".join([*listed.closing, *texts_of(branch.after)]),
    )


def _unheaded(listed: Listed) -> list[Part]:
    return [Part(text=measure) for measure in listed.measures]


def _shared(items: list[_Draft]) -> _Shared:
    """Return what all items say alike; the form is said by those that have a text."""
    if not all(item.split.heading for item in items):
        return _Shared()
    return _Shared(only(item.label for item in items), only(item.form for item in items if item.listed.text))
