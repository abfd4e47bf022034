"""The printed text of a part that a reader put in, and where, in; the part as an author would type it, out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bulletin_gen.review.home.paragraph import LONGEST_LABEL, bare
from bulletin_gen.spec.model import Bulletin, IssueStyle, Results
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.labels import leading_listed
from bulletin_gen.text.regex import Regex
from bulletin_gen.yamltext.block import Plain

_PATTERNS = ("关于“…”问题的整改情况", "关于“…”的整改情况", "关于“…”问题", "关于“…”")
_SUB = Regex(r"\.sub_issues$")


def build_part(bulletin: Bulletin, list_path: str, text: str) -> Plain:
    """Return the item that the lines of `text` say, for the list at a path: an issue, a section, an item of a part."""
    name = list_path.rpartition(".")[2]
    if name in ("issues", "sub_issues"):
        results = bulletin.results or Results.model_construct()
        style = results.sub_issue_style if _SUB.search(list_path) else results.issue_style
        return _issue(style, text.split("\n"))
    heading, *rest = text.split("\n")
    head, behind = _run_in(heading)
    lines = [*([behind] if behind else []), *rest]
    return {"heading": head, **({"text": "\n".join(lines)} if lines else {})}


def _issue(style: IssueStyle, lines: Sequence[str]) -> Plain:
    first, *rest = lines
    words, behind = _heading_of(style, first)
    body = [*([behind] if behind else []), *rest]
    texts, measures = _measures(body)
    found: dict[str, Plain] = dict([words])
    if texts:
        found["text"] = "\n".join(texts)
    if measures:
        found["measures"] = list(measures)
    return found


def _heading_of(style: IssueStyle, line: str) -> tuple[tuple[str, str], str]:
    """Return the field and the words of an issue's heading, and what is run in behind it."""
    for pattern in (style.pattern, *_PATTERNS):
        if pattern is None:
            continue
        before, _, after = pattern.partition("…")
        match = re.match(f"{re.escape(before)}([^。]+?){re.escape(after)}(?:。|$)", line) if before or after else None
        if match:
            return ("problem", match[1].translate(str.maketrans("‘’", "“”"))), line[match.end() :]
    head, behind = _run_in(line)
    is_problem = style.pattern == "…"
    return ("problem" if is_problem else "heading", head), behind


def _run_in(line: str) -> tuple[str, str]:
    """Return the heading of a line and what is run in behind it, where that is more than the heading's end."""
    head, stop, behind = line.partition("。")
    return (head, behind) if stop and behind else (line.removesuffix("。"), "")


def _measures(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the paragraphs before the first measure, and the measures."""
    texts: list[str] = []
    measures: list[str] = []
    for line in lines:
        parts = list(_listed(line))
        if not measures and parts and leading_listed(parts[0]) is None:
            texts.append(parts.pop(0))
        for part in parts:
            if leading_listed(part) is None and measures:
                measures[-1] += f"\n{part}"
            else:
                measures.append(bare(part))
    return texts, measures


def _listed(line: str) -> Iterator[str]:
    """Yield the parts of a paragraph, each from a 一是 that begins a sentence to the next."""
    starts = [
        at for at in range(1, len(line)) if line[at - 1] in STOPS and leading_listed(line[at : at + LONGEST_LABEL])
    ]
    bounds = [0, *starts, len(line)]
    yield from (line[start:end] for start, end in pairwise(bounds) if line[start:end])
