"""Encodings, sizes and other surprises of plain text."""

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.errors import ReadError
from bulletin_gen.readers import read_text
from bulletin_gen.readers.from_lines import LONGEST_LINE, MOST_LINES
from bulletin_gen.readers.text import LARGEST

TEXT = (
    "中共南屏县青溪镇委员会关于巡察整改情况的通报\n"
    "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对青溪镇党委开展了巡察。\n"
    "一、关于“河长巡河不经常”问题的整改情况\n"
    "一是制定办法。二是定期巡河。\n"
    "中共南屏县青溪镇委员会\n"
    "2024年9月6日\n"
)


def said_by(source: bytes | str) -> str:
    return plain_text(compose(read_text(source).bulletin))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_encodings_of_offices_are_told_apart(encoding: str) -> None:
    assert said_by(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n\n", "\u2028", "\n\u3000\u3000\n\t"])
def test_line_ends_of_all_kinds(line_end: str) -> None:
    assert said_by(TEXT.replace("\n", line_end)) == TEXT


def test_half_width_marks_are_made_full() -> None:
    assert said_by(TEXT.replace("，", ",").replace("“", '"').replace("”", '"').replace("、", "、 ")) == TEXT


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "文件里没有文字"),
        (" \n\t\u3000\n\ufeff".encode(), "文件里没有文字"),
        (b"PK\x03\x04rest", "这是压缩包或 Word 文档（DOCX），不是纯文本"),
        (b"%PDF-1.7", "这是 PDF 文件，不是纯文本"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "这是旧版 Word 文档（DOC），不是纯文本"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "这不是纯文本文件，或者编码无法识别"),
        (b"\xff\xff\xff\xff", "这不是纯文本文件，或者编码无法识别"),
        (b"a" * (LARGEST + 1), "文件太大，超过8MB"),
        ("甲\n" * (MOST_LINES + 1), f"有{MOST_LINES + 1}段文字，超过{MOST_LINES}段，不像是一份通报"),
        ("甲" * (LONGEST_LINE + 1), f"这一段有{LONGEST_LINE + 1}个字，超过{LONGEST_LINE}个字，不像是一份通报"),
    ],
)
def test_what_is_no_text_of_a_bulletin_is_refused(source: bytes | str, message: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_text(source, "旧稿.txt")

    assert refused.value.problems[0].message == message
    assert refused.value.problems[0].where.file == "旧稿.txt"


def test_as_many_headings_as_may_be_are_read() -> None:
    reading = read_text("一、关于“甲”问题的整改情况\n一是改。二是改。\n" * (MOST_LINES // 2))

    assert reading.complete
    assert reading.bulletin.results is not None
    assert len(reading.bulletin.results.issues) == MOST_LINES // 2


@pytest.mark.parametrize(
    "text",
    [
        "无",
        "无\n无\n无",
        "一、",
        "一、\n（一）\n1.\n（1）\n①",
        "{{ counts.issues }}\n一、{{甲}}的问题\n一是{{。二是}}。",
        "模板｛｛甲｝｝写有counts.issues。",
        "}}}{{{ \n根据市委部署，{{ }}对甲开展了巡察。",
        "“" * 400,
        '"' * 401,
        "一是改。" * 400,
        "根据组对" * 400 + "部署",
        "关于“" * 400 + "”问题的整改情况",
        "2024年1月1日至" * 400,
        "2024年13月41日",
        "根据市委部署，2024年2月31日至4月31日，市委巡察组对某局开展了巡察。\n一、甲\n某局\n2024年2月30日",
        "欢迎监督。联系电话：" * 200,
        "联系电话：\n联系电话：",
        "首页 > 甲 > 乙\n来源：丙",
        "一、甲\n问题：乙\n整改：丙\n一、丁\n问题：戊",
        "甲\n乙\n丙",
        "各单位：",
        "…\n一、关于“…”问题的整改情况\n一是……",
        "一、甲方面\n1.乙问题…\n①丙\n整改情况：已完成\n整改情况：已完成\n二、丁方面\n1.戊问题",
        "一万零一、甲\n9999.乙\n㉑丙\n㊿丁\n⒇戊\n（一百零一）己",
    ],
)
def test_whatever_it_is_nothing_is_lost(text: str) -> None:
    assert read_text(text).complete


def test_control_characters_are_left_out_and_named() -> None:
    reading = read_text("甲\x00乙\x1b丙。\n丁\u202e。")
    controls = [finding for finding in reading.findings if finding.rule == "import/control-character"]

    assert plain_text(compose(reading.bulletin)) == "甲乙丙。\n丁。\n"
    assert [finding.where.line for finding in controls] == [1, 2]


def test_an_issuer_that_no_line_names_is_left_to_the_author() -> None:
    assert read_text("甲。\n乙。").bulletin.issuer.name == "【待补：发文机关】"
