"""The elements of an official document (公文格式要素), in the words of the standard: what a line or a paragraph is.

How each is set is told by `style.TextRole`. Source: GB/T 9704-2012, 7.1.
"""

from enum import StrEnum


class Element(StrEnum):
    """What a paragraph, a line or a drawn rule is."""

    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    ORGAN_MARK = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"
    SIGNER = "签发人"
    HEAD_RULE = "版头中的分隔线"
    TITLE = "标题"
    RECIPIENTS = "主送机关"
    BODY = "正文"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    HEADING_5 = "五级标题"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "发文机关署名"
    ISSUE_DATE = "成文日期"
    NOTE = "附注"
    ATTACHMENT_LABEL = "附件标记"
    ATTACHMENT_TITLE = "附件标题"
    ATTACHMENT = "附件正文"
    COPIES_TO = "抄送机关"
    PRINTING = "印发机关和印发日期"
    COLOPHON_RULE = "版记中的分隔线"
    PAGE_NUMBER = "页码"
    TABLE = "表格"
    FORM = "发文稿纸"
    DRAFT_MARK = "稿本标记"
    OTHER = "其他"

    @property
    def level(self) -> int | None:
        """The layer of a heading, from 1; None for what is no heading."""
        return HEADINGS.index(self) + 1 if self in HEADINGS else None


HEADINGS = (Element.HEADING_1, Element.HEADING_2, Element.HEADING_3, Element.HEADING_4, Element.HEADING_5)
