"""A comparison in; a page for people, or JSON for programs, out."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from html import escape

from bulletin_gen.review.comparison import Comparison
from bulletin_gen.review.redline import Change
from bulletin_gen.review.table import (
    CHANGE_HEAD,
    FACT_HEAD,
    NOTHING,
    change_rows,
    fact_rows,
    renumbering,
    summary,
)
from bulletin_gen.review.words import edits
from bulletin_gen.text.web import web_page, web_row, web_table

_STYLE = "del { background: #fbdcda; } ins { background: #dcefdc; }"


def comparison_json(comparison: Comparison) -> str:
    """Return the comparison as an object, ending in a newline: `facts`, `changes` and `renumbered`."""
    told = {
        "facts": [asdict(fact) for fact in comparison.facts],
        "changes": [asdict(change) for change in comparison.changes],
        "renumbered": [{"old": old, "new": new} for old, new in comparison.redline.renumbered],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def comparison_html(comparison: Comparison, old: str, new: str) -> str:
    """Return the comparison of the versions that are called so as a page, the words that changed marked."""
    return web_page("修改对照表", _body(comparison, old, new), _STYLE)


def _body(comparison: Comparison, old: str, new: str) -> Iterator[str]:
    said = f"“{old}”与“{new}”对照：{summary(comparison)}{renumbering(comparison)}"
    yield f"<p>{escape(said)}</p>"
    if comparison.facts:
        yield "<h2>数字、日期、名称和状态的变化</h2>"
        yield from web_table(FACT_HEAD, (web_row(map(escape, row)) for row in fact_rows(comparison)))
    if comparison.changes:
        rows = zip(change_rows(comparison), comparison.changes, strict=True)
        yield "<h2>全部修改</h2>"
        yield from web_table(CHANGE_HEAD, (web_row(_cells(row, change)) for row, change in rows))


def _cells(row: tuple[str, ...], change: Change) -> tuple[str, ...]:
    number, place, _, _, kind = map(escape, row)
    return number, place, _marked(change, is_new=False), _marked(change, is_new=True), kind


def _marked(change: Change, *, is_new: bool) -> str:
    """Return one version of a text as HTML, what the other does not have marked."""
    text, tag = (change.new, "ins") if is_new else (change.old, "del")
    if not text:
        return NOTHING
    parts = []
    for edit in edits(change.old, change.new):
        words = escape(text[edit.new if is_new else edit.old])
        parts.append(words if edit.is_same or not words else f"<{tag}>{words}</{tag}>")
    return "".join(parts)
