"""The spec: what the author typed about one bulletin, as pydantic models. Unknown keys are refused.

Field names are the glossary's (主送机关 = `recipients`, 成文日期 = `issue_date`); fixed values are Chinese, as the
author writes them. A prose field may hold several lines: each is a paragraph. Wherever a sentence or a heading is
generated, a `wording` or `heading` field takes the author's own instead.
"""

from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import model_validator

from bulletin_gen.spec.official import (
    UPWARD_KINDS,
    Approval,
    Attachment,
    Colophon,
    Head,
    OutputForm,
    Stage,
)
from bulletin_gen.spec.results import Count, Issue, IssueStyle, Progress, Results, Section, Status
from bulletin_gen.spec.values import DateText, Flag, Form, HeadingEnd, ListForm, Node, Number, Phrase, Prose, Required
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
]


class Issuer(Node):
    """发文机关. `signature` None means the full name on one line; an empty list means none."""

    name: Required
    short_name: Phrase = ""
    introduce_short_name: Flag = False
    signature: list[Required] | None = None

    @property
    def called(self) -> str:
        return self.short_name or self.name


class Period(Node):
    """巡察起止; `end` may be left out. `mark` stands between the two."""

    start: DateText
    end: DateText | None = None
    mark: Required = "至"


class FeedbackForm(StrEnum):
    OWN_SENTENCE = "单独成句"
    JOINED = "并入上句"


class Feedback(Node):
    """反馈. `by` and `to` None mean the team and the inspected body as already named."""

    date: DateText | None = None
    by: Phrase | None = None
    to: Phrase | None = None
    form: FeedbackForm = FeedbackForm.OWN_SENTENCE
    action: Phrase | None = None
    end: Literal["。", "，", "；"] = "。"
    own_paragraph: Flag = False
    wording: Prose | None = None


class Order(StrEnum):
    PERIOD_FIRST = "时间在前"
    TEAM_FIRST = "组名在前"


class Inspection(Node):
    """The inspection that the bulletin answers. `deployment` replaces the whole phrase 根据…统一部署."""

    kind: Required = "巡察"
    round: Phrase = ""
    type: Phrase = ""
    look_back: Flag = False
    deployed_by: Phrase = ""
    deployment: Phrase | None = None
    team: Phrase = ""
    team_short: Phrase = ""
    period: Period | None = None
    inspected: Phrase | None = None
    order: Order = Order.PERIOD_FIRST
    action: Required = "开展了"
    end: Literal["。", "，", "；"] = "。"
    feedback: Feedback | None = None
    wording: Prose | None = None

    @model_validator(mode="after")
    def _deployment_is_known(self) -> Self:
        if self.wording is None and self.deployment is None and not self.deployed_by:
            raise ValueError("缺少 deployed_by（由谁部署，如：市委）；或用 wording 自拟整句")
        return self


class Publication(Node):
    """按照…，现将…予以公布. `grounds` None means the usual phrase; an empty one leaves it out."""

    grounds: Phrase | None = None
    subject: Phrase | None = None
    verb: Required = "公布"
    end: Literal["。", "："] = "。"
    own_paragraph: Flag = False
    wording: Prose | None = None


class Part(Node):
    """A part of the bulletin, or an item in one: heading, text, items, closing; all but one may be missing.

    As an item it may be written as a plain text. `label` None means what its place in the numbering gives;
    `number` is the author's own number, from which the following go on. `form` says how the heading stands
    (分行 for a part of the bulletin, 接排 for an item, unless it says otherwise) and `heading_end` what parts a
    heading from the text run in after it: None means 。 where it has no mark of its own.
    `items_form` and `items_label` are what its items use where they say nothing themselves.
    """

    heading: Phrase = ""
    number: Number | None = None
    label: Label | None = None
    form: Form | None = None
    heading_end: HeadingEnd | None = None
    text: Prose = ""
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
        if not (self.heading or self.text or self.items or self.closing):
            raise ValueError("是空的；请写 heading、text 或 items，或删去它")
        return self


class Slot(StrEnum):
    """After which of the fixed parts a free part stands."""

    OPENING = "opening"
    ORGANISATION = "organisation"
    RESULTS = "results"
    NEXT_STEPS = "next_steps"


class FreePart(Part):
    """A part of the author's own: 需长期整改事项, 工作成效…"""

    after: Slot = Slot.RESULTS


class ContactField(Node):
    label: Required
    value: Required


class Contact(Node):
    """联系方式. `fields` may be written as a mapping of label to value. `invitation` None means the usual words.

    Run in, `separator` parts the fields and `end` follows the last. `wording` is said instead of all of it.
    `after_signature` puts it below the date.
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
    """One bulletin. `title` None means the generated one, 无 means none; its line ends are forced breaks.

    `kind` is the 文种. `stage` None says nothing of how far the text has come; `version` and `version_date` are
    shown with it. `joint_issuers` follow the issuer where several organs issue together.
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
    publication: Publication = Publication()
    opening: Prose | None = None
    organisation: Part | None = None
    results: Results | None = None
    other_parts: list[FreePart] = []
    next_steps: Part | None = None
    contact: Contact | None = None
    issue_date: DateText | None = None
    sealed: Flag = False
    note: Phrase = ""
    attachments: list[Attachment] = []
    colophon: Colophon | None = None
    approval: Approval | None = None

    @model_validator(mode="after")
    def _has_an_opening(self) -> Self:
        if self.inspection is None and self.opening is None:
            raise ValueError("缺少 inspection（巡察依据）；或用 opening 自拟开头")
        return self

    @model_validator(mode="after")
    def _has_a_body(self) -> Self:
        if not (self.organisation or self.results or self.other_parts or self.next_steps):
            raise ValueError("缺少正文；请写 results（整改情况）")
        return self

    @model_validator(mode="after")
    def _signers_only_upward(self) -> Self:
        if self.head and self.head.signers and self.kind not in UPWARD_KINDS:
            raise ValueError(
                f"{self.kind}不是上行文，版头不标注签发人（《党政机关公文处理工作条例》第九条）；"
                "请删去 head.signers，签发人填在 approval.signer"
            )
        return self
