"""Fields that have no effect beside another: what is typed in them is never printed, and a change of it is lost."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from bulletin_gen.checks.issues import below, every_issue, placed_issues
from bulletin_gen.checks.rule import Hit, on
from bulletin_gen.checks.typed import all_typed
from bulletin_gen.finding import Severity
from bulletin_gen.spec.model import Bulletin, FeedbackForm, Inspection, Issue, IssueStyle, Node
from bulletin_gen.spec.names import PLACEHOLDERS
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.numerals import Label

_SPEC = "issuer: {name: 中共青禾县河湾镇委员会}\n"
_NO_TITLE = "无"
_FORM = "inspection.feedback.form"
_IN_ISSUES = ("heading", "status_line", "measures")
_STATUS_COUNTS = tuple(
    name
    for names in PLACEHOLDERS.items()
    if names[1].startswith(("counts.done", "counts.ongoing", "counts.rate", "counts.sub_"))
    for name in names
)

# Given the bulletin and the owner of a field: the path of what leaves the field idle; None where it has its effect.
_Winner: TypeAlias = Callable[[Bulletin, Node], str | None]


class _Row(NamedTuple):
    owner: str
    fields: tuple[str, ...]
    winner: _Winner
    message: str = "写了{winner}，{field}不起作用"
    hint: str = "请删去{field}；要用它，就删去{winner}"


@on(
    "spec/idle-field",
    Severity.WARNING,
    title="写了却不起作用的字段",
    why="旁边的字段代替了它：它写的内容不会印出来，以后改它也没有用。",
    source="本程序的约定",
    wrong=(f"{_SPEC}opening: 无\nresults: {{issues: [{{heading: 台账管理, problem: 台账不全}}]}}\n",),
    right=(f"{_SPEC}opening: 无\nresults: {{issues: [{{problem: 台账不全}}]}}\n",),
)
def idle_fields(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each field that was given and can have no effect beside another."""
    bulletin = spec.bulletin
    for path, kind, owner in _owners(spec):
        told: set[str] = set()
        for row in _ROWS_OF.get(kind, ()):
            winner = row.winner(bulletin, owner)
            for field in row.fields if winner else ():
                if field not in told and _is_given(owner, field):
                    told.add(field)
                    names = _names(spec, path, field, str(winner))
                    yield Hit(spec.where(f"{path}.{field}"), row.message.format(**names), row.hint.format(**names))


def _names(spec: Spec, path: str, field: str, winner: str) -> dict[str, str]:
    """Return what the messages call the idle field of an owner, what leaves it idle, and what may be written instead.

    What leaves it idle stands in the owner itself or anywhere in the bulletin.
    """
    within = path if winner in _IN_ISSUES else ""
    value = f": {FeedbackForm.JOINED}" if winner == _FORM else ""
    return {
        "field": spec.named(field, path),
        "winner": f"{spec.named(winner, within)}{value}",
        "title": spec.named("title"),
        "end": spec.named("inspection.feedback.end"),
    }


def _owners(spec: Spec) -> Iterator[tuple[str, str, Node]]:
    """Yield each part that the table speaks of: its path, what the table calls it, and itself."""
    bulletin = spec.bulletin
    inspection, results = bulletin.inspection, bulletin.results
    feedback = inspection.feedback if inspection and not _whole_feedback(bulletin, inspection) else None
    parts: tuple[tuple[str, Node | None], ...] = (
        ("issuer", bulletin.issuer),
        ("inspection", inspection),
        ("inspection.feedback", feedback),
        ("publication", bulletin.publication),
        ("results", results),
        ("results.progress", results.progress if results else None),
        ("contact", bulletin.contact),
    )
    yield from ((path, path, part) for path, part in parts if part is not None)
    if results is not None:
        yield "results.issue_style", "style", results.issue_style
        yield "results.sub_issue_style", "style", results.sub_issue_style
    kinds = list(_issue_kinds(spec))
    yield from ((path, kind, issue) for path, issue in every_issue(spec) for kind in kinds)


def _issue_kinds(spec: Spec) -> Iterator[str]:
    """Yield what all issues are for the table. A status is counted wherever a text or the progress tells of it."""
    bulletin = spec.bulletin
    yield "issue"
    if any(attachment.ledger for attachment in bulletin.attachments):
        return
    yield "issue without ledger"
    progress = bulletin.results.progress if bulletin.results else None
    is_told = progress is not None and progress.wording is None
    if not is_told and not any(name in all_typed(spec) for name in _STATUS_COUNTS):
        yield "issue without count"


def _is_given(owner: Node, field: str) -> bool:
    """Return whether a field says something else than what it says when it is left out."""
    if field not in owner.model_fields_set:
        return False
    default = type(owner).model_fields[field].get_default(call_default_factory=True)
    return bool(getattr(owner, field) != default)


def _opening(bulletin: Bulletin, _owner: Node) -> str | None:
    return "opening" if bulletin.opening is not None else None


def _opening_deploys(bulletin: Bulletin, owner: Node) -> str | None:
    """Either of deployed_by and wording must be given in an inspection; the one that is left is not told of."""
    assert isinstance(owner, Inspection)
    others = (owner.deployed_by, owner.deployment, owner.wording)
    return _opening(bulletin, owner) if sum(other is not None and other != "" for other in others) > 1 else None


def _title(bulletin: Bulletin, _owner: Node) -> str | None:
    return "title" if bulletin.title not in (None, "", _NO_TITLE) else None


def _basis(bulletin: Bulletin, owner: Node) -> str | None:
    """What stands in place of the sentence that names the inspection."""
    worded = bulletin.inspection is not None and bulletin.inspection.wording is not None
    return _opening(bulletin, owner) or ("inspection.wording" if worded else None)


def _deployment(_bulletin: Bulletin, owner: Node) -> str | None:
    return "inspection.deployment" if isinstance(owner, Inspection) and owner.deployment is not None else None


def _feedback(bulletin: Bulletin, owner: Node) -> str | None:
    """What stands in place of the feedback, wherever it would be told."""
    inspection = bulletin.inspection
    feedback = inspection.feedback if inspection else None
    if feedback is None:
        return "opening"
    if feedback.form is FeedbackForm.JOINED:
        return _basis(bulletin, owner)
    return _opening(bulletin, owner) or ("inspection.feedback.wording" if feedback.wording is not None else None)


def _joined(bulletin: Bulletin, owner: Node) -> str | None:
    inspection = bulletin.inspection
    feedback = inspection.feedback if inspection else None
    return _FORM if feedback and feedback.form is FeedbackForm.JOINED else None


def _whole_feedback(bulletin: Bulletin, owner: Node) -> str | None:
    inspection = bulletin.inspection
    joined = inspection and inspection.feedback and inspection.feedback.form is FeedbackForm.JOINED
    return _basis(bulletin, owner) if joined else _opening(bulletin, owner)


def _team(bulletin: Bulletin, owner: Node) -> str | None:
    """The team is named in the basis, and in feedback of its own that does not say by whom."""
    assert isinstance(owner, Inspection)
    basis, feedback = _basis(bulletin, owner), owner.feedback
    named_again = feedback is not None and not owner.team_short and _team_short(bulletin, owner) is None
    return None if named_again else basis


def _team_short(bulletin: Bulletin, owner: Node) -> str | None:
    assert isinstance(owner, Inspection)
    if owner.feedback is None:
        return _opening(bulletin, owner)
    by = "inspection.feedback.by" if owner.feedback.by is not None else None
    return _feedback(bulletin, owner) or _joined(bulletin, owner) or by


def _period(bulletin: Bulletin, owner: Node) -> str | None:
    """The year of the feedback is left out beside the period's."""
    assert isinstance(owner, Inspection)
    dated = owner.feedback is not None and owner.feedback.date is not None
    return None if dated and _feedback(bulletin, owner) is None else _basis(bulletin, owner)


def _inspected(bulletin: Bulletin, owner: Node) -> str | None:
    assert isinstance(owner, Inspection)
    feedback = owner.feedback
    told = feedback is not None and feedback.to is None and feedback.form is FeedbackForm.OWN_SENTENCE
    return None if told and _feedback(bulletin, owner) is None else _basis(bulletin, owner)


def _introduction(bulletin: Bulletin, owner: Node) -> str | None:
    inspected = bulletin.inspection is not None and bulletin.inspection.inspected is not None
    return _basis(bulletin, owner) or ("inspection.inspected" if inspected else None)


def _publication(bulletin: Bulletin, owner: Node) -> str | None:
    worded = bulletin.publication.wording is not None
    return _opening(bulletin, owner) or ("publication.wording" if worded else None)


def _subject(bulletin: Bulletin, owner: Node) -> str | None:
    return _publication(bulletin, owner) if _title(bulletin, owner) else None


def _no_progress(bulletin: Bulletin, _owner: Node) -> str | None:
    results = bulletin.results
    return None if results is None or results.progress or results.measures_progress else "results.progress"


def _progress(bulletin: Bulletin, _owner: Node) -> str | None:
    progress = bulletin.results.progress if bulletin.results else None
    return "results.progress.wording" if progress and progress.wording is not None else None


def _contact(bulletin: Bulletin, _owner: Node) -> str | None:
    return "contact.wording" if bulletin.contact and bulletin.contact.wording is not None else None


def _heading(_bulletin: Bulletin, owner: Node) -> str | None:
    return "heading" if isinstance(owner, Issue) and owner.heading else None


def _status_label(_bulletin: Bulletin, owner: Node) -> str | None:
    return "status_label" if isinstance(owner, IssueStyle) and owner.status_label else None


def _no_brackets(_bulletin: Bulletin, owner: Node) -> str | None:
    return None if isinstance(owner, IssueStyle) and owner.status_in_heading else "status_in_heading"


def _status_line(_bulletin: Bulletin, owner: Node) -> str | None:
    return "status_line" if isinstance(owner, Issue) and owner.status_line is not None else None


def _no_measures(_bulletin: Bulletin, owner: Node) -> str | None:
    return "measures" if isinstance(owner, Issue) and not owner.measures else None


def _unlabelled_measure(_bulletin: Bulletin, owner: Node) -> str | None:
    """A measure that stands alone has no label by itself."""
    is_alone = isinstance(owner, Issue) and len(owner.measures) == 1 and owner.measures_label is Label.NONE
    return "measures" if is_alone else None


def _lone_measures(bulletin: Bulletin, owner: Node) -> str | None:
    """The label of a style is for issues of its depth with several measures that have no other of their own."""
    results = bulletin.results
    issues = [placed.issue for placed in placed_issues(results)] if results else []
    of_subs = results is not None and owner is results.sub_issue_style
    of_depth = (sub for issue in issues for sub in below(issue)) if of_subs else issues
    return None if any(len(one.measures) > 1 and one.measures_label is None for one in of_depth) else "results.issues"


_UNLESS, _OR_WRITE_IT = "没有写{winner}，{field}不起作用", "请写上{winner}，或删去{field}"
_ROWS = (
    _Row("issuer", ("introduce_short_name",), _introduction),
    _Row("inspection", ("round",), _title),
    _Row("inspection", ("deployed_by", "deployment", "wording"), _opening_deploys),
    _Row("inspection", ("deployed_by",), _deployment),
    _Row("inspection", ("type", "look_back", "order", "action", "end"), _basis),
    _Row("inspection", ("end",), _joined, hint="请删去{field}，改写{end}"),
    _Row("inspection", ("deployed_by", "deployment"), lambda b, o: None if b.opening is not None else _basis(b, o)),
    _Row("inspection", ("team",), _team),
    _Row("inspection", ("team_short",), _team_short),
    _Row("inspection", ("period",), _period),
    _Row("inspection", ("inspected",), _inspected),
    _Row("inspection", ("feedback",), _whole_feedback),
    _Row("inspection.feedback", ("by", "own_paragraph", "wording"), _joined),
    _Row("inspection.feedback", ("date", "by", "to", "action", "end"), _feedback),
    _Row("publication", ("grounds", "verb", "end"), _publication),
    _Row("publication", ("own_paragraph", "wording"), _opening),
    _Row(
        "publication",
        ("subject",),
        _subject,
        "写了{title}、{winner}，{field}不起作用",
        "请删去{field}；要用它，就删去{title}、{winner}",
    ),
    _Row("results", ("as_of",), _progress),
    _Row("results", ("as_of",), _no_progress, _UNLESS, _OR_WRITE_IT),
    _Row("style", ("status_alone",), _status_label),
    _Row(
        "style",
        ("measures_label",),
        _lone_measures,
        "没有哪个问题用得着{field}：只有一条措施的不写序号",
        "请删去{field}；只有一条也要写序号的，请写在那个问题里",
    ),
    _Row("style", ("status_brackets",), _no_brackets, _UNLESS, _OR_WRITE_IT),
    _Row("results.progress", ("unit", "rate", "rest"), _progress),
    _Row("contact", ("invitation", "fields", "form", "separator", "end"), _contact),
    _Row("issue without ledger", ("problem",), _heading),
    _Row("issue", ("pattern",), _heading),
    _Row("issue", ("measures_label",), _no_measures, _UNLESS, _OR_WRITE_IT),
    _Row(
        "issue",
        ("measures_label",),
        _unlabelled_measure,
        "{winner}只有一条，本来就不写序号，{field}不起作用",
        "请删去{field}",
    ),
    _Row("issue without count", ("status",), _status_line),
)
_ROWS_OF = {owner: tuple(row for row in _ROWS if row.owner == owner) for owner in {row.owner for row in _ROWS}}
