"""A grid in; the same with its texts put right out, each kind of change told of."""

from dataclasses import replace

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.clean.characters import clean_characters, find_traditional
from bulletin_gen.readers.ledger.grid import Cell, Grid
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.chars import is_control
from bulletin_gen.where import Where

_PLAIN = str.maketrans({"\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"})


def clean_grid(grid: Grid, file: str | None) -> tuple[Grid, list[Finding]]:
    """Return the grid with its characters put right: no control characters, no look-alikes, none unseen."""
    places = [(row, column) for row, cells in grid.rows.items() for column in cells]
    texts = [grid.rows[row][column].text for row, column in places]
    bare = list(map(_without_controls, texts))
    odd = [place for place, text in zip(places, texts, strict=True) if any(map(is_control, text))]
    lines, findings = clean_characters(
        [SourceLine(text, row) for (row, _), text in zip(places, bare, strict=True)], file
    )
    rows: dict[int, dict[int, Cell]] = {row: {} for row in grid.rows}
    for (row, column), line in zip(places, lines, strict=True):
        if line.text.strip():
            rows[row][column] = replace(grid.rows[row][column], text=line.text)
    if odd:
        message = f"有 {len(odd)} 格里有不可见的控制字符，已略去"
        findings.append(Finding("import/ledger-controls", Severity.WARNING, message, "请核对", Where(file, odd[0][0])))
    kept = {row: cells for row, cells in rows.items() if cells}
    return replace(grid, rows=kept), [*findings, *find_traditional(lines, file)]


def _without_controls(text: str) -> str:
    return "".join(char for char in text.replace("\r\n", "\n").translate(_PLAIN) if not is_control(char))
