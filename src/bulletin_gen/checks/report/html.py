"""Findings as one page of HTML that needs nothing else: no script, no other file; made to be handed on and printed."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from bulletin_gen.errors import Problem
from bulletin_gen.finding import Finding, Quote, Severity, counted
from bulletin_gen.text.web import web_page
from bulletin_gen.where import Where

_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice", Severity.NOTE: "note"}
_NO_FILE = "通报"
_BESIDE = 60  # characters of a sentence on either side of the words
_STYLE = """
body { font-size: 16px; max-width: 52em; } h2 { border-bottom: 1px solid #bbb; }
ol { padding: 0; list-style: none; } li { margin: 1em 0; padding-left: .8em; border-left: 4px solid #bbb;
       break-inside: avoid; }
li.error { border-color: #b3261e; } li.warning { border-color: #c77700; } li.advice { border-color: #2f6f4f; }
.severity { font-weight: bold; } .error .severity { color: #b3261e; } .warning .severity { color: #9a5b00; }
blockquote { margin: .3em 0; padding: .3em .6em; background: #f6f6f6; } mark { background: #ffd9d4; font-weight: bold; }
.hint { margin: 0; } .source { margin: 0; color: #666; font-size: .85em; } .unread { color: #b3261e; }
@media print { @page { size: A4 portrait; margin: 18mm; } body { font-size: 11pt; }
  li, mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


def findings_html(findings: Sequence[Finding], problems: Sequence[Problem] = ()) -> str:
    """Return the findings, in the order given, and what kept a file from being checked, as a page."""
    return web_page("通报检查", _body(findings, problems), _STYLE)


def _body(findings: Sequence[Finding], problems: Sequence[Problem]) -> Iterator[str]:
    yield f"<p>{counted(findings) or '没有发现问题'}。</p>"
    yield from (f'<p class="unread">没有检查：{escape(str(problem))}</p>' for problem in problems)
    for file, found in groupby(findings, key=lambda finding: finding.where.file):
        yield f"<h2>{escape(file or _NO_FILE)}</h2>\n<ol>"
        for finding in found:
            yield from _item(finding)
        yield "</ol>"


def _item(finding: Finding) -> Iterator[str]:
    place = f"{escape(said)}：" if (said := _place(finding.where)) else ""
    yield f'<li class="{_CLASSES[finding.severity]}">'
    yield f'<span class="severity">{finding.severity}</span> {place}{escape(finding.message)}'
    if finding.quote is not None:
        yield f"<blockquote>{_marked(finding.quote.in_sentence(_BESIDE))}</blockquote>"
    if finding.hint:
        yield f'<p class="hint">{escape(finding.hint)}</p>'
    basis = f"{finding.rule}，依据：{finding.source}" if finding.source else finding.rule
    yield f'<p class="source">{escape(basis)}</p>\n</li>'


def _place(where: Where) -> str:
    line = f"第{where.line}行" if where.line else ""
    column = f"第{where.column}列" if where.line and where.column else ""
    return " ".join(filter(None, (line + column, where.named)))


def _marked(quote: Quote) -> str:
    before, after = quote.paragraph[: quote.start], quote.paragraph[quote.end :]
    return f"{escape(before)}<mark>{escape(quote.words)}</mark>{escape(after)}"
