"""What is kept of each bulletin of a batch: enough to report it, and to know whether it has to be made again."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from bulletin_gen.batch.task import Fate, Outcome, Setting, Task
from bulletin_gen.checks.report.json import finding_json
from bulletin_gen.files.manifest import digest_of
from bulletin_gen.finding import Severity
from bulletin_gen.fonts import FontSet
from bulletin_gen.frozen import frozen

_HEAD = ("通报", "结果", "文件", "页数", *(str(severity) for severity in Severity), "代用字体", "说明")
_OF_FACES = "fonts/"


@frozen
class Record:
    """`key` stands for all that the files are made of; `files` are their names, below the output folder, and digests.

    `findings` are as `finding_json` has them, `problems` as they are told.
    """

    name: str
    source: str
    fate: Fate
    key: str
    files: Mapping[str, str] = field(default_factory=dict)
    pages: int | None = None
    findings: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[str, ...] = ()


def setting_key(setting: Setting, faces: str, version: str) -> str:
    """Return what stands for all that the bulletins of a batch have in common.

    `faces` stands for the faces of this machine (see `faces_key`), `version` is that of this program.
    """
    return repr((version, setting.formats, setting.style, setting.numbering, setting.packing, faces))


def key_of(task: Task, setting: str) -> str:
    """Return what a bulletin's files are made of, in a few characters: the same key, the same bytes.

    `setting` stands for what it has in common with the others (see `setting_key`).
    """
    return digest_of(repr((setting, task.source, task.office, task.findings)).encode() + b"\0" + task.content)


def faces_key(fonts: FontSet) -> str:
    """Return what stands for the faces that each role is set in, down to their bytes."""
    files = dict.fromkeys(choice.file for choice in fonts.choices)
    said = ([choice.name for choice in fonts.choices], [digest_of(file.read_bytes()) for file in files])
    return digest_of(repr(said).encode())


def record_of(outcome: Outcome, key: str, digests: Mapping[str, str]) -> Record:
    """Return what is kept of an outcome whose files have these digests, by their names."""
    files = {file: digests[file] for file in outcome.by_file}
    findings = tuple(map(finding_json, outcome.findings))
    problems = tuple(map(str, outcome.problems))
    return Record(outcome.name, outcome.source, outcome.fate, key, files, outcome.pages, findings, problems)


def record_line(record: Record) -> str:
    """Return a record as one line of JSON."""
    return json.dumps({**vars(record), "fate": str(record.fate)}, ensure_ascii=False) + "\n"


def records_in(lines: Iterable[str]) -> Iterator[Record]:
    """Yield the records that lines hold; those that are none, as a killed run leaves, are not looked at."""
    return (record for record in map(_record, lines) if record)


def read_records(text: str) -> dict[str, Record]:
    """Return the records of a journal by name, the last of each."""
    return {record.name: record for record in records_in(text.splitlines())}


def report_json(records: Iterable[Record]) -> str:
    """Return what became of each bulletin and how many came to what, as one JSON object, a line a bulletin."""
    counts: Counter[str] = Counter()
    bulletins: list[str] = []
    for record in records:
        counts[record.fate] += 1
        told = {
            "source": record.source,
            "result": str(record.fate),
            "files": list(record.files),
            "pages": record.pages,
            "problems": list(record.problems),
            "findings": list(record.findings),
        }
        bulletins.append(json.dumps(told, ensure_ascii=False))
    listed = ",\n".join(bulletins)
    return f'{{"counts": {json.dumps(counts, ensure_ascii=False)},\n"bulletins": [\n{listed}\n]}}\n'


def report_csv(records: Iterable[Record]) -> bytes:
    """Return the same, a line a bulletin, as a sheet that Excel opens."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    writer.writerows(map(_row, records))
    return text.getvalue().encode("utf-8-sig")


def _row(record: Record) -> tuple[str, ...]:
    """Return the line of a bulletin; what is told of faces is of the machine, and counted apart."""
    ours = [finding for finding in record.findings if not finding["rule"].startswith(_OF_FACES)]
    counts = Counter(finding["severity"] for finding in ours)
    faces = [finding for finding in record.findings if finding["rule"].startswith(_OF_FACES)]
    told = [*record.problems, *(finding["message"] for finding in (*sorted(ours, key=_rank), *faces))]
    pages = "" if record.pages is None else str(record.pages)
    cells = (record.source, str(record.fate), "\n".join(record.files), pages)
    counted = (*(counts[severity] for severity in Severity), len(faces))
    return (*map(_as_text, cells), *map(str, counted), _as_text(told[0] if told else ""))


def _rank(finding: Mapping[str, Any]) -> int:
    """Return what puts the gravest first."""
    return list(Severity).index(finding["severity"])


def _as_text(cell: str) -> str:
    """Return a cell that a sheet takes for text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _record(line: str) -> Record | None:
    try:
        kept = json.loads(line)
        fate = Fate(kept.pop("fate"))
        return Record(fate=fate, findings=tuple(kept.pop("findings")), problems=tuple(kept.pop("problems")), **kept)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
