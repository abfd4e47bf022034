"""The first paragraphs in; the inspection, its feedback and the publication out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bulletin_gen.readers.lines import SourceLine
from bulletin_gen.readers.sentences import DATE, read_inspection, read_publication

_BASIS = re.compile("(?:根据|按照|依据|遵照).{1,60}?(?:部署|安排|要求)|巡[视察]组.{0,30}对.{2,60}(?:巡[视察]|回头看)")
_FEEDBACK = re.compile("反馈")
_PUBLICATION = re.compile("现将|现就|公布如下|通报如下|报告如下|予以公[布开]")
_SENTENCE = re.compile("[^。]*。[”’）]*|[^。]+$")
_COMMA_BEFORE_FEEDBACK = re.compile(f"(?:巡[视察]|回头看”)，(?=(?:{DATE})，[^。]*反馈)")
_COMMA_BEFORE_PUBLICATION = re.compile("(?:意见|反馈|情况)[，；](?=(?:按照|根据|依据|现将)[^。]*(?:现将|现就))")
_NONE = "无"


@dataclass(frozen=True)
class Opening:
    """The fields of the bulletin that the opening gives, and how many paragraphs it takes."""

    fields: dict[str, Any]
    used: int


def is_basis(text: str) -> bool:
    """Does the text name the inspection that the bulletin answers?"""
    return _BASIS.search(text) is not None


def read_opening(lines: Sequence[SourceLine], issuer: str) -> Opening:
    """Return the opening that the paragraphs before the first heading begin with.

    Without a basis sentence nothing is typed: the paragraphs down to the publication are kept as `opening`.
    """
    used = _length(lines)
    text = "\n".join(line.text for line in lines[:used])
    if not used:
        return Opening({"opening": _NONE}, 0)
    if not is_basis(text):
        return Opening({"opening": text}, used)
    basis, feedback, publication = _cut(text)
    inspection = read_inspection(basis, feedback, issuer)
    published = read_publication(publication, inspection, issuer)
    return Opening({"inspection": inspection, **({"publication": published} if published else {})}, used)


def _length(lines: Sequence[SourceLine]) -> int:
    """Return how many paragraphs it has: down to the publication, else to the basis, else the first of several."""
    for pattern, within in ((_PUBLICATION, 6), (_BASIS, 3)):
        for index, line in enumerate(lines[:within]):
            if pattern.search(line.text):
                return index + 1
    return 1 if len(lines) > 1 else 0


def _cut(text: str) -> tuple[str, str, str]:
    """Return basis, feedback and publication; what stands between two goes with the first. A line end before one
    of them starts its paragraph."""
    cut = ["", "", ""]
    at = 0
    for sentence in _sentences(text):
        if cut[0] and at < 2 and _PUBLICATION.search(sentence):
            at = 2
        elif at == 0 and is_basis(cut[0]) and _FEEDBACK.search(sentence):
            at = 1
        cut[at] += sentence
    return cut[0], cut[1], cut[2]


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences, line ends kept before them; what only a comma parts from the next counts as one."""
    for index, paragraph in enumerate(text.split("\n")):
        start = "\n" if index else ""
        for match in _SENTENCE.finditer(paragraph):
            for piece in _unspliced(match[0]):
                yield start + piece
                start = ""


def _unspliced(sentence: str) -> Iterator[str]:
    start = 0
    for comma in (_COMMA_BEFORE_FEEDBACK, _COMMA_BEFORE_PUBLICATION):
        match = comma.search(sentence, start)
        if match is not None:
            yield sentence[start : match.end()]
            start = match.end()
    yield sentence[start:]
