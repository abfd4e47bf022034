"""Set the 版头: what stands at the left of its first rows, the red mark, 发文字号 with 签发人, the red rule.

In: a Head. Out: the rows that it takes; all that does not stand on the grid hangs on one of them as a drawing.
"""

from collections.abc import Iterator

from bulletin_gen.document import Head
from bulletin_gen.element import Element
from bulletin_gen.engine import WORD
from bulletin_gen.layout.rows import Drawing, Row, beside, join_drawings, kept
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.pages import Origin, Stroke
from bulletin_gen.placing.mark import MarkLine, PlacedHead, place_head
from bulletin_gen.placing.signers import signer_label, signer_rows
from bulletin_gen.spans import flat, stretches
from bulletin_gen.style import TextRole
from bulletin_gen.units import mm_to_pt


def set_head(head: Head, origin: Origin, setter: Setter) -> list[Row]:
    """Return the rows of the 版头, kept with the title. Each of 份号, 密级 and 紧急程度 takes the next free row."""
    placed = place_head(head, setter.style)
    rows = [
        row._replace(origin=origin.of(element))
        for role, element, text in (
            (TextRole.COPY_NUMBER, Element.COPY_NUMBER, head.copy_number),
            (TextRole.SECRECY, Element.SECRECY, head.secrecy),
            (TextRole.SECRECY, Element.URGENCY, head.urgency),
        )
        if text
        for row in setter.placed(role, text, 0.0)
    ]
    above = len(rows)
    drawing = join_drawings(list(_drawings(head, placed, origin, setter))).moved(-above * setter.pitch)
    return kept([*rows, Row(drawing=drawing), *[Row()] * (placed.rows - above - 1)])


def _drawings(head: Head, placed: PlacedHead, origin: Origin, setter: Setter) -> Iterator[Drawing]:
    """Yield what stands off the grid in reading order, from the top of the text area."""
    if not head.preprinted:
        yield from (setter.drawn(_mark_row(line, setter), line.baseline_pt, origin) for line in placed.mark)
    rows = _number_rows(head, origin, setter)
    for row, above in zip(rows, reversed(range(len(rows))), strict=True):
        baseline = placed.number_top_pt + setter.ascent - above * setter.pitch
        yield setter.drawn(row, baseline, row.origin or origin.of(Element.DOCUMENT_NUMBER))
    if not head.preprinted:
        yield Drawing(strokes=(_rule(placed.rule_pt, origin, setter),))


def _mark_row(line: MarkLine, setter: Setter) -> Row:
    """Return a piece of the mark, in the middle of the room that its nominal width takes."""
    spacing, text = Spacing(line.size_pt, line.spacing_pt, WORD), flat(line.text)
    strip = setter.measured(TextRole.ORGAN_MARK, text, spacing, tuple(stretches(line.text)))
    spare = nominal_width(text, spacing) - strip.full_width
    row = setter.whole(strip, setter.left + line.indent_pt + spare / 2)
    return row._replace(runs=tuple(run._replace(colour=setter.style.head.mark_colour) for run in row.runs))


def _number_rows(head: Head, origin: Origin, setter: Setter) -> list[Row]:
    """Return the rows of 签发人, the last of them shared with 发文字号; without signers the number is centred."""
    signers = [beside(rows)._replace(origin=origin.of(Element.SIGNER)) for rows in _signers(head, setter)]
    number = setter.strip(TextRole.DOCUMENT_NUMBER, head.number)
    if not signers:
        return [setter.whole(number, setter.left + (setter.width - number.full_width) / 2)]
    side = setter.style.head.side_cells * setter.style.cell_pt
    return [*signers[:-1], beside([setter.whole(number, setter.left + side), signers[-1]])]


def _signers(head: Head, setter: Setter) -> Iterator[list[Row]]:
    """Yield the names row by row, before the first the label."""
    label = signer_label(head, setter.style)
    before = setter.placed(TextRole.DOCUMENT_NUMBER, label.text, label.indent_pt) if label else []
    for names in signer_rows(head.signers, setter.style):
        yield before + [setter.placed(TextRole.SIGNER, name.text, name.indent_pt)[0] for name in names]
        before = []


def _rule(y: float, origin: Origin, setter: Setter) -> Stroke:
    numbers = setter.style.head
    right, rule = setter.left + setter.width, origin.of(Element.HEAD_RULE)
    return Stroke(setter.left, y, right, y, mm_to_pt(numbers.rule_mm), numbers.mark_colour, rule)
