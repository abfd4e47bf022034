"""What a batch writes is whole, noted, and known again."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_gen.batch.record import (
    Record,
    key_of,
    read_records,
    record_line,
    record_of,
    report_csv,
    report_json,
    setting_key,
)
from bulletin_gen.batch.store import JOURNAL, REPORTS, Store
from bulletin_gen.batch.task import Fate, Outcome, Setting, Task
from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.writers import Packing

MADE = Outcome("甲", "甲.yaml", {"txt": "通报".encode()})
WRONG = Outcome("乙", "乙.yaml", problems=(Problem("写错了"),))


def test_what_was_written_is_known_by_its_key_until_a_file_is_another(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(MADE, "k1")
    store.flush()
    records = store.written
    store.close(list(map(record_line, records)))
    again = Store(tmp_path)

    assert again.unchanged("甲", "k1") == records[0]
    assert again.unchanged("甲", "k2") is None
    assert again.unchanged("丙", "k1") is None
    (tmp_path / "甲.txt").write_text("改过")
    assert again.unchanged("甲", "k1") is None


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(WRONG, "k")
    store.flush()
    store.close(list(map(record_line, store.written)))

    assert Store(tmp_path).unchanged("乙", "k") is None


def test_a_journal_that_was_cut_off_says_what_it_holds(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(MADE, "k1")
    store.flush()
    with (tmp_path / JOURNAL).open("a") as journal:
        journal.write('{"name": "丙", "sou')

    assert Store(tmp_path).unchanged("甲", "k1")


def test_a_file_that_is_not_ours_stays_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("别人的")
    store = Store(tmp_path)
    store.put(MADE, "k1")
    store.put(replace(MADE, name="丁", source="丁.yaml"), "k2")
    store.flush()
    records = {record.name: record for record in store.written}

    assert (tmp_path / "甲.txt").read_text() == "别人的"
    assert records["甲"].fate is Fate.FAILED
    assert "不是本程序生成的" in records["甲"].problems[0]
    assert records["丁"].fate is Fate.MADE
    assert (tmp_path / "丁.txt").read_text() == "通报"


def test_a_folder_of_a_folder_is_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "生成")
    store.put(replace(MADE, name="第一轮/甲"), "k")
    store.flush()

    assert (tmp_path / "生成/第一轮/甲.txt").is_file()


def test_both_reports_tell_of_each(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(MADE, "k1")
    store.put(WRONG, "k2")
    store.flush()
    store.close(list(map(record_line, store.written)))

    told = json.loads((tmp_path / REPORTS[0]).read_text(encoding="utf-8"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / REPORTS[1]).read_bytes().decode("utf-8-sig"))))
    assert told["counts"] == {"已生成": 1, "没有生成": 1}
    assert [one["problems"] for one in told["bulletins"]] == [[], ["写错了"]]
    assert [(row["通报"], row["结果"], row["说明"]) for row in rows] == [
        ("甲.yaml", "已生成", ""),
        ("乙.yaml", "没有生成", "写错了"),
    ]


def test_a_report_that_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / REPORTS[1]).write_text("别人的")
    store = Store(tmp_path)
    store.put(MADE, "k1")

    store.flush()
    with pytest.raises(WriteError, match="不是本程序生成的"):
        store.close(list(map(record_line, store.written)))
    assert (tmp_path / REPORTS[1]).read_text() == "别人的"
    assert (tmp_path / "甲.txt").read_text() == "通报"
    assert Store(tmp_path).unchanged("甲", "k1")


def test_a_record_comes_back_from_its_line() -> None:
    record = Record(
        "甲", "甲.yaml", Fate.DOUBTED, "k", {"甲.pdf": "d"}, 3, ({"rule": "a/b", "message": "句"},), ("错",)
    )

    assert read_records(record_line(record)) == {"甲": record}


def test_lines_that_are_no_records_are_passed() -> None:
    assert read_records("[]\n{}\n1\n{\n" + "[" * 100_000 + '\n{"fate": "已生成"}\n') == {}


def test_the_report_opens_as_text_whatever_a_name_begins_with() -> None:
    record = Record("=1+1", "=1+1.yaml", Fate.FAILED, "", problems=("+错",))

    assert "'=1+1.yaml" in report_csv([record]).decode("utf-8-sig")
    assert json.loads(report_json([record]))["bulletins"][0]["source"] == "=1+1.yaml"


def test_the_sheet_tells_the_gravest_first_and_counts_what_is_of_faces_apart() -> None:
    face = Finding("fonts/substitute", Severity.WARNING, "没有找到楷体")
    findings = (Finding("marks/width", Severity.ADVICE, "半角"), face, Finding("spec/dates", Severity.WARNING, "颠倒"))
    record = record_of(replace(MADE, findings=findings), "k", {"甲.txt": "0"})

    assert report_csv([record]).decode("utf-8-sig").splitlines()[1] == "甲.yaml,已生成，有疑问,甲.txt,,0,1,1,0,1,颠倒"


def test_the_key_changes_with_whatever_the_bytes_are_made_of() -> None:
    task, setting = Task("甲", "甲.yaml", b"x"), Setting()
    keys = {
        key_of(task, setting_key(setting, "f", "1")),
        key_of(replace(task, content=b"y"), setting_key(setting, "f", "1")),
        key_of(replace(task, office=None), setting_key(setting, "f", "1")),
        key_of(task, setting_key(replace(setting, formats=("txt",)), "f", "1")),
        key_of(task, setting_key(replace(setting, packing=Packing.FAST), "f", "1")),
        key_of(task, setting_key(setting, "g", "1")),
        key_of(task, setting_key(setting, "f", "2")),
    }

    assert len(keys) == 7
    assert key_of(replace(task, name="乙"), setting_key(setting, "f", "1")) in keys
