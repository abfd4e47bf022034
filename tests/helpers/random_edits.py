"""Hypothesis strategies: a DOCX that somebody edited at random in Word, and what it has to say afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

from bulletin_gen.readers.docx import docx_lines
from word_edits import (
    Hand,
    add_paragraph,
    delete_paragraph,
    delete_words,
    insert_words,
    join_paragraph,
    move_paragraph,
    replace_words,
    split_paragraph,
)
from word_targets import body_paragraphs, paragraph_below

WORDS = ("认真整改", "18次", "《财务管理办法》", "，并按月通报", "县财政局", "（含下属单位）", "“三公”经费")
PARAGRAPHS = ("五是加强跟踪督办，确保整改到位。", "对整改不力的，严肃追责问责。", "建立长效机制，防止问题反弹。")
Lines = tuple[str, ...]


@dataclass(frozen=True)
class Edited:
    """`lines` are what the file says, its changes accepted; `steps` say what was done, for who looks at a failure."""

    docx: bytes = field(repr=False)
    lines: Lines = field(repr=False)
    steps: tuple[str, ...] = ()


def lines_of(docx: bytes) -> Lines:
    return tuple(line.text for line in docx_lines(docx).lines)


def unedited(docx: bytes) -> Edited:
    return Edited(docx, lines_of(docx))


@st.composite
def edited(draw: st.DrawFn, state: Edited, hands: Sequence[Hand | None] = (None, Hand()), most: int = 3) -> Edited:
    """A file in which one to `most` more edits were made, each by one of `hands`; None edits plainly.

    The file must have its labels as words, and no tables whose reading an edit of the text above them could change.
    """
    random = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(1, most))):
        edit = EDITS[draw(st.sampled_from(sorted(EDITS)))]
        state = edit(random, state, draw(st.sampled_from(hands)))
    return state


def _done(state: Edited, what: str, docx: bytes, old: Sequence[str], new: Sequence[str]) -> Edited:
    """Return the file after an edit that made of the lines `old`, which stand together, the lines `new`."""
    at = state.lines.index(old[0])
    assert state.lines[at : at + len(old)] == tuple(old)
    lines = (*state.lines[:at], *new, *state.lines[at + len(old) :])
    return Edited(docx, lines, (*state.steps, what))


def targets(state: Edited) -> list[str]:
    """Return the paragraphs that are lines of their own and long enough to be changed in part."""
    return [text for text in _lines(state) if len(text.strip()) > 3]


def _lines(state: Edited) -> list[str]:
    return [text for text in body_paragraphs(state.docx) if text in state.lines]


def _target(random: Random, state: Edited) -> str:
    return random.choice(targets(state))


def _around_a_place(random: Random, state: Edited) -> str:
    """Return the paragraph around a place, any in the text being as likely as others."""
    texts = targets(state)
    return random.choices(texts, list(map(len, texts)))[0]


def _some(random: Random, text: str) -> str:
    start = random.randint(0, len(text) - 2)
    return text[start : random.randint(start + 1, min(start + 12, len(text) - 1))]


def _replace(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text = _around_a_place(random, state)
    old, new = _some(random, text), random.choice(WORDS)
    docx = replace_words(state.docx, old, new, hand, within=text)
    return _done(state, f"{old}→{new}", docx, [text], [text.replace(old, new, 1)])


def _insert(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text = _around_a_place(random, state)
    after, new = _some(random, text), random.choice(WORDS)
    docx = insert_words(state.docx, after, new, hand, within=text)
    return _done(state, f"{after}+{new}", docx, [text], [text.replace(after, after + new, 1)])


def _delete(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text = _around_a_place(random, state)
    words = _some(random, text)
    left = text.replace(words, "", 1)
    if not left.strip():
        return state
    return _done(state, f"-{words}", delete_words(state.docx, words, hand, within=text), [text], [left])


def _drop(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text = _target(random, state)
    return _done(state, f"删段 {text}", delete_paragraph(state.docx, text, hand), [text], [])


def _add(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text, new = _target(random, state), random.choice(PARAGRAPHS)
    return _done(state, f"加段 {new}", add_paragraph(state.docx, text, new, hand), [text], [text, new])


def _split(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text = _target(random, state)
    words = _some(random, text[1:])
    at = text.index(words)
    if not at or not text[:at].strip() or not text[at:].strip():
        return state
    docx = split_paragraph(state.docx, words, hand, within=text)
    return _done(state, f"断开 {words}", docx, [text], [text[:at], text[at:]])


def _join(random: Random, state: Edited, hand: Hand | None) -> Edited:
    texts = _lines(state)
    first = random.choice(texts)
    second = paragraph_below(state.docx, first)
    if second not in texts:
        return state
    return _done(state, f"合并 {first}", join_paragraph(state.docx, first, hand), [first, second], [first + second])


def _move(random: Random, state: Edited, hand: Hand | None) -> Edited:
    text, after = _target(random, state), _target(random, state)
    if text == after:
        return state
    docx = move_paragraph(state.docx, text, after, hand)
    return _done(_done(state, f"移段 {text}", docx, [text], []), "", docx, [after], [after, text])


EDITS: Mapping[str, Callable[[Random, Edited, Hand | None], Edited]] = {
    "replace": _replace,
    "insert": _insert,
    "delete": _delete,
    "drop": _drop,
    "add": _add,
    "split": _split,
    "join": _join,
    "move": _move,
}
