"""A ledger of the issues is made from them again, so that it follows when they change."""

import bulletin_gen
from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.ledger import LedgerColumn
from bulletin_gen.readers import Reading
from bulletin_gen.readers.notes import notes_on
from bulletin_gen.spec.model import Status

BULLETIN = """\
title: 青禾县林业局党组关于巡察整改情况的通报
issuer: {name: 青禾县林业局党组}
opening: 现将巡察整改情况予以公布。
results:
  heading: 整改情况
  issues:
    - problem: 护林巡查不到位
      measures: [重排巡查路线。, 每周抽查4次。]
      responsible_unit: 资源股
      leader: 李某
      deadline: 2024-10-31
      status: 已完成
      sub_issues:
        - {problem: 夜间无人值守, text: 已安排夜班。, responsible_unit: 护林站, status: 已完成}
    - problem: 账目不清
      text: 已补记台账。
      deadline: 长期坚持
      status: 正在整改
issue_date: 2024-12-18
attachments:
  - {title: 整改台账, ledger: 是}
"""


def said(bulletin: bulletin_gen.Bulletin) -> str:
    return plain_text(compose(bulletin))


def read(text: str = BULLETIN) -> Reading:
    """Return the bulletin as it comes back from its DOCX."""
    document = compose(bulletin_gen.load_spec(text))
    return bulletin_gen.read_docx(bulletin_gen.write_docx(document, bulletin_gen.GBT9704))


def test_a_ledger_comes_back_as_one_with_what_it_alone_says() -> None:
    bulletin = read().bulletin
    assert bulletin.results is not None
    first, second = bulletin.results.issues

    assert [(attachment.title, attachment.ledger) for attachment in bulletin.attachments] == [("整改台账", True)]
    assert (first.responsible_unit, first.leader, first.deadline, first.status) == (
        "资源股",
        "李某",
        "2024-10-31",
        Status.DONE,
    )
    assert [(sub.responsible_unit, sub.status) for sub in first.sub_issues] == [("护林站", Status.DONE)]
    assert (second.deadline, second.status) == ("长期坚持", Status.ONGOING)
    assert said(bulletin) == said(bulletin_gen.load_spec(BULLETIN).bulletin)


def test_a_table_that_the_issues_do_not_give_stays_one_and_is_told() -> None:
    columns = "".join(f"{{title: {title}}}, " for title in LedgerColumn)
    rows = "[1, 护林巡查不到位, 每周抽查5次。, 资源股, 李某, 长期坚持, '', 已完成]"
    reading = read(BULLETIN.replace("ledger: 是", f"table: {{columns: [{columns}], rows: [{rows}]}}"))
    (attachment,) = reading.bulletin.attachments

    assert attachment.table is not None
    assert not attachment.ledger
    assert notes_on(reading)["attachments[0]"] == "表格不会跟着问题变；增删问题、改动状态时，这里也要改"
    assert "attachments[0]" not in notes_on(read())


def test_a_ledger_with_sections_comes_back_as_well() -> None:
    """Their headings go across the table."""
    first = "  sections:\n  - heading: 管护\n    issues:\n    - problem: 护林"
    in_sections = BULLETIN.replace("  issues:\n    - problem: 护林", first)
    in_sections = in_sections.replace("    - problem: 账目", "  - heading: 财务\n    issues:\n    - problem: 账目")
    bulletin = read(in_sections).bulletin
    assert bulletin.results is not None

    assert [attachment.ledger for attachment in bulletin.attachments] == [True]
    assert [[issue.deadline for issue in section.issues] for section in bulletin.results.sections] == [
        ["2024-10-31"],
        ["长期坚持"],
    ]
    assert said(bulletin) == said(bulletin_gen.load_spec(in_sections).bulletin)
