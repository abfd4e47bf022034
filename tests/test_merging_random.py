"""Law: a file that was edited at random comes home, and the merged spec says what the file says.

The examples stand here twice: as they are, and as a clerk types them, a measure without the stop that we put there.
Each paragraph of them is as likely to be put in, dropped, moved, cut or joined as any other, each place in
their text as likely to have words put in, taken out or replaced. What does not come home is told: a day that is no day
any more, a paragraph within the 版头. None is lost. A table of more edits, of a seed of your own:

    PYTHONPATH=src:tests/helpers .venv/bin/python tests/test_merging_random.py 100 some-seed
"""

import re
import sys
from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

import pytest

import bulletin_gen
from bulletin_gen import Merged, Numbering, Spec
from bulletin_gen.merging import merge
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.source import CELL_END, LINE_END_IN_CELL, fold
from bulletin_gen.review.home.draft import draft_of
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.punctuate import punctuate
from judges import CHECKOUT
from random_edits import EDITS, Edited, targets, unedited
from word_edits import Hand

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}(?=是)")
_ANY = "\0"  # stands for what is counted
FILES = tuple(path for folder in (".", "issued") for path in sorted((CHECKOUT / "examples" / folder).glob("*.yaml")))
EXAMPLES = tuple((path, is_bare) for path in FILES for is_bare in (False, True))
_STOP = re.compile("(?m)^( *- (?:(?!: ).)+)。$")
TELLING = {"merge/no-place", "merge/refused", "merge/otherwise", "merge/lone-label"}
OF_WORDS = ("delete", "insert", "replace")


def said(line: str) -> str:
    """Return what a line says, whatever its numbers count on to and its marks are as wide as."""
    marked = leading_label(line) or leading_listed(line)
    text = fold(punctuate(marked.rest if marked and marked.rest else line)).replace("'", '"')
    return _NUMBER.sub("#", text).rstrip(".")


def cells_apart(lines: tuple[str, ...]) -> list[str]:
    """Return the lines of a file that are not blank, a row of a table as its cells, a paragraph of one each."""
    parted = (part for line in lines for part in re.split(f"{CELL_END}|{LINE_END_IN_CELL}", line))
    return [part for part in parted if part.strip()]


def ledger(spec: Spec) -> list[str]:
    """Return what the tables say that are made from the issues, which no edit here touches; they change with these."""
    return [line.text for line in draft_of(spec).lines if line.is_cell and not line.pieces]


def says(spec: Spec, edited: tuple[str, ...], sent: Spec) -> bool:
    """Does a spec say these lines, whatever is counted in them, and whatever its ledger makes of that?"""
    draft, lines, table = draft_of(spec), cells_apart(edited), ledger(sent)
    for at in range(len(lines) - len(table) + 1):
        if table and lines[at : at + len(table)] == table:
            lines[at : at + len(table)] = ledger(spec)
            break
    for line, other in zip(draft.lines, lines, strict=False):
        chars = list(line.text)
        typed = {at for piece in line.pieces for at in range(piece.start, piece.end)}
        for piece in line.pieces:
            for at in range(piece.start, min(piece.end, len(chars))):
                names = [one.name for one in draft.texts[piece.path].said[piece.offset + at - piece.start :][:1]]
                chars[at] = _ANY if any(name.startswith("counts.") for name in names) else chars[at]
        if line.node == "results":
            chars = [_ANY if char.isdigit() and at not in typed else char for at, char in enumerate(chars)]
        pattern = re.sub(f"{_ANY}+", ".{0,40}?", re.escape(said("".join(chars))))
        if not re.fullmatch(pattern, said(other)):
            return False
    return len(draft.lines) == len(lines)


@cache
def sent(example: tuple[Path, bool]) -> tuple[Spec, Edited]:
    """Return an example, as it is or without the stops of its measures, and the file of it."""
    path, is_bare = example
    text = path.read_text(encoding="utf-8")
    spec = bulletin_gen.load_spec(_STOP.sub(r"\1", text) if is_bare else text, path.name)
    return spec, unedited(bulletin_gen.render(spec, ["docx"], numbering=Numbering.LITERAL).files["docx"])


@cache
def weights(kind: str) -> list[int]:
    """Return how likely an edit is in each example: as many as it has paragraphs, or places in them."""
    texts = [targets(sent(example)[1]) for example in EXAMPLES]
    return [sum(map(len, of)) if kind in OF_WORDS else len(of) for of in texts]


def edited(random: Random, kind: str) -> tuple[Spec, Edited]:
    """Return an example, and its file with one edit in it, plain or as a tracked change."""
    spec, state = sent(random.choices(EXAMPLES, weights(kind))[0])
    after = state
    while after.docx == state.docx:
        after = EDITS[kind](random, state, random.choice((None, Hand())))
    return spec, after


def outcome(spec: Spec, made: Merged, lines: tuple[str, ...]) -> str:
    """Return whether the merged draft says what the file does, or the clerk is told of more than counts."""
    told = {finding.rule for finding in made.findings} & {
        "merge/no-place",
        "merge/refused",
        "merge/otherwise",
        "merge/lone-label",
    }
    try:
        is_said = says(bulletin_gen.load_spec(made.text), lines, spec)
    except bulletin_gen.SpecError:
        return "told" if "merge/unfinished" in {finding.rule for finding in made.findings} else "lost"
    return "home" if is_said else "told" if told else "lost"


def outcomes(kind: str, number: int, seed: str) -> Counter[str]:
    random = Random(f"{seed}-{kind}")
    found: Counter[str] = Counter()
    for _ in range(number):
        spec, after = edited(random, kind)
        made = merge(spec, [read_returned(after.docx, "返回-县财政局.docx")], (), "all")
        found[outcome(spec, made, after.lines)] += 1
        with suppress(bulletin_gen.SpecError):  # a draft that lacks something is told of above
            again = merge(bulletin_gen.load_spec(made.text, "通报.yaml"), (), made.opinions)
            found["repeated"] += again.text != made.text
    return found


def test_every_example_says_of_itself_what_its_file_says() -> None:
    for example in EXAMPLES:
        spec, state = sent(example)
        assert says(spec, state.lines, spec), example


LEAST_HOME = {"add": 10, "delete": 12, "drop": 12, "insert": 12, "join": 12, "move": 10, "replace": 12, "split": 9}


@pytest.mark.parametrize("kind", sorted(LEAST_HOME))
def test_of_edits_at_random_most_come_home_none_is_lost_and_none_is_made_twice(kind: str) -> None:
    found = outcomes(kind, 12, "suite")

    assert found["lost"] == found["repeated"] == 0, found
    assert found["home"] >= LEAST_HOME[kind], found


if __name__ == "__main__":
    total: Counter[str] = Counter()
    for one in sorted(EDITS):
        table = outcomes(one, int(sys.argv[1]), sys.argv[2])
        total += table
        print(one, dict(table), flush=True)
    print("all", dict(total), f"{total['home'] / (total['home'] + total['told'] + total['lost']):.1%}")
