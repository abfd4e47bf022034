"""整改情况 in the spec: sections, issues with their measures and states, and the declared counts."""

import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from bulletin_gen.spec.values import (
    DateText,
    Flag,
    Form,
    HeadingEnd,
    ListForm,
    Node,
    Number,
    Pattern,
    Phrase,
    Prose,
    Required,
)
from bulletin_gen.text.numerals import Label

_COUNT = re.compile(r"(\d+)(.*)")


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
