"""`bulletin-gen ledger`: a bulletin in, its ledger as a sheet of Excel out."""

from __future__ import annotations

from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import read_source, spare_the_source
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Severity

_SUFFIX = ".xlsx"


def _as_sheet(context: click.Context, option: click.Parameter, typed: Path | None) -> Path | None:
    if typed is not None and typed.suffix.lower() != _SUFFIX:
        raise click.BadParameter(f"“{typed}”不是 Excel 文件名；请写成 台账{_SUFFIX} 这样的名字", context, option)
    return typed


@click.command(
    cls=Command,
    name="ledger",
    short_help="把通报里的问题、措施生成整改台账（Excel）。",
    arguments={"通报": "通报文件（.yaml），或已有的原稿（.txt、.docx）。"},
)
@click.argument("source", type=click.Path(path_type=Path), metavar="通报")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    callback=_as_sheet,
    metavar="文件",
    help="写到哪里，默认写在通报旁边，文件名加“-整改台账”。",
)
@click.option("--force", is_flag=True, help="不是本程序生成的、或生成后改动过的同名文件，也覆盖。")
def ledger(source: Path, output: Path | None, force: bool) -> int:
    """把通报里的问题、整改措施、责任单位、责任领导、完成时限、整改情况和状态生成一份 Excel 台账：一条措施一行，
    同一个问题的格合并，序号从头排到尾，方面单独成行；横向 A4，表头每页重复，行高排得下全部文字，可以直接打印。

    完成时限是确定日期的，是 Excel 认得的日期；整改状态可以从列表里选。

    退出码：0 已生成，1 已生成但还有待补内容，2 未能生成。
    """
    target = output or source.with_name(f"{source.stem}-整改台账{_SUFFIX}")
    spare_the_source(target, source, "通报")
    read = read_source(source)
    made = bulletin_gen.render_ledger(read.spec)
    bulletin_gen.write_files({target: made.files["xlsx"]}, overwrite=force)
    for finding in (*read.doubts, *made.findings):
        say(str(finding), to_errors=True)
    say(f"已生成 {target}")
    return int(any(finding.severity is not Severity.NOTE for finding in made.findings))
