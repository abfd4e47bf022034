"""Rules on words (字词): wrong characters, doubled words, 的 地 得."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.pattern import Said, after, before, each_match
from bulletin_gen.checks.rule import Hit, Rule, each_passage, on
from bulletin_gen.checks.terms import Term, listed
from bulletin_gen.finding import Severity
from bulletin_gen.text.chars import is_han

_DICTIONARY = "《现代汉语词典》第7版"
_VARIANTS = "《第一批异形词整理表》（GF 1001—2001）；《现代汉语词典》第7版"

_DO = (
    "推进|推动|完善|加强|提高|提升|落实|解决|改进|增强|发挥|执行|"
    "贯彻|履行|维护|保障|促进|改善|规范|整改|遏制|防范|化解|压实|夯实"
)
_MANNER = "有力|有效|扎实|积极|认真|严格|深入|充分|全面|及时|迅速|顺利|稳步|有序|极大|大力|明显|显著|进一步"
_ADVERB = "不断|逐步|逐渐|切实|坚决|自觉|稳步|如期|大力|进一步"
_DONE = "取得|开展|落实|做|抓|进行|完成|发挥|执行|贯彻|推进|整改|学|改|管|掌握|理解"
_VERY = "很|非常|十分|比较|相当|较|更|不够|还不够|越来越|特别|不"
_HOW = "好|扎实|到位|顺利|彻底|深入|及时|充分|全面|认真|细致|严格|快|实|透|不错|牢"

# Verbs that speech doubles (研究研究), and words that never stand before a compound of themselves (培训培训师).
_SAID_TWICE = frozenset({"研究", "讨论", "商量", "学习", "考虑", "了解", "意思", "休息", "锻炼", "非常", "很多"})
_NEVER_TWICE = frozenset(
    {
        "进行",
        "开展",
        "加强",
        "推进",
        "提高",
        "完善",
        "制定",
        "以及",
        "并且",
        "对于",
        "关于",
        "按照",
        "通过",
        "我们",
        "已经",
        "目前",
        "同时",
        "坚持",
        "严格",
        "认真",
        "深入",
        "切实",
        "进一步",
    }
)
_ENDING_IN_PARTICLE = frozenset("目标众打总温缓调共饱谐柔谦随平祥参给赋授为不")
_BEGUN_BY_PARTICLE = frozenset("确士解结断望却事平谐睦气美顺会时否不")
_BEFORE_OFFICE = frozenset("委组府会局院部长办处科室校区县镇乡市、，由任兼") | {""}
_TENTS_BEFORE = frozenset("营蚊军升纱床幔帷毡罗幛幄棉夜")
_TENTS_AFTER = frozenset("篷幕子幔帷中下内灯")
_SELF_RIGHT = frozenset({*(("己", char) for char in "自律知克利为"), *(("自已", char) for char in "来各独亲")})
_DASHES = frozenset("—－-―")
_ENDING_IN_END = frozenset("月年周期岁本季学旬世始毫细底之")
_NUMERALS = frozenset("一二三四五六七八九十百千万两几半每")


@on(
    "words/typing",
    Severity.ERROR,
    title="错别字",
    why="公文里的错别字损害发文机关的公信力，词典里没有这样的写法。词表见 templates/terms/错别字.tsv。",
    source=_DICTIONARY,
    wrong=("区委惯彻落实上级布署。", "建立健全常效机制，防犯廉政风险。"),
    right=("区委贯彻落实上级部署。", "发布署名文章，防犯罪于未然。"),
)
@each_passage
def typing(passage: Passage) -> Iterator[Hit]:
    return listed(passage, "错别字", "“{}”是错别字")


@on(
    "words/variant",
    Severity.ADVICE,
    title="规范不推荐的异形词",
    why="同一个词有几种写法时，公文用国家规范推荐的一种，全文统一。词表见 templates/terms/异形词.tsv。",
    source=_VARIANTS,
    wrong=("宏扬优良作风，人材队伍不断壮大。",),
    right=("弘扬优良作风，个人材料已归档。",),
)
@each_passage
def variant(passage: Passage) -> Iterator[Hit]:
    return listed(passage, "异形词", "“{}”不是推荐的写法")


@on(
    "words/office",
    Severity.WARNING,
    title="不是本单位规定的用词",
    why="bulletin-gen.toml 里写了本单位不用这个说法（例中规定“管委会”写“园区管委会”）。没有写的，这一条不起作用。",
    source="本单位的 bulletin-gen.toml",
    wrong=("管委会高度重视。",),
    right=("园区管委会高度重视。",),
    office=Office(preferred={"管委会": "园区管委会"}),
)
def office_words(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a hit for each wording that the office does not want, unless it is part of the one it does."""
    for wrong, right in manuscript.office.preferred.items():
        term = Term(wrong, right, "", (right,) if wrong in right else ())
        for passage in manuscript.passages:
            start = passage.text.find(wrong) if wrong else -1
            while start >= 0:
                if term.stands_at(passage.text, start):
                    message = f"“{wrong}”不是本单位规定的说法"
                    yield Hit(passage, message, f"请改为“{right}”", start, start + len(wrong))
                start = passage.text.find(wrong, start + len(wrong))


@on(
    "words/doubled",
    Severity.WARNING,
    title="词语重复",
    why="同一个词连着写了两遍，多是修改时留下的。",
    source="前后文",
    wrong=("党员干部联系联系“四新”支部。", "对相关问题进行进行了梳理。", "建立问题台账台账。"),
    right=(
        "一件一件落实，件件有着落，一条一条兑现。",
        "针对廉政风险点点题点人点事。",
        "区委巡察组巡察组织部门，组织组织生活会。",
        "常常提醒，人人尽责，层层压实。",
    ),
)
@each_match(r"(?P<word>[一-鿿]{2,4}?)\1")
def doubled(match: re.Match[str]) -> Said:
    return (f"“{match['word']}”写了两遍", "请删去一遍") if _is_slip(match["word"], after(match)) else None


@on(
    "words/doubled-particle",
    Severity.WARNING,
    title="虚词重复",
    why="“的”“了”“和”“与”连着写了两遍。",
    source="前后文",
    wrong=("严格按照规定的的程序办理。", "制定了了整改方案。", "镇和和村两级共同落实。"),
    right=("以改进作风为目的的活动。", "深入了解情况，进行了了解。", "促进团结和和谐，参与与否自愿，的的确确。"),
)
@each_match("的的|了了|和和|与与|们们")
def doubled_particle(match: re.Match[str]) -> Said:
    is_part_of_words = before(match) in _ENDING_IN_PARTICLE or after(match) in _BEGUN_BY_PARTICLE
    is_pair = len(pair := before(match, count=2)) == 2 and len(set(pair)) == 1  # 暖暖和和
    return None if is_part_of_words or is_pair else (f"“{match[0][0]}”写了两遍", "请删去一个")


@on(
    "words/verb-again",
    Severity.WARNING,
    title="同一个动词前后重复",
    why="“学习深入学习”这样的重复，多是套用两种说法时没有删净。",
    source="前后文",
    wrong=("召开会议，专题学习深入学习贯彻全会精神。", "推进持续推进各项整改。"),
    right=("专题学习全会精神，深入学习贯彻。", "深化学习，系统学习党内法规。"),
)
@each_match(
    "(?P<verb>学习|贯彻|落实|研究|开展|推进|加强)(?:深入|认真|全面|扎实|持续|进一步|切实|严格|继续)"
    "(?P<again>学习|贯彻|落实|研究|开展|推进|加强)(?!阶段|期|工作|情况|会)"
)
def verb_again(match: re.Match[str]) -> Said:
    if match["verb"] != match["again"]:
        return None
    return f"“{match[0]}”重复了“{match['verb']}”", "请删去一个"


@on(
    "words/doubled-le",
    Severity.ADVICE,
    title="一个分句里用了两个“了”",
    why="“组织了…开展了…”这样的连动句，“了”留一个就够了。",
    source="前后文",
    wrong=("组织了12家企业支部开展了主题党日活动。",),
    right=("组织12家企业支部开展了主题党日活动。", "组织了培训，开展了测试。"),
)
@each_match(
    "(?:组织|安排|召集|邀请|委托|督促)了[^，。；：、“”《》]{2,20}?(?:开展|进行|召开|参加|参观|完成|制定|观看)了"
)
def doubled_le(match: re.Match[str]) -> Said:
    return f"“{match[0]}”用了两个“了”", "请删去前一个“了”"


@on(
    "words/de-before-verb",
    Severity.WARNING,
    title="动词前面的“地”写成了“的”",
    why="修饰动词、形容词的状语后面用“地”，修饰名词的定语后面用“的”。",
    source=_DICTIONARY,
    wrong=("有力的推动了整改工作。", "要不断的完善各项制度。", "扎实的推进各项整改。"),
    right=("有力地推动了整改工作。", "起到有力的推动作用。", "在不断的完善中发展。", "提出切实的推进措施。"),
)
@each_match(
    f"(?:(?:{_MANNER})的(?:{_DO})(?:了|(?=各[项类]|上级|全[县区市镇局]))|(?:{_ADVERB})的(?:{_DO})(?=[一-鿿])(?!中|过程|下|之|者|和|与|是|的|作用|措施|办法|机制|方案|计划))"
)
def de_before_verb(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“的”应为“地”", "动词前的状语用“地”"


@on(
    "words/de-before-degree",
    Severity.WARNING,
    title="补语前面的“得”写成了“的”",
    why="动词后面说明程度、结果的补语，前面用“得”。",
    source=_DICTIONARY,
    wrong=("各项工作开展的很顺利。", "主题教育抓的不够扎实，效果一般。"),
    right=("各项工作开展得很顺利。", "总结推广做的比较好的单位的经验。", "取得的较好成绩。"),
)
@each_match(f"(?:{_DONE})的(?:{_VERY})(?:{_HOW})(?=[，。；、”！]|$)")
def de_before_degree(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“的”应为“得”", "补语前用“得”"


@on(
    "words/di-before-noun",
    Severity.WARNING,
    title="名词前面的“的”写成了“地”",
    why="修饰名词的定语后面用“的”。",
    source=_DICTIONARY,
    wrong=("为发展打下坚实地基础。", "取得了显著地成效。"),
    right=("打下坚实的基础。", "占有重要地位。", "显著地改善了环境。"),
)
@each_match(
    "(?:坚实|良好|重要|重大|广泛|深厚|浓厚|宝贵|显著|明显|强大|可靠|有力)地"
    "(?:基础(?!设施)|保障(?![了和])|成效|效果|氛围|作用(?!于)|意义|影响力|经验|成绩|环境|条件)"
)
def di_before_noun(match: re.Match[str]) -> Said:
    if match[0].startswith("有力地保障"):  # 有力地保障群众利益
        return None
    return f"“{match[0]}”的“地”应为“的”", "名词前的定语用“的”"


@on(
    "words/must",
    Severity.WARNING,
    title="“必须”写成了“必需”",
    why="“必须”是副词，用在动词前；“必需”是一定要有的意思，如“必需品”。",
    source=_DICTIONARY,
    wrong=("财务支出必需严格按照制度执行。",),
    right=("财务支出必须严格按照制度执行。", "保障必需的经费。", "生活必需品供应充足。"),
)
@each_match("必需(?=要|在|按|严格|坚持|做到|坚决|经|由|及时|遵守|执行|落实|报|认真|立即|符合|加强|实行|开展)")
def must(_match: re.Match[str]) -> Said:
    return "动词前的“必需”应为“必须”", "请改为“必须”"


@on(
    "words/business",
    Severity.WARNING,
    title="“业务”写成了“义务”",
    why="“业务”是本行业、本职的工作，“义务”是应尽的责任，读音相近，容易打错。",
    source=_DICTIONARY,
    wrong=("开展发展党员义务专题培训。", "不断提高干部义务水平。"),
    right=("开展业务专题培训。", "组织义务植树，履行党员义务。", "明确权利、义务部门。"),
)
@each_match("(?P<it>义务)(?:水平|能力|素质|骨干|知识|科室|处室|流程|专题培训|指导科|工作能力|办理)")
def business(match: re.Match[str]) -> Said:
    if before(match) in {"、", "与", "和", "及"}:
        return None
    return f"“{match[0]}”的“义务”应为“业务”", "请核对后改为“业务”"


@on(
    "words/attach",
    Severity.WARNING,
    title="“附”写成了“付”",
    why="随同、另加用“附”，交钱用“付”。",
    source=_DICTIONARY,
    wrong=("部分支出未付会议纪要。", "具体名单见付件。"),
    right=("部分支出未附会议纪要。", "未付材料款，应付未付清单已核对。", "支付件数不符。"),
)
@each_match(
    "(?:[未后]付(?=会议纪要|会议记录|审批单|公函|接待函|派车单|明细|证明|佐证|说明|依据)|(?:见|详见|列入|随文)付[件表])"
)
def attach(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“付”应为“附”", "请改为“附”"


@on(
    "words/vice",
    Severity.WARNING,
    title="“副”写成了“付”",
    why="“付”不是“副”的简化字，职务前用“副”。",
    source=_DICTIONARY,
    wrong=("由党委付书记牵头。",),
    right=("由党委副书记牵头。", "材料已交付书记审定。", "已支付主任津贴。"),
)
@each_match("付(?:书记|主任|局长|组长|县长|区长|镇长|乡长|市长|科长|处长|院长|校长|主席)")
def vice(match: re.Match[str]) -> Said:
    if before(match) not in _BEFORE_OFFICE:
        return None
    return f"“{match[0]}”的“付”应为“副”", "请改为“副”"


@on(
    "words/account",
    Severity.WARNING,
    title="“账”写成了“帐”",
    why="与钱物记载有关的用“账”，“帐”只用于布做的遮蔽物，如帐篷。",
    source="《第一批异形词整理表》（GF 1001—2001）",
    wrong=("建立整改台帐，帐实相符。",),
    right=("建立整改台账，账实相符。", "搭建救灾帐篷，归还蚊帐。"),
)
@each_match("帐")
def account(match: re.Match[str]) -> Said:
    if after(match) in _TENTS_AFTER or before(match) in _TENTS_BEFORE:
        return None
    return "钱物记载的“帐”应为“账”", "请改为“账”"


@on(
    "words/likeness",
    Severity.WARNING,
    title="“像”写成了“象”",
    why="比照人、物做成的形象和“好像”“不像”用“像”。",
    source="《现代汉语词典》第7版；《第一批异形词整理表》（GF 1001—2001）",
    wrong=("调取监控录象，留存影象资料。",),
    right=("调取监控录像，留存影像资料。", "好的印象，不良现象，有关对象。"),
)
@each_match("(?:录象|摄象|图象|影象|偶象|肖象|雕象|头象|画象|塑象|好象(?!征)|就象(?![征牙]))")
def likeness(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“象”应为“像”", "请改为“像”"


@on(
    "words/portion",
    Severity.WARNING,
    title="“分”写成了“份”",
    why="整体中的一些用“部分”“过分”“分量”，“份”是量词，如“一份文件”“身份”。",
    source=_VARIANTS,
    wrong=("部份党员参加了学习。", "恰如其份地评价工作。"),
    right=("部分党员参加了学习。", "享有全部份额，身份明确。", "印发各部份数不同的通知。"),
)
@each_match("部份|恰如其份|十份(?=重视|重要|明显|突出|必要|关注)")
def portion(match: re.Match[str]) -> Said:
    if match[0] == "部份" and (after(match) in {"额", "数", "制", "子"} or before(match) in {"全", "各"}):
        return None
    return f"“{match[0]}”的“份”应为“分”", "请改为“分”"


@on(
    "words/self-already",
    Severity.WARNING,
    title="“已”“己”“以”混用",
    why="已经的“已”、自己的“己”、“以”字形或读音相近，容易打错。",
    source=_DICTIONARY,
    wrong=("相关问题己完成整改。", "整改以经完成。", "对自已要求不严。", "12项措施均以完成。"),
    right=(
        "相关问题已完成整改。",
        "自己完成整改，以经济建设为中心。",
        "来自已建成的项目。",
        "考核均以完成任务为前提，现以完成时限为准。",
    ),
)
@each_match(
    "己(?=完成|整改|建立|制定|印发|出台|召开|落实|全部|按|于20|经(?:完成|整改|开展|取得|落实|建立))"
    "|以经(?=完成|整改|取得|落实|建立|制定|印发|出台|召开)"
    "|自已(?=的|动手|要求|负责|分管|岗位|职责)"
    "|(?<=[均全都])以(?=完成|整改到位|落实到位|出台|印发|建立)(?![^，。；]{1,12}为)"
)
def self_already(match: re.Match[str]) -> Said:
    if (match[0], before(match)) in _SELF_RIGHT:
        return None
    right = {"己": "已", "以": "已", "以经": "已经", "自已": "自己"}[match[0]]
    return f"“{match[0]}”应为“{right}”", f"请改为“{right}”"


@on(
    "words/not-yet",
    Severity.WARNING,
    title="“未”写成了“末”",
    why="“末”是末尾，“未”是没有，字形相近，容易看错。",
    source=_DICTIONARY,
    wrong=("个别支部末按时召开组织生活会。",),
    right=("个别支部未按时召开组织生活会。", "月末完成结算，年末及时兑现。"),
)
@each_match("末(?=完成|整改到位|落实|及时|按时|按规定|建立|经集体|经党|严格|开展|履行|发现)")
def not_yet(match: re.Match[str]) -> Said:
    if before(match) in _ENDING_IN_END:
        return None
    return "“末”应为“未”", "请核对后改为“未”"


@on(
    "words/deploy",
    Severity.WARNING,
    title="“部署”写成了“部属”",
    why="“部署”是安排，“部属”是部下或直属某部，读音相同。",
    source=_DICTIONARY,
    wrong=("认真落实区委工作部属。",),
    right=("认真落实区委工作部署。", "走访部属高校和部属单位。"),
)
@each_match("(?:安排|工作|统一|决策|专题|动员|研究|全面|重要|总体|具体)部属(?!高校|单位|企业|院校|事业|机构|研究)")
def deploy(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“部属”应为“部署”", "请改为“部署”"


@on(
    "words/even-if",
    Severity.WARNING,
    title="“即”“既”混用",
    why="“即使”表示假设，“既…又…”表示并列，两个字读音相近。",
    source=_DICTIONARY,
    wrong=("既使任务再重，也要按期完成。", "即要立足当前，又要着眼长远。"),
    right=("即使任务再重，也要按期完成。", "既要立足当前，又要着眼长远。", "既使企业受益，又使群众得利。"),
)
@each_match(
    "(?:(?P<if>既使)(?=[^。；又还更且，]{1,20}，?[^。；又还更且，使]{0,6}也(?!使))"
    "|即(?=(?:要|能|有|是)[^。；又也]{1,20}又(?:要|能|有|是)))"
)
def even_if(match: re.Match[str]) -> Said:
    wrong, right = ("既使", "即使") if match["if"] else ("即", "既")
    return f"“{wrong}”应为“{right}”", f"请改为“{right}”"


@on(
    "words/record",
    Severity.WARNING,
    title="“纪实”写成了“记实”",
    why="记录真实情况的做法通称“纪实”，如全程纪实、履责纪实。",
    source=_DICTIONARY,
    wrong=("推进党员干部履责记实工作。",),
    right=("推进党员干部履责纪实工作。", "党委书记实地走访，登记实名信息。"),
)
@each_match("(?:履责|全程|工作|现场|平时|考核|痕迹|选人用人)记实(?![际践现行施地名力验事效物])")
def record(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“记实”应为“纪实”", "请改为“纪实”"


@on(
    "words/no-more",
    Severity.WARNING,
    title="“不再”写成了“不在”",
    why="今后停止用“不再”，“不在”是不处于某处。",
    source=_DICTIONARY,
    wrong=("确保同类问题不在发生。", "对已取消的项目不在列支费用。"),
    right=("确保同类问题不再发生。", "专项经费不在办公费中列支。", "责任人不在现场。"),
)
@each_match("不在(?=发生|出现|增加|新增|受理|聘用|列支|发放|报销|重复|安排|审批|保留|执行)")
def no_more(match: re.Match[str]) -> Said:
    return None if before(match) in {"所", "并"} else ("“不在”应为“不再”", "请核对后改为“不再”")


@on(
    "words/dash-for-one",
    Severity.WARNING,
    title="“一”打成了短横",
    why="扫描识别或输入时，“一”常变成破折号的一半，既不是字，也不是标点。",
    source="前后文",
    wrong=("进—步压实责任。", "落实“三会—课”制度。", "—是加强学习。二是完善制度。"),
    right=("进一步压实责任。", "2020—2023年", "落实“三会一课”制度——一是加强学习。"),
)
@each_match(
    "进[—－-]步|统[—－-]部署|第[—－-](?=责任|书记|时间|议题|轮)|三会[—－-]课|三重[—－-]大|[—－-]岗双责|[—－-]是(?=[一-鿿])"
)
def dash_for_one(match: re.Match[str]) -> Said:
    return None if before(match) in _DASHES else (f"“{match[0]}”里的短横应为“一”", "请改为“一”")


@on(
    "words/once-more",
    Severity.WARNING,
    title="“再次”写成了“在次”",
    why="又一次用“再”，“在”表示存在、处所。",
    source=_DICTIONARY,
    wrong=("9月2日，领导小组在次召开会议。",),
    right=("9月2日，领导小组再次召开会议。", "存在次生风险，在次年完成。"),
)
@each_match("在次(?=召开|研究|部署|强调|组织|开展|学习|进行|修订|核查|约谈)")
def once_more(_match: re.Match[str]) -> Said:
    return "“在次”应为“再次”", "请改为“再次”"


def _is_slip(word: str, follows: str) -> bool:
    """Is a word that stands here twice on end one too many, given the character after both?"""
    if len(set(word)) == 1 or word[0] in _NUMERALS or word in _SAID_TWICE:
        return False
    return word in _NEVER_TWICE or not is_han(follows or "。") or follows in "的了和与及等"


WORDS: tuple[Rule[Manuscript], ...] = (
    typing,
    variant,
    office_words,
    doubled,
    doubled_particle,
    verb_again,
    doubled_le,
    de_before_verb,
    de_before_degree,
    di_before_noun,
    must,
    business,
    attach,
    vice,
    account,
    likeness,
    portion,
    self_already,
    not_yet,
    deploy,
    even_if,
    record,
    no_more,
    dash_for_one,
    once_more,
)
