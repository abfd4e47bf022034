"""Lines of a source in; the same without what copying left in them out, and a word on each kind of change."""

from collections.abc import Callable, Sequence

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.clean.characters import clean_characters, find_traditional
from bulletin_gen.readers.clean.day import with_day_in_figures
from bulletin_gen.readers.clean.markdown import without_markdown
from bulletin_gen.readers.clean.tabbed import without_tabs
from bulletin_gen.readers.clean.wrapped import is_page_number, unwrapped
from bulletin_gen.readers.source import Lines, SourceLine
from bulletin_gen.readers.tables import gathered
from bulletin_gen.where import Where


@frozen
class Cleaned:
    """The lines to read, those that are no text (page numbers), and what was changed."""

    lines: Lines
    set_aside: Lines
    findings: tuple[Finding, ...]


def clean(lines: Sequence[SourceLine], file: str | None) -> Cleaned:
    """Return the lines without stray characters, mark-up, tables of tabs, page numbers, and cuts inside a paragraph."""
    lines, findings = clean_characters(lines, file)
    findings += find_traditional(lines, file)
    lines, findings = _step(lines, findings, without_markdown, "markdown", "有 Markdown 记号（#、** 等），已略去", file)
    lines, tables = without_tabs(lines, file)
    lines = gathered(lines)
    findings += tables
    pages = tuple(line for line in lines if is_page_number(line.text))
    own = [line for line in lines if not is_page_number(line.text)]
    own, findings = _step(
        own, findings, unwrapped, "cut-lines", "每行末尾像是被切断的（如从 PDF 复制），已连成段落", file
    )
    own, findings = _step(own, findings, with_day_in_figures, "day", "成文日期已写成阿拉伯数字，月、日前不加0", file)
    return Cleaned(tuple(own), pages, tuple(findings))


def _step(
    lines: Sequence[SourceLine],
    findings: list[Finding],
    change: Callable[[Sequence[SourceLine]], list[SourceLine]],
    rule: str,
    message: str,
    file: str | None,
) -> tuple[list[SourceLine], list[Finding]]:
    """Return the changed lines, and the findings with one more where any has changed."""
    changed, before = change(lines), set(lines)
    first = next((line for line in changed if line not in before), None)
    if first is None and len(changed) == len(lines):
        return list(lines), findings
    where = Where(file, (first or lines[0]).number)
    return changed, [*findings, Finding(f"import/{rule}", Severity.WARNING, message, "请核对", where)]
