"""What the README promises holds: its commands run, its spec gives its text, its Python works."""

import re
import shlex
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main, program
from judges import CHECKOUT

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """Return the one fenced block of a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return found


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
    bulletin, places = bulletin_gen.load_spec(block("yaml"))

    assert bulletin_gen.plain_text(bulletin_gen.compose(bulletin, places)) == block("text")


def test_its_python_runs(empty_folder: Path) -> None:
    (empty_folder / "通报.yaml").write_text(block("yaml"), encoding="utf-8")

    exec(compile(block("python"), "README.md", "exec"), {})

    assert (empty_folder / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_its_files_exist() -> None:
    links = re.findall(r"\]\(([^#)]+)\)", README)

    assert [link for link in links if not (CHECKOUT / link).exists()] == []
