"""What the issued form says beyond the text: 版头, 附件, 附注, 版记; how a draft is marked."""

from collections.abc import Iterator, Sequence

from bulletin_gen.composing.ledger import ledger_of, ledger_table
from bulletin_gen.composing.parts import lines_of
from bulletin_gen.composing.tables import attached_table
from bulletin_gen.document import (
    AttachmentHead,
    AttachmentNote,
    Block,
    Colophon,
    ColophonRow,
    Draft,
    Head,
    Heading,
    Note,
    NoteEntry,
    Paragraph,
)
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spans import spanned
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Attachment, OutputForm, Stage
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.labels import layer, leading_label
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

_STAGES = {Stage.DRAFT: "送审稿", Stage.COMMENTS: "征求意见稿"}
_WIDE_SPACE = "\u3000"
_LAYERS_OF_OWN_FACE = 2  # 一、 and （一）; below them headings look like text
_STOP = Regex("[。；！？]|[，：、]$")


def head(spec: Spec) -> Iterator[Block]:
    """Yield the 版头 of the issued form."""
    bulletin = spec.bulletin
    given = bulletin.head
    if bulletin.form is OutputForm.PUBLISHED or given is None:
        return
    secrecy = "★".join(filter(None, (given.secrecy, given.secrecy_period))) if given.secrecy else ""
    organs = tuple(given.organs) if given.organs is not None else (bulletin.issuer.name, *bulletin.joint_issuers)
    yield Head(
        spanned(given.copy_number),
        spanned(secrecy),
        spanned(given.urgency or ""),
        tuple(map(spanned, organs)),
        spanned(given.suffix),
        spanned(given.document_number),
        spanned("签发人：" if given.signers else ""),
        tuple(map(spanned, given.signers)),
        given.preprinted,
        where=spec.where("head"),
    )


def attachment_note(spec: Spec) -> Iterator[Block]:
    """Yield 附件说明, when there are attachments."""
    bulletin = spec.bulletin
    if bulletin.attachments:
        entries = note_entries([attachment.title for attachment in bulletin.attachments])
        yield AttachmentNote(entries, where=spec.where("attachments"))


def note_entries(titles: Sequence[str]) -> tuple[NoteEntry, ...]:
    """Return how the attachments are named below the text; several are numbered (GB/T 9704-2012 §7.3.4)."""
    several = len(titles) > 1
    return tuple(
        NoteEntry(spanned("附件：" if number == 1 else ""), spanned(f"{number}." if several else ""), spanned(title))
        for number, title in enumerate(titles, start=1)
    )


def note(spec: Spec) -> Iterator[Block]:
    """Yield 附注 in its brackets."""
    bulletin = spec.bulletin
    if bulletin.note:
        text = bulletin.note.removeprefix("（").removesuffix("）")
        yield Note(spanned(f"（{text}）"), where=spec.where("note"))


def attachments(spec: Spec) -> Iterator[Block]:
    """Yield each attachment: its head, then its text, then its table."""
    bulletin = spec.bulletin
    several = len(bulletin.attachments) > 1
    for index, attachment in enumerate(bulletin.attachments):
        where = spec.where(f"attachments[{index}]")
        label = spanned(f"附件{index + 1 if several else ''}")
        yield AttachmentHead(label, spanned(attachment.title), where=where)
        yield from (_attachment_line(line, where) for line in lines_of(attachment.text))
        yield from _table(attachment, spec, f"attachments[{index}]")


def _attachment_line(line: str, where: Where) -> Block:
    """Return a line of an attachment's text: a heading where it has the label of one in another face, and no stop."""
    marked = leading_label(line)
    if marked is None or layer(marked.label) > _LAYERS_OF_OWN_FACE or _STOP.search(line):
        return Paragraph(spanned(line), where=where)
    label = line.removesuffix(marked.rest)
    level = layer(marked.label)
    return Heading(level, level, spanned(label), spanned(marked.rest), where=where)


def colophon(spec: Spec) -> Iterator[Block]:
    """Yield the 版记 of the issued form."""
    bulletin = spec.bulletin
    given = bulletin.colophon
    if bulletin.form is OutputForm.PUBLISHED or given is None:
        return
    printed = f"{read_date(given.printing_date).text}印发" if given.printing_date else ""
    said = (
        ("主送：", _ended(given.recipients), ""),
        ("抄送：", _ended(given.copies_to), ""),
        ("", given.printing_office, printed),
    )
    rows = tuple(ColophonRow(*map(spanned, row)) for row in said if any(row[1:]))
    yield Colophon(rows, given.on_even_page, where=spec.where("colophon"))


def _ended(names: str) -> str:
    """Return names that are sent something as the 版记 has them, with their full stop."""
    return f"{names.rstrip('。：')}。" if names else ""


def draft(bulletin: Bulletin) -> Draft | None:
    """Return how the pages are marked as a draft; None for a final text, or one that says nothing of its stage."""
    if bulletin.stage not in _STAGES:
        return None
    version_date = read_date(bulletin.version_date).text if bulletin.version_date else ""
    stage = _STAGES[bulletin.stage]
    text = _WIDE_SPACE.join(filter(None, (stage, bulletin.version, version_date)))
    return Draft(spanned(text), stage if bulletin.watermark else "")


def _table(attachment: Attachment, spec: Spec, path: str) -> Iterator[Block]:
    if attachment.table is not None:
        yield attached_table(attachment.table, attachment.landscape, spec.where(path))
    elif attachment.ledger:
        results = spec.bulletin.results
        if results is None:
            message = f"没有{spec.named('results')}，无法生成整改台账"
            hint = f"请删去{spec.named('ledger', path)}"
            raise SpecError(Problem(message, hint, spec.where(f"{path}.ledger")))
        yield ledger_table(ledger_of(results, spec), attachment.landscape, spec.where(path))
