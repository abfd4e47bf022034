"""Which reader an office's file goes to: by what is in it, whatever it is called."""

from pathlib import Path

import pytest

import bulletin_gen
from ledgers import merged_ledger, problems
from small_docx import p, small_docx

LINES = ("甲镇党委关于巡察整改情况的通报", "一、整改情况", "（一）关于“甲”问题的整改情况", "已整改。")


def said(path: Path) -> str:
    return bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.read_bulletin(path).bulletin))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_in_any_encoding_of_an_office(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_text("\r\n".join(LINES), encoding=encoding)

    assert said(path).splitlines() == list(LINES)


@pytest.mark.parametrize("name", ["旧稿.docx", "旧稿.DOCX", "旧稿", "旧稿.txt"])
def test_a_docx_is_known_by_what_is_in_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(small_docx("".join(map(p, LINES))))

    assert said(path).splitlines() == list(LINES)


def test_a_text_that_calls_itself_word_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.docx"
    path.write_text("\n".join(LINES), encoding="utf-8")

    with pytest.raises(bulletin_gen.ReadError, match="这不是 DOCX 文件"):
        bulletin_gen.read_bulletin(path)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("~$旧稿.docx", "锁定文件"),
        ("旧稿.ofd", "OFD 版式文件"),
        ("旧稿.rtf", "RTF 文件"),
        ("台账.et", "WPS 表格"),
        ("台账.xlsx", "Excel 表格"),
        ("旧稿.pdf", "PDF 文件"),
        ("扫描件.JPG", "图片"),
    ],
)
def test_a_file_of_another_kind_is_named_with_the_way_out(name: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x0b" * 162)

    with pytest.raises(bulletin_gen.ReadError, match=rf"{named}.*；请"):
        bulletin_gen.read_bulletin(path)


@pytest.mark.parametrize("name", ["旧稿.docm", "旧稿.dotx"])
def test_a_template_is_read_as_the_document_that_it_holds(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(small_docx("".join(map(p, LINES))))

    assert said(path).splitlines() == list(LINES)


@pytest.mark.parametrize(
    "spec",
    ["issuer:\n  name: 甲镇党委\nresults:\n  issues: []\n", "发文机关:\n  全称: 甲镇党委\n整改情况:\n  问题: []\n"],
)
def test_a_spec_that_calls_itself_a_text_is_named(spec: str, tmp_path: Path) -> None:
    path = tmp_path / "通报.yaml.txt"
    path.write_text(spec, encoding="utf-8")

    with pytest.raises(bulletin_gen.ReadError, match=r"已是通报的 YAML 文本.*改名为 通报\.yaml"):
        bulletin_gen.read_bulletin(path)


def test_a_text_with_the_words_of_a_spec_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_text("甲镇党委关于整改情况的通报\n发文机关：甲镇党委\n整改情况:已完成。\n", encoding="utf-8")

    assert "发文机关：甲镇党委" in said(path)


def test_a_ledger_in_the_name_of_a_document_is_told_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "台账.docx"
    path.write_bytes(merged_ledger(problems(1)))

    with pytest.raises(bulletin_gen.ReadError, match=r"这是 Excel 表格，不是 DOCX；请把扩展名改成 \.xlsx"):
        bulletin_gen.read_bulletin(path)
