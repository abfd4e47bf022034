"""A reading in; those of its parts out, where the bulletins of several bodies stand in one source."""

from collections.abc import Iterator
from dataclasses import replace

from bulletin_gen.finding import Finding
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.parse.bulletin import UNKNOWN
from bulletin_gen.readers.parse.named import with_names
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.sheet.units import Unit, named_units, titled_units
from bulletin_gen.readers.source import Lines
from bulletin_gen.spec.model import Issuer


@frozen
class Parts:
    """The bulletins of several bodies, and the lines before the first, which are in none of them."""

    common: Lines
    readings: tuple[Reading, ...]


def parted(reading: Reading, file: str | None = None) -> Parts | None:
    """Return each body's bulletin; None where there is one, or where it is not certain where each begins."""
    units = titled_units(reading.lines)
    if not units and reading.bulletin.issuer.name == UNKNOWN:
        units = named_units(reading.lines)
    if not units:
        return None
    ends = [*(unit.start for unit in units[1:]), len(reading.lines)]
    beside = set(reading.findings) - set(read_lines(reading.lines, file).findings)
    parts = [_read(reading.lines[unit.start : end], unit, file) for unit, end in zip(units, ends, strict=True)]
    parts = [_with_findings(part, beside, is_first=not at) for at, part in enumerate(parts)]
    common = reading.lines[: units[0].start]
    return Parts(common, tuple(replace(part, people=reading.people) for part in parts))


def _read(lines: Lines, unit: Unit, file: str | None) -> Reading:
    """Return the bulletin of one body, which is its issuer where nothing in the lines names another."""
    reading = read_lines(lines, file)
    if reading.bulletin.issuer.name != UNKNOWN:
        return reading
    issuer = Issuer(name=unit.name, signature=[])
    bulletin = with_names(reading.bulletin.model_copy(update={"issuer": issuer}))
    return replace(reading, spec=replace(reading.spec, bulletin=bulletin))


def _with_findings(part: Reading, beside: set[Finding], *, is_first: bool) -> Reading:
    """Return a part with what the file's own reader told of its lines; what it told of no line goes with the first."""
    added = sorted(_of(part, beside, is_first), key=lambda finding: finding.where.line or 0)
    return replace(part, findings=(*part.findings, *added))


def _of(part: Reading, beside: set[Finding], is_first: bool) -> Iterator[Finding]:
    numbers = {line.number for line in part.lines}
    for finding in beside:
        line = finding.where.line
        if line in numbers or (line is None and is_first):
            yield finding
