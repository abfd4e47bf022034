"""Rules on usage (用语): which word fits, what is said twice, what is speech, what lacks a subject."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.pattern import Said, each_match, sentence
from bulletin_gen.checks.rule import Hit, Rule, each_passage, on
from bulletin_gen.checks.terms import listed
from bulletin_gen.finding import Severity

_DICTIONARY = "《现代汉语词典》第7版"
_GRAMMAR = "现代汉语语法"
_BYLAWS = "《党政机关公文处理工作条例》第十九条（文字精练、用语规范）"

_PEOPLE = "(?:班子)?成员|人员|同志|干部|党员|领导|群众|职工|委员|责任人|负责人|村民|教师|医生|个人"
_DATE = "(?:(?:20\\d\\d|今|本|去)年|\\d{1,2}月|[一二三四五六七八九十]{1,2}月|年底|年末|月底|上月)"


@on(
    "usage/word",
    Severity.WARNING,
    title="用词不当",
    why="几个读音或意思相近的词，各有用处，这里用错了。词表见 templates/terms/用词.tsv。",
    source=_DICTIONARY,
    wrong=("加强对权利运行的监督，保障党员权力。", "做到警钟常鸣。"),
    right=("加强对权力运行的监督，保障党员权利。", "做到警钟长鸣。", "审定写作文章的要求。"),
)
@each_passage
def word(passage: Passage) -> Iterator[Hit]:
    return listed(passage, "用词", "“{}”用词不当")


@on(
    "usage/redundant",
    Severity.ADVICE,
    title="意思重复的说法",
    why="词里已经有了这个意思，不必再说一遍。词表见 templates/terms/赘余.tsv。",
    source=_DICTIONARY,
    wrong=("涉及到两个村，原因是由于账目不清。",),
    right=("涉及两个村，原因是账目不清。", "贷款涉及到期和展期两类。"),
)
@each_passage
def redundant(passage: Passage) -> Iterator[Hit]:
    return listed(passage, "赘余", "“{}”意思重复")


@on(
    "usage/until",
    Severity.WARNING,
    title="“截至”写成了“截止”",
    why="“截止”是到期停止，后面不带时间；“截至”是到某个时候为止，后面带时间，事情还可以继续。",
    source=_DICTIONARY,
    wrong=("截止目前，已完成整改12项。", "截止2024年9月底，各项任务已完成。", "截止到10月25日，已完成整改。"),
    right=("截至2024年9月底，各项任务已完成。", "报名工作已经截止。", "报名截止时间为9月1日。", "受理于3月1日截止。"),
)
@each_match(f"(?:截止到?(?=目前|现在|今日|{_DATE}))")
def until(match: re.Match[str]) -> Said:
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
    source=_DICTIONARY,
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
    source=_DICTIONARY,
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
    source=_DICTIONARY,
    wrong=("除此之外未发现其它问题。",),
    right=("除此之外未发现其他问题。",),
)
@each_match(
    "其它(?!(?:班子)?成员|人员|同志|干部|党员|领导|群众|职工|委员|责任人|负责人|村民|教师|医生|个人)", once=True
)
def other_things(_match: re.Match[str]) -> Said:
    return "“其它”宜写“其他”", "请全文统一用“其他”"


@on(
    "usage/no-subject",
    Severity.ADVICE,
    title="“通过…使…”没有主语",
    why="“通过…”是状语，“使…”要有主语；两个都写，整句就没有主语了。",
    source=_GRAMMAR,
    wrong=("通过集中整改，使全体党员的纪律意识明显增强。",),
    right=(
        "通过集中整改，全体党员的纪律意识明显增强。",
        "集中整改使全体党员的纪律意识明显增强。",
        "通过整改促进工作，促进作风转变。",
    ),
)
@each_match(
    "(?:^|[。；：])(?:一是|二是|三是|四是|五是)?(?P<it>(?:通过|经过)[^，。；：]{2,30}，(?:从而|进而)?使得?)(?=[^用，。；]{2})"
)
def no_subject(match: re.Match[str]) -> Said:
    return f"“{match['it'][:2]}…使…”没有主语", "请删去“使”，或删去“通过”"


@on(
    "usage/never-again",
    Severity.WARNING,
    title="“防止…不再发生”说反了",
    why="“防止”“避免”“杜绝”已经是否定，再加“不再”，意思就反了。",
    source=_GRAMMAR,
    wrong=("举一反三，防止类似问题不再发生。", "坚决杜绝此类现象不再出现。"),
    right=("举一反三，防止类似问题再次发生。", "确保类似问题不再发生。"),
)
@each_match("(?:防止|避免|杜绝|严防)[^，。；：、]{1,20}不(?:再|会再|会)(?:发生|出现|反弹|产生)")
def never_again(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是双重否定，意思反了", "请改为“防止…再次发生”或“确保…不再发生”"


@on(
    "usage/effort",
    Severity.ADVICE,
    title="“力度”不与“加强”搭配",
    why="“力度”有大小，用“加大”；“加强”用于工作、管理、领导等。",
    source=_DICTIONARY,
    wrong=("加强财务审核力度，严格按制度执行。",),
    right=("加大财务审核力度，加强财务审核。", "加强监督检查，加大问责力度。", "加强组织领导加大工作力度。"),
)
@each_match("(?:加强|增强|提高|提升|扩大)(?:了|对)?(?P<what>[^和与，。；：、“”《》]{1,10})力度(?![和与不])")
def effort(match: re.Match[str]) -> Said:
    if re.search("加大|保持|度|工作的|，", match["what"]):
        return None
    return f"“{match[0]}”搭配不当", f"请改为“加大{match['what']}力度”"


@on(
    "usage/level",
    Severity.ADVICE,
    title="“水平”不与“加强”“加大”搭配",
    why="“水平”有高低，用“提高”“提升”。",
    source=_DICTIONARY,
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
    right=("经与企业核实，问题已得到解决。", "加强跟踪督办。", "紧跟党中央步伐，跟上时代要求。", "老是指年老。"),
)
@each_match(
    "(?:经跟|(?<![紧已])跟(?:企业|群众|村民|统计部门|相关部门|有关部门|业主|商户)[一-鿿]{0,4}(?:沟通|核实|对接|协商|座谈|签订|联系)"
    "|咱们|搞定|搞砸|挺好的|特别多|没法|老是(?=迟|忘|拖|不)|压根|一下子|不咋|啥|有点儿|差不多了|弄虚头|弄清楚|弄明白|赶紧把|帮着)"
)
def spoken(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是口语", "请改用书面语，如“跟”写“与”"


@on(
    "usage/plural",
    Severity.WARNING,
    title="已有数量，又加“们”",
    why="前面有数目或“各位”“广大”“全体”的，后面不加“们”。",
    source=_GRAMMAR,
    wrong=("全体干部们认真学习，三十余名党员们参加了活动。",),
    right=("全体干部认真学习，三十余名党员参加了活动。", "党员干部们认真学习。"),
)
@each_match(
    "(?:全体|各位|广大|\\d{1,6}[余多]?[名位]|[一二三四五六七八九十百]{1,5}[余多]?[名位])(?:党员|干部|同志|群众|职工|村民|教师|学生|代表){1,2}们"
)
def plural(match: re.Match[str]) -> Said:
    return f"“{match[0]}”多了“们”", "请删去“们”"


@on(
    "usage/involving",
    Severity.WARNING,
    title="“涉及…问题”前面少了“的”",
    why="“涉及…”作定语修饰“问题”，中间要有“的”。",
    source=_GRAMMAR,
    wrong=("1个涉及机构改革问题需要统一安排。", "3项涉及资金拨付事项正在推进。"),
    right=("1个涉及机构改革的问题需要统一安排。", "涉及问题13个。", "本次巡察涉及机构改革问题。"),
)
@each_match("\\d{1,4}[个项件条]涉及[^，。；：、的了]{2,10}(?:问题|事项)(?=需|正在|由|尚|仍|还|待|，|暂)")
def involving(match: re.Match[str]) -> Said:
    return f"“{match[0]}”少了“的”", f"请改为“{match[0][:-2]}的{match[0][-2:]}”"


@on(
    "usage/experienced",
    Severity.WARNING,
    title="“有…”作定语，后面少了“的”",
    why="“有资源”“有实力”这样的动宾短语作定语，后面要有“的”。",
    source=_GRAMMAR,
    wrong=("引进有资源、有实力、有经验第三方团队。",),
    right=("引进有资源、有实力、有经验的第三方团队。", "做到有部署、有检查、有落实。"),
)
@each_match("(?:有[一-鿿]{2}、){1,4}有(?:经验|实力|资质|能力|条件)(?P<it>第三方|专业|企业|团队|机构|单位|公司)")
def experienced(match: re.Match[str]) -> Said:
    return f"“{match['it']}”前面少了“的”", "请补上“的”"


@on(
    "usage/because-so",
    Severity.WARNING,
    title="介词多余，句子没有主语",
    why="“由于…的原因”“在…的情况下”后面又用“导致”“使得”，主语就没有了。",
    source=_GRAMMAR,
    wrong=("由于监管不力的原因，导致项目进展缓慢。",),
    right=("由于监管不力，项目进展缓慢。", "监管不力导致项目进展缓慢。"),
)
@each_match("由于[^，。；：]{2,20}(?:的原因|的缘故)，(?:导致|致使|使得|造成)")
def because_so(match: re.Match[str]) -> Said:
    return f"“由于…原因，{match[0][-2:]}”没有主语", f"请删去“由于”“的原因”，或删去“{match[0][-2:]}”"


@on(
    "usage/lest",
    Severity.WARNING,
    title="否定多了一层",
    why="“切忌”“谨防”“禁止”“避免”已有“不要”的意思，后面不再用“不”“勿”。",
    source=_GRAMMAR,
    wrong=("严禁不得公款吃喝。", "谨防不要发生新的问题。"),
    right=("严禁公款吃喝，不得违规接待。", "谨防发生新的问题。"),
)
@each_match("(?:严禁|禁止|谨防|切忌|杜绝)(?:不得|不要|不准|不许|勿)")
def lest(match: re.Match[str]) -> Said:
    return f"“{match[0]}”多了一层否定", f"请留下“{match[0][:2]}”或“{match[0][2:]}”中的一个"


@on(
    "usage/string-and-screw",
    Severity.WARNING,
    title="“绷紧”“拧紧”搭配不当",
    why="弦用“绷紧”，螺丝、发条、阀门用“拧紧”。",
    source=_DICTIONARY,
    wrong=("提醒干部职工拧紧纪律之弦。", "绷紧责任螺丝。"),
    right=("提醒干部职工绷紧纪律之弦。", "拧紧责任螺丝，绷紧思想之弦。"),
)
@each_match("(?P<verb>拧紧|上紧|绷紧)(?P<what>[^，。；：、“”《》]{1,10}?)(?P<thing>之弦|这根弦|螺丝|发条|阀门)")
def string_and_screw(match: re.Match[str]) -> Said:
    is_string = match["thing"].endswith("弦")
    if is_string == (match["verb"] == "绷紧"):
        return None
    return f"“{match['verb']}…{match['thing']}”搭配不当", f"请改为“{'绷紧' if is_string else '拧紧'}”"


@on(
    "usage/spirit",
    Severity.WARNING,
    title="落实的是会议“精神”",
    why="会议开过就完了，落地落实的是会议精神、部署、要求。",
    source=_GRAMMAR,
    wrong=("推动市第八次党代会在园区落地落实。",),
    right=("推动市第八次党代会精神在园区落地落实。", "党代会代表在一线落实责任。"),
)
@each_match("(?:党代会|全会|二十大|代表大会)(?P<it>在[^，。；：、]{1,8})?落[地实细](?:落[地实细]|生根|见效)")
def spirit(match: re.Match[str]) -> Said:
    return f"“{match[0]}”少了“精神”", "请补上“精神”或“部署要求”"


@on(
    "usage/classifier",
    Severity.WARNING,
    title="数目和“项目”之间少了量词",
    why="“两项目”要说“两个项目”，不然容易读成“两项”。",
    source=_GRAMMAR,
    wrong=("反馈意见指出的两项目均为考核项目。",),
    right=("反馈意见指出的两个项目均为考核项目。", "完成的三项目标任务。"),
)
@each_match("(?<=[的这该述上])[两三四五六七八九十]项目(?=分别|均|已|未|为|都|没有)")
def classifier(match: re.Match[str]) -> Said:
    return f"“{match[0]}”少了量词", f"请改为“{match[0][0]}个项目”"


@on(
    "usage/make",
    Severity.ADVICE,
    title="抽象的事宜用“作出”",
    why="作出决定、作出部署、作出承诺等抽象的事用“作”，具体做一件东西用“做”。每份只提一次。",
    source="《现代汉语词典》第7版；新闻出版业编校惯例",
    wrong=("对接待标准做出规定，做出整改承诺。",),
    right=("对接待标准作出规定，作出整改承诺。", "做出成绩，做出样子。"),
)
@each_match(
    "做出了?(?:[一-鿿]{1,4}的)?(?:决定|决策|部署|指示|批示|规定|安排|承诺|判断|处理|说明|解释|表率|结论|决议)",
    once=True,
)
def make(match: re.Match[str]) -> Said:
    return f"“{match[0]}”宜写“作出”", "请全文统一"


USAGE: tuple[Rule[Manuscript], ...] = (
    word,
    redundant,
    until,
    until_now,
    supervise,
    other_people,
    other_things,
    no_subject,
    never_again,
    effort,
    level,
    spoken,
    plural,
    involving,
    experienced,
    because_so,
    lest,
    string_and_screw,
    spirit,
    classifier,
    make,
)
