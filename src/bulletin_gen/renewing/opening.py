"""The facts of last year in a bulletin, field by field, each as the 【待补】 that asks for this year's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from bulletin_gen.composing.settle import Known, fill
from bulletin_gen.renewing.facts import facts_in
from bulletin_gen.renewing.gap import gap
from bulletin_gen.renewing.next_year import Remark
from bulletin_gen.renewing.standing import is_standing
from bulletin_gen.spec.model import Bulletin, Count, Issue, Results, Section
from bulletin_gen.spec.tables import Table
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.placeholders import find_placeholders
from bulletin_gen.text.regex import Regex

_Fields: TypeAlias = Mapping[str, set[str]]  # of a model, by its name

# What is of last year as a whole. Of any other text its facts alone are.
_WHOLLY: _Fields = {
    "Inspection": {"round", "team", "team_short"},
    "Feedback": {"by"},
    "Issue": {
        "problem",
        "heading",
        "text",
        "measures",
        "closing",
        "status_line",
        "responsible_unit",
        "leader",
    },
    "Approval": {"copies"},
    "Head": {"copy_number"},
}
_DAYS: _Fields = {
    "Bulletin": {"issue_date"},
    "Period": {"start", "end"},
    "Feedback": {"date"},
    "Issue": {"deadline"},
    "Colophon": {"printing_date"},
}
# What is of the office, or says how something looks.
_KEPT: _Fields = {
    "Bulletin": {"kind", "recipients", "joint_issuers", "issuer"},
    "Inspection": {"kind", "type", "deployed_by"},
    "Issue": {"pattern"},
    "IssueStyle": {"pattern", "status_label"},
    "Contact": {"fields"},
    "Head": {"secrecy_period", "organs", "suffix", "signers"},
    "Colophon": {"recipients", "copies_to", "printing_office"},
    "Approval": {
        "signer",
        "countersigners",
        "reviewer",
        "drafting_unit",
        "drafter",
        "drafter_phone",
        "typist",
        "proofreader",
    },
}
_ORDINAL = Regex(r"\d{1,3}")  # a cell that only numbers its row
_PLACEHOLDER = Regex(r"\{\{[^{}\n\"]*\}\}")
_ANY_TEAM = Regex("(?:中央|[省市州盟县区旗镇乡]委)?巡[察视](?:工作)?组")  # every year's
_SHORTEST_NAME = 4
_UNITS = (("方面", "sections"), ("表现", "sub_issues"), ("问题", "issues"), ("措施", "measures"))


class _Place(NamedTuple):
    """Characters start … end - 1 of a text, what stands there instead, what of it was set open, and the count that it
    may be again when the statuses are typed."""

    start: int
    end: int
    instead: str
    was: tuple[str, ...]
    counted: str = ""


def known_names(bulletin: Bulletin) -> tuple[str, ...]:
    """Return what last year's teams and round are called, without what every year's are."""
    inspection = bulletin.inspection
    if inspection is None:
        return ()
    by = inspection.feedback.by if inspection.feedback else None
    named = (inspection.team, inspection.team_short, inspection.round, by or "")
    return tuple(
        name for name in named if len(name) >= _SHORTEST_NAME and "{" not in name and not _ANY_TEAM.fullmatch(name)
    )


def _is_one_of(fields: _Fields, node: BaseModel, name: str) -> bool:
    return name in fields.get(type(node).__name__, ())


class Opening:
    """Sets a bulletin open field by field, and keeps account in `opened` and `to_count`.

    `told` is what the placeholders said last year, `untold` what they say in the draft, `names` are those of last
    year's teams, `results` what was declared.
    """

    def __init__(self, told: Known, untold: Known, names: Sequence[str], results: Results | None) -> None:
        self.opened: list[Remark] = []
        self.to_count: list[Remark] = []
        self._told, self._untold, self._names = told, untold, names
        self._declared = results.counts if results else []

    def of(self, bulletin: Bulletin) -> Bulletin:
        """Return the bulletin with every fact of last year open."""
        opened: Bulletin = self._node(bulletin, "")
        return opened

    def _node(self, node: Any, path: str) -> Any:
        prefix = f"{path}." if path else ""
        update = {name: self._field(node, name, f"{prefix}{name}") for name in type(node).model_fields}
        if isinstance(node, Issue):
            update |= self._status(node, update["status_line"], prefix)
        return node.model_copy(update=update)

    def _field(self, node: BaseModel, name: str, path: str) -> Any:
        value = getattr(node, name)
        if not value or _is_one_of(_KEPT, node, name):
            return value
        if _is_one_of(_DAYS, node, name):
            return value if find_placeholders(value) else self._opened(read_date(value).text, path)
        if isinstance(node, Table) and name == "rows":
            return [self._row(row, f"{path}[{at}]") for at, row in enumerate(value)]
        if isinstance(node, Section) and name == "heading" and not is_standing(value):
            return self._whole(value, path)
        return self._value(value, path, _is_one_of(_WHOLLY, node, name) and not _ANY_TEAM.fullmatch(str(value)))

    def _value(self, value: Any, path: str, wholly: bool) -> Any:
        if isinstance(value, list):
            return [self._value(item, f"{path}[{at}]", wholly) for at, item in enumerate(value)]
        if isinstance(value, BaseModel):
            return self._node(value, path)
        if not isinstance(value, str) or isinstance(value, Enum):
            return value
        return self._whole(value, path) if wholly else self._in_place(value, path)

    def _row(self, cells: list[str], path: str) -> list[str]:
        """Return the cells of a row set open, but for the number that the row begins with."""
        numbered = [at == 0 and _ORDINAL.fullmatch(cell) for at, cell in enumerate(cells)]
        return [
            cell if is_number else self._whole(cell, f"{path}[{at}]")
            for at, (cell, is_number) in enumerate(zip(cells, numbered, strict=True))
        ]

    def _whole(self, text: str, path: str) -> str:
        is_open = not text or find_placeholders(text) == [text]
        return text if is_open else self._opened(fill(text, self._told), path)

    def _opened(self, was: str, path: str, what: str = "") -> str:
        self.opened.append(Remark(path, was))
        return gap(was, what)

    def _in_place(self, text: str, path: str) -> str:
        pieces, at = [], 0
        for place in sorted((*self._facts(text), *self._counted(text))):
            if place.start < at:  # a count in the title of a document that is open as a whole
                continue
            pieces += [text[at : place.start], place.instead]
            at = place.end
            self.opened += [Remark(path, was) for was in place.was]
            self.to_count += [Remark(path, place.counted)] if place.counted else []
        return "".join([*pieces, text[at:]])

    def _facts(self, text: str) -> Iterator[_Place]:
        for fact in facts_in(text, self._names):
            was = fill(text[fact.start : fact.end], self._told)
            yield _Place(fact.start, fact.end, gap(was), (fill(fact.told, self._told),))

    def _counted(self, text: str) -> Iterator[_Place]:
        """Yield the placeholders that say nothing in the draft: by status, of what has none, of what was declared."""
        for match in _PLACEHOLDER.finditer(text):
            says = self._in_draft(match[0])
            if says == "":
                yield self._tiers(match)
            elif says in (None, "0"):
                was = fill(match[0], self._told)
                yield _Place(*match.span(), gap(was), (was,), "" if says else match[0])

    def _in_draft(self, placeholder: str) -> str | None:
        """Return what a placeholder says in the draft, None where that cannot be told."""
        try:
            return fill(placeholder, self._untold)
        except ValueError:
            return None

    def _tiers(self, match: re.Match[str]) -> _Place:
        """Return the declared tiers, each by the count that it is, set open where it is none."""
        counted = [self._count_of(tier) for tier in self._declared]
        numbers = [
            f"{{{{ counts.{name} }}}}" if name else gap(str(tier.number))
            for tier, name in zip(self._declared, counted, strict=True)
        ]
        said = "、".join(number + tier.unit for number, tier in zip(numbers, self._declared, strict=True))
        was = (f"{tier.number}{tier.unit}" for tier, name in zip(self._declared, counted, strict=True) if not name)
        return _Place(*match.span(), said, tuple(was))

    def _count_of(self, tier: Count) -> str:
        """Return which count says the number of a tier, "" where none does."""
        names = (name for ending, name in _UNITS if tier.unit.endswith(ending))
        return next((name for name in names if self._told[f"counts.{name}"] == tier.number), "")

    def _status(self, issue: Issue, status_line: str | None, prefix: str) -> dict[str, object]:
        """Return a status set open: as a line of the author's own, since the status itself is one of a few words."""
        if issue.status is None:
            return {}
        if not status_line:
            status_line = self._opened(issue.status.value, f"{prefix}status_line", "整改状态")
        return {"status": None, "status_line": status_line}
