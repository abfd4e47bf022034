"""Where the ink of a text stands."""

import pytest

from bulletin_gen.element import Element
from bulletin_gen.proof.clauses.extent import extent_of
from bulletin_gen.proof.measured import Align
from bulletin_gen.proof.requirement import Case
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from measured import CELL, docx, paragraph

ROOM = GBT9704.page.text_width_mm


@pytest.mark.parametrize(
    ("text", "align", "left_mm"),
    [
        ("\u3000\u3000某某镇党委", Align.LEFT, 2 * CELL),
        ("某某镇党委", Align.LEFT, 0.0),
        ("某某镇党委\u3000\u3000", Align.RIGHT, ROOM - 7 * CELL),
        ("\u3000\u3000某某镇党委", Align.CENTRE, ROOM / 2 - 1.5 * CELL),
    ],
)
def test_blanks_push_the_ink(text: str, align: Align, left_mm: float) -> None:
    one = paragraph(Element.SIGNATURE, text, align=align)
    extent = extent_of(Case(docx(one), GBT9704, OutputForm.PUBLISHED), one)

    assert extent is not None
    assert (extent.left_mm, extent.width_mm) == pytest.approx((left_mm, 5 * CELL), abs=0.1)
