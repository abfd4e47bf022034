"""A text in, its dates out: 2024年9月30日, 9月底, 2019年; the year left out is that of the date before it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.spec.dates import course, dated
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex

DAY = Regex(r"(?P<month>\d\d?)月(?:份)?(?:(?P<day>\d{1,2})日|(?P<part>上旬|中旬|下旬|初|中|底|末))?")
_YEAR = Regex(r"(\d{4})年$")
_LONGEST_YEAR = 5  # 2024年
_PARTS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
}


@frozen
class Day:
    """Characters start … end - 1 of a passage: a date. `names_year` tells whether the year stands there.

    `year` is None where no date before it in the passage has one; `day` is None for a month, or a part of it.
    """

    passage: Passage
    start: int
    end: int
    names_year: bool
    year: int | None
    month: int
    day: int | None
    part: str

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def is_real(self) -> bool:
        """Is there such a day, in a leap year where the year is not known?"""
        return 1 <= self.month <= 12 and 1 <= (self.day or 1) <= monthrange(self.year or 2000, self.month)[1]

    def first(self, year: int) -> date:
        """Return the first day that may be meant in a year."""
        return self._in(year, self.day or _PARTS.get(self.part, (1, 31))[0])

    def last(self, year: int) -> date:
        """Return the last day that may be meant in a year."""
        return self._in(year, self.day or _PARTS.get(self.part, (1, 31))[1])

    def _in(self, year: int, day: int) -> date:
        """Return a day of the month in a year, the month's last where it has none so late: 2月29日 in most years."""
        return date(year, self.month, min(day, monthrange(year, self.month)[1]))


@once
def days_of(passage: Passage) -> tuple[Day, ...]:
    """Return the dates of a passage, those of no calendar among them."""
    days: list[Day] = []
    year: int | None = None
    for match in DAY.finditer(passage.text):
        start, end = match.span()
        named = _YEAR.search(passage.text, max(0, start - _LONGEST_YEAR), start)
        start = named.start() if named else start
        if passage.text[start - 1 : start].isdigit() or match["month"].startswith("0"):
            continue
        year = int(named[1]) if named and named[1] > "1900" else year
        day = int(match["day"]) if match["day"] else None
        days.append(Day(passage, start, end, named is not None, year, int(match["month"]), day, match["part"] or ""))
    return tuple(days)


def days_in(manuscript: Manuscript) -> Iterator[Day]:
    """Yield the dates of a manuscript in order."""
    return (day for passage in manuscript.for_any_of(DAY) for day in days_of(passage))


@frozen
class Milestones:
    """The days between which a bulletin tells: when it was fed back, and when the bulletin was signed."""

    feedback: date | None
    signed: date | None


@once
def milestones(manuscript: Manuscript) -> Milestones:
    """Return what a manuscript says of them; None for a day that is not named in full."""
    bulletin = manuscript.spec.bulletin if manuscript.spec else None
    found = [dated(path, name, typed) for path, name, typed in course(bulletin) if typed] if bulletin else []
    days = {day.path: day.first for day in found if day is not None and day.first == day.last}
    return Milestones(days.get("inspection.feedback.date"), days.get("issue_date"))
