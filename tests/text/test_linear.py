"""What a text costs grows with its length, not with the square of it, whoever wrote the text."""

import re
from collections.abc import Callable
from typing import SupportsIndex

import pytest

from bulletin_gen.composing.settle import _PLACEHOLDER
from bulletin_gen.proof import elements
from bulletin_gen.proof.clauses import head, title
from bulletin_gen.readers.parse import opening
from bulletin_gen.spans import flat, lines_of, spanned
from bulletin_gen.text import addresses, placeholders, punctuate
from bulletin_gen.text.chars import script_runs
from bulletin_gen.text.regex import Regex
from calls import calls
from steps import steps

TEXTS = {
    "a Latin run": lambda n: "石桥，" + "a" * n + "，中",
    "a run of digits": lambda n: "石桥，" + "1" * n + ",中",
    "letters and digits": lambda n: "a1" * n + ",中",
    "hyphens": lambda n: "a-" * n + "中,",
    "signs of an address": lambda n: "a_+%" * n + "，",
    "dots": lambda n: "a." * n + ",中",
    "dots that join nothing": lambda n: "a.+" * n + ",中",
    "half addresses": lambda n: "a@" * n + "中,",
    "half links": lambda n: "a://" * n + "中,",
    "a link of marks": lambda n: "a-" * n + "://" + "!" * n + "中",
    "links of marks": lambda n: "a_://!" * n + "中",
    "times": lambda n: "12:" * n + "中",
    "thousands": lambda n: "1,111," * n + "中",
    "opening brackets": lambda n: "(" * n + "中",
    "closing brackets": lambda n: "中" + "a)" * n,
    "brackets in brackets": lambda n: "(a" * n + "中" + "b)" * n,
    "brackets beside brackets": lambda n: "中" + "(a)" * n,
    "brackets before brackets": lambda n: "(a)" * n + "中",
    "spaces": lambda n: "中 " * n,
    "spaces without end": lambda n: "中," + " " * n + ",中",
    "quotes": lambda n: "'\"" * n + "中",
    "braces": lambda n: "{{" * n,
    "braces with spaces": lambda n: "{{ " * n + '"',
    "braces with names": lambda n: "{{ a " * n + "}}",
    "one brace": lambda n: "{{" + "a" * n,
    "placeholders not closed": lambda n: "【待" * n,
    "placeholders": lambda n: "【待补】字" * n,
    "days of printing": lambda n: "1年1月1日" * n,
    "kinds of titles": lambda n: "关于甲的报告（" * n,
    "lines of placeholders": lambda n: "【待补】\n" * n,
}
PATTERNS = {
    "kept": punctuate._KEPT,
    "pair": punctuate._PAIR,
    "filled in": _PLACEHOLDER,
    "still to be filled in": placeholders._PLACEHOLDER,
    "Latin run": addresses._RUN,
    "is an address": addresses._IS_ADDRESS,
    "parts of an address": addresses._PARTS,
    "kind of a title": head._UPWARD,
    "parted sentence": opening._SENTENCE,
}
FOR_WHOLE_TEXTS = {"printing": elements._PRINTING, "form of a title": title._TITLE}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


class Counted(str):
    """A text that counts the characters which are copied out of it."""

    copied = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        piece = super().__getitem__(key)
        Counted.copied += len(piece)
        return piece


def copied(function: Callable[[str], object], text: str) -> int:
    Counted.copied = 0
    function(Counted(text))
    return Counted.copied


@each_text
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_takes_four_times_as_long_over_four_times_the_text(
    pattern: Regex, text: Callable[[int], str]
) -> None:
    small, large = (steps(pattern, text(n)) for n in (20, 80))

    assert large <= 4.5 * small


@each_text
@pytest.mark.parametrize("pattern", FOR_WHOLE_TEXTS.values(), ids=FOR_WHOLE_TEXTS)
def test_a_pattern_for_whole_texts_takes_four_times_as_long_over_four_times_the_text(
    pattern: Regex, text: Callable[[int], str]
) -> None:
    small, large = (steps(pattern, text(n), at_start=True) for n in (300, 1200))

    assert large <= 4.5 * small


@each_text
def test_setting_the_marks_of_four_times_the_text_takes_four_times_the_calls(text: Callable[[int], str]) -> None:
    small, large = (calls(lambda n=n: punctuate.punctuate(text(n))) for n in (200, 800))  # type: ignore[misc]

    assert large <= 4.5 * small


@each_text
@pytest.mark.parametrize("step", [punctuate._without_spaces, punctuate._widen_pairs])
def test_no_step_copies_the_text_for_each_mark(step: Callable[[str], str], text: Callable[[int], str]) -> None:
    assert copied(step, text(100)) <= 10 * len(text(100))


@each_text
def test_spans_and_lines_of_four_times_the_text_take_four_times_the_calls(text: Callable[[int], str]) -> None:
    small, large = (calls(lambda n=n: lines_of(spanned(text(n)))) for n in (100, 400))  # type: ignore[misc]

    assert large <= 4.5 * small
    assert "\n".join(map(flat, lines_of(spanned(text(9))))) == text(9)


def test_a_matcher_that_counts_tells_a_pattern_that_starts_again_and_again() -> None:
    again = re.compile(r"[a-z]+@")

    assert steps(again, "a" * 80) > 10 * steps(again, "a" * 20)


def test_long_runs_of_one_script_are_whole() -> None:
    assert script_runs("中" * 9 + "a" * 300_000) == [(False, "中" * 9), (True, "a" * 300_000)]


def test_a_megabyte_is_set() -> None:
    word = "a" * 1_000_000

    assert punctuate.punctuate(f"石桥,{word},中") == f"石桥，{word}，中"
