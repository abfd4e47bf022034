"""The lines of a bulletin in; the spec that says them again out, proved by saying it."""

from collections.abc import Sequence
from dataclasses import replace

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.account import kept_wordings, typed_matters
from bulletin_gen.readers.chrome import strip_page
from bulletin_gen.readers.damage import find_controls, find_damage, find_gaps
from bulletin_gen.readers.echo import Proof, read_sheet
from bulletin_gen.readers.lines import SourceLine, fold, is_blank
from bulletin_gen.readers.official import Official, take_official
from bulletin_gen.readers.outline import grow
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.sheet import Sheet, lay_out_sheet
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.where import Places, Where

MOST_LINES = 20_000  # a bulletin has some hundreds
LONGEST_LINE = 50_000  # characters; a whole bulletin in one paragraph has some ten thousand

_LINE_ENDS = str.maketrans(dict.fromkeys("\t\r\v\f\n\u2028\u2029", " "))


def recognise(lines: Sequence[SourceLine], file: str | None = None) -> Reading:
    """Return the bulletin that the lines hold. Lines that are no part of it are set aside and named.

    Raises ReadError where there is nothing to read, or so much that it is no bulletin.
    """
    lines = [line for line in lines if not line.text.isspace()]
    _refuse_too_much(lines, file)
    shown = [clean for line in lines if not is_blank((clean := _clean(line)).text)]
    if not shown:
        raise ReadError(Problem("文件里没有文字", "请换一个有内容的文件", Where(file)))
    sheet, proof = _read(shown)
    set_aside = sorted(sheet.set_aside, key=lambda line: line.number)
    places = Places(file, {path: (line.number, 1) for path, line in proof.places.items()})
    return Reading(
        Spec(proof.bulletin, places),
        tuple(typed_matters(proof.bulletin)),
        tuple(kept_wordings(proof)),
        tuple(set_aside),
        tuple(_findings(lines, sheet, proof, file)),
        proof.broken is None,
        sum(len(fold(line.text)) for line in sheet.said()),
    )


def _read(lines: Sequence[SourceLine]) -> tuple[Sheet, Proof]:
    """Return the lines by their place and what they say: as an issued document where that says them all again."""
    official, rest = take_official(lines)
    if official.fields:
        sheet = _sheet(rest, official)
        proof = read_sheet(sheet)
        if proof.broken is None and official.fields.keys() <= proof.bulletin.model_fields_set:
            return sheet, proof
    sheet = _sheet(lines, Official())
    return sheet, read_sheet(sheet)


def _sheet(lines: Sequence[SourceLine], official: Official) -> Sheet:
    page = strip_page(lines)
    sheet = lay_out_sheet([replace(line, text=punctuate(line.text).strip()) for line in page.lines])
    return replace(sheet, official=official, set_aside=(*page.set_aside, *sheet.set_aside))


def _refuse_too_much(lines: Sequence[SourceLine], file: str | None) -> None:
    if len(lines) > MOST_LINES:
        message = f"有{len(lines)}段文字，超过{MOST_LINES}段，不像是一份通报"
        raise ReadError(Problem(message, "请确认选对了文件", Where(file)))
    for line in lines:
        if len(line.text) > LONGEST_LINE:
            message = f"这一段有{len(line.text)}个字，超过{LONGEST_LINE}个字，不像是一份通报"
            raise ReadError(Problem(message, "请确认选对了文件，或分段后再导入", Where(file, line.number)))


def _clean(line: SourceLine) -> SourceLine:
    """Return the line without what a spec may not hold: control characters, and white space that ends lines."""
    text = line.text.translate(_LINE_ENDS)
    for char in set(text):
        if is_control(char):
            text = text.replace(char, "")
    return replace(line, text=text.strip(" \u3000\u00a0\ufeff"))


def _findings(lines: Sequence[SourceLine], sheet: Sheet, proof: Proof, file: str | None) -> list[Finding]:
    findings = [finding for line in lines for finding in find_controls(line, file)]
    findings += find_damage(sheet.said(), file)
    findings += find_gaps(grow(sheet.text).nodes, file)
    if proof.broken is not None:
        findings.append(_unproved(proof.broken, file))
    return sorted(findings, key=lambda finding: finding.where.line or 0)


def _unproved(line: SourceLine, file: str | None) -> Finding:
    where = Where(file, line.number)
    return Finding("import/not-said-again", Severity.ERROR, "从这一行起没有原样读出", "请对照原文核对", where)
