"""Tiny pages to draw in tests: a few characters wide, a few rows high, with faces of round widths."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import dedent

from bulletin_gen.document import Block, Document
from bulletin_gen.engine import LIBREOFFICE
from bulletin_gen.layout import lay_out
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.pages import Pages
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704, Style, TextRole
from bulletin_gen.units import pt_to_mm, twips_to_pt
from bulletin_gen.writers.sketch import sketch

# No gaps, to count cells; marks stay with the numbers after them.
KEEPING = replace(LIBREOFFICE, script_gap_em=0.0)


def small_style(columns: int, rows: int) -> Style:
    """Return a style whose text area holds exactly that many cells, without tracking and without gaps."""
    width = pt_to_mm(columns * GBT9704.body_size_pt)
    height = pt_to_mm(rows * twips_to_pt(GBT9704.grid.line_pitch_twips))
    text = dict(GBT9704.text)
    for role in (TextRole.TITLE, TextRole.ATTACHMENT_TITLE):
        text[role] = replace(text[role], size_pt=GBT9704.body_size_pt)
    return replace(
        GBT9704,
        page=replace(GBT9704.page, text_width_mm=width, text_height_mm=height),
        grid=replace(GBT9704.grid, rows=rows, columns=columns, tracking_twips=0, engine=KEEPING),
        paragraph=replace(GBT9704.paragraph, title_cells=columns),
        text=text,
    )


def set_small(blocks: Sequence[Block], columns: int = 6, rows: int = 4) -> Pages:
    return lay_out(Document(Properties("", ""), tuple(blocks)), small_style(columns, rows), NominalMetrics())


def draw(blocks: Sequence[Block], columns: int = 6, rows: int = 4) -> str:
    return sketch(set_small(blocks, columns, rows), small_style(columns, rows))


def drawing(text: str) -> str:
    """Return a drawing written as an indented text in a test."""
    return dedent(text).lstrip("\n")
