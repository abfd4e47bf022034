"""The lines of an issued document in; 版头, 附件, 附注 and 版记 out, and the lines that are left.

Only what stands where an official document has it is taken; all else is left to be read as a published text is.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypedDict

from bulletin_gen.composing.official import note_entries
from bulletin_gen.document import AttachmentNote, block_lines
from bulletin_gen.errors import SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.printed_dates import DAY
from bulletin_gen.readers.source import Lines, SourceLine, fold, prose
from bulletin_gen.readers.tables import read_table
from bulletin_gen.spans import flat
from bulletin_gen.spec.sign_off import Attachment, Colophon, Secrecy, Urgency
from bulletin_gen.text.head_forms import COPY_NUMBER, DOCUMENT_NUMBER, SECRECY, URGENCY
from bulletin_gen.text.regex import Regex

_MOST_HEAD_LINES = 14
_LEAST_ROWS = 2  # of a table: its head, and one below it
_SUFFIX = "文件"
_ORGAN = Regex(r"[\u4e00-\u9fff（）()]{2,40}")  # 中共青溪镇委员会文件; not 青政发〔2025〕3号
# 青党发〔2025〕3号 签发人：甲某 乙某
_NUMBER = Regex(rf"(?P<number>{DOCUMENT_NUMBER.pattern})(?:\s*签发人[：:]\s*(?P<signers>.+))?")
_DATE = Regex(DAY)  # 2025年1月8日
_NOTE = Regex("[（(][^（）()]+[）)]")  # （此件公开发布）
_ATTACHMENT = Regex(r"附件\d{0,2}")  # 附件, 附件2; not 附件：清单
_SENT = Regex("(?P<kind>主送|抄送)[：:](?P<names>.+)")  # 抄送：县委巡察办。
_PRINTED = Regex(rf"(?P<office>[^\d]{{0,40}}?)\s*(?P<date>{DAY})\s*印发")  # 青溪镇党政办公室 2025年1月9日印发


class HeadFields(TypedDict, total=False):
    """What was read of the spec's `Head`."""

    copy_number: str
    secrecy: Secrecy
    secrecy_period: str
    urgency: Urgency
    document_number: str
    signers: list[str]
    preprinted: bool


@frozen
class Issued:
    """What an issued document adds to the text: its lines by their place, and the fields that say them.

    `head` is None where there is no 版头; `organs` are those of its mark, which its fields leave out. `rest` are
    the lines that are left.
    """

    rest: Lines = ()
    head_lines: Lines = ()
    head: HeadFields | None = None
    organs: tuple[str, ...] = ()
    attachment_note: Lines = ()
    note: Lines = ()
    attachment_lines: Lines = ()
    attachments: tuple[Attachment, ...] = ()
    colophon_lines: Lines = ()
    colophon: Colophon | None = None

    @property
    def has_form(self) -> bool:
        """Does it have a 版头 or a 版记, which a published text has not?"""
        return self.head is not None or self.colophon is not None

    def __bool__(self) -> bool:
        return self.has_form or bool(self.note or self.attachments)


def take_issued(lines: Sequence[SourceLine]) -> Issued:
    """Return what an issued document adds, nothing where that makes no valid fields (印发 on the 45th of a month)."""
    issued = Issued(tuple(lines))
    try:
        return _take_note(_take_attachments(_take_colophon(_take_head(issued))))
    except SpecError:
        return issued


def _take_head(issued: Issued) -> Issued:
    """Take the lines of the 版头; none where one of them has no place in it."""
    lines, end = issued.rest, _head_end(issued.rest)
    number = _NUMBER.fullmatch(lines[end - 1].text) if end else None
    below_mark = lines[end - 1 : end] if number else ()
    above, before = _above_mark(lines[: end - len(below_mark)])
    mark = _with_suffix(before)
    if not end or not all(_ORGAN.fullmatch(line.text) for line in mark) or mark[-1:] != _marks(mark):
        return issued
    fields = above
    if number:
        fields = {**fields, "document_number": number["number"], "signers": (number["signers"] or "").split()}
    if not mark:
        fields = {**fields, "preprinted": True}
    head_lines = (*lines[: end - len(before) - len(below_mark)], *mark, *below_mark)
    organs = tuple(line.text.removesuffix(_SUFFIX) for line in mark)
    return replace(issued, rest=lines[end:], head_lines=head_lines, head=fields, organs=organs)


def _above_mark(lines: Lines) -> tuple[HeadFields, Lines]:
    """Return what stands above the mark (份号, 密级, 紧急程度, in this order), and the lines that are left."""
    fields = HeadFields()
    if lines and (copy_number := COPY_NUMBER.fullmatch(lines[0].text)):
        fields["copy_number"], lines = copy_number[0], lines[1:]
    if lines and (secrecy := SECRECY.fullmatch(lines[0].text)):
        fields["secrecy"], lines = Secrecy(secrecy["secrecy"]), lines[1:]
        fields["secrecy_period"] = secrecy["secrecy_period"] or ""
    if lines and (urgency := URGENCY.fullmatch(lines[0].text)):
        fields["urgency"], lines = Urgency(urgency[0]), lines[1:]
    return fields, lines


def _head_end(lines: Lines) -> int:
    """Return how many lines the 版头 has: those down to 发文字号, or to the mark where there is none."""
    top = lines[:_MOST_HEAD_LINES]
    numbers = [at for at, line in enumerate(top, start=1) if _NUMBER.fullmatch(line.text)]
    marks = [at for at, line in enumerate(top, start=1) if line in _marks(top)]
    return numbers[0] if numbers else max(marks, default=0)


def _marks(lines: Lines) -> Lines:
    """Return the last line that ends a mark; none when there is none."""
    return tuple(line for line in lines if line.text.endswith(_SUFFIX) and _ORGAN.fullmatch(line.text))[-1:]


def _with_suffix(lines: Lines) -> Lines:
    """Return the lines of the mark; 文件 beside several names is read as a line of its own, and belongs to the last."""
    if len(lines) > 1 and lines[-1].text == _SUFFIX:
        return (*lines[:-2], replace(lines[-2], text=lines[-2].text + _SUFFIX))
    return lines


def _take_colophon(issued: Issued) -> Issued:
    lines = issued.rest
    start, sent = len(lines), {"主送": "", "抄送": ""}
    printed = _PRINTED.fullmatch(lines[-1].text) if lines else None
    if printed:
        start -= 1
    while start and (match := _SENT.fullmatch(lines[start - 1].text)):
        sent[match["kind"]] = match["names"].rstrip("。")
        start -= 1
    if start == len(lines):
        return issued
    colophon = Colophon(
        recipients=sent["主送"],
        copies_to=sent["抄送"],
        printing_office=printed["office"] if printed else "",
        printing_date=printed["date"] if printed else None,
    )
    return replace(issued, rest=lines[:start], colophon_lines=lines[start:], colophon=colophon)


def _take_attachments(issued: Issued) -> Issued:
    """Take 附件说明 and the attachments: those below the date whose titles stand in it, numbered as there."""
    lines, groups = issued.rest, _attachment_groups(issued.rest)
    text = lines[: len(lines) - sum(map(len, groups))]
    titles = tuple(group[1].text for group in groups)
    note = _find(text, _printed_note(titles)) if groups else None
    if note is None:
        return issued
    return replace(
        issued,
        rest=(*text[: note.start], *text[note.stop :]),
        attachment_note=text[note],
        attachment_lines=lines[len(text) :],
        attachments=tuple(_attachment(group[1].text, group[2:]) for group in groups),
    )


def _attachment(title: str, lines: Lines) -> Attachment:
    """Return the attachment; what ends in rows of as many cells each has these as its table."""
    start = len(lines)
    while start and lines[start - 1].cells and len(lines[start - 1].cells) == len(lines[-1].cells):
        start -= 1
    if len(lines) - start < _LEAST_ROWS or not all(lines[start].cells):
        return Attachment(title=title, text=prose(lines))
    return Attachment(title=title, text=prose(lines[:start]), table=read_table(lines[start:]))


def _printed_note(titles: tuple[str, ...]) -> list[str]:
    """Return 附件说明 as it is printed for attachments of these titles."""
    return [flat(line) for line in block_lines(AttachmentNote(note_entries(titles)))]


def _attachment_groups(lines: Lines) -> list[Lines]:
    """Return the lines of each attachment: 附件1, its title, its text. None where they are not labelled so."""
    date = next((at for at, line in enumerate(lines) if _DATE.fullmatch(line.text)), len(lines))
    starts = [at for at, line in enumerate(lines) if at > date and _ATTACHMENT.fullmatch(line.text)]
    groups = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    labels = [f"附件{number}" for number in range(1, len(groups) + 1)] if len(groups) > 1 else ["附件"]
    is_labelled = [group[0].text for group in groups] == labels
    return groups if is_labelled and all(len(group) > 2 for group in groups) else []


def _find(lines: Lines, wanted: Sequence[str]) -> slice | None:
    """Return where the texts stand among the lines, one below the other; None where they do not."""
    folded, sought = [fold(line.text) for line in lines], [fold(text) for text in wanted]
    spans = (slice(at, at + len(sought)) for at in range(len(folded)))
    return next((span for span in spans if folded[span] == sought), None)


def _take_note(issued: Issued) -> Issued:
    lines = issued.rest
    if len(lines) > 1 and _NOTE.fullmatch(lines[-1].text) and _DATE.fullmatch(lines[-2].text):
        return replace(issued, rest=lines[:-1], note=lines[-1:])
    return issued
