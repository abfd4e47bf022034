"""A module that hardly a command uses runs at its first use, and is the module that it would have been."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

_SETTING = """
import sys
sys.path.insert(0, {folder!r})
from bulletin_gen.cli import late
late._HARDLY_USED = {{"shop": (), "shop.till": ("count",)}}
late.run_late()
late.run_late()
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A package that says when it is run, with a module in it."""
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").write_text("print('shop')\nopen_from = 8\n", encoding="utf-8")
    (tmp_path / "shop" / "till.py").write_text(
        "print('till')\ncoins = [5]\ndef count(*more, start=0): return sum((*coins, *more), start)\n", encoding="utf-8"
    )
    return tmp_path


def said(folder: Path, *lines: str) -> list[str]:
    script = "\n".join([_SETTING.format(folder=str(folder)), *lines])
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_a_module_does_not_run_where_it_is_only_imported(shop: Path) -> None:
    assert said(shop, "import shop", "import shop.till", "from shop import till", "from shop.till import count") == []


def test_it_runs_once_when_something_of_it_is_asked_for(shop: Path) -> None:
    assert said(shop, "import shop", "print(shop.open_from, shop.open_from)") == ["shop", "8 8"]


def test_a_function_taken_by_name_runs_it_when_called(shop: Path) -> None:
    lines = ["from shop.till import count", "print(count(1, start=10), count())"]

    assert said(shop, *lines) == ["till", "16 5"]


def test_it_is_then_a_module_like_any_other(shop: Path) -> None:
    """Its own functions stand where the stand-ins stood, and its loader is the one that it came with."""
    lines = [
        "import shop.till, importlib.util",
        "shop.till.coins.append(2)",
        "print(shop.till.count(), shop.till.count.__module__, shop.till is sys.modules['shop.till'])",
        "print(shop.till.__spec__.loader is shop.till.__loader__, type(shop.till.__loader__).__name__)",
        "print(hasattr(shop.till, '__getattr__'), hasattr(shop.till, 'notes'))",
    ]

    assert said(shop, *lines) == ["till", "7 shop.till True", "True SourceFileLoader", "False False"]


def test_one_that_is_loaded_already_stays_as_it_is(shop: Path) -> None:
    script = _SETTING.format(folder=str(shop)).replace("from bulletin_gen", "import shop.till\nfrom bulletin_gen")
    run = subprocess.run(
        [sys.executable, "-c", f"{script}\nprint(shop.till.count())"], capture_output=True, text=True, check=True
    )

    assert run.stdout.splitlines() == ["shop", "till", "5"]


def test_one_that_is_not_there_is_missed_as_ever(shop: Path) -> None:
    lines = ["late._HARDLY_USED['attic'] = ()", "try: import attic", "except ModuleNotFoundError as e: print(e)"]

    assert said(shop, *lines) == ["No module named 'attic'"]


def test_each_module_that_is_to_wait_is_there_with_the_functions_named() -> None:
    from bulletin_gen.cli.late import _HARDLY_USED

    for name, functions in _HARDLY_USED.items():
        assert all(callable(getattr(importlib.import_module(name), function)) for function in functions)
