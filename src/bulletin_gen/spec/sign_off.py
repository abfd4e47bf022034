"""What the file for sign-off adds to a bulletin: 版头, 附件, 版记, the approval sheet.

Source: GB/T 9704-2012 §7.2, §7.3.4, §7.3.6, §7.3.7, §7.4; 《党政机关公文处理工作条例》 articles 8 and 9.
"""

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from bulletin_gen.spec.naming import FieldsError
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.tables import Table
from bulletin_gen.spec.values import DateText, Flag, Phrase, Prose, Required
from bulletin_gen.text.choice import Choice
from bulletin_gen.text.head_forms import COPY_NUMBER, DOCUMENT_NUMBER, SECRECY_PERIOD
from bulletin_gen.text.placeholders import find_placeholders

# 上行文: only these name their signer in the 版头 (条例 article 9).
UPWARD_KINDS = frozenset({"报告", "请示"})


class OutputForm(Choice):
    """公布 (published) shows the text alone, as a web page does; 印发 (issued) is the whole official document."""

    PUBLISHED = "published"
    ISSUED = "issued"


class Stage(Choice):
    """How far the text has come: 送审稿 (draft), 征求意见稿 (comments), 定稿 (final)."""

    DRAFT = "draft"
    COMMENTS = "comments"
    FINAL = "final"


class Secrecy(Choice):
    """密级."""

    TOP = "绝密"
    HIGH = "机密"
    ORDINARY = "秘密"


class Urgency(Choice):
    """紧急程度."""

    EXTRA = "特急"
    URGENT = "加急"


class Openness(Choice):
    """公开属性."""

    ACTIVE = "主动公开"
    ON_REQUEST = "依申请公开"
    NONE = "不予公开"


def _document_number(text: str) -> str:
    if text and not find_placeholders(text) and not DOCUMENT_NUMBER.fullmatch(text):
        raise ValueError(
            f"“{text}” 不是规范的发文字号；应如：云党发〔2025〕3号（六角括号，年份四位，序号不编虚位、不加“第”）"
        )
    return text


def _copy_number(text: str) -> str:
    if text and not find_placeholders(text) and not COPY_NUMBER.fullmatch(text):
        raise ValueError(f"“{text}” 不是规范的份号；应为六位数字，如：000012")
    return text


def _secrecy_period(text: str) -> str:
    if text and not SECRECY_PERIOD.fullmatch(text):
        raise ValueError(f"“{text}” 不是规范的保密期限；应如：1年、长期")
    return text


class Head(Node):
    """版头, set in an issued document only. Texts that are "" are left out.

    copy_number: 份号, six digits, or 【待补】.
    secrecy: 密级; None for none.
    secrecy_period: 保密期限: 1年.
    urgency: 紧急程度; None for none.
    organs: who stand in the mark; None means the issuer and the joint issuers.
    suffix: what follows them in the mark.
    document_number: 发文字号: 云党发〔2025〕3号, or with 【待补】 in it.
    signers: 签发人, of what goes upward (报告, 请示) only.
    preprinted: whether the paper has mark and rule already, so that only their room is kept.
    """

    copy_number: Annotated[Phrase, AfterValidator(_copy_number)] = ""
    secrecy: Secrecy | None = None
    secrecy_period: Annotated[Phrase, AfterValidator(_secrecy_period)] = ""
    urgency: Urgency | None = None
    organs: list[Required] | None = None
    suffix: Phrase = "文件"
    document_number: Annotated[Phrase, AfterValidator(_document_number)] = ""
    signers: list[Required] = []
    preprinted: Flag = False

    @model_validator(mode="after")
    def _period_needs_secrecy(self) -> Self:
        if self.secrecy_period and self.secrecy is None:
            raise FieldsError("写了{}，却没有{}", "secrecy_period", "secrecy")
        return self


class Attachment(Node):
    """附件: a text, a table, or the ledger of all issues, made from the spec itself.

    title: its name, in the 附件说明 and above it.
    text: each line is a paragraph; "" for none.
    table: None for none.
    ledger: whether it is the ledger. One with a table is not.
    landscape: whether its table is set across a turned page; None turns the page for a wide one.
    """

    title: Required
    text: Prose = ""
    table: Table | None = None
    ledger: Flag = False
    landscape: Flag | None = None

    @model_validator(mode="after")
    def _has_content(self) -> Self:
        if not (self.text or self.table or self.ledger):
            raise FieldsError("附件是空的；请写{}、{}；由程序生成台账的，请写{}，填“是”", "text", "table", "ledger")
        if self.table and self.ledger:
            raise FieldsError("{}、{}只能写一种", "table", "ledger")
        return self


class Colophon(Node):
    """版记, set in an issued document only. Texts that are "" are left out.

    recipients: the 主送机关 that are moved here from above the text.
    copies_to: 抄送机关.
    printing_office: 印发机关.
    printing_date: 印发日期; None leaves it out.
    on_even_page: whether it stands at the foot of an even page, after a blank one where need be.
    """

    recipients: Phrase = ""
    copies_to: Phrase = ""
    printing_office: Phrase = ""
    printing_date: DateText | None = None
    on_even_page: Flag = False


class Approval(Node):
    """What the approval sheet (发文稿纸) asks for beyond the bulletin itself. What is "" stays blank on it.

    signer: 签发.
    countersigners: 会签, a name or office each.
    reviewer: 核稿.
    drafting_unit: 拟稿单位.
    drafter, drafter_phone: 拟稿人, and how to reach him.
    copies: 印数.
    openness: 公开属性; None stays blank.
    typist: 打印.
    proofreader: 校对.
    """

    signer: Phrase = ""
    countersigners: list[Required] = []
    reviewer: Phrase = ""
    drafting_unit: Phrase = ""
    drafter: Phrase = ""
    drafter_phone: Phrase = ""
    copies: Phrase = ""
    openness: Openness | None = None
    typist: Phrase = ""
    proofreader: Phrase = ""
