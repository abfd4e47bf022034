"""Nodes of the outline in; issues out, and what they have in common as their style."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from bulletin_gen.composing.wording import status_in_heading, status_line
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.parse.headings import (
    Named,
    Split,
    form_of,
    heading_of,
    name_problem,
    paragraphs_of,
    split_heading,
)
from bulletin_gen.readers.parse.listed import Listed, read_measures
from bulletin_gen.readers.parse.usual import Succession, member_of, most_common, unusual, usual_label
from bulletin_gen.readers.sheet.branches import Branch
from bulletin_gen.readers.source import fold, texts_of
from bulletin_gen.readers.tables import table_of
from bulletin_gen.spec.model import Form, Issue, IssueStyle, ListForm, Status, StatusForm
from bulletin_gen.text.labels import layer, leading_label
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

_STATUS = Regex(
    "((?:整改|落实|办理|完成|进展|工作|销号){1,3}(?:情况|状态|结果|进展|进度|成效)|进展|状态)："
    "(?=已|基本|正在|持续|长期|需|尚未|未完成|完成|整改完|全部|推进|立行立改)"  # 整改状态：已完成; not 整改情况：学习
)
_DONE = (
    "(?:现|均|都)?(?:已经?|全部|按[期时]|如期|按要求){0,3}"
    "(?:(?:整改|落实|办理|解决)?(?:完成|完毕|到位|办结|销号)(?:整改|落实)?(?:任务|工作)?|(?<=[已经求])整改)"
)
# What the whole line means, from its label to its stop: 已制定方案, 已部分完成, 完成率60% mean none of these.
_MEANT = tuple(
    (Regex(pattern), status)
    for pattern, status in (
        (f"{_DONE}[，、]?(?:并|且|需|将|并需|并将)?(?:长期|持续)坚持", Status.DONE_AND_KEPT),  # 已完成，并长期坚持
        ("(?:已经?)?基本(?:整改|落实)?(?:完成|到位)(?:整改)?", Status.MOSTLY_DONE),  # 基本完成
        (
            "(?:尚|暂|还)?未(?:整改|落实)?(?:完成|到位)(?:整改)?(?:，.*)?",
            Status.OPEN,
        ),  # 尚未完成; not 已制定方案，尚未实施
        (
            "(?:仍|还|目前)?(?:正在?|在)(?:积极|抓紧|有序|持续|加紧|稳步|按计划){0,2}(?:整改|推进|办理|落实)(?:整改|中|之中)?(?:，.*)?",
            Status.ONGOING,  # 正在推进，预计年底前完成
        ),
        ("(?:正在)?(?:持续|不断)(?:推进|整改|坚持|深化)(?:整改|中)?", Status.CONTINUING),  # 持续推进
        ("需?要?长期(?:坚持|整改)(?:整改)?", Status.LONG_TERM),  # 需长期整改
        (_DONE, Status.DONE),  # 全部整改到位; not 全部问题仍在整改中
    )
)
_LONGEST_STATUS = 80
_LONGEST_ALONE = 16
_STATUS_FIELDS = (
    "status_label",
    "status_alone",
    "status_form",
    "status_end",
    "status_in_heading",
    "status_brackets",
)
_ENDS: tuple[Literal["。", ""], ...] = ("。", "")
_BRACKETS: tuple[Literal["（）", "【】"], ...] = ("（）", "【】")
# 关于“甲”问题的整改情况（已完成）, 关于“甲”问题的整改情况【已完成】
_BRACKET = Regex("(?<=.)(?:（[^（）]{2,16}）|【[^【】]{2,16}】)$")
# 关于学习不深的问题, 会风不实问题的整改; not 强化问题导向
_NAMES_PROBLEM = Regex("^(?:关于|针对|对于|反馈|问题)|问题的?整改|”(?:等)?(?:方面)?(?:的)?(?:等)?问题")
_ISSUE = Regex(
    # 关于“学习不深”, 监督不力; not 健全长效机制
    "问题|“.+”|^(?:关于|针对|对于)|不够|不到位|不力|不严|不实|不强|不足|薄弱|缺失|差距|短板|滞后|欠缺"
)


# By depth: the issues, and all below them.
_USUAL_PATTERN = ("关于“…”问题的整改情况", "关于“…”问题")
_USUAL_FORM = (Form.OWN_LINE, Form.RUN_IN)


@frozen
class StatusSaid:
    """What an issue says of its status: in a line, which is `printed`, or in brackets behind its heading.

    `styles` are those that say the same again of the status; none where it is said in other words, or not at all.
    """

    printed: str = ""
    status: Status | None = None
    styles: tuple[IssueStyle, ...] = ()


@frozen
class IssueDraft:
    """An issue with everything said outright, before what it shares with others is taken out."""

    branch: Branch
    split: Split
    named: Named | None
    listed: Listed
    form: Form | None
    status: StatusSaid = StatusSaid()
    subs: tuple["IssueDraft", ...] = ()

    def below(self) -> list["IssueDraft"]:
        """Return all issues below this one, however deep."""
        return [item for sub in self.subs for item in (sub, *sub.below())]


def is_issue(branch: Branch) -> bool:
    """Does the branch's heading name a problem, or does a status line end it?"""
    heading = heading_of(branch)
    return bool(heading) and (bool(_ISSUE.search(heading)) or _ends_in_status(branch))


def are_issues(branches: Sequence[Branch]) -> bool:
    """Are the branches below an issue issues themselves, rather than measures?"""
    naming = sum(bool(_NAMES_PROBLEM.search(heading_of(branch))) for branch in branches)
    ending = sum(map(_ends_in_status, branches))
    return (
        2 * naming >= len(branches)
        or ending > 1
        or any(branch.children or branch.table or branch.after for branch in branches)
    )


def _ends_in_status(branch: Branch) -> bool:
    return any(_STATUS.match(line.text) for line in branch.paragraphs[-1:])


def draft_issue(branch: Branch, plain: frozenset[int]) -> IssueDraft:
    """Return the issue that a branch holds. One whose line is in `plain` keeps all below its heading as text."""
    split = split_heading(branch.rest)
    if not split.heading:
        split = Split(branch.rest, "")
    if branch.line.number in plain:
        return _plain(branch, split)
    paragraphs = paragraphs_of(branch, split)
    branch, line = _status_behind_table(branch)
    if not line:
        line = paragraphs.pop() if paragraphs and not branch.table and _is_status(paragraphs[-1]) else ""
    split, bracketed = (split, StatusSaid()) if line else _without_bracket(split)
    named, form = name_problem(split.heading), form_of(split, paragraphs)
    if not branch.children:
        status = _read_status(line) if line else bracketed
        return IssueDraft(branch, split, named, read_measures(paragraphs), form, status)
    measured = None if line or are_issues(branch.children) else _labelled_measures(branch.children, paragraphs)
    if measured is not None:
        listed, ending = measured
        status = _read_status(ending) if ending else bracketed
        return IssueDraft(branch, split, named, listed, form_of(split, list(listed.measures)), status)
    subs = tuple(draft_issue(child, plain) for child in branch.children)
    listed = Listed((*paragraphs, line)) if line else read_measures(paragraphs)
    return IssueDraft(branch, split, named, listed, form, bracketed, subs)


def _status_behind_table(branch: Branch) -> tuple[Branch, str]:
    """Return a branch without the status line that ends it below its table, and that line; "" for none."""
    if branch.table is None or branch.children or not branch.after or not _is_status(branch.after[-1].text):
        return branch, ""
    return replace(branch, after=branch.after[:-1]), branch.after[-1].text


def _plain(branch: Branch, split: Split) -> IssueDraft:
    paragraphs = [*filter(None, (split.text,)), *texts_of(branch.lines())[1:]]
    bare = replace(branch, paragraphs=[], table=None, children=[], after=[])
    return IssueDraft(bare, split, None, Listed(tuple(paragraphs)), form_of(split, paragraphs))


def _labelled_measures(children: Sequence[Branch], paragraphs: list[str]) -> tuple[Listed, str] | None:
    """Return labelled lines as measures, and the status line that ends the last; None where they are no list."""
    run_in = _run_in_measures(children[0], paragraphs) if len(children) == 1 else None
    if run_in is not None:
        return run_in
    label = children[0].label
    text, first = _first_member(paragraphs, label)
    members = [*first, *("\n".join([child.rest, *texts_of(child.paragraphs)]) for child in children)]
    members[-1], status = _without_status(members[-1])
    numbers = range(len(first) + 1, len(members) + 1)
    is_regular = [(child.label, child.number) for child in children] == [(label, number) for number in numbers]
    if not is_regular or not all(member.strip() for member in members):
        return None
    return Listed(tuple(text), tuple(members), (), ListForm.OWN_LINE, label), status


def _run_in_measures(child: Branch, paragraphs: list[str]) -> tuple[Listed, str] | None:
    """Return the measures that stand in one line, the first of which begins it: ①学习12次。②交流。"""
    told = [*paragraphs, child.line.text, *texts_of(child.paragraphs)]
    status = told.pop() if _is_status(told[-1]) else ""
    listed = read_measures(told)
    return (listed, status) if len(listed.measures) > 1 else None


def _first_member(paragraphs: list[str], label: Label) -> tuple[list[str], list[str]]:
    """Return the text, and the first measure where it is run in after the heading."""
    marked = leading_label(paragraphs[0]) if paragraphs else None
    if marked is None or (marked.label, marked.number) != (label, 1):
        return paragraphs, []
    return [], ["\n".join([marked.rest, *paragraphs[1:]])]


def _without_status(member: str) -> tuple[str, str]:
    """Return a measure and the status line that ends it, or nothing."""
    text, _, last = member.rpartition("\n")
    return (text, last) if text and _is_status(last) else (member, "")


def _is_status(text: str) -> bool:
    return len(text) <= _LONGEST_STATUS and (_STATUS.match(text) is not None or _is_alone(text))


def _is_alone(text: str) -> bool:
    """Is a line a status and nothing else: 已完成。? What goes on behind a comma may tell of the measures."""
    words = text.rstrip("。；")
    if len(words) > _LONGEST_ALONE:
        return False
    status = _meant(words)
    return (status is not None and ("，" not in words or status is Status.DONE_AND_KEPT)) or bool(_sayings(text, "")[1])


def _read_status(line: str) -> StatusSaid:
    match = _STATUS.match(line)
    status, styles = _sayings(line, match[1] if match else "")
    if styles:
        return StatusSaid(line, status, styles)
    return StatusSaid(line, _meant(line[match.end() if match else 0 :].rstrip("。；")))


def _sayings(line: str, label: str) -> tuple[Status | None, tuple[IssueStyle, ...]]:
    """Return the status that a line says, and each style that says it so; none where it is in other words."""
    words = fold(line)
    styles = [
        IssueStyle(status_label=label, status_alone=not label, status_form=form, status_end=end)
        for form in StatusForm
        for end in _ENDS
    ]
    for status in Status:
        if saying := tuple(style for style in styles if fold(status_line(status, style)) == words):
            return status, saying
    return None, ()


def _without_bracket(split: Split) -> tuple[Split, StatusSaid]:
    """Return a heading without the status that ends it in brackets, and that; as it is where none does."""
    bracket = _BRACKET.search(split.heading)
    if bracket is not None:
        marks = member_of(_BRACKETS, bracket[0][0] + bracket[0][-1])
        styles = [IssueStyle(status_form=form, status_in_heading=True, status_brackets=marks) for form in StatusForm]
        for status in Status:
            if saying := tuple(style for style in styles if status_in_heading(status, style) == bracket[0]):
                return replace(split, heading=split.heading[: bracket.start()].rstrip()), StatusSaid("", status, saying)
    return split, StatusSaid()


def _meant(words: str) -> Status | None:
    """Return the status that the words mean, the whole of them."""
    return next((status for pattern, status in _MEANT if pattern.fullmatch(words)), None)


def common_style(drafts: Sequence[IssueDraft], depth: int, above: int, run_on: bool = False) -> IssueStyle:
    """Return what the issues of one depth share; `above` is the layer of what they stand in."""
    listed = [draft.listed for draft in drafts if draft.listed.measures]
    patterns = [draft.named.pattern for draft in drafts if draft.named]
    said = most_common(style for draft in drafts for style in draft.status.styles) or IssueStyle()
    return IssueStyle(
        label=unusual(most_common(draft.branch.label for draft in drafts), usual_label(above)),
        pattern=unusual(most_common(patterns), _USUAL_PATTERN[depth]),
        form=unusual(most_common(draft.form for draft in drafts), _USUAL_FORM[depth]),
        measures_form=unusual(most_common(each.form for each in listed), ListForm.RUN_IN),
        measures_label=unusual(most_common(each.label for each in listed if not each.is_alone), Label.FIRSTLY),
        **{name: getattr(said, name) for name in _STATUS_FIELDS},
        run_on=run_on,
    )


def finish(
    draft: IssueDraft, styles: tuple[IssueStyle, IssueStyle], depth: int, above: int, numbers: Succession
) -> Issue:
    """Return an issue without what the style of its depth says: that of the issues (0), or of all below them (1)."""
    branch, named, listed, style = draft.branch, draft.named, draft.listed, styles[depth]
    status, line, bracket = _status_beside(draft.status, style)
    if bracket:
        named = None
    inside, below = layer(branch.label), Succession()
    return Issue(
        problem=named.problem if named else "",
        heading="" if named else f"{draft.split.heading}{bracket}",
        number=numbers.out_of_order(branch.number),
        label=unusual(branch.label, style.label or usual_label(above)),
        pattern=unusual(named.pattern if named else None, style.pattern or _USUAL_PATTERN[depth]),
        form=unusual(draft.form, style.form or _USUAL_FORM[depth]),
        heading_end=draft.split.end,
        text="\n".join(listed.text),
        measures=list(listed.measures),
        measures_form=unusual(listed.form, style.measures_form or ListForm.RUN_IN),
        measures_label=listed.label_beside(style.measures_label),
        table=table_of(branch.table),
        sub_issues=[finish(sub, styles, 1, inside, below) for sub in draft.subs],
        closing="\n".join([*listed.closing, *texts_of(branch.after)]),
        status=status,
        status_line=line,
    )


def _status_beside(said: StatusSaid, style: IssueStyle) -> tuple[Status | None, str | None, str]:
    """Return the status, and beside it the line or the bracket as printed where the style does not say them again."""
    if any(_says_statuses_as(one, style) for one in said.styles):
        return said.status, None, ""
    if said.printed:
        return (None if style.status_in_heading else said.status), said.printed, ""
    return None, None, status_in_heading(said.status, said.styles[0]) if said.status and said.styles else ""


def _says_statuses_as(one: IssueStyle, other: IssueStyle) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _STATUS_FIELDS)
