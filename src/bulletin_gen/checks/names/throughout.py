"""Rules on what has one name throughout a bulletin."""

import re
from collections.abc import Iterator
from itertools import islice

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.names.mentions import Mention, mentions
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import CONTEXT
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_MOST_SHORT_NAMES = 20
_NEAR_FEEDBACK = 30
_PLAN = Regex("《[^《》]{0,60}整改(?:落实)?(?:工作)?方案》")
_GROUP = Regex("整改(?:落实)?(?:工作)?领导小组")
_TEAM = Regex(
    "(?P<who>[省市县区旗州]委)(?P<number>第?[一二三四五六七八九十\\d]{1,3})?(?P<kind>巡[察视])(?P<tail>第?[一二三四五六七八九十\\d]{1,3})?组"
)
_SHORT = Regex("（以下(?:统称|简称)为?[“‘]?(?P<short>[^”’（）、或；\n]{1,20})[”’]?）")


@on(
    "names/leading-group",
    Severity.ADVICE,
    title="领导小组前后叫法不同",
    why="同一个领导小组只用一个名称，或先写全称并注明“以下简称”。每份只提一次。",
    source=CONTEXT,
    wrong=("成立巡察反馈意见整改工作领导小组。\n整改领导小组召开会议6次。",),
    right=("成立巡察反馈意见整改工作领导小组。\n整改工作领导小组召开会议6次。", "领导小组召开会议6次。"),
)
def leading_group(manuscript: Manuscript) -> Iterator[Hit]:
    first: Mention | None = None
    for mention in mentions(manuscript, _GROUP):
        first = first or mention
        if mention.words != first.words:
            message = f"“{mention.words}”在前面叫“{first.words}”"
            yield Hit(mention.passage, message, "请统一名称，或注明“以下简称”", mention.start, mention.end)
            return


@on(
    "names/plan",
    Severity.ADVICE,
    title="整改方案前后叫法不同",
    why="同一个方案只用一个名称，或先写全称并注明“以下简称”；确是两个方案的不用理会。每份只提一次。",
    source=CONTEXT,
    wrong=("制定《巡察整改工作方案》。\n根据《园区落实巡察反馈意见整改方案》细化措施。",),
    right=(
        "制定《巡察整改方案》。\n根据《巡察整改方案》细化措施。",
        "制定《整改方案》和《选人用人问题专项整改方案》。",
    ),
)
def plan(manuscript: Manuscript) -> Iterator[Hit]:
    first: Mention | None = None
    for mention in mentions(manuscript, _PLAN):
        if "专项" in mention.words or "审计" in mention.words:
            continue
        first = first or mention
        if mention.words != first.words:
            message = f"{mention.words}与前面的{first.words}名称不同"
            yield Hit(mention.passage, message, "请核对是不是同一个方案", mention.start, mention.end)
            return


@on(
    "names/team-kind",
    Severity.WARNING,
    title="巡察组、巡视组混写",
    why="同一个组前面叫巡察组，后面叫巡视组，必有一处写错。",
    source="《中国共产党巡视工作条例》",
    wrong=("区委第四巡察组开展了巡察。\n区委第四巡视组反馈了意见。",),
    right=("区委第四巡察组开展了巡察。\n省委第二巡视组反馈了意见。",),
)
def team_kind(manuscript: Manuscript) -> Iterator[Hit]:
    kinds: dict[str, str] = {}
    for mention, team in _teams(manuscript):
        name = team["who"] + (team["number"] or "")
        kind = kinds.setdefault(name, team["kind"])
        if kind != team["kind"]:
            yield Hit(mention.passage, f"前面写的是“{name}{kind}组”", "请核对后统一", mention.start, mention.end)


@on(
    "names/team-form",
    Severity.ADVICE,
    title="巡察组的序号写法不统一",
    why="“第六巡察组”和“巡察六组”、“第6巡察组”选一种写法，用到底。每份只提一次。",
    source=CONTEXT,
    wrong=("区委第六巡察组开展了巡察。\n区委巡察六组反馈了意见。",),
    right=("区委第六巡察组开展了巡察。\n区委巡察组反馈了意见。",),
)
def team_form(manuscript: Manuscript) -> Iterator[Hit]:
    first = ""
    for mention, team in _teams(manuscript):
        form = re.sub(
            "[一二三四五六七八九十]{1,3}",
            "一",
            re.sub("\\d{1,3}", "1", f"{team['number'] or ''}组{team['tail'] or ''}"),
        )
        if form == "组":
            continue
        first = first or form
        if form != first:
            yield Hit(mention.passage, f"“{mention.words}”的写法与前面不同", "请统一", mention.start, mention.end)
            return


def _teams(manuscript: Manuscript) -> Iterator[tuple[Mention, re.Match[str]]]:
    for mention in mentions(manuscript, _TEAM):
        match = _TEAM.match(mention.passage.text, mention.start)
        assert match
        yield mention, match


@on(
    "names/team-number",
    Severity.WARNING,
    title="巡察组的序号前后不同",
    why="开展巡察的和反馈意见的应当是同一个组。",
    source=CONTEXT,
    wrong=("区委第六巡察组对园区党工委进行了巡察。\n7月30日，区委第四巡察组反馈了巡察意见。",),
    right=(
        "区委第六巡察组对园区党工委进行了巡察。\n7月30日，区委第六巡察组反馈了巡察意见。",
        "省委第二巡视组、区委第四巡察组反馈了意见。",
    ),
)
def team_number(manuscript: Manuscript) -> Iterator[Hit]:
    """Look at the first two numbered mentions alone: later ones may be of other teams."""
    numbered = ((mention, team) for mention, team in _teams(manuscript) if team["number"])
    pairs = list(islice(numbered, 2))
    if len(pairs) < 2:
        return
    (first, one), (second, other) = pairs
    is_feedback = "反馈" in second.passage.text[second.end : second.end + _NEAR_FEEDBACK]
    is_same = (one["who"], one["kind"]) == (other["who"], other["kind"])
    if is_same and is_feedback and one["number"] != other["number"]:
        yield Hit(second.passage, f"前面开展巡察的是“{first.words}”", "请核对序号", second.start, second.end)


@on(
    "names/short-name-twice",
    Severity.WARNING,
    title="“以下简称”说了两遍",
    why="同一个简称注明一次就够了；两处所指不同的，读者无从分辨。",
    source=CONTEXT,
    wrong=("制定整改方案（以下简称《方案》）。\n印发内控方案（以下简称《方案》）。",),
    right=("制定整改方案（以下简称《方案》）。\n落实《方案》要求，印发内控办法（以下简称《办法》），落实《办法》。",),
)
def short_name_twice(manuscript: Manuscript) -> Iterator[Hit]:
    seen: set[str] = set()
    for mention in mentions(manuscript, _SHORT, "short"):
        if mention.words in seen:
            message = f"“{mention.words}”前面已经作了简称"
            yield Hit(mention.passage, message, "请删去这一处，或换一个简称", mention.start, mention.end)
        seen.add(mention.words)


@on(
    "names/short-name-unused",
    Severity.ADVICE,
    title="注明了“以下简称”，后面没有用",
    why="简称后面没有再出现，注明就是多余的；也可能是后面用了别的叫法。",
    source=CONTEXT,
    wrong=("制定整改方案（以下简称《方案》），明确44项措施。",),
    right=("制定整改方案（以下简称《方案》），按《方案》逐项落实。",),
)
def short_name_unused(manuscript: Manuscript) -> Iterator[Hit]:
    texts = [passage.text for passage in manuscript.passages]
    for mention in islice(mentions(manuscript, _SHORT, "short"), _MOST_SHORT_NAMES):
        if sum(text.count(mention.words) for text in texts) == 1:
            message = f"注明了简称“{mention.words}”，后面却没有用"
            yield Hit(mention.passage, message, "请删去括注，或在后面使用简称", mention.start, mention.end)


THROUGHOUT: tuple[Rule[Manuscript], ...] = (
    leading_group,
    plan,
    team_kind,
    team_form,
    team_number,
    short_name_twice,
    short_name_unused,
)
