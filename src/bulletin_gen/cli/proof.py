"""`bulletin-gen proof`: a finished file, or a spec's own pages, against the standard clause by clause."""

from __future__ import annotations

from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.clause import Strength
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.options import font_folders, output_form, report_file
from bulletin_gen.cli.terminal import say
from bulletin_gen.files.names import SPECS


def _read_strength(context: click.Context, option: click.Parameter, typed: str) -> str:
    if typed not in list(Strength):
        raise click.BadParameter(f"没有“{typed}”这种约束；可用：{'、'.join(Strength)}", context, option)
    return typed


@click.command(
    cls=Command,
    name="proof",
    short_help="按国家标准逐条核对 DOCX、PDF 或通报排出的版面。",
    arguments={"文件": "要核对的 .docx 或 .pdf，不论用什么软件生成、改动过没有；或通报（.yaml），核对它排出的版面。"},
)
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
@output_form("看文件有没有版头、版记，通报看“形式”")
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    metavar="单位格式",
    help="本单位的格式文件（.yaml）：仍按国家标准核对，不符合的当中符合本单位格式的分开列出；核对通报时按它排版。",
)
@click.option(
    "--fail-on",
    callback=_read_strength,
    metavar="约束",
    default="规定",
    help="约束到哪一级的条款不符合时退出码为 1：规定（默认）、一般、推荐、惯例；写“惯例”就是有一条不符合都算。",
)
@click.option("--json", "kind", flag_value="json", help="结果用 JSON 格式输出。")
@click.option("--html", "kind", flag_value="html", help="结果用网页格式输出，可以打印。")
@report_file
@click.option("--force", is_flag=True, help="-o 的文件已经有了也覆盖。")
@font_folders("核对通报时，")
def proof(
    file: Path,
    form: str | None,
    profile: Path | None,
    fail_on: str,
    kind: str | None,
    output: Path | None,
    force: bool,
    font_folders: tuple[Path, ...],
) -> int:
    """按 GB/T 9704-2012《党政机关公文格式》逐条核对：要求什么，实际是什么，符合还是不符合，约束有多强。

    看的是实际起作用的格式：样式、样式的样式、默认值都算在内，每一节、页脚也都核对。
    文件里量不出来的（DOCX 不分行、纸质件才有的），列为“需人工核对”，并说明原因。

    退出码：0 没有不符合的“规定”（“一般”“推荐”“惯例”不符合的只列出；加 --fail-on 可以从严），1 有，2 未能核对。
    有 --profile 时，按本单位格式定退出码，与国家标准不同的照样列出。
    """
    if output:
        spare_the_source(output, file, "要核对的文件")
    found = _prove(file, form, font_folders, None if profile is None else bulletin_gen.read_profile(profile))
    say_it = {"json": bulletin_gen.proof_json, "html": bulletin_gen.proof_html}.get(kind or "", bulletin_gen.proof_text)
    told = say_it(found, file.name)
    if output is None:
        say(told.rstrip("\n"))
    else:
        bulletin_gen.write_new(output, told.encode(errors="replace"), overwrite=force)
        say(f"已写出 {output}")
    return 1 if found.fails(Strength(fail_on)) else 0


def _prove(
    file: Path, form: str | None, folders: tuple[Path, ...], profile: bulletin_gen.Profile | None
) -> bulletin_gen.Proof:
    wanted = None if form is None else bulletin_gen.OutputForm(form)
    if file.suffix.lower() not in SPECS:
        return _prove_finished(file, wanted, profile)
    style = bulletin_gen.GBT9704 if profile is None else bulletin_gen.apply_profile(bulletin_gen.GBT9704, profile)
    fonts = bulletin_gen.find_fonts(style, folders)
    return bulletin_gen.prove_bulletin(bulletin_gen.read_spec(file), fonts=fonts, form=wanted, profile=profile)


def _prove_finished(
    file: Path, form: bulletin_gen.OutputForm | None, profile: bulletin_gen.Profile | None
) -> bulletin_gen.Proof:
    from bulletin_gen.files.finished import read_finished

    return bulletin_gen.prove_file(read_finished(file), str(file), form, profile)
