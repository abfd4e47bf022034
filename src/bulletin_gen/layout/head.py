"""Set the 版头: what stands at the left of its first rows, the red mark, 发文字号 with 签发人, the red rule.

In: a Head. Out: the rows that it takes; all that does not stand on the grid hangs on one of them as a drawing.
"""

from collections.abc import Iterator
from dataclasses import replace

from bulletin_gen.document import Head
from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.layout.setter import Setter, beside, join_drawings
from bulletin_gen.line.fill import Slice, set_line
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing, measure_strip
from bulletin_gen.pages import Rule, Run
from bulletin_gen.placing.mark import MarkLine, PlacedHead, place_head
from bulletin_gen.placing.signers import signer_label, signer_rows
from bulletin_gen.style import TextRole
from bulletin_gen.units import mm_to_pt


def set_head(head: Head, setter: Setter) -> list[Row]:
    """Return the rows of the 版头, kept with the title. Each of 份号, 密级 and 紧急程度 takes the next free row."""
    placed = place_head(head, setter.style)
    rows = [
        row
        for role, text in (
            (TextRole.COPY_NUMBER, head.copy_number),
            (TextRole.SECRECY, head.secrecy),
            (TextRole.SECRECY, head.urgency),
        )
        if text
        for row in setter.placed(role, text, 0.0)
    ]
    above = len(rows)
    drawing = join_drawings(list(_drawings(head, placed, setter))).moved(-above * setter.pitch)
    rows += [Row(drawing=drawing), *[Row()] * (placed.rows - above - 1)]
    return [replace(row, keep=True) for row in rows]


def _drawings(head: Head, placed: PlacedHead, setter: Setter) -> Iterator[Drawing]:
    """Yield what stands off the grid in reading order, from the top of the text area."""
    if not head.preprinted:
        yield from (setter.drawn(Row(_mark_runs(line, setter)), line.baseline_pt, head.where) for line in placed.mark)
    rows = _number_rows(head, setter)
    for row, above in zip(rows, reversed(range(len(rows))), strict=True):
        yield setter.drawn(row, placed.number_top_pt + setter.ascent - above * setter.pitch, head.where)
    if not head.preprinted:
        yield Drawing(rules=(_rule(placed.rule_pt, setter),))


def _mark_runs(line: MarkLine, setter: Setter) -> tuple[Run, ...]:
    """Return a piece of the mark, in the middle of the room that its nominal width takes."""
    spacing = Spacing(line.size_pt, line.spacing_pt, 0.0)
    strip = measure_strip(setter.glyphs(TextRole.ORGAN_MARK, line.text), spacing)
    spare = nominal_width(line.text, spacing) - strip.width(0, len(line.text))
    runs = set_line(strip, Slice(0, len(line.text)), setter.left + line.indent_pt + spare / 2)
    return tuple(replace(run, colour=setter.style.head.mark_colour) for run in runs)


def _number_rows(head: Head, setter: Setter) -> list[Row]:
    """Return the rows of 签发人, the last of them shared with 发文字号; without signers the number is centred."""
    signers = [beside(rows) for rows in _signers(head, setter)]
    number = setter.strip(TextRole.DOCUMENT_NUMBER, head.number)
    if not signers:
        spare = setter.width - number.width(0, len(head.number))
        return [setter.line(number, Slice(0, len(head.number)), setter.left + spare / 2)]
    side = setter.style.head.side_cells * setter.style.cell_pt
    left = setter.line(number, Slice(0, len(head.number)), setter.left + side)
    return [*signers[:-1], beside([left, signers[-1]])]


def _signers(head: Head, setter: Setter) -> Iterator[list[Row]]:
    """Yield the names row by row, before the first the label."""
    label = signer_label(head.signers, setter.style)
    before = setter.placed(TextRole.DOCUMENT_NUMBER, label.text, label.indent_pt) if label else []
    for names in signer_rows(head.signers, setter.style):
        yield before + [setter.placed(TextRole.SIGNER, name.text, name.indent_pt)[0] for name in names]
        before = []


def _rule(y: float, setter: Setter) -> Rule:
    numbers = setter.style.head
    right = setter.left + setter.width
    return Rule(setter.left, y, right, y, mm_to_pt(numbers.rule_mm), numbers.mark_colour)
