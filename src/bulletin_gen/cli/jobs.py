"""What `render` has to do: which files are read, what they hold, and what the files made of them are called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import bulletin_gen
from bulletin_gen.files.names import SPECS, identity, is_lock, is_same_file
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen

_T = TypeVar("_T")
_R = TypeVar("_R")
APPROVAL_SHEET = "approval-sheet"
_STDIN = Path("-")
_STDIN_STEM = "通报"
_SHEET_SUFFIX = "-发文稿纸"


@frozen
class Job:
    """A file to read and the stem of what is made of it."""

    source: Path
    stem: Path

    def output(self, suffix: str) -> Path:
        return self.stem.with_name(f"{self.stem.name}.{suffix}")

    def for_approval_sheet(self) -> Job:
        return Job(self.source, self.stem.with_name(self.stem.name + _SHEET_SUFFIX))


@frozen
class Source:
    """What a file says, and what looks wrong in it where it is no spec but an office's own draft."""

    spec: bulletin_gen.Spec
    doubts: tuple[Finding, ...] = ()


def plan_jobs(
    sources: Sequence[Path], folder: Path | None, formats: Sequence[str], extras: Sequence[str] = ()
) -> list[Job]:
    """Return a job for each source, to be made in `folder`, None meaning beside it.

    Raises WriteError when two files that are to be made, those of `extras` among them, would have one name, or one
    would be written over a source.
    """
    _refuse_nameless(sources)
    jobs = [
        Job(source, (folder or source.parent) / (_STDIN_STEM if source == _STDIN else source.stem))
        for source in sources
    ]
    sheets = [job.for_approval_sheet() for job in jobs] if APPROVAL_SHEET in extras else []
    _refuse_twins([*jobs, *sheets])
    _spare_the_sources([*jobs, *sheets], formats)
    return jobs


def without_locks(sources: Sequence[Path]) -> list[Path]:
    """Return the sources without the lock files of open documents, where other files are given with these."""
    own = [source for source in sources if not is_lock(source)]
    return own or list(sources)


def spare_the_source(output: Path, source: Path, called: str) -> None:
    """Raise WriteError when `output` leads to the file that is read, which is `called` so in the message."""
    if is_same_file(output, source):
        message = f"{output} 就是{called}本身，不能覆盖"
        raise bulletin_gen.WriteError(bulletin_gen.Problem(message, "请用 -o 写到另一个文件"))


def read_source(path: Path) -> Source:
    """Return what a spec, a draft or the standard input says. Raises BulletinError."""
    if path == _STDIN:
        return _read_stdin()
    if path.suffix.lower() in SPECS:  # known without all that reads a draft
        return Source(bulletin_gen.read_spec(path))
    from bulletin_gen.files.incoming import DRAFTS

    if path.suffix.lower() in DRAFTS:
        return _read_draft(path)
    return Source(bulletin_gen.read_spec(path))


def for_each(step: Callable[[_T], _R], items: Sequence[_T]) -> list[_R]:
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


def style_of(profile: Path | None, engine: str | None) -> bulletin_gen.Style:
    """Return the standard's style, or what a house profile makes of it, for the program asked for or its own."""
    style = bulletin_gen.GBT9704
    if profile is not None:
        style = bulletin_gen.apply_profile(style, bulletin_gen.read_profile(profile))
    engines = {"word": bulletin_gen.WORD, "libreoffice": bulletin_gen.LIBREOFFICE}
    return style.set_for(engines[engine]) if engine else style


def as_problem(finding: Finding) -> bulletin_gen.Problem:
    return bulletin_gen.Problem(finding.message, finding.hint, finding.where)


def _read_stdin() -> Source:
    """Return what the standard input says. Raises SpecError, also where it is closed."""
    from bulletin_gen.files.yaml_files import read_spec_from

    if sys.stdin is None:  # the system started us without
        hint = "请给出通报文件（.yaml）的路径"
        raise bulletin_gen.SpecError(bulletin_gen.Problem("读不了标准输入：它是关着的", hint))
    return Source(read_spec_from(sys.stdin.buffer, "标准输入"))


def _refuse_nameless(sources: Sequence[Path]) -> None:
    """Raise ReadError for `.` and `/`, which name no file."""
    problems = [
        bulletin_gen.Problem(f"“{source}”是一个文件夹，不是通报文件", "请给出通报文件（.yaml）的路径")
        for source in sources
        if not source.name
    ]
    if problems:
        raise bulletin_gen.ReadError(*problems)


def _refuse_twins(jobs: Sequence[Job]) -> None:
    seen: dict[str, Job] = {}
    for job in jobs:
        first = seen.setdefault(identity(job.stem), job)
        if first is not job:
            message = f"{first.source} 和 {job.source} 生成的文件同名"
            shared = f"（{job.stem.name}）" if _SHEET_SUFFIX in job.stem.name else ""
            raise bulletin_gen.WriteError(bulletin_gen.Problem(message + shared, "请改名，或分开生成到不同的文件夹"))


def _spare_the_sources(jobs: Sequence[Job], formats: Sequence[str]) -> None:
    sources = {job.source for job in jobs}
    for output in (job.output(suffix) for job in jobs for suffix in formats):
        if any(is_same_file(output, source) for source in sources):
            message = f"{output} 是通报文件本身，不能用生成的文件覆盖"
            raise bulletin_gen.WriteError(bulletin_gen.Problem(message, "请用 -o 写到另一个文件夹"))


def _read_draft(draft: Path) -> Source:
    """Return what an office's own text or DOCX says. Raises ReadError when not all of it could be read."""
    reading = bulletin_gen.read_bulletin(draft)
    if not reading.complete:
        told = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
        raise bulletin_gen.ReadError(*map(as_problem, told))
    doubts = [finding for finding in reading.findings if finding.severity is not Severity.NOTE]
    return Source(reading.spec, tuple(doubts))
