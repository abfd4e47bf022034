"""A table of issues (问题 | 整改措施 | 责任单位 | 完成情况) in; the lines that say the same of each issue out.

Each row begins with a label and its problem. What its other cells hold follows, each behind the name of its column:
整改措施：…。 How far it has come is said last, where a bulletin says it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import Lines, SourceLine, texts_of
from bulletin_gen.readers.table_rows import Cells, TableRows, cell_text
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.labels import layer, leading_label
from bulletin_gen.text.numerals import BY_DEPTH, Label, say_label
from bulletin_gen.text.regex import Regex

_NUMBER = Regex(r"序\s*号|编\s*号|项次|No\.?")
_PROBLEM = Regex("[^整改]{0,6}(?:问题|表现)(?:描述|清单|内容|表现)?")  # 反馈问题; not 问题整改情况
_DONE = Regex("整改|措施|落实|完成|进展|成效")  # 整改措施
_STATE = Regex("(?:整改|落实|完成|办理|进展|工作){0,2}(?:情况|状态|进展|结果|进度)")  # 完成情况; not 完成时限
_IS_NUMBER = Regex(r"[\d.．、（）()一二三四五六七八九十百①-⑳]*")
_LOOKED_BACK = 500  # lines above a table, among which its heading is looked for
_DEEPEST = 4  # of the layers; the fifth counts to fifty alone
_LONGEST_NAME = 12  # characters of the name of a column


@frozen
class _Columns:
    """Which column is what; `others` in the order in which they are said, `number` None where none numbers the rows."""

    names: tuple[str, ...]
    problem: int
    others: tuple[int, ...]
    number: int | None


def issue_lines(table: TableRows, before: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines that say the rows of a table of issues; none where it is another table.

    `before` are the lines above it, below the last heading of which the issues stand. A row that has but one cell is
    the heading of those below it.
    """
    head, *rows = table.rows
    columns = _columns(tuple("".join(cell_text(cell).split()) for cell in head))
    if columns is None or not _are_issues(rows, columns):
        return []
    has_sections = any(_is_section(row, columns) for row in rows)
    labels = _labels(table, before, 2 if has_sections else 1)
    return [*table.above, *_said(rows, columns, labels)] if labels else []


def _columns(names: tuple[str, ...]) -> _Columns | None:
    if not all(0 < len(name) <= _LONGEST_NAME for name in names):
        return None
    problem = next((at for at, name in enumerate(names) if _PROBLEM.fullmatch(name)), None)
    number = next((at for at, name in enumerate(names) if _NUMBER.fullmatch(name)), None)
    own = [at for at in range(len(names)) if at not in (problem, number)]
    if problem is None or not any(_DONE.search(names[at]) for at in own):
        return None
    states = [at for at in own if _STATE.fullmatch(names[at])][-1:]
    return _Columns(names, problem, (*(at for at in own if at not in states), *states), number)


def _are_issues(rows: Sequence[Cells], columns: _Columns) -> bool:
    """Has the first row a problem, and the column of numbers nothing but these?"""
    issues = [row for row in rows if not _is_section(row, columns)]
    numbers = [cell_text(row[columns.number]) for row in issues] if columns.number is not None else []
    return bool(issues) and bool(issues[0][columns.problem]) and all(map(_IS_NUMBER.fullmatch, numbers))


def _is_section(row: Cells, columns: _Columns) -> bool:
    text = cell_text(row[0])
    return not any(row[1:]) and (columns.problem != 0) and _IS_NUMBER.fullmatch(text) is None


def _labels(table: TableRows, before: Sequence[SourceLine], most: int) -> tuple[Label, ...]:
    """Return the forms of the labels of sections and issues, or of issues alone: those below the last heading that no
    cell uses itself. None where there are not enough."""
    marked = (leading_label(line.text.strip()) for line in islice(reversed(before), _LOOKED_BACK))
    above = next((layer(found.label) for found in marked if found is not None), 0)
    cells = (line.text for row in table.rows if any(row[1:]) for cell in row for line in cell)
    used = {found.label for text in cells if (found := leading_label(text)) is not None}
    free = tuple(label for label in BY_DEPTH[above:_DEEPEST] if label not in used)[:most]
    return free if len(free) == most else ()


def _said(rows: Sequence[Cells], columns: _Columns, labels: tuple[Label, ...]) -> Iterator[SourceLine]:
    """Yield the lines. A row without a problem goes on with the one before it: its cells are merged, or it is long."""
    sections = issues = 0
    for row in rows:
        if _is_section(row, columns):
            sections, issues = sections + 1, 0
            yield _headed(labels[0], sections, "", row[0])
            continue
        lines = [line for at in columns.others for line in _behind(columns.names[at], row[at])]
        if problem := row[columns.problem]:
            issues += 1
            lines.insert(0, _headed(labels[-1], issues, f"{columns.names[columns.problem]}：", problem))
        yield from _renumbered(lines)


def _headed(label: Label, number: int, name: str, cell: Lines) -> SourceLine:
    """Return a cell as a heading, its own label replaced."""
    text = "".join(texts_of(cell))
    own = leading_label(text)
    return replace(cell[0], text=f"{say_label(label, number)}{name}{own.rest if own else text}")


def _behind(name: str, cell: Lines) -> Lines:
    """Return the lines of a cell as sentences behind the name of its column; none where it is empty."""
    if not cell:
        return ()
    *others, last = (replace(cell[0], text=f"{name}：{cell[0].text}"), *cell[1:])
    return (*others, last if last.text.endswith(tuple(STOPS)) else replace(last, text=f"{last.text}。"))


def _renumbered(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield the lines of a row, numbered upwards in the order in which they are said."""
    for line, number in zip(lines, sorted(line.number for line in lines), strict=True):
        yield replace(line, number=number)
