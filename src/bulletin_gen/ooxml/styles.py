"""What a paragraph or a run inherits: the few properties of styles that decide what a reader sees."""

from dataclasses import dataclass, replace

from bulletin_gen.ooxml.names import Element, child_number, child_switch, child_value, w


@dataclass(frozen=True)
class Style:
    """A style with all it inherits; None where nobody says anything.

    `list_id` 0 switches numbering off; `numbered_by` is the style that names the list.
    """

    list_id: int | None = None
    numbered_by: str | None = None
    level: int | None = None
    is_hidden: bool | None = None
    alignment: str | None = None


class Styles:
    """The styles of a document; one without styles is fine."""

    def __init__(self, root: Element | None = None) -> None:
        found = [] if root is None else list(root.iter(w("style")))
        self._elements = {style.get(w("styleId")): style for style in found}
        self._usual = next((style.get(w("styleId")) for style in found if _is_usual(style)), None)
        self._settled: dict[str | None, Style] = {None: Style()}

    def paragraph_style(self, style_id: str | None) -> Style:
        """Return the style of a paragraph; None means the usual one."""
        return self.style(style_id or self._usual)

    def style(self, style_id: str | None) -> Style:
        """Return a style; one that is not there says nothing."""
        chain: list[str | None] = []
        while style_id not in self._settled and style_id in self._elements and style_id not in chain:
            chain.append(style_id)
            style_id = child_value(self._elements[style_id], "basedOn")
        settled = self._settled.get(style_id, Style())
        for inner in reversed(chain):
            settled = self._settled[inner] = _built_on(settled, self._elements[inner])
        return settled


def _built_on(base: Style, element: Element) -> Style:
    paragraph, run = element.find(w("pPr")), element.find(w("rPr"))
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    list_id, level = child_number(numbering, "numId"), child_number(numbering, "ilvl")
    is_hidden, alignment = child_switch(run, "vanish"), child_value(paragraph, "jc")
    if list_id is not None:
        base = replace(base, list_id=list_id, numbered_by=element.get(w("styleId")))
    return replace(
        base,
        level=base.level if level is None else level,
        is_hidden=base.is_hidden if is_hidden is None else is_hidden,
        alignment=base.alignment if alignment is None else alignment,
    )


def _is_usual(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")
