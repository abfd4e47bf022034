"""The mechanical edits of findings, made in the file itself: marks, white space and widths, never words.

All else stays byte for byte: comments, layout, encoding, line ends.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from bulletin_gen.checking import check
from bulletin_gen.checks.located import TypedWords
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.errors import BulletinError, Problem, ReadError
from bulletin_gen.finding import Finding, Quote
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.text import decode, line_starts, read_text
from bulletin_gen.readers.web_page import is_web_page
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.spec import Spec
from bulletin_gen.where import Where

_MOST_ROUNDS = 10  # an edit may uncover the next
_HARMLESS = frozenset(" .%-/()")  # and letters, digits, Chinese: these mean nothing to YAML within a text
_ZEROS = "〇○"  # the second is a circle, drawn for the first
_ENCODINGS = (
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("gb18030", b""),
)


@frozen
class Fixed:
    """A file with `edits` made in it, and as text what it was and what it is."""

    content: bytes
    before: str
    after: str
    edits: int


class Edit(NamedTuple):
    """Characters start … end - 1 of a text become `instead`."""

    start: int
    end: int
    instead: str


def fix(
    content: bytes,
    given: Spec | Reading,
    office: Office = ANY_OFFICE,
    wanted: Callable[[Finding], bool] = lambda finding: True,
) -> Fixed:
    """Return a file with the edits of what is found in it and `wanted`, made again until there are no more.

    `content` are the bytes that `given` was read from: a spec in YAML or a plain text. Of edits that overlap the first
    is made, and what is found after that counts. Raises ReadError for a file that cannot be edited: a web page.
    """
    file = given.spec.places.file if isinstance(given, Reading) else given.places.file
    before = text = _text_of(content, given, file)
    made = 0
    for _ in range(_MOST_ROUNDS):
        edits = _apart(_edits(text, given, check(given, office), wanted))
        if not edits:
            break
        changed = _edited(text, edits)
        again = _read_again(changed, given, file)
        if again is None:
            break
        text, given, made = changed, again, made + len(edits)
    return Fixed(_encoded(content, before, text, file), before, text, made)


def _text_of(content: bytes, given: Spec | Reading, file: str | None) -> str:
    if isinstance(given, Spec):
        return given.places.source
    text = decode(content, file)
    if is_web_page(text):
        raise ReadError(Problem("这是网页的源代码，不能改正", "请把网页上的文字另存为纯文本", Where(file)))
    return text


def _edits(
    text: str, given: Spec | Reading, findings: Iterable[Finding], wanted: Callable[[Finding], bool]
) -> Iterator[Edit]:
    """Yield the edits of the findings whose words stand in the file just as they are quoted."""
    typed = TypedWords(given.places) if isinstance(given, Spec) else None
    starts = [] if typed else line_starts(text)
    for finding in findings:
        if finding.quote is None or finding.instead is None or not wanted(finding):
            continue
        if typed and isinstance(given, Spec):
            start = _typed_start(typed, finding.where.path, finding.quote, finding.instead)
        else:
            start = _line_start(starts, finding.where.line) + finding.quote.start
        end = start + len(finding.quote.words)
        if (
            start >= 0
            and text[start:end] == finding.quote.words
            and _is_mechanical(finding.quote.words, finding.instead)
        ):
            yield Edit(start, end, finding.instead)


def _is_mechanical(words: str, instead: str) -> bool:
    """Return whether an edit changes something, and nothing but marks, white space and widths."""
    return words != instead and _letters(words) == _letters(instead)


def _letters(text: str) -> str:
    return "".join(char for char in normalize("NFKC", text) if char.isalnum() and char not in _ZEROS)


def _line_start(starts: Sequence[int], line: int | None) -> int:
    return starts[line - 1] if line is not None and line <= len(starts) else -(1 << 60)


def _typed_start(typed: TypedWords, path: str, quote: Quote, instead: str) -> int:
    """Return where the quoted words begin in the file, -1 where they were not typed or YAML would misread the edit."""
    if not all(char.isalnum() or char > "\x7f" or char in _HARMLESS for char in instead):
        return -1
    located = typed.find(path, quote)
    if located is None:
        return -1
    words = quote.words
    return located.start - (len(words) - len(words.lstrip()) if words.strip() else 0)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits in order, of those that touch each other the first alone."""
    kept: list[Edit] = []
    for edit in sorted(set(edits)):
        if not kept or edit.start > kept[-1].end or (edit.start == kept[-1].end and edit.end > edit.start):
            kept.append(edit)
    return kept


def _edited(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.instead]
        at = edit.end
    return "".join([*parts, text[at:]])


def _read_again(text: str, before: Spec | Reading, file: str | None) -> Spec | Reading | None:
    """Return what the edited text holds; None where it is not the same fields any more, and must be left alone."""
    try:
        if isinstance(before, Reading):
            return read_text(text, file)
        after = load_spec(text, file)
    except BulletinError:
        return None
    return after if list(after.places.texts) == list(before.places.texts) else None


def _encoded(content: bytes, before: str, after: str, file: str | None) -> bytes:
    """Return the edited text in the encoding of the file. Raises ReadError where that would change the rest of it."""
    for encoding, mark in _ENCODINGS:
        if mark + before.encode(encoding, "replace") == content:
            return mark + after.encode(encoding)
    raise ReadError(Problem("这个文件的编码不能原样写回，没有改正", "请另存为 UTF-8 编码后再试", Where(file)))
