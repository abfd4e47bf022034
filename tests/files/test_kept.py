"""What a command keeps for the next one is found again, or is as good as not there."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from marshal import dumps
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin_gen.files.kept import cache_folder, folder_of_user, kept_in
from bulletin_gen.kept import shelf

HOME = Path("/home/clerk").absolute()
KEPT = {"一": [1, "甲", b"\xff\n"], "二": {"三": None}}


def on_shelf(key: str, value: object) -> None:
    found = shelf("patterns", lambda: "3.11")
    assert found is not None
    found.put(key, value)


def put(folder: Path, values: Mapping[str, Any]) -> None:
    with kept_in(folder):
        for key, value in values.items():
            on_shelf(key, value)


def found_in(folder: Path, name: str = "patterns", true_for: str = "3.11") -> dict[str, Any]:
    with kept_in(folder):
        found = shelf(name, lambda: true_for)
    assert found is not None
    return found.values


def the_file_in(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, HOME / ".cache" / "bulletin-gen"),
        ("linux", {"XDG_CACHE_HOME": str(HOME / "c")}, HOME / "c" / "bulletin-gen"),
        ("darwin", {"XDG_CACHE_HOME": str(HOME / "c")}, HOME / "Library" / "Caches" / "bulletin-gen"),
        ("win32", {}, HOME / "AppData" / "Local" / "bulletin-gen" / "cache"),
        ("win32", {"LOCALAPPDATA": str(HOME / "Local")}, HOME / "Local" / "bulletin-gen" / "cache"),
        ("linux", {"BULLETIN_GEN_CACHE": str(HOME / "elsewhere")}, HOME / "elsewhere"),
        ("win32", {"BULLETIN_GEN_CACHE": str(HOME / "elsewhere")}, HOME / "elsewhere"),
        ("linux", {"BULLETIN_GEN_CACHE": ""}, HOME / ".cache" / "bulletin-gen"),
        ("linux", {"BULLETIN_GEN_CACHE": "off"}, None),
        ("linux", {"XDG_CACHE_HOME": "c"}, None),
    ],
)
def test_where_it_is_kept(platform: str, environ: dict[str, str], folder: Path | None) -> None:
    assert cache_folder(platform, environ, HOME) == folder


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_user_without_a_home_keeps_nothing(platform: str) -> None:
    """Least of all in a folder called ~."""
    assert cache_folder(platform, {}, Path("~")) is None


def test_a_later_start_finds_it(tmp_path: Path) -> None:
    put(tmp_path / "new" / "cache", KEPT)

    assert found_in(tmp_path / "new" / "cache") == KEPT


def test_it_is_added_to(tmp_path: Path) -> None:
    put(tmp_path, {"一": 1, "二": 2})
    put(tmp_path, {"二": 3, "三": 4})

    assert found_in(tmp_path) == {"一": 1, "二": 3, "三": 4}


def test_what_is_on_another_shelf_or_true_elsewhere_is_not_found(tmp_path: Path) -> None:
    put(tmp_path, KEPT)

    assert found_in(tmp_path, name="faces") == {}
    assert found_in(tmp_path, true_for="3.12") == {}


def test_what_was_put_in_before_an_error_is_kept(tmp_path: Path) -> None:
    with suppress(KeyboardInterrupt), kept_in(tmp_path):
        on_shelf("一", 1)
        raise KeyboardInterrupt

    assert found_in(tmp_path) == {"一": 1}


def test_nothing_is_written_where_nothing_was_added(tmp_path: Path) -> None:
    found_in(tmp_path)
    assert list(tmp_path.iterdir()) == []

    put(tmp_path, KEPT)
    the_file_in(tmp_path).chmod(0o640)
    os.utime(the_file_in(tmp_path), ns=(1, 1))
    put(tmp_path, {"一": KEPT["一"]})

    assert the_file_in(tmp_path).stat().st_mtime_ns == 1


def test_where_there_is_no_folder_nothing_is_kept() -> None:
    with kept_in(None):
        assert shelf("patterns", lambda: "3.11") is None


@given(at=st.integers(0, 10_000), put_in=st.binary(max_size=3), taken_out=st.integers(0, 3))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_as_good_as_empty(tmp_path: Path, at: int, put_in: bytes, taken_out: int) -> None:
    put(tmp_path, KEPT)
    file = the_file_in(tmp_path)
    whole = file.read_bytes()
    cut = at % len(whole)
    damaged = whole[:cut] + put_in + whole[cut + taken_out :]
    file.write_bytes(damaged)

    assert found_in(tmp_path) == (KEPT if damaged == whole else {})


@given(st.binary(max_size=100))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_of_anything_is_as_good_as_empty(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, KEPT)
    the_file_in(tmp_path).write_bytes(content)

    assert found_in(tmp_path) == {}


@pytest.mark.parametrize("body", [b"", b"a", b"\n\n\n", dumps(KEPT)[:-9], dumps([1]), dumps(1), dumps({1: 2, "a": 3})])
def test_anything_else_under_a_right_sum_holds_no_values(body: bytes, tmp_path: Path) -> None:
    put(tmp_path, KEPT)
    file = the_file_in(tmp_path)
    head = file.read_bytes().partition(b"\n")[0]
    file.write_bytes(f"{crc32(body):08x}".encode() + head[8:] + b"\n" + body)

    with kept_in(tmp_path):
        found = shelf("patterns", lambda: "3.11")
        assert found is not None
        assert [found.get(name) for name in ("一", "a", "")] == [None, None, None]


def test_a_file_that_was_damaged_is_written_anew(tmp_path: Path) -> None:
    put(tmp_path, KEPT)
    the_file_in(tmp_path).write_bytes(b"damaged")
    put(tmp_path, {"四": 4})

    assert found_in(tmp_path) == {"四": 4}


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such owners there")
def test_a_file_of_another_user_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, KEPT)
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)

    assert found_in(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, KEPT)
    file = the_file_in(tmp_path)
    file.unlink()
    os.mkfifo(file)

    assert found_in(tmp_path) == {}


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("甲")
    put(in_the_way / "cache", KEPT)

    assert found_in(in_the_way / "cache") == {}
    assert in_the_way.read_text() == "甲"


def test_of_very_many_values_the_newest_are_kept(tmp_path: Path) -> None:
    put(tmp_path, {str(number): number for number in range(5000)})

    assert list(found_in(tmp_path).values()) == list(range(904, 5000))


def test_more_than_is_read_is_not_written(tmp_path: Path) -> None:
    put(tmp_path, {"长": "长" * (1 << 23)})

    assert list(tmp_path.iterdir()) == []


def test_of_two_programs_that_run_together_each_adds_its_own(tmp_path: Path) -> None:
    with kept_in(tmp_path):
        on_shelf("一", 1)
        with kept_in(tmp_path):
            on_shelf("二", 2)

    assert found_in(tmp_path) == {"一": 1, "二": 2}


def test_a_command_keeps_where_it_is_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_GEN_CACHE", str(tmp_path))
    with kept_in(folder_of_user()):
        on_shelf("一", 1)

    assert found_in(tmp_path) == {"一": 1}
