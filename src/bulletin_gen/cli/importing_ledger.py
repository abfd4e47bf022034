"""`bulletin-gen import` of a ledger (整改台账): a sheet in, a spec out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

import bulletin_gen
from bulletin_gen.cli.imported import listed, told, verified
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.ledger_news import bring_news
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.text.regex import Regex

_Command = TypeVar("_Command", bound=Callable[..., Any])
_PAIR = Regex("[,，;；]")  # 问题=C,措施=D
_EQUALS = Regex("[=＝:：]")
_SAMPLE = "请写成：--columns 问题=C,措施=D（等号后面是列的字母，或表头上的列名）"


def ledger_options(command: _Command) -> _Command:
    """Give a command the options that only a ledger has."""
    for option in (
        click.option("--sheet", metavar="名称", help="台账在哪个工作表，默认找有台账的那个。"),
        click.option("--columns", metavar="内容=列,…", help="哪一列是什么，如 问题=C,措施=D；默认按表头认。"),
        click.option(
            "--into",
            type=click.Path(path_type=Path),
            metavar="通报",
            help="把台账里的新情况并进已有的通报（YAML），不另写一份；加 -o 时写到另一个文件。",
        ),
    ):
        command = option(command)
    return command


def is_ledger(source: Path, options: Mapping[str, Any]) -> bool:
    """Is the source a sheet? Raises ReadError where it is none and an option is given that only a sheet has."""
    from bulletin_gen.files.ledgers import SHEETS

    if source.suffix.lower() in SHEETS:
        return True
    given = next((name for name, value in options.items() if value), None)
    if given is not None:
        message = f"--{given} 只用于台账（.xlsx、.xls、.csv）"
        raise bulletin_gen.ReadError(bulletin_gen.Problem(f"{source} 不是表格，{message}", "请去掉这个选项"))
    return False


def import_ledger(
    source: Path,
    output: Path | None,
    keys: bulletin_gen.Keys,
    force: bool,
    as_json: bool,
    columns: str | None,
    sheet: str | None,
    into: Path | None,
) -> int:
    """Write the spec of a ledger, or its news into one that is there; return the exit code."""
    from bulletin_gen.files.incoming import contradictions
    from bulletin_gen.files.new_spec import write_new_spec

    if output:
        spare_the_source(output, source, "台账")
    reading = bulletin_gen.read_ledger(source, _asked(columns), sheet)
    if into is not None:
        return bring_news(reading, source, into, output, force, as_json)
    target = output or source.with_suffix(".yaml")
    text = verified(reading.spec, reading.notes, source, keys)
    write_new_spec(target, text, keys, overwrite=force)
    findings = [*reading.findings, *contradictions(reading.spec)]
    if as_json:
        say(json.dumps(_account(reading, findings, source, target), ensure_ascii=False, indent=2))
    else:
        for line in _report(reading, findings, source, target):
            say(line)
    return 1 if any(finding.severity is not Severity.NOTE for finding in findings) else 0


def _asked(columns: str | None) -> dict[str, str]:
    """Return what the option says. Raises ReadError where it says nothing that can be understood."""
    asked = {}
    for pair in filter(str.strip, _PAIR.split(columns or "")):
        name, *column = _EQUALS.split(pair, maxsplit=1)
        if not column or not name.strip() or not column[0].strip():
            raise bulletin_gen.ReadError(bulletin_gen.Problem(f"--columns 里的“{pair}”看不懂", _SAMPLE))
        asked[name.strip()] = column[0].strip()
    return asked


def _report(reading: bulletin_gen.LedgerReading, findings: list[Finding], source: Path, target: Path) -> Iterator[str]:
    sheet = f"的工作表“{reading.sheet}”" if reading.sheet else ""
    yield f"已把 {source} {sheet}读成 {target}：{reading.counted}"
    yield from listed("各列", reading.taken_for("记在注释里"))
    yield from listed("文件中另有", [told(finding) for finding in findings if finding.severity is Severity.NOTE])
    yield from listed("请核对", [told(finding) for finding in findings if finding.severity is not Severity.NOTE])
    yield f"发文机关、巡察依据等台账里没有的，写成了【待补：…】；请填上，再运行：bulletin-gen render {target}"


def _account(
    reading: bulletin_gen.LedgerReading, findings: list[Finding], source: Path, target: Path
) -> dict[str, Any]:
    return {
        "source": str(source),
        "spec": str(target),
        "sheet": reading.sheet,
        "columns": reading.taken_for("记在注释里"),
        "findings": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "row": finding.where.line,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in findings
        ],
    }
