"""A proof as plain text: what is wrong first, what a person must look at next, the rest in short."""

from collections.abc import Callable, Iterator, Sequence

from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import House, Position, Proof, Row
from bulletin_gen.proof.report.terms import counted, house_choices, house_said, kind_said


def proof_text(proof: Proof, name: str) -> str:
    """Return the proof of the file `name`, a line for each thing that is said, ending in a newline."""
    return "\n".join(_lines(proof, name)) + "\n"


def _lines(proof: Proof, name: str) -> Iterator[str]:
    yield f"{name}：按 GB/T 9704-2012 逐条核对（{kind_said(proof)}）"
    yield counted(proof)
    yield from proof.remarks
    choices = house_choices(proof)
    breaches = [row for row in proof.rows if row.verdict is Verdict.BREAKS and not row.is_house_choice]
    yield from _section(f"{Verdict.BREAKS} {len(breaches)} 条", breaches, _whole)
    if proof.house is not None:
        yield from _house(proof.house, choices, [row for row in proof.rows if row.is_unlike_house])
    for verdict, say in ((Verdict.UNMEASURED, _whole), (Verdict.CONFORMS, _short), (Verdict.ABSENT, _short)):
        rows = [row for row in proof.rows if row.verdict is verdict]
        yield from _section(f"{verdict} {len(rows)} 条", rows, say)
    if proof.places:
        yield from ("", "各要素位置（距纸的左边、上边，毫米）", *map(_position, proof.places))
    if proof.pages:
        yield from ("", "各页行数和末行")
        yield from (f"  第{page.page}页  {page.lines}行  末行“{page.last_line}”" for page in proof.pages)


def _section(head: str, rows: Sequence[Row], say: Callable[[Row], Iterator[str]]) -> Iterator[str]:
    if rows:
        yield from ("", head)
        for row in rows:
            yield from say(row)


def _house(house: House, choices: Sequence[Row], unlike: Sequence[Row]) -> Iterator[str]:
    """Yield what is otherwise than the standard because the office has it so, and what is not as the office has it."""
    own = f"本单位格式“{house.name}”"
    yield from _section(f"不符合国家标准，但符合{own} {len(choices)} 条", choices, _whole)
    yield from _section(f"没有不符合国家标准，但不符合{own} {len(unlike)} 条", unlike, _by_house)
    if house.departures:
        yield from ("", f"{own}与国家标准不同的地方", *(f"  {said}" for said in house.departures))


def _whole(row: Row) -> Iterator[str]:
    yield f"  {row.id}  {row.element}（{row.clause}，{row.strength}）"
    yield f"        要求：{row.required}"
    yield f"        实际：{row.found}"
    if row.house is not None:
        yield f"        按本单位格式：{house_said(row)}"


def _by_house(row: Row) -> Iterator[str]:
    if row.house is not None:
        yield f"  {row.id}  {row.element}（{row.clause}，{row.strength}）"
        yield f"        本单位格式：{row.house.required}"
        yield f"        实际：{row.house.found}"


def _short(row: Row) -> Iterator[str]:
    yield f"  {row.id}  {row.element}（{row.clause}，{row.strength}）：{row.found}"


def _position(place: Position) -> str:
    sides = f"左 {place.left_mm:.1f}，右 {place.right_mm:.1f}，基线 {place.baseline_mm:.1f}"
    return f"  第{place.page}页  {place.element}  {sides}  {place.text}"
