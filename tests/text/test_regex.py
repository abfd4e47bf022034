"""A Regex finds what the pattern finds, and is compiled for a text alone that it could match."""

import json
import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bulletin_gen.checks.table import every_rule
from bulletin_gen.kept import Shelf, kept_on
from bulletin_gen.text import codes
from bulletin_gen.text.regex import APART, NEEDED, Regex, needed_pairs
from judges import CHECKOUT
from regex_needs import needed_words
from regexes import regexes

SPACES = "[ \u3000]{1,8}"
PARTS = r"第(?P<number>\d+)部分"
needs_codes = pytest.mark.skipif(not codes.MADE, reason="no codes of patterns are known of this Python")
IN_TABLE = r"(\d{4})年"  # its words are in the table


def looked_for(pattern: Any, text: str) -> list[object]:
    """Return what each method of a pattern, ours or that of `re`, makes of a text."""
    matches = (pattern.search(text), pattern.match(text), pattern.fullmatch(text), *pattern.finditer(text))
    spans = [match and (match.span(), match.groupdict()) for match in matches]
    within = [match and match.span() for match in (pattern.search(text, 1), pattern.match(text, 1, 4))]
    split = [pattern.split(text), pattern.split(text, maxsplit=1)]
    changed = [pattern.sub("-", text), pattern.sub(lambda match: match[0] * 2, text, count=1), pattern.subn("-", text)]
    return [*spans, *within, pattern.findall(text), *split, *changed]


@pytest.mark.parametrize("pattern", [SPACES, PARTS, IN_TABLE])
@pytest.mark.parametrize("text", ["", "他 们 都在", "第3部分和第4部分", "2024年", "自2023年 至2024年止", "全年"])
def test_it_finds_what_the_pattern_finds(pattern: str, text: str) -> None:
    ours = Regex(pattern)

    assert looked_for(ours, text) == looked_for(re.compile(pattern), text)
    assert looked_for(ours, text) == looked_for(re.compile(pattern), text), "once compiled"


def test_flags_hold() -> None:
    assert Regex("a . b", re.VERBOSE | re.DOTALL | re.IGNORECASE).fullmatch("A\nB")


def test_it_is_not_compiled_for_a_text_that_it_cannot_match(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_: Callable[..., re.Pattern[str]] = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags: made.append(pattern) or compile_(pattern, flags))
    ours = Regex(IN_TABLE)

    assert (ours.search("自2024 起"), ours.findall("自2024 起"), ours.sub("-", "自2024 起")) == (None, [], "自2024 起")
    assert made == []

    looked_for(ours, "自2024年起")
    looked_for(ours, "自2024年起")
    assert made == [IN_TABLE]


class Watched(str):
    """A text that counts how often it is looked through for a word."""

    looks = 0

    def __contains__(self, word: object) -> bool:
        self.looks += 1
        return str.__contains__(self, word)


def test_a_text_that_is_gone_through_step_by_step_is_not_looked_through_at_each() -> None:
    text, ours = Watched("甲" * 500), Regex(IN_TABLE)
    for at in range(500):
        assert ours.match(text, at) is None

    assert text.looks <= 1


@needs_codes
def test_what_is_kept_of_a_pattern_is_taken_instead_of_compiling_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    with kept_on(lambda *_: shelf):
        first = looked_for(Regex(IN_TABLE), "自2024年起")
        monkeypatch.setattr(codes, "code_of", None)
        monkeypatch.setattr(re, "compile", None)
        second = looked_for(Regex(IN_TABLE), "自2024年起")

    assert list(shelf.values) == [IN_TABLE]
    assert first == second


def test_a_pattern_that_is_made_of_a_bulletins_words_is_not_kept() -> None:
    """Nor one with flags: what the package names is, and nothing else."""
    shelf = Shelf()
    with kept_on(lambda *_: shelf):
        assert Regex("青禾县|云岭镇").search("青禾县")
        assert Regex(IN_TABLE, re.IGNORECASE).search("2024年")

    assert shelf.values == {}


@needs_codes
def test_a_code_that_is_none_is_made_anew() -> None:
    shelf = Shelf()
    shelf.put(IN_TABLE, [32, 1, {}, b"AAAA"])
    with kept_on(lambda *_: shelf):
        assert Regex(IN_TABLE).findall("2024年") == ["2024"]

    assert shelf.get(IN_TABLE) == codes.code_of(IN_TABLE)


def test_it_goes_to_another_process() -> None:
    ours = Regex(IN_TABLE)
    ours.search("2024年")

    assert pickle.loads(pickle.dumps(ours)).sub("-", "2024年") == ours.sub("-", "2024年")


def test_the_table_says_what_every_match_holds(golden: Callable[[str, str], None]) -> None:
    table = {pattern: needed_words(pattern) for pattern in regexes()}
    words = {word for sets in table.values() for words in sets for word in words}
    pairs = "".join(sorted({pair for word in words if len(word) > 1 for pair in (word[:2], word[-2:])}))
    lines = (f"{_json(pattern)}: {_json([APART.join(words) for words in sets])}" for pattern, sets in table.items())

    assert [word for word in words if APART in word] == []
    golden(
        "../../src/bulletin_gen/text/needed.json",
        f'{{"pairs": {_json(pairs)},\n"words": {{\n' + ",\n".join(lines) + "\n}}\n",
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def texts() -> Iterator[str]:
    """Yield what the rules say that breaks them and does not, and the lines of the examples."""
    for rule in every_rule():
        yield from (*rule.wrong, *rule.right)
    for example in sorted((CHECKOUT / "examples").glob("*.yaml")):
        yield from example.read_text(encoding="utf-8").splitlines()


def test_no_match_lacks_the_words_that_the_table_names() -> None:
    """What the table makes pass by is not there to be found."""
    every_text = dict.fromkeys(texts())
    for pattern in json.loads(NEEDED.read_text(encoding="utf-8"))["words"]:
        found, sets = re.compile(pattern).search, Regex(pattern).needed
        for text in every_text:
            if not all(any(word in text for word in words) for words in sets):
                assert found(text) is None, (pattern, text)


def test_the_first_and_last_two_characters_of_all_words_are_known() -> None:
    assert Regex(IN_TABLE).needed == [["年"]]
    assert {"严禁", "不得"} <= needed_pairs()
    assert all(len(pair) == 2 for pair in needed_pairs())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("整改", [["整改"]]),
        ("整改?完", [["整完", "整改完"]]),
        ("整改*完", [["完"], ["整"]]),
        ("[三四]是", [["三是", "四是"]]),
        ("(?:制定|修订)了?办法", [["修订了办法", "修订办法", "制定了办法", "制定办法"]]),
        (r"\d+个(?=问题|方面)", [["个方面", "个问题"], ["方面", "问题"], ["个"]]),
        ("(?<=已)完成(?!的)", [["完成"], ["已"]]),
        ("(?:整改){1,3}到位", [["到位"], ["整改"]]),
        ("(?P<who>县委).{0,9}(?P=who)", [["县委"]]),
        ("整改|.", []),
        ("整改|", []),
        ("(?:整改)?", []),
        ("(?i)ofd", []),
        ("(?i:ofd)", []),
        ("[^整改]", []),
        (r"\d", []),
    ],
)
def test_words_are_read_off_a_pattern(pattern: str, words: list[list[str]]) -> None:
    assert needed_words(pattern) == words


def test_every_pattern_that_a_module_names_is_one() -> None:
    """What needs no other module of ours is spared, and what makes a pattern of its code."""
    spared = {"__init__.py", "text/regex.py", "text/codes.py"}
    package = CHECKOUT / "src" / "bulletin_gen"
    sources = {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}

    assert {name for name, source in sources.items() if "re.compile(" in source} <= spared
