"""签发人 at the right of 发文字号, counted in characters from the left edge of the text area."""

from blocks import Head, texts
from bulletin_gen.placing.signature import PlacedLine
from bulletin_gen.placing.signers import signer_label, signer_rows
from bulletin_gen.spans import flat, spanned
from small_pages import small_style

STYLE = small_style(columns=28, rows=22)


def cells(rows: tuple[tuple[PlacedLine, ...], ...]) -> list[list[tuple[str, float]]]:
    return [[(flat(name.text), name.indent_pt / STYLE.cell_pt) for name in row] for row in rows]


def label_of(*signers: str) -> PlacedLine | None:
    return signer_label(Head("", "", "", ["某局"], "文件", "某发〔2025〕3号", signers), STYLE)


def test_one_name_ends_a_character_before_the_right_side() -> None:
    label = label_of("王小明")

    assert cells(signer_rows(texts(["王小明"]), STYLE)) == [[("王小明", 24)]]
    assert label == PlacedLine(spanned("签发人："), 20 * STYLE.cell_pt)


def test_two_names_stand_in_a_row_and_further_ones_below_them() -> None:
    """7.2.6: on a further row the first name stands under the first of the row above."""
    rows = signer_rows(texts(["王小明", "李大海", "赵平"]), STYLE)

    assert cells(rows) == [[("王小明", 20), ("李大海", 24)], [("赵平", 20)]]


def test_without_signers_there_is_no_label() -> None:
    assert (signer_rows([], STYLE), label_of()) == ((), None)


def test_nothing_begins_left_of_the_text_area() -> None:
    rows = signer_rows(texts(["王" * 40, "李" * 40]), STYLE)

    assert all(indent >= 0 for row in cells(rows) for _, indent in row)
