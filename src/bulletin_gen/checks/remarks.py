"""Findings -> comments: a manuscript's document, each finding a remark on the words that it is about."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.document import Block, Document, texts_in, with_texts
from bulletin_gen.finding import Finding, Quote
from bulletin_gen.spans import Comment, Commented, Text, cut, flat, joined
from bulletin_gen.text.punctuate import widened

AUTHOR = "bulletin-gen"


class _About(NamedTuple):
    """Characters start … end - 1 of a text of a block, and what is said of them."""

    start: int
    end: int
    said: str


def comment_on(*findings: Finding) -> Comment:
    """Return what a reviewer would write of the findings: a line for each, and for what it rests on."""
    return Comment("\n".join(map(_said, findings)), AUTHOR)


def _said(finding: Finding) -> str:
    hint = f"；{finding.hint}" if finding.hint else ""
    source = f"，依据：{finding.source}" if finding.source else ""
    return f"{finding.severity}：{finding.message}{hint}（{finding.rule}{source}）"


def remarked(manuscript: Manuscript, findings: Sequence[Finding]) -> Document:
    """Return the document of a manuscript with the findings as remarks, in the order of the text.

    One without words of its own is a remark on the paragraph where it stands, or else on the first. Words that
    overlap share a remark.
    """
    remarks: dict[int, dict[int, list[_About]]] = defaultdict(lambda: defaultdict(list))
    blocks = {id(block): index for index, block in enumerate(manuscript.document.blocks)}
    for passage, finding in _placed(manuscript, findings):
        if passage.block is not None:
            leaf, start, end = _words(passage.block, finding)
            remarks[blocks[id(passage.block)]][leaf].append(_About(start, end, _said(finding)))
    return replace(
        manuscript.document,
        blocks=tuple(_with_remarks(block, remarks[index]) for index, block in enumerate(manuscript.document.blocks)),
    )


def _placed(manuscript: Manuscript, findings: Sequence[Finding]) -> Iterator[tuple[Passage, Finding]]:
    """Yield each finding with its passage: of equal ones the next each time that the same is found again."""
    same: dict[str, list[Passage]] = defaultdict(list)
    for passage in manuscript.passages:
        same[passage.raw].append(passage)
    told: Counter[tuple[str, str, int]] = Counter()
    for finding in findings:
        passages = same[finding.quote.paragraph] if finding.quote else []
        if finding.quote and passages:
            key = (finding.rule, finding.quote.paragraph, finding.quote.start)
            yield passages[min(told[key], len(passages) - 1)], finding
            told[key] += 1
        elif manuscript.passages:
            yield _nearest(manuscript, finding), finding


def _nearest(manuscript: Manuscript, finding: Finding) -> Passage:
    """Return the last passage that does not begin after the place of a finding, or else the first."""
    line = finding.where.line or 0
    before = [passage for passage in manuscript.passages if 0 < (passage.where.line or 0) <= line]
    return before[-1] if before else manuscript.passages[0]


def _words(block: Block, finding: Finding) -> tuple[int, int, int]:
    """Return which text of a block a finding is about, and from where to where in it.

    Words that do not stand in one of them alone, as those of a label and its heading, stand for all of a text.
    """
    texts = [flat(text) for text in texts_in(block)]
    place = _quoted(finding.quote, texts) if finding.quote else None
    if place is not None:
        return place
    longest = max(range(len(texts)), key=lambda number: len(texts[number]))
    return longest, 0, len(texts[longest])


def _quoted(quote: Quote, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """Return where quoted words stand: in which of the texts, from where to where; None where they do not.

    The marks of a text that was read may be wider in the document.
    """
    for paragraph in (quote.paragraph, widened(quote.paragraph)):
        words = paragraph[quote.start : quote.end]
        places = [(number, at) for number, text in enumerate(texts) for at in _places(words, text)]
        if places:
            before = len(list(_places(words, paragraph[: quote.start])))
            number, at = places[min(before, len(places) - 1)]
            return number, at, at + len(words)
    return None


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _with_remarks(block: Block, remarks: Mapping[int, Sequence[_About]]) -> Block:
    """Return a block with remarks on its texts, given by their number."""
    if not remarks:
        return block
    return with_texts(block, [_commented(text, remarks.get(at, ())) for at, text in enumerate(texts_in(block))])


def _commented(text: Text, remarks: Sequence[_About]) -> Text:
    """Return a text with remarks on its words; those that overlap are one."""
    merged: list[_About] = []
    for one in sorted(remarks):
        if merged and one.start < merged[-1].end:
            last = merged.pop()
            one = _About(last.start, max(last.end, one.end), f"{last.said}\n{one.said}")
        merged.append(one)
    spans: list[Text] = []
    at = 0
    for one in merged:
        comment = Comment(one.said, AUTHOR)
        spans += [cut(text, at, one.start), (Commented(cut(text, one.start, one.end), comment),)]
        at = one.end
    return joined(*spans, cut(text, at, len(flat(text))))
