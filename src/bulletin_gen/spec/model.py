"""The spec: what the author typed about one bulletin, as pydantic models. Unknown keys are refused.

Field names are the glossary's (主送机关 = `recipients`, 成文日期 = `issue_date`); fixed values are Chinese, as the
author writes them. A prose field may hold several lines: each is a paragraph. Wherever a sentence or a heading is
generated, a `wording` or `heading` field takes the author's own instead.
"""

import re
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bulletin_gen.text.chars import is_control
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.numerals import Label

MAX_NUMBER = 10_000
_COUNT = re.compile(r"(\d+)(.*)")
_YES, _NO = {"是", "true", "yes"}, {"否", "false", "no"}


def _clean(text: str) -> str:
    bad = next((char for char in text if is_control(char) or char in "\t\r"), None)
    if bad is not None:
        raise ValueError(f"含有不可见的控制字符 U+{ord(bad):04X}，请删去")
    return text.strip(" \u3000\n")


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("只能写一行，不能换行")
    return text


def _join_paragraphs(value: Any) -> Any:
    """A list of paragraphs is the same as a text of several lines."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value


def _checked_date(text: str) -> str:
    read_date(text)
    return text


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _YES | _NO:
            return word in _YES
        raise ValueError(f"“{value}” 不是可用的值；可用：是、否")
    return value


def _pattern(text: str) -> str:
    if text.count("…") != 1:
        raise ValueError(f"“{text}” 里要有且只有一个“…”，它代表问题")
    return text


Prose = Annotated[str, BeforeValidator(_join_paragraphs), AfterValidator(_clean)]
Phrase = Annotated[str, AfterValidator(_clean), AfterValidator(_one_line)]
Required = Annotated[Phrase, Field(min_length=1)]
DateText = Annotated[Required, AfterValidator(_checked_date)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Pattern = Annotated[Required, AfterValidator(_pattern)]
HeadingEnd = Literal["。", "：", "，", ""]
Number = Annotated[int, Field(ge=1, le=MAX_NUMBER)]


class Form(StrEnum):
    """How a heading stands."""

    RUN_IN = "接排"
    OWN_LINE = "分行"


class ListForm(StrEnum):
    """How a list of short texts stands: in the running paragraph, in a paragraph of its own, or a paragraph each."""

    RUN_IN = "接排"
    OWN_PARAGRAPH = "另起一段"
    OWN_LINE = "分行"


class Status(StrEnum):
    """How far the rectification of an issue has come."""

    DONE = "已完成"
    DONE_AND_KEPT = "已完成并长期坚持"
    MOSTLY_DONE = "基本完成"
    ONGOING = "正在整改"
    CONTINUING = "持续推进"
    LONG_TERM = "长期整改"
    OPEN = "尚未完成"

    @property
    def is_done(self) -> bool:
        return self in (Status.DONE, Status.DONE_AND_KEPT)


class Node(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False)


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


class IssueStyle(Node):
    """How the issues of one depth are said. None means the usual way at that depth.

    In `pattern` the “…” stands for the problem. `status_label` asks for a status line after each issue.
    """

    label: Label | None = None
    pattern: Pattern | None = None
    form: Form | None = None
    measures_form: ListForm | None = None
    measures_label: Label | None = None
    status_label: Phrase = ""
    run_on: Flag = False


class Issue(Node):
    """One problem and what was done about it; `sub_issues` may hold the same once or twice more."""

    problem: Phrase = ""
    heading: Phrase = ""
    number: Number | None = None
    label: Label | None = None
    pattern: Pattern | None = None
    form: Form | None = None
    heading_end: HeadingEnd | None = None
    text: Prose = ""
    measures: list[Prose] = []
    measures_form: ListForm | None = None
    measures_label: Label | None = None
    sub_issues: list["Issue"] = []
    closing: Prose = ""
    status: Status | None = None
    status_line: Prose | None = None
    responsible_unit: Phrase = ""
    leader: Phrase = ""
    deadline: DateText | None = None

    @model_validator(mode="after")
    def _has_a_heading(self) -> Self:
        if not (self.problem or self.heading):
            raise ValueError("缺少 problem（问题是什么）；或用 heading 自拟标题")
        return self


class Section(Node):
    """A dimension (方面) of the results."""

    heading: Required
    number: Number | None = None
    label: Label | None = None
    form: Form | None = None
    heading_end: HeadingEnd | None = None
    text: Prose = ""
    issues: list[Issue] = []
    closing: Prose = ""


class Count(Node):
    """One tier of the declared counts: 12 个问题. May be written as one text."""

    number: Annotated[int, Field(ge=0)]
    unit: Required

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            match = _COUNT.fullmatch(value.strip())
            if match is None or not match[2].strip():
                raise ValueError(f"“{value}” 应写成数字加单位，如：12个问题")
            return {"number": match[1], "unit": match[2].strip()}
        return value


class Progress(Node):
    """The sentence 截至…，…个问题已完成…; its numbers are counted from the issues' statuses."""

    unit: Required = "个问题"
    rate: Flag = False
    rest: Phrase = ""
    wording: Prose | None = None


class Results(Node):
    """整改情况: sections (dimensions) with issues, or issues directly.

    Without a heading the sections or issues move up a level.
    """

    heading: Phrase = ""
    number: Number | None = None
    label: Label | None = None
    text: Prose = ""
    as_of: DateText | None = None
    counts: list[Count] = []
    progress: Progress | None = None
    sections: list[Section] = []
    section_label: Label | None = None
    section_form: Form = Form.OWN_LINE
    issues: list[Issue] = []
    issue_style: IssueStyle = IssueStyle()
    sub_issue_style: IssueStyle = IssueStyle()
    closing: Prose = ""

    @model_validator(mode="after")
    def _has_issues(self) -> Self:
        if not (self.sections or self.issues):
            raise ValueError("缺少 sections（按方面分）或 issues（直接列问题）")
        if self.sections and self.issues:
            raise ValueError("sections 和 issues 只能写一种；请把问题都放进 sections")
        return self


class ContactField(Node):
    label: Required
    value: Required


class Contact(Node):
    """联系方式. `fields` may be written as a mapping of label to value. `invitation` None means the usual words.

    Run in, `separator` parts the fields and `end` follows the last. `wording` is said instead of all of it.
    """

    invitation: Prose | None = None
    fields: list[ContactField] = []
    form: ListForm = ListForm.RUN_IN
    separator: Literal["；", "，", "、", "。"] = "；"
    end: Literal["。", "；", ""] = "。"
    wording: Prose | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_mapping(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("fields"), dict):
            pairs = [{"label": label, "value": text} for label, text in value["fields"].items()]
            return {**value, "fields": pairs}
        return value


class Bulletin(Node):
    """One bulletin. `title` None means the generated one, 无 means none; its line ends are forced breaks."""

    title: Prose | None = None
    issuer: Issuer
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
