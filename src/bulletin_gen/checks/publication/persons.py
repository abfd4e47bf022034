"""Rules on persons who are named."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.publication.people import NAME
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import PRIVACY
from bulletin_gen.finding import Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex

_PENALTY = (
    "(?:党内|政务|行政|留党)?(?:严重)?(?:警告|记过|记大过|降级"
    "|撤职|开除|察看|撤销党内职务|处分|诫勉|批评教育|免职|停职)"
)
_ACTION = (
    "(?:诫勉|立案|批评教育|约谈|提醒谈话|谈话提醒|党纪处分"
    "|政务处分|问责|免职|停职|通报批评|组织处理|留置|警告处分|撤职)"
)


@frozen
class _Naming:
    """Looks for persons who are named in the words of a pattern, and may not be."""

    pattern: Regex
    message: str
    hint: str

    def __call__(self, manuscript: Manuscript) -> Iterator[Hit]:
        for passage, match in manuscript.finds(self.pattern):
            if match["name"] not in manuscript.office.public_names:
                yield Hit(passage, self.message.format(match["name"]), self.hint, *match.span("name"))


_TREATED = f"(?:进行|予以|给予|作出|实施|采取)?了?(?:{_PENALTY}|{_ACTION})"
_POST = "(?:主任|书记|局长|镇长|乡长|县长|区长|市长|院长|校长|董事长|总经理|部长)"
_NEEDY = "(?:低保户|贫困户|脱贫户|五保户|特困户|困难群众|困难党员|监测户|残疾人|困难职工)"
_REPORTER = "(?:举报人|检举人|控告人|信访人|上访人|投诉人)"
_MASK = "请写成“王某某”，或只写职务；可以公开的姓名登记在 bulletin-gen.toml 里"

disciplined_person = on(
    "publication/disciplined-person",
    Severity.WARNING,
    title="公开了受处理人员的姓名",
    why="对个人的处理一般不点名；依规公开曝光的，把姓名登记在 bulletin-gen.toml 里。",
    source=PRIVACY,
    wrong=("给予王立新党内警告处分。", "对张三诫勉谈话。", "对李建国进行批评教育。"),
    right=(
        "给予王某某党内警告处分。",
        "对施工方进行约谈，对管理员批评教育。",
        "汲取李建国严重违纪违法案件教训。",
        "对相关责任人进行问责。",
    ),
)(
    _Naming(
        Regex(f"(?:给予|对|将){NAME}(?:、[一-鿿]{{2,3}})?(?:同志|等\\d{{1,3}}人)?{_TREATED}"),
        "点名写了受处理的“{}”",
        _MASK,
    )
)

person_named = on(
    "publication/person-named",
    Severity.ADVICE,
    title="公开文字里点了干部的姓名",
    why="整改通报一般只写职务，不写姓名；人员变动后也不用改。",
    source="整改情况通报写作惯例",
    wrong=("成立由管委会主任林志强任组长的领导小组。",),
    right=("成立由管委会主任任组长的领导小组。", "书记向群众代表征求意见，局长全程带队。"),
)(
    _Naming(
        Regex(f"{_POST}{NAME}(?=任组长|任副组长|担任|为组长|牵头|带队)"),
        "点名写了“{}”",
        "宜只写职务",
    )
)

helped_person = on(
    "publication/helped-person",
    Severity.WARNING,
    title="公开了困难群众的姓名",
    why="低保、脱贫、残疾等情况是个人隐私，公开时不点名。",
    source=PRIVACY,
    wrong=("为低保户周桂花家修缮房屋。",),
    right=("为低保户周某某家修缮房屋。", "为残疾人康复和困难群众温暖过冬提供保障。"),
)(
    _Naming(
        Regex(f"{_NEEDY}{NAME}(?=一家|家(?!庭|园|长|属|电|具)|同志|的(?:补助|补贴|低保|住房|银行卡))"),
        "点名写了困难群众“{}”",
        "请写成“周某某”，或不写姓名",
    )
)

informant = on(
    "publication/informant",
    Severity.ERROR,
    title="公开了举报人、信访人的姓名",
    why="举报人、信访人的信息应当保密，不得公开。",
    source="《纪检监察机关处理检举控告工作规则》；《信访工作条例》",
    wrong=("举报人刘志强反映的问题已核实。",),
    right=("举报人反映的问题已核实。", "信访人文明表达诉求。"),
)(
    _Naming(
        Regex(f"{_REPORTER}{NAME}(?=反映|举报|来访|来信|来电|提出|投诉|一家|等)"),
        "写出了举报人、信访人“{}”",
        "请删去姓名",
    )
)


@on(
    "publication/personal-details",
    Severity.WARNING,
    title="公开了个人的出生年月等情况",
    why="性别、民族、出生年月连在一起，能认出是谁，整改通报里不需要。",
    source=PRIVACY,
    wrong=("陈某，男，汉族，1975年3月生，任采购员。",),
    right=("聘用人员均为1975年以后出生。",),
)
@each_match("[男女]，(?:[一-鿿]{1,4}族，)?(?:19|20)\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?(?:出生|生)")
def personal_details(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是个人情况", "请删去"


PERSONS: tuple[Rule[Manuscript], ...] = (
    disciplined_person,
    person_named,
    helped_person,
    informant,
    personal_details,
)
