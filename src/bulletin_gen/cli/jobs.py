"""What `render` has to do: which files are read, what they hold, and what the files made of them are called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import bulletin_gen
from bulletin_gen.finding import Finding, Severity

_T = TypeVar("_T")
_R = TypeVar("_R")
_STDIN = Path("-")
_STDIN_STEM = "通报"
_DRAFTS = (".txt", ".docx")
_SHEET_SUFFIX = "-发文稿纸"


@dataclass(frozen=True)
class Job:
    """A file to read and the stem of what is made of it."""

    source: Path
    stem: Path

    def output(self, suffix: str) -> Path:
        return self.stem.with_name(f"{self.stem.name}.{suffix}")

    def for_approval_sheet(self) -> Job:
        return Job(self.source, self.stem.with_name(self.stem.name + _SHEET_SUFFIX))


@dataclass(frozen=True)
class Source:
    """What a file says, and what looks wrong in it where it is no spec but an office's own draft."""

    spec: bulletin_gen.Spec
    doubts: tuple[Finding, ...] = ()


def plan_jobs(sources: Sequence[Path], folder: Path | None, formats: Sequence[str]) -> list[Job]:
    """Return a job for each source, to be made in `folder`, None meaning beside it.

    Raises WriteError when two jobs would write the same files, or one would write over a source.
    """
    jobs = [
        Job(source, (folder or source.parent) / (_STDIN_STEM if source == _STDIN else source.stem))
        for source in sources
    ]
    _refuse_twins(jobs)
    _spare_the_sources(jobs, formats)
    return jobs


def read_source(path: Path) -> Source:
    """Return what a spec, a draft or the standard input says. Raises BulletinError."""
    if path == _STDIN:
        from bulletin_gen.files.yaml_files import read_spec_from

        return Source(read_spec_from(sys.stdin.buffer, "标准输入"))
    if path.suffix.lower() in _DRAFTS:
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


def as_problem(finding: Finding) -> bulletin_gen.Problem:
    return bulletin_gen.Problem(finding.message, finding.hint, finding.where)


def _refuse_twins(jobs: Sequence[Job]) -> None:
    seen: dict[str, Job] = {}
    for job in jobs:
        first = seen.setdefault(str(job.stem.absolute()).casefold(), job)
        if first is not job:
            message = f"{first.source} 和 {job.source} 生成的文件同名"
            raise bulletin_gen.WriteError(bulletin_gen.Problem(message, "请改名，或分开生成到不同的文件夹"))


def _spare_the_sources(jobs: Sequence[Job], formats: Sequence[str]) -> None:
    sources = {job.source.absolute() for job in jobs}
    for job in jobs:
        for output in map(job.output, formats):
            if output.absolute() in sources:
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
