"""The table of docs/contributing.md is true: its files are there and few enough; what can be tried works as it says."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import bulletin_gen
from blocks import Paragraph
from bulletin_gen import printing, rendering, writers
from bulletin_gen.checking import check
from bulletin_gen.checks import table
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Hit, on
from bulletin_gen.document import Document, plain_text
from bulletin_gen.finding import Severity
from bulletin_gen.properties import Properties
from bulletin_gen.writers import Writer
from judges import CHECKOUT

PACKAGE = Path(bulletin_gen.__file__).parent
PAGE = (CHECKOUT / "docs" / "contributing.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!to do|-)(.+?) \| (.+) \|$", PAGE, re.MULTILINE)
FILES = re.compile(r"(\*new\* )?`([\w/]+\.(?:pyi?|j2))`")
DOCUMENT = Document(Properties("", ""), (Paragraph("已完成。"),))
EASY = 5  # so many tasks at the top touch two files at most, the others five


def is_there(file: str) -> bool:
    return (PACKAGE / file).is_file() or (CHECKOUT / file).is_file()


def test_ten_tasks_are_told() -> None:
    assert len(ROWS) == 10


@pytest.mark.parametrize(("task", "way"), ROWS, ids=[task for task, _ in ROWS])
def test_every_file_is_where_the_table_says(task: str, way: str) -> None:
    wrong = [file for new, file in FILES.findall(way) if is_there(file) == bool(new)]

    assert wrong == []


@pytest.mark.parametrize(("number", "way"), list(enumerate((way for _, way in ROWS), start=1)))
def test_a_task_touches_few_files(number: int, way: str) -> None:
    """Where one file or another is meant, one of them is touched."""
    count = len(FILES.findall(way)) - way.count(" or `")

    assert 1 <= count <= (2 if number <= EASY else 5)


def test_a_format_is_one_file_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("markdown")
    module.write = lambda job: f"# {plain_text(job.document)}".encode()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "bulletin_gen.writers.markdown", module)
    monkeypatch.setattr(printing, "WRITERS", {**writers.WRITERS, "md": Writer("markdown")})
    monkeypatch.setattr(printing, "FORMATS", (*printing.FORMATS, "md"))

    assert rendering.render_document(DOCUMENT, ["md"]).files["md"] == "# 已完成。\n".encode()


def test_a_rule_is_one_function_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    @on("words/done", Severity.ADVICE, title="已完成", why="", source="", wrong=(), right=())
    def done(manuscript: Manuscript) -> Iterator[Hit]:
        yield Hit(manuscript.passages[0], "已完成")

    monkeypatch.setattr(table, "TEXT_RULES", (*table.TEXT_RULES, done))

    assert [finding.message for finding in check(DOCUMENT)] == ["已完成"]
