"""Inside the readers, too, a module imports downwards only: source, sheet, echo, parse, and what puts them together."""

from pathlib import Path

import pytest

import bulletin_gen.readers

ROOM = Path(bulletin_gen.readers.__file__).parent


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("source.py", ("sheet", "echo", "parse", "from_lines")),
        ("sheet", ("echo", "parse", "from_lines")),
        ("echo.py", ("sheet", "parse", "from_lines")),
        ("parse", ("from_lines",)),
    ],
)
def test_what_is_below_does_not_know_what_is_above(below: str, above: tuple[str, ...]) -> None:
    place = ROOM / below
    sources = [path.read_text(encoding="utf-8") for path in (place.glob("*.py") if place.is_dir() else [place])]

    assert sources
    assert [name for name in above for source in sources if f"bulletin_gen.readers.{name}" in source] == []
