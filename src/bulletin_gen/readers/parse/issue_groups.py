"""Nodes of the outline in; the issues out, in sections or directly, and how they are said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletin_gen.readers.parse.headings import heading_of, paragraphs_of, split_heading
from bulletin_gen.readers.parse.issues import IssueDraft, are_issues, common_style, draft_issue, finish, is_issue
from bulletin_gen.readers.parse.usual import Succession, most_common, unusual, usual_label
from bulletin_gen.readers.sheet.nodes import Node
from bulletin_gen.readers.source import prose
from bulletin_gen.spec.model import Form, Issue, IssueStyle, Section
from bulletin_gen.text.labels import layer
from bulletin_gen.text.numerals import Label

_DIMENSION = re.compile("方面|聚焦|领域|维度")  # 党的建设方面
_QUOTED_PROBLEM = re.compile("”(?:等)?(?:方面)?(?:的)?问题|”的整改")  # 关于“学习不深”等方面的问题; not “三重一大”方面


@dataclass(frozen=True)
class IssueGroups:
    """The sections with their issues, or the issues directly, and what these share."""

    issue_style: IssueStyle
    sub_issue_style: IssueStyle
    sections: tuple[Section, ...] = ()
    issues: tuple[Issue, ...] = ()
    section_label: Label | None = None


def group_issues(nodes: Sequence[Node], above: int, numbers: Succession, plain: frozenset[int]) -> IssueGroups:
    """Return the nodes as sections with issues or as issues. `above` is the layer of what they stand in.

    `numbers` counts them; the issues whose lines are in `plain` are kept as text.
    """
    group = _in_sections if _are_sections(nodes) else _directly
    return group(nodes, above, numbers, plain)


def _are_sections(nodes: Sequence[Node]) -> bool:
    """Are the nodes dimensions, each with issues of its own, rather than issues?"""
    if not any(node.children for node in nodes):
        return False
    headings = [heading_of(node) for node in nodes]
    half = len(nodes) / 2
    if sum(bool(_QUOTED_PROBLEM.search(heading)) for heading in headings) > half:
        return False
    if sum(bool(_DIMENSION.search(heading)) for heading in headings) >= half:
        return True
    return are_issues([child for node in nodes for child in node.children]) or sum(map(is_issue, nodes)) <= half


def _directly(nodes: Sequence[Node], above: int, numbers: Succession, plain: frozenset[int]) -> IssueGroups:
    drafts = [draft_issue(node, plain) for node in nodes]
    styles = common_style(drafts, 0, above), _sub_style(drafts)
    return IssueGroups(*styles, issues=tuple(finish(draft, styles, 0, above, numbers) for draft in drafts))


def _in_sections(nodes: Sequence[Node], above: int, numbers: Succession, plain: frozenset[int]) -> IssueGroups:
    groups = [[draft_issue(child, plain) for child in node.children] for node in nodes]
    drafts = [draft for group in groups for draft in group]
    inside = most_common(layer(node.label) for node in nodes) or above
    styles = common_style(drafts, 0, inside, _runs_on(groups)), _sub_style(drafts)
    label = most_common(node.label for node in nodes)
    sections, running = [], Succession()
    for node, group in zip(nodes, groups, strict=True):
        counted = running if styles[0].run_on else Succession()
        issues = [finish(draft, styles, 0, layer(node.label), counted) for draft in group]
        sections.append(_section(node, numbers, label, issues))
    return IssueGroups(*styles, tuple(sections), section_label=unusual(label, usual_label(above)))


def _section(node: Node, numbers: Succession, label: Label | None, issues: list[Issue]) -> Section:
    split = split_heading(node.rest)
    return Section(
        heading=split.heading or node.rest,
        number=numbers.out_of_order(node.number),
        label=unusual(node.label, label),
        form=Form.RUN_IN if split.heading and split.text else None,
        heading_end=split.end,
        text="\n".join(paragraphs_of(node, split)) if split.heading else prose(node.paragraphs),
        issues=issues,
        closing=prose(node.after),
    )


def _sub_style(drafts: Sequence[IssueDraft]) -> IssueStyle:
    """Return the style of all issues below others, however deep."""
    subs = [sub for draft in drafts for sub in draft.below()]
    above = most_common(layer(draft.node.label) for draft in drafts if draft.subs) or 0
    return common_style(subs, 1, above)


def _runs_on(groups: Sequence[Sequence[IssueDraft]]) -> bool:
    """Do the issues' numbers go on from section to section?"""
    pairs = list(pairwise(group for group in groups if group))
    return bool(pairs) and all(later[0].node.number == former[-1].node.number + 1 for former, later in pairs)
