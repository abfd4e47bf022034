"""What every test may ask for: the `golden` fixture and its option `--accept`; a cache that is nobody's."""

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import judges

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files; read them afterwards")


def pytest_pycollect_makeitem(obj: Any) -> list[pytest.Item] | None:
    """Keep the judges' `test_fonts` from being taken for a test where a test imports it."""
    return [] if obj is judges.test_fonts else None


@pytest.fixture(scope="session", autouse=True)
def _cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands keep for their next start goes into no folder of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETIN_GEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with tests/golden/<name>, or write it there when `--accept` is given."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.is_file():
            pytest.fail(f"tests/golden/{name} is missing; write it with `pytest --accept` and read it")
        expected = path.read_text(encoding="utf-8")
        if text != expected:
            pytest.fail(f"not as in tests/golden/{name} (`pytest --accept` rewrites it)\n{_diff(expected, text)}")

    return compare


def _diff(expected: str, actual: str) -> str:
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "golden", "now", lineterm="")
    return "\n".join(lines)
