"""What the README promises holds: its commands run, its spec gives its text, its Python works."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.cli.program import program
from judges import CHECKOUT
from ledgers import merged_ledger, problems, sheet_of

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def block(language: str) -> str:
    """Return the first fenced block of a language."""
    return blocks(language)[0]


def commands_with(words: str) -> list[list[str]]:
    """Return the arguments of the commands in the first block of commands that has these words."""
    lines = next(text for text in blocks("sh") if words in text).splitlines()
    return [shlex.split(line)[1:] for line in lines]


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", sorted(program.commands))
def test_every_command_is_explained(command: str) -> None:
    assert f"`bulletin-gen {command}" in README


def test_its_commands_run_in_an_empty_folder(empty_folder: Path) -> None:
    commands = [shlex.split(line)[1:] for line in block("sh").splitlines()]

    assert [main(command) for command in commands] == [0, 0]
    assert {path.suffix for path in empty_folder.glob("通报.*")} == {".yaml", ".docx", ".pdf"}


def test_its_spec_gives_its_text() -> None:
    spec = bulletin_gen.load_spec(block("yaml"))

    assert bulletin_gen.plain_text(bulletin_gen.compose(spec)) == block("text")


def test_its_commands_for_sign_off_run_on_its_spec(empty_folder: Path) -> None:
    """Text, ledger and colophon make an issued draft; the copy for publication is refused its colophon."""
    bulletin, for_sign_off = blocks("yaml")
    (empty_folder / "通报.yaml").write_text(bulletin + for_sign_off, encoding="utf-8")
    commands = [shlex.split(line) for line in re.findall(r"^    bulletin-gen (.*)$", README, re.MULTILINE)]
    issued, published, proof = [command for command in commands if "--profile" not in command]

    assert main(issued) == 0
    assert {path.name for path in empty_folder.glob("*.docx")} == {"通报.docx", "通报-发文稿纸.docx"}
    assert main(proof) == 0
    assert main(published) == 2


def test_its_python_runs(empty_folder: Path) -> None:
    (empty_folder / "通报.yaml").write_text(block("yaml"), encoding="utf-8")
    from_yaml, *_ = blocks("python")

    exec(compile(from_yaml, "README.md", "exec"), {})

    assert (empty_folder / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_its_checks_run(empty_folder: Path) -> None:
    (empty_folder / "通报.yaml").write_text(block("yaml"), encoding="utf-8")
    commands = commands_with("bulletin-gen check")

    assert [main(command) for command in commands] == [0] * len(commands)
    assert (empty_folder / "检查.html").is_file()


def test_its_commands_for_many_run(empty_folder: Path) -> None:
    (empty_folder / "各单位").mkdir()
    for path in ("通报.yaml", "各单位/甲.yaml"):
        (empty_folder / path).write_text(block("yaml"), encoding="utf-8")
    columns = re.findall(r"`([^`]+)`", README.split("表头写字段名，如 ")[1].split("（")[0])
    sheet = sheet_of(["文件名", *columns], ["乙", "中共南屏县青禾镇委员会", "2024年12月26日", "持续推进"])
    (empty_folder / "各单位.xlsx").write_bytes(sheet)
    of_a_round = sheet_of(
        ["被巡察单位", "反馈问题", "整改状态"], ["丙", "台账不清", "已完成"], ["丁", "记录不全", "已完成"]
    )
    (empty_folder / "总台账.xlsx").write_bytes(of_a_round)

    assert [main(command) for command in commands_with("bulletin-gen batch")] == [0, 0, 0]
    assert {path.stem for path in Path("成批生成").glob("*.docx")} == set("甲乙丙丁")


def test_the_error_that_it_shows_is_the_one_of_the_starter(
    empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new"])
    starter = Path("通报.yaml")
    starter.write_text(starter.read_text(encoding="utf-8").replace("日期: 2024-06-28", "日期: 2024-06-31"), "utf-8")

    assert main(["render", "通报.yaml"]) == 2
    assert capsys.readouterr().err.strip() in README


def test_its_commands_for_a_ledger_run(empty_folder: Path) -> None:
    (empty_folder / "台账.xlsx").write_bytes(merged_ledger(problems(3)))

    assert [main(command) for command in (*commands_with("-o 通报.yaml"), *commands_with("--into"))] == [0, 0]


def test_its_python_checks_a_text(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (empty_folder / "旧稿.txt").write_text("关于整改的通报\n修订甲、乙、等制度。\n", encoding="utf-8")
    *_, checking = blocks("python")

    exec(compile(checking, "README.md", "exec"), {})

    assert "旧稿.txt:2:6" in capsys.readouterr().out


def test_its_bulletin_made_in_python_is_one() -> None:
    _, in_python, _ = blocks("python")
    made: dict[str, Any] = {}

    exec(compile(in_python, "README.md", "exec"), made)

    assert made["docx"].startswith(b"PK")
    assert bulletin_gen.load_spec(made["yaml"]).bulletin == made["bulletin"]


def test_its_files_exist() -> None:
    links = re.findall(r"\]\(([^#)]+)\)", README)

    assert [link for link in links if not (CHECKOUT / link).exists()] == []
