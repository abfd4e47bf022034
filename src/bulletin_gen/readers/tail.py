"""The lines at the end in; contact, signature and date out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from bulletin_gen.readers.dates import comes_back
from bulletin_gen.readers.lines import SourceLine, fold
from bulletin_gen.spec.model import ListForm
from bulletin_gen.text.labels import read_label

_HAN_DATE = "[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
_DATE = re.compile(rf"\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日?)?|{_HAN_DATE}|\d{{4}}年?\d{{2,5}}日")
_DATE_AT_END = re.compile(rf"(?P<name>.*?)[\s\u3000]*(?P<date>{_DATE.pattern})")
_NAME = re.compile("[^，。；：、！？\\d]{2,40}")
_BODY = re.compile(
    "(?:委员会|党组|党委|党工委|工委|总支|支部|局|厅|办公室|公司|集团|中心|院|学校|大学|学院|协会|联合会|检察院|法院"
    "|镇|街道|部|处|署|社|站|馆|委)$"
)
_LABELS = (
    "联系电话|监督电话|举报电话|咨询电话|办公电话|固定电话|电话|联系方式|邮政地址|邮政信箱|通讯地址|通信地址|联系地址|办公地址|地址"
    "|邮政编码|邮编|传真号码|传真|电子邮箱|电子邮件|电子信箱|邮箱|联系人|联系单位|来信地址|来访地址|信箱|受理时间|接访时间|网址"
)
_FIELD = re.compile(f"(?:{_LABELS})：")
_INVITATION = re.compile("^欢迎.*监督|如有(?:意见|问题)|监督电话|联系方式如下|联系电话：")
_SEPARATORS = ("；", "，", "、", "。")


@dataclass(frozen=True)
class Closing:
    """What ends a bulletin; the lines left over come first. Contact lines and signature lines are as printed."""

    body: tuple[SourceLine, ...]
    contact: tuple[SourceLine, ...] = ()
    signature: tuple[SourceLine, ...] = ()
    date: SourceLine | None = None
    contact_below: bool = False
    after: tuple[SourceLine, ...] = ()


def read_closing(lines: Sequence[SourceLine]) -> Closing:
    """Return the closing of a bulletin taken from its last lines."""
    found = _find_date(lines)
    if found is None:
        body, signature = _signature_alone(lines)
        text, contact = read_contact(body)
        return Closing(text, contact, tuple(signature))
    index, date, signed_inline = found
    body, signature = _signature(lines[:index])
    text, contact = read_contact(body)
    signature = [*signature, *([signed_inline] if signed_inline else [])]
    return Closing(text, contact, tuple(signature), date, after=tuple(lines[index + 1 :]))


def _find_date(lines: Sequence[SourceLine]) -> tuple[int, SourceLine, SourceLine | None] | None:
    """Return the last line that is a date, or a name and a date; None where the end has none."""
    for index in range(len(lines) - 1, max(len(lines) - 12, 0), -1):
        line = lines[index]
        match = _DATE_AT_END.fullmatch(line.text)
        if match is None or not comes_back(match["date"]):
            continue
        name = match["name"].strip()
        if not name:
            return index, line, None
        if _NAME.fullmatch(name) and _BODY.search(name):
            return index, replace(line, text=match["date"]), replace(line, text=name)
    return None


def _signature(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """Return the lines without the names at their end, and these: at most four, none a sentence or a heading."""
    start = len(lines)
    while start > 1 and len(lines) - start < 4 and _is_name(lines[start - 1].text):
        start -= 1
    return list(lines[:start]), list(lines[start:])


def _signature_alone(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """As `_signature`, below a bulletin without a date: only names that end as a body's does."""
    body, names = _signature(lines)
    if names and _BODY.search(names[-1].text) and body and "。" in body[-1].text:
        return body, names
    return list(lines), []


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and read_label(text) is None and not _FIELD.search(text)


def read_contact(lines: Sequence[SourceLine]) -> tuple[tuple[SourceLine, ...], tuple[SourceLine, ...]]:
    """Return the lines without the contact at their end, and that."""
    start = len(lines)
    while start > 1 and len(lines) - start < 12 and _FIELD.match(lines[start - 1].text):
        start -= 1
    if start > 1 and _INVITATION.search(lines[start - 1].text) and read_label(lines[start - 1].text) is None:
        start -= 1
    if any(_FIELD.search(line.text) or line.text.startswith("欢迎") for line in lines[start:]):
        return tuple(lines[:start]), tuple(lines[start:])
    return tuple(lines), ()


def is_contact(lines: Sequence[SourceLine]) -> bool:
    """Are the lines nothing but a contact?"""
    first, *rest = lines
    opens = _INVITATION.search(first.text) or _FIELD.match(first.text)
    return opens is not None and all(_FIELD.match(line.text) for line in rest)


def contact_readings(lines: Sequence[SourceLine], usual_invitation: str) -> list[dict[str, Any]]:
    """Return what the contact may be, the most typed first; the last keeps the wording with the fields beside it."""
    texts = [line.text for line in lines]
    match = _FIELD.search(texts[0])
    readings: list[dict[str, Any]] = []
    if match is None and len(texts) > 1:
        invitation = _invitation(texts[0], usual_invitation)
        readings = [
            {"form": ListForm.OWN_LINE, "fields": [_pair(text) for text in texts[1:]], **invitation},
            {"form": ListForm.OWN_PARAGRAPH, **_run_in(texts[1]), **invitation},
        ]
    elif match is None:
        readings = [{"fields": [], **_invitation(texts[0], usual_invitation)}]
    else:
        readings = [{**_run_in(texts[0][match.start() :]), **_invitation(texts[0][: match.start()], usual_invitation)}]
    fields = [pair for text in texts for pair in _run_in(text)["fields"]]
    return [*readings, {"wording": "\n".join(texts), "fields": fields}]


def _invitation(text: str, usual: str) -> dict[str, Any]:
    return {} if fold(text) == fold(usual) else {"invitation": text}


def _pair(text: str) -> dict[str, str]:
    label, _, value = text.partition("：")
    return {"label": label, "value": value}


def _run_in(text: str) -> dict[str, Any]:
    """Return the fields of one paragraph, with the mark between them and that after the last where not the usual."""
    end = text[-1] if text.endswith(("。", "；")) else ""
    body = text[: len(text) - len(end)]
    starts = [match.start() for match in _FIELD.finditer(body) if body[: match.start()][-1:] in ("", *_SEPARATORS)]
    pieces = [body[start:stop] for start, stop in pairwise([*starts, len(body)])]
    separator = pieces[0][-1] if len(pieces) > 1 else _SEPARATORS[0]
    pairs = [_pair(piece.removesuffix(separator)) for piece in pieces[:-1]] + [_pair(piece) for piece in pieces[-1:]]
    unusual = {"separator": separator} if separator != _SEPARATORS[0] else {}
    return {"fields": [pair for pair in pairs if pair["value"]], **unusual, **({"end": end} if end != "。" else {})}
