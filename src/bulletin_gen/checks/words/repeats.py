"""Rules on what stands twice where once was meant."""

import re

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, after, before, each_match
from bulletin_gen.checks.rule import Rule, on
from bulletin_gen.checks.sources import CONTEXT
from bulletin_gen.finding import Severity
from bulletin_gen.text.chars import is_han

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
_NUMERALS = frozenset("一二三四五六七八九十百千万两几半每")


@on(
    "words/doubled",
    Severity.WARNING,
    title="词语重复",
    why="同一个词连着写了两遍，多是修改时留下的。",
    source=CONTEXT,
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
    source=CONTEXT,
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
    source=CONTEXT,
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
    source=CONTEXT,
    wrong=("组织了12家企业支部开展了主题党日活动。",),
    right=("组织12家企业支部开展了主题党日活动。", "组织了培训，开展了测试。"),
)
@each_match(
    "(?:组织|安排|召集|邀请|委托|督促)了[^，。；：、“”《》]{2,20}?(?:开展|进行|召开|参加|参观|完成|制定|观看)了"
)
def doubled_le(match: re.Match[str]) -> Said:
    return f"“{match[0]}”用了两个“了”", "请删去前一个“了”"


def _is_slip(word: str, follows: str) -> bool:
    """Is a word that stands here twice on end one too many, given the character after both?"""
    if len(set(word)) == 1 or word[0] in _NUMERALS or word in _SAID_TWICE:
        return False
    return word in _NEVER_TWICE or not is_han(follows or "。") or follows in "的了和与及等"


REPEATS: tuple[Rule[Manuscript], ...] = (
    doubled,
    doubled_particle,
    verb_again,
    doubled_le,
)
