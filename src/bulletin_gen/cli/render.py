"""`bulletin-gen render`: specs in, DOCX, PDF and TXT files out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

import bulletin_gen
from bulletin_gen.cli.command import Command, one_of
from bulletin_gen.cli.words import say
from bulletin_gen.finding import Severity

_T = TypeVar("_T")
_R = TypeVar("_R")
_STDIN = Path("-")
_DRAFTS = (".txt", ".docx")
_STDIN_STEM = "通报"
_APPROVAL_SHEET = "approval-sheet"
_SHEET_SUFFIX = "-发文稿纸"


def _read_formats(context: click.Context, option: click.Parameter, typed: str) -> tuple[str, ...]:
    known = bulletin_gen.FORMATS
    asked = tuple(dict.fromkeys(name.strip().lower() for name in typed.replace("，", ",").split(",")))
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise click.BadParameter(f"没有“{unknown[0]}”这种格式；可用：{'、'.join(known)}", context, option)
    return asked


@dataclass(frozen=True)
class _Job:
    """One spec and the stem of its outputs."""

    spec: Path
    stem: Path


@dataclass(frozen=True)
class _Loaded:
    """A bulletin, where its fields stand, and what looks wrong in the draft it was read from."""

    bulletin: bulletin_gen.Bulletin
    places: bulletin_gen.Places
    doubts: tuple[bulletin_gen.Finding, ...] = ()


@click.command(
    cls=Command,
    name="render",
    short_help="把通报（YAML）生成 DOCX 和 PDF 公文。",
    arguments={
        "通报…": "一个或多个通报文件（.yaml），或已有的原稿（.txt、.docx）；写 - 从标准输入读一份，输出取名“通报”。"
    },
)
@click.argument("specs", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="通报…")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="写到这个文件夹，没有就新建；默认写在通报文件旁边。",
)
@click.option(
    "--format",
    "formats",
    callback=_read_formats,
    default="docx,pdf",
    metavar="格式",
    help="要哪几种格式，用逗号隔开：docx、pdf、txt；默认 docx,pdf。",
)
@click.option(
    "--with",
    "extras",
    callback=one_of(_APPROVAL_SHEET),
    multiple=True,
    metavar="附加文件",
    help="approval-sheet：另外生成一张发文稿纸，文件名加“-发文稿纸”。",
)
@click.option(
    "--form",
    "form",
    callback=one_of("published", "issued"),
    metavar="形式",
    help="published 是公布稿，issued 是印发稿（有版头、版记）；默认照通报文件里的 form。",
)
@click.option(
    "--numbering",
    "numbering",
    callback=one_of("live", "literal"),
    metavar="编号",
    help="DOCX 的序号：live 由 Word 自动编号，删去一条，后面的跟着变；literal 是固定的文字。默认只有送审稿、"
    "征求意见稿自动编号。",
)
@click.option("--force", is_flag=True, help="不是本程序生成的、或生成后改动过的同名文件，也覆盖。")
@click.option(
    "--profile",
    "profile",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="按这个单位格式文件（.yaml）排版，与国家标准不同的地方逐条列出。",
)
@click.option(
    "--fonts",
    "font_folders",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="文件夹",
    help="先到这个文件夹里找 PDF 用的字体；可写多次。",
)
@click.option("--strict-fonts", is_flag=True, help="缺少公文格式要求的字体时不用替代字体：报错，什么也不写。")
def render(
    specs: tuple[Path, ...],
    folder: Path | None,
    formats: tuple[str, ...],
    extras: tuple[str, ...],
    form: str | None,
    numbering: str | None,
    force: bool,
    profile: Path | None,
    font_folders: tuple[Path, ...],
    strict_fonts: bool,
) -> int:
    """把通报生成公文，文件名与通报文件相同：通报.yaml 生成 通报.docx 和 通报.pdf。

    先检查全部通报，都没有错误才写文件：要么全部写好，要么一个也不动。上次生成后没有改动过的文件会直接更新；
    改动过的、或不是本程序生成的同名文件不会覆盖。每个文件夹里的 .bulletin-gen.json 记着生成过哪些文件，请保留。

    给出 .txt 或 .docx 原稿时，先照 bulletin-gen import 读出再生成；要写到别的文件夹或改名，以免与原稿同名。

    PDF 嵌入本机的字体，缺少的用相近的字体代替并给出提醒，退出码仍为 0；加 --strict-fonts 则算作错误。
    DOCX 只写字体名称，由打开它的电脑提供字体。

    退出码：0 已生成，2 未能生成。
    """
    jobs = _jobs(specs, folder)
    _spare_the_specs(jobs, formats)
    loaded = [_in_form(spec, form) for spec in _each(lambda job: _load(job.spec), jobs)]
    style = _style(profile)
    fonts = bulletin_gen.find_fonts(style, font_folders) if "pdf" in formats else None
    labels = bulletin_gen.Numbering(numbering) if numbering else None
    results = _each(lambda spec: bulletin_gen.render(spec.bulletin, spec.places, formats, style, fonts, labels), loaded)
    if _APPROVAL_SHEET in extras:
        jobs += [_Job(job.spec, job.stem.with_name(job.stem.name + _SHEET_SUFFIX)) for job in jobs]
        results += _each(
            lambda spec: bulletin_gen.render_approval(spec.bulletin, spec.places, formats, style, fonts), loaded
        )
    findings = list(dict.fromkeys(finding for result in results for finding in result.findings))
    substitutes = [finding for finding in findings if finding.rule.startswith("fonts/")]
    if strict_fonts and substitutes:
        raise bulletin_gen.FontError(*map(_as_problem, substitutes))
    outputs = dict(_outputs(jobs, results))
    bulletin_gen.write_files({path: content for path, (content, _) in outputs.items()}, overwrite=force)
    for path, (_, pages) in outputs.items():
        say(f"已生成 {path}" + (f"（{pages} 页）" if pages else ""))
    doubts = (doubt for spec in loaded for doubt in spec.doubts)
    departures = bulletin_gen.departure_findings(style) if profile else []
    for finding in (*doubts, *findings, *departures):
        say(str(finding), to_errors=True)
    return 0


def _in_form(loaded: _Loaded, form: str | None) -> _Loaded:
    """Return the bulletin in the form asked for, or in its own."""
    if form is None:
        return loaded
    return replace(loaded, bulletin=loaded.bulletin.model_copy(update={"form": bulletin_gen.OutputForm(form)}))


def _style(profile: Path | None) -> bulletin_gen.Style:
    """Return the standard's style, or what a house profile makes of it."""
    if profile is None:
        return bulletin_gen.GBT9704
    return bulletin_gen.apply_profile(bulletin_gen.GBT9704, bulletin_gen.read_profile(profile))


def _jobs(specs: Sequence[Path], folder: Path | None) -> list[_Job]:
    """Return a job for each spec. Raises WriteError when two would write the same files."""
    jobs = [_Job(spec, (folder or spec.parent) / (_STDIN_STEM if spec == _STDIN else spec.stem)) for spec in specs]
    seen: dict[str, _Job] = {}
    for job in jobs:
        first = seen.setdefault(str(job.stem.absolute()).casefold(), job)
        if first is not job:
            message = f"{first.spec} 和 {job.spec} 生成的文件同名"
            raise bulletin_gen.WriteError(bulletin_gen.Problem(message, "请改名，或分开生成到不同的文件夹"))
    return jobs


def _spare_the_specs(jobs: Sequence[_Job], formats: Sequence[str]) -> None:
    """Raise WriteError when an output would take the place of a spec."""
    specs = {job.spec.absolute() for job in jobs}
    for job in jobs:
        for suffix in formats:
            if _output(job, suffix).absolute() in specs:
                message = f"{_output(job, suffix)} 是通报文件本身，不能用生成的文件覆盖"
                raise bulletin_gen.WriteError(bulletin_gen.Problem(message, "请用 -o 写到另一个文件夹"))


def _load(spec: Path) -> _Loaded:
    if spec == _STDIN:
        typed = sys.stdin.buffer.read(bulletin_gen.MAX_SPEC_BYTES + 1)
        return _Loaded(*bulletin_gen.load_spec(typed, "标准输入"))
    if spec.suffix.lower() in _DRAFTS:
        return _read_draft(spec)
    return _Loaded(*bulletin_gen.read_spec(spec))


def _read_draft(draft: Path) -> _Loaded:
    """Return what an office's own text or DOCX says. Raises ReadError when not all of it could be read."""
    reading = bulletin_gen.read_bulletin(draft)
    if not reading.complete:
        told = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
        raise bulletin_gen.ReadError(*map(_as_problem, told))
    doubts = [finding for finding in reading.findings if finding.severity is not Severity.NOTE]
    return _Loaded(reading.bulletin, reading.places, tuple(doubts))


def _each(step: Callable[[_T], _R], items: Sequence[_T]) -> list[_R]:
    """Return the step's result for every item; raises one error with the problems of all that failed."""
    results: list[_R] = []
    problems: list[bulletin_gen.Problem] = []
    for item in items:
        try:
            results.append(step(item))
        except bulletin_gen.BulletinError as error:
            problems.extend(error.problems)
    if problems:
        raise bulletin_gen.BulletinError(*dict.fromkeys(problems))
    return results


def _outputs(
    jobs: Sequence[_Job], results: Sequence[bulletin_gen.Rendered]
) -> Iterator[tuple[Path, tuple[bytes, int | None]]]:
    """Yield each output's path, its content and, for a PDF, its number of pages."""
    for job, result in zip(jobs, results, strict=True):
        for suffix, content in result.files.items():
            yield _output(job, suffix), (content, result.pages if suffix == "pdf" else None)


def _output(job: _Job, suffix: str) -> Path:
    return job.stem.with_name(f"{job.stem.name}.{suffix}")


def _as_problem(finding: bulletin_gen.Finding) -> bulletin_gen.Problem:
    return bulletin_gen.Problem(finding.message, finding.hint, finding.where)
