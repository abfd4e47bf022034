"""The lines between opening and closing in; organisation, results, other parts and next steps out."""

from collections.abc import Sequence
from dataclasses import field

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.parse.declared import declared_counts
from bulletin_gen.readers.parse.headings import heading_of, split_heading
from bulletin_gen.readers.parse.issue_groups import group_issues
from bulletin_gen.readers.parse.issues import is_issue
from bulletin_gen.readers.parse.part import read_part, text_part
from bulletin_gen.readers.parse.usual import Succession, unusual, usual_label
from bulletin_gen.readers.printed_dates import as_data, is_date
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import SourceLine, prose, texts_of
from bulletin_gen.readers.tables import table_of
from bulletin_gen.spec.model import FreePart, Part, Results, Slot
from bulletin_gen.text.labels import layer
from bulletin_gen.text.regex import Regex

_RESULTS = Regex("反馈|问题|整改落实|整改进展|整改完成|整改任务|整改情况|整改成效|整改结果")  # 整改落实情况
_ORGANISATION = Regex(
    # 组织整改工作情况; not 整改落实情况
    "组织|领导|主体责任|履行|推进|部署|责任落实|基本情况|总体|做法|认识|站位|工作情况|开展情况"
)
_NEXT = Regex("下一步|下步|今后|打算|巩固|后续|努力方向|继续|持续|长效|下阶段|深化")  # 下一步工作打算
_LATER = Regex("长期整改|需长期|尚未完成|未完成")  # 需长期坚持的整改事项
_PLANS = Regex("下一步|下步|打算")  # 下步整改打算
_DIMENSION = Regex("方面|聚焦")  # 党的建设方面
# 关于学习不深的问题; not 关于整改情况
_TOP_ISSUE = Regex("^(?:反馈)?(?:关于|针对|对于|对|问题)(?=.*(?:“|问题|不|薄弱|差距|缺|欠|弱|慢|松))")
_ABOUT_ALL = Regex("反馈(?:的)?(?:意见|问题)")  # 对反馈问题的整改情况
AS_OF = Regex("截[至止](?!目前)([^，。]{2,12}?[日底旬月])[，]")  # 截至2024年5月底，; not 截至目前，
_STEPS = Regex("^(?:下一步|下步|接下来|今后|下阶段)")  # 下一步，继续抓好整改。
_SUMMARY = Regex(
    # 目前，3项任务已完成。
    "^(?:目前|截至|截止|通过|总的来看|总体|经过|以上|下一步|下步|接下来|今后|特此|附件|附：|联系)"
)


@frozen
class MainText:
    """The parts of the bulletin."""

    organisation: Part | None = None
    results: Results | None = None
    other_parts: list[FreePart] = field(default_factory=list)
    next_steps: Part | None = None


@frozen
class _Topmost:
    """The topmost labelled lines: those before the results, the results, those after; `head` is their heading."""

    before: list[Branch]
    results: list[Branch]
    after: list[Branch]
    head: Branch | None = None


def read_main_text(stem: Branch, plain: frozenset[int]) -> MainText:
    """Return the parts of the bulletin. The issues whose lines are in `plain` are kept as text."""
    steps = _take_steps(stem)
    numbers = Succession()
    branches = _find_results(stem.children)
    organisation, first = _before_results(stem, branches, numbers)
    results = _results(stem, branches, numbers, plain) if branches.results else None
    next_steps, last = _after_results(branches.after, numbers, steps)
    return MainText(organisation, results, [*first, *last], next_steps)


def _before_results(stem: Branch, branches: _Topmost, numbers: Succession) -> tuple[Part | None, list[FreePart]]:
    """Return the organisation and the other parts before the results."""
    after = [] if stem.children else stem.after
    text = [text_part(texts_of(stem.paragraphs), stem.table, after)] if stem.paragraphs or stem.table else []
    parts = [read_part(branch, numbers) for branch in branches.before]
    if branches.before and (branches.results or _ORGANISATION.search(branches.before[0].rest)):
        return parts[0], [*_free(text, Slot.OPENING), *_free(parts[1:], Slot.ORGANISATION)]
    return (text[0] if text else None), _free(parts, Slot.ORGANISATION)


def _after_results(
    branches: list[Branch], numbers: Succession, steps: list[SourceLine]
) -> tuple[Part | None, list[FreePart]]:
    """Return the next steps, `steps` or else the last part that tells of them, and the other parts."""
    parts = [read_part(branch, numbers) for branch in branches]
    told = [at for at, branch in enumerate(branches) if _is_next(branch)]
    if steps or not told:
        return (text_part(texts_of(steps)) if steps else None), _free(parts, Slot.RESULTS)
    at = told[-1]
    return parts[at], [*_free(parts[:at], Slot.RESULTS), *_free(parts[at + 1 :], Slot.NEXT_STEPS)]


def _free(parts: Sequence[Part], after: Slot) -> list[FreePart]:
    return [FreePart(after=after, **dict(part)) for part in parts]


def _is_next(branch: Branch) -> bool:
    return _NEXT.search(branch.rest) is not None and _LATER.search(branch.rest) is None


def _results(stem: Branch, branches: _Topmost, numbers: Succession, plain: frozenset[int]) -> Results:
    """Return the results, with what is said of them as a whole: the declared counts, the day they stand for."""
    head = branches.head
    number = numbers.out_of_order(head.number) if head else None
    above, counted = (layer(head.label), Succession()) if head else (0, numbers)
    groups = group_issues(branches.results, above, counted, plain)
    around = [*stem.paragraphs, *(line for branch in branches.before for line in branch.lines()), *stem.after]
    texts = texts_of([*around, *(head.paragraphs if head else ())])
    days = (match[1] for text in texts if (match := AS_OF.search(text)))
    return Results(
        heading=head.rest if head else "",
        number=number,
        label=unusual(head.label, usual_label(0)) if head else None,
        text=prose(head.paragraphs) if head else "",
        as_of=next((as_data(day) for day in days if is_date(day)), None),
        counts=declared_counts(texts),
        sections=list(groups.sections),
        section_label=groups.section_label,
        issues=list(groups.issues),
        issue_style=groups.issue_style,
        sub_issue_style=groups.sub_issue_style,
        table=table_of(head.table) if head else None,
        closing=prose(stem.after or (head.after if head else ())),
    )


def _find_results(branches: list[Branch]) -> _Topmost:
    """Return the topmost branches with the results among them: as issues, as dimensions, or below one heading."""
    issues = [index for index, branch in enumerate(branches) if _is_top_issue(branch)]
    if len(issues) > 1 or (issues and len(branches) == 1):
        return _cut(branches, issues)
    dimensions = [index for index, branch in enumerate(branches) if _is_dimension(branch)]
    if len(dimensions) > 1:
        return _cut(branches, dimensions)
    headed = [index for index, branch in enumerate(branches) if _is_results(branch)]
    if not headed:
        return _Topmost(branches, [], [])
    best = max(headed, key=lambda index: (_weight(branches[index]), -index))
    return _Topmost(branches[:best], branches[best].children, branches[best + 1 :], branches[best])


def _cut(branches: list[Branch], results: list[int]) -> _Topmost:
    start, end = results[0], results[-1] + 1
    return _Topmost(branches[:start], branches[start:end], branches[end:])


def _is_top_issue(branch: Branch) -> bool:
    heading = heading_of(branch)
    if not _TOP_ISSUE.search(heading):
        return False
    return "“" in heading or not (_ABOUT_ALL.search(heading) and branch.children)


def _is_dimension(branch: Branch) -> bool:
    if not _DIMENSION.search(heading_of(branch)) or not branch.children:
        return False
    return 2 * sum(map(is_issue, branch.children)) >= len(branch.children)


def _is_results(branch: Branch) -> bool:
    heading = branch.rest
    if split_heading(heading).text or not branch.children or _LATER.search(heading) or _PLANS.search(heading):
        return False
    return bool(_RESULTS.search(heading)) and (_weight(branch) > 0 or not _ORGANISATION.search(heading))


def _weight(branch: Branch) -> int:
    """Return how many headings below a branch name a problem."""
    return sum(is_issue(child) + _weight(child) for child in branch.children)


def _take_steps(stem: Branch) -> list[SourceLine]:
    """Take the paragraphs at the very end that tell of the whole (目前…, 下一步…) from the last issue or item.

    Those from 下一步 on are returned where no part has them as its matter; what stands before them becomes the
    closing of what the last item stands in.
    """
    path = [stem]
    while path[-1].children:
        path.append(path[-1].children[-1])
    *above, last = path
    if not above:
        return _take_from(stem.after, 0, _STEPS) if stem.table else _take_from(stem.paragraphs, 1, _STEPS)
    if above == [stem] and not _is_top_issue(last):
        return []
    own = 0 if last.table else _own_paragraphs(last, above[-1].children[:-1])
    summary = _take_from(last.after if last.table else last.paragraphs, own, _SUMMARY)
    steps = [] if any(map(_is_next, above)) else _take_from(summary, 0, _STEPS)
    above[-1].after.extend(summary)
    return steps


def _own_paragraphs(last: Branch, others: list[Branch]) -> int:
    """Return how many paragraphs are surely the last item's own: its text, and as many as others have that sum up."""
    is_sentence = bool(split_heading(last.rest).text) or (last.rest.endswith("。") and not is_issue(last))
    own = 0 if is_sentence else min((len(branch.paragraphs) for branch in others), default=1)
    summing = [branch for branch in others if any(_SUMMARY.search(line.text) for line in branch.paragraphs)]
    return max([min(own, 1), *(len(branch.paragraphs) for branch in summing)])


def _take_from(lines: list[SourceLine], first: int, pattern: Regex) -> list[SourceLine]:
    """Take the lines from the first one that the pattern finds, not before number `first`."""
    start = next((at for at in range(first, len(lines)) if pattern.search(lines[at].text)), len(lines))
    tail = lines[start:]
    del lines[start:]
    return tail
