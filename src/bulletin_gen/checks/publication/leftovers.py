"""Rules on what drafting left behind."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.blanks import BLANK
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.document import Title
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_DRAFTING = "《党政机关公文处理工作条例》"
_DRAFT = Regex("（(?:征求意见稿|送审稿|初稿|讨论稿|修改稿|代拟稿|草稿|草案|第[一二三四五六]稿)）")


@on(
    "publication/remark",
    Severity.WARNING,
    title="留有审稿时的批注",
    why="“待核”“请核实”是写给起草人的，公开前应当处理完并删去。",
    source=_DRAFTING,
    wrong=("追缴资金12.6万元（此处待核）。", "完成整改17个？？？", "新增制度6项（请财务科补充）。"),
    right=(
        "追缴资金12.6万元（不含利息）。",
        "做到底数清、情况明？关键在落实。",
        "待核实后依规处理，其余3件（待查处2件）。",
        "提出修改意见：一是补充数据。",
    ),
)
@each_match(
    "（(?:此处|这里|该处|以上|该数|数字|数据|日期|名称|姓名|金额|人数)?(?:还|尚)?(?:有待|待|需|请)(?:再|进一步)?(?:核实|核对|核(?![销减发定酸心准])|确认|定(?![点期向位])|补充|补(?![贴助偿发缴录办])|修改|明确|查(?![处办封])|填(?!埋)|更新)"
    "[^（）\\d]{0,8}）|（请[^（），。]{2,12}(?:核实|补充|提供|确认|把关|填写)[^（）]{0,8}）|？？{1,8}|（？{1,3}）|批注：(?=.)"
)
def remark(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是审稿时的批注", "请处理后删去"


@on(
    "publication/template",
    Severity.WARNING,
    title="留有模板里的字样",
    why="“××县”“（单位名称）”是模板留的空，应换成实际的内容。",
    source=_DRAFTING,
    wrong=("中共××县委巡察组", "某某县委统一部署。", "向XX局党组反馈。", "联系地址：（填写地址）", "发至{单位名称}。"),
    right=("给予王某某警告处分。", "XX公司违规中标，XX局、XX村整改不力。", "尺寸为3×5米。"),
)
@each_match(
    "[某×xXＸｘ○〇＊*（〔［\\[{<〈点](?:(?<=某)某[省市县区旗]"
    "|(?:(?<=[×xXＸｘ])[×xXＸｘ]{1,3}|(?<=[○〇＊*])[○〇＊*]{1,3})(?:省|市|县|区|旗|[一-鿿]{0,4}(?:党委|党组|党工委))"
    "|(?<=[（〔［\\[{<〈])[（〔［\\[{<〈]?(?:单位名称|发文机关|发文字号|成文日期|填写|请填写|请输入|此处填)"
    "[^）〕］\\]}>〉]{0,10}[）〕］\\]}>〉]{1,2}|(?<=点)击此处[^，。]{0,6}(?:输入|添加))"
)
def template(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是模板里的字样", "请换成实际的内容"


@on(
    "publication/blank",
    Severity.WARNING,
    title="留有空白没有填",
    why="“____次”“XX万元”是还没有填的内容。",
    source=_DRAFTING,
    wrong=("召开会议____次，追缴XX万元。",),
    right=("召开会议11次，追缴12.6万元。", "约谈XX公司负责人，XX项目已停工。"),
)
def blank(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a hit for each blank of a text that was read: those of a spec are told with their field."""
    for passage, match in () if manuscript.is_source else manuscript.finds(BLANK):
        yield Hit(passage, f"“{match[0]}”没有填写", "请填上", *match.span())


@on(
    "publication/draft",
    Severity.WARNING,
    title="标题里留有稿别",
    why="“征求意见稿”“送审稿”是过程稿，公开的应当是定稿，标题里不带稿别。",
    source=_DRAFTING,
    wrong=("中共青禾县水务局党组关于巡察整改情况的通报（征求意见稿）\n根据县委统一部署，开展了巡察。",),
    right=("中共青禾县水务局党组关于巡察整改情况的通报\n印发《管理办法（征求意见稿）》。",),
)
def draft(manuscript: Manuscript) -> Iterator[Hit]:
    for passage, match in manuscript.finds(_DRAFT):
        if isinstance(passage.block, Title):
            yield Hit(passage, f"标题里有“{match[0]}”", "定稿请删去", *match.span())


@on(
    "publication/local-link",
    Severity.WARNING,
    title="留有本机或内网的链接",
    why="读者打不开本机文件和内网地址，路径里还可能带有人名、项目名。",
    source=_DRAFTING,
    wrong=("详见file:///D:/整改/台账.xlsx", "见 D:\\整改\\台账.xlsx", "登录http://192.168.1.10/oa查看。"),
    right=("详见https://www.qinghe.gov.cn/zg.html",),
)
@each_match(
    "file:/{2,3}[^\\s，。）]{1,80}|[A-Za-z][:：]\\\\[^\\s，。）]{1,80}|\\\\\\\\[A-Za-z0-9.]{2,30}\\\\[^\\s，。）]{1,80}"
    "|https?://(?:localhost|127\\.|10\\.|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.)[0-9.]{0,12}"
)
def local_link(match: re.Match[str]) -> Said:
    return f"“{match[0]}”在别处打不开", "请删去，或换成公开的网址"


LEFTOVERS: tuple[Rule[Manuscript], ...] = (
    remark,
    template,
    blank,
    draft,
    local_link,
)
