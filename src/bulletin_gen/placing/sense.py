"""How well a title may be broken at each position, by the sense of its words.

In: the title. Out: a cost for each position. There is no dictionary here, only the words that this genre's titles
are made of and the endings by which names of places and offices are known. The name of an organ, or of an
inspection (六届市委第二轮), is one word: it is parted only where no line holds it.
"""

from bulletin_gen.text.regex import Regex

IDEAL, GOOD, FAIR, ROUGH, POOR, NEVER = 0, 3, 6, 10, 20, 60
IN_NAME = 25  # on top of what a break costs there otherwise

_NUMBER = "零〇一二三四五六七八九十百0-9"
_WORDS = """
中共 中国共产党 关于 巡察 巡视 巡察组 巡视组 反馈意见 反馈问题 反馈 意见 问题 专项 专项检查 常规 提级
联动 机动 整改 落实 落实情况 推进 进展 情况 集中 阶段 期间 工作 领导 小组 组织 建设
全面从严治党 选人用人 意识形态 意识形态工作责任制 意识形态责任制 主体责任 监督责任 责任制 责任 任务 开展 通报
部门 部署 干部 全部 内部 委员会 工作委员会 纪律检查委员会 监察委员会 人民政府 人民法院 人民检察院
人大常委会 政协 党组 党组织 党委 党工委 工委 党总支 党支部 支部 管理委员会 管委会 办公室 办事处 公司
有限公司 有限责任公司 集团 股份 控股 投资 控股集团 投资集团 学校 大学 学院 医院 中心 协会
联合会 中学 小学 幼儿园 银行 总行 分行 支行 融媒体 高新技术 高新 产业 开发区 产业园区
产业集聚区 集聚区 产业园 经济 经济技术 技术 示范区 示范 试验区 新区 园区 科技 科技园 科技园区
科技创新 创新 城市 城乡 城镇 市场 市政 市直 县直 区直 省直 直属 机关 乡村 农村 乡镇 社区
地区 区域 街道 自治区 自治州 自治县 发展和改革 发展改革 教育 工业和信息化 信息化 公安 民政 司法
财政 人力资源和社会保障 社会保障 人力资源 自然资源 规划 生态环境 环境 住房和城乡建设 住房 交通运输
交通 水利 水务 农业农村 农业 商务 文化和旅游 文化旅游 文化 旅游 卫生健康 卫生 健康 退役军人事务
应急管理 审计 市场监督管理 监督管理 监督 管理 国有资产 资产 体育 统计 医疗保障 医疗 信访
乡村振兴 行政审批 审批 服务 政务服务 政务 数据 林业 城市管理 综合 执法 行政执法 税务 气象 档案
党校 总工会 妇女 残疾人 供销合作社 联合社 供销 合作社 公积金 交易 资源 公共资源 开发 发展 有关
"""
_KNOWN = "|".join(sorted(_WORDS.split(), key=len, reverse=True))
_ENDINGS = "省|市|县|区|州|盟|旗|镇|乡|村|街道|局|厅|处|院|校|园|站|所|队|部"
_DATE = r"(?:[0-9]+(?:\.[0-9]+)?[%％年月日轮次批期号个项条]?)+"
_ATOM = Regex(
    "|".join(
        (
            "巡[察视]“回头看”",
            "《[^》]*》|〈[^〉]*〉|“[^”]*”|‘[^’]*’|（[^）]*）",
            f"第[{_NUMBER}]+(?:巡[察视]组|中学|小学|幼儿园|人民医院|[轮次届批期号])?",
            f"[{_NUMBER}]+届(?:[省市县区州旗]委(?!员)|中央)?",
            f"{_DATE}(?:至{_DATE})?",
            "(?:集中)?整改(?:落实|工作)?(?:进展)?情况",
            "[省市县区州盟旗镇乡]委(?!员)|[A-Za-z]+",
            f"(?:{_KNOWN})(?:局|厅|组|办)?",
            f"(?:(?!{_KNOWN}|关于)[^的和与及、]){{1,6}}?(?:(?!{_KNOWN})(?:{_ENDINGS}))+(?:委(?!员))?",
        )
    )
)
# Break where the match ends. The words before come first in a pattern, those after in its look-ahead.
_RULES = tuple(
    (Regex(pattern), cost)
    for pattern, cost in (
        ("的", FAIR),
        ("关于", ROUGH),
        ("[和与及、》”]", GOOD),
        (f"第[{_NUMBER}]+轮", GOOD),
        ("[省市县区州盟旗镇乡局厅院司团园](?!委|政府)|委员会|人民政府|党组(?!织)|党委", GOOD),
        ("[省市县区]委(?!员|第|.{0,4}巡[察视])", GOOD),
        ("(?=(?:集中)?整改)", GOOD),
        ("(?:巡[察视]|意见|问题)(?=(?:集中)?整改)", GOOD - 2),
        ("(?=关于)", IDEAL),
    )
)
# All that stands before 关于 names who writes; further on, a name goes from a word that wants one to its ending.
_BETWEEN_NAMES = "和与及、\u3000"
_NAMES = Regex(
    "|".join(
        (
            "^(?:(?!关于).)+(?=关于)",
            f"(?:^|(?<=关于)|(?<=落实)|(?<=巡[察视])|[对{_BETWEEN_NAMES}])"
            f"(?:(?!关于|巡[察视](?!组|工作)|整改|反馈|落实)[^的“{_BETWEEN_NAMES}]){{2,24}}?"
            f"(?:党组(?!织)|党委|党工委|工委|委员会|党总支|支部|巡[察视]组|第[{_NUMBER}]+轮)",
        )
    )
)
_GLUED = Regex("(?=[的和与及、等])|中共|的(?=通报)")


def sense_costs(title: str) -> list[int]:
    """Return what it costs to break before each character (and at the end), from IDEAL to NEVER."""
    costs = _word_costs(title)
    for pattern, cost in _RULES:
        for match in pattern.finditer(title):
            if costs[match.end()] < NEVER:
                costs[match.end()] = min(cost, costs[match.end()])
    for name in _NAMES.finditer(title):
        for inside in range(name.start() + 1, name.end()):
            if not any(char in _BETWEEN_NAMES for char in title[inside - 1 : inside + 1]):
                costs[inside] = min(NEVER, costs[inside] + IN_NAME)
    for match in _GLUED.finditer(title):
        costs[match.end()] = NEVER
    return costs


def _word_costs(title: str) -> list[int]:
    """Return the costs that the words alone give: words meet, a known word meets an unknown one, or inside one."""
    costs = [POOR] * (len(title) + 1)
    for word in _ATOM.finditer(title):
        for edge in word.span():
            costs[edge] = FAIR if costs[edge] == ROUGH else ROUGH
        for inside in range(word.start() + 1, word.end()):
            costs[inside] = NEVER
    return costs
