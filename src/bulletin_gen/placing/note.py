"""Where 附件说明 stands: its label, the numbers and the titles of the attachments.

In: the titles and the style. Out: indents in pt from the left edge of the text area. Widths are nominal: no faces
are needed.
Source: GB/T 9704-2012, 7.3.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.style import Style

_LABEL = "附件："


@dataclass(frozen=True)
class NoteEntry:
    """The line of one attachment: `label` on the first alone, `number` only where there are several."""

    label: str
    number: str
    title: str


@dataclass(frozen=True)
class NoteIndents:
    """Where labels, numbers and titles begin; the further lines of a title stand under its first character."""

    label_pt: float
    number_pt: float
    title_pt: float


def note_entries(titles: Sequence[str]) -> tuple[NoteEntry, ...]:
    """Return a line for each attachment, numbered where there are several."""
    several = len(titles) > 1
    return tuple(
        NoteEntry(_LABEL if number == 1 else "", f"{number}." if several else "", title)
        for number, title in enumerate(titles, start=1)
    )


def note_indents(titles: Sequence[str], style: Style) -> NoteIndents:
    """Return where the columns of the note begin; that of the titles leaves room for the longest number."""
    label = style.attachment.note_cells * style.cell_pt
    number = label + _width(_LABEL, style) + style.grid.tracking_pt
    longest = max((_width(entry.number, style) for entry in note_entries(titles)), default=0.0)
    return NoteIndents(label, number, number + longest)


def _width(text: str, style: Style) -> float:
    return nominal_width(text, Spacing(style.body_size_pt, style.grid.tracking_pt, style.grid.script_gap_em))
