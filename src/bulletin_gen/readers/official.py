"""The lines of an issued document in; 版头, 附件, 附注 and 版记 out as fields, and the lines that are left.

Only what stands where an official document has it is taken; all else is left to be read as a published text is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from bulletin_gen.document import attachment_note_lines
from bulletin_gen.readers.lines import SourceLine, fold
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.text.head_forms import COPY_NUMBER, DOCUMENT_NUMBER, SECRECY, URGENCY

_MOST_HEAD_LINES = 14
_SUFFIX = "文件"
_ORGAN = re.compile(r"[\u4e00-\u9fff（）()]{2,40}")
_NUMBER = re.compile(rf"(?P<number>{DOCUMENT_NUMBER.pattern})(?:\s*签发人[：:]\s*(?P<signers>.+))?")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_NOTE = re.compile(r"[（(][^（）()]+[）)]")
_ATTACHMENT = re.compile(r"附件\d{0,2}")
_SENT = re.compile(r"(?P<kind>主送|抄送)[：:](?P<names>.+)")
_PRINTED = re.compile(rf"(?P<office>[^\d]{{0,40}}?)\s*(?P<date>{_DATE.pattern})\s*印发")
_SENT_FIELDS = {"主送": "recipients", "抄送": "copies_to"}


@dataclass(frozen=True)
class Official:
    """What an issued document adds to the text: its lines by their place, and the fields that say them.

    `organs` are those of the mark, which the fields leave out.
    """

    head: tuple[SourceLine, ...] = ()
    attachment_note: tuple[SourceLine, ...] = ()
    note: tuple[SourceLine, ...] = ()
    attachments: tuple[SourceLine, ...] = ()
    colophon: tuple[SourceLine, ...] = ()
    organs: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


def take_official(lines: Sequence[SourceLine]) -> tuple[Official, list[SourceLine]]:
    """Return what an issued document adds, and the lines that are left."""
    head, organs, head_fields, rest = _take_head(list(lines))
    colophon, colophon_fields, rest = _take_colophon(rest)
    note_lines, attachments, attachment_fields, rest = _take_attachments(rest)
    note, rest = _take_note(rest)
    fields: dict[str, Any] = {}
    if head or colophon:
        fields["form"] = OutputForm.ISSUED
    if head:
        fields["head"] = head_fields or {"suffix": _SUFFIX}  # a bare mark is a 版头, too
    if note:
        fields["note"] = note[0].text
    if attachments:
        fields["attachments"] = attachment_fields
    if colophon:
        fields["colophon"] = colophon_fields
    return Official(head, note_lines, note, attachments, colophon, organs, fields), rest


def _take_head(
    lines: list[SourceLine],
) -> tuple[tuple[SourceLine, ...], tuple[str, ...], dict[str, Any], list[SourceLine]]:
    """Return the lines of the 版头, the organs of its mark, its fields, and the lines below; nothing of it if odd."""
    end = _head_end(lines)
    number = _NUMBER.fullmatch(lines[end - 1].text) if end else None
    before, fields = lines[: end - 1 if number else end], dict[str, Any]()
    if before and COPY_NUMBER.fullmatch(before[0].text):
        fields["copy_number"] = before.pop(0).text
    if before and (secrecy := SECRECY.fullmatch(before[0].text)):
        fields |= {name: text for name, text in secrecy.groupdict().items() if text}
        before.pop(0)
    if before and URGENCY.fullmatch(before[0].text):
        fields["urgency"] = before.pop(0).text
    mark = _with_suffix(before)
    if not end or not all(_ORGAN.fullmatch(line.text) for line in mark) or mark[-1:] != _marks(mark):
        return (), (), {}, lines
    if number:
        fields["document_number"] = number["number"]
        fields["signers"] = (number["signers"] or "").split()
    if not mark:
        fields["preprinted"] = True
    organs = tuple(line.text.removesuffix(_SUFFIX) for line in mark)
    above = lines[: end - len(before) - bool(number)]
    return (*above, *mark, *lines[end - 1 : end] * bool(number)), organs, fields, lines[end:]


def _head_end(lines: Sequence[SourceLine]) -> int:
    """Return how many lines the 版头 has: those down to 发文字号, or to the mark where there is none."""
    top = lines[:_MOST_HEAD_LINES]
    numbers = [at for at, line in enumerate(top, start=1) if _NUMBER.fullmatch(line.text)]
    marks = [at for at, line in enumerate(top, start=1) if line in _marks(top)]
    return numbers[0] if numbers else max(marks, default=0)


def _marks(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the last line that ends a mark, in a list; none when there is none."""
    return [line for line in lines if line.text.endswith(_SUFFIX) and _ORGAN.fullmatch(line.text)][-1:]


def _with_suffix(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines of the mark; 文件 beside several names is read as a line of its own, and belongs to the last."""
    if len(lines) > 1 and lines[-1].text == _SUFFIX:
        return [*lines[:-2], replace(lines[-2], text=lines[-2].text + _SUFFIX)]
    return list(lines)


def _take_colophon(
    lines: list[SourceLine],
) -> tuple[tuple[SourceLine, ...], dict[str, Any], list[SourceLine]]:
    start, fields = len(lines), dict[str, Any]()
    if lines and (printed := _PRINTED.fullmatch(lines[-1].text)):
        fields = {"printing_office": printed["office"], "printing_date": printed["date"]}
        start -= 1
    while start and (sent := _SENT.fullmatch(lines[start - 1].text)):
        fields[_SENT_FIELDS[sent["kind"]]] = sent["names"].rstrip("。")
        start -= 1
    return tuple(lines[start:]), fields, lines[:start]


def _take_attachments(
    lines: list[SourceLine],
) -> tuple[tuple[SourceLine, ...], tuple[SourceLine, ...], list[dict[str, Any]], list[SourceLine]]:
    """Return the lines of 附件说明, those of the attachments, their fields, and the lines that are left.

    Attachments are those below the date whose titles stand in 附件说明, numbered as there.
    """
    dates = [at for at, line in enumerate(lines) if _DATE.fullmatch(line.text)]
    starts = [at for at, line in enumerate(lines) if dates and at > dates[0] and _ATTACHMENT.fullmatch(line.text)]
    groups = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    labels = [f"附件{number}" for number in range(1, len(groups) + 1)] if len(groups) > 1 else ["附件"]
    if not groups or [group[0].text for group in groups] != labels or any(len(group) < 3 for group in groups):
        return (), (), [], lines
    titles = tuple(group[1].text for group in groups)
    wanted = [fold(text) for text in attachment_note_lines(titles)]
    folded = [fold(line.text) for line in lines[: starts[0]]]
    at = next((at for at in range(len(folded)) if folded[at : at + len(wanted)] == wanted), None)
    if at is None:
        return (), (), [], lines
    fields = [{"title": group[1].text, "text": "\n".join(line.text for line in group[2:])} for group in groups]
    end = at + len(wanted)
    left = [*lines[:at], *lines[end : starts[0]]]
    return tuple(lines[at:end]), tuple(lines[starts[0] :]), fields, left


def _take_note(lines: list[SourceLine]) -> tuple[tuple[SourceLine, ...], list[SourceLine]]:
    if len(lines) > 1 and _NOTE.fullmatch(lines[-1].text) and _DATE.fullmatch(lines[-2].text):
        return (lines[-1],), lines[:-1]
    return (), lines
