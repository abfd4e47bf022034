"""A proof as one page of HTML that needs nothing else: no script, no other file; made to be printed as well."""

from collections.abc import Iterable, Iterator
from html import escape

from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof
from bulletin_gen.proof.report.terms import counted, house_said, kind_said

_CLASSES = {
    Verdict.BREAKS: "breaks",
    Verdict.UNMEASURED: "check",
    Verdict.CONFORMS: "conforms",
    Verdict.ABSENT: "absent",
}
_HEAD = ("编号", "条款", "要素", "要求", "实际", "结论", "约束")
_HOUSE = "按本单位格式"
_PLACES = ("页", "要素", "左", "右", "基线", "首行文字")
_PAGES = ("页", "行数", "末行文字")
_STYLE = """
body { font: 15px/1.6 "Noto Serif SC", "Source Han Serif SC", SimSun, serif; margin: 2em auto; max-width: 72em;
       padding: 0 1em; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top; }
th { background: #f0f0f0; } td:first-child, td.verdict, td:last-child, th { white-space: nowrap; }
tr.breaks td.verdict { background: #b3261e; color: #fff; font-weight: bold; }
tr.check td.verdict { background: #ffe9a8; } tr.conforms td.verdict { background: #dcefdc; }
tr.absent { color: #767676; }
thead { display: table-header-group; } tr { break-inside: avoid; }
@media print { @page { size: A4 landscape; margin: 12mm; } body { margin: 0; max-width: none; font-size: 10pt; }
  td, th { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


def proof_html(proof: Proof, name: str) -> str:
    """Return the proof of the file `name` as a page."""
    return "\n".join(_page(proof, name)) + "\n"


def _page(proof: Proof, name: str) -> Iterator[str]:
    title = f"{name}：GB/T 9704-2012 逐条核对"
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{escape(title)}</h1>"
    yield f"<p>{kind_said(proof)}核对：{counted(proof)}。</p>"
    yield from (f"<p>{escape(remark)}。</p>" for remark in proof.remarks)
    yield from _table(_HEAD if proof.house is None else (*_HEAD, _HOUSE), _rows(proof))
    if proof.house is not None and proof.house.departures:
        yield f"<h2>本单位格式“{escape(proof.house.name)}”与国家标准不同的地方</h2>"
        yield f"<ul>{''.join(f'<li>{escape(said)}</li>' for said in proof.house.departures)}</ul>"
    if proof.places:
        yield "<h2>各要素位置（距纸的左边、上边，毫米）</h2>"
        yield from _table(_PLACES, map(_cells, _places(proof)))
    if proof.pages:
        yield "<h2>各页行数和末行</h2>"
        yield from _table(_PAGES, (_cells((page.page, page.lines, page.last_line)) for page in proof.pages))
    yield "</body>\n</html>"


def _table(head: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    yield f"<table>\n<thead><tr>{''.join(f'<th>{name}</th>' for name in head)}</tr></thead>\n<tbody>"
    yield from rows
    yield "</tbody>\n</table>"


def _rows(proof: Proof) -> Iterator[str]:
    for row in proof.rows:
        cells = (row.id, row.clause, row.element, row.required, row.found)
        said = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        verdict = f'<td class="verdict">{row.verdict}</td><td>{row.strength}</td>'
        house = "" if row.house is None else f"<td>{escape(house_said(row))}</td>"
        yield f'<tr class="{_CLASSES[row.verdict]}">{said}{verdict}{house}</tr>'


def _places(proof: Proof) -> Iterator[tuple[object, ...]]:
    for one in proof.places:
        lengths = (f"{mm:.1f}" for mm in (one.left_mm, one.right_mm, one.baseline_mm))
        yield one.page, one.element, *lengths, one.text


def _cells(values: Iterable[object]) -> str:
    return f"<tr>{''.join(f'<td>{escape(str(value))}</td>' for value in values)}</tr>"
