"""Automatic numbering: the list and level of a paragraph in, the label that Word prints out.

Source: ECMA-376 part 1, 17.9. Lists that share an abstract definition count on together; `w:startOverride` counts
when a list first uses that level; a level begins anew after any higher one, unless `w:lvlRestart` says otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletin_gen.ooxml.formats import say_number
from bulletin_gen.ooxml.names import VAL, Element, child_number, child_switch, child_value, w, whole_number
from bulletin_gen.ooxml.styles import Style, Styles

LEVELS = 9
_ABSTRACT_ID = w("abstractNumId")
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list. `restart_after` is the lowest level, from 1, that makes it begin anew; None means any
    higher, 0 none."""

    form: str = "decimal"
    text: str = ""
    start: int = 0
    restart_after: int | None = None
    is_all_decimal: bool = False
    style_id: str | None = None


@dataclass(frozen=True)
class Number:
    """A place in a list: its id and the level from 0."""

    list_id: int
    level: int


@dataclass
class _List:
    """`counts` is shared by all lists of one abstract definition; a level not yet counted is missing."""

    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    counts: dict[int, int]
    started: set[int] = field(default_factory=set)


class Numbering:
    """Counts through a document; `unknown_forms` gathers the number forms that were said in plain digits."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = {} if root is None else {item.get(_ABSTRACT_ID): item for item in root.iter(w("abstractNum"))}
        self._elements = {} if root is None else {item.get(w("numId")): item for item in root.iter(w("num"))}
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[str | None, dict[int, int]] = {}
        self.unknown_forms: set[str] = set()

    def number_of(self, properties: Element | None, style: Style) -> Number | None:
        """Return where a paragraph stands in a list, by its own properties or its style's; None outside any."""
        own = properties.find(w("numPr")) if properties is not None else None
        list_id, level = child_number(own, "numId"), child_number(own, "ilvl")
        if list_id is None:
            list_id = style.list_id
            level = self._level_of(style) if level is None else level
        if not list_id or self._list(list_id) is None:
            return None
        return Number(list_id, min(max(level or 0, 0), LEVELS - 1))

    def is_bullet(self, number: Number) -> bool:
        return self._level(number).form == "bullet"

    def next_label(self, number: Number) -> str:
        """Count one paragraph and return its label; that of a bullet is the bullet itself."""
        counted, level = self._list(number.list_id), self._level(number)
        if counted is None:
            return ""
        _count(counted, number.level)
        return _PLACE.sub(lambda place: self._said(counted, int(place[1]) - 1, level.is_all_decimal), level.text)

    def _level(self, number: Number) -> Level:
        counted = self._list(number.list_id)
        return Level() if counted is None else counted.levels.get(number.level, Level())

    def _level_of(self, style: Style) -> int | None:
        """Return the level that names the style of a heading, or else the one that the style names."""
        counted = None if style.list_id is None else self._list(style.list_id)
        levels = {} if counted is None else counted.levels
        linked = (index for index, level in levels.items() if level.style_id and level.style_id == style.numbered_by)
        return next(linked, style.level)

    def _said(self, counted: _List, index: int, is_decimal: bool) -> str:
        form = "decimal" if is_decimal else counted.levels.get(index, Level()).form
        number = counted.counts.get(index, _start(counted, index))
        said = say_number(number, form)
        if said is None:
            self.unknown_forms.add(form)
        return str(number) if said is None else said

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(self._elements.get(str(list_id)))
        return self._lists[list_id]

    def _read_list(self, element: Element | None) -> _List | None:
        abstract_id = self._behind_style(child_value(element, "abstractNumId"))
        if element is None or abstract_id not in self._abstracts:
            return None
        levels = _levels(self._abstracts[abstract_id])
        starts: dict[int, int] = {}
        for override in element.iter(w("lvlOverride")):
            index, start = whole_number(override.get(w("ilvl"))), child_number(override, "startOverride")
            if index is not None and start is not None:
                starts[index] = start
            levels |= _levels(override)
        return _List(levels, starts, self._counts.setdefault(abstract_id, {}))

    def _behind_style(self, abstract_id: str | None) -> str | None:
        """Return the definition that a definition borrows through a list style, or itself."""
        style_id = child_value(self._abstracts.get(abstract_id), "numStyleLink")
        if style_id is None:
            return abstract_id
        return child_value(self._elements.get(str(self._styles.style(style_id).list_id)), "abstractNumId")


def _count(counted: _List, index: int) -> None:
    if index in counted.starts and index not in counted.started:
        counted.counts[index] = counted.starts[index]
    elif index in counted.counts:
        counted.counts[index] += 1
    else:
        counted.counts[index] = _start(counted, index)
    counted.started.add(index)
    for deeper in range(index + 1, LEVELS):
        after = counted.levels.get(deeper, Level()).restart_after
        if after is None or index < after:
            counted.counts.pop(deeper, None)


def _start(counted: _List, index: int) -> int:
    return counted.starts.get(index, counted.levels.get(index, Level()).start)


def _levels(parent: Element) -> dict[int, Level]:
    found = ((whole_number(element.get(w("ilvl"))), element) for element in parent.findall(w("lvl")))
    return {index: _level(element) for index, element in found if index is not None}


def _level(element: Element) -> Level:
    form = next((inner.get(VAL) for inner in reversed([*element.iter(w("numFmt"))])), None)
    return Level(
        form=form or "decimal",
        text=child_value(element, "lvlText") or "",
        start=child_number(element, "start") or 0,
        restart_after=child_number(element, "lvlRestart"),
        is_all_decimal=bool(child_switch(element, "isLgl")),
        style_id=child_value(element, "pStyle"),
    )
