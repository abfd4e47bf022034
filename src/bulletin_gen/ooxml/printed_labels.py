"""Automatic numbering: the list and level of a paragraph in, the label that Word prints out.

Source: ECMA-376 part 1, 17.9. Lists that share an abstract definition count on together; `w:startOverride` counts
when a list first uses that level; a level begins anew after any higher one, unless `w:lvlRestart` says otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import field

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.made import Kind, Made
from bulletin_gen.ooxml.names import (
    VAL,
    Element,
    child_number,
    child_switch,
    child_value,
    inside,
    qualified,
    whole_number,
)
from bulletin_gen.ooxml.number_forms import say_number
from bulletin_gen.ooxml.word_styles import Layer, WordStyle, WordStyles
from bulletin_gen.text.regex import Regex

LEVELS = 9
_ABSTRACT_ID = qualified("abstractNumId")
_PLACE = Regex(r"%([1-9])")  # （%2）


@frozen
class ListLevel:
    """One level of a list. `restart_after` is the lowest level, from 1, that makes it begin anew; None means any
    higher, 0 none. `paragraph` and `run` are the format of its paragraphs and of its labels."""

    form: str = "decimal"
    text: str = ""
    start: int = 0
    restart_after: int | None = None
    is_all_decimal: bool = False
    style_id: str | None = None
    paragraph: Layer = field(default_factory=Layer)
    run: Layer = field(default_factory=Layer)


@frozen
class NumberPlace:
    """A place in a list: its id and the level from 0."""

    list_id: int
    level: int


@frozen
class _List:
    """`abstract_id` is the definition that lists share, whose numbers count on from one list to the next."""

    abstract_id: str | None
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int]

    def level(self, index: int) -> ListLevel:
        return self.levels.get(index, _NO_LEVEL)

    def start(self, index: int) -> int:
        return self.starts.get(index, self.level(index).start)


_NO_LEVEL = ListLevel()


class Lists:
    """The lists of a document; one without lists is fine."""

    def __init__(self, root: Element | None, styles: WordStyles, made: Made) -> None:
        self._made = made
        abstracts = [] if root is None else root.iter(qualified("abstractNum"))
        self._styles = styles
        self._abstracts = {item.get(_ABSTRACT_ID): item for item in abstracts}
        self._elements = (
            {} if root is None else {item.get(qualified("numId")): item for item in root.iter(qualified("num"))}
        )
        self._levels: dict[str | None, dict[int, ListLevel]] = {}
        self._lists: dict[int, _List | None] = {}

    def number_of(self, properties: Element | None, style: WordStyle) -> NumberPlace | None:
        """Return where a paragraph stands in a list, by its own properties or its style's; None outside any."""
        own = inside(properties, "numPr")
        list_id, level = child_number(own, "numId"), child_number(own, "ilvl")
        if list_id is None:
            list_id = style.list_id
            level = self._level_of(style) if level is None else level
        if not list_id or self.list_of(list_id) is None:
            return None
        return NumberPlace(list_id, min(max(level or 0, 0), LEVELS - 1))

    def level(self, number: NumberPlace | None) -> ListLevel:
        """Return the level of a place in a list; outside any one that says nothing."""
        found = None if number is None else self.list_of(number.list_id)
        return _NO_LEVEL if number is None or found is None else found.level(number.level)

    def list_of(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(self._elements.get(str(list_id)))
        return self._lists[list_id]

    def _level_of(self, style: WordStyle) -> int | None:
        """Return the level that names the style of a heading, or else the one that the style names."""
        found = None if style.list_id is None else self.list_of(style.list_id)
        levels = {} if found is None else found.levels
        linked = (index for index, level in levels.items() if level.style_id and level.style_id == style.numbered_by)
        return next(linked, style.level)

    def _read_list(self, element: Element | None) -> _List | None:
        abstract_id = self._behind_style(child_value(element, "abstractNumId"))
        if element is None or abstract_id not in self._abstracts:
            return None
        if abstract_id not in self._levels:
            self._levels[abstract_id] = _levels(self._abstracts[abstract_id])
        levels, starts = dict(self._levels[abstract_id]), dict[int, int]()
        for override in element.iter(qualified("lvlOverride")):
            index, start = whole_number(override.get(qualified("ilvl"))), child_number(override, "startOverride")
            if index is not None and start is not None:
                starts[index] = start
            levels |= _levels(override)
        for level in levels.values():
            self._made.allow(Kind.LABEL, len(level.text))
        return _List(abstract_id, levels, starts)

    def _behind_style(self, abstract_id: str | None) -> str | None:
        """Return the definition that a definition borrows through a list style, or itself."""
        style_id = child_value(self._abstracts.get(abstract_id), "numStyleLink")
        if style_id is None:
            return abstract_id
        return child_value(self._elements.get(str(self._styles.style(style_id).list_id)), "abstractNumId")


class PrintedLabels:
    """Counts through a story; `unknown_forms` gathers the number forms that were said in plain digits."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str | None, dict[int, int]] = {}  # by definition and level; one not yet counted is missing
        self._started: set[tuple[int, int]] = set()
        self.unknown_forms: set[str] = set()

    def is_bullet(self, number: NumberPlace) -> bool:
        return self._lists.level(number).form == "bullet"

    def next_label(self, number: NumberPlace) -> str:
        """Count one paragraph and return its label; that of a bullet is the bullet itself."""
        counted = self._lists.list_of(number.list_id)
        if counted is None:
            return ""
        counts = self._counts.setdefault(counted.abstract_id, {})
        self._count(counted, counts, number)
        level = counted.level(number.level)

        def said(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            form = "decimal" if level.is_all_decimal else counted.level(index).form
            return self._said(counts.get(index, counted.start(index)), form)

        return _PLACE.sub(said, level.text)

    def _count(self, counted: _List, counts: dict[int, int], number: NumberPlace) -> None:
        index, place = number.level, (number.list_id, number.level)
        if index in counted.starts and place not in self._started:
            counts[index] = counted.starts[index]
        else:
            counts[index] = counts[index] + 1 if index in counts else counted.start(index)
        self._started.add(place)
        for deeper in range(index + 1, LEVELS):
            after = counted.level(deeper).restart_after
            if after is None or index < after:
                counts.pop(deeper, None)

    def _said(self, number: int, form: str) -> str:
        said = say_number(number, form)
        if said is None:
            self.unknown_forms.add(form)
        return str(number) if said is None else said


def _levels(parent: Element) -> dict[int, ListLevel]:
    found = ((whole_number(element.get(qualified("ilvl"))), element) for element in parent.findall(qualified("lvl")))
    return {index: _level(element) for index, element in found if index is not None and 0 <= index < LEVELS}


def _level(element: Element) -> ListLevel:
    form = next((inner.get(VAL) for inner in reversed([*element.iter(qualified("numFmt"))])), None)
    return ListLevel(
        form=form or "decimal",
        text=child_value(element, "lvlText") or "",
        start=child_number(element, "start") or 0,
        restart_after=child_number(element, "lvlRestart"),
        is_all_decimal=bool(child_switch(element, "isLgl")),
        style_id=child_value(element, "pStyle"),
        paragraph=Layer([inside(element, "pPr")]),
        run=Layer([inside(element, "rPr")]),
    )
