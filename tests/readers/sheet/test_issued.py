"""An issued document read back: 版头, 附件, 附注 and 版记 become fields."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.composing import compose
from bulletin_gen.document import Colophon, Head, Note, Signature, Table, plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import OutputForm
from judges import CHECKOUT

EXAMPLES = sorted((CHECKOUT / "examples" / "issued").glob("*.yaml"))
TEXT = """\
000012
秘密★1年
加急
中共南屏县青溪镇委员会文件
青党发〔2025〕3号
中共南屏县青溪镇委员会关于巡察整改情况的通报
各村党支部：
根据县委统一部署，县委第二巡察组对青溪镇党委开展了巡察。按照巡察工作有关要求，现将巡察整改情况予以公布。
一、整改情况
（一）关于“学习不深”问题的整改情况
一是抓学习。每月1次。二是抓考核。每季1次。
附件：1.制度清单
2.学习安排
中共南屏县青溪镇委员会
2025年1月8日
（此件公开发布）
附件1
制度清单
制度共3项。
附件2
学习安排
每月学习1次。
抄送：县委巡察办，县纪委监委。
青溪镇党政办公室 2025年1月9日印发
"""


def read(text: str) -> Bulletin:
    """The bulletin of a text, all of which it says again."""
    reading = read_text(text)
    assert reading.complete
    return reading.bulletin


def test_everything_around_the_text_becomes_fields() -> None:
    bulletin = read(TEXT)

    assert bulletin.head
    assert bulletin.head.model_dump(exclude_defaults=True) == {
        "copy_number": "000012",
        "secrecy": "秘密",
        "secrecy_period": "1年",
        "urgency": "加急",
        "document_number": "青党发〔2025〕3号",
    }
    assert [attachment.title for attachment in bulletin.attachments] == ["制度清单", "学习安排"]
    assert bulletin.note == "（此件公开发布）"
    assert bulletin.colophon
    assert bulletin.colophon.printing_office == "青溪镇党政办公室"
    assert bulletin.title is None
    assert bulletin.issue_date == "2025-01-08"


def test_it_says_the_same_words_again() -> None:
    assert plain_text(compose(read(TEXT))).replace(" ", "") == TEXT.replace(" ", "")


def test_joint_mark_beside_its_suffix_names_the_organs_that_sign() -> None:
    text = TEXT.replace("中共南屏县青溪镇委员会文件", "南屏县财政局\n南屏县水利局\n文件").replace(
        "中共南屏县青溪镇委员会\n2025年", "南屏县财政局\n南屏县水利局\n2025年"
    )
    bulletin = read(text)

    assert (bulletin.issuer.name, bulletin.joint_issuers) == ("南屏县财政局", ["南屏县水利局"])


def test_report_names_its_signers() -> None:
    text = TEXT.replace("情况的通报", "情况的报告").replace("3号", "3号 签发人：甲某 乙某", 1)
    bulletin = read(text)

    assert bulletin.kind == "报告"
    assert bulletin.head
    assert bulletin.head.signers == ["甲某", "乙某"]


def test_preprinted_paper_shows_the_number_alone() -> None:
    bulletin = read(TEXT.replace("中共南屏县青溪镇委员会文件\n", ""))

    assert bulletin.head
    assert bulletin.head.preprinted


def test_attachments_that_are_not_announced_stay_text() -> None:
    text = TEXT.replace("附件：1.制度清单\n2.学习安排\n", "")

    assert read(text).attachments == []


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("2025年1月9日印发", "2025年13月9日印发"),  # no such day
        ("青党发〔2025〕3号", "青党发〔2025〕3号 签发人：甲某"),  # 通报 does not go up
    ],
)
def test_what_makes_no_valid_fields_is_read_as_a_published_text(printed: str, wrong: str) -> None:
    bulletin = read(TEXT.replace(printed, wrong))

    assert (bulletin.head, bulletin.colophon, bulletin.form) == (None, None, OutputForm.PUBLISHED)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back_from_its_docx(path: Path) -> None:
    """With its head, its signature, its note, its colophon and its tables."""
    document = compose(bulletin_gen.read_spec(path))
    reading = bulletin_gen.read_docx(bulletin_gen.write_docx(document, bulletin_gen.GBT9704))
    again = compose(reading.bulletin)

    assert reading.complete
    for kind in (Head, Note, Colophon):
        assert [block for block in again.blocks if isinstance(block, kind)] == [
            block for block in document.blocks if isinstance(block, kind)
        ]
    assert [block.date for block in again.blocks if isinstance(block, Signature)] == [
        block.date for block in document.blocks if isinstance(block, Signature)
    ]
    assert [(block.head, block.rows) for block in again.blocks if isinstance(block, Table)] == [
        (block.head, block.rows) for block in document.blocks if isinstance(block, Table)
    ]


def test_organs_that_title_and_signature_name_issue_jointly() -> None:
    text = (
        "青禾县林业局 青禾县水利局关于巡察整改情况的通报\n一、整改情况\n（一）关于“甲”问题的整改情况\n已整改。\n"
        "青禾县林业局\n青禾县水利局\n2024年12月18日\n"
    )
    bulletin = read(text)

    assert (bulletin.issuer.name, bulletin.joint_issuers) == ("青禾县林业局", ["青禾县水利局"])
    assert bulletin.issuer.signature is None
