"""A template that is kept is loaded without being compiled; what is no code of it is compiled as ever."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from bulletin_gen.composing.kept_templates import KeptTemplates
from bulletin_gen.kept import Shelf, kept_on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "句子.j2").write_text("已完成{{ count }}项。", encoding="utf-8")
    return tmp_path


class Compiling(Environment):
    """Counts how often it compiles."""

    compiled = 0

    def compile(self, *given: Any, **named: Any) -> Any:
        self.compiled += 1
        return super().compile(*given, **named)


def said(folder: Path) -> tuple[str, int]:
    """Return what the template says in a start of its own, and how often that compiled it."""
    environment = Compiling(loader=FileSystemLoader(folder), bytecode_cache=KeptTemplates())
    return environment.get_template("句子.j2").render(count=3), environment.compiled


def test_a_later_start_does_not_compile(folder: Path) -> None:
    shelf = Shelf()
    with kept_on(lambda _name, _true_for: shelf):
        assert [said(folder), said(folder)] == [("已完成3项。", 1), ("已完成3项。", 0)]


def test_a_template_that_was_changed_is_compiled(folder: Path) -> None:
    shelf = Shelf()
    with kept_on(lambda _name, _true_for: shelf):
        said(folder)
        (folder / "句子.j2").write_text("完成了{{ count }}项。", encoding="utf-8")
        assert said(folder) == ("完成了3项。", 1)


@pytest.mark.parametrize("value", [None, 7, "六", b"", b"AAAA", ["x"]])
def test_what_is_no_code_is_compiled(folder: Path, value: object) -> None:
    shelf = Shelf()
    with kept_on(lambda _name, _true_for: shelf):
        said(folder)
        for name in list(shelf.values):
            shelf.put(name, value)
        assert said(folder) == ("已完成3项。", 1)


def test_where_nothing_is_kept_it_is_compiled(folder: Path) -> None:
    assert [said(folder), said(folder)] == [("已完成3项。", 1)] * 2
