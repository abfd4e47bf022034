"""Whatever the system refuses is told in plain Chinese, without a traceback."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.files.starter import read_starter

_RUN = "import sys; from bulletin_gen.cli import main; sys.exit(main())"
SPEC = """\
issuer: {name: 中共石桥镇委员会}
title: 通报
opening: 甲。
results: {issues: [{problem: 台账不清, text: 已补齐。}]}
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("通报.yaml").write_bytes(read_starter())


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a command that could not run says."""
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("output", ["", ".", "/"])
def test_a_folder_as_output(output: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "已是一个文件夹" in told(["new", "-o", output, "--force"], capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "-o", "长" * 90],
        ["render", "长" * 90],
        ["render", f"{'长' * 80}.yaml", "--format", "txt", "--with", "approval-sheet"],
        ["import", f"{'长' * 90}.txt"],
        ["proof", f"{'长' * 90}.docx"],
    ],
)
def test_a_name_longer_than_the_system_takes(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(f"{'长' * 80}.yaml").write_bytes(read_starter())

    assert "文件名太长" in told(arguments, capsys)
    assert not list(Path().glob("*.txt"))


def test_a_name_that_is_no_unicode() -> None:
    name = os.fsdecode(b"\xff.yaml")
    Path(name).write_text(SPEC, encoding="utf-8")

    for _ in range(2):
        assert main(["render", name, "--format", "txt"]) == 0
    assert Path(name).with_suffix(".txt").exists()


def test_folders_in_folders_without_end(capsys: pytest.CaptureFixture[str]) -> None:
    deep = Path("a/" * 1500)

    assert "文件名太长" in told(["render", "通报.yaml", "--format", "txt", "-o", str(deep / deep)], capsys)
    assert main(["render", "通报.yaml", "--format", "txt", "-o", str(deep)]) == 0

    for path in list(deep.iterdir()):
        path.unlink()
    os.removedirs(deep)  # pytest could not


@pytest.mark.parametrize(
    "arguments", [["new", "--force"], ["render", "通报.yaml"], ["import", "旧稿.txt"], ["proof", "通报.docx"]]
)
def test_a_working_folder_that_is_gone(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("临时").mkdir()
    monkeypatch.chdir("临时")
    Path("../临时").rmdir()

    assert "没有这个文件或文件夹；" in told(arguments, capsys)


@pytest.mark.parametrize("closed", [["stdout"], ["stdout", "stderr"]])
@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["render", "没有.yaml"], 2)])
def test_a_program_without_a_screen_does_its_work(
    arguments: list[str], code: int, closed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in closed:
        monkeypatch.setattr(sys, stream, None)

    assert main(arguments) == code


def test_a_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert told(["render", "-"], capsys).startswith("错误：读不了标准输入：它是关着的；")


def test_a_standard_input_that_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Failing(io.RawIOBase):
        def read(self, _size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Failing()))  # type: ignore[type-var]

    assert told(["render", "-"], capsys).startswith("错误：读不了标准输入：磁盘读写出错；")


@pytest.mark.parametrize("arguments", [["--help"], ["render", "通报.yaml", "--format", "txt"]])
def test_a_full_disk_behind_the_standard_output(arguments: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(bulletin_gen.__file__).parents[1])}
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", _RUN, *arguments]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment)

    assert run.returncode == 2
    assert run.stderr.decode() == "错误：结果写不到屏幕或所指的文件：磁盘满了\n"


def test_a_folder_that_may_not_be_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    refuse: Callable[..., int] = os.open

    def without_rights(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(path))
        return refuse(path, flags, mode)

    monkeypatch.setattr(os, "open", without_rights)

    assert "没有权限" in told(["render", "通报.yaml", "--format", "txt"], capsys)


def test_of_very_many_mistakes_the_first_and_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    issues = "    - {problem: 台账不清, status: 已完}\n" * 300
    Path("通报.yaml").write_text(f"issuer: {{name: 石桥镇}}\nresults:\n  issues:\n{issues}", encoding="utf-8")

    lines = told(["render", "通报.yaml"], capsys).splitlines()

    assert len(lines) == 21
    assert lines[-1] == "共有 300 处错误，以上是前 20 处；改好后再运行，会列出其余的"


def test_a_command_that_looks_like_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(["--", "-x"], capsys).startswith("错误：没有 -x 这个命令；可用：new、")


@pytest.mark.parametrize("field", ["title", "issuer"])
def test_a_text_longer_than_a_property_of_a_docx(field: str) -> None:
    long = "石桥" * 200
    spec = SPEC.replace("通报", long) if field == "title" else SPEC.replace("中共石桥镇委员会", long)

    rendered = bulletin_gen.render(bulletin_gen.load_spec(spec), ["docx"])

    assert long in bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(spec))).replace("\n", "")
    assert len(rendered.files["docx"]) > 1000
