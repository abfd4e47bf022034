"""A second process of a command does what this one would, and whatever happens to it, nothing is lost."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_gen import read_spec, render
from bulletin_gen.cli import beside
from judges import CHECKOUT
from judges import test_fonts as folder_of_faces

EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))
needs_two = pytest.mark.skipif(not beside._has_another_processor(), reason="a process of its own for each of two parts")

# Prints what comes of a block of `beside`; a process that others have threads in should not be forked.
_SCRIPT = """
import os, signal, sys
from functools import partial
from bulletin_gen.cli.beside import beside
from bulletin_gen.errors import BulletinError, Problem

here = os.getpid()
ready = []

def is_here():
    return os.getpid() == here

def get_ready():
    ready.append(1)

def are_ready():
    return len(ready)

def end_there():
    return is_here() or os.kill(os.getpid(), signal.SIGKILL)

def refuse():
    raise BulletinError(Problem("不行"))

def shout():
    print("heard")
    print("heard", file=sys.stderr)
    os.write(1, b"heard")

def much(size):
    return bytes(size)

with beside(get_ready, True) as begin:
"""


def said(block: str) -> str:
    """Return what is printed by a block of lines that `begin` work."""
    return output_of(_SCRIPT + "".join(f"    {line}\n" for line in block.splitlines()))


def output_of(script: str) -> str:
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    return run.stdout + run.stderr


@needs_two
def test_work_is_done_in_another_process_that_is_ready_for_it() -> None:
    assert said("print(begin(is_here)(), begin(are_ready)(), len(ready))") == "False 1 0\n"


def test_a_process_that_is_not_the_commands_own_does_all_itself() -> None:
    with beside.beside(pytest.fail, is_own=False) as begin:
        assert begin(lambda: "here")() == "here", "and nothing has to be pickled"


def test_with_a_single_processor_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside.os, "sched_getaffinity", lambda _: {0}, raising=False)

    with beside.beside(pytest.fail, is_own=True) as begin:
        assert begin(lambda: "here")() == "here"


@needs_two
def test_what_is_raised_is_raised_here_and_what_comes_after_is_done_here() -> None:
    block = """
try:
    begin(refuse)()
except BulletinError as error:
    print(error.problems[0].message)
print(begin(is_here)())
"""

    assert said(block) == "不行\nTrue\n"


@needs_two
def test_a_process_that_was_killed_loses_no_work() -> None:
    assert said("print(begin(end_there)(), begin(is_here)())") == "True True\n"


@needs_two
@pytest.mark.parametrize("work", ["is_here", "end_there"])
def test_nobody_has_to_be_told_that_it_ended(work: str) -> None:
    block = f"""
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(begin({work})())
"""

    assert said(block) == f"{work == 'end_there'}\n"


@needs_two
def test_nobody_has_to_wait_for_what_was_begun() -> None:
    """More than a pipe holds has been said, and is to be said: neither process waits for the other."""
    block = """
begin(partial(much, 1_000_000))
print(begin(partial(len, bytes(1_000_000)))(), begin(is_here)())
"""

    assert said(block) == "1000000 True\n"


@needs_two
def test_the_other_process_says_nothing() -> None:
    assert said("begin(shout)()") == ""


@needs_two
def test_where_no_process_can_be_had_all_is_done_here() -> None:
    block = "print(begin(is_here)())"
    script = _SCRIPT.replace("here = os.getpid()", "here = os.getpid()\nos.fork = lambda: 1 // 0")
    assert "ZeroDivisionError" in output_of(script + f"    {block}"), "else it is not asked for"

    assert output_of(script.replace("lambda: 1 // 0", "lambda: os.open('', 0)") + f"    {block}") == "True\n"


@needs_two
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_process_without_input_or_output_makes_its_files(closed: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bulletin_gen", "render", str(EXAMPLES[0]), "--format", "txt", "-o", str(tmp_path)]
    subprocess.run(["sh", "-c", f"exec {shlex.join(command)} {closed}"], check=False, capture_output=True, timeout=60)

    assert (tmp_path / f"{EXAMPLES[0].stem}.txt").read_bytes() == render(read_spec(EXAMPLES[0]), ("txt",)).files["txt"]


@needs_two
def test_the_process_that_reads_and_checks_loads_nothing_that_prints(tmp_path: Path) -> None:
    """So the other one has printed: what fails there is done again here."""
    script = "import sys; from bulletin_gen.cli import main; main(sys.argv[1:], is_own=True)"
    told = "print({'bulletin_gen.layout', 'reportlab', 'uharfbuzz'} & set(sys.modules))"
    faces = ["--fonts", str(folder_of_faces()), "-o", str(tmp_path)]
    command = [sys.executable, "-c", f"{script}; {told}", "render", str(EXAMPLES[0]), "--format", "pdf", *faces]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.splitlines()[-1] == "set()"
    assert (tmp_path / f"{EXAMPLES[0].stem}.pdf").exists()


@needs_two
def test_many_bulletins_come_out_as_if_made_here(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bulletin_gen", "render", *map(str, EXAMPLES), "--format", "docx,txt"]
    subprocess.run([*command, "-o", str(tmp_path)], capture_output=True, check=False, timeout=120)

    for example in EXAMPLES:
        files = render(read_spec(example), ("docx", "txt")).files
        assert {suffix: (tmp_path / f"{example.stem}.{suffix}").read_bytes() for suffix in files} == files
