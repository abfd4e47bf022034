"""A proof as one page of HTML that needs nothing else: no script, no other file; made to be printed as well."""

from collections.abc import Iterable, Iterator
from html import escape

from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof
from bulletin_gen.proof.report.terms import counted, house_said, kind_said
from bulletin_gen.text.web import web_page, web_row, web_table

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
td:first-child, td.verdict, td:last-child { white-space: nowrap; }
tr.breaks td.verdict { background: #b3261e; color: #fff; font-weight: bold; }
tr.check td.verdict { background: #ffe9a8; } tr.conforms td.verdict { background: #dcefdc; }
tr.absent { color: #767676; }
"""


def proof_html(proof: Proof, name: str) -> str:
    """Return the proof of the file `name` as a page."""
    return web_page(f"{name}：GB/T 9704-2012 逐条核对", _body(proof), _STYLE)


def _body(proof: Proof) -> Iterator[str]:
    yield f"<p>{kind_said(proof)}核对：{counted(proof)}。</p>"
    yield from (f"<p>{escape(remark)}。</p>" for remark in proof.remarks)
    yield from web_table(_HEAD if proof.house is None else (*_HEAD, _HOUSE), _rows(proof))
    if proof.house is not None and proof.house.departures:
        yield f"<h2>本单位格式“{escape(proof.house.name)}”与国家标准不同的地方</h2>"
        yield f"<ul>{''.join(f'<li>{escape(said)}</li>' for said in proof.house.departures)}</ul>"
    if proof.places:
        yield "<h2>各要素位置（距纸的左边、上边，毫米）</h2>"
        yield from web_table(_PLACES, (_cells(place) for place in _places(proof)))
    if proof.pages:
        yield "<h2>各页行数和末行</h2>"
        yield from web_table(_PAGES, (_cells((page.page, page.lines, page.last_line)) for page in proof.pages))


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
    return web_row(escape(str(value)) for value in values)
