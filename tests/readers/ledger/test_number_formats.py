"""Numbers of a sheet as it shows them."""

import pytest

from bulletin_gen.readers.ledger.grid import Cell, column_of, letter
from bulletin_gen.readers.ledger.number_formats import BUILT_IN, GENERAL, number_cell


@pytest.mark.parametrize(
    ("number", "form", "cell"),
    [
        (45473, "yyyy/m/d", Cell("2024年6月30日", "2024-06-30")),
        (45473, 'yyyy"年"m"月"d"日"', Cell("2024年6月30日", "2024-06-30")),
        (45473.75, "[$-804]yyyy/m/d h:mm", Cell("2024年6月30日", "2024-06-30")),
        (45473, 'm"月"d"日"', Cell("2024年6月30日", "2024-06-30")),
        (45473, 'yyyy"年"m"月"', Cell("2024年6月", "2024-06")),
        (45473, BUILT_IN[31], Cell("2024年6月30日", "2024-06-30")),
        (45473, BUILT_IN[57], Cell("2024年6月", "2024-06")),
        (0.5, BUILT_IN[20], Cell("12:00")),
        (0.955, "0.00%", Cell("95.5%")),
        (45473, GENERAL, Cell("45473")),
        (3.0, GENERAL, Cell("3")),
        (0.1 + 0.2, GENERAL, Cell("0.3")),
        (12, '"第"0"天"', Cell("12")),
        (1e300, "yyyy/m/d", Cell("1e+300")),
        (-1, "yyyy/m/d", Cell("-1")),
    ],
)
def test_a_number_is_what_its_format_shows(number: float, form: str, cell: Cell) -> None:
    assert number_cell(number, form) == cell


def test_some_sheets_count_days_from_1904() -> None:
    assert number_cell(44011, "yyyy/m/d", True).date == "2024-06-30"


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_are_called_by_letters(column: int, letters: str) -> None:
    assert (letter(column), column_of(letters.lower())) == (letters, column)


@pytest.mark.parametrize("letters", ["", "问题", "A1", "A" * 50])
def test_other_words_are_no_column(letters: str) -> None:
    assert column_of(letters) == 0
