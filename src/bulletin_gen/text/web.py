"""Words -> a page of HTML that needs nothing else: no script, no other file; made to be printed as well."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

_STYLE = """
body { font: 15px/1.6 "Noto Serif SC", "Source Han Serif SC", SimSun, serif; margin: 2em auto; max-width: 72em;
       padding: 0 1em; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top; }
th { background: #f0f0f0; white-space: nowrap; } thead { display: table-header-group; } tr { break-inside: avoid; }
@media print { @page { size: A4 landscape; margin: 12mm; } body { margin: 0; max-width: none; font-size: 10pt; }
  td, th { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


def web_page(title: str, body: Iterable[str], style: str = "") -> str:
    """Return a page; the lines of `body` are HTML already, `style` is put after what every page has."""
    head = f'<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>'
    lines = (f"{head}\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>", *body)
    return "\n".join((*lines, "</body>\n</html>\n"))


def web_table(head: Sequence[str], rows: Iterable[str]) -> Iterator[str]:
    """Yield a table; its rows are HTML already, such as `web_row` makes."""
    yield f"<table>\n<thead><tr>{''.join(f'<th>{name}</th>' for name in head)}</tr></thead>\n<tbody>"
    yield from rows
    yield "</tbody>\n</table>"


def web_row(cells: Iterable[str], kind: str = "") -> str:
    """Return a row of cells that are HTML already, of a class where `kind` names one."""
    start = f'<tr class="{kind}">' if kind else "<tr>"
    return f"{start}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
