"""`bulletin-gen compare`: two versions in, a redline and a table of what changed out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import read_source
from bulletin_gen.cli.options import formats, output_folder, overwrite
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding


def _read_moment(context: click.Context, option: click.Parameter, typed: str | None) -> datetime | None:
    if typed is None:
        return None
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        raise click.BadParameter(f"“{typed}”不是日期；请写成 2025-03-04 或 2025-03-04T09:30", context, option) from None


@click.command(
    cls=Command,
    name="compare",
    short_help="对照两个版本，生成花脸稿和修改对照表。",
    arguments={
        "旧稿": "旧的版本：通报文件（.yaml），或已有的原稿（.txt、.docx）。",
        "新稿": "新的版本，同样可以是这几种文件。",
    },
)
@click.argument("old", type=click.Path(path_type=Path), metavar="旧稿")
@click.argument("new", type=click.Path(path_type=Path), metavar="新稿")
@output_folder("写在新稿旁边")
@formats(
    lambda: bulletin_gen.COMPARED_FORMATS,
    "docx,pdf",
    "docx（花脸稿和对照表）、pdf（花脸稿）、html、json（对照表）",
)
@click.option("--author", default="修改", metavar="姓名", help="修订记在谁的名下，默认“修改”。")
@click.option(
    "--date",
    "when",
    callback=_read_moment,
    metavar="时间",
    help="修订记作什么时间，如 2025-03-04；写了时间，移动的段落才记作移动。",
)
@overwrite
def compare(
    old: Path, new: Path, folder: Path | None, formats: tuple[str, ...], author: str, when: datetime | None, force: bool
) -> int:
    """对照同一份通报的两个版本，说明改了什么：先列数字、日期、名称和状态的变化，再逐句列出增、删、改、移。

    花脸稿是完整版式的 DOCX（Word 修订，可以逐处接受或拒绝；全部接受就是新稿，全部拒绝就是旧稿）和 PDF（新增的加下划线，
    删去的加删除线）。问题、章节和措施按内容对应，增删一个问题，后面的序号随之改变，不算修改。

    退出码：0 没有不同，1 有不同，2 未能对照。
    """
    versions = [read_source(path) for path in (old, new)]
    for finding in (doubt for version in versions for doubt in version.doubts):
        say(str(finding), to_errors=True)
    comparison = bulletin_gen.compare(versions[0].spec, versions[1].spec, author, when)
    made = bulletin_gen.write_comparison(comparison, (old.name, new.name), formats)
    stem = (folder or new.parent) / new.stem
    files = {stem.with_name(f"{stem.name}-{kind}.{suffix}"): content for (kind, suffix), content in made.files.items()}
    bulletin_gen.write_files(files, overwrite=force)
    _tell(made)
    for path in files:
        say(f"已生成 {path}")
    return int(bool(comparison.changes or comparison.facts))


def _tell(made: bulletin_gen.Compared) -> None:
    from bulletin_gen.review.table import renumbering, summary

    for finding in made.findings:
        _tell_finding(finding)
    say(summary(made.comparison))
    for fact in made.comparison.facts:
        say(f"  {fact.kind}  {fact.place}：{fact.old or '（无）'} → {fact.new or '（无）'}")
    if said := renumbering(made.comparison):
        say(said)


def _tell_finding(finding: Finding) -> None:
    say(str(finding), to_errors=True)
