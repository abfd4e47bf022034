"""`bulletin-gen check`: bulletins in, what an editor would say of them out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import click

import bulletin_gen
from bulletin_gen.cli.choice import Choice, at_least, read_rules, read_severity
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.findings import told
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.options import font_folders, report_file
from bulletin_gen.cli.terminal import say, say_coloured, say_problems
from bulletin_gen.finding import Finding, Severity, counted
from bulletin_gen.frozen import frozen

if TYPE_CHECKING:
    from bulletin_gen.files.to_check import ToCheck

_COULD_NOT_RUN = 2


@frozen
class _Desk:
    """How files are looked at: by which rules, for which office (None: each file's own), in which folders' faces."""

    choice: Choice
    office: bulletin_gen.Office | None
    folders: tuple[Path, ...]

    def office_of(self, file: ToCheck) -> bulletin_gen.Office:
        return self.office if self.office is not None else bulletin_gen.office_of(file.path)

    @cached_property
    def fonts(self) -> bulletin_gen.FontSet:
        return bulletin_gen.find_fonts(directories=self.folders)

    def findings(self, file: ToCheck, *, with_pages: bool) -> list[Finding]:
        """Return what the chosen rules find; what `render` tells of pages anyway, only where it is asked for."""
        fonts = self.fonts if with_pages else None
        found = bulletin_gen.check(file.given, self.office_of(file), fonts)
        return [
            one for one in found if self.choice.takes(one) and (self.choice.select or one.severity != Severity.NOTE)
        ]

    def fixed(self, file: ToCheck) -> bulletin_gen.Fixed:
        return bulletin_gen.fix(file.content, file.given, self.office_of(file), self.choice.takes)


@dataclass
class _Outcome:
    """What was found in so many files, and what kept others from being checked or mended.

    `edits` counts those that were made or shown, `mendable` the findings for which there are some to be made.
    """

    checked: int = 0
    findings: list[Finding] = field(default_factory=list)
    problems: list[bulletin_gen.Problem] = field(default_factory=list)
    edits: int = 0
    mendable: int = 0

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Note what is wrong with one file, so that it does not hide what else is found."""
        try:
            yield
        except bulletin_gen.BulletinError as error:
            self.problems += (problem for problem in error.problems if problem not in self.problems)


@click.command(
    cls=Command,
    name="check",
    short_help="像编辑一样检查通报：哪里错了，为什么，怎么改。",
    arguments={"文件…": "一个或多个通报（.yaml）或原稿（.txt、.docx）。"},
)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="文件…")
@click.option("--select", callback=read_rules, multiple=True, metavar="规则", help="只用这条规则或这组规则；可写多次。")
@click.option("--ignore", callback=read_rules, multiple=True, metavar="规则", help="不用这条规则或这组规则；可写多次。")
@click.option(
    "--fail-on",
    callback=read_severity,
    default=Severity.ERROR.value,
    metavar="级别",
    help="有这一级或更重的问题时退出码为 1：错误（默认）、警告、建议。",
)
@click.option("--fix", is_flag=True, help="改正标点、空格、全半角，不动文字；显示改了哪里，再列出其余的问题。")
@click.option("--diff", is_flag=True, help="只显示 --fix 会改哪里，不改文件。")
@click.option("--json", "kind", flag_value="json", help="结果用 JSON 格式输出。")
@click.option("--sarif", "kind", flag_value="sarif", help="结果用 SARIF 2.1.0 格式输出，供代码平台读取。")
@click.option("--html", "kind", flag_value="html", help="结果用网页格式输出，可以转给别人、打印。")
@report_file
@click.option(
    "--docx",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="另写一份 DOCX，每处问题是一条批注，批在有问题的字上；原稿是 DOCX 的，其余内容不变。一次只能检查一个文件。",
)
@click.option("--force", is_flag=True, help="-o、--docx 的文件已经有了也覆盖。")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="用这个 bulletin-gen.toml；默认从通报所在的文件夹向上找。",
)
@font_folders("检查通报的版面时，")
def check(
    files: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: Severity,
    fix: bool,
    diff: bool,
    kind: str | None,
    output: Path | None,
    docx: Path | None,
    force: bool,
    config: Path | None,
    font_folders: tuple[Path, ...],
) -> int:
    """检查数目对不对得上、日期先后、标点、用词、序号、该有的内容、公布前该去掉的内容，逐处说明错在哪里、依据什么、怎么改。

    错误是按规定、算术或前后文一定不对的，警告是编辑会改的，建议是可以更好的。拿不准的不说。
    每条规则的说明用 bulletin-gen explain 查看。有意这样写的，在通报那一行后面写上 # bulletin-gen: allow 规则名；
    本单位的用语、单位、人员、电话写进 bulletin-gen.toml。

    退出码：0 没有错误，1 有（用 --fail-on 从严），2 有文件没能检查。
    """
    if docx and len(files) > 1:
        raise click.UsageError("--docx 一次只能检查一个文件")
    for file, made in product(files, filter(None, (output, docx))):
        spare_the_source(made, file, "要检查的文件")
    desk = _Desk(Choice(select, ignore), bulletin_gen.read_office(config) if config else None, font_folders)
    outcome = _Outcome()
    for file in files:
        with outcome.going_on():
            looked_at = _look_at(file, desk, outcome, _Edits.of(fix, diff), to_errors=kind is not None)
            if docx and looked_at:
                _write_remarked(looked_at, outcome.findings, docx, force, to_errors=kind is not None)
    if diff:
        say_problems(outcome.problems)
        return _COULD_NOT_RUN if outcome.problems else int(outcome.edits > 0)
    _tell(outcome, kind, output, force)
    if outcome.problems:
        return _COULD_NOT_RUN
    return int(any(map(at_least(fail_on), outcome.findings)))


class _Edits(Enum):
    """What becomes of mechanical edits."""

    LEFT = auto()
    SHOWN = auto()
    MADE = auto()

    @classmethod
    def of(cls, fix: bool, diff: bool) -> _Edits:
        if diff:
            return cls.SHOWN
        return cls.MADE if fix else cls.LEFT


def _look_at(path: Path, desk: _Desk, outcome: _Outcome, edits: _Edits, *, to_errors: bool) -> ToCheck | None:
    """Check one file, its mechanical edits made or shown before that; return it, None where they were only shown."""
    from bulletin_gen.files.to_check import read_to_check

    file = read_to_check(path)
    if edits is not _Edits.LEFT:
        with outcome.going_on():
            made = _edit(file, desk, edits, to_errors=to_errors)
            outcome.edits += made
            file = read_to_check(path) if made else file
    if edits is _Edits.SHOWN:
        return None
    found = _findings(file, desk, outcome)
    outcome.findings += found
    outcome.checked += 1
    if file.is_text and edits is _Edits.LEFT:
        outcome.mendable += sum(finding.instead is not None for finding in found)
    return file


def _findings(file: ToCheck, desk: _Desk, outcome: _Outcome) -> list[Finding]:
    """Return what is found in a file; where its pages cannot be laid out, in its text alone."""
    try:
        return desk.findings(file, with_pages=isinstance(file.given, bulletin_gen.Spec))
    except bulletin_gen.FontError as error:
        outcome.problems += [replace(problem, message=f"没有检查版面：{problem.message}") for problem in error.problems]
        return desk.findings(file, with_pages=False)


def _write_remarked(file: ToCheck, findings: Sequence[Finding], target: Path, force: bool, *, to_errors: bool) -> None:
    """Write the bulletin as a DOCX in which each finding is a comment."""
    if file.is_docx:
        content = bulletin_gen.remark_docx(file.content, findings, str(file.path))
    else:
        content = bulletin_gen.remark(file.given, findings)
    bulletin_gen.write_new(target, content, overwrite=force)
    say(f"已写出 {target}：{len(findings)} 条批注", to_errors=to_errors)


def _edit(file: ToCheck, desk: _Desk, edits: _Edits, *, to_errors: bool) -> int:
    """Show the mechanical edits of a file, make them where asked for, and return how many there are."""
    if not file.is_text:
        say(f"{file.path} 是 Word 文档，不改动它；请照检查的结果在 Word 里改", to_errors=True)
        return 0
    fixed = desk.fixed(file)
    name = str(file.path)
    before, after = (text.splitlines() for text in (fixed.before, fixed.after))
    for line in difflib.unified_diff(before, after, name, name, lineterm=""):
        say(line, to_errors=to_errors)
    if fixed.edits and edits is _Edits.MADE:
        bulletin_gen.write_new(file.path, fixed.content, overwrite=True)
        say(f"已改正 {file.path}：{fixed.edits} 处标点、空格或全半角", to_errors=to_errors)
    return fixed.edits


def _tell(outcome: _Outcome, kind: str | None, output: Path | None, force: bool) -> None:
    """Say what was found, or write it to a file."""
    say_problems(outcome.problems)
    if kind is None and output is None:
        for parts in told(outcome.findings):
            say_coloured(parts)
        if outcome.checked:
            say(_summary(outcome))
        return
    report = _report(outcome, kind)
    if output is None:
        say(report.rstrip("\n"))
    else:
        bulletin_gen.write_new(output, report.encode(errors="replace"), overwrite=force)
        say(f"已写出 {output}")


def _report(outcome: _Outcome, kind: str | None) -> str:
    match kind:
        case "json":
            return bulletin_gen.findings_json(outcome.findings)
        case "sarif":
            return bulletin_gen.findings_sarif(outcome.findings, outcome.problems, bulletin_gen.__version__)
        case "html":
            return bulletin_gen.findings_html(outcome.findings, outcome.problems)
    lines = ["".join(text for text, _ in parts) for parts in told(outcome.findings)]
    return "\n".join((*lines, _summary(outcome))) + "\n"


def _summary(outcome: _Outcome) -> str:
    """Return how many findings there are, and what to do about them."""
    if not outcome.findings:
        return "有的文件没能检查，其余没有发现问题" if outcome.problems else "没有发现问题"
    ways = [f"某条规则的说明：bulletin-gen explain {outcome.findings[0].rule}"]
    if outcome.mendable:
        ways.append(f"标点、空格等 {outcome.mendable} 处可以用 --fix 改正")
    return "\n".join((f"共有{counted(outcome.findings)}", *ways))
