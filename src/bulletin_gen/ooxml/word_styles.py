"""The styles of a DOCX: what each says, with those that it is based on.

Source: ECMA-376 part 1, 17.7.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import (
    VAL,
    Element,
    child_number,
    child_value,
    inside,
    is_on,
    qualified,
    whole_number,
)

_ID = qualified("styleId")
_DEEPEST = 50  # styles on styles; no office makes more


class Said(NamedTuple):
    """An attribute, without its namespace, and its value."""

    attribute: str
    value: str


class Layer:
    """Properties that stand together: of one element, or of a style and all that it is based on. The nearest that
    says something decides; what several say is settled once."""

    def __init__(self, elements: Iterable[Element | None] = ()) -> None:
        self.elements = [element for element in elements if element is not None]
        self._said: dict[tuple[str, ...], Said | None] = {}

    @cached_property
    def _children(self) -> Mapping[object, list[Element]]:
        """The children by tag, the nearest first; of one element only the first of a tag."""
        children: dict[object, list[Element]] = {}
        for element in self.elements:
            for tag, child in {child.tag: child for child in reversed(element)}.items():
                children.setdefault(tag, []).append(child)
        return children

    def child(self, name: str) -> Element | None:
        """Return the nearest child of that name."""
        return next(iter(self._children.get(qualified(name), ())), None)

    def first(self, name: str, attributes: tuple[str, ...], ask: Callable[[Element], Said | None]) -> Said | None:
        """Return the first answer of the children of that name; `attributes` tell one question from another."""
        children = self._children.get(qualified(name), ())
        if len(children) < 2:
            return ask(children[0]) if children else None
        question = (name, *attributes)
        if question not in self._said:
            self._said[question] = next((said for child in children if (said := ask(child)) is not None), None)
        return self._said[question]


@frozen
class Chain:
    """Layers from the nearest to the farthest."""

    layers: tuple[Layer, ...]

    def value(self, name: str) -> str | None:
        return self.attribute(name, "val")

    def number(self, name: str) -> int | None:
        return whole_number(self.value(name))

    def switch(self, name: str) -> bool | None:
        said = self._first(name, (), _switch)
        return None if said is None else is_on(said.value)

    def attribute(self, name: str, *attributes: str) -> str | None:
        said = self.said(name, *attributes)
        return None if said is None else said.value

    def attribute_number(self, name: str, *attributes: str) -> int | None:
        return whole_number(self.attribute(name, *attributes))

    def said(self, name: str, *attributes: str) -> Said | None:
        """Return what the nearest child of that name says that has one of these (each a name for the same)."""
        return self._first(name, attributes, lambda child: _attribute(child, attributes))

    def child(self, name: str) -> Element | None:
        """Return the nearest child of that name."""
        return next((found for layer in self.layers if (found := layer.child(name)) is not None), None)

    def _first(self, name: str, attributes: tuple[str, ...], ask: Callable[[Element], Said | None]) -> Said | None:
        for layer in self.layers:
            if (said := layer.first(name, attributes, ask)) is not None:
                return said
        return None


@frozen
class WordStyle:
    """A style with all it is based on. `name` is the one that a reader sees.

    `list_id` is the list that its paragraphs stand in, 0 switches numbering off; `numbered_by` is the id of the style
    that names the list. None where nobody says anything.
    """

    name: str | None = None
    paragraph: Layer = field(default_factory=Layer)
    run: Layer = field(default_factory=Layer)
    list_id: int | None = None
    numbered_by: str | None = None
    level: int | None = None


class WordStyles:
    """The styles of a document; one without styles is fine."""

    def __init__(self, root: Element | None = None) -> None:
        found = [] if root is None else [style for style in root.iter(qualified("style")) if style.get(_ID)]
        self._elements = {style.get(_ID): style for style in found}
        self._usual = next((style.get(_ID) for style in found if _is_usual(style)), None)
        self._settled: dict[str | None, WordStyle] = {}
        self.paragraph_defaults = Layer([inside(root, "docDefaults", "pPrDefault", "pPr")])
        self.run_defaults = Layer([inside(root, "docDefaults", "rPrDefault", "rPr")])

    def paragraph_style(self, style_id: str | None) -> WordStyle:
        """Return the style of a paragraph: the usual one where it names none, or one that is not there."""
        return self.style(style_id if style_id in self._elements else self._usual)

    def style(self, style_id: str | None) -> WordStyle:
        """Return a style; one that is not there says nothing."""
        if style_id not in self._settled:
            self._settled[style_id] = _settled(list(islice(self._based(style_id), _DEEPEST)))
        return self._settled[style_id]

    def _based(self, style_id: str | None) -> Iterator[Element]:
        """Yield a style and those it is based on."""
        seen: set[str | None] = set()
        while style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            yield (style := self._elements[style_id])
            style_id = child_value(style, "basedOn")


def _settled(chain: list[Element]) -> WordStyle:
    paragraphs = [inside(style, "pPr") for style in chain]
    numbers = [inside(paragraph, "numPr") for paragraph in paragraphs]
    listed = [(child_number(number, "numId"), style) for number, style in zip(numbers, chain, strict=True)]
    levels = (child_number(number, "ilvl") for number in numbers)
    list_id, numbered_by = next((pair for pair in listed if pair[0] is not None), (None, None))
    return WordStyle(
        child_value(chain[0], "name") if chain else None,
        Layer(paragraphs),
        Layer(inside(style, "rPr") for style in chain),
        list_id,
        None if numbered_by is None else numbered_by.get(_ID),
        next((level for level in levels if level is not None), None),
    )


def _switch(child: Element) -> Said:
    return Said("val", child.get(VAL, "1"))


def _attribute(child: Element, attributes: Iterable[str]) -> Said | None:
    found = ((attribute, child.get(qualified(attribute))) for attribute in attributes)
    return next((Said(attribute, value) for attribute, value in found if value is not None), None)


def _is_usual(style: Element) -> bool:
    return style.get(qualified("type")) == "paragraph" and style.get(qualified("default")) in ("1", "true", "on")
