"""Rules on the names of bodies."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.listed import listed
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.names.mentions import mentions
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import CONTEXT
from bulletin_gen.document import Title
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_BODIES = "机构正式名称"
_KINDS = (("党工委", "工作委员会|党工委|工委"), ("党组", "党组"), ("党委", "委员会|党委"))
_BODY = Regex("(?:党工委|党组|党委)(?=高度重视|班子|会议|召开|把|坚持|成立|切实|始终|书记|副书记|成员|委员|将)")
_OWN = Regex("(?:(?:我|本)(?:局|镇|乡|街道|院|校|委|公司)?|(?:^|[，。；：])(?:局|镇|乡|街道|片区|园区|开发区|高新区))$")
_LONGEST_OWN = 4  # characters: ，开发区


@on(
    "names/body",
    Severity.WARNING,
    title="机构名称有误",
    why="机构名称用全称或规范的简称，“和”“与”不能互换。词表见 templates/terms/机构名称.tsv。",
    source=_BODIES,
    wrong=("会同县住房与城乡建设局办理。", "移送县人民检查院。"),
    right=("会同县住房和城乡建设局办理。", "移送县人民检察院。", "增补1名纪检委员。"),
)
def body(manuscript: Manuscript) -> Iterator[Hit]:
    return listed(manuscript, "机构名称", "“{}”不是机构的正式名称")


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
    "中共[^委党组办关于的大届，。、；：“”《》\\s]{1,14}(?:人民政府|人民法院|人民检察院|管理委员会|人大常委会|政协)(?!党|机关党|办公)",
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
    "[省市县区旗州工]委(?:第?[一二三四五六七八九十\\d]{1,3})?巡查(?:组|办|反馈|整改|意见)?|巡查(?:组反馈|反馈(?:意见|问题)|整改(?:情况|方案|工作|落实))",
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
    "names/another-body",
    Severity.WARNING,
    title="本单位的党组织前后叫法不同",
    why="党委、党组、党工委是不同的组织，一个单位只有一种，职务名称要与它一致。",
    source=CONTEXT,
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


@on(
    "names/own-body",
    Severity.WARNING,
    title="本单位的党组织与标题不同",
    why="标题里是党组的，正文里不能又叫党委；党委、党组、党工委不是一回事。",
    source=CONTEXT,
    wrong=(
        "中共青禾县水务局党组关于巡察整改情况的通报\n根据县委统一部署，开展了巡察。\n一、整改情况\n局党委高度重视。",
    ),
    right=(
        "中共青禾县水务局党组关于巡察整改情况的通报\n根据县委统一部署，开展了巡察。\n一、整改情况\n局党组高度重视，局机关党委书记参加。",
    ),
)
def own_body(manuscript: Manuscript) -> Iterator[Hit]:
    own = _kind_of_issuer(manuscript)
    for passage, start, end, words in mentions(manuscript, _BODY) if own else ():
        is_own = _OWN.search(passage.text, max(0, start - _LONGEST_OWN), start) is not None
        if is_own and words != own and not isinstance(passage.block, Title):
            yield Hit(passage, f"标题里是{own}，这里却是{words}", "请核对", start, end)


def _kind_of_issuer(manuscript: Manuscript) -> str:
    """Return which kind of party body the title names first, or nothing where it names none, or several."""
    title = "".join(passage.text for passage in manuscript.passages if isinstance(passage.block, Title))
    organ = title.partition("关于")[0]
    return next((kind for kind, pattern in _KINDS if re.search(pattern, organ)), "") if organ.count("中共") < 2 else ""


BODIES: tuple[Rule[Manuscript], ...] = (
    body,
    party_government,
    party_mixed,
    inspection,
    meeting,
    another_body,
    own_body,
)
