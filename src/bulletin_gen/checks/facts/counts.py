"""Rules on what is said to be so many and can be counted in the text: problems, dimensions, items of a list."""

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_gen.checks.facts.figures import Figure, Sentence, sentences_with
from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.outline import Entry, grouped, outline
from bulletin_gen.checks.rule import Hit, Rule, each_anywhere, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.labels import HAN
from bulletin_gen.text.numerals import han_number, han_value, whole_number
from bulletin_gen.text.regex import Regex

_PROBLEM_NOUN = Regex("(?:突出|具体|主要|重点|个性|共性)?问题")
_TIER_NOUN = Regex(f"领域|方面|大类|类|具体表现|{_PROBLEM_NOUN.pattern}")
_CHAINED = Regex("(?:领域|方面|大类|类|问题|具体表现)?[，、]?(?:共|的|中的|涉及)?")
_TOLD = Regex("(?:反馈|指出|提出)[^，。；：、]{0,6}$|(?:细化|分解|拆分|梳理|归纳|归并)[^，。；：、]{0,4}[成为出]$")
# What counts other problems than those of the feedback.
_OTHERS = Regex(
    r"\d{4}年|审计|专项|自查|排查|举一反三|上[一]?轮|以往|此前|其中|立行立改|选人用人|意识形态|信访|民主生活会|剩余|其余"
)
_SOME = Regex("重点|主要|部分|突出")  # a heading of results that need not tell of all
_PROBLEM = Regex("问题")
_PROBLEM_OR_STATE = Regex("问题|整改")
_LEAST, _NEAR = 3, 5  # headings that make a list; a figure stands against a list that differs by no more than a fifth


class Tier(NamedTuple):
    figure: Figure
    noun: str


class _Level(NamedTuple):
    """The headings of one form below the results."""

    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> tuple[int, int]:
        """How many headings there are, and how many problems they quote: one may quote several."""
        return len(self.entries), sum(entry.quoted for entry in self.entries)

    @property
    def are_problems(self) -> bool:
        return all(entry.problem == entry.heading or _PROBLEM.search(entry.heading) for entry in self.entries)


class _Mismatch(NamedTuple):
    tier: Tier
    level: _Level


@once
def tiers_in(manuscript: Manuscript) -> tuple[tuple[Sentence, list[Tier]], ...]:
    """Return the sentences that declare something of the feedback, each with its `tiers`."""
    told = ((sentence, tiers(sentence)) for sentence in sentences_with(manuscript, _PROBLEM))
    return tuple((sentence, found) for sentence, found in told if found)


def tiers(sentence: Sentence) -> list[Tier]:
    """Return what a sentence declares of the feedback, tier by tier: 3个方面12个问题, or 反馈的12个问题."""
    found: list[Tier] = []
    for figure in sentence.figures if _PROBLEM.search(sentence.text) else ():
        noun = _TIER_NOUN.match(figure.after)
        if noun and not figure.is_rough and figure.unit in "个项类条大" and not _OTHERS.search(figure.clause):
            found.append(Tier(figure, noun[0]))
    return [tier for tier in found if _is_total(tier, found)]


def _is_total(tier: Tier, tiers: list[Tier]) -> bool:
    """Is a tier one of a chain (3个方面、12个问题), or said to be what was fed back?"""
    text = tier.figure.passage.text
    ends = ((other.figure.end, tier.figure.start) for other in tiers if other.figure.end <= tier.figure.start)
    begins = ((tier.figure.end, other.figure.start) for other in tiers if other.figure.start >= tier.figure.end)
    chained = any(_CHAINED.fullmatch(text, start, end) for start, end in (*ends, *begins))
    return chained or _TOLD.search(tier.figure.before) is not None


def _levels(manuscript: Manuscript) -> list[_Level]:
    """Return the headings by form, of the part that tells of the problems; none where it tells only of some."""
    tops = [entry for entry in outline(manuscript) if entry.above is None]
    problems = [entry for entry in tops if _is_problem(entry)]
    if len(problems) >= _LEAST:
        return [_Level(tuple(problems))]
    parts = [entry for entry in tops if any(map(_is_problem, entry.all_below()))]
    if len(parts) != 1 or _SOME.search(parts[0].heading):
        return []
    forms = grouped(parts[0].all_below())
    return [_Level(tuple(entries)) for entries in forms.values() if len(entries) >= _LEAST]


def _is_problem(entry: Entry) -> bool:
    is_whole = entry.problem == entry.heading  # 问题1：学习不深入
    return bool(entry.problem) and (is_whole or _PROBLEM_OR_STATE.search(entry.heading) is not None)


@once
def _mismatches(manuscript: Manuscript) -> tuple[_Mismatch, ...]:
    return tuple(_unmatched(manuscript))


def _unmatched(manuscript: Manuscript) -> Iterator[_Mismatch]:
    """Yield each declared tier that no level has as many of, while one that no other tier counts has nearly as many."""
    levels = _levels(manuscript)
    numbers = {number for level in levels for number in level.numbers}
    told: set[tuple[int, str]] = set()
    if not levels or (manuscript.is_source and manuscript.spec and _declares(manuscript)):
        return
    for _, declared in tiers_in(manuscript):
        said = {int(tier.figure.value) for tier in declared}
        for tier in declared:
            number = int(tier.figure.value)
            near = [level for level in levels if _is_near(tier, level) and len(level.entries) not in said]
            if number not in numbers and near and (number, tier.noun) not in told:
                told.add((number, tier.noun))
                yield _Mismatch(tier, near[0])


def _declares(manuscript: Manuscript) -> bool:
    results = manuscript.spec.bulletin.results if manuscript.spec else None
    return bool(results and results.counts)


def _is_near(tier: Tier, level: _Level) -> bool:
    """Can a tier count a level: nearly as many, or one more or less where the headings are called what is counted?"""
    said, listed = int(tier.figure.value), len(level.entries)
    is_called_so = all(tier.noun in entry.heading for entry in level.entries) or _is_of_problems(tier, level)
    return abs(said - listed) * _NEAR <= max(said, listed) or (abs(said - listed) == 1 and is_called_so)


def _is_of_problems(tier: Tier, level: _Level) -> bool:
    return level.are_problems and _PROBLEM_NOUN.fullmatch(tier.noun) is not None


def _told(found: _Mismatch) -> Hit:
    figure, noun = found.tier
    entries = found.level.entries
    words = f"{figure.words}{noun}"
    first, last = entries[0].passage.where.line, entries[-1].passage.where.line
    lines = f"（第{first}—{last}行）" if first and last else ""
    message = f"这里说“{words}”，下面“{entries[0].label.value}”这一级的标题却有{len(entries)}个{lines}"
    hint = "请核对数字，或补全、删减所列的内容"
    return Hit(figure.passage, message, hint, figure.start, figure.end + len(noun))


_OPENING = "根据县委统一部署，县委第一巡察组对柳塘镇党委开展了巡察。"
_FIVE = (
    "一、关于“学习不深入”问题的整改情况\n一是制定学习计划。\n"
    "二、关于“台账不健全”问题的整改情况\n一是补建台账。\n"
    "三、关于“帮扶不到位”问题的整改情况\n一是走访农户。\n"
    "四、关于“财务不规范”问题的整改情况\n一是修订制度。\n"
    "五、关于“监督不经常”问题的整改情况\n一是开展检查。"
)


@on(
    "arithmetic/issues-do-not-add-up",
    Severity.ERROR,
    title="所说的问题个数与所列的不一致",
    why="读者会逐条数。前面说反馈了几个问题，后面就应当列出几个；多一个少一个，都让人怀疑漏报或者凑数。",
    source="前后文",
    wrong=(f"{_OPENING}针对反馈的6个问题，镇党委制定了整改方案。\n{_FIVE}",),
    right=(
        f"{_OPENING}针对反馈的5个问题，镇党委制定了整改方案。\n{_FIVE}",
        f"{_OPENING}针对反馈的3个方面5个问题，镇党委制定了整改方案。\n{_FIVE}",
        f"{_OPENING}举一反三排查出6个问题，均已解决。\n{_FIVE}",
        f"{_OPENING}针对反馈的6个问题，镇党委制定了整改方案。\n" + _FIVE.replace("“学习", "“研讨走过场”“学习"),
        f"{_OPENING}针对反馈的23个问题，现将其中群众关心的整改情况公布如下。\n{_FIVE}",
    ),
)
def issues_do_not_add_up(manuscript: Manuscript) -> Iterator[Hit]:
    for found in _mismatches(manuscript):
        if _is_of_problems(found.tier, found.level):
            yield _told(found)


_DIMENSIONS = (
    "一、整改落实情况\n"
    "（一）政治建设方面\n1.关于“学习不深入”的整改情况\n一是制定学习计划。\n2.关于“落实打折扣”的整改情况\n一是建立台账。\n"
    "（二）作风建设方面\n3.关于“服务不主动”的整改情况\n一是上门办理。\n4.关于“调研走过场”的整改情况\n一是改进方式。\n"
    "（三）组织建设方面\n5.关于“组织生活不严肃”的整改情况\n一是补课。"
)


@on(
    "arithmetic/dimensions-do-not-add-up",
    Severity.WARNING,
    title="所说的方面、领域、表现个数与各级标题对不上",
    why="“几个领域、几个方面、几个问题”一般与各级标题一一对应；有一级对不上，读者会以为漏了内容。",
    source="前后文",
    wrong=(f"梳理出反馈意见指出的3个领域、6个方面的18个具体问题。\n{_DIMENSIONS}",),
    right=(
        f"梳理出反馈意见指出的3个领域、5个方面的18个具体问题。\n{_DIMENSIONS}",
        f"梳理出反馈意见指出的3个方面18个具体问题。\n{_DIMENSIONS}",
    ),
)
def dimensions_do_not_add_up(manuscript: Manuscript) -> Iterator[Hit]:
    for found in _mismatches(manuscript):
        if not _is_of_problems(found.tier, found.level):
            yield _told(found)


# Quoted items side by side, and the number that sums them up: “甲”“乙”“丙”三个问题; not “甲”“乙”、3个问题.
_QUOTED_LIST = Regex(r"“[^“”《》。；]{1,40}”(?:[、和及与]?“[^“”《》。；]{1,40}”){1,12}(?P<deng>等)?")
_TITLES = Regex(r"《[^《》。；]{1,60}》(?:[、和及与]?《[^《》。；]{1,60}》){1,12}(?P<deng>等)?")
_ITEM = Regex("[“《]")
_SUMMED = Regex(
    r"(?P<number>\d{1,3}|[二两三四五六七八九十]{1,3})(?:[个项种](?!月)|大(?=行动|工程|专项|任务|计划|举措|体系|机制))"
)


@on(
    "arithmetic/list-count",
    Severity.ERROR,
    title="引号、书名号并列的项数与所说的个数不一致",
    why="并列的几项后面用数字收总，数字必须是前面的项数；有“等”字的，列出的不能比总数多。",
    source="算术",
    wrong=(
        "修订了《考勤办法》《请假办法》《值班办法》两项制度。",
        "整治“虚、拖、散、慢”“推诿扯皮”“吃拿卡要”等2种现象。",
    ),
    right=(
        "修订了《考勤办法》《请假办法》等5项制度。",
        "实施“强基”“铸魂”“赋能”三大行动。",
        "落实《工作规则》《议事规则》要求，制定3项制度。",
        "印发《通知》《方案》5份。",
        "开展“学习进机关”“学习进社区”2023年活动。",
    ),
)
@each_anywhere(_QUOTED_LIST, _TITLES)
def list_count(passage: Passage) -> Iterator[Hit]:
    for pattern in (_QUOTED_LIST, _TITLES):
        for match in pattern.finditer(passage.text):
            summed = _SUMMED.match(passage.text, match.end())
            listed, number = len(_ITEM.findall(match[0])), whole_number(summed["number"]) if summed else 0
            if summed and (listed > number or (listed < number and not match["deng"])):
                message = f"前面列了{listed}项，这里却说“{summed[0]}”"
                yield Hit(passage, message, "请核对个数；没有列全的加“等”字", match.start(), summed.end())


# 重点抓好三个方面工作：一是…
_INLINE_HEAD = Regex(
    r"(?P<words>(?P<number>\d{1,2}|[二两三四五六七八九十]{1,3})(?:个方面|项|个|点|条|件)[^，。；：、\d]{0,10})：一是"
)
_NTH = Regex(rf"(?:^|[。；：，])(?P<number>{HAN})是")


@on(
    "arithmetic/announced-list",
    Severity.ERROR,
    title="“抓好三项工作：一是…”所说的项数与后面列的不一致",
    why="冒号前说了几项，后面“一是、二是”就应当有几项。",
    source="前后文",
    wrong=("重点抓好三个方面工作：一是建立台账。二是定期调度。",),
    right=(
        "重点抓好三个方面工作：一是建立台账。二是定期调度。三是限期销号。",
        "召开会议3次：一是传达反馈意见。二是部署整改。",
    ),
)
@each_anywhere(_INLINE_HEAD)
def announced_list(passage: Passage) -> Iterator[Hit]:
    for match in _INLINE_HEAD.finditer(passage.text):
        said, listed = whole_number(match["number"]), 0
        for nth in _NTH.finditer(passage.text, match.end() - len("：一是")):
            if han_value(nth["number"]) != listed + 1:
                break
            listed += 1
        if 1 < listed != said:
            message = f"这里说“{match['words']}”，后面列到“{han_number(listed)}是”为止"
            yield Hit(
                passage, message, "请核对项数，或补全所列的内容", match.start(), match.start() + len(match["words"])
            )


# 成立3个工作组：综合组、督导组、宣传组。 Its items hold no mark of their own.
_COLON_LIST = Regex(
    r"(?P<words>(?P<number>\d{1,2}|[二两三四五六七八九十]{1,3})(?:个|项|类|种)[^，。；：、\d]{1,10})："
    r"(?!一是|第一|[\d①])(?P<items>[^，。；：、“”《》（）]{2,12}(?:、[^，。；：、“”《》（）和及与]{2,12}){1,15})(?=[。；])"
)


@on(
    "arithmetic/colon-list",
    Severity.WARNING,
    title="冒号前说的个数与冒号后列的不一致",
    why="“成立3个工作组：”后面列了4个，读者不知道哪个对。",
    source="前后文",
    wrong=("成立3个工作组：综合协调组、督导检查组、资料档案组、宣传报道组。",),
    right=(
        "成立3个工作组：综合协调组、督导检查组、资料档案组。",
        "成立5个工作组：综合协调组、督导检查组、资料档案组等。",
        "抓好3项工作：一是学习、宣传。二是排查、整治。三是总结、提升。",
    ),
)
@each_anywhere(_COLON_LIST)
def colon_list(passage: Passage) -> Iterator[Hit]:
    for match in _COLON_LIST.finditer(passage.text):
        said, listed = whole_number(match["number"]), match["items"].count("、") + 1
        if listed > said or (listed < said and "等" not in match["items"][-6:]):
            message = f"这里说“{match['words']}”，冒号后面列了{listed}项"
            yield Hit(passage, message, "请核对个数，或补全所列的内容", match.start(), match.end())


COUNTS: tuple[Rule[Manuscript], ...] = (
    issues_do_not_add_up,
    dimensions_do_not_add_up,
    list_count,
    announced_list,
    colon_list,
)
