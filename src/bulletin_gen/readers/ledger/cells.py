"""Texts of cells in; the same as the fields of a spec take them out."""

from collections.abc import Iterable

from bulletin_gen.readers.printed_dates import as_data, is_date
from bulletin_gen.text.chars import OPENING, STOPS
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.regex import Regex

_TIME = Regex(r"[ T]\d{1,2}:\d{2}(?::\d{2})?$")  # 2024/6/30 0:00:00
_ENDS = "。．.；;，,、 "


def lines_of_cell(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def one_line(text: str, mark: str = "；") -> str:
    """Return the lines of a cell as one: joined by `mark` where a line does not end in a mark itself."""
    lines = lines_of_cell(text)
    joined = "".join(lines[:1])
    for line in lines[1:]:
        goes_on = joined[-1] in STOPS or line[0] in OPENING or line[0] == "("
        joined += line if goes_on else f"{mark}{line}"
    return joined


def names_of(text: str) -> str:
    """Return units or persons, a line each or parted by marks, as one line of names."""
    return one_line(text, "、").strip(_ENDS)


def problem_of(text: str) -> str:
    """Return a problem without its label and the mark at its end, which the heading gives it."""
    line = one_line(text)
    marked = leading_label(line) or leading_listed(line)
    return (marked.rest if marked else line).rstrip(_ENDS) or line


def deadline_of(text: str, day: str) -> str | None:
    """Return a deadline as the spec types it: a whole day as 2024-06-30, else as it is said; None for no date."""
    said = day or "".join(_TIME.sub("", text.strip()).split()).strip(_ENDS)
    if not is_date(said):
        return None
    spoken = read_date(said)
    return spoken.day.isoformat() if spoken.day and not spoken.as_typed else as_data(said)


def distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))
