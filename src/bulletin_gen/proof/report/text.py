"""A proof as plain text: what is wrong first, what a person must look at next, the rest in short."""

from collections.abc import Callable, Iterator

from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Position, Proof, Row
from bulletin_gen.proof.report.terms import FORMS, KINDS, counted

_WHOLE = (Verdict.BREAKS, Verdict.UNMEASURED)


def proof_text(proof: Proof, name: str) -> str:
    """Return the proof of the file `name`, a line for each thing that is said, ending in a newline."""
    return "\n".join(_lines(proof, name)) + "\n"


def _lines(proof: Proof, name: str) -> Iterator[str]:
    yield f"{name}：按 GB/T 9704-2012 逐条核对（{KINDS[proof.source]}，{FORMS[proof.form]}）"
    yield counted(proof)
    yield from proof.remarks
    for verdict in _WHOLE:
        yield from _section(proof, verdict, _whole)
    yield from _section(proof, Verdict.CONFORMS, _short)
    yield from _section(proof, Verdict.ABSENT, _short)
    if proof.places:
        yield from ("", "各要素位置（距纸的左边、上边，毫米）", *map(_position, proof.places))
    if proof.pages:
        yield from ("", "各页行数和末行")
        yield from (f"  第{page.page}页  {page.lines}行  末行“{page.last_line}”" for page in proof.pages)


def _section(proof: Proof, verdict: Verdict, say: Callable[[Row], Iterator[str]]) -> Iterator[str]:
    rows = [row for row in proof.rows if row.verdict is verdict]
    if rows:
        yield from ("", f"{verdict} {len(rows)} 条")
        for row in rows:
            yield from say(row)


def _whole(row: Row) -> Iterator[str]:
    yield f"  {row.id}  {row.element}（{row.clause}，{row.strength}）"
    yield f"        要求：{row.required}"
    yield f"        实际：{row.found}"


def _short(row: Row) -> Iterator[str]:
    yield f"  {row.id}  {row.element}（{row.clause}，{row.strength}）：{row.found}"


def _position(place: Position) -> str:
    sides = f"左 {place.left_mm:.1f}，右 {place.right_mm:.1f}，基线 {place.baseline_mm:.1f}"
    return f"  第{place.page}页  {place.element}  {sides}  {place.text}"
