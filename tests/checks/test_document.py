"""What is to be said of the words of a document."""

from blocks import Paragraph, Table
from bulletin_gen.checks.table import check_document
from bulletin_gen.document import Block, Document
from bulletin_gen.properties import Properties


def found(*blocks: Block) -> list[str]:
    return [finding.message for finding in check_document(Document(Properties("", ""), blocks))]


def test_placeholders_are_told_block_by_block() -> None:
    table = Table(["甲", "【待核】"], [1, 1], [["【待补：数】", "【待补：数】"]])

    assert found(Paragraph("开会【待补】次。"), Paragraph("完成。"), table) == [
        "还有 1 处待补内容：【待补】",
        "还有 3 处待补内容：【待核】、【待补：数】",
    ]
