"""The first paragraphs in; the inspection, its feedback and the publication out."""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from bulletin_gen.composing import NONE
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.parse.sentences import InspectionFields, PublicationFields, read_inspection, read_publication
from bulletin_gen.readers.printed_dates import DATE
from bulletin_gen.readers.sheet.top import is_basis
from bulletin_gen.readers.source import SourceLine, prose
from bulletin_gen.text.regex import Regex

_PUBLICATION = Regex("现将|现就|公布如下|通报如下|报告如下|予以公[布开]")  # 现将整改情况通报如下
_LONGEST = 2_000  # characters of a sentence that is looked at for several
_SENTENCE = Regex("[^。]*。[”’）]*|[^。]+$")  # 要求“立行立改。”
_COMMA_BEFORE_FEEDBACK = Regex(f"(?:巡[视察]|回头看”)，(?=(?:{DATE})，[^。]*反馈)")  # 开展了巡察，6月5日，…反馈
# 反馈了巡察意见，按照有关要求，现将…; 反馈了巡察意见，现将…
_COMMA_BEFORE_PUBLICATION = Regex("(?:意见|反馈|情况)[，；](?=(?:(?:按照|根据|依据)[^。]*)?(?:现将|现就))")


@frozen
class Opening:
    """What the opening gives: an inspection and its publication, or its own words; and how many paragraphs it takes."""

    inspection: InspectionFields | None = None
    publication: PublicationFields = field(default_factory=PublicationFields)
    opening: str | None = None
    used: int = 0

    def with_matter(self, round_: str, subject: str) -> "Opening":
        """Return it with the round of a title, and with its matter where no sentence is worded with another."""
        inspection, publication = self.inspection, self.publication
        if inspection is not None and round_:
            inspection = {**inspection, "round": round_}
        if inspection is None or "wording" in publication:
            publication = {**publication, "subject": subject}
        return replace(self, inspection=inspection, publication=publication)


def read_opening(lines: Sequence[SourceLine], issuer: str, document_kind: str) -> Opening:
    """Return the opening that the paragraphs before the first heading begin with.

    Without a basis sentence nothing is typed: the paragraphs down to the publication are kept as `opening`.
    """
    used = _length(lines)
    text = prose(lines[:used])
    if not is_basis(text):
        return Opening(opening=text or NONE, used=used)
    basis, feedback, publication = _cut(text)
    inspection = read_inspection(basis, feedback, issuer)
    return Opening(inspection, read_publication(publication, inspection, issuer, document_kind), used=used)


def _length(lines: Sequence[SourceLine]) -> int:
    """Return how many paragraphs it has: down to the publication, else to the basis, else the first of several."""
    for is_last, within in ((_PUBLICATION.search, 6), (is_basis, 3)):
        for index, line in enumerate(lines[:within]):
            if is_last(line.text):
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
        elif at == 0 and is_basis(cut[0]) and "反馈" in sentence:
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
    if len(sentence) > _LONGEST:
        yield sentence
        return
    start = 0
    for comma in (_COMMA_BEFORE_FEEDBACK, _COMMA_BEFORE_PUBLICATION):
        match = comma.search(sentence, start)
        if match is not None:
            yield sentence[start : match.end()]
            start = match.end()
    yield sentence[start:]
