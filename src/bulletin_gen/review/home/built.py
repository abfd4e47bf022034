"""The printed text of a part that a reader put in, and where, in; the part as an author would type it, out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from bulletin_gen.composing.parts import measure_paragraphs
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.paragraph import LONGEST_LABEL, bare
from bulletin_gen.spec.model import Bulletin, Form, Issue, IssueStyle, ListForm, Results
from bulletin_gen.spec.naming import loc_of
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.labels import leading_listed
from bulletin_gen.yamltext.block import Plain

_PATTERNS = ("关于“…”问题的整改情况", "关于“…”的整改情况", "关于“…”问题", "关于“…”")
TOLD = ("status", "responsible_unit", "leader", "deadline")  # of an issue: what goes with its heading


def build_part(bulletin: Bulletin, list_path: str, text: str) -> dict[str, Plain]:
    """Return the item that the lines of `text` say, for the list at a path: an issue, a section, an item of a part."""
    results = bulletin.results or Results.model_construct()
    first, *rest = text.split("\n")
    name = list_path.rpartition(".")[2]
    if name not in ("issues", "sub_issues"):
        head, behind = _run_in(first)
        lines = [*([behind] if behind else []), *rest]
        usual = results.section_form if name == "sections" else None
        return {"heading": head, **_form(usual, behind, rest), **({"text": "\n".join(lines)} if lines else {})}
    is_sub = name == "sub_issues"
    style = results.sub_issue_style if is_sub else results.issue_style
    words, behind = _heading_of(style, first)
    usual = style.form or (Form.RUN_IN if is_sub else Form.OWN_LINE)
    is_status = bool(style.status_label and rest and rest[-1].startswith(style.status_label))
    status: dict[str, Plain] = {"status_line": rest.pop()} if is_status else {}
    return {**words, **_form(usual, behind, rest), **_body(style, [*([behind] if behind else []), *rest]), **status}


def told_of(bulletin: Bulletin, path: str) -> dict[str, Plain]:
    """Return what the issue at a path tells that goes with its heading: its status, who answers for it. Nothing of what
    is no issue."""
    part: Any = bulletin
    for step in loc_of(path):
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return {name: str(value) for name in TOLD if (value := getattr(part, name, None))}


def _form(usual: Form | None, behind: str, below: Sequence[str]) -> dict[str, Plain]:
    """Return how a heading stands, where it has text and does not stand as is usual."""
    form = Form.RUN_IN if behind else Form.OWN_LINE
    return {"form": str(form)} if (behind or below) and usual is not None and form is not usual else {}


def _body(style: IssueStyle, lines: Sequence[str]) -> dict[str, Plain]:
    """Return the text and the measures that print these very lines, else all of it as text."""
    texts, measures = _measures(lines)
    for form in (None, *ListForm) if measures else ():
        issue = Issue(heading="-", text="\n".join(texts), measures=measures, measures_form=form)
        if [_plain(line) for line in measure_paragraphs(issue, style)] == [_plain(line) for line in lines]:
            said: dict[str, Plain] = {"text": "\n".join(texts)} if texts else {}
            return {**said, **({"measures_form": str(form)} if form else {}), "measures": list(measures)}
    return {"text": "\n".join(lines)} if lines else {}


def _plain(line: str) -> str:
    return fold(line).rstrip(".")


def _heading_of(style: IssueStyle, line: str) -> tuple[dict[str, Plain], str]:
    """Return the fields of an issue's heading, and what is run in behind it."""
    for pattern in (style.pattern, *_PATTERNS):
        if pattern is None:
            continue
        before, _, after = pattern.partition("…")
        match = re.match(f"{re.escape(before)}([^。]+?){re.escape(after)}([。：]|$)", line) if before or after else None
        if match:
            end: dict[str, Plain] = {"heading_end": match[2]} if match[2] == "：" else {}
            return {"problem": match[1].translate(str.maketrans("‘’", "“”")), **end}, line[match.end() :]
    head, behind = _run_in(line)
    is_problem = style.pattern == "…"
    return {"problem" if is_problem else "heading": head}, behind


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
