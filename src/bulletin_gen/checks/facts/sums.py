"""Rules on parts and wholes: so many in all, and of them so many done, so many left, so many of a kind.

A sum is told only where no choice among the figures of the sentence makes it come out right.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from bulletin_gen.checks.facts.figures import Figure, Sentence, sentences_among, sentences_with, spoken
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Hit, Rule, hit_on, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_COUNTABLE = frozenset("个项条件家户名人处笔起宗份栋套座台支次批期元亩")
_LEAST = 3  # figures: a whole, what is done of it, what is left
_MOST = 8  # figures beside one another that are added up in every way
_CHECK = "请核对这几个数字"
_DONE = Regex("完成|完毕|办结|销号|到位|解决|整改好|已整改|达标|清零")
LEFT = Regex(
    "正在|推进|未完成|尚未|未能|没有完成|长期|持续|需要?[^，。；、]{0,12}(?:安排|推进|解决|完成)|基本完成|进行中|整改中|办理中"
)
ABOUT = Regex("问题|措施|任务|事项|项目|意见|线索|建议|隐患|短板")
# What stands before a part beside how far it has come, and what may follow it at once.
_FILLING = Regex(
    "完成|完毕|办结|销号|到位|解决|整改|达标|清零|正在|推进|尚未|未|没有|长期|持续|需要?|基本|进行中|取得|阶段性|成果|坚持"
    "|问题|措施|任务|事项|项目|全部|按照?|时序|进度|计划|分别|目前|其中|其他|其余|均|现|已经?|了|并|有|还|另|的|和|个"
)
_SAYS_HOW = Regex("[已正完均未尚需长持整基按取全立限分因属涉处由正为是]")
_FEW = 2  # characters that name nothing of their own
_NUMBER = Regex(r"[\d二两三四五六七八九十]")
_REST = Regex("(?:其余|剩余|余下|剩下|另外)(?:的)?(?:还有)?$")
_OF_WHICH = Regex("其中")
_OVERLAP = Regex("兼|交叉|重叠|重复|既")  # one may be counted as two
_BESIDE = Regex("[^，。；、等]{0,12}[，、][^，。；、等\\d]{0,16}")
_TOTAL = Regex("(?:共计?|合计|总计|一共|累计共?)$")


def alike(figures: Sequence[Figure], unit: str) -> list[Figure]:
    """Return the exact figures of one unit."""
    return [figure for figure in figures if figure.unit == unit and not figure.is_rough]


def adds_up(whole: Figure, parts: Sequence[Figure], last: Sequence[Figure], least: int = 0) -> bool:
    """Is there a choice of `least` or more `parts` that, with `last`, makes up the whole, as far as their digits go?"""
    given = _added(last)
    steps = [figure.step for figure in (whole, *parts, *last)]
    slack = max(steps) if len(set(steps)) > 1 else Fraction(0)  # what is rounded may be off by less than a digit
    chosen = (choice for size in range(least, len(parts) + 1) for choice in combinations(parts, size))
    gaps = (abs(whole.value - given - _added(choice)) for choice in chosen)
    return any(gap == 0 or gap < slack for gap in gaps)


def _added(figures: Sequence[Figure]) -> Fraction:
    return sum((figure.value for figure in figures), Fraction(0))


@on(
    "arithmetic/parts-of-whole",
    Severity.ERROR,
    title="已完成与未完成的合计不等于总数",
    why="总数、已完成数、正在整改数写在一句话里，读者一加就知道对不对。",
    source="算术",
    wrong=(
        "反馈的18个具体问题中，16个已整改完毕，1个正在推进。",
        "反馈的12个问题已完成整改9个、正在整改2个、需长期坚持整改2个。",
        "涉及审计问题13个，完成销号6个，按照时序推进8个。",
    ),
    right=(
        "反馈的18个具体问题中，17个已整改完毕，1个正在推进。",
        "反馈的12个问题已完成整改9个、基本完成1个、正在整改2个。",
        "制定的42项整改措施已完成35项，其他任务按照时序推进。",
        "反馈的12个问题已完成整改10个，正在整改2个；42项措施已完成39项，正在推进3项。",
        "6个问题已完成整改5个，其中立行立改3个，正在整改1个。",
        "针对12个问题召开会议3次，办结信访件5个，正在办理2个。",
    ),
)
def parts_of_whole(manuscript: Manuscript) -> Iterator[Hit]:
    for whole, parts, done, left in progress_told(manuscript, LEFT):
        others = [part for part in parts if part not in left]
        if done and left and len(parts) <= _MOST and not adds_up(whole, others, left):
            figures = "、".join(figure.words for figure in (*done, *left))
            yield hit_on(whole, f"总数是{whole.words}，分项却是{figures}，合计不等于总数", _CHECK)


class Progress(NamedTuple):
    """How many there are in all, the figures that follow, and which of them are done and which are left."""

    whole: Figure
    parts: tuple[Figure, ...]
    done: tuple[Figure, ...]
    left: tuple[Figure, ...]


def progress_told(manuscript: Manuscript, pattern: Regex) -> Iterator[Progress]:
    """Yield what is said of how far something has come, in the paragraphs in which the pattern may match.

    Figures are read in those alone that name a unit as often as a whole with two parts does.
    """
    counting = (
        passage
        for passage in manuscript.for_any_of(pattern)
        if any(passage.text.count(unit) >= _LEAST for unit in _COUNTABLE)
    )
    return (found for sentence in sentences_among(counting) for found in _progress_in(sentence))


def _progress_in(sentence: Sentence) -> Iterator[Progress]:
    """Yield what a sentence says of how far something has come, where it names two parts or more."""
    for whole, parts in _wholes(sentence):
        named = [part for part in parts if _is_part(part)]
        done, left = (tuple(filter(is_so, named)) for is_so in (_is_done, _is_left))
        yield Progress(whole, tuple(parts), done, left)


def _wholes(sentence: Sentence) -> Iterator[tuple[Figure, list[Figure]]]:
    """Yield each figure that a sentence says of how many there are in all, and the figures of the same unit up to the
    next one, in a sentence with as many of them as a whole has with two parts."""
    figures = [figure for figure in sentence.figures if figure.unit in _COUNTABLE]
    for unit in dict.fromkeys(figure.unit for figure in figures):
        same = [figure for figure in figures if figure.unit == unit]
        if len(same) < _LEAST or any(figure.is_rough for figure in same):
            continue
        heads = [at for at, figure in enumerate(same) if _is_whole(figure)]
        for number, at in enumerate(heads):
            until = heads[number + 1] if number + 1 < len(heads) else len(same)
            yield same[at], same[at + 1 : until]


def _is_whole(figure: Figure) -> bool:
    """Does a figure say how many there are: 18个问题中, 涉及问题13个, 42项措施已完成…; not 17个问题整改完毕."""
    if _says_how_far(figure.before):
        return False
    after = figure.after[:12]
    if not ABOUT.search(after):
        return ABOUT.search(figure.before[-6:]) is not None
    rest = after[_last_end(ABOUT, after) :]
    return not _says_how_far(rest) or _NUMBER.search(rest) is not None


def _says_how_far(text: str) -> bool:
    return bool(_DONE.search(text) or LEFT.search(text))


def _last_end(pattern: Regex, text: str) -> int:
    return max(match.end() for match in pattern.finditer(text))


def _is_part(figure: Figure) -> bool:
    """Does a figure count what the whole counts: 已完成整改9个, 17个问题; not 办结信访件5个, 5个村正在实施?"""
    after = figure.after
    names_it = after == "" or ABOUT.search(after) or _SAYS_HOW.match(after)
    return bool(names_it) and len(_FILLING.sub("", _NUMBER.split(figure.before)[-1])) <= _FEW


def _is_done(figure: Figure) -> bool:
    return not _is_left(figure) and bool(_DONE.search(figure.before[-10:]) or _DONE.search(figure.after[:12]))


def _is_left(figure: Figure) -> bool:
    """Is it said, just before a figure or on from it up to the next, that so many are not done?"""
    after = _NUMBER.split(figure.after, maxsplit=1)[0]
    return bool(LEFT.search(figure.before[-10:]) or (not _DONE.search(figure.before[-10:]) and LEFT.search(after)))


@on(
    "arithmetic/rest-of-whole",
    Severity.ERROR,
    title="“其余几个”与总数减去前面的不等",
    why="“其余”就是总数减去前面说过的，差一个就是错。",
    source="算术",
    wrong=(
        "对11家校办企业分类处置，保留2家、划转3家、关闭5家，其余2家正在注销。",
        "发现的47个问题已整改45个，其余3个正在推进。",
    ),
    right=(
        "对11家校办企业分类处置，保留2家、划转3家、关闭5家，其余1家正在注销。",
        "发现的47个问题已整改45个，整改率95.7%，其余2个正在推进。",
        "向131名患者退款，其余6名患者无法联系。",
        "破损的设施713处，属于质量问题的268处无偿返修，其余445处列入计划，已修复397处。",
    ),
)
def rest_of_whole(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, _REST):
        for at, rest in enumerate(sentence.figures):
            is_rest = _REST.search(rest.before) is not None
            before = [figure for figure in sentence.figures[:at] if is_rest and figure.unit == rest.unit]
            is_exact = not any(figure.is_rough for figure in (*before, rest))
            if not (is_exact and 2 <= len(before) <= _MOST):
                continue
            if not any(adds_up(whole, before[n + 1 :], [rest], 1) for n, whole in enumerate(before[:-1])):
                parts = "、".join(figure.words for figure in before)
                yield hit_on(rest, f"前面说的是{parts}，与“其余{rest.words}”合不起来", _CHECK)


@on(
    "arithmetic/sum",
    Severity.ERROR,
    title="“共几个”与前面各项之和不等",
    why="几项并列之后用“共”“合计”收总，收总的数必须是各项之和。",
    source="算术",
    wrong=(
        "将事项细化为重大决策9项、人事任免5项、项目安排6项、资金使用8项，共29项。",
        "查出无证27个、超量16个、计量不全38个，合计80个。",
        "书记主持召开调度会8次，班子成员召开推进会16次，共25次。",
    ),
    right=(
        "将事项细化为重大决策9项、人事任免5项、项目安排6项、资金使用8项，共28项。",
        "共召开会议3次、印发通报2期，共解决难题12个。",
        "检查企业45家，停业3家、关闭9家，共12家。",
        "退还甲村3.2万元、乙村4.15万元，共7.4万元。",
    ),
)
def sum_of_parts(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, _TOTAL):
        for at, total in enumerate(sentence.figures):
            before = sentence.figures[:at]
            run = _run(sentence, before, total) if _TOTAL.fullmatch(total.before) and not total.is_rough else []
            if len(run) >= 2 and not adds_up(total, alike(before, total.unit)[-_MOST:], [], 1):
                parts = "、".join(figure.words for figure in run)
                message = f"{parts}相加是{spoken(_added(run), run[-1])}，这里却说“{total.before}{total.words}”"
                yield hit_on(total, message, _CHECK)


def _run(sentence: Sentence, before: Sequence[Figure], total: Figure) -> list[Figure]:
    """Return the figures of one unit, side by side, that stand right before a total."""
    run: list[Figure] = []
    later = total.start
    for figure in reversed(before):
        gap = sentence.between(figure.end, later)
        if figure.unit != total.unit or figure.is_rough or not _BESIDE.fullmatch(gap):
            break
        run.insert(0, figure)
        later = figure.start
    return run


@on(
    "arithmetic/more-than-all",
    Severity.ERROR,
    title="部分比全部还多",
    why="“5家单位中6家”这样的句子不可能成立，总有一个数字写错了。",
    source="算术",
    wrong=(
        "抽查的5家单位中，有6家没有建立台账。",
        "反馈的12个问题已完成整改13个。",
        "发放补贴10户，其中脱贫户12户。",
    ),
    right=(
        "抽查的6家单位中，有5家没有建立台账。",
        "反馈的12个问题中，42项措施已完成。",
        "每个村发放补贴10户，其中脱贫户8户；走访群众12户。",
        "培训干部30人，其中3期共120人次。",
    ),
)
def more_than_all(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, *_SOME_OF):
        for whole, part in _pairs(sentence):
            if part.value > whole.value and not whole.is_rough:
                yield hit_on(part, f"总数只有{whole.words}，这里却说“{part.words}”", _CHECK)


_AMONG = Regex("[^，。；、\\d]{0,15}中(?![标心央小国层级学介共期旬途])，?[^，。；、\\d]{0,12}")
_OF_WHOLE = Regex("[^。；\\d]{0,15}，?（?其中，?[^，。；、\\d]{0,12}")
_DONE_OF = Regex(
    "[^，。；、\\d]{0,8}(?:问题|措施|任务|事项)，?(?:现)?(?:已|均已)?(?:完成|整改|办结|解决)(?:了)?(?:整改|销号)?(?:完成|到位)?"
)

_SOME_OF = (_AMONG, _OF_WHOLE, _DONE_OF)


def _pairs(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Yield two figures of one unit side by side of which the second is said to be some of the first."""
    for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
        alike_units = first.unit == second.unit and first.unit in _COUNTABLE and second.start - first.end <= 40
        between = sentence.between(first.end, second.start) if alike_units else ""
        if alike_units and any(pattern.fullmatch(between) for pattern in _SOME_OF):
            yield first, second


@on(
    "arithmetic/among-them",
    Severity.WARNING,
    title="“其中”各项之和超过总数",
    why="“其中”后面是总数的一部分，几部分互不重叠时，加起来不能比总数大。",
    source="算术",
    wrong=("追缴资金10万元，其中甲公司6.5万元、乙公司4.2万元。", "修订制度8项，其中党建类5项、财务类4项。"),
    right=(
        "追缴资金10万元，其中甲公司6.5万元、乙公司3.5万元。",
        "培训干部30人，其中党员25人、女性12人。",
        "产业增加值651.8亿元，其中服务业597.6亿元；营业收入1921.4亿元。",
    ),
)
def among_them(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, _OF_WHICH):
        for match in _OF_WHICH.finditer(sentence.text) if not _OVERLAP.search(sentence.text) else ():
            at = sentence.start + match.end()
            parts = _listed(sentence, at)
            before = [figure for figure in sentence.figures if figure.end < at]
            whole = before[-1] if before else None
            if whole is None or len(parts) < 2 or whole.is_rough or whole.unit in "人名" or parts[0].unit != whole.unit:
                continue
            if _added(parts) > whole.value and max(p.value for p in parts) <= whole.value:
                words = "、".join(part.words for part in parts)
                yield hit_on(whole, f"总数是{whole.words}，其中{words}，相加超过了总数", "请核对；各项有重叠的，请说明")


def _listed(sentence: Sentence, at: int) -> list[Figure]:
    """Return the figures of one unit from a place on that stand side by side, with 、 between them."""
    listed: list[Figure] = []
    later = at
    for figure in (figure for figure in sentence.figures if figure.start >= at):
        gap = sentence.between(later, figure.start)
        if figure.is_rough or (listed and (figure.unit != listed[0].unit or not _SIDE_BY_SIDE.fullmatch(gap))):
            break
        listed.append(figure)
        later = figure.end
    return listed


_SIDE_BY_SIDE = Regex("[^，。；、（）]{0,12}、[^，。；、（）\\d]{1,15}")


SUMS: tuple[Rule[Manuscript], ...] = (parts_of_whole, rest_of_whole, sum_of_parts, more_than_all, among_them)
