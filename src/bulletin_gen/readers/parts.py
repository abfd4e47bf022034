"""A node of the outline in; a part of the spec out, numbered as printed."""

from collections import Counter as Tally
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, TypeVar

from bulletin_gen.readers.headings import Split, split_heading
from bulletin_gen.readers.measures import list_by_paragraph
from bulletin_gen.readers.outline import Node
from bulletin_gen.spec.model import Form
from bulletin_gen.text.labels import layer
from bulletin_gen.text.numerals import BY_DEPTH, Label

_T = TypeVar("_T", bound=Hashable)


class Numbering:
    """Counts along with the labels of one sequence, so that only a number out of order is typed."""

    def __init__(self) -> None:
        self.last = 0

    def typed(self, printed: int) -> int | None:
        """Return the number to type for what is printed, None where counting gives it or there is none."""
        if not printed:
            return None
        expected, self.last = self.last + 1, printed
        return None if printed == expected else printed


def usual_label(above: int) -> Label | None:
    """Return the label that the layer below `above` has by itself, None below the fifth."""
    return BY_DEPTH[above] if above < len(BY_DEPTH) else None


def most_common(values: Iterable[_T | None]) -> _T | None:
    """Return the value that most have, the first among equals; None where none has any."""
    tally = Tally(value for value in values if value is not None)
    return tally.most_common(1)[0][0] if tally else None


def paragraphs_of(node: Node) -> list[str]:
    """Return the paragraphs below a labelled line and above the next."""
    return [line.text for line in node.paragraphs]


def read_part(node: Node, above: int, numbering: Numbering, is_top: bool = True) -> dict[str, Any]:
    """Return the fields of a part; `above` is the layer of what it stands in, 0 at the top."""
    return _part(node, split_heading(node.rest), above, numbering, Form.OWN_LINE if is_top else Form.RUN_IN)


def _part(node: Node, split: Split, above: int, numbering: Numbering, usual: Form) -> dict[str, Any]:
    paragraphs = [*([split.text] if split.text else []), *paragraphs_of(node)]
    form = None if not paragraphs else Form.RUN_IN if split.text else Form.OWN_LINE
    label = node.label if node.label != (usual_label(above) if split.heading else Label.FIRSTLY) else None
    fields = {
        "heading": split.heading,
        "number": numbering.typed(node.number),
        "label": label,
        "form": form if split.heading and form is not usual else None,
        "heading_end": split.end if split.heading else None,
        **_text_and_items(paragraphs, node, layer(node.label)),
    }
    return said(fields)


def _text_and_items(paragraphs: list[str], node: Node, above: int) -> dict[str, Any]:
    closing = [line.text for line in node.after]
    if node.children:
        numbering = Numbering()
        items = [read_part(child, above, numbering, is_top=False) for child in node.children]
        return {
            "text": "\n".join(paragraphs),
            **_shared(items, "items_label", "label"),
            **_shared(items, "items_form", "form"),
            "items": items,
            "closing": "\n".join(closing),
        }
    fields = text_and_list(paragraphs)
    return {**fields, "closing": "\n".join(filter(None, [fields.get("closing", ""), *closing]))}


def text_and_list(paragraphs: Sequence[str]) -> dict[str, Any]:
    """Return paragraphs as the text of a part and its unheaded items, 一是… each."""
    listed = list_by_paragraph(paragraphs)
    if listed is None or listed.label is None:
        return {"text": "\n".join(paragraphs)}
    label = {} if listed.label is Label.FIRSTLY else {"items_label": listed.label}
    items = [{"text": text} for text in listed.measures]
    return {"text": "\n".join(listed.text), **label, "items": items, "closing": "\n".join(listed.closing)}


def _shared(items: list[dict[str, Any]], outer: str, inner: str) -> dict[str, Any]:
    """Return what all items say alike as said once by their parent, and take it from them."""
    speaking = [item for item in items if inner == "label" or "text" in item]
    values = {item.get(inner) for item in speaking}
    if len(values) != 1 or None in values or any("heading" not in item for item in items):
        return {}
    for item in speaking:
        del item[inner]
    return {outer: values.pop()}


def said(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})} | (
        {"heading_end": ""} if fields.get("heading_end") == "" else {}
    )
