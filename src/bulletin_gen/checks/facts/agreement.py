"""Rules on what is said in two places: the same must be said to be as many."""

from collections.abc import Iterator
from itertools import dropwhile, islice

from bulletin_gen.checks.facts.counts import Tier, tiers_in
from bulletin_gen.checks.facts.figures import Figure, Sentence, sentences, sentences_with
from bulletin_gen.checks.facts.sums import Progress, progress_told
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.outline import text_passages
from bulletin_gen.checks.rule import Hit, Rule, hit_on, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_MEASURES = Regex("(?:具体)?(?:整改)?措施")
_MADE = Regex("(?:制定|提出|形成|细化|明确)了?[^，。；：、]{0,4}$|制定的$")
_OTHER_MEASURES = Regex("专项|审计|选人用人|意识形态|每[个项条]|分别|新增|补充")


def _differs(first: Figure, words: str, figure: Figure, here: str) -> Hit:
    message = f"{first.passage.place}说“{words}”，这里却说“{here}”"
    end = figure.start + len(here)
    return Hit(figure.passage, message, "请核对，统一成一个数；说的不是一回事的，换用不同的名称", figure.start, end)


@on(
    "arithmetic/total-said-twice",
    Severity.WARNING,
    title="同一个名称前后两个数",
    why="“15个具体问题”与“46项具体问题”用的是同一个名称，读者不知道哪一个是反馈的数目。",
    source="前后文",
    wrong=(
        "对照反馈的4个方面15个问题，镇党委逐条拆分为46项具体问题。\n目前，反馈的4个方面15个具体问题已办结。",
        "针对巡察反馈的4个方面12个问题，制定整改方案。\n截至10月底，巡察反馈的4个方面13个问题已完成整改。",
    ),
    right=(
        "对照反馈的4个方面15个问题，镇党委逐条拆分为46项具体表现。\n目前，反馈的4个方面15个问题已办结。",
        "针对巡察反馈的12个问题，制定整改方案。\n审计反馈的5个问题已完成整改。",
        "针对县委巡察反馈的12个问题，制定整改方案。\n市委巡视反馈的9个问题已完成整改。",
        "针对巡察反馈的4个方面12个问题，制定整改方案。\n12个问题中，已完成整改10个问题。",
    ),
)
def total_said_twice(manuscript: Manuscript) -> Iterator[Hit]:
    first: dict[tuple[str, bool], Tier] = {}
    for sentence, declared in tiers_in(manuscript):
        for tier in declared:
            known = first.setdefault((tier.noun, "巡视" in sentence.text), tier)
            if known.figure.value != tier.figure.value and known.figure.passage is not tier.figure.passage:
                words, here = (f"{one.figure.words}{one.noun}" for one in (known, tier))
                yield _differs(known.figure, words, tier.figure, here)


@on(
    "arithmetic/measures-said-twice",
    Severity.WARNING,
    title="整改措施的条数前后不一致",
    why="制定了多少条措施，全文只能有一个数；完成情况要以同一个总数来算。",
    source="前后文",
    wrong=("党委制定了42条整改措施。\n截至9月底，制定的43项整改措施已完成35项。",),
    right=(
        "党委制定了42条整改措施。\n截至9月底，制定的42项整改措施已完成35项。",
        "党委制定了42条整改措施。\n针对审计问题制定了6条整改措施。",
    ),
)
def measures_said_twice(manuscript: Manuscript) -> Iterator[Hit]:
    first: Figure | None = None
    for sentence in sentences_with(manuscript, _MEASURES):
        for figure in sentence.figures if not _OTHER_MEASURES.search(sentence.text) else ():
            noun = _MEASURES.match(figure.after)
            if (
                noun
                and not figure.is_rough
                and figure.unit in "条项个"
                and figure.value > 5
                and _MADE.search(figure.before)
            ):
                first = first or figure
                if figure.value != first.value:
                    yield _differs(first, f"{first.words}{noun[0]}", figure, f"{figure.words}{noun[0]}")


_COUNTED = Regex("[\u4e00-\u9fff]{8}$")  # 整改领导小组会议, and so many
_MEETING = Regex("整改|领导小组")
_WHEN = Regex("年|月|季度|今年|去年|上半年|每|期间|其中|新增|累计")


@on(
    "arithmetic/same-words-two-figures",
    Severity.ADVICE,
    title="同样的话，两个不同的数",
    why="同一件事在两处说，数字却不同，读者会以为有一处写错了。",
    source="前后文",
    wrong=("先后召开巡察整改专题会议11次。\n一是加强领导。先后召开巡察整改专题会议9次。",),
    right=(
        "先后召开巡察整改专题会议11次。\n一是加强领导。先后召开巡察整改专题会议11次。",
        "2023年召开巡察整改专题会议11次。\n2024年召开巡察整改专题会议9次。",
    ),
)
def same_words_two_figures(manuscript: Manuscript) -> Iterator[Hit]:
    first: dict[str, Figure] = {}
    for sentence in sentences_with(manuscript, _MEETING):
        for figure in sentence.figures:
            match = _COUNTED.search(figure.before) if figure.unit == "次" else None
            if match is None or figure.is_rough or _WHEN.search(figure.before):
                continue
            known = first.setdefault(match[0], figure) if _MEETING.search(match[0]) else figure
            if known.value != figure.value:
                words = f"{match[0]}{known.words}"
                yield _differs(known, words, figure, figure.words)


_DOCUMENTS = Regex("(?:出台|制定|印发|建立|新建|新订|制定出台)了?(?:相关|各类|有关)?(?:规章)?(?:制度|文件){1,2}$")
_ISSUED = Regex("(?:制定|出台|印发|下发|建立)(?:出台|印发|并执行|完善|了)?《")
_SHOWN = 6  # titles in a message
_TITLE = Regex("《([^《》]{2,60}(?:办法|制度|规定|细则|规则|方案|意见|规程|机制))(?:（试行）|（暂行）)?》")
_PLANS = Regex("整改方案|整改工作方案|实施方案的通知|工作要点")


@on(
    "arithmetic/documents-named",
    Severity.ADVICE,
    title="说出台的制度少于文中列出名称的",
    why="前面说出台制度几个，后面逐个写出的名称却更多，读者会数出不同的数。",
    source="前后文",
    wrong=(
        "已完成全部整改，出台制度文件2个。\n一是制定《公务接待管理办法》。二是制定《合同管理制度》。三是制定《财务报销规定》。",
    ),
    right=(
        "已完成全部整改，出台制度文件3个。\n一是制定《公务接待管理办法》。二是制定《合同管理制度》。三是制定《财务报销规定》。",
        "已完成全部整改，出台制度文件6个。\n一是制定《公务接待管理办法》。",
        "出台制度文件1个。\n一是制定《公务接待管理办法》。二是学习《巡察工作条例》《党内监督规定》。",
    ),
)
def documents_named(manuscript: Manuscript) -> Iterator[Hit]:
    stated = [
        figure
        for sentence in sentences_with(manuscript, _DOCUMENTS)
        for figure in sentence.figures
        if figure.unit in "个项件部" and not figure.is_rough and _DOCUMENTS.search(figure.before)
    ]
    named = set(_issued(text_passages(manuscript))) if len(stated) == 1 else set()
    if named and len(named) > stated[0].value:
        words = "".join(f"《{title}》" for title in sorted(named)[:_SHOWN])
        more = "等" if len(named) > _SHOWN else ""
        message = f"这里说{stated[0].words}，文中写明制定、出台的却有{len(named)}个：{words}{more}"
        yield Hit(stated[0].passage, message, "请核对个数", stated[0].start, stated[0].end)


def _issued(passages: tuple[Passage, ...]) -> Iterator[str]:
    """Yield the titles of what was drawn up, the plan of the rectification itself not counted."""
    for passage in passages:
        for match in _ISSUED.finditer(passage.text):
            title = _TITLE.match(passage.text, match.end() - 1)
            if title and not _PLANS.search(title[1]):
                yield title[1]


_FED_BACK = Regex("反馈")
_LEFT_OVER = Regex("(?:未完成|尚未完成|没有完成|正在整改|未整改到位)(?:整改)?的$")
_DONE_OF_THEM = Regex("已(?:经)?(?:完成|整改完成|完成整改|整改到位)(?:整改)?的$")


@on(
    "arithmetic/left-over",
    Severity.WARNING,
    title="后面说的已完成、未完成个数与进展一句不同",
    why="进展说完成10个、还有2个，后面安排“未完成的3个问题”，读者不知道还剩几个。",
    source="前后文",
    wrong=(
        "截至9月底，巡察反馈的12个问题中，已完成整改10个，正在整改2个。\n下一步，对未完成的3个问题逐一督办。",
        "截至9月底，巡察反馈的12个问题已完成整改10个，正在整改2个。\n对已完成的11个问题开展“回头看”。",
    ),
    right=(
        "截至9月底，巡察反馈的12个问题中，已完成整改10个，正在整改2个。\n"
        "下一步，对已完成的10个问题开展“回头看”，对未完成的2个问题逐一督办。",
        "截至9月底，巡察反馈的12个问题已完成整改10个，正在整改2个。\n下一步，对未完成的5项任务逐一督办。",
    ),
)
def left_over(manuscript: Manuscript) -> Iterator[Hit]:
    told = next(filter(_is_of_feedback, progress_told(manuscript, _FED_BACK)), None)
    if told is None:
        return
    for sentence in _after(told.whole, manuscript):
        for figure in sentence.figures:
            some = _meant(told, figure) if figure.after.startswith("问题") and not figure.is_rough else ()
            if some and figure.value not in {sum(one.value for one in some), *(one.value for one in some)}:
                said = "、".join(f"{one.before[-6:]}{one.words}" for one in some)
                message = f"{told.whole.passage.place}说“{said}”，这里却说“{figure.before[-6:]}{figure.words}”"
                yield hit_on(figure, message, "请核对这几个数字")


def _after(figure: Figure, manuscript: Manuscript) -> Iterator[Sentence]:
    """Yield the sentences that follow the one with a figure."""
    found = dropwhile(lambda sentence: all(one is not figure for one in sentence.figures), sentences(manuscript))
    return islice(found, 1, None)


def _is_of_feedback(found: Progress) -> bool:
    return (
        bool(found.done and found.left)
        and _FED_BACK.search(found.whole.before) is not None
        and found.whole.after.startswith("问题")
    )


def _meant(told: Progress, figure: Figure) -> tuple[Figure, ...]:
    """Return the figures of the progress that a later one must agree with, none where it says something else."""
    if _LEFT_OVER.search(figure.before):
        return told.left
    return told.done if _DONE_OF_THEM.search(figure.before) else ()


AGREEMENT: tuple[Rule[Manuscript], ...] = (
    total_said_twice,
    measures_said_twice,
    same_words_two_figures,
    documents_named,
    left_over,
)
