"""Rules on fixed phrases, which are said exactly."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.listed import listed
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_OFFICIAL = "中央文件通行表述"
_ABBREVIATION = Regex(
    "三会一课|三重一大|一岗双责|四个意识|四个自信|两个维护|两个确立|三严三实|两学一做|一带一路|放管服|四种形态|五位一体"
    "|两新(?=组织|党组织|支部)"
)
_THOUGHT = Regex("中国特色社会主义(?:经济|外交)?思想")
_OPENING, _CLOSING = "“‘《", "”’》"
_MEMBERS = {
    "四个意识": ("政治意识", "大局意识", "核心意识", "看齐意识"),
    "四个自信": ("道路自信", "理论自信", "制度自信", "文化自信"),
}
_VERBS = {"四个意识": "增强", "四个自信": "坚定", "两个维护": "做到"}
_FARTHEST_QUOTE = 200


def _is_enclosed(text: str, at: int) -> bool:
    """Does a place stand inside quotes or a title that opened not far before?"""
    start = max(at - _FARTHEST_QUOTE, 0)
    opened = max(text.rfind(mark, start, at) for mark in _OPENING)
    return opened > max(text.rfind(mark, start, at) for mark in _CLOSING)


@on(
    "names/phrase",
    Severity.WARNING,
    title="固定表述有误",
    why="重要政治表述、党内法规和法律的名称不能改字、漏字、换次序。词表见 templates/terms/固定表述.tsv。",
    source=_OFFICIAL,
    wrong=("执行中央八项规定和实施细则精神有偏差。", "根据《中国共产党巡察工作条例》有关规定。"),
    right=("落实中央八项规定及其实施细则精神不严格。", "根据《中国共产党巡视工作条例》有关规定。"),
)
def phrase(manuscript: Manuscript) -> Iterator[Hit]:
    return listed(manuscript, "固定表述", "“{}”与固定表述不符")


@on(
    "names/set-number",
    Severity.WARNING,
    title="“四个意识”等的数目或量词有误",
    why="“四个意识”“四个自信”“两个维护”“两个确立”是固定说法，量词都是“个”。",
    source=_OFFICIAL,
    wrong=("强化“四种意识”，坚定“四大自信”。", "坚决做到“二个维护”。"),
    right=("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "运用监督执纪“四种形态”。"),
)
@each_match("四[种大项类]意识|四[种大项]自信|(?:[两二][种大项]|二个)(?:维护|确立)(?=”|’|的决定性)")
def set_number(match: re.Match[str]) -> Said:
    right = f"{'四' if match[0][0] == '四' else '两'}个{match[0][-2:]}"
    return f"“{match[0]}”应为“{right}”", f"请改为“{right}”"


@on(
    "names/set-members",
    Severity.WARNING,
    title="“四个意识”“四个自信”的内容列错",
    why="四项内容和次序是固定的。",
    source=_OFFICIAL,
    wrong=("增强“四个意识”（政治意识、大局意识、责任意识、看齐意识）。",),
    right=("增强“四个意识”（政治意识、大局意识、核心意识、看齐意识）。", "增强责任意识、服务意识。"),
)
@each_match("[“‘](?P<set>四个意识|四个自信)[”’](?:（|：|，?即|——)(?P<it>(?:[一-鿿]{2}(?:意识|自信)[、和]?){2,5})")
def set_members(match: re.Match[str]) -> Said:
    right = _MEMBERS[match["set"]]
    listed_members = tuple(re.split("[、和]", match["it"].rstrip("、和")))
    if listed_members == right:
        return None
    return f"“{match['set']}”的内容列成了“{match['it']}”", f"应为“{'、'.join(right)}”"


@on(
    "names/set-verb",
    Severity.ADVICE,
    title="“四个意识”等的搭配",
    why="固定的说法是增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    source=_OFFICIAL,
    wrong=("强化政治担当，增强“四个自信”。", "坚定“四个意识”。"),
    right=("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "树牢“四个意识”。"),
)
@each_match("(?P<verb>增强|坚定|做到)[“‘](?P<set>四个意识|四个自信|两个维护)[”’]")
def set_verb(match: re.Match[str]) -> Said:
    verb = _VERBS[match["set"]]
    return (
        None
        if match["verb"] == verb
        else (f"“{match['verb']}”与“{match['set']}”不搭配", f"通行的说法是{verb}“{match['set']}”")
    )


@on(
    "names/quotes",
    Severity.ADVICE,
    title="专用简称没有加引号",
    why="“三会一课”“三重一大”这类数字简称加引号。每个简称只提一次。",
    source="GB/T 15834-2011 标点符号用法（引号标示有特殊含义而需要强调的词语）",
    wrong=("落实三会一课制度，规范三重一大决策。",),
    right=("落实“三会一课”制度，规范“三重一大”决策。", "执行《三重一大决策制度》，解决“三会一课不规范”问题。"),
)
def quotes(manuscript: Manuscript) -> Iterator[Hit]:
    told: set[str] = set()
    for passage, match in manuscript.finds(_ABBREVIATION):
        if match[0] not in told and not _is_enclosed(passage.text, match.start()):
            told.add(match[0])
            yield Hit(passage, f"“{match[0]}”没有加引号", f"请写成“{match[0]}”", *match.span())


@on(
    "names/campaign",
    Severity.WARNING,
    title="“不忘初心、牢记使命”主题教育写法有误",
    why="这项活动的名称是“不忘初心、牢记使命”主题教育，引号不能少，也不叫专题教育。",
    source=_OFFICIAL,
    wrong=("结合不忘初心、牢记使命主题教育，找准差距。", "开展“不忘初心、牢记使命”专题教育。"),
    right=(
        "结合“不忘初心、牢记使命”主题教育，找准差距。",
        "《不忘初心、牢记使命主题教育方案》",
        "不忘初心、牢记使命，担当作为。",
    ),
)
@each_match("(?P<open>[“‘]?)不忘初心[、，]?牢记使命(?P<close>[”’]?)(?P<what>主题教育|专题教育|主题活动|学习教育)")
def campaign(match: re.Match[str]) -> Said:
    is_quoted = bool(match["open"] and match["close"]) or _is_enclosed(match.string, match.start())
    if is_quoted and match["what"] == "主题教育":
        return None
    return f"“{match[0].strip('“”‘’')}”写法有误", "应为“不忘初心、牢记使命”主题教育"


@on(
    "names/thought",
    Severity.ERROR,
    title="“习近平新时代中国特色社会主义思想”写法有误",
    why="这一表述必须完整准确，不能漏字、错字。",
    source="《中国共产党章程》",
    wrong=("学习习近平新时代特色社会主义思想。", "贯彻习近平新时代中国特色社会主义理论思想。"),
    right=("学习习近平新时代中国特色社会主义思想。", "学习习近平新时代中国特色社会主义经济思想、习近平法治思想。"),
)
@each_match("(?P<it>习近平(?:总书记|同志)?新时代[一-鿿]{0,10}?思想)|新时代习近平[一-鿿]{0,12}?思想")
def thought(match: re.Match[str]) -> Said:
    if match["it"] and _THOUGHT.fullmatch(match["it"].removeprefix("习近平新时代")):
        return None
    return f"“{match[0]}”写法有误", "应为“习近平新时代中国特色社会主义思想”"


@on(
    "names/leader",
    Severity.WARNING,
    title="“习近平”后面没有职务或“同志”",
    why="正文中称“习近平总书记”“习近平同志”，不直呼姓名；书名、文章名除外。",
    source=_OFFICIAL,
    wrong=("学习习近平在中央纪委全会上的重要讲话精神。",),
    right=("学习习近平总书记在中央纪委全会上的重要讲话精神。", "学习《习近平在福州》。", "学习习近平法治思想。"),
)
@each_match("习近平(?=在|对|重要|系列|发表|考察|视察|来到|的)")
def leader(match: re.Match[str]) -> Said:
    if _is_enclosed(match.string, match.start()):
        return None
    return "“习近平”后面没有职务", "请写“习近平总书记”"


@on(
    "names/congress",
    Severity.WARNING,
    title="党代会、中央全会的名称有误",
    why="代表大会称“党的二十大”，其中央委员会的全会称“二十届三中全会”，“大”和“届”不能混。",
    source=_OFFICIAL,
    wrong=("学习党的二十大三中全会精神。", "贯彻党的二十届大精神。"),
    right=("学习党的二十届三中全会精神。", "贯彻党的二十大和二十届二中、三中全会精神。"),
)
@each_match("(?:十[七八九]|二十)大[一二三四五六七]中(?:全会|、)|党的(?:十[七八九]|二十)届大")
def congress(match: re.Match[str]) -> Said:
    return f"“{match[0]}”写法有误", "请写成“党的二十大”“二十届三中全会”这样的形式"


@on(
    "names/dues",
    Severity.ADVICE,
    title="党费用“交纳”",
    why="党章和党费管理规定都写“交纳党费”；“缴纳”用于税费、罚款等。每份只提一次。",
    source="《中国共产党章程》；《关于中国共产党党费收缴、使用和管理的规定》",
    wrong=("督促党员按时缴纳党费。",),
    right=("督促党员按时交纳党费。", "规范党费收缴。"),
)
@each_match("缴纳党费|党费缴纳|未缴纳的?党费", once=True)
def dues(match: re.Match[str]) -> Said:
    return f"“{match[0]}”宜用“交纳”", "请全文统一"


PHRASES: tuple[Rule[Manuscript], ...] = (
    phrase,
    set_number,
    set_members,
    set_verb,
    quotes,
    campaign,
    thought,
    leader,
    congress,
    dues,
)
