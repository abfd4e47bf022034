"""What is left in a DOCX beside its text: each kind told, and a clean file let pass."""

import io
from collections.abc import Callable, Iterator

import docx
import pytest
from docx.document import Document as DocxDocument

from blocks import Paragraph, Signature, Title
from bulletin_gen.checking import check
from bulletin_gen.checks.table import FILE_RULES
from bulletin_gen.document import Document
from bulletin_gen.properties import Properties
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.spans import Comment, Commented, Deleted, Inserted, Plain, Text, joined
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from damage import before, in_paragraph

ORGAN = "中共柳塘县委员会"
SAID = "已建立台账。"


def written(*spans: Text | str) -> bytes:
    """Return a DOCX that says a title, the spans and who signed."""
    text = joined(*((Plain(one),) if isinstance(one, str) else one for one in spans))
    blocks = (Title(["关于巡察整改情况的通报"]), Paragraph(text), Signature([ORGAN], "2025年5月8日"))
    return write_docx(Document(Properties("通报", ORGAN), blocks), GBT9704)


def changed(change: Callable[[DocxDocument], None]) -> bytes:
    document = docx.Document(io.BytesIO(written(SAID)))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def copied(document: DocxDocument) -> None:
    document.paragraphs[0].insert_paragraph_before("您的当前位置：首页 > 巡视巡察 > 巡察整改")


def named(document: DocxDocument) -> None:
    document.core_properties.last_modified_by = "王小明"


CONTROL = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击此处输入日期</w:t></w:r></w:p>"
    "</w:sdtContent></w:sdt>"
)
CLEAN = written(SAID)
FILES: dict[str, Callable[[], bytes]] = {
    "publication/tracked-changes": lambda: written("已", (Inserted((Plain("全部"),), "王小明"),), "建立台账。"),
    "publication/comments": lambda: written((Commented((Plain("台账"),), Comment("几本？", "王小明")),)),
    "publication/hidden-text": lambda: in_paragraph(SAID, "<w:vanish/>")(CLEAN),
    "publication/struck-text": lambda: in_paragraph(SAID, "<w:strike/>")(CLEAN),
    "publication/empty-control": lambda: before(SAID, CONTROL)(CLEAN),
    "publication/author-name": lambda: changed(named),
    "publication/page-chrome": lambda: changed(copied),
}


def told(source: bytes) -> Iterator[str]:
    return (finding.rule for finding in check(read_docx(source)) if finding.rule.startswith("publication/"))


def test_each_rule_has_a_file_that_breaks_it() -> None:
    assert set(FILES) == {rule.name for rule in FILE_RULES}


@pytest.mark.parametrize("rule", FILES)
def test_what_is_left_in_a_file_is_told(rule: str) -> None:
    assert rule in set(told(FILES[rule]()))


def test_a_clean_file_is_let_pass() -> None:
    assert list(told(CLEAN)) == []


def test_deleted_text_is_told_and_not_checked() -> None:
    findings = check(read_docx(written((Deleted((Plain("采购、等"),), "王小明"),), "已建立台账。")))

    assert "publication/tracked-changes" in {finding.rule for finding in findings}
    assert "marks/mark-before-deng" not in {finding.rule for finding in findings}


def test_every_rule_says_why_and_by_what_right() -> None:
    assert all((rule.title and rule.why and rule.source and rule.wrong and rule.right) for rule in FILE_RULES)
