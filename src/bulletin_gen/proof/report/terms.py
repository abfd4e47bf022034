"""What every form of the report calls the same things."""

from bulletin_gen.clause import Strength
from bulletin_gen.proof.formats import DocumentFormat
from bulletin_gen.proof.measured import Source
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof, Row
from bulletin_gen.spec.sign_off import OutputForm

_KINDS = {Source.DOCX: "DOCX 文件", Source.PDF: "PDF 文件", Source.PAGES: "通报排出的版面"}
_FORMS = {OutputForm.PUBLISHED: "按公布稿", OutputForm.ISSUED: "按印发稿"}
_IN_ORDER = (Verdict.BREAKS, Verdict.UNMEASURED, Verdict.CONFORMS, Verdict.ABSENT)


def kind_said(proof: Proof) -> str:
    """Return what kind of file it is and as what it was judged; the general format goes without saying."""
    special = "" if proof.document_format is DocumentFormat.GENERAL else f"，{proof.document_format}"
    return f"{_KINDS[proof.source]}，{_FORMS[proof.form]}{special}"


def counted(proof: Proof) -> str:
    """Return how many clauses got each verdict, the broken ones by how binding they are."""
    said = {verdict: f"{verdict} {proof.count(verdict)} 条" for verdict in _IN_ORDER}
    broken = "、".join(f"{strength} {count}" for strength in Strength if (count := proof.broken(strength)))
    said[Verdict.BREAKS] += f"（{broken}）" if broken else ""
    if proof.house is not None:
        said[Verdict.BREAKS] += f"，其中 {len(house_choices(proof))} 条符合本单位格式"
    return "，".join(said.values())


def house_choices(proof: Proof) -> list[Row]:
    """Return the rows where the file departs from the standard as the office's own format does."""
    return [row for row in proof.rows if row.is_house_choice]


def house_said(row: Row) -> str:
    """Return what the office's own format makes of a file, empty where none was given."""
    return "" if row.house is None else f"{row.house.verdict}，{row.house.found}"
