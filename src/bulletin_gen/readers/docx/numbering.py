"""Automatic numbering: the list and level of a paragraph in, the label that Word prints out.

Source: ECMA-376 part 1, 17.9. Lists that share an abstract definition count on together; `w:startOverride` counts
when a list first uses that level; a level begins anew after any higher one, unless `w:lvlRestart` says otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletin_gen.readers.docx.formats import say_number
from bulletin_gen.readers.docx.names import VAL, Element, child_number, child_switch, child_value, w, whole_number
from bulletin_gen.readers.docx.styles import Styles

LEVELS = 9
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
        self._lists = {} if root is None else _lists(root, styles)
        self.unknown_forms: set[str] = set()

    def number_of(self, properties: Element | None, style_id: str | None) -> Number | None:
        """Return where a paragraph stands in a list, by its own properties or its style's; None outside any."""
        own = properties.find(w("numPr")) if properties is not None else None
        list_id = child_number(own, "numId")
        level = child_number(own, "ilvl")
        if list_id is None:
            list_id = self._styles.inherited(style_id, lambda style: style.number_id)
            if level is None:
                level = self._level_of_style(list_id, style_id)
        if not list_id or list_id not in self._lists:
            return None
        return Number(list_id, min(max(level or 0, 0), LEVELS - 1))

    def is_bullet(self, number: Number) -> bool:
        return self._level(number).form == "bullet"

    def next_label(self, number: Number) -> str:
        """Count one paragraph and return its label; that of a bullet is the bullet itself."""
        counted, level = self._lists[number.list_id], self._level(number)
        self._count(counted, number.level)
        return _PLACE.sub(lambda place: self._said(counted, int(place[1]) - 1, level.is_all_decimal), level.text)

    def _level(self, number: Number) -> Level:
        return self._lists[number.list_id].levels.get(number.level, Level())

    def _level_of_style(self, list_id: int | None, style_id: str | None) -> int | None:
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        linked = {level.style_id: index for index, level in levels.items()}
        by_link = self._styles.inherited(style_id, lambda style: linked.get(style.id))
        return by_link if by_link is not None else self._styles.inherited(style_id, lambda style: style.level)

    def _count(self, counted: _List, index: int) -> None:
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

    def _said(self, counted: _List, index: int, is_decimal: bool) -> str:
        form = "decimal" if is_decimal else counted.levels.get(index, Level()).form
        number = counted.counts.get(index, _start(counted, index))
        said = say_number(number, form)
        if said is None:
            self.unknown_forms.add(form)
        return str(number) if said is None else said


def _start(counted: _List, index: int) -> int:
    return counted.starts.get(index, counted.levels.get(index, Level()).start)


def _lists(root: Element, styles: Styles) -> dict[int, _List]:
    abstracts = {element.get(w("abstractNumId")): element for element in root.iter(w("abstractNum"))}
    numbers = {whole_number(element.get(w("numId"))): element for element in root.iter(w("num"))}
    counts: dict[str | None, dict[int, int]] = {}
    lists: dict[int, _List] = {}
    for list_id, element in numbers.items():
        abstract_id = _behind_style(child_value(element, "abstractNumId"), abstracts, numbers, styles)
        if list_id is None or abstract_id not in abstracts:
            continue
        levels = _levels(abstracts[abstract_id])
        starts: dict[int, int] = {}
        for override in element.iter(w("lvlOverride")):
            index, start = whole_number(override.get(w("ilvl"))), child_number(override, "startOverride")
            if index is not None and start is not None:
                starts[index] = start
            levels |= _levels(override)
        lists[list_id] = _List(levels, starts, counts.setdefault(abstract_id, {}))
    return lists


def _behind_style(
    abstract_id: str | None, abstracts: dict[str | None, Element], numbers: dict[int | None, Element], styles: Styles
) -> str | None:
    """Return the definition that a definition borrows through a numbering style, or itself."""
    style_id = child_value(abstracts.get(abstract_id), "numStyleLink")
    if style_id is None:
        return abstract_id
    borrowed = numbers.get(styles.inherited(style_id, lambda style: style.number_id))
    return child_value(borrowed, "abstractNumId")


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
