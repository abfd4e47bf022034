"""The spec: what the author typed about one bulletin, as pydantic models. Unknown keys are refused.

Field names are the glossary's (主送机关 = `recipients`, 成文日期 = `issue_date`); fixed values are Chinese, as the
author writes them. A prose field may hold several lines: each is a paragraph. Wherever a sentence or a heading is
generated, a `wording` or `heading` field takes the author's own instead.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from bulletin_gen.spec.inspection import Feedback, FeedbackForm, Inspection, Order, Period, Publication
from bulletin_gen.spec.naming import FieldsError
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.rectification import (
    Count,
    Issue,
    IssueStyle,
    MeasuresProgress,
    Progress,
    Results,
    Section,
    Status,
    StatusForm,
)
from bulletin_gen.spec.sign_off import (
    UPWARD_KINDS,
    Approval,
    Attachment,
    Colophon,
    Head,
    OutputForm,
    Stage,
)
from bulletin_gen.spec.tables import Table
from bulletin_gen.spec.values import DateText, Flag, Form, HeadingEnd, ListForm, Number, Phrase, Prose, Required
from bulletin_gen.text.choice import Choice
from bulletin_gen.text.numerals import Label

__all__ = [
    "Bulletin",
    "Contact",
    "ContactField",
    "Count",
    "Feedback",
    "FeedbackForm",
    "Form",
    "FreePart",
    "HeadingEnd",
    "Inspection",
    "Issue",
    "IssueStyle",
    "Issuer",
    "ListForm",
    "MeasuresProgress",
    "Node",
    "Order",
    "Part",
    "Period",
    "Progress",
    "Publication",
    "Results",
    "Section",
    "Slot",
    "Status",
    "StatusForm",
]


class Issuer(Node):
    """发文机关.

    name: the full name, said in the title and below the text.
    short_name: what it is called in the text; "" calls it by its name.
    introduce_short_name: whether the first mention is 全称（以下简称“简称”）.
    signature: the lines below the text, one organ each; None means the full name on one line, [] means none.
    """

    name: Required
    short_name: Phrase = ""
    introduce_short_name: Flag = False
    signature: list[Required] | None = None

    @property
    def called(self) -> str:
        return self.short_name or self.name


class Part(Node):
    """A part of the bulletin, or an item in one. All may be missing but one of heading, text, table, items and closing.

    As an item it may be given as a plain text.

    heading: what it is about; "" for none.
    number: the author's own number, from which the following go on; None counts.
    label: the form of its label, 一、 or （一）; None means what its place in the numbering gives.
    form: how the heading stands; None means 分行 for a part of the bulletin, 接排 for an item.
    heading_end: what parts a heading from the text run in after it; None means 。 where it has no mark of its own.
    text: what stands below the heading; each line is a paragraph.
    table: what stands below the text; None for none.
    items: what is listed below that.
    items_label, items_form: what the items use where they say nothing themselves. One item alone that has no heading
        has a label only where one is given.
    closing: what stands after the items; each line is a paragraph.
    """

    heading: Phrase = ""
    number: Number | None = None
    label: Label | None = None
    form: Form | None = None
    heading_end: HeadingEnd | None = None
    text: Prose = ""
    table: Table | None = None
    items: list["Part"] = []
    items_label: Label | None = None
    items_form: Form | None = None
    closing: Prose = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.heading or self.text or self.table or self.items or self.closing):
            raise FieldsError("是空的；请写{}、{}、{}，或删去它", "heading", "text", "items")
        return self


class Slot(Choice):
    """After which of the fixed parts a free part stands."""

    OPENING = "opening"
    ORGANISATION = "organisation"
    RESULTS = "results"
    NEXT_STEPS = "next_steps"


class FreePart(Part):
    """A part of the author's own: 需长期整改事项, 工作成效…

    after: the fixed part that it follows.

    The other fields are those of a Part.
    """

    after: Slot = Slot.RESULTS


class ContactField(Node):
    """One way to reach the office.

    label: what it is: 联系电话.
    value: the number or address, printed as given.
    """

    label: Required
    value: Required


class Contact(Node):
    """联系方式.

    invitation: the sentence before the fields; None means the usual one, "" none.
    fields: the ways to reach the office; also a mapping of label to value.
    form: how they stand: in the running paragraph, in one of their own, or a paragraph each.
    separator: what parts the fields in a paragraph.
    end: what follows the last of them.
    after_signature: whether it stands below the date.
    wording: all of it in the author's own words; None has it worded.
    """

    invitation: Prose | None = None
    fields: list[ContactField] = []
    form: ListForm = ListForm.RUN_IN
    separator: Literal["；", "，", "、", "。"] = "；"
    end: Literal["。", "；", ""] = "。"
    after_signature: Flag = False
    wording: Prose | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_mapping(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("fields"), dict):
            pairs = [{"label": label, "value": text} for label, text in value["fields"].items()]
            return {**value, "fields": pairs}
        return value


class Bulletin(Node):
    """One bulletin, as its author would type it.

    kind: the 文种: 通报, 报告…
    form: the copy for publication, or the whole official document.
    stage: how far the text has come; None says nothing of it.
    version, version_date: shown with the stage: 第2稿, and the day of it (None for none).
    watermark: whether a draft has its stage across each page.
    head: the 版头 of an issued document; None for none.
    title: None means the generated one, 无 none; its line ends are forced breaks.
    issuer: who issues it.
    joint_issuers: the organs that issue it together with the issuer, by their full names.
    recipients: the 主送机关; "" for none.
    inspection: what it answers; None only where `opening` is given.
    publication: how its publication is announced.
    opening: the first paragraphs in the author's own words, 无 for none; None has them worded.
    organisation: the part on how the rectification was organised; None for none.
    results: the part on what was rectified; None for none.
    other_parts: parts of the author's own, each after the fixed part that it names.
    next_steps: the part on what comes next; None for none.
    contact: how to reach the office; None for none.
    issue_date: the 成文日期; None leaves it out.
    sealed: whether room is kept for a seal; none is drawn.
    note: the 附注, with or without its brackets; "" for none.
    attachments: in the order of their numbers.
    colophon: the 版记 of an issued document; None for none.
    approval: what only the approval sheet says; None leaves that blank.
    """

    kind: Required = "通报"
    form: OutputForm = OutputForm.PUBLISHED
    stage: Stage | None = None
    version: Phrase = ""
    version_date: DateText | None = None
    watermark: Flag = False
    head: Head | None = None
    title: Prose | None = None
    issuer: Issuer
    joint_issuers: list[Required] = []
    recipients: Phrase = ""
    inspection: Inspection | None = None
    publication: Publication = Publication.model_construct()
    opening: Prose | None = None
    organisation: Part | None = None
    results: Results | None = None
    other_parts: list[FreePart] = []
    next_steps: Part | None = None
    contact: Contact | None = None
    issue_date: DateText | None = None
    sealed: Flag = False
    note: Phrase = ""
    attachments: Annotated[list[Attachment], Field(max_length=500)] = []
    colophon: Colophon | None = None
    approval: Approval | None = None

    @model_validator(mode="after")
    def _has_an_opening(self) -> Self:
        if self.inspection is None and self.opening is None:
            raise FieldsError("缺少{}；自拟开头的请写{}", "inspection", "opening")
        return self

    @model_validator(mode="after")
    def _has_a_body(self) -> Self:
        if not (self.organisation or self.results or self.other_parts or self.next_steps):
            raise FieldsError("缺少正文；请写{}", "results")
        return self

    @model_validator(mode="after")
    def _signers_only_upward(self) -> Self:
        if self.head and self.head.signers and self.kind not in UPWARD_KINDS:
            raise FieldsError(
                f"只有{'、'.join(sorted(UPWARD_KINDS))}在版头标注签发人（《党政机关公文处理工作条例》第九条：上行文）；"
                "请删去{}，签发人填在{}",
                "head.signers",
                "approval.signer",
            )
        return self
