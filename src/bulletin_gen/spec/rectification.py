"""整改情况 in the spec: sections, issues with their measures and states, and the declared counts."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from bulletin_gen.spec.naming import FieldsError
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.tables import Table
from bulletin_gen.spec.values import (
    DateText,
    Flag,
    Form,
    HeadingEnd,
    ListForm,
    Number,
    Pattern,
    Phrase,
    Prose,
    Required,
)
from bulletin_gen.text.choice import Choice
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

_COUNT = Regex(r"(\d+)(.*)")  # 12个问题; not 十二个问题


class Status(Choice):
    """How far the rectification of an issue has come; 已完成 and 已完成并长期坚持 count as done."""

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


class StatusForm(Choice):
    """How a status is said: in the words of a sentence (已完成整改), or as it is typed (已完成)."""

    SENTENCE = "整句"
    WORD = "原词"


class IssueStyle(Node):
    """How the issues of one depth are said.

    label: the form of their labels; None means what their place in the numbering gives.
    pattern: the heading, in which … stands for the problem; None means 关于“…”问题的整改情况, or shorter below.
    form: how the heading stands; None means 分行 for issues, 接排 for sub-issues.
    measures_form: how the measures stand; None means in the running paragraph.
    measures_label: the form of their labels; None means 一是. One measure alone has none.
    status_label: what a status line after each issue begins with: 整改落实情况; "" for no such line.
    status_form: how the status is said, there and behind the heading.
    status_end: what ends the status line.
    status_alone: whether such a line says the status alone, without anything before it: 已完成整改。
    status_in_heading: whether the status stands behind the heading, in brackets.
    status_brackets: which ones.
    run_on: whether the numbers go on from section to section.
    """

    label: Label | None = None
    pattern: Pattern | None = None
    form: Form | None = None
    measures_form: ListForm | None = None
    measures_label: Label | None = None
    status_label: Phrase = ""
    status_form: StatusForm = StatusForm.SENTENCE
    status_end: Literal["。", ""] = "。"
    status_alone: Flag = False
    status_in_heading: Flag = False
    status_brackets: Literal["（）", "【】"] = "（）"
    run_on: Flag = False


class Issue(Node):
    """One problem and what was done about it.

    problem: what was found wrong, as quoted in the heading; "" only where `heading` is given.
    heading: the whole heading in the author's own words; "" has it worded from the problem.
    number: the author's own number, from which the following go on; None counts.
    label, pattern, form, measures_form, measures_label: as in IssueStyle; None means what the style says. Given here,
        measures_label is printed before one measure alone, too.
    heading_end: what parts a heading from the text run in after it; None means 。 where it has no mark of its own.
    text: what stands before the measures; each line is a paragraph.
    measures: what was done, one text each, without labels.
    table: what stands below the text and the measures; None for none.
    sub_issues: issues below this one, once or twice more.
    closing: what stands after all that; each line is a paragraph.
    status: how far its rectification has come; None where nobody said. Sub-issues can say it instead.
    status_line: the status line in the author's own words; None has it worded where the style asks for one.
    responsible_unit, leader: who answers for it. Like the deadline they stand in the ledger only.
    deadline: the day by which it is to be done; None for none.
    """

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
    table: Table | None = None
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
            raise FieldsError("缺少{}；自拟标题的请写{}", "problem", "heading")
        return self


class Section(Node):
    """A dimension (方面) of the results.

    heading: what it is about.
    number: the author's own number, from which the following go on; None counts.
    label: the form of its label; None means what the results say of their sections.
    form: how the heading stands; None means what the results say of their sections.
    heading_end: what parts a heading from the text run in after it; None means 。 where it has no mark of its own.
    text: what stands before the issues; each line is a paragraph.
    table: what stands between the text and the issues; None for none.
    issues: in order.
    closing: what stands after the issues; each line is a paragraph.
    """

    heading: Required
    number: Number | None = None
    label: Label | None = None
    form: Form | None = None
    heading_end: HeadingEnd | None = None
    text: Prose = ""
    table: Table | None = None
    issues: list[Issue] = []
    closing: Prose = ""


class Count(Node):
    """One tier of the declared counts. May be given as one text: 12个问题.

    number: how many, from 0.
    unit: of what, with its measure word: 个问题.
    """

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
    """The sentence 截至…，…个问题已完成…. Its numbers are counted from the statuses of the issues.

    unit: what is counted, with its measure word.
    rate: whether the share of what is done is said, too.
    rest: what the sentence ends with; "" for nothing more.
    wording: the whole sentence in the author's own words; None has it worded.
    """

    unit: Required = "个问题"
    rate: Flag = False
    rest: Phrase = ""
    wording: Prose | None = None


class MeasuresProgress(Node):
    """The sentence 制定的…项整改措施已完成…项. Its numbers are the author's: a measure has no status to be counted by.

    total: how many measures there are.
    done: how many of them are done.
    unit: what is counted, with its measure word.
    made: what stands before the total.
    pause: whether a comma stands before what is done.
    rate: whether the share of what is done is said, too.
    rest: what the sentence ends with; "" for nothing more.
    """

    total: Number
    done: Number
    unit: Required = "项整改措施"
    made: Phrase = "制定的"
    pause: Flag = False
    rate: Flag = False
    rest: Phrase = ""

    @model_validator(mode="after")
    def _is_part_of_all(self) -> Self:
        if self.done > self.total:
            raise FieldsError(f"{{}}（{self.done}）比{{}}（{self.total}）还多；请核对", "done", "total")
        return self


class Results(Node):
    """整改情况: sections (dimensions) with issues, or issues directly.

    heading: what the part is called; "" moves the sections or issues up a level.
    number: the author's own number, from which the following parts go on; None counts.
    label: the form of its label; None means what its place in the numbering gives.
    text: what stands below the heading; each line is a paragraph.
    as_of: the day that the progress is told of; None says 目前.
    counts: what the inspection found, declared tier by tier: 3个方面, 12个问题.
    progress: the sentence on what is done, put before the text; None for none.
    measures_progress: the sentence on the measures, put behind that; None for none.
    table: what stands below the text; None for none.
    sections: the issues by dimension; [] where they are listed directly.
    section_label: the form of the sections' labels; None means what their place in the numbering gives.
    section_form: how their headings stand.
    issues: the issues listed directly; [] where they stand in sections.
    issue_style: how issues are said.
    sub_issue_style: how the issues below another are said.
    closing: what stands at the end; each line is a paragraph.
    """

    heading: Phrase = ""
    number: Number | None = None
    label: Label | None = None
    text: Prose = ""
    as_of: DateText | None = None
    counts: list[Count] = []
    progress: Progress | None = None
    measures_progress: MeasuresProgress | None = None
    table: Table | None = None
    sections: list[Section] = []
    section_label: Label | None = None
    section_form: Form = Form.OWN_LINE
    issues: list[Issue] = []
    issue_style: IssueStyle = IssueStyle.model_construct()
    sub_issue_style: IssueStyle = IssueStyle.model_construct()
    closing: Prose = ""

    @model_validator(mode="after")
    def _has_issues(self) -> Self:
        if not (self.sections or self.issues):
            raise FieldsError("缺少{}；不分方面的，直接写{}", "sections", "issues")
        if self.sections and self.issues:
            raise FieldsError("{}、{}只能写一种；请把问题都放进{}", "sections", "issues", "sections")
        return self
