"""What a paragraph or a run inherits: the few properties of styles that decide what a reader sees."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bulletin_gen.readers.docx.names import Element, child_number, child_switch, child_value, w

_ValueT = TypeVar("_ValueT")


@dataclass(frozen=True)
class Style:
    """None means that the style says nothing about it. `number_id` 0 switches numbering off."""

    id: str
    based_on: str | None
    number_id: int | None
    level: int | None
    is_hidden: bool | None
    alignment: str | None


class Styles:
    """The styles of a document; one without styles is fine."""

    def __init__(self, root: Element | None = None) -> None:
        elements = [] if root is None else [style for style in root.iter(w("style")) if style.get(w("styleId"))]
        self._styles = {style.id: style for style in map(_style, elements)}
        self._default = next((element.get(w("styleId")) for element in elements if _is_usual(element)), None)

    def inherited(self, style_id: str | None, ask: Callable[[Style], _ValueT | None]) -> _ValueT | None:
        """Return the answer of the nearest style that has one; `style_id` None means the usual paragraph style."""
        answers = (ask(style) for style in self._chain(style_id or self._default))
        return next((answer for answer in answers if answer is not None), None)

    def is_hidden(self, style_id: str | None) -> bool:
        return bool(self.inherited(style_id, lambda style: style.is_hidden))

    def _chain(self, style_id: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while style_id is not None and style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield (style := self._styles[style_id])
            style_id = style.based_on


def _style(element: Element) -> Style:
    paragraph, run = element.find(w("pPr")), element.find(w("rPr"))
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    return Style(
        id=element.get(w("styleId"), ""),
        based_on=child_value(element, "basedOn"),
        number_id=child_number(numbering, "numId"),
        level=child_number(numbering, "ilvl"),
        is_hidden=child_switch(run, "vanish"),
        alignment=child_value(paragraph, "jc"),
    )


def _is_usual(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")
