"""`bulletin-gen batch`: what one bad spec, a kill, Ctrl-C and a second run come to."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from batches import spec, specs_in
from bulletin_gen.batch.store import JOURNAL
from bulletin_gen.cli import main

BATCH = [sys.executable, "-m", "bulletin_gen", "batch"]


@pytest.fixture
def given(tmp_path: Path) -> Path:
    return specs_in(tmp_path / "通报", 4)


def run(given: Path, *options: str) -> int:
    return main(["batch", str(given), "-o", str(given.parent / "生成"), "--format", "txt", "--workers", "1", *options])


def made(given: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (given.parent / "生成").glob("*.txt")}


def test_all_are_made_and_a_second_run_has_nothing_to_do(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = run(given)
    before = made(given)
    capsys.readouterr()

    assert run(given) == first
    assert "其中 4 份没有变化，没有重新生成" in capsys.readouterr().out
    assert made(given) == before
    assert len(before) == 4


def test_only_what_changed_is_made_again(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(given)
    (given / "第2份.yaml").write_text(spec(77), encoding="utf-8")
    capsys.readouterr()
    run(given)

    assert "其中 3 份没有变化" in capsys.readouterr().out
    assert "已补记77次。" in made(given)["第2份.txt"].decode()


def test_a_bad_spec_is_told_with_its_line_and_the_rest_is_made(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (given / "坏的.yaml").write_text("issuer:\n  name: 甲\n  nmae: 乙\nopening: 无\n", encoding="utf-8")

    assert run(given) == 2
    told = capsys.readouterr()
    assert f"没有生成 {given / '坏的.yaml'}:3:3" in told.err
    assert told.err.count("坏的.yaml") == 1
    assert "共 5 份：已生成 4 份，没有生成 1 份" in told.out
    assert len(made(given)) == 4
    report = json.loads((given.parent / "生成/report.json").read_text(encoding="utf-8"))
    assert [one["source"][-7:] for one in report["bulletins"] if one["problems"]] == ["坏的.yaml"]


def test_two_of_one_name_are_told_and_one_is_made(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = specs_in(given.parent / "又", 1)

    code = main(["batch", f"{given}/*.yaml", f"{other}/*.yaml", "-o", str(given.parent / "生成"), "--format", "txt"])

    assert code == 2
    assert "同名" in capsys.readouterr().err
    assert len(made(given)) == 4


def test_a_dry_run_writes_nothing(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(given, "--dry-run") == 0

    assert "什么也没有写" in capsys.readouterr().out
    assert not (given.parent / "生成").exists()


def test_what_leads_nowhere_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(tmp_path / "没有")]) == 2
    assert "没有找到通报文件" in capsys.readouterr().err


def started(given: Path, count: int) -> subprocess.Popen[bytes]:
    """Return a run in which more bulletins are written than are noted at once, and most are not done yet."""
    output = given.parent / "生成"
    command = [*BATCH, str(given), "-o", str(output), "--format", "txt", "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    while process.poll() is None and len(list(output.glob("*.txt"))) < count:
        time.sleep(0.01)
    assert process.poll() is None, "it was done before it could be stopped"
    return process


def test_a_run_that_is_killed_is_taken_up_by_the_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = specs_in(tmp_path / "通报", 220)
    process = started(given, 60)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()

    run(given)

    assert len(made(given)) == 220
    assert all(f"已补记{number}次。" in made(given)[f"第{number}份.txt"].decode() for number in (0, 99, 219))
    assert "没有变化" in capsys.readouterr().out
    assert not list(given.parent.rglob("*.tmp"))


def test_a_run_that_is_stopped_says_so_and_notes_what_it_did(tmp_path: Path) -> None:
    given = specs_in(tmp_path / "通报", 900)
    process = started(given, 60)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()

    assert process.returncode == 130
    assert "再运行一次会接着做" in told.decode()
    assert "Traceback" not in told.decode()
    noted = (given.parent / "生成" / JOURNAL).read_text(encoding="utf-8").splitlines()
    assert len(noted) == len(made(given)) < 900


def test_a_template_and_a_table_make_a_bulletin_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "样稿.yaml").write_text(spec(1), encoding="utf-8")
    (tmp_path / "各单位.csv").write_text("issuer.name,文件名\n中共柳塘镇委员会,柳塘\n,甲\n", encoding="utf-8")
    given = ["batch", "--template", str(tmp_path / "样稿.yaml"), "--data", str(tmp_path / "各单位.csv")]
    output = ["-o", str(tmp_path / "生成"), "--format", "txt", "--workers", "1"]

    assert main([*given, *output, "--dry-run"]) == 0
    assert "第2行" in capsys.readouterr().out
    assert main([*given, *output]) in (0, 1)
    assert "中共柳塘镇委员会" in (tmp_path / "生成/柳塘.txt").read_text(encoding="utf-8")
    assert "中共青溪1镇委员会" in (tmp_path / "生成/甲.txt").read_text(encoding="utf-8")


def test_what_is_wrong_in_a_row_is_told_in_the_words_of_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = "发文机关: {全称: 甲镇党委}\n开头: 无\n组织整改情况: 已经布置。\n成文日期: 2024-12-25\n"
    (tmp_path / "样稿.yaml").write_text(template, encoding="utf-8")
    (tmp_path / "各单位.csv").write_text("文件名,成文日期\n甲,2024-12-32\n", encoding="utf-8")
    given = ["batch", "--template", str(tmp_path / "样稿.yaml"), "--data", str(tmp_path / "各单位.csv"), "--dry-run"]

    assert main(given) == 2
    assert "第2行） 成文日期：" in capsys.readouterr().out


@pytest.mark.parametrize("given", [[], ["--template", "a.yaml"], ["a.yaml", "--template", "a.yaml", "--data", "b.csv"]])
def test_what_is_to_be_made_must_be_plain(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", *given]) == 2
    assert "--template" in capsys.readouterr().err


def test_a_folder_for_temporary_files_with_a_long_name_is_no_hindrance(given: Path) -> None:
    """Workers are forked off a process that is spoken to by a socket in it, whose path may not be long."""
    long = given.parent / ("临时" * 20)
    long.mkdir()
    out = given.parent / "生成"
    command = [*BATCH, str(given), "-o", str(out), "--format", "txt"]
    done = subprocess.run(command, env={**os.environ, "TMPDIR": str(long)}, capture_output=True, text=True)

    assert (done.returncode, len(list(out.glob("*.txt")))) == (0, 4), done.stderr
