"""Rules on characters that sound or look alike, where what stands beside them tells which is meant."""

import re

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, after, before, each_match
from bulletin_gen.checks.rule import Rule, on
from bulletin_gen.checks.sources import CONTEXT, DICTIONARY, VARIANTS
from bulletin_gen.finding import Severity

_BEFORE_OFFICE = frozenset("委组府会局院部办处科室校区县镇乡市")
_TENTS_BEFORE = frozenset("营蚊军升纱床幔帷毡罗幛幄棉夜")
_TENTS_AFTER = frozenset("篷幕子幔帷中下内灯")
_SELF_RIGHT = frozenset({*(("己", char) for char in "自律知克利为"), *(("自已", char) for char in "来各独亲")})
_DASHES = frozenset("—－-―")
_ENDING_IN_END = frozenset("月年周期岁本季学旬世始毫细底之")


@on(
    "words/must",
    Severity.WARNING,
    title="“必须”写成了“必需”",
    why="“必须”是副词，用在动词前；“必需”是一定要有的意思，如“必需品”。",
    source=DICTIONARY,
    wrong=("财务支出必需严格按照制度执行。",),
    right=("财务支出必须严格按照制度执行。", "保障必需的经费、必需经费和必需要素。", "生活必需品供应充足。"),
)
@each_match(
    "必需(?=要(?![素件])|在|按|严格|坚持|做到|坚决|经(?![费济营验])|由|及时|遵守|执行|落实|报(?![刊纸])|认真|立即|符合|加强|实行|开展)",
)
def must(_match: re.Match[str]) -> Said:
    return "动词前的“必需”应为“必须”", "请改为“必须”"


@on(
    "words/business",
    Severity.WARNING,
    title="“业务”写成了“义务”",
    why="“业务”是本行业、本职的工作，“义务”是应尽的责任，读音相近，容易打错。",
    source=DICTIONARY,
    wrong=("开展发展党员义务专题培训。", "不断提高干部义务水平。"),
    right=("开展业务专题培训。", "组织义务植树，履行党员义务。", "明确权利、义务部门。"),
)
@each_match("(?P<it>义务)(?:(?:水平|能力|素质|骨干|科室|处室|流程)|(?P<training>专题培训))")
def business(match: re.Match[str]) -> Said:
    is_duty = not match["training"] and before(match, count=2) in {"履行", "承担", "法定", "党员"}
    if is_duty or before(match) in {"、", "与", "和", "及"}:
        return None
    return f"“{match[0]}”的“义务”应为“业务”", "请核对后改为“业务”"


@on(
    "words/attach",
    Severity.WARNING,
    title="“附”写成了“付”",
    why="随同、另加用“附”，交钱用“付”。",
    source=DICTIONARY,
    wrong=("部分支出未付会议纪要。", "具体名单见付件。"),
    right=("部分支出未附会议纪要。", "未付材料款，应付未付明细已核对。", "支付件数不符。"),
)
@each_match(
    "(?:未付(?=会议纪要|会议记录|审批单|公函|接待函|派车单|菜单|证明材料|佐证材料)|(?:见|详见|列入|随文)付[件表])"
)
def attach(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“付”应为“附”", "请改为“附”"


@on(
    "words/vice",
    Severity.WARNING,
    title="“副”写成了“付”",
    why="“付”不是“副”的简化字，职务前用“副”。",
    source=DICTIONARY,
    wrong=("由党委付书记牵头。",),
    right=("由党委副书记牵头。", "材料已交付书记审定。", "已支付主任津贴，由付局长（姓付）牵头。"),
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
    source=VARIANTS,
    wrong=("部份党员参加了学习。", "恰如其份地评价工作。"),
    right=("部分党员参加了学习。", "享有全部份额，身份明确。", "印发各部份数不同的通知。"),
)
@each_match("部份|恰如其份")
def portion(match: re.Match[str]) -> Said:
    if match[0] == "部份" and (after(match) in {"额", "数", "制", "子"} or before(match) in {"全", "各"}):
        return None
    return f"“{match[0]}”的“份”应为“分”", "请改为“分”"


@on(
    "words/self-already",
    Severity.WARNING,
    title="“已”“己”“以”混用",
    why="已经的“已”、自己的“己”、“以”字形或读音相近，容易打错。",
    source=DICTIONARY,
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
    "|(?<=[均全都])以(?=完成|整改到位|落实到位|出台|印发|建立)(?![^，。；]{1,12}为)",
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
    source=DICTIONARY,
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
    source=DICTIONARY,
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
    source=DICTIONARY,
    wrong=("既使任务再重，也要按期完成。", "即要立足当前，又要着眼长远。"),
    right=(
        "即使任务再重，也要按期完成。",
        "既要立足当前，又要着眼长远。",
        "既使企业受益，又使群众得利。",
        "立即要求停工，又要求说明原因。",
    ),
)
@each_match(
    "(?:(?P<if>既使)(?=[^。；又还更且，]{1,20}，?[^。；又还更且，使]{0,6}也(?!使))"
    "|即(?=(?:要|能|有|是)[^。；又也]{1,20}又(?:要|能|有|是)))",
)
def even_if(match: re.Match[str]) -> Said:
    wrong, right = ("既使", "即使") if match["if"] else ("即", "既")
    if wrong == "即" and before(match) in {"立", "随", "当", "旋", "亦"}:
        return None
    return f"“{wrong}”应为“{right}”", f"请改为“{right}”"


@on(
    "words/record",
    Severity.WARNING,
    title="“纪实”写成了“记实”",
    why="记录真实情况的做法通称“纪实”，如全程纪实、履责纪实。",
    source=DICTIONARY,
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
    source=DICTIONARY,
    wrong=("确保同类问题不在发生。", "对已取消的项目不在列支费用。"),
    right=("确保同类问题不再发生。", "专项经费不在办公费中列支。", "该事项不在受理范围。"),
)
@each_match(
    "不在(?=发生|出现|增加|新增|受理|聘用|列支|发放|报销|重复|安排|审批|保留|执行)(?![^，。；]{0,8}(?:范围|之列|名单|目录|计划|期|内|中|环节|现场|库))",
)
def no_more(match: re.Match[str]) -> Said:
    return None if before(match) in {"所", "并"} else ("“不在”应为“不再”", "请核对后改为“不再”")


@on(
    "words/dash-for-one",
    Severity.WARNING,
    title="“一”打成了短横",
    why="扫描识别或输入时，“一”常变成破折号的一半，既不是字，也不是标点。",
    source=CONTEXT,
    wrong=("进—步压实责任。", "落实“三会—课”制度。", "—是加强学习。二是完善制度。"),
    right=("进一步压实责任。", "2020—2023年", "落实“三会一课”制度——一是加强学习。"),
)
@each_match(
    "进[—－-]步|统[—－-]部署|第[—－-](?=责任|书记|时间|议题|轮)|三会[—－-]课|三重[—－-]大|[—－-]岗双责|[—－-]是(?=[一-鿿])",
)
def dash_for_one(match: re.Match[str]) -> Said:
    return None if before(match) in _DASHES else (f"“{match[0]}”里的短横应为“一”", "请改为“一”")


@on(
    "words/once-more",
    Severity.WARNING,
    title="“再次”写成了“在次”",
    why="又一次用“再”，“在”表示存在、处所。",
    source=DICTIONARY,
    wrong=("9月2日，领导小组在次召开会议。",),
    right=("9月2日，领导小组再次召开会议。", "存在次生风险，在次年完成。"),
)
@each_match("在次(?=召开|研究|部署|强调|组织|开展|学习|进行|修订|核查|约谈)")
def once_more(_match: re.Match[str]) -> Said:
    return "“在次”应为“再次”", "请改为“再次”"


CHARACTERS: tuple[Rule[Manuscript], ...] = (
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
