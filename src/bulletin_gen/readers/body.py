"""The lines between opening and closing in; organisation, results, other parts and next steps out."""

import re
from typing import Any

from bulletin_gen.readers.counts import declared_counts
from bulletin_gen.readers.dates import as_data, is_date
from bulletin_gen.readers.headings import split_heading
from bulletin_gen.readers.issues import is_issue
from bulletin_gen.readers.lines import SourceLine
from bulletin_gen.readers.outline import Node, Outline
from bulletin_gen.readers.parts import Numbering, paragraphs_of, read_part, said, text_and_list
from bulletin_gen.readers.results import read_results
from bulletin_gen.spec.model import Slot

_RESULTS = re.compile("反馈|问题|整改落实|整改进展|整改完成|整改任务|整改情况|整改成效|整改结果")
_ORGANISATION = re.compile("组织|领导|主体责任|履行|推进|部署|责任落实|基本情况|总体|做法|认识|站位|工作情况|开展情况")
_NEXT = re.compile("下一步|下步|今后|打算|巩固|后续|努力方向|继续|持续|长效|下阶段|深化")
_LATER = re.compile("长期整改|需长期|尚未完成|未完成")
_TOP_ISSUE = re.compile("^(?:反馈)?(?:关于|针对|对于|对|问题)(?=.*(?:“|问题|不|薄弱|差距|缺|欠|弱|慢|松))")
_ABOUT_ALL = re.compile("反馈(?:的)?(?:意见|问题)")
_AS_OF = re.compile("截[至止](?!目前)([^，。]{2,12}?[日底旬月])[，]")
_STEPS = re.compile("^(?:下一步|下步|接下来|今后|下阶段)")
_SUMMARY = re.compile("^(?:目前|截至|截止|通过|总的来看|总体|经过|以上|下一步|下步|接下来|今后|特此|附件|联系)")


def read_body(outline: Outline, plain: frozenset[int]) -> dict[str, Any]:
    """Return the parts of the bulletin. The issues whose lines are in `plain` are kept as text."""
    steps = _take_steps(outline)
    numbering = Numbering()
    start, end, head = _find_results(outline.nodes)
    fields: dict[str, Any] = {"other_parts": []}
    before, after = outline.nodes[:start], outline.nodes[end:]
    _read_before(fields, outline.paragraphs, before, numbering, has_results=start < end)
    if start < end:
        nodes = head.children if head else outline.nodes[start:end]
        fields["results"] = {**read_results(head, nodes, numbering, plain), **_data(outline, before, head)}
    _read_after(fields, after, numbering, steps)
    return said(fields)


def _read_before(
    fields: dict[str, Any], paragraphs: list[SourceLine], nodes: list[Node], numbering: Numbering, has_results: bool
) -> None:
    text = text_and_list([line.text for line in paragraphs]) if paragraphs else {}
    first = nodes[0] if nodes else None
    is_headed = first is not None and (has_results or bool(_ORGANISATION.search(first.rest)))
    if text and is_headed:
        fields["other_parts"].append({**text, "after": Slot.OPENING})
    elif text:
        fields["organisation"] = text
    for node in nodes:
        part = read_part(node, 0, numbering)
        if is_headed and node is first:
            fields["organisation"] = part
        else:
            fields["other_parts"].append({**part, "after": Slot.ORGANISATION})


def _read_after(fields: dict[str, Any], nodes: list[Node], numbering: Numbering, steps: list[SourceLine]) -> None:
    last = next((node for node in reversed(nodes) if _is_next(node)), None)
    slot = Slot.RESULTS
    for node in nodes:
        part = read_part(node, 0, numbering)
        if node is last and not steps:
            fields["next_steps"], slot = part, Slot.NEXT_STEPS
        else:
            fields["other_parts"].append({**part, "after": slot})
    if steps:
        fields["next_steps"] = text_and_list([line.text for line in steps])


def _is_next(node: Node) -> bool:
    return _NEXT.search(node.rest) is not None and _LATER.search(node.rest) is None


def _find_results(nodes: list[Node]) -> tuple[int, int, Node | None]:
    """Return from where to where the results stand among the topmost nodes, and the node that is their heading."""
    issues = [index for index, node in enumerate(nodes) if _is_top_issue(node)]
    if len(issues) > 1 or (issues and len(nodes) == 1):
        return issues[0], issues[-1] + 1, None
    dimensions = [index for index, node in enumerate(nodes) if _is_dimension(node)]
    if len(dimensions) > 1:
        return dimensions[0], dimensions[-1] + 1, None
    candidates = [index for index, node in enumerate(nodes) if _is_results(node)]
    if candidates:
        best = max(candidates, key=lambda index: (_weight(nodes[index]), -index))
        return best, best + 1, nodes[best]
    return len(nodes), len(nodes), None


def _is_top_issue(node: Node) -> bool:
    heading = split_heading(node.rest).heading
    if not _TOP_ISSUE.search(heading):
        return False
    return "“" in heading or not (_ABOUT_ALL.search(heading) and node.children)


def _is_dimension(node: Node) -> bool:
    heading = split_heading(node.rest).heading
    if not re.search("方面|聚焦", heading) or not node.children:
        return False
    return 2 * sum(map(is_issue, node.children)) >= len(node.children)


def _is_results(node: Node) -> bool:
    split = split_heading(node.rest)
    if split.text or not node.children:
        return False
    heading = node.rest
    if _LATER.search(heading) or re.search("下一步|下步|打算", heading):
        return False
    return bool(_RESULTS.search(heading)) and (_weight(node) > 0 or not _ORGANISATION.search(heading))


def _weight(node: Node) -> int:
    """Return how many headings below a node name a problem."""
    return sum(is_issue(child) + _weight(child) for child in node.children)


def _take_steps(outline: Outline) -> list[SourceLine]:
    """Take the paragraphs at the very end that tell of the whole (目前…, 下一步…) from the last issue or item.

    Those from 下一步 on are returned where no part has them as its matter; what stands before them becomes the
    closing of what the last item stands in.
    """
    if not outline.nodes:
        return _tail(outline.paragraphs, 1, _STEPS)
    path = [outline.nodes[-1]]
    while path[-1].children:
        path.append(path[-1].children[-1])
    if len(path) == 1 and not _is_top_issue(path[0]):
        return []
    siblings = path[-2].children if len(path) > 1 else outline.nodes
    summary = _tail(path[-1].paragraphs, _own_paragraphs(path[-1], siblings[:-1]), _SUMMARY)
    steps = [] if any(map(_is_next, path[:-1])) else _tail(summary, 0, _STEPS)
    (path[-2].after if len(path) > 1 else outline.after).extend(summary)
    return steps


def _own_paragraphs(last: Node, others: list[Node]) -> int:
    """Return how many paragraphs are surely the last item's own: its text, and as many as others have that sum up."""
    is_sentence = bool(split_heading(last.rest).text) or (last.rest.endswith("。") and not is_issue(last))
    own = 0 if is_sentence else min((len(node.paragraphs) for node in others), default=1)
    summing = [node for node in others if any(_SUMMARY.search(text) for text in paragraphs_of(node))]
    return max([min(own, 1), *(len(node.paragraphs) for node in summing)])


def _tail(lines: list[SourceLine], first: int, pattern: re.Pattern[str]) -> list[SourceLine]:
    """Take the lines from the first one that the pattern finds, not before number `first`."""
    start = next((at for at in range(first, len(lines)) if pattern.search(lines[at].text)), len(lines))
    tail = lines[start:]
    del lines[start:]
    return tail


def _data(outline: Outline, before: list[Node], head: Node | None) -> dict[str, Any]:
    """Return what is said of the results as a whole: the declared counts, the day they stand for, their closing."""
    lines = [*outline.paragraphs, *(line for node in before for line in node.lines()), *outline.after]
    texts = [line.text for line in lines] + (paragraphs_of(head) if head else [])
    days = (match[1] for text in texts if (match := _AS_OF.search(text)))
    closing = {"closing": "\n".join(line.text for line in outline.after)} if outline.after else {}
    as_of = next(map(as_data, filter(is_date, days)), None)
    return said({"counts": declared_counts(texts), "as_of": as_of, **closing})
