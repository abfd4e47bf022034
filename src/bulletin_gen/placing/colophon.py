"""What stands in the 版记, row by row, and which rule is above each. No faces are needed.

The last rule, a thick one, stands on the foot of the text area. A row is as high as its lines at the pitch of the
style, and its room above and below them; the rules stand on the borders of the rows.
Source: GB/T 9704-2012, 7.4.
"""

from dataclasses import dataclass

from bulletin_gen.document import Colophon
from bulletin_gen.style import Style, TextRole


@dataclass(frozen=True)
class ColophonRow:
    """`label` and `text`, whose further lines stand under its first character; `right` ends at the right side.

    `rule_above_mm` is the thickness of the rule above the row, 0 where there is none.
    """

    label: str
    text: str
    right: str
    rule_above_mm: float


def colophon_rows(colophon: Colophon, style: Style) -> tuple[ColophonRow, ...]:
    """Return the rows from top to bottom; none when the colophon is empty."""
    said = []
    if colophon.recipients:
        said.append(("主送：", colophon.recipients, ""))
    if colophon.copies_to:
        said.append(("抄送：", colophon.copies_to, ""))
    if colophon.printing_office or colophon.printing_date:
        said.append(("", colophon.printing_office, colophon.printing_date))
    return tuple(
        ColophonRow(label, text, right, _rule_above(index, label, said[index - 1][0], style))
        for index, (label, text, right) in enumerate(said)
    )


def _rule_above(index: int, label: str, label_above: str, style: Style) -> float:
    """The first rule is thick; 主送 and 抄送 have none between them (7.4.2)."""
    if index == 0:
        return style.colophon.thick_rule_mm
    return 0.0 if label and label_above else style.colophon.thin_rule_mm


def colophon_side(style: Style) -> float:
    """Return the blank at both sides in pt, counted in characters of the 版记's own size."""
    return style.colophon.side_cells * style.text[TextRole.COLOPHON].size_pt
