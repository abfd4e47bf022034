"""Rules on what a sentence lacks, or says twice."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.listed import listed
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import DICTIONARY, GRAMMAR
from bulletin_gen.finding import Severity


@on(
    "usage/redundant",
    Severity.ADVICE,
    title="意思重复的说法",
    why="词里已经有了这个意思，不必再说一遍。词表见 templates/terms/赘余.tsv。",
    source=DICTIONARY,
    wrong=("涉及到两个村，原因是由于账目不清。",),
    right=("涉及两个村，原因是账目不清。", "贷款涉及到期和展期两类。"),
)
def redundant(manuscript: Manuscript) -> Iterator[Hit]:
    return listed(manuscript, "赘余", "“{}”意思重复")


@on(
    "usage/no-subject",
    Severity.ADVICE,
    title="“通过…使…”没有主语",
    why="“通过…”是状语，“使…”要有主语；两个都写，整句就没有主语了。",
    source=GRAMMAR,
    wrong=("通过集中整改，使全体党员的纪律意识明显增强。",),
    right=(
        "通过集中整改，全体党员的纪律意识明显增强。",
        "集中整改使全体党员的纪律意识明显增强。",
        "通过整改促进工作，促进作风转变。",
    ),
)
@each_match(
    "(?:^|[。；：])(?:一是|二是|三是|四是|五是)?(?P<it>(?:通过|经过)[^，。；：]{2,30}，(?:从而|进而)?使得?)(?=[^用，。；]{2})",
)
def no_subject(match: re.Match[str]) -> Said:
    return f"“{match['it'][:2]}…使…”没有主语", "请删去“使”，或删去“通过”"


@on(
    "usage/never-again",
    Severity.WARNING,
    title="“防止…不再发生”说反了",
    why="“防止”“避免”“杜绝”已经是否定，再加“不再”，意思就反了。",
    source=GRAMMAR,
    wrong=("举一反三，防止类似问题不再发生。", "坚决杜绝此类现象不再出现。"),
    right=("举一反三，防止类似问题再次发生。", "确保类似问题不再发生。"),
)
@each_match("(?:防止|避免|杜绝|严防)[^，。；：、]{1,20}不(?:再|会再|会)(?:发生|出现|反弹|产生)")
def never_again(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是双重否定，意思反了", "请改为“防止…再次发生”或“确保…不再发生”"


@on(
    "usage/plural",
    Severity.WARNING,
    title="已有数量，又加“们”",
    why="前面有数目或“各位”“广大”“全体”的，后面不加“们”。",
    source=GRAMMAR,
    wrong=("全体干部们认真学习，三十余名党员们参加了活动。",),
    right=("全体干部认真学习，三十余名党员参加了活动。", "党员干部们认真学习。"),
)
@each_match(
    "(?:全体|各位|广大|\\d{1,6}[余多]?[名位]|[一二三四五六七八九十百]{1,5}[余多]?[名位])(?:党员|干部|同志|群众|职工|村民|教师|学生|代表){1,2}们",
)
def plural(match: re.Match[str]) -> Said:
    return f"“{match[0]}”多了“们”", "请删去“们”"


@on(
    "usage/involving",
    Severity.WARNING,
    title="“涉及…问题”前面少了“的”",
    why="“涉及…”作定语修饰“问题”，中间要有“的”。",
    source=GRAMMAR,
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
    source=GRAMMAR,
    wrong=("引进有资源、有实力、有经验第三方团队。",),
    right=("引进有资源、有实力、有经验的第三方团队。", "做到有部署、有检查、有落实。"),
)
@each_match(
    "(?:有[一-鿿]{2}、){1,4}有(?:经验|实力|资质|能力|条件)(?P<it>第三方|专业|企业|团队|机构|单位|公司)",
)
def experienced(match: re.Match[str]) -> Said:
    return f"“{match['it']}”前面少了“的”", "请补上“的”"


@on(
    "usage/because-so",
    Severity.WARNING,
    title="介词多余，句子没有主语",
    why="“由于…的原因”“在…的情况下”后面又用“导致”“使得”，主语就没有了。",
    source=GRAMMAR,
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
    source=GRAMMAR,
    wrong=("严禁不得公款吃喝。", "谨防不要发生新的问题。"),
    right=("严禁公款吃喝，不得违规接待。", "谨防发生新的问题。"),
)
@each_match("(?:严禁|禁止|谨防|切忌|杜绝)(?:不得|不要|不准|不许|勿)")
def lest(match: re.Match[str]) -> Said:
    return f"“{match[0]}”多了一层否定", f"请留下“{match[0][:2]}”或“{match[0][2:]}”中的一个"


@on(
    "usage/spirit",
    Severity.WARNING,
    title="落实的是会议“精神”",
    why="会议开过就完了，落地落实的是会议精神、部署、要求。",
    source=GRAMMAR,
    wrong=("推动市第八次党代会在园区落地落实。", "深入学习贯彻党的二十大，统一思想。"),
    right=(
        "推动市第八次党代会精神在园区落地落实。",
        "党代会代表在一线落实责任。",
        "学习贯彻党的二十大和二十届三中全会精神。",
    ),
)
@each_match(
    "(?:学习|贯彻|宣传){1,2}(?:党的)?(?:二十大|十九大|(?:二十|十九)届[一二三四五六七]中全会)(?=[，。；])"
    "|(?:党代会|全会|二十大|代表大会)(?P<it>在[^，。；：、]{1,8})?落[地实细](?:落[地实细]|生根|见效)",
)
def spirit(match: re.Match[str]) -> Said:
    return f"“{match[0]}”少了“精神”", "请补上“精神”或“部署要求”"


@on(
    "usage/role",
    Severity.WARNING,
    title="“发挥…”后面少了“作用”",
    why="发挥的是作用；“发挥战斗堡垒”没有说完。",
    source=GRAMMAR,
    wrong=("充分发挥基层党组织战斗堡垒和党员先锋模范。",),
    right=("充分发挥基层党组织战斗堡垒作用和党员先锋模范作用。", "成为战斗堡垒，发挥优势。"),
)
@each_match(
    "发挥[^，。；：“”《》]{0,20}(?:战斗堡垒|先锋模范|示范带头|模范带头|表率引领)(?=[，。；]|$)",
)
def role(match: re.Match[str]) -> Said:
    return f"“{match[0]}”少了“作用”", "请补上“作用”"


SENTENCES: tuple[Rule[Manuscript], ...] = (
    redundant,
    no_subject,
    never_again,
    plural,
    involving,
    experienced,
    because_so,
    lest,
    spirit,
    role,
)
