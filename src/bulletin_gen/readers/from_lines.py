"""The lines of a bulletin in; the spec that says them again out, proved by saying it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from bulletin_gen.errors import BulletinError, Problem, ReadError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.account import kept_wordings, typed_matters
from bulletin_gen.readers.clean import clean
from bulletin_gen.readers.damage import find_controls, find_damage, find_gaps
from bulletin_gen.readers.echo import Echo, echo
from bulletin_gen.readers.parse.bulletin import text_bulletin, typed_bulletin
from bulletin_gen.readers.parse.counted import disagreements, with_counts, without_counts, without_idle_statuses
from bulletin_gen.readers.parse.dead import without_dead_fields
from bulletin_gen.readers.parse.late import late_days
from bulletin_gen.readers.parse.ledger import with_ledger
from bulletin_gen.readers.parse.named import with_names
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.sheet.bottom import date_above_text, parted_fields, take_bottom
from bulletin_gen.readers.sheet.branches import grow
from bulletin_gen.readers.sheet.chrome import strip_page
from bulletin_gen.readers.sheet.issued import Issued, take_issued
from bulletin_gen.readers.sheet.kept import first_not_kept
from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.sheet.top import take_top, title_doubt
from bulletin_gen.readers.sheet.units import find_units, titled_units
from bulletin_gen.readers.source import Lines, SourceLine, cells_of, fold, is_blank, with_rows
from bulletin_gen.readers.tables import KEEP_TABLE, by_cell
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Places, Where

MOST_LINES = 6_000  # a bulletin has some hundreds
MOST_CHARACTERS = 800_000  # some 1,300 pages of nothing but text
LONGEST_LINE = 50_000  # characters; a whole bulletin in one paragraph has some ten thousand

_ROUNDS = 4
_TELLS_ISSUES = Regex("【?(?:(?:反馈|存在)?问题|整改(?:情况|措施|落实|结果))")  # 问题一 台账不全; 【整改情况】补建台账
_HEADING_INSIDE = Regex("(?<=[。；])（[二三四五六七八九十]{1,3}）(?:关于|针对|对于)[^。]{0,10}")  # 公示。（二）关于…
_LINE_ENDS = str.maketrans(dict.fromkeys("\t\r\v\f\n\u2028\u2029", " "))


def read_lines(lines: Sequence[SourceLine], file: str | None = None) -> Reading:
    """Return the bulletin that the lines hold. Lines that are no part of it are set aside and named.

    Raises ReadError where there is nothing to read, or so much that it is no bulletin.
    """
    lines = [line for line in lines if not line.text.isspace()]
    _refuse_too_much(lines, file)
    source = tuple(lines)
    cleaned = clean(lines, file)
    lines = cleaned.lines
    shown = [bare for line in lines if not is_blank((bare := _clean(line)).text)]
    if not shown:
        raise ReadError(Problem("文件里没有文字", "请换一个有内容的文件", Where(file)))
    read, sheet, echoed = _with_tables(shown)
    lost = echoed.broken or first_not_kept(read, sheet)
    findings = [finding for line in with_rows(lines) for finding in find_controls(line, file)]
    findings += [*cleaned.findings, *_told_tables(shown, read, file)]
    sheet = replace(sheet, set_aside=(*sheet.set_aside, *cleaned.set_aside))
    findings += [*_findings(sheet, echoed, file), *_joined(sheet, read, file)]
    if lost is not None:
        where = Where(file, lost.number)
        findings.append(
            Finding("import/not-said-again", Severity.ERROR, "从这一行起没有原样读出", "请对照原文核对", where)
        )
    places = Places(file, {path: (line.number, 1) for path, line in echoed.places.items()})
    echoed = replace(echoed, bulletin=without_idle_statuses(echoed.bulletin))
    return Reading(
        Spec(echoed.bulletin, places),
        tuple(typed_matters(echoed.bulletin)),
        tuple(kept_wordings(echoed)),
        tuple(sorted(sheet.set_aside, key=lambda line: line.number)),
        tuple(sorted(findings, key=lambda finding: finding.where.line or 0)),
        lost is None,
        sum(len(fold(line.text)) for line in with_rows(sheet.said())),
        source,
    )


def _refuse_too_much(lines: Sequence[SourceLine], file: str | None) -> None:
    if len(lines) > MOST_LINES:
        message = f"有{len(lines)}段文字，超过{MOST_LINES}段，不像是一份通报"
        raise ReadError(Problem(message, "请确认选对了文件", Where(file)))
    characters = sum(len(line.text) for line in lines)
    if characters > MOST_CHARACTERS:
        message = f"全文有{characters}个字，超过{MOST_CHARACTERS}个字，不像是一份通报"
        raise ReadError(Problem(message, "请确认选对了文件，或分成几份通报", Where(file)))
    for line in lines:
        if len(line.text) > LONGEST_LINE:
            message = f"这一段有{len(line.text)}个字，超过{LONGEST_LINE}个字，不像是一份通报"
            raise ReadError(Problem(message, "请确认选对了文件，或分段后再导入", Where(file, line.number)))


def _clean(line: SourceLine) -> SourceLine:
    """Return the line without what a spec may not hold: control characters, and white space that ends lines."""
    if line.rows:
        return replace(line, rows=tuple(map(_clean, line.rows)))
    cells = tuple(map(_without_controls, cells_of(line.text)))
    text = _without_controls(line.text.translate(_LINE_ENDS))
    return replace(line, text=text.strip(" \u3000\u00a0\ufeff"), cells=cells)


def _without_controls(text: str) -> str:
    return text if text.isprintable() else "".join(char for char in text if not is_control(char))


def _with_tables(lines: Sequence[SourceLine]) -> tuple[Sequence[SourceLine], Sheet, Echo]:
    """Return the lines, those of its cells in place of each table for which the bulletin has no place where it stands;
    the same by their place; and what they say."""
    for last in range(_ROUNDS + 1):
        sheet, echoed = _read(lines)
        left = _without_place(sheet, echoed) if last < _ROUNDS - 1 else tuple(line for line in lines if line.rows)
        if not left:
            break
        gone = {line.number for line in left}
        lines = [one for line in lines for one in (by_cell(line) if line.rows and line.number in gone else (line,))]
    return lines, sheet, echoed


def _without_place(sheet: Sheet, echoed: Echo) -> Lines:
    """Return the tables that are not said as such."""
    tables = tuple(line for line in sheet.said() if line.rows)
    said = {line.number for path, line in echoed.places.items() if line.rows and path.endswith(".table")}
    return tuple(line for line in tables if line.number not in said)


def _told_tables(lines: Sequence[SourceLine], read: Sequence[SourceLine], file: str | None) -> Iterator[Finding]:
    """Yield what became of each table among the lines in those that were `read`."""
    tables = {line.number for line in read if line.rows}
    for line in lines:
        if not line.rows:
            continue
        size = f"从这一行起是{len(line.rows)}行{len(line.rows[0].cells)}列的表格"
        where = Where(file, line.number)
        if line.number in tables:
            yield Finding("import/table", Severity.NOTE, f"{size}，已按行和列读成“表格”", "请核对", where)
        else:
            message = f"{size}，已逐格读成段落，行和列没有读出"
            yield Finding("import/table", Severity.WARNING, message, KEEP_TABLE, where)


def _read(lines: Sequence[SourceLine]) -> tuple[Sheet, Echo]:
    """Return the lines by their place and what they say: as an issued document where that says them all again."""
    issued = take_issued(lines)
    if issued:
        sheet = _sheet(issued.rest, issued)
        echoed = _most_typed(sheet) if first_not_kept(lines, sheet) is None else None
        if echoed is not None:
            return sheet, echoed
    sheet = _sheet(lines, Issued())
    if first_not_kept(lines, sheet) is not None:
        sheet = Sheet(tuple(lines))
    return sheet, _most_typed(sheet) or echo(text_bulletin(sheet.all_text()), list(sheet.said()))


def _sheet(lines: Sequence[SourceLine], issued: Issued) -> Sheet:
    """Return the lines by their place. Where no text would be left, every line is text."""
    sheet = strip_page(Sheet(tuple(lines), issued=issued))
    fields = (piece for line in sheet.text for piece in parted_fields(line))
    sheet = replace(sheet, text=tuple(replace(line, text=punctuate(line.text).strip()) for line in fields))
    laid_out = take_bottom(take_top(sheet))
    return laid_out if laid_out.text else sheet


def _most_typed(sheet: Sheet) -> Echo | None:
    """Return the bulletin of a sheet. What does not come back as typed is kept as text: an issue, then all between
    title and contact. None where that does not come back either."""
    plain: set[int] = set()
    for _ in range(_ROUNDS):
        echoed = _attempt(lambda: typed_bulletin(sheet, frozenset(plain)), sheet)
        if echoed is None:
            break
        if echoed.broken is None:
            return _following(echoed, sheet)
        owner = _owner(sheet, echoed.broken, plain)
        if owner is None:
            break
        plain.add(owner)
    echoed = _attempt(lambda: text_bulletin(sheet), sheet)
    return echoed if echoed is not None and echoed.broken is None else None


_STEPS = (without_dead_fields, with_ledger, with_counts, with_names)


def _following(echoed: Echo, sheet: Sheet) -> Echo:
    """Return the echo of the bulletin with what it says twice said once: the ledger made from the issues, its numbers
    as counts, its issuer's names as placeholders. Each where that says the same; all at once where all do."""
    at_once = _stepped(lambda bulletin: reduce(lambda one, step: step(one), _STEPS, bulletin), echoed, sheet)
    if at_once is not None:
        return at_once
    for step in (without_dead_fields, with_ledger):
        echoed = _stepped(step, echoed, sheet) or echoed
    counted = _stepped(with_counts, echoed, sheet) or replace(echoed, bulletin=without_counts(echoed.bulletin))
    return _stepped(with_names, counted, sheet) or counted


def _stepped(step: Callable[[Bulletin], Bulletin], echoed: Echo, sheet: Sheet) -> Echo | None:
    """Return the echo after one more step, None where that does not say the same. A step that changes nothing is not
    said again."""
    try:
        stepped = step(echoed.bulletin)
    except BulletinError:
        return None
    if stepped == echoed.bulletin:
        return echoed
    after = _attempt(lambda: stepped, sheet)
    return after if after is not None and after.broken is None else None


def _attempt(draft: Callable[[], Bulletin], sheet: Sheet) -> Echo | None:
    """Return the echo of a draft, None where the fields that were read make no bulletin."""
    try:
        return echo(draft(), list(sheet.said()))
    except BulletinError:
        return None


def _owner(sheet: Sheet, broken: SourceLine, plain: set[int]) -> int | None:
    """Return the line of the innermost labelled line that `broken` belongs to and that is not in `plain` yet; None
    where there is none."""
    around = (branch for branch in grow(sheet.text).below() if broken in branch.lines())
    return max((branch.line.number for branch in around if branch.line.number not in plain), default=None)


def _findings(sheet: Sheet, echoed: Echo, file: str | None) -> Iterator[Finding]:
    yield from find_damage(with_rows(sheet.said()), file)
    yield from find_gaps(grow(sheet.text).children, file)
    if _is_given_up(echoed.bulletin):
        message = "正文的层次没有读出，全部照录在“组织整改情况”的“正文”（organisation.text）里"
        yield Finding("import/untyped", Severity.WARNING, message, "请分到各字段，或改好原稿再导入", Where(file))
    yield from _unread(sheet, echoed.bulletin, file)
    for message in disagreements(echoed.bulletin):
        yield Finding("import/count", Severity.WARNING, message, "已按原文保留，请核对", Where(file))
    for message in late_days(echoed.bulletin):
        yield Finding("import/late-day", Severity.WARNING, message, "请核对这两个日期", Where(file))
    if doubt := title_doubt(sheet):
        yield Finding("import/title", Severity.WARNING, doubt, "请核对", Where(file, _first_number(sheet.title)))
    yield from _several(sheet, file)
    if sheet.set_aside:
        message = f"有{len(sheet.set_aside)}处看来不是通报的内容，没有导入"
        where = Where(file, _first_number(sheet.set_aside))
        yield Finding("import/set-aside", Severity.WARNING, message, "请核对有没有漏掉正文", where)


def _unread(sheet: Sheet, bulletin: Bulletin, file: str | None) -> Iterator[Finding]:
    """Yield a finding on each thing that a bulletin has and that was kept as text: issues, a heading, who signs."""
    told = [line for line in sheet.text if _TELLS_ISSUES.match(line.text)]
    if bulletin.results is None and len(told) > 1 and not _is_given_up(bulletin):
        message, hint = (
            "像是逐个问题写的，没有读成问题，照录为文字",
            "请写成“1.关于……问题的整改情况”再导入，或分到各字段",
        )
        yield Finding("import/untyped", Severity.WARNING, message, hint, Where(file, told[0].number))
    for line in sheet.text:
        if heading := _HEADING_INSIDE.search(line.text):
            message = f"这一段里面还有标题“{heading[0]}……”，没有分开"
            yield Finding(
                "import/heading-inside", Severity.WARNING, message, "请另起一行再导入", Where(file, line.number)
            )
    if date := date_above_text(sheet):
        message = "成文日期下面还有别的文字，署名和日期没有归入字段，照录在正文里"
        yield Finding(
            "import/date", Severity.WARNING, message, "请把它们移到正文之后，或填进各字段", Where(file, date.number)
        )


def _several(sheet: Sheet, file: str | None) -> Iterator[Finding]:
    """Yield a finding where several bodies tell of what they did."""
    said = list(sheet.said())
    if titled := titled_units(said):
        message = f"这是{len(titled)}份通报接在一起：{'、'.join(f'“{unit.name}”' for unit in titled[:3])}等"
        hint = "请用 bulletin-gen import 分成几份"
        yield Finding("import/units", Severity.WARNING, message, hint, Where(file, said[titled[1].start].number))
    elif len(units := find_units(sheet.text)) > 1:
        names = "、".join(f"“{line.text}”" for line in units[:3])
        message = f"{names}等{len(units)}个名称在正文里单独成行，像是几个单位的情况合在一起"
        yield Finding("import/units", Severity.WARNING, message, "请按单位分开后再导入", Where(file, units[0].number))


def _is_given_up(bulletin: Bulletin) -> bool:
    """Is everything between title and contact one text, although lines of it are labelled?"""
    part = bulletin.organisation
    if part is None or part.heading or bulletin.results or bulletin.other_parts or bulletin.next_steps:
        return False
    return any(leading_label(line) for line in part.text.split("\n"))


def _joined(sheet: Sheet, source: Sequence[SourceLine], file: str | None) -> Iterator[Finding]:
    """Yield a finding where the name below the text was cut into several lines."""
    printed = {line.number: line.text for line in source}
    for line in sheet.signature:
        if len(line.text) > len(printed[line.number]):
            message = f"署名“{line.text}”分成了几行，已连成一行，由程序排"
            yield Finding("import/signature", Severity.NOTE, message, "", Where(file, line.number))


def _first_number(lines: Sequence[SourceLine]) -> int | None:
    return min((line.number for line in lines), default=None)
