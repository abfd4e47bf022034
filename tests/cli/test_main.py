"""The program as a clerk meets it: help, slips of the keyboard, endings."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.cli.program import program
from bulletin_gen.cli.terminal import display_width
from bulletin_gen.files import starter
from judges import CHECKOUT

COMMANDS = sorted(program.commands)


def run(*arguments: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-c", "from bulletin_gen.__main__ import run; run()", *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, env={**os.environ, **environment})


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([command, "--help"] for command in COMMANDS)])
@pytest.mark.parametrize("columns", ["40", "80", "300"])
def test_help_is_chinese_and_keeps_to_the_width(
    arguments: list[str], columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert main(arguments) == 0

    page = capsys.readouterr().out
    assert page.startswith("用法：bulletin-gen")
    assert not [word for word in ("Usage", "Options", "Show", "[OPTIONS]", "COMMAND", "TEXT", "PATH") if word in page]
    assert max(map(display_width, page.splitlines())) <= min(int(columns), 100)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_every_option_with_a_word_about_it(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = [option for option in program.commands[command].params if isinstance(option, click.Option)]

    main([command, "--help"])

    page = capsys.readouterr().out
    assert [name for option in options for name in option.opts if name not in page] == []
    assert all(option.help for option in options)


def test_the_programs_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")] == [
        "new",
        "import",
        "render",
        "batch",
        "check",
        "rules",
        "fields",
        "explain",
        "schema",
        "compare",
        "merge",
        "opinions",
        "ledger",
        "proof",
        "fonts",
        "--version",
        "-h,",
    ]


def test_without_a_command_the_help_is_shown_and_nothing_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("用法：")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"bulletin-gen {bulletin_gen.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["rendr"], f"没有 rendr 这个命令；可用：{'、'.join(program.commands)}"),
        (["--foo"], "没有 --foo 这个选项"),
        (["--version=1"], "选项 --version 后面不能带内容"),
        (["render"], "缺少参数 通报…"),
        (["render", "a.yaml", "--forma"], "没有 --forma 这个选项；是不是 --format？"),
        (["render", "a.yaml", "--format"], "选项 --format 后面要写上内容"),
        (["render", "a.yaml", "--format", "docx,doc"], "选项 --format：没有“doc”这种格式；可用：docx、pdf、txt"),
        (["render", "a.yaml", "--force=1"], "选项 --force 后面不能带内容"),
        (["render", "a.yaml", "-x"], "没有 -x 这个选项"),
        (["new", "a.yaml", "b.yaml"], "多余的参数：a.yaml b.yaml"),
        (["new", "-o"], "选项 -o 后面要写上内容"),
    ],
)
def test_a_slip_on_the_command_line_is_told_in_chinese(
    arguments: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2

    told = capsys.readouterr().err.splitlines()
    assert told[0] == f"错误：{answer}"
    assert told[1].startswith("用法：bulletin-gen")
    assert told[2].startswith("说明：bulletin-gen")
    assert told[2].endswith("--help")


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_keys: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(starter, "read_starter", interrupt)

    assert main(["new"]) == 130
    assert capsys.readouterr().err.strip() == ""


def test_a_fault_of_our_own_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(starter, "read_starter", lambda _keys: 1 // 0)

    assert main(["new"]) == 2

    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "这是 bulletin-gen 自身的缺陷" in told


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}])
def test_chinese_comes_out_in_any_environment(environment: dict[str, str], tmp_path: Path) -> None:
    done = run("render", "没有.yaml", folder=tmp_path, **environment)

    assert done.returncode == 2
    assert done.stderr.decode().startswith("错误：没有.yaml：读不了这个文件")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", "from bulletin_gen.__main__ import run; run()", "new"]

    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "通报.yaml").is_file()


def test_a_damaged_cache_changes_nothing(tmp_path: Path) -> None:
    spec = str(CHECKOUT / "examples" / "临澜市水务局党组.yaml")
    cache = tmp_path / "cache"
    first = run("check", spec, BULLETIN_GEN_CACHE=str(cache))
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-9])
    second = run("check", spec, BULLETIN_GEN_CACHE=str(cache))

    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)
    assert second.stderr == b""


def test_a_user_without_a_place_for_a_cache_is_served(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("甲")

    assert run("new", "-o", str(tmp_path / "通报.yaml"), BULLETIN_GEN_CACHE=str(in_the_way)).returncode == 0
    assert in_the_way.read_text() == "甲"
