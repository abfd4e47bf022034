"""Rules on which word fits."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.listed import listed
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, before, each_match, sentence
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import DICTIONARY
from bulletin_gen.finding import Severity

_BYLAWS = "《党政机关公文处理工作条例》第十九条（文字精练、用语规范）"
_DEADLINES = frozenset({"报名", "申报", "投标", "征集", "受理", "提交", "登记", "缴费"})
_PEOPLE = "(?:班子)?成员|人员|同志|干部|党员|领导|群众|职工|委员|责任人|负责人|村民|教师|医生|个人"
_DATE = "(?:(?:20\\d\\d|今|本|去)年|\\d{1,2}月|[一二三四五六七八九十]{1,2}月|年底|年末|月底|上月)"


@on(
    "usage/word",
    Severity.WARNING,
    title="用词不当",
    why="几个读音或意思相近的词，各有用处，这里用错了。词表见 templates/terms/用词.tsv。",
    source=DICTIONARY,
    wrong=("加强对权利运行的监督，保障党员权力。", "做到警钟常鸣。"),
    right=("加强对权力运行的监督，保障党员权利。", "做到警钟长鸣。", "审定写作文章的要求。"),
)
def word(manuscript: Manuscript) -> Iterator[Hit]:
    return listed(manuscript, "用词", "“{}”用词不当")


@on(
    "usage/until",
    Severity.WARNING,
    title="“截至”写成了“截止”",
    why="“截止”是到期停止，后面不带时间；“截至”是到某个时候为止，后面带时间，事情还可以继续。",
    source=DICTIONARY,
    wrong=("截止目前，已完成整改12项。", "截止2024年9月底，各项任务已完成。", "截止到10月25日，已完成整改。"),
    right=("截至2024年9月底，各项任务已完成。", "报名工作已经截止。", "报名截止时间为9月1日。", "申报截止9月30日。"),
)
@each_match(f"(?:截止到?(?=目前|现在|今日|{_DATE}))")
def until(match: re.Match[str]) -> Said:
    if before(match, count=2) in _DEADLINES:
        return None
    return f"“{match[0]}”后面带时间，应为“截至”", "请改为“截至”；后面是“目前”的，最好写明日期"


@on(
    "usage/until-now",
    Severity.ADVICE,
    title="“截至目前”没有写明日期",
    why="公布以后，读者不知道“目前”是哪一天；数字统计到哪一天，就写哪一天。",
    source=_BYLAWS,
    wrong=("截至目前，18个问题已完成整改17个。",),
    right=("截至2024年9月30日，18个问题已完成整改17个。", "目前，相关工作正在推进。"),
)
@each_match("截至(?:目前|现在)", once=True)
def until_now(match: re.Match[str]) -> Said:
    return f"“{match[0]}”没有写明是哪一天", "请写明日期，如“截至2024年9月30日”"


@on(
    "usage/supervise",
    Severity.WARNING,
    title="“督查”写成了“督察”",
    why="督促检查工作落实用“督查”；“督察”用于环保、土地、警务等法定的督察制度。",
    source=DICTIONARY,
    wrong=("负责整改工作的协调、督察等工作。", "由区委督察室跟踪督办。"),
    right=("负责整改工作的协调、督查等工作。", "落实中央生态环境保护督察反馈意见。", "配合警务督察工作。"),
)
@each_match("(?:协调|跟踪|检查|调度|推进|进度|整改)、?(?P<it>督察)(?:等|工作|督办)|(?:[县区市省]委|政府|党工委)督察室")
def supervise(match: re.Match[str]) -> Said:
    if re.search("环保|环境|生态|土地|耕地|警务|公安|海洋|中央", sentence(match)):
        return None
    return "“督察”应为“督查”", "督促检查用“督查”，请核对"


@on(
    "usage/other-people",
    Severity.WARNING,
    title="指人时“其他”写成了“其它”",
    why="“其它”只用于事物，指人用“其他”；公文里一律用“其他”也可以。",
    source=DICTIONARY,
    wrong=("由书记任组长，其它班子成员任副组长。",),
    right=("由书记任组长，其他班子成员任副组长。", "未发现其它问题。"),
)
@each_match(f"其它(?={_PEOPLE})")
def other_people(_match: re.Match[str]) -> Said:
    return "指人不用“其它”", "请改为“其他”"


@on(
    "usage/other-things",
    Severity.ADVICE,
    title="“其它”宜写“其他”",
    why="“其他”指人指事物都可以，公文统一用“其他”。每份只提一次。",
    source=DICTIONARY,
    wrong=("除此之外未发现其它问题。",),
    right=("除此之外未发现其他问题。",),
)
@each_match(
    "其它(?!(?:班子)?成员|人员|同志|干部|党员|领导|群众|职工|委员|责任人|负责人|村民|教师|医生|个人)", once=True
)
def other_things(_match: re.Match[str]) -> Said:
    return "“其它”宜写“其他”", "请全文统一用“其他”"


@on(
    "usage/effort",
    Severity.ADVICE,
    title="“力度”不与“加强”搭配",
    why="“力度”有大小，用“加大”；“加强”用于工作、管理、领导等。每份只提一次。",
    source=DICTIONARY,
    wrong=("加强财务审核力度，严格按制度执行。",),
    right=("加大财务审核力度，加强财务审核。", "加强监督检查，加大问责力度。", "加强组织领导加大工作力度。"),
)
@each_match("(?:加强|增强|提高|提升|扩大)(?:了|对)?(?P<what>[^和与，。；：、“”《》]{1,10})力度(?![和与不])", once=True)
def effort(match: re.Match[str]) -> Said:
    if re.search("加大|保持|度|工作的|，", match["what"]):
        return None
    return f"“{match[0]}”搭配不当", f"请改为“加大{match['what']}力度”"


@on(
    "usage/level",
    Severity.ADVICE,
    title="“水平”不与“加强”“加大”搭配",
    why="“水平”有高低，用“提高”“提升”。",
    source=DICTIONARY,
    wrong=("进一步加强财务管理水平。",),
    right=("进一步提高财务管理水平。", "加强高水平建设。", "加强管理，提升水平。"),
)
@each_match("(?:加强|加大|增加)了?(?P<what>[^，。；：、“”《》]{1,10})水平(?=[，。；、])")
def level(match: re.Match[str]) -> Said:
    if re.search("提高|提升|改善|高$|低$", match["what"]):
        return None
    return f"“{match[0]}”搭配不当", f"请改为“提高{match['what']}水平”"


@on(
    "usage/spoken",
    Severity.ADVICE,
    title="口语",
    why="公文用书面语，口语显得不庄重。",
    source=_BYLAWS,
    wrong=("经跟企业核实，问题已得到解决。", "咱们要把这件事搞定。", "个别同志老是迟到。"),
    right=(
        "经与企业核实，问题已得到解决。",
        "加强跟踪督办。",
        "紧跟党中央步伐，跟上时代要求。",
        "养老是大事，没法律依据。",
    ),
)
@each_match(
    "(?:经跟|(?<![紧已])跟(?:企业|群众|村民|统计部门|相关部门|有关部门|业主|商户)[一-鿿]{0,4}(?:沟通|核实|对接|协商|座谈|签订|联系)"
    "|咱们|搞定|搞砸|挺好的|特别多|没法(?![律制院定规人])|(?<![养敬助尊古])老是(?=迟|忘|拖)|压根|一下子|不咋|啥|有点儿|差不多了|弄虚头|弄清楚|弄明白|赶紧把|帮着)",
)
def spoken(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是口语", "请改用书面语，如“跟”写“与”"


@on(
    "usage/building",
    Severity.ADVICE,
    title="“建设”不与“提高”“提升”搭配",
    why="“建设”用“加强”“推进”；“提高”“提升”的是建设的水平、质量。",
    source=DICTIONARY,
    wrong=("进一步提升干部队伍建设。",),
    right=("进一步加强干部队伍建设。", "提升干部队伍建设水平。", "提高质量，加强建设。"),
)
@each_match("(?:提高|提升|改善|增强)了?(?P<what>[^，。；：、“”《》]{1,10})建设(?=[，。；]|$)")
def building(match: re.Match[str]) -> Said:
    if re.search("加强|推进|推动|加快|水平|质量", match["what"]):
        return None
    return f"“{match[0]}”搭配不当", f"请改为“加强{match['what']}建设”，或在后面补上“水平”"


@on(
    "usage/hold",
    Severity.WARNING,
    title="会议用“召开”，活动用“开展”",
    why="“召开”只用于会议，“开展”用于活动、工作。",
    source=DICTIONARY,
    wrong=("开展专题会议6次。", "召开主题党日活动12次。"),
    right=("召开专题会议6次，开展主题党日活动12次。", "开展会议精神学习。", "召开会议部署活动。"),
)
@each_match(
    "开展了?[^，。；：、“”《》会]{0,8}(?P<meeting>会议|大会|座谈会|推进会|动员会)(?=[，。；\\d一二三四五六七八九十两]|$)"
    "|召开了?[^，。；：、“”《》会]{0,8}活动(?=[，。；\\d一二三四五六七八九十两]|$)"
)
def hold(match: re.Match[str]) -> Said:
    return f"“{match[0]}”搭配不当", "会议请用“召开”" if match["meeting"] else "活动请用“开展”"


@on(
    "usage/string-and-screw",
    Severity.WARNING,
    title="“绷紧”“拧紧”搭配不当",
    why="弦用“绷紧”，螺丝、发条、阀门用“拧紧”。",
    source=DICTIONARY,
    wrong=("提醒干部职工拧紧纪律之弦。", "绷紧责任螺丝。"),
    right=("提醒干部职工绷紧纪律之弦。", "拧紧责任螺丝，绷紧思想之弦。"),
)
@each_match(
    "(?P<verb>拧紧|上紧|绷紧)(?P<what>[^，。；：、“”《》]{1,10}?)(?P<thing>之弦|这根弦|螺丝|发条|阀门)",
)
def string_and_screw(match: re.Match[str]) -> Said:
    is_string = match["thing"].endswith("弦")
    if is_string == (match["verb"] == "绷紧"):
        return None
    return f"“{match['verb']}…{match['thing']}”搭配不当", f"请改为“{'绷紧' if is_string else '拧紧'}”"


@on(
    "usage/make",
    Severity.ADVICE,
    title="抽象的事宜用“作出”",
    why="作出决定、作出部署、作出承诺等抽象的事用“作”，具体做一件东西用“做”。每份只提一次。",
    source="《现代汉语词典》第7版；新闻出版业编校惯例",
    wrong=("对接待标准做出规定，做出整改承诺。",),
    right=("对接待标准作出规定，作出整改承诺。", "做出成绩，做出表率。"),
)
@each_match(
    "做出了?(?:[一-鿿]{1,4}的)?(?:决定|决策|部署|指示|批示|规定|安排|承诺|判断|处理|说明|解释|结论|决议)",
    once=True,
)
def make(match: re.Match[str]) -> Said:
    return f"“{match[0]}”宜写“作出”", "请全文统一"


CHOICE: tuple[Rule[Manuscript], ...] = (
    word,
    until,
    until_now,
    supervise,
    other_people,
    other_things,
    effort,
    level,
    building,
    hold,
    spoken,
    string_and_screw,
    make,
)
