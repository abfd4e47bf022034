"""What a command pays for that starts, does one thing and ends: little that it does not need."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bulletin_gen.text import codes
from judges import CHECKOUT
from judges import test_fonts as folder_of_faces

EXAMPLE = CHECKOUT / "examples" / "临澜市水务局党组.yaml"

# Told when all else that is to be done at the end has been done: what is registered first comes last.
_TOLD_AT_THE_END = """
import atexit, gc, json, re, sys
patterns, parsed, calls, compile_, parse_ = [], [], [], re.compile, re._parser.parse

def compile(pattern, flags=0):
    if sys._getframe(1).f_globals["__name__"].startswith("bulletin_gen."):
        patterns.append(pattern)
    return compile_(pattern, flags)

def parse(pattern, flags=0):
    if sys._getframe(1).f_globals["__name__"] == "bulletin_gen.text.codes":
        parsed.append(pattern)
    return parse_(pattern, flags)

def tell():
    values = [item for item in gc.get_objects() if isinstance(item, type) and "__dataclass_fields__" in vars(item)]
    methods = [vars(item).get(name) for item in values for name in ("__init__", "__eq__", "__hash__")]
    unwritten = [method for method in methods if type(method).__module__ == "bulletin_gen.frozen"]
    told = {"modules": list(sys.modules), "patterns": len(patterns), "unwritten": len(unwritten), "calls": len(calls)}
    print(json.dumps({**told, "parsed": len(parsed)}))

class Finder:
    def find_spec(self, name, *_):
        if name == "pydantic_core.core_schema":
            frame = sys._getframe()
            while frame := frame.f_back:
                calls.append(frame)

atexit.register(tell)
sys.meta_path.insert(0, Finder())
re.compile, re._parser.parse = compile, parse
from bulletin_gen.cli import main
sys.exit(main(sys.argv[1:]))
"""


def told_at_the_end(*arguments: str, cache: str = "off") -> Mapping[str, Any]:
    command = [sys.executable, "-c", _TOLD_AT_THE_END, *arguments]
    environment = {**os.environ, "BULLETIN_GEN_CACHE": cache}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    told: Mapping[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return told


@cache
def rendered(folder: Path, suffix: str) -> Mapping[str, Any]:
    faces = ["--fonts", str(folder_of_faces())]
    return told_at_the_end("render", str(EXAMPLE), "--format", suffix, "-o", str(folder), *faces)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("start")


def loaded(told: Mapping[str, Any], names: Sequence[str]) -> set[str]:
    return {name for name in names if name in told["modules"]}


def test_a_pdf_needs_no_module_of_other_formats(folder: Path) -> None:
    others = (
        "docx",
        "lxml",
        "openpyxl",
        "pdfminer",
        "bulletin_gen.cli.check",
        "bulletin_gen.review",
        "bulletin_gen.readers",
    )

    assert loaded(rendered(folder, "pdf"), others) == set()


def test_a_docx_needs_no_faces(folder: Path) -> None:
    others = ("reportlab", "uharfbuzz", "PIL", "bulletin_gen.layout")

    assert loaded(rendered(folder, "docx"), others) == set()


def test_a_spec_is_checked_without_what_reads_drafts() -> None:
    others = ("lxml", "zipfile", "bulletin_gen.readers", "bulletin_gen.ooxml.package", "bulletin_gen.files.incoming")

    assert loaded(told_at_the_end("check", str(EXAMPLE)), others) == set()


def test_most_patterns_are_not_compiled_for_a_bulletin(folder: Path) -> None:
    assert rendered(folder, "pdf")["patterns"] < 240


@pytest.mark.skipif(not codes.MADE, reason="no codes of patterns are known of this Python")
def test_a_second_start_parses_no_pattern_of_ours(tmp_path: Path) -> None:
    first, second = (told_at_the_end("check", str(EXAMPLE), cache=str(tmp_path)) for _ in range(2))

    assert first["parsed"] > 100
    assert second["parsed"] == 0
    assert second["patterns"] < 5, "those with flags"


def test_most_methods_of_values_are_not_written_for_a_bulletin(folder: Path) -> None:
    assert rendered(folder, "pdf")["unwritten"] > 250


def test_pydantic_is_loaded_while_few_calls_are_open(folder: Path) -> None:
    """Where some hundred are, Python has the system give it memory for each text that pydantic compiles."""
    assert 0 < rendered(folder, "pdf")["calls"] < 75


def test_the_process_ends_without_taking_apart_what_it_made() -> None:
    """What is said and what is registered to be done at the end is done, and the code is the command's."""
    script = """
import atexit
from bulletin_gen import __main__, cli

class Made:
    def __del__(self):
        print("taken apart")

def main(**_):
    atexit.register(print, "done")
    print("said", end=" ")
    return 3

made = Made()
cli.main = main
__main__.run()
"""

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (3, "said done\n", "")


def test_a_command_that_fails_within_could_not_run() -> None:
    script = "from bulletin_gen import __main__, cli; cli.main = lambda **_: 1 // 0; __main__.run()"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert run.returncode == 2
    assert run.stderr.rstrip().endswith("ZeroDivisionError: integer division or modulo by zero")


def test_nobody_looks_for_garbage_while_the_program_is_loaded() -> None:
    """All that is made then stays: to look through it takes a thirtieth of the time that the help takes."""
    script = """
import gc, sys
from bulletin_gen.__main__ import run
gc.callbacks.append(lambda *_: print("looked"))
sys.argv = ["bulletin-gen", "--help"]
run()
"""

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "命令：" in run.stdout
    assert "looked" not in run.stdout
