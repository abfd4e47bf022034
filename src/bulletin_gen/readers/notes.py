"""A reading in; the comments for its spec out: what the author has to decide, at the field that it is about."""

from bisect import bisect_right
from collections.abc import Iterator

from bulletin_gen.finding import Severity
from bulletin_gen.readers.parse.bulletin import UNKNOWN
from bulletin_gen.readers.parse.counted import counts_left
from bulletin_gen.readers.parse.ledger import tables_of_issues
from bulletin_gen.readers.parse.named import names_left
from bulletin_gen.readers.reading import Reading

_KEPT_SENTENCES = ("wording", "opening")  # what else is kept as worded needs no decision
_SET_ASIDE = "import/set-aside"  # told line by line at the head
_OF_INTEREST = frozenset(f"import/{rule}" for rule in ("comment", "footnote", "endnote", "hidden-text"))


def notes_on(reading: Reading) -> dict[str, str]:
    """Return the comments by field path, as `dump_spec` takes them; those of the path "" open the file."""
    notes: dict[str, list[str]] = {}
    for path, note in (*_head(reading), *_findings(reading), *_kept(reading)):
        notes.setdefault(path, []).append(note)
    return {path: "\n".join(lines) for path, lines in notes.items()}


def _head(reading: Reading) -> Iterator[tuple[str, str]]:
    if reading.set_aside:
        yield "", "以下各行看来不是通报的内容，没有导入；有误时请补进来："
        for line in reading.set_aside:
            yield "", f"  第{line.number}行：{line.text}"
    if reading.bulletin.issuer.name == UNKNOWN:
        yield "issuer.name", "请填写：原文中没有找到发文机关"
    if left := names_left(reading.bulletin):
        yield "issuer", f"改动名称时请查找全文：正文里还有{left}处像是这个名称，或是别的名称的一部分"
    if left := counts_left(reading.bulletin):
        yield "results", f"增删问题时请查找全文：正文里还有{left}处问题个数不会跟着变"

    for index in tables_of_issues(reading.bulletin):
        yield f"attachments[{index}]", "表格不会跟着问题变；增删问题、改动状态时，这里也要改"


def _findings(reading: Reading) -> Iterator[tuple[str, str]]:
    begins = sorted((line, path) for path, (line, _) in reading.spec.places.marks.items())
    for finding in reading.findings:
        line = finding.where.line
        if finding.rule == _SET_ASIDE or (finding.severity is Severity.NOTE and finding.rule not in _OF_INTEREST):
            continue
        at = bisect_right(begins, line or 0, key=lambda begin: begin[0])
        source = f"（原文第{line}行）" if line else ""
        yield begins[at - 1][1] if at else "", f"请核对：{finding.message}{source}"


def _kept(reading: Reading) -> Iterator[tuple[str, str]]:
    for kept in reading.verbatim:
        if kept.path.rpartition(".")[2] in _KEPT_SENTENCES:
            yield kept.path, f"请核对：没有归入各字段，照录原文（原文第{kept.line.number}行）"
