"""A comparison in; the table that offices keep of it (修改对照表) out, as a document to be set."""

from collections.abc import Iterator, Sequence

from bulletin_gen.document import Block, Document, Heading, Paragraph, Table, TableRow, Title
from bulletin_gen.properties import Properties
from bulletin_gen.review.comparison import Comparison
from bulletin_gen.review.redline import Kind, bare
from bulletin_gen.spans import Text, spanned

FACT_HEAD = ("序号", "类别", "位置", "原为", "现为")
CHANGE_HEAD = ("序号", "位置", "原文", "改为", "类型")
NOTHING = "—"  # in a cell: it was not there, or is not there now
_FACT_SHARES = (1.0, 1.2, 4.0, 4.0, 4.0)
_CHANGE_SHARES = (1.0, 2.4, 5.0, 5.0, 1.0)
_SHOWN = 8  # labels that are named


def comparison_table(comparison: Comparison, old: str, new: str) -> Document:
    """Return the table of a comparison of the versions that are called so."""
    return Document(Properties("修改对照表", ""), tuple(_blocks(comparison, old, new)))


def summary(comparison: Comparison) -> str:
    """Return in a sentence how much changed."""
    if not comparison.changes and not comparison.facts:
        return "两个版本的文字相同。"
    kinds = "、".join(f"{kind}{count}处" for kind in Kind if (count := comparison.count(kind)))
    changes = f"共修改{len(comparison.changes)}处（{kinds}）" if kinds else "文字没有修改"
    facts = f"，其中数字、日期、名称和状态有变化的{len(comparison.facts)}处" if comparison.facts else ""
    return f"{changes}{facts}。"


def renumbering(comparison: Comparison) -> str:
    """Return the sentence on labels that changed with what came or went; nothing where none did."""
    labels = comparison.redline.renumbered
    if not labels:
        return ""
    named = "，".join(f"{bare(old)}→{bare(new)}" for old, new in labels[:_SHOWN])
    more = f"等{len(labels)}个" if len(labels) > _SHOWN else ""
    return f"以下序号随之改变，不计入修改：{named}{more}。"


def fact_rows(comparison: Comparison) -> list[tuple[str, ...]]:
    """Return the cells of the facts, as FACT_HEAD has them."""
    return [
        (str(number), fact.kind, fact.place, fact.old or NOTHING, fact.new or NOTHING)
        for number, fact in enumerate(comparison.facts, start=1)
    ]


def change_rows(comparison: Comparison) -> list[tuple[str, ...]]:
    """Return the cells of the changes, as CHANGE_HEAD has them."""
    return [
        (str(number), change.place, change.old or NOTHING, change.new or NOTHING, change.kind)
        for number, change in enumerate(comparison.changes, start=1)
    ]


def _blocks(comparison: Comparison, old: str, new: str) -> Iterator[Block]:
    yield Title((spanned("修改对照表"),))
    yield Paragraph(spanned(f"“{old}”与“{new}”对照：{summary(comparison)}{renumbering(comparison)}"))
    facts, changes = fact_rows(comparison), change_rows(comparison)
    if facts:
        yield Heading(1, 0, spanned("一、"), spanned("数字、日期、名称和状态的变化"))
        yield table_of(FACT_HEAD, _FACT_SHARES, facts)
    if changes:
        yield Heading(1, 0, spanned("二、" if facts else "一、"), spanned("全部修改"))
        yield table_of(CHANGE_HEAD, _CHANGE_SHARES, changes)


def table_of(head: Sequence[str], shares: tuple[float, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """Return texts as a table."""
    return Table(_row(head), shares, tuple(map(_row, rows)))


def _row(cells: Sequence[str]) -> TableRow:
    return TableRow(tuple(map(_cell, cells)))


def _cell(text: str) -> Text:
    return spanned(text)
