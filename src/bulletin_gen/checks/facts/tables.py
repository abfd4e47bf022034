"""Rules on tables: the rows of a total are the sums of the rows that they total."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from bulletin_gen.checks.facts.figures import plain
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_NUMBER = Regex(r"-?\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?")
_ALL, _SOME = Regex("(?:合|总|共)\\s?计"), Regex("小\\s?计")
_NO_SUM = Regex("率|比|年|月|日|号|均|分$|名次|排名")  # what such a column holds is not added up
_LEAST = 3  # cells of a row, and rows of a table


class _Row(NamedTuple):
    passage: Passage
    cells: tuple[str, ...]

    def totals(self, kind: Regex) -> bool:
        return any(kind.match(cell) for cell in self.cells[:3])

    def at(self, column: int) -> tuple[int, int]:
        """Return where a cell stands in the passage."""
        start = sum(len(cell) + 1 for cell in self.passage.raw.split("\t")[:column])
        return start, start + len(self.passage.raw.split("\t")[column])


def _tables(manuscript: Manuscript) -> Iterator[list[_Row]]:
    """Yield the tables: rows of as many cells, one after the other, parted by tabs."""
    rows: list[_Row] = []
    for passage in manuscript.passages:
        cells = tuple(cell.strip() for cell in passage.raw.split("\t"))
        if rows and len(cells) != len(rows[-1].cells):
            yield rows
            rows = []
        if len(cells) >= _LEAST:
            rows.append(_Row(passage, cells))
    yield rows


@on(
    "arithmetic/table-total",
    Severity.ERROR,
    title="表中的合计、小计与各行之和不符",
    why="读者会按列加一遍；合计错了，整张表都不可信。",
    source="算术",
    wrong=("单位\t问题数（个）\t已整改（个）\n甲村\t12\t10\n乙村\t8\t8\n丙村\t5\t4\n合计\t26\t22",),
    right=(
        "单位\t问题数（个）\t已整改（个）\n甲村\t12\t10\n乙村\t8\t8\n丙村\t5\t4\n合计\t25\t22",
        "单位\t问题数（个）\t整改率\n甲村\t12\t83.3%\n乙村\t8\t100%\n合计\t20\t90%",
    ),
)
def table_total(manuscript: Manuscript) -> Iterator[Hit]:
    for rows in _tables(manuscript):
        plain_rows: list[_Row] = []
        group: list[_Row] = []
        for row in rows[1:] if len(rows) > _LEAST else ():
            if row.totals(_ALL):
                yield from _wrong(rows[0], plain_rows, row)
            elif row.totals(_SOME):
                yield from _wrong(rows[0], group, row)
                group = []
            else:
                plain_rows.append(row)
                group.append(row)


def _wrong(head: _Row, rows: Sequence[_Row], total: _Row) -> Iterator[Hit]:
    """Yield a hit for each number of a total that is not the sum of its column."""
    for column, name in enumerate(head.cells):
        said = _value(total.cells[column])
        values = [_value(row.cells[column]) for row in rows if row.cells[column] not in ("", "—", "－", "-", "/")]
        numbers = [value for value in values if value is not None]
        if said is None or len(numbers) < 2 or len(numbers) != len(values) or _NO_SUM.search(name.partition("（")[0]):
            continue
        if said != sum(numbers):
            message = f"“{name}”一列各行相加是{plain(sum(numbers, Fraction(0)))}，这里却是{total.cells[column]}"
            yield Hit(total.passage, message, "请核对各行和合计", *total.at(column))


def _value(cell: str) -> Fraction | None:
    return Fraction(cell.replace(",", "")) if _NUMBER.fullmatch(cell) else None


TABLES: tuple[Rule[Manuscript], ...] = (table_total,)
