"""A pattern made of its code is the pattern that was compiled; what is no code makes none."""

import re
from marshal import dumps, loads

import pytest
from hypothesis import given

from bulletin_gen.text import codes
from judges import CHECKOUT
from regexes import regexes
from strategies import json_values

pytestmark = pytest.mark.skipif(not codes.MADE, reason="no codes of patterns are known of this Python")

TEXT = (CHECKOUT / "examples" / "临澜市水务局党组.yaml").read_text(encoding="utf-8")
NAMED = r"(?P<year>\d{4})年(?:(?P<month>\d\d?)月)?"


def kept(pattern: str) -> object:
    """Return a code as it comes back from a file."""
    return loads(dumps(codes.code_of(pattern)))


def test_every_pattern_that_the_package_names_comes_back() -> None:
    for pattern in regexes():
        made, compiled = codes.pattern_of(pattern, kept(pattern)), re.compile(pattern)
        assert made == compiled
        assert (made.flags, made.groups, made.groupindex) == (compiled.flags, compiled.groups, compiled.groupindex)


def test_it_finds_what_the_compiled_one_finds() -> None:
    for pattern in regexes():
        made = codes.pattern_of(pattern, kept(pattern))
        assert made
        found, expected = (
            [(match.regs, match.groupdict(), match.lastgroup) for match in one.finditer(TEXT)]
            for one in (made, re.compile(pattern))
        )
        assert found == expected, pattern


@pytest.mark.parametrize(
    "pattern", ["(?i)ofd", "(?i:№|No)", "(?s).", "(?x) a  b", "(?a)\\w", "[^\U00020000-\U0002ffff]"]
)
def test_flags_in_a_pattern_hold(pattern: str) -> None:
    assert codes.pattern_of(pattern, kept(pattern)) == re.compile(pattern)


FLAGS, GROUPS, NAMES, NUMBERS = codes.code_of(NAMED)


@pytest.mark.parametrize(
    "code",
    [
        *(None, 7, "", [], {}, [FLAGS, GROUPS, NAMES], [FLAGS, GROUPS, NAMES, NUMBERS, 0]),
        *([FLAGS, GROUPS, [], NUMBERS], [FLAGS, "2", NAMES, NUMBERS], [FLAGS, GROUPS, NAMES, None]),
        *([FLAGS, -1, {}, NUMBERS], [FLAGS, 10**9, {}, NUMBERS], [FLAGS, 0, {}, NUMBERS], [10**30, 2, {}, NUMBERS]),
        *([FLAGS, GROUPS, {"year": 3}, NUMBERS], [FLAGS, GROUPS, {"year": "1"}, NUMBERS]),
        *([FLAGS, GROUPS, NAMES, "年"], [FLAGS, GROUPS, NAMES, b"AAA"], [FLAGS, GROUPS, NAMES, b"AAAA"]),
        *([FLAGS, GROUPS, NAMES, NUMBERS[:-8]], [FLAGS, GROUPS, NAMES, b""]),
    ],
)
def test_what_is_no_code_makes_no_pattern(code: object) -> None:
    assert codes.pattern_of(NAMED, code) is None


@given(json_values())
def test_no_value_makes_it_fail(value: object) -> None:
    assert codes.pattern_of(NAMED, value) is None
