"""What blocks are set as: rows of the grid, and drawings that stand off it."""

from dataclasses import dataclass, replace

from bulletin_gen.pages import Highlight, Line, Rule, Run
from bulletin_gen.where import Where


@dataclass(frozen=True)
class Drawing:
    """Lines, rules and highlights; y counts from the top of the row that the drawing belongs to."""

    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    highlights: tuple[Highlight, ...] = ()

    def moved(self, down: float) -> "Drawing":
        """Return the drawing further down by that many pt."""
        return Drawing(
            tuple(replace(line, baseline=line.baseline + down) for line in self.lines),
            tuple(replace(rule, y1=rule.y1 + down, y2=rule.y2 + down) for rule in self.rules),
            tuple(replace(box, top=box.top + down, bottom=box.bottom + down) for box in self.highlights),
        )


@dataclass(frozen=True)
class Row:
    """One row of the grid; without runs it is blank. `keep`: it may not be the last of its page.

    `heading` is the text and depth of the heading that starts here. `marked` holds the left and right edges of
    placeholders. `drawing` is what else hangs on the row.
    """

    runs: tuple[Run, ...] = ()
    keep: bool = False
    starts_paragraph: bool = False
    where: Where = Where()
    heading: tuple[str, int] | None = None
    marked: tuple[tuple[float, float], ...] = ()
    drawing: Drawing | None = None
