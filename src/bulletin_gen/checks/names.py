"""Rules on fixed phrases and names (固定表述、机构名称): said exactly, and one thing by one name throughout."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, each_passage, on
from bulletin_gen.checks.terms import listed
from bulletin_gen.document import Title
from bulletin_gen.finding import Severity

_OFFICIAL = "中央文件通行表述"
_BODIES = "机构正式名称"
_CONTEXT = "前后文"
_OFFICE = "本单位的 bulletin-gen.toml"

_ABBREVIATION = re.compile(
    "三会一课|三重一大|一岗双责|四个意识|四个自信|两个维护|两个确立|三严三实|两学一做|一带一路|放管服|四种形态|五位一体"
    "|两新(?=组织|党组织|支部)"
)
_THOUGHT = re.compile("中国特色社会主义(?:经济|外交)?思想")
_OPENING, _CLOSING = "“‘《", "”’》"
_MEMBERS = {
    "四个意识": ("政治意识", "大局意识", "核心意识", "看齐意识"),
    "四个自信": ("道路自信", "理论自信", "制度自信", "文化自信"),
}
_VERBS = {"四个意识": "增强", "四个自信": "坚定", "两个维护": "做到"}
_TITLE = re.compile("副?(?:书记|主任|局长|部长|镇长|乡长|县长|区长|市长|处长|科长|院长|校长|所长|站长|总经理|董事长)$")
_LONGEST_TITLE = 4
_FARTHEST_QUOTE = 200
_MOST_SHORT_NAMES = 20
_NEAR_FEEDBACK = 30
_PARTS_OF_A_SERIES = frozenset("一二三四五六七八九十东西南北中上下0123456789")


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
    wrong=("落实中央八项规定和实施细则精神不严格。", "根据《中国共产党巡察工作条例》有关规定。"),
    right=("落实中央八项规定及其实施细则精神不严格。", "根据《中国共产党巡视工作条例》有关规定。"),
)
@each_passage
def phrase(passage: Passage) -> Iterator[Hit]:
    return listed(passage, "固定表述", "“{}”与固定表述不符")


@on(
    "names/body",
    Severity.WARNING,
    title="机构名称有误",
    why="机构名称用全称或规范的简称，“和”“与”不能互换。词表见 templates/terms/机构名称.tsv。",
    source=_BODIES,
    wrong=("会同县住房与城乡建设局办理。", "移送县人民检查院。"),
    right=("会同县住房和城乡建设局办理。", "移送县人民检察院。", "增补1名纪检委员。"),
)
@each_passage
def body(passage: Passage) -> Iterator[Hit]:
    return listed(passage, "机构名称", "“{}”不是机构的正式名称")


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
    for passage in manuscript.passages:
        for match in _ABBREVIATION.finditer(passage.text):
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
@each_match("(?P<it>习近平(?:总书记|同志)?新时代[一-鿿]{0,10}思想)|新时代习近平[一-鿿]{0,12}思想")
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
    why="代表大会称“党的二十大”，其中央委员会的全会称“二十届三中全会”，“大”和“届”不能混，也不用数字。",
    source=_OFFICIAL,
    wrong=("学习党的二十大三中全会精神。", "贯彻党的20大精神。", "贯彻党的二十届大精神。"),
    right=("学习党的二十届三中全会精神。", "贯彻党的二十大和二十届二中、三中全会精神。"),
)
@each_match("(?:十[七八九]|二十)大[一二三四五六七]中(?:全会|、)|党的(?:1\\d|2\\d)(?:大|届)|党的(?:十[七八九]|二十)届大")
def congress(match: re.Match[str]) -> Said:
    return f"“{match[0]}”写法有误", "请写成“党的二十大”“二十届三中全会”这样的形式"


@on(
    "names/party-government",
    Severity.WARNING,
    title="“中共”与政府机构连写",
    why="“中共”后面是党的组织；政府、法院、检察院、管委会不是党的组织。",
    source=_BODIES,
    wrong=("中共青禾县人民政府关于整改情况的通报",),
    right=("中共青禾县委、青禾县人民政府", "青禾县人民政府", "中共青禾县人民政府党组"),
)
@each_match(
    "中共[^委党组办关于的大届，。、；：“”《》\\s]{1,14}(?:人民政府|人民法院|人民检察院|管理委员会|人大常委会|政协)(?!党|机关党|办公)"
)
def party_government(match: re.Match[str]) -> Said:
    return f"“{match[0]}”不是党的组织", "请删去“中共”，或写党组织的名称"


@on(
    "names/party-mixed",
    Severity.ADVICE,
    title="党组织的全称和简称混用",
    why="全称是“中国共产党××县委员会”，简称是“中共××县委”，不混着写。",
    source=_BODIES,
    wrong=("中国共产党青禾县委高度重视。",),
    right=("中共青禾县委高度重视。", "中国共产党青禾县委员会", "中国共产党领导下的县委"),
)
@each_match("中国共产党[^的，。、；：“”《》\\s]{2,10}[省市县区旗镇乡]委(?!员)")
def party_mixed(match: re.Match[str]) -> Said:
    return f"“{match[0]}”全称和简称混用", "请写“中共…委”，或“中国共产党…委员会”"


@on(
    "names/inspection",
    Severity.WARNING,
    title="“巡察”写成了“巡查”",
    why="党委派出的是巡察组，开展的是巡察；“巡查”是日常的巡逻检查。",
    source="《中国共产党巡视工作条例》",
    wrong=("县委第三巡查组向我局反馈了意见。", "根据县委巡查反馈意见逐条整改。"),
    right=("县委第三巡察组向我局反馈了意见。", "落实河长巡查、日常巡查制度，巡查整改隐患。"),
)
@each_match(
    "[省市县区旗州工]委(?:第?[一二三四五六七八九十\\d]{1,3})?巡查(?:组|办|反馈|整改|意见)?|巡查(?:组反馈|反馈(?:意见|问题)|整改(?:情况|方案|工作|落实))"
)
def inspection(match: re.Match[str]) -> Said:
    return f"“{match[0]}”的“巡查”应为“巡察”", "请改为“巡察”"


@on(
    "names/meeting",
    Severity.ADVICE,
    title="“党工委会”宜写“党工委会议”",
    why="会议的名称是“党工委会议”，“党工委会”读起来像另一个机构。每份只提一次。",
    source=_BODIES,
    wrong=("重大事项须经党工委会研究。",),
    right=("重大事项须经党工委会议研究。", "党工委会同管委会办理。"),
)
@each_match("党工委会(?=研究|讨论|审议|决定|集体|通过|上|议题|[，。、；])", once=True)
def meeting(_match: re.Match[str]) -> Said:
    return "“党工委会”宜写“党工委会议”", "请全文统一"


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


@on(
    "names/another-body",
    Severity.WARNING,
    title="本单位的党组织前后叫法不同",
    why="党委、党组、党工委是不同的组织，一个单位只有一种，职务名称要与它一致。",
    source=_CONTEXT,
    wrong=("园区党工委已明确党委副书记分管纪检工作。",),
    right=("园区党工委已明确党工委副书记分管纪检工作。", "县委教育工委明确各学校党委书记为第一责任人。"),
)
@each_match(
    "(?P<own>党工委|党组|党委)[^，。；：、“”《》]{0,6}(?:明确|确定|指定|责成|安排|由)"
    "(?P<it>(?P<other>党工委|党组|党委)(?:副?书记|委员|成员))"
)
def another_body(match: re.Match[str]) -> Said:
    if match["own"] == match["other"]:
        return None
    return f"前面是{match['own']}，这里却是“{match['it']}”", "请核对党组织的名称"


_KINDS = (("党工委", "工作委员会|党工委|工委"), ("党组", "党组"), ("党委", "委员会|党委"))
_OWN_BODY = re.compile(
    "(?:(?:我|本)(?:局|镇|乡|街道|院|校|委|公司)?|(?:^|[，。；：])(?:局|镇|乡|街道|片区|园区|开发区|高新区))"
    "(?P<it>党工委|党组|党委)(?=高度重视|班子|会议|召开|把|坚持|成立|切实|始终|书记|副书记|成员|委员|将)"
)


@on(
    "names/own-body",
    Severity.WARNING,
    title="本单位的党组织与标题不同",
    why="标题里是党组的，正文里不能又叫党委；党委、党组、党工委不是一回事。",
    source=_CONTEXT,
    wrong=(
        "中共青禾县水务局党组关于巡察整改情况的通报\n根据县委统一部署，开展了巡察。\n一、整改情况\n局党委高度重视。",
    ),
    right=(
        "中共青禾县水务局党组关于巡察整改情况的通报\n根据县委统一部署，开展了巡察。\n一、整改情况\n局党组高度重视，局机关党委书记参加。",
    ),
)
def own_body(manuscript: Manuscript) -> Iterator[Hit]:
    own = _kind_of_issuer(manuscript)
    for mention in _mentions(manuscript, _OWN_BODY, "it") if own else ():
        if mention.words != own and not isinstance(mention.passage.block, Title):
            yield Hit(mention.passage, f"标题里是{own}，这里却是{mention.words}", "请核对", mention.start, mention.end)


def _kind_of_issuer(manuscript: Manuscript) -> str:
    """Return which kind of party body the title names first, or nothing where it names none, or several."""
    title = "".join(passage.text for passage in manuscript.passages if isinstance(passage.block, Title))
    organ = title.partition("关于")[0]
    return next((kind for kind, pattern in _KINDS if re.search(pattern, organ)), "") if organ.count("中共") < 2 else ""


class _Mention(NamedTuple):
    """A name that stands somewhere in the text."""

    passage: Passage
    start: int
    end: int
    words: str


def _mentions(manuscript: Manuscript, pattern: re.Pattern[str], group: str | int = 0) -> Iterator[_Mention]:
    for passage in manuscript.passages:
        for match in pattern.finditer(passage.text):
            yield _Mention(passage, *match.span(group), match[group])


_GROUP = re.compile("整改(?:落实)?(?:工作)?领导小组")


@on(
    "names/leading-group",
    Severity.ADVICE,
    title="领导小组前后叫法不同",
    why="同一个领导小组只用一个名称，或先写全称并注明“以下简称”。每份只提一次。",
    source=_CONTEXT,
    wrong=("成立巡察反馈意见整改工作领导小组。\n整改领导小组召开会议6次。",),
    right=("成立巡察反馈意见整改工作领导小组。\n整改工作领导小组召开会议6次。", "领导小组召开会议6次。"),
)
def leading_group(manuscript: Manuscript) -> Iterator[Hit]:
    first: _Mention | None = None
    for mention in _mentions(manuscript, _GROUP):
        first = first or mention
        if mention.words != first.words:
            message = f"“{mention.words}”在前面叫“{first.words}”"
            yield Hit(mention.passage, message, "请统一名称，或注明“以下简称”", mention.start, mention.end)
            return


_TEAM = re.compile(
    "(?P<who>[省市县区旗州]委)(?P<number>第?[一二三四五六七八九十\\d]{1,3})?(?P<kind>巡[察视])(?P<tail>第?[一二三四五六七八九十\\d]{1,3})?组"
)


@on(
    "names/team-kind",
    Severity.WARNING,
    title="巡察组、巡视组混写",
    why="同一个组前面叫巡察组，后面叫巡视组，必有一处写错。",
    source="《中国共产党巡视工作条例》",
    wrong=("区委第四巡察组开展了巡察。\n区委第四巡视组反馈了意见。",),
    right=("区委第四巡察组开展了巡察。\n省委第二巡视组反馈了意见。",),
)
def team_kind(manuscript: Manuscript) -> Iterator[Hit]:
    kinds: dict[str, str] = {}
    for mention, team in _teams(manuscript):
        name = team["who"] + (team["number"] or "")
        kind = kinds.setdefault(name, team["kind"])
        if kind != team["kind"]:
            yield Hit(mention.passage, f"前面写的是“{name}{kind}组”", "请核对后统一", mention.start, mention.end)


@on(
    "names/team-form",
    Severity.ADVICE,
    title="巡察组的序号写法不统一",
    why="“第六巡察组”和“巡察六组”、“第6巡察组”选一种写法，用到底。每份只提一次。",
    source=_CONTEXT,
    wrong=("区委第六巡察组开展了巡察。\n区委巡察六组反馈了意见。",),
    right=("区委第六巡察组开展了巡察。\n区委巡察组反馈了意见。",),
)
def team_form(manuscript: Manuscript) -> Iterator[Hit]:
    first = ""
    for mention, team in _teams(manuscript):
        form = re.sub(
            "[一二三四五六七八九十]{1,3}",
            "一",
            re.sub("\\d{1,3}", "1", f"{team['number'] or ''}组{team['tail'] or ''}"),
        )
        if form == "组":
            continue
        first = first or form
        if form != first:
            yield Hit(mention.passage, f"“{mention.words}”的写法与前面不同", "请统一", mention.start, mention.end)
            return


def _teams(manuscript: Manuscript) -> Iterator[tuple[_Mention, re.Match[str]]]:
    for mention in _mentions(manuscript, _TEAM):
        match = _TEAM.match(mention.passage.text, mention.start)
        assert match
        yield mention, match


@on(
    "names/team-number",
    Severity.WARNING,
    title="巡察组的序号前后不同",
    why="开展巡察的和反馈意见的应当是同一个组。",
    source=_CONTEXT,
    wrong=("区委第六巡察组对园区党工委进行了巡察。\n7月30日，区委第四巡察组反馈了巡察意见。",),
    right=(
        "区委第六巡察组对园区党工委进行了巡察。\n7月30日，区委第六巡察组反馈了巡察意见。",
        "省委第二巡视组、区委第四巡察组反馈了意见。",
    ),
)
def team_number(manuscript: Manuscript) -> Iterator[Hit]:
    """Look at the first two numbered mentions alone: later ones may be of other teams."""
    numbered = ((mention, team) for mention, team in _teams(manuscript) if team["number"])
    pairs = list(islice(numbered, 2))
    if len(pairs) < 2:
        return
    (first, one), (second, other) = pairs
    is_feedback = "反馈" in second.passage.text[second.end : second.end + _NEAR_FEEDBACK]
    is_same = (one["who"], one["kind"]) == (other["who"], other["kind"])
    if is_same and is_feedback and one["number"] != other["number"]:
        yield Hit(second.passage, f"前面开展巡察的是“{first.words}”", "请核对序号", second.start, second.end)


_SHORT = re.compile("（以下(?:统称|简称)为?[“‘]?(?P<short>[^”’（）、或；\n]{1,20})[”’]?）")


@on(
    "names/short-name-twice",
    Severity.WARNING,
    title="“以下简称”说了两遍",
    why="同一个简称注明一次就够了；两处所指不同的，读者无从分辨。",
    source=_CONTEXT,
    wrong=("制定整改方案（以下简称《方案》）。\n印发内控方案（以下简称《方案》）。",),
    right=("制定整改方案（以下简称《方案》）。\n落实《方案》要求，印发内控办法（以下简称《办法》），落实《办法》。",),
)
def short_name_twice(manuscript: Manuscript) -> Iterator[Hit]:
    seen: set[str] = set()
    for mention in _mentions(manuscript, _SHORT, "short"):
        if mention.words in seen:
            message = f"“{mention.words}”前面已经作了简称"
            yield Hit(mention.passage, message, "请删去这一处，或换一个简称", mention.start, mention.end)
        seen.add(mention.words)


@on(
    "names/short-name-unused",
    Severity.ADVICE,
    title="注明了“以下简称”，后面没有用",
    why="简称后面没有再出现，注明就是多余的；也可能是后面用了别的叫法。",
    source=_CONTEXT,
    wrong=("制定整改方案（以下简称《方案》），明确44项措施。",),
    right=("制定整改方案（以下简称《方案》），按《方案》逐项落实。",),
)
def short_name_unused(manuscript: Manuscript) -> Iterator[Hit]:
    texts = [passage.text for passage in manuscript.passages]
    for mention in islice(_mentions(manuscript, _SHORT, "short"), _MOST_SHORT_NAMES):
        if sum(text.count(mention.words) for text in texts) == 1:
            message = f"注明了简称“{mention.words}”，后面却没有用"
            yield Hit(mention.passage, message, "请删去括注，或在后面使用简称", mention.start, mention.end)


@on(
    "names/office-person",
    Severity.WARNING,
    title="人员的职务与登记的不同",
    why="bulletin-gen.toml 里登记的职务（例中白松溪是县水务局副局长）与这里写的不一样。没有登记的，这一条不起作用。",
    source=_OFFICE,
    wrong=("由县水务局局长白松溪牵头。",),
    right=("由县水务局副局长白松溪牵头。", "由组长白松溪牵头。"),
    office=Office(people={"白松溪": "县水务局副局长"}),
)
def office_person(manuscript: Manuscript) -> Iterator[Hit]:
    for name, post in manuscript.office.people.items():
        posts = {_title(part) for part in post.split("、")}
        for mention in _mentions(manuscript, re.compile(re.escape(name))) if name else ():
            said = _title(mention.passage.text[max(mention.start - _LONGEST_TITLE, 0) : mention.start])
            if said and said not in posts:
                start = mention.start - len(said)
                yield Hit(mention.passage, f"{name}的职务登记为“{post}”，这里写“{said}”", "请核对", start, mention.end)


def _title(text: str) -> str:
    """Return the title that a text ends with, or nothing."""
    match = _TITLE.search(text[-_LONGEST_TITLE:])
    return match[0] if match else ""


@on(
    "names/office-unit",
    Severity.WARNING,
    title="单位名称与登记的差一个字",
    why="与 bulletin-gen.toml 里登记的单位名称（例中是青禾县住房和城乡建设局）只差一个字。没有登记的，这一条不起作用。",
    source=_OFFICE,
    wrong=("会同青禾县住房与城乡建设局办理。",),
    right=("会同青禾县住房和城乡建设局办理。", "青禾县第二中学"),
    office=Office(units=("青禾县住房和城乡建设局", "青禾县第一中学")),
)
def office_unit(manuscript: Manuscript) -> Iterator[Hit]:
    for unit in manuscript.office.units:
        if len(unit) < _SHORTEST_UNIT:
            continue
        for mention in _mentions(manuscript, _like(unit)):
            if mention.words not in manuscript.office.units and _is_slip_of(mention.words, unit):
                message = f"“{mention.words}”与登记的名称差一个字"
                yield Hit(mention.passage, message, f"是不是“{unit}”？", mention.start, mention.end)


_SHORTEST_UNIT = 5


def _like(unit: str) -> re.Pattern[str]:
    """Return what finds names that begin and end as this one, and are as long, or a character longer or shorter."""
    inner = len(unit) - 4
    return re.compile(
        f"{re.escape(unit[:2])}[^，。；、：“”《》\\s]{{{max(inner - 1, 0)},{inner + 1}}}?{re.escape(unit[-2:])}"
    )


def _is_slip_of(words: str, unit: str) -> bool:
    """Do two names differ in one character, and not in which of a series they are (第一中学, 第二中学)?"""
    start = next(
        (at for at, (one, other) in enumerate(zip(words, unit, strict=False)) if one != other),
        min(len(words), len(unit)),
    )
    longer = max(len(words), len(unit))
    rests = (words[start + (len(words) == longer) :], unit[start + (len(unit) == longer) :])
    return rests[0] == rests[1] and not _PARTS_OF_A_SERIES & set(words[start : start + 1] + unit[start : start + 1])


NAMES: tuple[Rule[Manuscript], ...] = (
    phrase,
    body,
    set_number,
    set_members,
    set_verb,
    quotes,
    campaign,
    thought,
    leader,
    congress,
    party_government,
    party_mixed,
    inspection,
    meeting,
    dues,
    another_body,
    own_body,
    leading_group,
    team_kind,
    team_form,
    team_number,
    short_name_twice,
    short_name_unused,
    office_person,
    office_unit,
)
