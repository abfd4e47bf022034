"""Opinions in; the table that offices keep of them (意见采纳情况表) out: as a document, a sheet, or a page of HTML."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from bulletin_gen.document import Block, Document, Paragraph, Title
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.properties import Properties
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind
from bulletin_gen.review.opinion_file import OpinionFile
from bulletin_gen.review.table import NOTHING, table_of
from bulletin_gen.sheet import Sheet, SheetCell, SheetColumn, SheetRow
from bulletin_gen.spans import spanned
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.web import web_page, web_row, web_table

TITLE = "意见采纳情况表"
HEAD = ("序号", "单位（人）", "位置", "原文", "意见", "采纳情况", "理由")
_SHARES = (1.0, 2.0, 2.4, 4.0, 4.6, 1.9, 3.0)  # of the width
_CENTRED = frozenset(("序号", "采纳情况"))
_SETTLED = (Handling.ADOPTED, Handling.PARTLY, Handling.DECLINED)
_IN_SENTENCE = {handling: str(handling) for handling in Handling} | {Handling.DECLINED: "未采纳"}


def opinion_table(opinions: Sequence[Opinion]) -> Document:
    """Return the table with its title and what it comes to, by office, too; for a page that lies across."""
    return Document(Properties(TITLE, ""), tuple(_blocks(opinions)))


def opinion_sheet(opinions: Sequence[Opinion]) -> Sheet:
    """Return the same as a sheet."""
    choices = {"采纳情况": tuple(Handling)}
    columns = tuple(
        SheetColumn(name, name in _CENTRED, choices.get(name, ()), share)
        for name, share in zip(HEAD, _SHARES, strict=True)
    )
    rows = (
        SheetRow(
            tuple((SheetCell(text, at if name == HEAD[0] else None),) for name, text in zip(HEAD, row, strict=True))
        )
        for at, row in enumerate(opinion_rows(opinions), start=1)
    )
    return Sheet(TITLE, Properties(TITLE, ""), "\n".join(_said(opinions)), "", columns, tuple(rows))


def opinion_html(opinions: Sequence[Opinion]) -> str:
    """Return the same as a page."""
    rows = (web_row(escape(cell).replace("\n", "<br>") for cell in row) for row in opinion_rows(opinions))
    body = (*(f"<p>{escape(sentence)}</p>" for sentence in _said(opinions)), *web_table(HEAD, rows))
    return web_page(TITLE, body)


def summary(opinions: Sequence[Opinion]) -> str:
    """Return in a sentence how many came and what was decided on them."""
    if not opinions:
        return "没有收到意见。"
    counts = Counter(opinion.handling for opinion in opinions)
    settled = "，".join(f"{_IN_SENTENCE[handling]}{counts[handling]}条" for handling in _SETTLED)
    pending = f"；尚有{counts[Handling.PENDING]}条待定" if counts[Handling.PENDING] else ""
    return f"共收到{len(opinions)}条意见，{settled}{pending}。"


def by_office(opinions: Sequence[Opinion]) -> str:
    """Return the same for each office that has any, in the order in which they came; nothing for a single one."""
    offices = list(dict.fromkeys(opinion.author for opinion in opinions))
    if len(offices) < 2:
        return ""
    counts = Counter((opinion.author, opinion.handling) for opinion in opinions)
    said = (_of_office(office, [(one, counts[office, one]) for one in Handling]) for office in offices)
    return f"其中：{'；'.join(said)}。"


def opinion_rows(opinions: Sequence[Opinion]) -> list[tuple[str, ...]]:
    """Return the cells, as HEAD has them."""
    numbers = {opinion.id: number for number, opinion in enumerate(opinions, start=1)}
    rows = (
        (
            str(numbers[opinion.id]),
            opinion.author,
            opinion.place or NOTHING,
            opinion.old or NOTHING,
            "\n".join(_wanted(opinion, numbers)),
            opinion.handling,
            opinion.reason or NOTHING,
        )
        for opinion in opinions
    )
    return [tuple(map(_printable, row)) for row in rows]


def undecided(file: OpinionFile) -> Iterator[Finding]:
    """Yield what is still to be decided, and what was declined without a reason."""
    for at, opinion in enumerate(file.opinions):
        called = f"第{at + 1}条（{opinion.author}）"
        if opinion.handling is Handling.PENDING:
            hint = f"请填写处理：{'、'.join(_SETTLED)}"
            yield Finding("opinions/pending", Severity.WARNING, f"{called}还没有处理", hint, file.where(at))
        elif opinion.handling is Handling.DECLINED and not opinion.reason.strip():
            message = f"{called}不采纳，没有写理由"
            yield Finding("opinions/no-reason", Severity.WARNING, message, "请填写理由", file.where(at))


def _of_office(office: str, counts: Sequence[tuple[Handling, int]]) -> str:
    said = "，".join(f"{_IN_SENTENCE[handling]}{count}条" for handling, count in counts if count)
    return f"{office}{sum(count for _, count in counts)}条（{said}）"


def _blocks(opinions: Sequence[Opinion]) -> Iterator[Block]:
    yield Title((spanned(TITLE),))
    yield from (Paragraph(spanned(sentence)) for sentence in _said(opinions))
    if opinions:
        yield replace(table_of(HEAD, _SHARES, opinion_rows(opinions)), landscape=False)


def _said(opinions: Sequence[Opinion]) -> list[str]:
    return [_printable(sentence) for sentence in (summary(opinions), by_office(opinions)) if sentence]


def _printable(text: str) -> str:
    """Return a text that came in a file as it can be printed: every line end the same, without what nobody sees."""
    lines = text.replace("\t", " ").splitlines()
    return "\n".join("".join(char for char in line if not is_control(char)) for line in lines)


def _wanted(opinion: Opinion, numbers: dict[str, int]) -> Iterator[str]:
    """Yield what an opinion asks for, what was answered, and which others ask for something else."""
    match opinion.kind:
        case OpinionKind.COMMENT:
            yield opinion.said
        case OpinionKind.CHANGED:
            yield f"改为：{opinion.new}"
        case OpinionKind.ADDED:
            yield f"增加：{opinion.new}"
        case OpinionKind.DELETED:
            yield "删去"
        case OpinionKind.MOVED:
            yield f"移动，改为：{opinion.new}" if opinion.new not in ("", opinion.old) else "移动"
    yield from (f"{reply.author}答复：{reply.text}" for reply in opinion.replies)
    others = [str(numbers[other]) for other in opinion.conflicts if other in numbers]
    if others:
        yield f"（与第{'、'.join(others)}条冲突）"
