"""Spec in, Document out: every number, date, label and sentence is decided here, once."""

from collections.abc import Iterator

from bulletin_gen.composing import official, wording
from bulletin_gen.composing.counts import Counts, all_issues, count, is_done
from bulletin_gen.composing.numbering import Counter
from bulletin_gen.composing.parts import Spot, compose_part, compose_results, lines_of
from bulletin_gen.composing.refuse import refuse_an_unfinished_final, refuse_the_unpublishable
from bulletin_gen.composing.settle import settle
from bulletin_gen.document import Block, Document, Draft, Paragraph, Recipients, Signature, Title
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.properties import Properties
from bulletin_gen.spans import flat, spanned
from bulletin_gen.spec.model import Bulletin, Contact, FeedbackForm, ListForm, Results, Slot
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.text.dates import read_date

NONE = "无"  # what an author writes to have no title or no opening
_NAMED = 5  # so many issues are named in a message


def compose(spec: Spec | Bulletin) -> Document:
    """Return what the bulletin says, nothing twice that its author typed and we add as well.

    Raises SpecError where a text or a number cannot be decided.
    """
    spec = as_spec(spec)
    return compose_as_typed(spec.said_once)


def compose_as_typed(spec: Spec | Bulletin) -> Document:
    """Return what the bulletin says to the letter, for who compares it with a source. Raises what `compose` raises."""
    spec = as_spec(spec)
    refuse_the_unpublishable(spec)
    document = _composed(spec)
    refuse_an_unfinished_final(spec, document)
    return document


def compose_unreleased(spec: Spec | Bulletin) -> Document:
    """Return what `compose` does, also of a bulletin that must not be published, or printed as final, as it is."""
    spec = as_spec(spec)
    return _composed(spec.said_once)


def _composed(spec: Spec) -> Document:
    counts = count(spec.bulletin)
    settled = Spec(settle(spec.bulletin, counts, spec.places), spec.places)
    title, draft = _title_lines(settled.bulletin), official.draft(settled.bulletin)
    return Document(_properties(settled.bulletin, title, draft), tuple(_blocks(settled, title, counts)), draft)


def _properties(bulletin: Bulletin, title: list[str], draft: Draft | None) -> Properties:
    """Return what the file says of itself: the title also where none is to be printed."""
    said = "".join(title) or wording.title(bulletin)
    issued = read_date(bulletin.issue_date).day if bulletin.issue_date else None
    return Properties(said, bulletin.issuer.name, issued, flat(draft.text) if draft else "")


def _blocks(spec: Spec, title: list[str], counts: Counts) -> Iterator[Block]:
    bulletin = spec.bulletin
    yield from official.head(spec)
    if title:
        yield Title(tuple(map(spanned, title)), where=spec.where("title"))
    if bulletin.recipients:
        yield Recipients(spanned(f"{bulletin.recipients.rstrip('：')}："), where=spec.where("recipients"))
    yield from _opening(spec)
    yield from _body(spec, counts)
    contact = list(_contact(spec, bulletin.contact)) if bulletin.contact else []
    signature = [*official.attachment_note(spec), *_signature(spec)]
    is_below = bulletin.contact is not None and bulletin.contact.after_signature
    yield from (*signature, *contact) if is_below else (*contact, *signature)
    yield from official.note(spec)
    yield from official.attachments(spec)
    yield from official.colophon(spec)


def _title_lines(bulletin: Bulletin) -> list[str]:
    """Return the lines of the title, none where its author wants none."""
    if bulletin.title == NONE:
        return []
    return lines_of(bulletin.title) if bulletin.title else [wording.title(bulletin)]


def _opening(spec: Spec) -> Iterator[Block]:
    bulletin = spec.bulletin
    if bulletin.opening is not None:
        text = "" if bulletin.opening == NONE else bulletin.opening
        yield from (Paragraph(spanned(line), where=spec.where("opening")) for line in lines_of(text))
    elif bulletin.inspection is not None:
        text = "".join(_opening_sentences(bulletin))
        yield from (Paragraph(spanned(line), where=spec.where("inspection")) for line in lines_of(text))


def _opening_sentences(bulletin: Bulletin) -> Iterator[str]:
    """Yield basis, feedback and publication, with a line end before each that starts its own paragraph."""
    inspection = bulletin.inspection
    assert inspection is not None
    yield wording.basis(bulletin, inspection)
    feedback = inspection.feedback
    if feedback is not None and feedback.form is FeedbackForm.OWN_SENTENCE:
        yield "\n" * feedback.own_paragraph + wording.feedback(bulletin, inspection, feedback)
    yield "\n" * bulletin.publication.own_paragraph + wording.publication(bulletin)


def _body(spec: Spec, counts: Counts) -> Iterator[Block]:
    """Yield the fixed parts in order, each followed by the free parts that say so."""
    bulletin = spec.bulletin
    counter = Counter()
    for slot in Slot:
        fixed = None if slot is Slot.OPENING else getattr(bulletin, slot.value)
        spot = Spot(slot.value, spec)
        if isinstance(fixed, Results):
            yield from compose_results(fixed, spot, counter, _lead(spec, fixed, counts))
        elif fixed is not None:
            yield from compose_part(fixed, spot, counter)
        for index, part in enumerate(bulletin.other_parts):
            if part.after is slot:
                yield from compose_part(part, Spot(f"other_parts[{index}]", spec), counter)


def _lead(spec: Spec, results: Results, counts: Counts) -> str:
    """Return what is said of the results as a whole: of the issues, then of the measures; the day is said once."""
    measures = results.measures_progress
    day = "" if results.progress else wording.as_of(results.as_of)
    return _progress(spec, results, counts) + (wording.measures_progress(measures, day) if measures else "")


def _progress(spec: Spec, results: Results, counts: Counts) -> str:
    if results.progress is None:
        return ""
    if results.progress.wording is None and counts.done is None:
        raise SpecError(_uncounted(results, spec))
    return wording.progress(spec.bulletin, results.progress, results.as_of, counts)


def _uncounted(results: Results, spec: Spec) -> Problem:
    """Return why the progress cannot be counted."""
    where = spec.where("results.progress")
    silent = [issue.problem or issue.heading for issue in all_issues(results) if is_done(issue) is None]
    issues, sentence = spec.named("issues", "results"), spec.named("wording", "results.progress")
    if not silent:
        return Problem("没有列出问题，无法统计完成情况", f"请列出{issues}，或自拟这一句，写在{sentence}", where)
    status = spec.named("status", "results.issues[0]")
    named = "、".join(f"“{name}”" for name in silent[:_NAMED]) + ("等" if len(silent) > _NAMED else "")
    message = f"有{len(silent)}个问题没有填写{status}，无法统计完成情况：{named}"
    return Problem(message, f"请给每个问题填写{status}，或自拟这一句，写在{sentence}", where)


def _contact(spec: Spec, contact: Contact) -> Iterator[Block]:
    where = spec.where("contact")
    yield from (Paragraph(spanned(line), where=where) for line in lines_of(_contact_text(spec.bulletin, contact)))


def _contact_text(bulletin: Bulletin, contact: Contact) -> str:
    if contact.wording is not None:
        return contact.wording
    invitation = contact.invitation if contact.invitation is not None else wording.invitation(bulletin)
    if contact.form is ListForm.OWN_LINE:
        return "\n".join([invitation, *(f"{field.label}：{field.value}" for field in contact.fields)])
    fields = wording.contact_fields(contact) if contact.fields else ""
    return f"{invitation}\n{fields}" if contact.form is ListForm.OWN_PARAGRAPH else invitation + fields


def _signature(spec: Spec) -> Iterator[Block]:
    bulletin = spec.bulletin
    issuer = bulletin.issuer
    own = tuple(issuer.signature) if issuer.signature is not None else (issuer.name,)
    lines = (*own, *bulletin.joint_issuers)
    issue_date = read_date(bulletin.issue_date).text if bulletin.issue_date else ""
    if lines or issue_date:
        where = spec.where("issue_date" if bulletin.issue_date else "issuer")
        said = tuple(map(spanned, lines))
        yield Signature(said, spanned(issue_date), bool(bulletin.joint_issuers), bulletin.sealed, where=where)
