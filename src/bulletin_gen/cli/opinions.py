"""`bulletin-gen opinions`: 意见.yaml in, the table of what was decided (意见采纳情况表) out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.authors import refuse_stranger
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.options import formats, output_folder, overwrite
from bulletin_gen.cli.terminal import say


def _read_names(context: click.Context, option: click.Parameter, typed: tuple[str, ...]) -> Mapping[str, str]:
    pairs = [item.replace("＝", "=").partition("=") for item in typed]
    for (author, sign, office), item in zip(pairs, typed, strict=True):
        if not (author.strip() and sign and office.strip()):
            raise click.BadParameter(f"“{item}”应写成 作者=单位，如 Administrator=县财政局", context, option)
    return {author.strip(): office.strip() for author, _, office in pairs}


@click.command(
    cls=Command,
    name="opinions",
    short_help="把意见的处理结果生成意见采纳情况表。",
    arguments={"意见": "意见文件（.yaml），由 merge 生成，逐条填好处理和理由。"},
)
@click.argument("source", type=click.Path(path_type=Path), metavar="意见")
@output_folder("写在意见文件旁边")
@formats(lambda: bulletin_gen.OPINION_FORMATS, "docx,xlsx", "docx、xlsx、pdf、html")
@click.option(
    "--unit",
    "offices",
    callback=_read_names,
    multiple=True,
    metavar="作者=单位",
    help="Word 里的作者是谁，如 Administrator=县财政局；可写多次。只改表里的名字，不改意见文件。",
)
@overwrite
def opinions(
    source: Path, folder: Path | None, formats: tuple[str, ...], offices: Mapping[str, str], force: bool
) -> int:
    """把意见文件生成意见采纳情况表：序号、单位（人）、位置、原文、意见、采纳情况、理由，横排，前面写明共收到几条意见，
    采纳、部分采纳、不采纳各几条，各单位各几条。

    退出码：0 全部处理完，1 还有待定的，或不采纳没有写理由，2 未能生成。
    """
    from bulletin_gen.files.opinion_files import read_opinion_file
    from bulletin_gen.review.opinion_table import by_office, summary, undecided

    file = read_opinion_file(source)
    for author in offices:
        refuse_stranger(author, file.opinions)
    named = [replace(opinion, author=offices.get(opinion.author, opinion.author)) for opinion in file.opinions]
    made = bulletin_gen.write_opinions(named, formats)
    stem = (folder or source.parent) / f"{source.stem}采纳情况表"
    files = {stem.with_name(f"{stem.name}.{suffix}"): content for suffix, content in made.files.items()}
    bulletin_gen.write_files(files, overwrite=force)
    findings = list(undecided(file))
    for finding in (*findings, *made.findings):
        say(str(finding), to_errors=True)
    for sentence in filter(None, (summary(named), by_office(named))):
        say(sentence)
    for path in files:
        say(f"已生成 {path}")
    return int(bool(findings))
