"""Nodes of the outline in; the results (整改情况) of the spec out: sections with issues, or issues."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bulletin_gen.readers.headings import split_heading
from bulletin_gen.readers.issues import Draft, Style, are_issues, common_style, draft_issue, finish, is_issue
from bulletin_gen.readers.outline import Node
from bulletin_gen.readers.parts import Numbering, most_common, paragraphs_of, said, usual_label
from bulletin_gen.spec.model import Form
from bulletin_gen.text.labels import layer

_DIMENSION = re.compile("方面|聚焦|领域|维度")
_QUOTED_PROBLEM = re.compile("”(?:等)?(?:方面)?(?:的)?问题|”的整改")


def read_results(
    head: Node | None, nodes: Sequence[Node], numbering: Numbering, plain: frozenset[int]
) -> dict[str, Any]:
    """Return the fields of the results. `head` is their heading, None where `nodes` stand at the top themselves.

    `numbering` counts the parts at the top; the issues whose lines are in `plain` are kept as text.
    """
    fields: dict[str, Any] = {}
    above = 0
    if head is not None:
        fields = {
            "heading": head.rest,
            "number": numbering.typed(head.number),
            "label": None if head.label == usual_label(0) else head.label,
            "text": "\n".join(paragraphs_of(head)),
            "closing": "\n".join(line.text for line in head.after),
        }
        above, numbering = layer(head.label), Numbering()
    read = _in_sections if are_sections(nodes) else _directly
    return said({**fields, **read(nodes, above, numbering, plain)})


def are_sections(nodes: Sequence[Node]) -> bool:
    """Are the nodes dimensions, each with issues of its own, rather than issues?"""
    if not any(node.children for node in nodes):
        return False
    headings = [split_heading(node.rest).heading for node in nodes]
    half = len(nodes) / 2
    if sum(bool(_QUOTED_PROBLEM.search(heading)) for heading in headings) > half:
        return False
    if sum(bool(_DIMENSION.search(heading)) for heading in headings) >= half:
        return True
    return are_issues([child for node in nodes for child in node.children]) or sum(map(is_issue, nodes)) <= half


def _directly(nodes: Sequence[Node], above: int, numbering: Numbering, plain: frozenset[int]) -> dict[str, Any]:
    drafts = [draft_issue(node, plain) for node in nodes]
    style = common_style(drafts, 0, above)
    sub_style = _sub_style(drafts)
    return {
        "issues": [finish(draft, style, sub_style, 0, above, numbering) for draft in drafts],
        "issue_style": style.fields(),
        "sub_issue_style": sub_style.fields(),
    }


def _in_sections(nodes: Sequence[Node], above: int, numbering: Numbering, plain: frozenset[int]) -> dict[str, Any]:
    groups = [[draft_issue(child, plain) for child in node.children] for node in nodes]
    drafts = [draft for group in groups for draft in group]
    inside = most_common(layer(node.label) for node in nodes) or above
    run_on = _runs_on(groups)
    style, sub_style = common_style(drafts, 0, inside, run_on), _sub_style(drafts)
    label = most_common(node.label for node in nodes)
    sections, issues = [], Numbering()
    for node, group in zip(nodes, groups, strict=True):
        issues = issues if run_on else Numbering()
        section = _section(node, numbering, label)
        within = layer(node.label)
        section["issues"] = [finish(draft, style, sub_style, 0, within, issues) for draft in group]
        sections.append(said(section))
    return {
        "sections": sections,
        "section_label": None if label == usual_label(above) else label,
        "issue_style": style.fields(),
        "sub_issue_style": sub_style.fields(),
    }


def _section(node: Node, numbering: Numbering, label: Any) -> dict[str, Any]:
    split = split_heading(node.rest)
    heading = split.heading or node.rest
    run_in = split.text if split.heading else ""
    return {
        "heading": heading,
        "number": numbering.typed(node.number),
        "label": None if node.label == label else node.label,
        "form": Form.RUN_IN if run_in else None,
        "heading_end": split.end if run_in else None,
        "text": "\n".join([*([run_in] if run_in else []), *paragraphs_of(node)]),
        "closing": "\n".join(line.text for line in node.after),
    }


def _sub_style(drafts: Sequence[Draft]) -> Style:
    """Return the style of all issues below others, however deep."""
    subs = [sub for draft in drafts for sub in _below(draft)]
    above = most_common(layer(draft.node.label) for draft in drafts if draft.subs) or 0
    return common_style(subs, 1, above)


def _below(draft: Draft) -> list[Draft]:
    return [item for sub in draft.subs for item in (sub, *_below(sub))]


def _runs_on(groups: Sequence[Sequence[Draft]]) -> bool:
    """Do the issues' numbers go on from section to section?"""
    filled = [group for group in groups if group]
    pairs = list(pairwise(filled))
    return bool(pairs) and all(later[0].node.number == former[-1].node.number + 1 for former, later in pairs)
