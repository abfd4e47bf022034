"""Law: a file that was edited at random comes home, and the merged spec says what the file says."""

import re
from collections import Counter
from contextlib import suppress
from random import Random

import pytest

import bulletin_gen
from bulletin_gen import Merged, Numbering, Spec
from bulletin_gen.merging import merge
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.changes import draft_of
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.punctuate import punctuate
from judges import CHECKOUT
from random_edits import EDITS, WORDS, Edited, unedited
from word_edits import Hand, delete_words, insert_words, replace_words

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}(?=是)")
_ANY = "\0"  # stands for what is counted


def said(line: str) -> str:
    """Return what a line says, whatever its numbers count on to and its marks are as wide as."""
    marked = leading_label(line) or leading_listed(line)
    text = fold(punctuate(marked.rest if marked and marked.rest else line)).replace("'", '"')
    return _NUMBER.sub("#", text).rstrip(".")


def says(spec: Spec, lines: tuple[str, ...]) -> bool:
    """Does a spec say these lines, whatever is counted in them?"""
    draft = draft_of(spec)
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


def sent(stem: str) -> tuple[Spec, Edited, list[tuple[str, int]]]:
    """Return an example, the file of it, and those of its lines that edits can be told by."""
    spec = bulletin_gen.read_spec(CHECKOUT / "examples" / f"{stem}.yaml")
    state = unedited(bulletin_gen.render(spec, ["docx"], numbering=Numbering.LITERAL).files["docx"])
    lines = (line for line in draft_of(spec).lines if line.is_body and state.lines.count(line.text) == 1)
    return spec, state, [(line.text, line.label) for line in lines]


SENT = {stem: sent(stem) for stem in ("松岗街道党工委", "望川高新区党工委", "东麓职业技术大学党委")}


def edited(random: Random, name: str) -> tuple[Spec, bytes, tuple[str, ...]]:
    """Return a file in whose running text some words were put in, taken out or changed, at a place as likely as others
    behind its labels, which Word counts, plainly or as a tracked change; and what it says."""
    spec, state, body = SENT[name]
    text, label = random.choice(body)
    start = random.randrange(label, len(text))
    words = text[start : start + random.randrange(1, 10)]
    new, hand = random.choice(WORDS), random.choice((None, Hand()))
    docx, after = random.choice(
        (
            lambda: (insert_words(state.docx, words, new, hand, within=text), text.replace(words, words + new, 1)),
            lambda: (delete_words(state.docx, words, hand, within=text), text.replace(words, "", 1)),
            lambda: (replace_words(state.docx, words, new, hand, within=text), text.replace(words, new, 1)),
        )
    )()
    lines = (after if line == text else line for line in state.lines)
    return spec, docx, tuple(line for line in lines if line.strip())


def edited_paragraphs(random: Random, kind: str) -> tuple[Spec, bytes, tuple[str, ...]]:
    """Return a file in which a paragraph came, went, moved, was cut in two or joined to the next; and what it says."""
    spec, state, _ = SENT[random.choice(sorted(SENT))]
    after = state
    while after.docx == state.docx:
        after = EDITS[kind](random, state, random.choice((None, Hand())))
    return spec, after.docx, tuple(line for line in after.lines if line.strip())


def outcome(spec: Spec, made: Merged, lines: tuple[str, ...]) -> str:
    """Return whether the merged draft says what the file does, or the clerk is told of more than counts."""
    told = {finding.rule for finding in made.findings} & {"merge/no-place", "merge/refused", "merge/otherwise"}
    try:
        is_said = says(bulletin_gen.load_spec(made.text), lines)
    except bulletin_gen.SpecError:
        return "told" if "merge/unfinished" in {finding.rule for finding in made.findings} else "lost"
    return "said" if is_said else "told" if told else "lost"


def merged(spec: Spec, docx: bytes) -> Merged:
    return merge(spec, [read_returned(docx, "返回-县财政局.docx")], (), "all")


def outcomes(number: int, seed: int) -> Counter[str]:
    random = Random(seed)
    found: Counter[str] = Counter()
    for _ in range(number):
        spec, docx, lines = edited(random, random.choice(sorted(SENT)))
        found[outcome(spec, merged(spec, docx), lines)] += 1
    return found


def test_edits_come_home_and_none_is_lost() -> None:
    found = outcomes(60, seed=1)

    assert found["lost"] == 0
    assert found["said"] >= 0.95 * found.total(), found


LEAST_SAID = {"add": 0.8, "drop": 0.4, "move": 0.3, "split": 0.6, "join": 0.4}


@pytest.mark.parametrize("kind", sorted(LEAST_SAID))
def test_of_edits_of_paragraphs_none_is_lost_and_merging_again_repeats_none(kind: str) -> None:
    random = Random(kind)
    found: Counter[str] = Counter()
    for _ in range(12):
        spec, docx, lines = edited_paragraphs(random, kind)
        made = merged(spec, docx)
        found[outcome(spec, made, lines)] += 1
        with suppress(bulletin_gen.SpecError):  # a draft that lacks something is told of above
            assert merge(bulletin_gen.load_spec(made.text, "通报.yaml"), (), made.opinions).text == made.text

    assert found["lost"] == 0
    assert found["said"] >= LEAST_SAID[kind] * found.total(), found
