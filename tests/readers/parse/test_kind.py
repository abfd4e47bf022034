"""What a document is, its title says: a 通报 or a 报告, which goes up and is worded as such."""

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.spec.model import Publication

TEXT = """中共青禾县河湾镇委员会关于巡察整改情况的{kind}
中共青禾县委：
根据县委统一部署，2025年3月3日至4月30日，县委第三巡察组对河湾镇党委开展了巡察。按照巡察工作有关要求，现将巡察整改情况{verb}
一、整改情况
（一）关于“台账不全”问题的整改情况
补建台账。
中共青禾县河湾镇委员会
2025年12月1日"""


def read(kind: str, verb: str) -> Reading:
    return read_text(TEXT.format(kind=kind, verb=verb))


def test_a_report_is_read_as_one_and_worded_as_one() -> None:
    bulletin = read("报告", "报告如下：").bulletin

    assert (bulletin.kind, bulletin.title, bulletin.publication) == ("报告", None, Publication())
    assert "现将巡察整改情况报告如下：" in plain_text(compose(bulletin))


def test_a_report_that_says_it_is_made_public_keeps_its_words() -> None:
    bulletin = read("报告", "予以公布。").bulletin

    assert bulletin.kind == "报告"
    assert bulletin.publication.wording == "按照巡察工作有关要求，现将巡察整改情况予以公布。"


def test_a_draft_of_a_report_is_a_report() -> None:
    assert read("报告（送审稿）", "报告如下：").bulletin.kind == "报告"


def test_a_title_that_ends_in_no_report_is_a_bulletin() -> None:
    assert read("通报", "予以公布。").bulletin.kind == "通报"
    assert read("报告落实情况的通报", "予以公布。").bulletin.kind == "通报"
