"""What we say of ourselves in a draft, and the field that takes an author's own words in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bulletin_gen.composing import wording
from bulletin_gen.composing.counts import count, states_of
from bulletin_gen.composing.settle import known, settle
from bulletin_gen.review.home.lines import BaseLine, Piece
from bulletin_gen.review.home.typed import Said, TypedText, said_by
from bulletin_gen.spec.model import Bulletin, FeedbackForm
from bulletin_gen.spec.sign_off import Head
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.regex import Regex

PROGRESS = "results.progress.wording"
MARK = "head.organs"
OPENING_WORDINGS = ("opening", "inspection.wording", "inspection.feedback.wording", "publication.wording")
SIGNATURE = "issuer.signature"
_GENERATORS = (
    (Regex(r"^results\.(?:as_of|progress\.rest)$"), PROGRESS),
    (Regex(r"^(.*)\.(?:problem|heading)$"), r"\1.heading"),
    (Regex(r"^contact\..*$"), "contact.wording"),
    (Regex(r"^inspection\.feedback\..*$"), "inspection.feedback.wording"),
    (Regex(r"^inspection\..*$"), "inspection.wording"),
    (Regex(r"^publication\..*$"), "publication.wording"),
)


def own_field(path: str) -> str:
    """Return the field that takes the whole sentence or heading that a field is said in; for others itself."""
    for pattern, own in _GENERATORS:
        if pattern.match(path):
            return pattern.sub(own, path)
    return path


def with_generated(spec: Spec, lines: Sequence[BaseLine]) -> tuple[list[BaseLine], dict[str, TypedText]]:
    """Return the lines, each with what of it we say, and those texts by the fields that would take others."""
    said = dict(_sentences(spec))
    progress = _progress(spec)
    if progress is not None:
        said[progress.path] = progress.printed
    contact = [line.text for line in lines if line.node == "contact"]
    if contact and not (spec.bulletin.contact and spec.bulletin.contact.wording is not None):
        said["contact.wording"] = "\n".join(contact)
    marked: list[BaseLine] = []
    at = row = 0
    for line in lines:
        own = [*_of_line(line, said), *_of_head(line, spec.bulletin.head), *_of_signature(line, spec.bulletin)]
        if line.node == "contact" and "contact.wording" in said:
            own.append(Piece(own[0].end if own else 0, len(line.text), "contact.wording", at, row))
            at, row = at + len(line.text) + 1, row + 1
        for piece in own:
            said.setdefault(piece.path, line.text[piece.start : piece.end])
        marked.append(replace(line, generated=tuple(own)))
    texts = {path: _typed(path, text) for path, text in said.items()}
    return marked, texts | ({progress.path: progress} if progress else {})


def _typed(path: str, text: str) -> TypedText:
    return TypedText(path, text, text, tuple(Said(at, at + 1) for at in range(len(text))))


def _sentences(spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield the sentences of the opening and of the contact that are worded from fields."""
    kept = spec.said_once.bulletin
    bulletin: Bulletin = settle(kept, count(kept), spec.places)
    if bulletin.contact is not None and bulletin.contact.wording is None and bulletin.contact.invitation is None:
        yield "contact.invitation", wording.invitation(bulletin)
    inspection = bulletin.inspection
    if bulletin.opening is not None or inspection is None:
        return
    if inspection.wording is None:
        yield "inspection.wording", wording.basis(bulletin, inspection)
    told = inspection.feedback
    if told is not None and told.wording is None and told.form is FeedbackForm.OWN_SENTENCE:
        yield "inspection.feedback.wording", wording.feedback(bulletin, inspection, told)
    if bulletin.publication.wording is None:
        yield "publication.wording", wording.publication(bulletin)


def _progress(spec: Spec) -> TypedText | None:
    """Return the sentence on what is done, as it would be typed: what is counted stays counted, or is known as that."""
    kept = spec.said_once.bulletin
    counts = count(kept)
    bulletin: Bulletin = settle(kept, counts, spec.places)
    results = bulletin.results
    if results is None or results.progress is None or results.progress.wording is not None or counts.done is None:
        return None
    names: Any = {name: f"{{{{ counts.{name} }}}}" for name in ("issues", "rate")}
    typed = wording.progress(bulletin, results.progress, results.as_of, replace(counts, **names))
    printed = wording.progress(bulletin, results.progress, results.as_of, counts)
    said = list(said_by(typed, printed, 0, known(kept, counts)))
    for state, number in states_of(results):
        at = printed.find(f"{state}{number}")
        if at >= 0:
            start, end = at + len(state), at + len(f"{state}{number}")
            said[start:end] = [Said(said[start].start, said[end - 1].end, "counts.done")] * (end - start)
    return TypedText(PROGRESS, typed, printed, tuple(said))


def _of_head(line: BaseLine, head: Head | None) -> Iterator[Piece]:
    """Yield what a line of the 版头 says that is one of fixed words, or the mark of a single organ."""
    if head is None or line.node != "head" or line.pieces:
        return
    for name in ("secrecy", "urgency"):
        if line.text == getattr(head, name):
            yield Piece(0, len(line.text), f"head.{name}", 0, 0)
            return
    if head.organs is None and line.text.endswith(head.suffix) and head.suffix:
        yield Piece(0, len(line.text), MARK, 0, 0)


def _of_signature(line: BaseLine, bulletin: Bulletin) -> Iterator[Piece]:
    """Yield the name of the one issuer, where it is signed with that."""
    is_ours = bulletin.issuer.signature is None and not bulletin.joint_issuers
    if is_ours and line.node in ("issuer", "issue_date") and line.text == bulletin.issuer.name:
        yield Piece(0, len(line.text), SIGNATURE, 0, 0)


def _of_line(line: BaseLine, said: dict[str, str]) -> Iterator[Piece]:
    """Yield what of a line we say, by the fields that would take other words."""
    if line.node == "recipients":
        yield Piece(0, len(line.text), "recipients", 0, 0)
    elif line.node == "contact" and line.text.startswith(said.get("contact.invitation") or "\n"):
        yield Piece(0, len(said["contact.invitation"]), "contact.invitation", 0, 0)
    elif line.node == "inspection":
        for path, text in said.items():
            at = line.text.find(text)
            if at >= 0:
                yield Piece(at, at + len(text), path, 0, 0)
    elif line.node == "results" and not line.is_heading and line.text.startswith(said.get(PROGRESS) or "\n"):
        yield Piece(0, len(said[PROGRESS]), PROGRESS, 0, 0)
    elif line.node == "title" and not line.pieces:
        yield Piece(0, len(line.text), "title", 0, 0)
    elif line.part == "status" and not line.pieces:
        yield Piece(0, len(line.text), f"{line.node}.status_line", 0, 0)
    elif line.is_heading and line.pieces and line.pieces[0].path == f"{line.node}.problem":
        end = line.head - (line.head < len(line.text) and line.text[line.head - 1] == "。")
        yield Piece(line.label, end, f"{line.node}.heading", 0, 0)
