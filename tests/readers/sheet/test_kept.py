"""The proof of a reading compares with the source: no line is lost, none has moved."""

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.readers.sheet.kept import first_not_kept
from bulletin_gen.readers.sheet.sheet import Sheet
from source_lines import lines_of

SOURCE = lines_of("某局关于整改情况的通报", "各科室：", "甲。", "乙。")
TITLE, RECIPIENTS, FIRST, SECOND = SOURCE


def test_a_sheet_that_says_every_line_in_its_place() -> None:
    assert first_not_kept(SOURCE, Sheet((FIRST, SECOND), title=(TITLE,), recipients=RECIPIENTS)) is None


def test_a_line_set_aside_is_kept() -> None:
    assert first_not_kept(SOURCE, Sheet((RECIPIENTS, FIRST, SECOND), set_aside=(TITLE,))) is None


def test_a_line_that_is_lost() -> None:
    assert first_not_kept(SOURCE, Sheet((FIRST,), title=(TITLE,), recipients=RECIPIENTS)) == SECOND


def test_a_line_that_has_moved() -> None:
    assert first_not_kept(SOURCE, Sheet((RECIPIENTS, SECOND, FIRST), title=(TITLE,))) == FIRST


def test_a_line_between_title_and_recipients_stays_there() -> None:
    source = (
        "某县望河镇党委关于巡察整改情况的通报\n已报镇纪委备案\n各支部：\n"
        "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对望河镇党委开展了巡察。\n一、整改情况\n甲。\n"
    )

    reading = read_text(source)

    assert plain_text(compose(reading.bulletin)) == source
    assert [finding.message for finding in reading.findings] == [
        "正文的层次没有读出，全部照录在“组织整改情况”的“正文”（organisation.text）里",
        "标题与“各支部：”之间有别的文字，没有归入主送机关",
    ]
