"""An issued draft with every element, and how tests of its elements look at it."""

from blocks import (
    AttachmentHead,
    AttachmentNote,
    Colophon,
    Draft,
    Head,
    Heading,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from bulletin_gen.document import Block, Document
from bulletin_gen.properties import Properties
from bulletin_gen.spans import flat
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.story import story
from bulletin_gen.writers.docx.xml import parsed
from docx_parts import Element, text, values

HEAD = Head("000012", "机密★1年", "特急", ("中共青溪县委员会",), "文件", "青发〔2025〕3号")
JOINT = Head("", "", "加急", ("青溪县委", "青溪县人民政府"), "文件", "青发〔2025〕3号", ("张三", "欧阳小明", "李四"))
COLOPHON = Colophon("", "县委巡察办，县纪委监委。", "青溪县委办公室", "2025年1月9日印发")
NARROW = Table(("序号", "单位"), (1, 3), (("1", "县教育局"), ("2", "县水务局\n县林业局")))
WIDE = Table(tuple("甲乙丙丁戊己庚"), (1,) * 7, (tuple("1234567"),))
DRAFT = Draft("送审稿\u3000第2稿\u30002025年1月3日", watermark="送审稿")

ISSUED = Document(
    Properties("关于巡察整改情况的通报", "中共青溪县委员会", stage=flat(DRAFT.text)),
    (
        HEAD,
        Title(("中共青溪县委员会关于巡察整改情况的通报",)),
        Recipients("各乡镇党委："),
        Heading(1, 0, "一、", "整改情况"),
        Heading(2, 1, "（一）", "压实责任。", "召开会议【待补：次数】次。"),
        Paragraph("制定2项制度。", "1."),
        AttachmentNote(("整改台账", "制度清单", "名单")),
        Signature(("青溪县委", "青溪县人民政府"), "2025年1月8日", joint=True, sealed=True),
        Note("（此件公开发布）"),
        AttachmentHead("附件1", "整改台账"),
        WIDE,
        AttachmentHead("附件2", "制度清单"),
        NARROW,
        AttachmentHead("附件3", "名单"),
        Paragraph("第一段。"),
        COLOPHON,
    ),
    DRAFT,
)


def made(*blocks: Block) -> list[Element]:
    """Return the paragraphs and tables of some blocks."""
    return [element for part in story(blocks, GBT9704) for element in parsed("".join(part.elements))]


def styles(elements: list[Element]) -> list[str]:
    """Return the names of the styles of paragraphs, without what all have in common."""
    return [(values(element, "w:pPr/w:pStyle") or [""])[0].removeprefix("Bulletin") for element in elements]


def texts(elements: list[Element]) -> list[str]:
    return [text(element) for element in elements]
