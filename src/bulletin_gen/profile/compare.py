"""What a style does otherwise than another, by default the standard: found by comparing all that they hold."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from bulletin_gen.clause import Strength
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts.families import kind_of
from bulletin_gen.frozen import frozen
from bulletin_gen.profile.keys import KEYS
from bulletin_gen.profile.style_paths import clause_at, field_paths, value_at
from bulletin_gen.profile.value_kinds import Measure, count, millimetres, points_in_twips
from bulletin_gen.style import GBT9704, FaceRole, Style, TextRole
from bulletin_gen.text.regex import Regex

_CLAUSE = Regex(r"[0-9]+(?:\.[0-9]+)*")  # 7.3.3; not 条例第九条
_MM = millimetres(0, 1000)
# Follow from other values: the standard does not name them.
_DERIVED = {"grid.tracking_twips", "paragraph.title_cells"}
# The values that no key sets, or that are called otherwise than the key that sets them.
_NAMED: Mapping[str, tuple[str, str, Measure | None]] = MappingProxyType(
    {
        "page.width_mm": ("用纸", "宽", _MM),
        "page.height_mm": ("用纸", "高", _MM),
        "page.text_width_mm": ("版心", "宽", _MM),
        "page.text_height_mm": ("版心", "高", _MM),
        "grid.tracking_twips": ("正文", "字距", points_in_twips(-10, 30, "字距")),
        "paragraph.title_cells": ("标题", "每行最多", count("字", 1, 100, "字数")),
        "page_number.before": ("页码", "数字前面", None),
        "page_number.after": ("页码", "数字后面", None),
    }
)


_ASPECTS = {"face": "字体", "size_pt": "字号", "bold": "加粗"}


@frozen
class Departure:
    """One value that is not the standard's: what it is of (正文) and what about it (行距).

    `clause` is empty where the standard says nothing of it; `standard` and `house` are the values as a clerk
    writes them.
    """

    path: str
    element: str
    aspect: str
    clause: str
    strength: Strength
    standard: str
    house: str

    @property
    def name(self) -> str:
        return f"{self.element}{self.aspect}"


def departures(style: Style, base: Style = GBT9704) -> tuple[Departure, ...]:
    """Return every value of `style` that is not that of `base`, in the order of the style; those that follow too."""
    return tuple(_departures(style, base))


def departure_findings(style: Style) -> list[Finding]:
    """Return a finding for each clause of the standard that the style departs from, the departures in its message.

    A warning where the standard prescribes (规定), a note where it recommends or says nothing.
    """
    return [_finding(said) for said in departures_by_clause(style)]


@frozen
class ClauseDepartures:
    """What a style does otherwise than one clause asks, in words: 正文行距 28.95磅 → 30磅（5.2.3，一般）."""

    clause: str
    strength: Strength
    said: str


def departures_by_clause(style: Style) -> list[ClauseDepartures]:
    """Return all departures of a style from the standard, a line of words for each clause."""
    by_clause: dict[tuple[str, Strength], list[Departure]] = {}
    for departure in departures(style):
        by_clause.setdefault((departure.clause, departure.strength), []).append(departure)
    return [ClauseDepartures(*key, _said(*key, found)) for key, found in by_clause.items()]


def _departures(style: Style, base: Style) -> Iterator[Departure]:
    for path in field_paths():
        standard, house = value_at(base, path), value_at(style, path)
        if standard != house:
            clause, strength = _source(path, base, house)
            element, aspect, measure = _named(path)
            yield Departure(path, element, aspect, clause, strength, _shown(measure, standard), _shown(measure, house))


def _source(path: str, base: Style, house: Any) -> tuple[str, Strength]:
    """Return the clause and its strength. The standard asks for a kind of face: which one of it, is left open; so is
    its weight."""
    part, name, *rest = path.split(".")
    if rest == ["bold"]:
        return "", Strength.PRACTICE
    if part == "face_names" and kind_of(house, FaceRole[name]) is FaceRole[name]:
        return "", Strength.PRACTICE
    clause = clause_at(base, path)
    number = _CLAUSE.match(clause.number)
    return number[0] if number else "", Strength.PRACTICE if path in _DERIVED else clause.strength


def _named(path: str) -> tuple[str, str, Measure | None]:
    """Return element and aspect of a value, and how it is shown; None for plain text, in quotes."""
    if path in _NAMED:
        return _NAMED[path]
    part, name, *rest = path.split(".")
    key = next((key for key in KEYS.values() if path in key.paths), None)
    measure = key.measure if key else None
    if part == "text":
        return TextRole[name].value, _ASPECTS[rest[0]], measure
    if part == "face_names":
        return FaceRole[name].value, "所用字体", measure
    return (key.group, key.name, measure) if key else (part, f".{name}", None)


def _shown(measure: Measure | None, value: Any) -> str:
    return measure.show(value) if measure else f"“{value}”"


def _finding(departing: ClauseDepartures) -> Finding:
    severity = Severity.WARNING if departing.strength is Strength.MUST else Severity.NOTE
    message = f"本单位格式与国家标准不同：{departing.said}"
    return Finding("profile/departure", severity, message, source=departing.clause)


def _said(clause: str, strength: Strength, found: list[Departure]) -> str:
    changes: dict[tuple[str, str, str], list[str]] = {}
    for item in found:
        changes.setdefault((item.aspect, item.standard, item.house), []).append(item.element)
    said = (f"{'、'.join(who)}{what} {old} → {new}" for (what, old, new), who in changes.items())
    source = f"{clause}，{strength}" if clause else "国家标准未作规定"
    return f"{'，'.join(said)}（{source}）"
