"""Rules on how much is said of a quantity: about, more than, at least, by how many times."""

from collections.abc import Iterator
from itertools import chain

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_NUMBER = r"(?:\d{1,9}(?:\.\d{1,3})?|[一二两三四五六七八九十百千几]{1,5})"
_MEASURE = "(?:[%％]|万元|亿元|元|人次|个月|小时|平方米|公里|公顷|[万亿千百名个件项家户次条亩吨米岁天年月倍场份人])"
_UNIT = f"{_MEASURE}{{0,2}}"
_NO_ABOUT = "[节公合签预履违条契邀制集解特相租守缔邀稿爽]"  # 节约20余万元, 签约10余家
_APPROXIMATELY = Regex(f"(?:约(?<!{_NO_ABOUT}约)|大概)(?:有|为|占)?{_NUMBER}{_UNIT}(?:左右|上下|[余多](?!数))")
_MORE_TWICE = Regex(f"[余多](?<=[\\d十百千万].)(?:{_MEASURE}{{1,2}}(?:左右|上下)|[余多](?=[人个名次项家件户场]))")
_NEARLY = Regex(
    f"近(?<![附最就邻靠临亲相远]近)(?P<number>{_NUMBER}{_UNIT})(?:左右|以上|[余多](?!数))(?P<unit>[年天日月周]?)"
)
_AT_LEAST = Regex(
    f"(?:至少|最少|不少于|不低于|不小于)[^，。；：、\\d一二两三四五六七八九十]{{0,4}}{_NUMBER}{_UNIT}(?:以上|以下|左右)"
)
_AT_MOST = Regex(
    f"(?:至多|最多|不超过|不高于|不多于|低于(?<!不低于)|少于(?<!不少于)|不足)(?:有)?{_NUMBER}{_UNIT}(?:以下|以内|以上|左右)"
)
_OVER = Regex(f"(?:超过|超出|高于|多于|逾)(?:了)?{_NUMBER}{_UNIT}(?:以上|左右|上下|余)")
_FEWER_BY_TIMES = Regex(
    r"(?:减少|下降|降低|缩短|压缩|缩减|减轻)(?:了|约|近|达){0,2}(?:\d{1,4}(?:\.\d{1,2})?|[一两二三四五六七八九十]{1,2})倍"
)
_PERCENT = r"(\d{3,5}(?:\.\d{1,3})?)[%％]"
_ANY_PERCENT = Regex(r"(\d\d{2,4}(?:\.\d{1,3})?)[%％]")
_NEVER_OVER = Regex(
    "(?:(?:整改|整改完成|问题完成|任务完成|办结|销号|覆盖|参与|参训|参会|合格|达标|满意|到位|知晓|出勤|入户|签约|普及|回访|通过|化解"
    "|就业|入学|及格|优良|优秀|出席|签收|及时|公开|入住)率|满意度|占比)[^，。；：、\\d增提升长降减同]{0,6}" + _PERCENT
)
_RATE_OF_PLAN = Regex("完成率[^，。；：、\\d增提升长降减同]{0,4}" + _PERCENT)  # of taxes or output it may be more
_ABOUT_ISSUES = Regex("问题|整改")
_ABOUT_PLAN = Regex("计划|指标|目标|税|投资|产值|预算|收入|销售|采购|年度|招商")
_SENTENCE = 40  # characters before a rate that say what it is of
_DONE = Regex("(?:问题|整改)[^，。；：\\d]{0,8}(?:已)?(?:完成|办结|销号)[^，。；：\\d增长提高超]{0,4}" + _PERCENT)
_SHARE_OF = Regex("占[^占，。；：\\d]{1,12}的" + _PERCENT)


@on(
    "numbers/about-twice",
    Severity.WARNING,
    title="“约”与“左右”“余”重复",
    why="“约”“左右”“余”都表示大概，用一个就够。",
    source="《现代汉语词典》第7版“约”“左右”“余”",
    wrong=("走访群众约300人左右。", "清退资金大约20余万元。", "收集意见30余条左右。"),
    right=("走访群众约300人。", "走访群众300人左右。", "每2个月左右调度一次。", "节约经费，签约10余家，节约20余万元。"),
)
@each_saying(_APPROXIMATELY, _MORE_TWICE)
def about_twice(passage: Passage) -> Iterator[Hit]:
    for match in chain(_APPROXIMATELY.finditer(passage.text), _MORE_TWICE.finditer(passage.text)):
        yield Hit(passage, f"“{match[0]}”重复表示大概", "请只留一个", *match.span())


@on(
    "numbers/nearly-over",
    Severity.WARNING,
    title="“近”与“余”“以上”矛盾",
    why="“近”是差一点不到，“余”“多”“以上”是超过，不能同时用。",
    source="《现代汉语词典》第7版“近”“余”",
    wrong=("走访企业近100余家。", "覆盖率接近90%以上。"),
    right=("走访企业近100家。", "走访企业100余家。", "近20余年来，近10多年的账目。", "附近三户以上的商铺。"),
)
@each_saying(_NEARLY)
def nearly_over(passage: Passage) -> Iterator[Hit]:
    for match in _NEARLY.finditer(passage.text):
        is_of_late = match["unit"] or match["number"][-1] in "年天月"
        if not is_of_late:
            yield Hit(passage, f"“{match[0]}”前后矛盾", "请只留一个", *match.span())


@on(
    "numbers/at-least-over",
    Severity.WARNING,
    title="“至少”与“以上”重复或矛盾",
    why="“至少、不少于”已经包含“以上”的意思，“以下”“左右”又与它矛盾。",
    source="《现代汉语词典》第7版“至少”“以上”",
    wrong=("每月至少开展2次以上检查。", "抽查比例不低于20%以上。"),
    right=("每月至少开展2次检查。", "每月开展2次以上检查。", "抽查比例不低于20%。"),
)
@each_saying(_AT_LEAST)
def at_least_over(passage: Passage) -> Iterator[Hit]:
    for match in _AT_LEAST.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”重复或矛盾", "请只留一个", *match.span())


@on(
    "numbers/at-most-under",
    Severity.WARNING,
    title="“不超过”与“以下”重复或矛盾",
    why="“不超过、最多、低于”已经说明上限，“以下”“以内”重复，“以上”“左右”矛盾。",
    source="《现代汉语词典》第7版“以下”“以上”",
    wrong=("会议不超过2小时以内。", "单价低于500元以下的可以直接采购。"),
    right=("会议不超过2小时。", "单价500元以下的可以直接采购。"),
)
@each_saying(_AT_MOST)
def at_most_under(passage: Passage) -> Iterator[Hit]:
    for match in _AT_MOST.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”重复或矛盾", "请只留一个", *match.span())


@on(
    "numbers/over-over",
    Severity.ERROR,
    title="“超过”与“以上”重复",
    why="“超过5000元”不含5000元，“5000元以上”包含5000元；两个一起用，界限不明，执行时会有争议。",
    source="《现代汉语词典》第7版“超过”“以上”；《中华人民共和国民法典》第一千二百五十九条",
    wrong=("超过5000元以上的支出须集体研究。", "逾期超过3个月以上的予以清退。"),
    right=("超过5000元的支出须集体研究。", "5000元以上的支出须集体研究。", "超过规定标准2倍以上的予以清退。"),
)
@each_saying(_OVER)
def over_over(passage: Passage) -> Iterator[Hit]:
    for match in _OVER.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”重复", "请只留一个，并确认是否包含这个数", *match.span())


@on(
    "numbers/fewer-by-times",
    Severity.WARNING,
    title="减少用了“倍”",
    why="减少一倍就是没有了；减少用百分数或几分之几表示。",
    source="算术",
    wrong=("信访量比上年下降2倍。", "办理时间缩短了一倍。"),
    right=("信访量比上年下降50%。", "办理量是上年的2倍。", "办理时间缩短了一半。"),
)
@each_saying(_FEWER_BY_TIMES)
def fewer_by_times(passage: Passage) -> Iterator[Hit]:
    for match in _FEWER_BY_TIMES.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”算不出来", "请改用百分数，如“下降50%”", *match.span())


@on(
    "numbers/over-hundred",
    Severity.ERROR,
    title="不会超过百分之百的比例超过了100%",
    why="整改率、覆盖率、合格率、占比是部分与整体之比，不会大于100%。",
    source="算术",
    wrong=("问题整改完成率150%。", "25个问题已整改26个，完成率104%。", "优秀等次占全体干部的112%。"),
    right=("问题整改完成率100%。", "完成全年投资计划的150%。", "税收完成率105%，网上签约率同比增长240.7%。"),
)
@each_saying(_NEVER_OVER, _DONE, _SHARE_OF, _RATE_OF_PLAN)
def over_hundred(passage: Passage) -> Iterator[Hit]:
    if all(float(percent) <= 100 for percent in _ANY_PERCENT.findall(passage.text)):
        return
    parts = [match for pattern in (_NEVER_OVER, _DONE, _SHARE_OF) for match in pattern.finditer(passage.text)]
    rates = [match for match in _RATE_OF_PLAN.finditer(passage.text) if _is_of_issues(passage.text, match.start())]
    ends: set[int] = set()
    for match in (*parts, *rates):
        if float(match[1]) > 100 and match.end() not in ends:
            ends.add(match.end())
            yield Hit(passage, f"“{match[0]}”超过了100%", "请核对这个比例", *match.span())


def _is_of_issues(text: str, at: int) -> bool:
    """Is a rate that of issues put right, of which there cannot be more than all?"""
    before = text[max(at - _SENTENCE, 0) : at]
    return _ABOUT_ISSUES.search(before) is not None and not _ABOUT_PLAN.search(before)


AMOUNTS: tuple[Rule[Manuscript], ...] = (
    about_twice,
    nearly_over,
    at_least_over,
    at_most_under,
    over_over,
    fewer_by_times,
    over_hundred,
)
