"""Nodes of the outline in; issues out, and what they have in common as their style."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bulletin_gen.composing.wording import status_line
from bulletin_gen.readers.headings import Named, Split, name_problem, split_heading
from bulletin_gen.readers.lines import fold
from bulletin_gen.readers.measures import Listed, read_measures
from bulletin_gen.readers.outline import Node
from bulletin_gen.readers.parts import Numbering, most_common, paragraphs_of, said, usual_label
from bulletin_gen.spec.model import Form, ListForm, Status
from bulletin_gen.text.labels import layer, read_label
from bulletin_gen.text.numerals import Label

_STATUS = re.compile(
    "((?:整改|落实|办理|完成|进展|工作){1,3}(?:情况|状态|结果|进展|进度|成效))："
    "(?=已|基本|正在|持续|长期|需|尚未|未完成|完成|整改完|全部|推进|立行立改)"
)
_MEANT = tuple(
    (re.compile(pattern), status)
    for pattern, status in (
        (".*(?:完成|整改).*长期坚持", Status.DONE_AND_KEPT),
        ("基本", Status.MOSTLY_DONE),
        ("尚未|未完成", Status.OPEN),
        ("正在", Status.ONGOING),
        ("持续|推进", Status.CONTINUING),
        ("需?长期", Status.LONG_TERM),
        ("已|完成|整改完|全部", Status.DONE),
    )
)
_LONGEST_STATUS = 80
_USUAL = ("关于“…”问题的整改情况", "关于“…”问题")  # by depth: issues, and those below them
_NAMES_PROBLEM = re.compile("^(?:关于|针对|对于|反馈|问题)|问题的?整改|”(?:等)?(?:方面)?(?:的)?(?:等)?问题")
_ISSUE = re.compile("问题|“.+”|^(?:关于|针对|对于)|不够|不到位|不力|不严|不实|不强|不足|薄弱|缺失|差距|短板|滞后|欠缺")


@dataclass
class Draft:
    """An issue with everything said outright, before what it shares with others is taken out."""

    node: Node
    split: Split
    named: Named | None
    listed: Listed
    form: Form | None
    closing: list[str] = field(default_factory=list)
    status: str = ""  # the line as printed
    status_label: str | None = None  # where the line is said again by label and status
    typed_status: Status | None = None
    subs: list["Draft"] = field(default_factory=list)


@dataclass(frozen=True)
class Style:
    """What the issues of one depth share; None where that is the usual."""

    label: Label | None
    pattern: str | None
    form: Form | None
    measures_form: ListForm | None
    measures_label: Label | None
    status_label: str | None
    run_on: bool = False

    def fields(self) -> dict[str, Any]:
        return said({**vars(self), "run_on": self.run_on or None})


def is_issue(node: Node) -> bool:
    """Does the node's heading name a problem, or does a status line end it?"""
    split = split_heading(node.rest)
    if not split.heading:
        return False
    return bool(_ISSUE.search(split.heading)) or any(_STATUS.match(text) for text in paragraphs_of(node)[-1:])


def are_issues(nodes: Sequence[Node]) -> bool:
    """Are the nodes below an issue issues themselves, rather than measures?"""
    naming = [bool(_NAMES_PROBLEM.search(split_heading(node.rest).heading)) for node in nodes]
    ending = [any(_STATUS.match(text) for text in paragraphs_of(node)[-1:]) for node in nodes]
    return 2 * sum(naming) >= len(nodes) or sum(ending) > 1 or any(node.children or node.after for node in nodes)


def draft_issue(node: Node, plain: frozenset[int]) -> Draft:
    """Return the issue that a node holds. One whose line is in `plain` keeps all below its heading as text."""
    split = split_heading(node.rest)
    if not split.heading:
        split = Split(node.rest, "")
    if node.line.number in plain:
        return _plain(node, split)
    paragraphs = [*([split.text] if split.text else []), *paragraphs_of(node)]
    status = paragraphs.pop() if paragraphs and _is_status(paragraphs[-1]) else ""
    draft = Draft(node, split, name_problem(split.heading), read_measures(paragraphs), _form(split, paragraphs))
    draft.closing = [*draft.listed.closing, *(line.text for line in node.after)]
    if not _take_measures(draft, paragraphs, status):
        draft.subs = [draft_issue(child, plain) for child in node.children]
        if node.children and status:
            draft.listed = Listed((*paragraphs, status))
            status = ""
    _take_status(draft, status)
    return draft


def _plain(node: Node, split: Split) -> Draft:
    below = [line.text for line in node.lines()][1:]
    paragraphs = [*([split.text] if split.text else []), *below]
    return Draft(node, split, None, Listed(tuple(paragraphs)), _form(split, paragraphs))


def _form(split: Split, paragraphs: Sequence[str]) -> Form | None:
    if not paragraphs:
        return None
    return Form.RUN_IN if split.text else Form.OWN_LINE


def _take_measures(draft: Draft, paragraphs: list[str], status: str) -> bool:
    """Take labelled children as measures where they are no issues of their own; say whether they are none any more."""
    children = draft.node.children
    if not children:
        return True
    text, first = _first_member(paragraphs, children[0].label)
    members = [*first, *(_member(child) for child in children)]
    numbers = [child.number for child in children]
    is_regular = numbers == list(range(len(first) + 1, len(members) + 1)) and len({c.label for c in children}) == 1
    last, ending = _without_status(members[-1])
    members[-1] = last
    if not is_regular or status or are_issues(children) or not all(member.strip() for member in members):
        return False
    draft.listed = Listed(tuple(text), tuple(members), (), ListForm.OWN_LINE, children[0].label)
    draft.form = _form(draft.split, members)
    _take_status(draft, ending)
    return True


def _first_member(paragraphs: list[str], label: Label) -> tuple[list[str], list[str]]:
    """Return the text, and the first measure where it is run in after the heading."""
    marked = read_label(paragraphs[0]) if paragraphs else None
    if marked is None or (marked.label, marked.number) != (label, 1):
        return paragraphs, []
    return [], ["\n".join([marked.rest, *paragraphs[1:]])]


def _member(node: Node) -> str:
    return "\n".join([node.rest, *paragraphs_of(node)])


def _without_status(member: str) -> tuple[str, str]:
    """Return a measure and the status line that ends it, or nothing."""
    text, _, last = member.rpartition("\n")
    return (text, last) if text and _is_status(last) else (member, "")


def _is_status(text: str) -> bool:
    return len(text) <= _LONGEST_STATUS and _STATUS.match(text) is not None


def _take_status(draft: Draft, line: str) -> None:
    match = _STATUS.match(line)
    if match is None:
        return
    draft.status = line
    said_so = next((status for status in Status if fold(status_line(match[1], status)) == fold(line)), None)
    draft.status_label = match[1] if said_so else None
    meant = (status for pattern, status in _MEANT if pattern.match(line, match.end()))
    draft.typed_status = said_so or next(meant, None)


def common_style(drafts: Sequence[Draft], depth: int, above: int, run_on: bool = False) -> Style:
    """Return what the issues of one depth share; `above` is the layer of what they stand in."""
    usual_form = Form.OWN_LINE if depth == 0 else Form.RUN_IN
    measured = [draft.listed for draft in drafts if draft.listed.measures]
    return Style(
        label=_unusual(most_common(draft.node.label for draft in drafts), usual_label(above)),
        pattern=_unusual(most_common(draft.named.pattern if draft.named else None for draft in drafts), _USUAL[depth]),
        form=_unusual(most_common(draft.form for draft in drafts), usual_form),
        measures_form=_unusual(most_common(listed.form for listed in measured), ListForm.RUN_IN),
        measures_label=_unusual(most_common(listed.label for listed in measured), Label.FIRSTLY),
        status_label=most_common(draft.status_label for draft in drafts),
        run_on=run_on,
    )


def _unusual(value: Any, usual: Any) -> Any:
    return None if value == usual else value


def finish(
    draft: Draft, style: Style, sub_style: Style, depth: int, above: int, numbering: Numbering
) -> dict[str, Any]:
    """Return the fields of an issue, without what its style says."""
    label = draft.node.label
    inside = layer(label)
    named, listed, split = draft.named, draft.listed, draft.split
    below = Numbering()
    usual_form = Form.OWN_LINE if depth == 0 else Form.RUN_IN
    return said(
        {
            "problem": named.problem if named else "",
            "heading": "" if named else split.heading,
            "number": numbering.typed(draft.node.number),
            "label": _own(label, style.label or usual_label(above)),
            "pattern": _own(named.pattern if named else None, style.pattern or _USUAL[depth]),
            "form": _own(draft.form, style.form or usual_form),
            "heading_end": split.end,
            "text": "\n".join(listed.text),
            "measures": list(listed.measures),
            "measures_form": _own(listed.form, style.measures_form or ListForm.RUN_IN),
            "measures_label": _own(listed.label, style.measures_label or Label.FIRSTLY),
            "sub_issues": [finish(sub, sub_style, sub_style, 1, inside, below) for sub in draft.subs],
            "closing": "\n".join(draft.closing),
            "status": draft.typed_status,
            "status_line": _status_line(draft, style),
        }
    )


def _own(value: Any, shared: Any) -> Any:
    """Return a value that has to be said because what is shared says another."""
    return None if value == shared else value


def _status_line(draft: Draft, style: Style) -> str | None:
    if not draft.status or (draft.status_label and draft.status_label == style.status_label):
        return None
    return draft.status
