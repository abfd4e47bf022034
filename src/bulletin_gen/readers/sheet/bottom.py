"""The lines at the end: contact, signature and date, and what the page had put below them."""

from dataclasses import replace

from bulletin_gen.readers.printed_dates import comes_back
from bulletin_gen.readers.sheet.chrome import is_after_date_chrome
from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.source import Lines, SourceLine, fold, start_of_end, texts_of
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.regex import Regex

_MOST_SIGNATURE_LINES = 4
_MOST_CONTACT_LINES = 12
_SHORTEST_BODY = 5  # characters; 委员会 ends the name of one
_LAST_LINES = 12  # among which the date stands
_LONGEST_DATED = 200  # characters of a line with name and date, and what parts them
_DATE = r"\d{4}年\d{1,2}月(?:\d{1,2}日)?"  # 2024年9月6日, 2024年9月
_DATE_AT_END = Regex(rf"(?P<name>.*?)[\s\u3000]*(?P<date>{_DATE})")  # 某局党组 2024年9月6日
_NAME = Regex(r"(?![（【])[^，。；：、！？\d]{2,40}")  # 中共青溪镇委员会; not 联系人：甲, （持续推进）
_BODY = Regex(
    "(?:委员会|党组|党委|党工委|工委|总支|支部|局|厅|办公室|公司|集团|中心|院|学校|大学|学院|协会|联合会|检察院|法院"
    "|镇|街道|部|处|署|社|站|馆|委)$"  # 青溪镇党委; not 青溪镇全体干部职工
)
_FIELDS = (
    "联系电话|监督电话|举报电话|咨询电话|办公电话|固定电话|电话|联系方式|邮政地址|邮政信箱|通讯地址|通信地址|联系地址|办公地址"
    "|联系邮箱|举报邮箱|监督邮箱|邮寄地址|邮件地址|举报信箱|监督信箱|值班电话|投诉电话|监督热线|举报热线|微信公众号|公众号|联系传真"
    "|地址|邮政编码|邮编|传真号码|传真|电子邮箱|电子邮件|电子信箱|邮箱|联系人|联系单位|来信地址|来访地址|信箱|受理时间|接访时间"
    "|网址"
)
FIELD = Regex(f"(?:{_FIELDS})：")  # 联系电话：0000-1234567; not 电话抽查12次
_FIELD_TYPED = Regex(f"(?:{_FIELDS})[：:]")
_NEXT_FIELD = Regex(rf"[ \u3000]+(?=(?:{_FIELDS})[：:])")  # 联系人：李某 联系电话：0000-1234567
_INVITATION = Regex("^欢迎.*监督|如有(?:意见|问题)|监督电话|联系方式如下|联系电话：")  # 欢迎干部群众监督。


def take_bottom(sheet: Sheet) -> Sheet:
    """Return the sheet with contact, signature and date taken from the end of its text.

    What is no page's below the date is a contact, or leaves the date as text.
    """
    lines, dated, title = sheet.text, _find_date(sheet.text), "".join(texts_of(sheet.title))
    if dated is None:
        body, signature = _signature_alone(lines)
        text, contact = _contact(body)
        return replace(sheet, text=text, contact=contact, signature=_uncut(signature, title))
    at, date, name = dated
    own, page = _without_page(lines[at + 1 :])
    body, signature = _signature(lines[:at])
    text, contact = _contact(body)
    is_below = not contact and _is_contact(own)
    sheet = replace(sheet, set_aside=(*sheet.set_aside, *page))
    if own and not is_below:
        text, contact = _contact((*lines[: at + 1], *own))
        return replace(sheet, text=text, contact=contact)
    signature, contact = (*_uncut(signature, title), *name), own if is_below else contact
    return replace(sheet, text=text, contact=contact, signature=signature, date=date, contact_below=is_below)


def date_above_text(sheet: Sheet) -> SourceLine | None:
    """Return the date below a name that was left in the text, because something stands below it that has no place."""
    dated = _find_date(sheet.text) if sheet.date is None else None
    if dated is None:
        return None
    at, date, name = dated
    return date if name or is_whole_body(sheet.text[at - 1].text) else None


def parted_fields(line: SourceLine) -> list[SourceLine]:
    """Return the fields of a contact that spaces part in a line, a line each; any other line as it is."""
    if not _FIELD_TYPED.match(line.text):
        return [line]
    return [replace(line, text=piece) for piece in _NEXT_FIELD.split(line.text)]


def _find_date(lines: Lines) -> tuple[int, SourceLine, Lines] | None:
    """Return the last line that is a date, that date, and the name before it; None where the end has none."""
    for index in range(len(lines) - 1, max(len(lines) - _LAST_LINES, 0), -1):
        line = lines[index]
        match = _DATE_AT_END.fullmatch(line.text) if len(line.text) <= _LONGEST_DATED else None
        if match is None or not comes_back(match["date"]):
            continue
        name = match["name"].strip()
        if not name:
            return index, line, ()
        if _NAME.fullmatch(name) and _BODY.search(name):
            return index, replace(line, text=match["date"]), (replace(line, text=name),)
    return None


def _without_page(lines: Lines) -> tuple[Lines, Lines]:
    """Return the lines below the date that are the office's, down to the last of them, and those of the page."""
    own = (
        at for at, line in enumerate(lines, start=1) if FIELD.match(line.text) or not is_after_date_chrome(line.text)
    )
    end = max(own, default=0)
    return lines[:end], lines[end:]


def _signature(lines: Lines) -> tuple[Lines, Lines]:
    """Return the lines without the names at their end, and these: at most four, none a sentence or a heading."""
    start = start_of_end(lines, is_name, _MOST_SIGNATURE_LINES)
    return lines[:start], lines[start:]


def _uncut(names: Lines, title: str) -> Lines:
    """Return the names, one that was cut into several lines whole: it heads the title, or none of the lines but the
    last is the name of a body. Names of which each is one are several."""
    wholes = [is_whole_body(line.text) for line in names]
    whole = "".join(texts_of(names))
    is_cut = not any(wholes[:-1]) or wholes[-1:] != [True] or (not all(wholes) and fold(title).startswith(fold(whole)))
    if len(names) < 2 or not _BODY.search(names[-1].text) or not is_cut:
        return names
    return (replace(names[0], text=whole),)


def _signature_alone(lines: Lines) -> tuple[Lines, Lines]:
    """As `_signature`, below a bulletin without a date: only names that end as a body's does."""
    body, names = _signature(lines)
    if names and _BODY.search(names[-1].text) and "。" in body[-1].text:
        return body, names
    return lines, ()


def is_name(text: str) -> bool:
    """Is a text what a name can be: short, without marks, figures or a label?"""
    return _NAME.fullmatch(text) is not None and leading_label(text) is None


def is_whole_body(text: str) -> bool:
    """Is a text the name of a body, rather than the end of one (委员会)?"""
    return len(text) >= _SHORTEST_BODY and is_name(text) and ends_as_body(text)


def ends_as_body(text: str) -> bool:
    """Does a text end as the name of a body does?"""
    return _BODY.search(text) is not None


def _contact(lines: Lines) -> tuple[Lines, Lines]:
    """Return the lines without the contact at their end, and that."""
    start = start_of_end(lines, FIELD.match, _MOST_CONTACT_LINES)
    if start > 1 and _INVITATION.search(lines[start - 1].text) and leading_label(lines[start - 1].text) is None:
        start -= 1
    if any(FIELD.search(line.text) or line.text.startswith("欢迎") for line in lines[start:]):
        return lines[:start], lines[start:]
    return lines, ()


def _is_contact(lines: Lines) -> bool:
    """Are the lines a contact and nothing but that?"""
    opens = lines and (_INVITATION.search(lines[0].text) or FIELD.match(lines[0].text))
    return bool(opens) and all(FIELD.match(line.text) for line in lines[1:])
