"""`bulletin-gen render`: specs in, DOCX, PDF and TXT files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

import bulletin_gen
from bulletin_gen.cli.beside import Begin, beside
from bulletin_gen.cli.command import Command, one_of
from bulletin_gen.cli.jobs import (
    APPROVAL_SHEET,
    Job,
    Source,
    as_problem,
    for_each,
    plan_jobs,
    read_source,
    style_of,
    without_locks,
)
from bulletin_gen.cli.options import font_folders, load_pydantic, output_folder, output_form, overwrite, way_of_setting
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity, counted, is_doubt
from bulletin_gen.frozen import frozen

if TYPE_CHECKING:
    from bulletin_gen.printing import Rendered
    from bulletin_gen.rendering import Printer


@frozen
class _Setting:
    """How everything is set. `folders` are looked through first for faces; `numbering` is None where each text
    decides."""

    formats: tuple[str, ...]
    style: bulletin_gen.Style
    folders: tuple[Path, ...]
    numbering: bulletin_gen.Numbering | None
    packing: bulletin_gen.Packing


@frozen
class _Text:
    """A bulletin to be set, and the office that it is checked for; None where it is not."""

    spec: bulletin_gen.Spec
    office: bulletin_gen.Office | None


@contextmanager
def _telling_the_way_out() -> Iterator[None]:
    """Add to what is surely wrong in a final text how to have it all the same."""
    try:
        yield
    except bulletin_gen.CheckError as error:
        way_out = bulletin_gen.Problem("定稿还有以上错误，没有生成", "请改正；核对过确实不错的，加 --no-check 生成")
        raise bulletin_gen.CheckError(*error.problems, way_out) from None


@click.command(
    cls=Command,
    name="render",
    short_help="把通报（YAML）生成 DOCX 和 PDF 公文。",
    arguments={
        "通报…": "一个或多个通报文件（.yaml），或已有的原稿（.txt、.docx）；写 - 从标准输入读一份，输出取名“通报”。"
    },
)
@click.argument("specs", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="通报…")
@output_folder("写在通报文件旁边")
@way_of_setting
@click.option(
    "--with",
    "extras",
    callback=one_of(APPROVAL_SHEET, chinese={APPROVAL_SHEET: "发文稿纸"}),
    multiple=True,
    metavar="附加文件",
    help="发文稿纸（approval-sheet）：另外生成一张，文件名加“-发文稿纸”。",
)
@output_form("照通报文件里的“形式”")
@overwrite
@font_folders("生成 PDF 时，")
@click.option("--strict-fonts", is_flag=True, help="缺少公文格式要求的字体时不用替代字体：报错，什么也不写。")
@click.option("--no-check", is_flag=True, help="不检查内容：有错误的定稿也生成，也不提醒。")
@click.pass_obj
def render(
    is_own: bool,
    specs: tuple[Path, ...],
    folder: Path | None,
    formats: tuple[str, ...],
    extras: tuple[str, ...],
    form: str | None,
    numbering: str | None,
    force: bool,
    profile: Path | None,
    engine: str | None,
    packing: bulletin_gen.Packing,
    font_folders: tuple[Path, ...],
    strict_fonts: bool,
    no_check: bool,
) -> int:
    """把通报生成公文，文件名与通报文件相同：通报.yaml 生成 通报.docx 和 通报.pdf。

    先检查全部通报，都没有错误才写文件：要么全部写好，要么一个也不动。上次生成后没有改动过的文件会直接更新；
    改动过的、或不是本程序生成的同名文件不会覆盖。每个文件夹里的 .bulletin-gen.json 记着生成过哪些文件，请保留。

    给出 .txt 或 .docx 原稿时，先照 bulletin-gen import 读出再生成；要写到别的文件夹或改名，以免与原稿同名。

    PDF 嵌入本机的字体，缺少的用相近的字体代替并给出提醒，退出码仍为 0；加 --strict-fonts 则算作错误。
    DOCX 只写字体名称，由打开它的电脑提供字体。

    内容自相矛盾（日期先后、数目、进展状态等）或写了不起作用的字段时给出警告，检查另有错误时说有几处，退出码都为 1；
    其余的警告和建议也只说有几处，用 bulletin-gen check 查看。定稿有错误的不生成，除非加 --no-check。

    退出码：0 已生成，1 已生成但内容有疑问，2 未能生成。
    """
    jobs = plan_jobs(_but_for_locks(specs), folder, formats, extras)
    with beside(partial(_get_ready, formats, font_folders), is_own) as begin:
        load_pydantic()
        sources = for_each(lambda job: read_source(job.source), jobs)
        style = style_of(profile, engine)
        setting = _Setting(formats, style, font_folders, _numbering(numbering), packing)
        offices = [None if no_check else bulletin_gen.office_of(job.source) for job in jobs]
        specs_in_form = (_in_form(source.spec, form) for source in sources)
        made = _make(jobs, list(map(_Text, specs_in_form, offices)), setting, extras, begin)
    findings = list(dict.fromkeys(finding for _, rendered in made for finding in rendered.findings))
    if strict_fonts:
        _refuse_substitutes(findings)
    _write(made, force)
    _tell((*_doubts(sources), *findings, *(_departures(style) if profile else ())))
    _count_remarks(made)
    remarks = (remark for _, rendered in made for remark in rendered.remarks)
    is_wrong = any(remark.severity is Severity.ERROR for remark in remarks)
    return int(is_wrong or any(map(is_doubt, findings)))


def _but_for_locks(specs: Sequence[Path]) -> list[Path]:
    """Return the files but for those that an open document leaves, and tell of these."""
    own = without_locks(specs)
    for lock in (spec for spec in specs if spec not in own):
        say(f"提示：{lock} 是打开文档时留下的锁定文件，没有生成", to_errors=True)
    return own


def _get_ready(formats: Sequence[str], folders: Sequence[Path]) -> None:
    from bulletin_gen.printing import get_ready

    get_ready(formats, folders)


def _make(
    jobs: Sequence[Job], texts: Sequence[_Text], setting: _Setting, extras: Sequence[str], begin: Begin
) -> list[tuple[Job, Rendered]]:
    """Return what each job makes, and after these the extra ones. Raises BulletinError with the problems of all."""
    from bulletin_gen.rendering import render_approval_by, render_by

    def rendered(
        way: Callable[[Printer, bulletin_gen.Spec, bulletin_gen.Office | None], Rendered],
        numbering: bulletin_gen.Numbering | None,
    ) -> list[Rendered]:
        def one(text: _Text) -> Rendered:
            with _telling_the_way_out():
                return way(
                    lambda document: begin(partial(_print, document, setting, numbering)), text.spec, text.office
                )

        return for_each(one, texts)

    made = list(zip(jobs, rendered(render_by, setting.numbering), strict=True))
    if APPROVAL_SHEET in extras:
        made += zip((job.for_approval_sheet() for job in jobs), rendered(render_approval_by, None), strict=True)
    return made


def _print(document: bulletin_gen.Document, setting: _Setting, numbering: bulletin_gen.Numbering | None) -> Rendered:
    from bulletin_gen.fonts.find import find_once
    from bulletin_gen.printing import print_document

    fonts = find_once(setting.style, setting.folders) if "pdf" in setting.formats else None
    return print_document(document, setting.formats, setting.style, fonts, numbering, setting.packing)


def _in_form(spec: bulletin_gen.Spec, form: str | None) -> bulletin_gen.Spec:
    """Return the bulletin in the form asked for, or in its own."""
    if form is None:
        return spec
    return replace(spec, bulletin=spec.bulletin.model_copy(update={"form": bulletin_gen.OutputForm(form)}))


def _numbering(typed: str | None) -> bulletin_gen.Numbering | None:
    return bulletin_gen.Numbering(typed) if typed else None


def _refuse_substitutes(findings: Sequence[Finding]) -> None:
    substitutes = [finding for finding in findings if finding.rule.startswith("fonts/")]
    if substitutes:
        raise bulletin_gen.FontError(*map(as_problem, substitutes))


def _write(made: Sequence[tuple[Job, Rendered]], force: bool) -> None:
    """Write all files and say so, of a PDF with its number of pages."""
    files = {job.output(suffix): (suffix, rendered) for job, rendered in made for suffix in rendered.files}
    contents = {path: rendered.files[suffix] for path, (suffix, rendered) in files.items()}
    bulletin_gen.write_files(contents, overwrite=force)
    for path, (suffix, rendered) in files.items():
        say(f"已生成 {path}" + (f"（{rendered.pages} 页）" if suffix == "pdf" else ""))


def _doubts(sources: Sequence[Source]) -> list[Finding]:
    return [doubt for source in sources for doubt in source.doubts]


def _departures(style: bulletin_gen.Style) -> list[Finding]:
    from bulletin_gen.profile.compare import departure_findings

    return departure_findings(style)


def _count_remarks(made: Sequence[tuple[Job, Rendered]]) -> None:
    """Say on one line how much else there is to say of the texts, and how to see it."""
    remarked = {job.source: rendered.remarks for job, rendered in made if rendered.remarks}
    if remarked:
        files = " ".join(str(source) for source in remarked)
        total = counted(finding for remarks in remarked.values() for finding in remarks)
        say(f"检查另有{total}，查看：bulletin-gen check {files}", to_errors=True)


def _tell(findings: Iterable[Finding]) -> None:
    for finding in findings:
        say(str(finding), to_errors=True)
