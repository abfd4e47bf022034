"""Where the 版记 stands, and which rule is above each of its rows. No faces are needed.

The last rule, a thick one, stands on the foot of the text area. A row is as high as its lines at the pitch of the
style, and its room above and below them; the rules stand on the borders of the rows.
Source: GB/T 9704-2012, 7.4.
"""

from itertools import pairwise

from bulletin_gen.document import Colophon
from bulletin_gen.style import Style, TextRole


def rules_above(colophon: Colophon, style: Style) -> list[float]:
    """Return for each row how thick the rule above it is, in mm; 0 where there is none.

    The first is thick; 主送 and 抄送, which have labels, have none between them (7.4.2).
    """
    labels = [row.label for row in colophon.rows]
    inner = [0.0 if label and above else style.colophon.thin_rule_mm for above, label in pairwise(labels)]
    return [style.colophon.thick_rule_mm, *inner][: len(labels)]


def colophon_side(style: Style) -> float:
    """Return the blank at both sides in pt, counted in characters of the 版记's own size."""
    return style.colophon.side_cells * style.text[TextRole.COLOPHON].size_pt
