"""Where 附件说明 stands: its label, the numbers and the titles of the attachments.

In: the entries and the style. Out: indents in pt from the left edge of the text area. Widths are nominal: no faces
are needed.
Source: GB/T 9704-2012, 7.3.4.
"""

from collections.abc import Iterable, Sequence

from bulletin_gen.document import NoteEntry
from bulletin_gen.frozen import frozen
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.spans import Text, flat
from bulletin_gen.style import Style


@frozen
class NoteIndents:
    """Where labels, numbers and titles begin; the further lines of a title stand under its first character."""

    label_pt: float
    number_pt: float
    title_pt: float


def note_indents(entries: Sequence[NoteEntry], style: Style) -> NoteIndents:
    """Return where the columns of the note begin; that of the titles leaves room for the longest number."""
    label = style.attachment.note_cells * style.cell_pt
    number = label + _widest((entry.label for entry in entries), style) + style.grid.tracking_pt
    return NoteIndents(label, number, number + _widest((entry.number for entry in entries), style))


def _widest(texts: Iterable[Text], style: Style) -> float:
    spacing = Spacing(style.body_size_pt, style.grid.tracking_pt, style.engine)
    return max((nominal_width(flat(text), spacing) for text in texts), default=0.0)
