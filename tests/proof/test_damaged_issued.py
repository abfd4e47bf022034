"""Faults of the issued form: 版头, 附件说明, 附件, 版记."""

from pathlib import Path

import pytest

import judges
from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import prove
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from damage import Element, Spoil, before, element, in_paragraph, spoiled, words
from rendered import render

ISSUED = sorted((judges.CHECKOUT / "examples" / "issued").glob("*.yaml"))
SENT = next(path for path in ISSUED if "林业局" in path.stem)
WITH_ATTACHMENT = next(path for path in ISSUED if "城发" in path.stem)
BLANK = '<w:p><w:pPr><w:pStyle w:val="BulletinBody"/></w:pPr></w:p>'
SIGNER = "<w:r><w:t>签发人：甲某</w:t></w:r>"


def _black_rule(root: Element) -> None:
    for border in root.iter(element("<w:bottom/>").tag):
        border.set(element('<w:a w:color=""/>').keys()[0], "000000")


def _signed(root: Element) -> None:
    number = next(one for one in root.iter(element("<w:p/>").tag) if "〔" in "".join(one.itertext()))
    number.append(element(SIGNER))


FAULTS: dict[str, tuple[Path, Spoil, str]] = {
    "标志黑色": (SENT, in_paragraph("文件", '<w:color w:val="000000"/>'), "G-23"),
    "标志楷体": (SENT, in_paragraph("文件", '<w:rFonts w:ascii="楷体" w:eastAsia="楷体"/>'), "N-04"),
    "发文字号靠左": (SENT, in_paragraph("〔", '<w:jc w:val="left"/>'), "G-25"),
    "发文字号黑体": (SENT, in_paragraph("〔", '<w:rFonts w:eastAsia="黑体"/>'), "G-25"),
    "方括号": (SENT, words("〔", "[", within="〔"), "G-26"),
    "全角方括号": (SENT, words("〔", "［", within="〔"), "G-26"),
    "发文字号加第": (SENT, words("〕", "〕第", within="〔"), "G-26"),
    "发文字号补零": (SENT, words("8", "08", within="〔"), "G-26"),
    "通报标注签发人": (SENT, spoiled("word/document.xml", _signed), "G-27"),
    "红线黑色": (SENT, spoiled("word/document.xml", _black_rule), "G-28"),
    "标题下移一行": (SENT, before("关于巡察整改情况", BLANK), "G-32"),
    "抄送末尾没有句号": (SENT, words("组。", "组", within="抄送"), "G-70"),
    "抄送三号": (SENT, in_paragraph("抄送", '<w:sz w:val="32"/>'), "G-70"),
    "印发日期补零": (SENT, words("12", "02", within="印发"), "G-71"),
    "附件说明末尾有句号": (WITH_ATTACHMENT, words("清单", "清单。", within="附件："), "G-56"),
    "附件说明上方不空行": (WITH_ATTACHMENT, before("附件：", BLANK), "G-56"),
    "附件标记宋体": (WITH_ATTACHMENT, in_paragraph("附件", "<w:b/>"), "G-19"),
}


def broken(docx: bytes, form: OutputForm | None = None) -> list[str]:
    return [row.id for row in prove(measure_docx(docx), GBT9704, form).rows if row.verdict is Verdict.BREAKS]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, bytes]:
    folder = tmp_path_factory.mktemp("issued")
    return {source: render(source, folder).docx.read_bytes() for source in (SENT, WITH_ATTACHMENT)}


@pytest.mark.parametrize(("source", "spoil", "clause"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_by_its_clause_alone(
    rendered: dict[Path, bytes], source: Path, spoil: Spoil, clause: str
) -> None:
    assert broken(spoil(rendered[source])) == [clause]


def test_an_issued_document_is_no_copy_for_publication(rendered: dict[Path, bytes]) -> None:
    assert broken(rendered[SENT], OutputForm.PUBLISHED) == ["N-01"]
