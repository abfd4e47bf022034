"""Nodes of the outline in; the issues out, in sections or directly, and how they are said."""

from collections.abc import Sequence
from itertools import pairwise

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.parse.headings import heading_of, paragraphs_of, split_heading
from bulletin_gen.readers.parse.issues import IssueDraft, are_issues, common_style, draft_issue, finish, is_issue
from bulletin_gen.readers.parse.usual import Succession, most_common, unusual, usual_label
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import prose
from bulletin_gen.readers.tables import table_of
from bulletin_gen.spec.model import Form, Issue, IssueStyle, Section
from bulletin_gen.text.labels import layer
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

_DIMENSION = Regex("方面|聚焦|领域|维度")  # 党的建设方面
# 推动高质量发展方面; not 关于“学习不深”方面, 党建工作不力方面
_BARE_DIMENSION = Regex("(?!关于|针对|对)[^“”。：不弱缺差]{4,40}方面[。：]?")
_QUOTED_PROBLEM = Regex("”(?:等)?(?:方面)?(?:的)?问题|”的整改")  # 关于“学习不深”等方面的问题; not “三重一大”方面


@frozen
class IssueGroups:
    """The sections with their issues, or the issues directly, and what these share."""

    issue_style: IssueStyle
    sub_issue_style: IssueStyle
    sections: tuple[Section, ...] = ()
    issues: tuple[Issue, ...] = ()
    section_label: Label | None = None


def group_issues(branches: Sequence[Branch], above: int, numbers: Succession, plain: frozenset[int]) -> IssueGroups:
    """Return the branches as sections with issues or as issues. `above` is the layer of what they stand in.

    `numbers` counts them; the issues whose lines are in `plain` are kept as text.
    """
    group = _in_sections if _are_sections(branches) else _directly
    return group(branches, above, numbers, plain)


def _are_sections(branches: Sequence[Branch]) -> bool:
    """Are the branches dimensions, each with issues of its own, rather than issues?"""
    headings = [heading_of(branch) for branch in branches]
    if not any(branch.children for branch in branches):
        return len(branches) > 1 and all(map(_BARE_DIMENSION.fullmatch, headings))
    half = len(branches) / 2
    if sum(bool(_QUOTED_PROBLEM.search(heading)) for heading in headings) > half:
        return False
    if sum(bool(_DIMENSION.search(heading)) for heading in headings) >= half:
        return True
    below = [child for branch in branches for child in branch.children]
    return are_issues(below) or sum(map(is_issue, branches)) <= half


def _directly(branches: Sequence[Branch], above: int, numbers: Succession, plain: frozenset[int]) -> IssueGroups:
    drafts = [draft_issue(branch, plain) for branch in branches]
    styles = common_style(drafts, 0, above), _sub_style(drafts)
    return IssueGroups(*styles, issues=tuple(finish(draft, styles, 0, above, numbers) for draft in drafts))


def _in_sections(branches: Sequence[Branch], above: int, numbers: Succession, plain: frozenset[int]) -> IssueGroups:
    groups = [[draft_issue(child, plain) for child in branch.children] for branch in branches]
    drafts = [draft for group in groups for draft in group]
    inside = most_common(layer(branch.label) for branch in branches) or above
    styles = common_style(drafts, 0, inside, _runs_on(groups)), _sub_style(drafts)
    label = most_common(branch.label for branch in branches)
    sections, running = [], Succession()
    for branch, group in zip(branches, groups, strict=True):
        counted = running if styles[0].run_on else Succession()
        issues = [finish(draft, styles, 0, layer(branch.label), counted) for draft in group]
        sections.append(_section(branch, numbers, label, issues))
    return IssueGroups(*styles, tuple(sections), section_label=unusual(label, usual_label(above)))


def _section(branch: Branch, numbers: Succession, label: Label | None, issues: list[Issue]) -> Section:
    split = split_heading(branch.rest)
    return Section(
        heading=split.heading or branch.rest,
        number=numbers.out_of_order(branch.number),
        label=unusual(branch.label, label),
        form=Form.RUN_IN if split.heading and split.text else None,
        heading_end=split.end,
        text="\n".join(paragraphs_of(branch, split)) if split.heading else prose(branch.paragraphs),
        table=table_of(branch.table),
        issues=issues,
        closing=prose(branch.after),
    )


def _sub_style(drafts: Sequence[IssueDraft]) -> IssueStyle:
    """Return the style of all issues below others, however deep."""
    subs = [sub for draft in drafts for sub in draft.below()]
    above = most_common(layer(draft.branch.label) for draft in drafts if draft.subs) or 0
    return common_style(subs, 1, above)


def _runs_on(groups: Sequence[Sequence[IssueDraft]]) -> bool:
    """Do the issues' numbers go on from section to section?"""
    pairs = list(pairwise(group for group in groups if group))
    return bool(pairs) and all(later[0].branch.number == former[-1].branch.number + 1 for former, later in pairs)
