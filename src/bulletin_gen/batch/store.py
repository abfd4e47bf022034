"""The output folder of a batch: its files, and a journal of what each was made of, which a killed run leaves behind."""

from collections.abc import Sequence
from pathlib import Path

from bulletin_gen.batch.record import (
    Record,
    read_records,
    record_line,
    record_of,
    records_in,
    report_csv,
    report_json,
)
from bulletin_gen.batch.task import Fate, Outcome
from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files import write_files, write_new
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.manifest import digest_of
from bulletin_gen.files.reasons import reason

JOURNAL = ".bulletin-gen-batch.jsonl"
REPORTS = ("report.json", "report.csv")
_MOST_BYTES = 512_000_000  # of a journal: some 500,000 bulletins
_AT_ONCE = 50  # outcomes that are written together: what is written of a folder is noted in one file each time


class Store:
    """What is made goes to disk a few bulletins at a time: each of their files whole, or none of a bulletin's."""

    def __init__(self, folder: Path, overwrite: bool = False) -> None:
        """Raises WriteError where the folder cannot be made, or its journal not be read."""
        self.folder, self._overwrite = folder, overwrite
        self._journal = folder / JOURNAL
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(Problem(f"建不了文件夹 {folder}：{reason(error)}", "请换一个文件夹")) from None
        self._before = read_records(self._kept()) if self._journal.exists() else {}
        self._waiting: list[tuple[Outcome, str]] = []
        self.written: list[Record] = []  # of what was written, until it is taken from here

    def unchanged(self, name: str, key: str) -> Record | None:
        """Return what was kept of a bulletin that would come out the same, and whose files are all still there."""
        record = self._before.get(name)
        if record is None or record.key != key or record.fate is Fate.FAILED:
            return None
        is_there = all(self._digest(file) == digest for file, digest in record.files.items())
        return record if is_there else None

    def put(self, outcome: Outcome, key: str) -> None:
        """Take an outcome, and write it with those before it when they are enough."""
        self._waiting.append((outcome, key))
        if len(self._waiting) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write all that waits and note it. What is interrupted waits on, and is written again."""
        records = self._written(self._waiting)
        with self._journal.open("a", encoding="utf-8") as journal:
            journal.writelines(map(record_line, records))
        self.written += records
        self._waiting = []

    def close(self, lines: Sequence[str]) -> None:
        """Write the journal anew and the reports, of all the records, which are given as lines.

        Raises WriteError where a report that is there is not as we wrote it, unless `overwrite`.
        """
        write_new(self._journal, "".join(lines).encode(), overwrite=True)
        as_json, as_csv = (self.folder / name for name in REPORTS)
        contents = {as_json: report_json(records_in(lines)).encode(), as_csv: report_csv(records_in(lines))}
        write_files(contents, overwrite=self._overwrite)

    def _written(self, waiting: Sequence[tuple[Outcome, str]]) -> list[Record]:
        """Write them all together; where that cannot be, each alone."""
        try:
            digests = self._write([outcome for outcome, _ in waiting])
        except WriteError:
            return [self._written_alone(outcome, key) for outcome, key in waiting]
        return [record_of(outcome, key, digests) for outcome, key in waiting]

    def _written_alone(self, outcome: Outcome, key: str) -> Record:
        """Write one bulletin's files; where that cannot be, it has failed."""
        try:
            return record_of(outcome, key, self._write([outcome]))
        except WriteError as error:
            failed = Outcome(outcome.name, outcome.source, findings=outcome.findings, problems=error.problems)
            return record_of(failed, key, {})

    def _write(self, outcomes: Sequence[Outcome]) -> dict[str, str]:
        """Return the digest of each file by its name."""
        contents = {file: content for outcome in outcomes for file, content in outcome.by_file.items()}
        digests = write_files({self.folder / file: one for file, one in contents.items()}, overwrite=self._overwrite)
        return {file: digests[self.folder / file] for file in contents}

    def _digest(self, file: str) -> str:
        try:
            return digest_of((self.folder / file).read_bytes())
        except OSError:
            return ""

    def _kept(self) -> str:
        hint = "请移走它：各份通报都会重新生成"
        content = read_at_most(self._journal, _MOST_BYTES, hint, WriteError)
        return content.decode("utf-8", "replace")
