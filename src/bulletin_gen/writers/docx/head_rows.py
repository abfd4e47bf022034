"""The 版头 -> paragraphs whose exact heights add up to the places that the layout gives its parts.

Nothing floats: what is missing leaves a blank row, so that nothing moves. A joint mark with a suffix stands in a table
without rules.
"""

from collections.abc import Iterator, Sequence

from bulletin_gen.document import Head
from bulletin_gen.placing.mark import MarkLine, place_head
from bulletin_gen.placing.signers import signer_label, signer_rows
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt
from bulletin_gen.writers.docx.named_styles import character_style_id
from bulletin_gen.writers.docx.runs import Look, look_of, spread_runs, tabbed_runs, text_runs
from bulletin_gen.writers.docx.styled import align, blank_rows, indent, line_height, rule, styled_paragraph, tab_stops
from bulletin_gen.writers.docx.tables import bare_table
from bulletin_gen.writers.docx.xml import Markup


def head(block: Head, style: Style) -> list[Markup]:
    """Return the 版头 from the top of the text area down to the row on which the title begins."""
    placed, pitch, numbers = place_head(block, style), style.grid.line_pitch_pt, style.head
    made = _corner(block, style)
    top = len(made) * pitch
    if placed.mark and not block.preprinted:
        made.append(_mark(block, placed.mark, top, style))
        top = _foot(placed.mark[: len(block.organs)], top, style)
    room = 0 if block.preprinted else _rule_room(placed.rule_pt - placed.number_top_pt - pitch, style)
    rows = _number_rows(block, room, style)
    foot = placed.number_top_pt + pitch + (room + mm_to_pt(numbers.rule_mm) if room else 0.0)
    made += _gap(placed.number_top_pt - (len(rows) - 1) * pitch - top, numbers.rows_above_number)
    return [*made, *rows, *_gap(placed.rows * pitch - foot, numbers.rows_above_title)]


def _corner(block: Head, style: Style) -> list[Markup]:
    """Return 份号, 密级 and 紧急程度, and the blank rows that still fit above the mark."""
    texts = (
        (TextRole.COPY_NUMBER, block.copy_number),
        (TextRole.SECRECY, block.secrecy),
        (TextRole.SECRECY, block.urgency),
    )
    made = [styled_paragraph(role, text_runs(text, style, look_of(role, style))) for role, text in texts if text]
    rows = int(mm_to_pt(style.head.mark_below_text_top_mm) / style.grid.line_pitch_pt)
    return made + blank_rows(rows - len(made))


def _mark(block: Head, mark: Sequence[MarkLine], top: float, style: Style) -> Markup:
    """Return the mark, `top` pt below the text area's top: one line, or organs and suffix side by side."""
    if len(mark) == 1:
        return _mark_line(mark[0], _heights(mark, top, style)[0], style, align("center"))
    organs, beside = mark[: len(block.organs)], mark[len(block.organs) :]
    columns = [_mark_lines(organs, 0.0, top, style)]
    edges = [0.0, style.page.text_width_pt]
    if beside:
        edges.insert(1, beside[0].indent_pt)
        columns.append(_mark_lines(beside, beside[0].indent_pt, top, style))
    return bare_table(columns, edges, _foot(organs, top, style) - top)


def _mark_lines(lines: Sequence[MarkLine], left: float, top: float, style: Style) -> list[Markup]:
    """Return the lines of a column that begins `left` pt from the left edge of the text area."""
    heights = _heights(lines, top, style)
    return [
        _mark_line(line, height, style, indent(line.indent_pt - left), align("left"))
        for line, height in zip(lines, heights, strict=True)
    ]


def _mark_line(line: MarkLine, height: float, style: Style, *placing: Markup) -> Markup:
    look = Look(colour=style.head.mark_colour, size_pt=line.size_pt, spacing_pt=line.spacing_pt)
    runs = spread_runs(line.text, style, look)
    return styled_paragraph(TextRole.ORGAN_MARK, runs, line_height(height), *placing)


def _heights(lines: Sequence[MarkLine], top: float, style: Style) -> list[float]:
    """Return how high each line must be to stand on its baseline, the first one's top being at `top`."""
    heights = []
    for line in lines:
        heights.append((line.baseline_pt - top) / style.grid.baseline_ratio)
        top += heights[-1]
    return heights


def _foot(lines: Sequence[MarkLine], top: float, style: Style) -> float:
    return top + sum(_heights(lines, top, style))


def _gap(height: float, rows: int) -> list[Markup]:
    """Return blank rows that together are that high."""
    return [styled_paragraph(TextRole.BODY, [], line_height(height / rows)) for _ in range(rows)]


def _rule_room(below_number_pt: float, style: Style) -> int:
    """Return the whole points between the number's row and the rule: Word knows no others."""
    return round(below_number_pt - mm_to_pt(style.head.rule_mm) / 2)


def _number_rows(block: Head, room: int, style: Style) -> list[Markup]:
    """Return the rows of 签发人, the last of them shared with 发文字号; without signers the number is centred.

    Below the last one stands the red rule, unless there is no room for it.
    """
    red = [rule("bottom", style.head.rule_mm, style.head.mark_colour, room)] if room else []
    number = text_runs(block.number, style)
    signers = list(_signer_runs(block, style))
    if not signers:
        return [styled_paragraph(TextRole.DOCUMENT_NUMBER, number, *red, align("center"))]
    *above, (stops, names) = signers
    made = [styled_paragraph(TextRole.DOCUMENT_NUMBER, runs, tab_stops(at), align("left")) for at, runs in above]
    placing = (tab_stops(stops), indent(style.head.side_cells * style.cell_pt), align("left"))
    return [*made, styled_paragraph(TextRole.DOCUMENT_NUMBER, [*number, *names], *red, *placing)]


def _signer_runs(block: Head, style: Style) -> Iterator[tuple[list[float], list[Markup]]]:
    """Yield for each row its tab stops in pt and its runs; the label stands directly before the first name."""
    look = Look(character_style_id(TextRole.SIGNER))
    label = signer_label(block, style)
    for names in signer_rows(block.signers, style):
        stops = [name.indent_pt for name in names]
        runs = [run for name in names for run in tabbed_runs(name.text, style, look)]
        if label is not None:
            stops[0], runs[1:1] = label.indent_pt, text_runs(label.text, style)
            label = None
        yield stops, runs
