"""One bulletin of many, as it is sent to whoever renders it, and what comes back. Both are plain and can be pickled."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.errors import Problem
from bulletin_gen.finding import Finding, Severity, is_doubt
from bulletin_gen.frozen import frozen
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import Places
from bulletin_gen.writers import Numbering, Packing


@frozen
class Setting:
    """How all of them are set. `font_folders` are looked through first, on the machine that renders."""

    formats: tuple[str, ...] = ("docx", "pdf")
    style: Style = GBT9704
    font_folders: tuple[Path, ...] = ()
    numbering: Numbering | None = None
    packing: Packing = Packing.PORTABLE


@frozen
class Task:
    """`name` is where its files go, without a suffix, and tells it from all others; `content` is its YAML.

    `source` names it in messages. The text is checked as `office` wants it; None checks nothing. `findings` is what
    there is to be told of it already; `places` is where its fields stand, where the author typed no YAML.
    """

    name: str
    source: str
    content: bytes
    office: Office | None = ANY_OFFICE
    findings: tuple[Finding, ...] = ()
    places: Places | None = None


class Fate(StrEnum):
    """What became of a bulletin."""

    MADE = "已生成"
    DOUBTED = "已生成，有疑问"
    FAILED = "没有生成"


@frozen
class Outcome:
    """`files` are the bytes by format, none where there are `problems`; `pages` are those of the PDF, else None."""

    name: str
    source: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    pages: int | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def by_file(self) -> dict[str, bytes]:
        """The files by their names."""
        return {f"{self.name}.{suffix}": content for suffix, content in self.files.items()}

    @property
    def fate(self) -> Fate:
        if self.problems:
            return Fate.FAILED
        is_wrong = any(finding.severity is Severity.ERROR or is_doubt(finding) for finding in self.findings)
        return Fate.DOUBTED if is_wrong else Fate.MADE
