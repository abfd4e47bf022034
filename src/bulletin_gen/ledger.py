"""整改台账 as a value: the issues of a bulletin with what was done about each, by whom, by when and how far it is.

What its columns are called, and their order, is said here alone: for the sheet, for the attachment, and for who reads
either of them again.
"""

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from enum import StrEnum

from bulletin_gen.frozen import frozen
from bulletin_gen.properties import Properties
from bulletin_gen.where import Where


class LedgerColumn(StrEnum):
    """The columns in their order, each with the field of an issue that it holds.

    NUMBER: 1, 2, … through all sections; 1.1 is the first below 1 (`sub_issues`).
    PROBLEM: `problem`, or `heading` where that is all there is. A row across all columns is a section: 一、党的建设.
    MEASURE: `measures`; a row each in the sheet, where the other cells of an issue are merged.
    UNIT, LEADER, DEADLINE: `responsible_unit`, `leader`, `deadline`.
    SITUATION: `text`, and `closing` below it.
    STATUS: `status`, in the words of Status.
    """

    NUMBER = "序号"
    PROBLEM = "反馈问题"
    MEASURE = "整改措施"
    UNIT = "责任单位"
    LEADER = "责任领导"
    DEADLINE = "完成时限"
    SITUATION = "整改情况"
    STATUS = "整改状态"


@frozen
class LedgerIssue:
    """One problem, texts as they are printed; "" and no measures where nobody said.

    deadline: as it is printed: 2024年8月31日, 2024年8月下旬.
    day: the same as a calendar day; None where it is none.
    situation: what was done, in whole paragraphs, parted by line feeds.
    where: the place in the spec, which does not count when issues are compared.
    """

    number: str
    problem: str
    measures: tuple[str, ...] = ()
    unit: str = ""
    leader: str = ""
    deadline: str = ""
    day: date | None = None
    situation: str = ""
    status: str = ""
    where: Where = field(default=Where(), compare=False, repr=False)

    @property
    def cells(self) -> dict[LedgerColumn, str]:
        """What stands in each column that has one text for the issue: all but its measures."""
        return {
            LedgerColumn.NUMBER: self.number,
            LedgerColumn.PROBLEM: self.problem,
            LedgerColumn.UNIT: self.unit,
            LedgerColumn.LEADER: self.leader,
            LedgerColumn.DEADLINE: self.deadline,
            LedgerColumn.SITUATION: self.situation,
            LedgerColumn.STATUS: self.status,
        }


@frozen
class LedgerSection:
    """A dimension of the results with its label: 一、党的建设; no heading where the issues stand directly.

    Sub-issues follow the issue that they are below.
    """

    heading: str
    issues: tuple[LedgerIssue, ...]


@frozen
class Ledger:
    """properties: its title (关于…整改台账), who fills it in, and when the bulletin is issued.

    as_of: the day that it is told of, as printed; "" where nobody said.
    statuses: what may be chosen for a status.
    """

    properties: Properties
    as_of: str
    sections: tuple[LedgerSection, ...]
    statuses: tuple[str, ...]

    @property
    def issues(self) -> Iterator[LedgerIssue]:
        return (issue for section in self.sections for issue in section.issues)

    @property
    def columns(self) -> tuple[LedgerColumn, ...]:
        """All, but one of 整改措施 and 整改情况 where it is empty throughout and the other is not."""
        measured = any(issue.measures for issue in self.issues)
        told = any(issue.situation for issue in self.issues)
        left_out = {LedgerColumn.SITUATION} if not told else {LedgerColumn.MEASURE} if not measured else set()
        return tuple(column for column in LedgerColumn if column not in left_out)
