"""What libraries compile as they are loaded is compiled once, and is what it would have been."""

import collections
import dataclasses
import os
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import signature
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import pytest
from hypothesis import given

from bulletin_gen.files.compiled import compiled_once
from bulletin_gen.frozen import frozen
from bulletin_gen.kept import Shelf, kept_on
from bulletin_gen.text import codes
from judges import CHECKOUT
from strategies import json_values

pytestmark = pytest.mark.skipif(not codes.MADE, reason="no codes are known of this Python")

EXAMPLE = CHECKOUT / "examples" / "临澜市水务局党组.yaml"


@contextmanager
def start(kept: Shelf) -> Iterator[None]:
    """What a start finds, and adds to, on a shelf."""
    re.purge()
    with kept_on(lambda name, true_for: kept), compiled_once():
        yield


def loaded() -> list[Any]:
    """What a library makes as it is loaded."""

    @dataclasses.dataclass(frozen=True, order=True)
    class Desk:
        number: int
        names: tuple[str, ...] = ()

    @frozen
    class Chair:
        legs: int = 4

    class Room(NamedTuple):
        floor: int
        name: str = "大厅"

    return [Desk, Chair, Room, collections.namedtuple("Door", "width height"), re.compile(r"(?P<floor>\d)层", re.ASCII)]


def use(made: list[Any]) -> list[object]:
    desk, chair, room, door, pattern = made
    said = [desk(1, names=("甲",)), chair(3), chair() == chair(4), room(2), door(1, height=2), desk(1) < desk(2)]
    return [*map(repr, said), *map(str, map(signature, made[:4])), pattern, pattern.flags, pattern.groupindex]


def test_what_is_made_of_codes_is_what_is_compiled() -> None:
    kept = Shelf()
    expected = use(loaded())

    for _ in range(2):
        with start(kept):
            assert use(loaded()) == expected


def test_a_later_start_compiles_nothing_anew() -> None:
    kept = Shelf()
    with start(kept):
        use(loaded())
    first = dict(kept.values)
    with start(kept):
        use(loaded())

    assert kept.values == first
    assert {name[:4] for name in first} == {"exec", "eval", "256 "}


def test_codes_are_asked_for_before_anything_is_compiled() -> None:
    kept = Shelf()
    with start(kept):
        collections.namedtuple("Door", "width height")
        re.compile("第[一二]层")
    (of_door,) = [name for name in kept.values if "width, height" in name]
    kept.put(of_door, compile("lambda *given: 'of the shelf'", "<string>", "eval"))
    kept.put("0 第[一二]层", codes.code_of("门"))

    with start(kept):
        assert collections.namedtuple("Door", "width height")(1, 2) == "of the shelf"
        assert re.compile("第[一二]层").search("门")


def test_a_pattern_that_is_made_of_a_text_is_not_kept() -> None:
    kept = Shelf()
    with start(kept):
        for organ in ("县委", "县政府"):
            assert re.compile(f"({organ})办").search(f"{organ}办")

    assert kept.values == {}


def test_what_cannot_be_compiled_is_said_as_ever() -> None:
    with start(Shelf()):
        with pytest.raises(SyntaxError, match="Forward reference must be an expression -- got 'a b'"):
            typing.List["a b"]  # noqa: UP006, F722
        with pytest.raises(re.error, match="missing \\), unterminated subpattern at position 0"):
            re.compile("(")


def test_other_things_than_texts_pass() -> None:
    with start(Shelf()):
        assert re.compile(b"a.c").search(b"abc")
        assert re.compile(re.compile("a.c")).search("abc")
        names: dict[str, Any] = {}
        vars(dataclasses)["exec"](compile("it = 1", "its.py", "exec"), {}, names)
        assert names == {"it": 1}
        assert vars(typing)["compile"]("1", "its.py", "eval").co_filename == "its.py"


def asked_by_name() -> list[object]:
    """What the modules that compile ask for by name, where that is theirs."""
    names = ("exec", "eval", "compile")
    return [vars(module).get(name) for module in (dataclasses, collections, typing, re._compiler) for name in names]  # type: ignore[attr-defined]


def test_all_is_as_before_when_the_block_has_ended() -> None:
    before = asked_by_name()
    with start(Shelf()):
        assert sum(one is not other for one, other in zip(before, asked_by_name(), strict=True)) == 4

    assert asked_by_name() == before


def test_nothing_stands_in_where_nothing_is_kept() -> None:
    with compiled_once():
        assert "exec" not in vars(dataclasses)


@given(json_values())
def test_what_is_no_code_is_compiled_anew(value: object) -> None:
    kept = Shelf({"eval int": value, "0 第[三四]层": value})
    with start(kept):
        assert typing.get_type_hints(typing.NamedTuple("Of", [("it", "int")])) == {"it": int}
        assert re.compile("第[三四]层").search("第三层")

    assert isinstance(kept.get("eval int"), CodeType)


def test_two_starts_keep_the_same(tmp_path: Path) -> None:
    """Nothing that is kept hangs on what Python draws by lot for each start: the second writes nothing."""
    script = "from bulletin_gen.cli import main; main(['check', sys.argv[1]])"
    contents = []
    for seed in ("1", "2"):
        environment = {**os.environ, "BULLETIN_GEN_CACHE": str(tmp_path), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", f"import sys; {script}", str(EXAMPLE)], env=environment, check=True)
        contents.append((tmp_path / f"libraries-{sys.implementation.cache_tag}").read_bytes())

    assert len(contents[0]) > 100_000
    assert contents[0] == contents[1]
