"""Rules on what a bulletin's title and opening must not lack.

What the author of a spec may leave out, and says so by leaving it out, is asked of texts alone: title, feedback.
"""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.structure.completeness.whole import (
    CUSTOM,
    WHOLE_TEXT,
    Whole,
    asked_of_a_whole,
    bulletin_text,
    missing_at,
)
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex


@on(
    "completeness/title",
    Severity.WARNING,
    title="没有标题",
    why="公文标题由发文机关名称、事由和文种组成；只贴正文，读者不知道是谁的通报。",
    source="GB/T 9704-2012 7.3.1；《党政机关公文处理工作条例》第九条",
    wrong=(bulletin_text(title=""),),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def title_missing(whole: Whole) -> Iterator[Hit]:
    if not whole.title and not whole.manuscript.is_source:
        yield missing_at(whole.first, "没有标题", "请补上标题，如“中共××委员会关于巡察整改情况的通报”")


_INSPECTED = Regex("巡[察视]")
_TEAM = Regex("巡[察视][^，。；]{0,8}[组办]|巡[察视][^，。；]{0,4}(?:专班|机构)|检查组|督导组")
_DAY = Regex(r"\d{1,4}[年月日]")
_ANNOUNCED = Regex("现(?:就|对|将)?[^。]{2,80}(?:公布|公开|公示|通报|报告|公告)|予以(?:公布|公开|公示)")


@on(
    "completeness/basis",
    Severity.WARNING,
    title="没有交代巡察",
    why="开头要说明根据什么部署、什么时候、由哪个组对谁开展了巡察，读者才知道整改从何而来。",
    source=CUSTOM,
    wrong=(
        bulletin_text(basis="", feedback="5月28日，县委向柳塘镇党委反馈了意见。", publication="现将整改情况予以公布。"),
    ),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def basis_missing(whole: Whole) -> Iterator[Hit]:
    if not whole.opens_with(_INSPECTED):
        yield missing_at(whole.first, "开头没有交代巡察（根据什么部署、何时、由谁、对谁）", "请在第一段补上")


@on(
    "completeness/team",
    Severity.WARNING,
    title="没有写是哪个巡察组",
    why="读者要知道是哪一级的哪个组提出了这些问题。",
    source=CUSTOM,
    wrong=(
        bulletin_text(
            basis="根据县委统一部署，2024年3月1日至4月30日，柳塘镇党委接受了巡察。",
            feedback="5月28日，县委反馈了巡察意见。",
        ),
    ),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def team_missing(whole: Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_TEAM):
        yield missing_at(whole.first, "开头没有写是哪个巡察组", "请写明，如“县委第一巡察组”")


@on(
    "completeness/period",
    Severity.ADVICE,
    title="没有写巡察的时间",
    why="通报的开头一般写明巡察的起止日期。",
    source=CUSTOM,
    wrong=(
        bulletin_text(
            basis="根据县委统一部署，县委第一巡察组对柳塘镇党委开展了巡察，",
            feedback="并向柳塘镇党委反馈了巡察意见。",
        ),
    ),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def period_missing(whole: Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_DAY):
        yield missing_at(whole.first, "开头没有写巡察和反馈的日期", "请补上起止日期和反馈日期")


@on(
    "completeness/feedback",
    Severity.WARNING,
    title="没有交代反馈",
    why="整改针对的是反馈的意见；何时、由谁反馈，开头要有一句。",
    source=CUSTOM,
    wrong=(bulletin_text(feedback=""),),
    right=(WHOLE_TEXT, bulletin_text(feedback="5月28日，县委巡察组向柳塘镇党委通报了巡察发现的问题。")),
)
@asked_of_a_whole
def feedback_missing(whole: Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_TOLD_BACK) and not whole.manuscript.is_source:
        yield missing_at(whole.first, "开头没有交代反馈（何时、由谁、向谁反馈了意见）", "请补上一句")


_TOLD_BACK = Regex("反馈|通报了|提出了?[^。]{0,10}(?:意见|要求|问题)|指出")


@on(
    "completeness/publication",
    Severity.WARNING,
    title="没有“现将…予以公布”",
    why="开头要有一句过渡：根据什么规定，现将什么公布。",
    source=CUSTOM,
    wrong=(bulletin_text(publication=""),),
    right=(WHOLE_TEXT, bulletin_text(publication="现将巡察整改情况通报如下。")),
)
@asked_of_a_whole
def publication_missing(whole: Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_ANNOUNCED):
        yield missing_at(
            whole.opening[-1],
            "开头没有“现将…情况予以公布”一句",
            "请补上，如“按照巡察工作有关要求，现将巡察整改情况予以公布”",
        )


OPENING: tuple[Rule[Manuscript], ...] = (
    title_missing,
    basis_missing,
    team_missing,
    period_missing,
    feedback_missing,
    publication_missing,
)
