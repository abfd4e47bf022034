"""Rules on units: which are lawful, how they are written, whether one is missing."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_AMOUNT = r"(?<=[\d万亿千百余多]..)"
_ENDS = "(?=[，。；、）以左]|$)"
_SQUARE = Regex(f"平米{_AMOUNT}|平方{_AMOUNT}{_ENDS}|立方{_AMOUNT}{_ENDS}")
_MONEY = (
    "产值|投资额|总投资|投资|资金|金额|税收|收入|预算|经费|补贴|补助|贷款|债务|造价|合同额|成交额|营收|利润|罚款|注册资本|欠款|支出|损失|捐款"
    "|价值|标的额|限额|罚金|赔偿|借款|拨款|缴费|违纪款|费用|净资产"
)
_NO_YUAN = Regex(
    rf"(?:{_MONEY})[达约为近超共计逾仅过在了]{{0,3}}\d{{1,9}}(?:\.\d{{1,4}})?[余多]?[万亿](?=[，。；、）]|以[上下内]|左右|$)"
)
_SYMBOLS = {
    "KM": "km", "Km": "km", "KG": "kg", "Kg": "kg", "CM": "cm", "Cm": "cm", "MM": "mm", "Mm": "mm", "ML": "mL",
    "Kw": "kW", "KW": "kW", "kw": "kW", "Kwh": "kW·h", "KWH": "kW·h", "kwh": "kW·h", "KWh": "kW·h", "kWh": "kW·h",
    "HZ": "Hz", "hz": "Hz", "Mpa": "MPa", "MPA": "MPa", "db": "dB", "DB": "dB", "KHz": "kHz", "KV": "kV", "Kv": "kV",
    "kv": "kV", "KVA": "kV·A", "kva": "kV·A",
}  # fmt: skip
_SYMBOL = Regex(r"[A-Za-z](?:(?<=\d.)|(?<=\d[ \u00a0].))[A-Za-z]{1,2}(?![A-Za-z0-9])")
_POWER = Regex(r"[kcm](?:(?<=\d.)|(?<=\d[ \u00a0].))(?:(?<=m)|m)([23])(?![\dA-Za-z])")
_CELSIUS = Regex(r"摄氏[零负]?\d{1,3}(?:\.\d)?度")
_PER_TWICE = Regex(r"[/／](?<=[元吨克斤次人千瓦时升].)每(?=[\u4e00-\u9fff])")
_PERSON_TIMES = Regex(r"[/／](?<=\d[人架车辆].)(?=次)")
_KILOWATT_HOURS = Regex(r"千瓦(?<=[\d万亿]千瓦)[/／每]小?时")
_MONEY_TWICE = Regex(r"[￥¥]\s?\d[\d,.]{0,14}[万亿]?元")
_NOT_LAWFUL = Regex(
    r"[市华英马公](?<=[\d万千百余多].)(?:(?<=市)[斤尺里亩两]|(?<=华)里|(?<=英)亩|(?<=马)力|(?<=公)[分升])"
)
_POWERS = {"2": "²", "3": "³"}


@on(
    "units/square-metre",
    Severity.WARNING,
    title="面积、体积的单位写得不全",
    why="法定计量单位是“平方米”“立方米”，不写“平米”“平方”。",
    source="GB 3100-1993；《中华人民共和国法定计量单位》",
    wrong=("改造校舍1200平米。", "清运垃圾3200立方，全部处理。"),
    right=("改造校舍1200平方米。", "清运垃圾3200立方米。", "建设5平方公里核心区。"),
)
@each_saying(_SQUARE)
def square_metre(passage: Passage) -> Iterator[Hit]:
    for match in _SQUARE.finditer(passage.text):
        full = "立方米" if match[0] == "立方" else "平方米"
        yield Hit(passage, f"单位写成“{match[0]}”", f"请写成“{full}”", *match.span())


@on(
    "units/no-yuan",
    Severity.WARNING,
    title="金额后面缺“元”",
    why="“万”“亿”是数目，不是单位；金额要写出“元”。",
    source="GB 3100-1993 关于量值的表示",
    wrong=("核查年营收500万以下的企业。", "项目总投资3.2亿，已经开工。"),
    right=("核查年营收500万元以下的企业。", "引进投资50亿级项目5个。", "资金惠及群众2万人。"),
)
@each_saying(_NO_YUAN)
def no_yuan(passage: Passage) -> Iterator[Hit]:
    for match in _NO_YUAN.finditer(passage.text):
        said = passage.raw[match.start() : match.end()]
        yield Hit(passage, f"“{said}”缺“元”", "请补上“元”（外币写明币种）", *match.span())


@on(
    "units/symbol-case",
    Severity.WARNING,
    title="单位符号的大小写不对",
    why="单位符号的大小写有规定：km、kg、kW、mL、MPa，写错就不是这个单位。",
    source="GB 3100-1993",
    wrong=("修复道路12KM。", "新增光伏300KW，发电2万kwh。"),
    right=("修复道路12km。", "新增光伏300kW。", "更换2ML型设备。", "架设5G基站。"),
)
@each_saying(_SYMBOL)
def symbol_case(passage: Passage) -> Iterator[Hit]:
    for match in _SYMBOL.finditer(passage.text):
        right = _SYMBOLS.get(match[0])
        if right and not passage.text.startswith(("型", "系"), match.end()):
            yield Hit(passage, f"单位符号写成“{match[0]}”", f"请写成“{right}”", *match.span(), instead=right)


@on(
    "units/power",
    Severity.ADVICE,
    title="平方、立方写成了m2、m3",
    why="面积、体积的符号是m²、m³，正文里可以写“平方米”“立方米”。",
    source="GB 3100-1993",
    wrong=("拆除违建3200m2。",),
    right=("拆除违建3200m²。", "拆除违建3200平方米。", "位于M2地块。"),
)
@each_saying(_POWER)
def power(passage: Passage) -> Iterator[Hit]:
    for match in _POWER.finditer(passage.text):
        right = match[0][:-1] + _POWERS[match[1]]
        yield Hit(passage, f"单位写成“{match[0]}”", f"请写成“{right}”", *match.span(), instead=right)


@on(
    "units/celsius",
    Severity.WARNING,
    title="“摄氏度”被拆开",
    why="“摄氏度”是一个单位，不能拆成“摄氏20度”。",
    source="GB 3100-1993",
    wrong=("库房温度保持在摄氏20度。",),
    right=("库房温度保持在20摄氏度。", "库房温度保持在20℃。"),
)
@each_saying(_CELSIUS)
def celsius(passage: Passage) -> Iterator[Hit]:
    for match in _CELSIUS.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”拆开了单位", "请写成“20摄氏度”或“20℃”的形式", *match.span())


@on(
    "units/per-twice",
    Severity.WARNING,
    title="斜线与“每”重复",
    why="斜线“/”就是“每”：元/平方米，不写元/每平方米。",
    source="GB 3100-1993",
    wrong=("租金为30元/每平方米。",),
    right=("租金为30元/平方米。", "租金为每平方米30元。"),
)
@each_saying(_PER_TWICE)
def per_twice(passage: Passage) -> Iterator[Hit]:
    for match in _PER_TWICE.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”重复", "请删去“每”", *match.span())


@on(
    "units/person-times",
    Severity.WARNING,
    title="“人次”写成了“人/次”",
    why="“人次”是复合单位，表示人数与次数的总和；“人/次”是每次多少人，意思不同。",
    source="《现代汉语词典》第7版“人次”",
    wrong=("组织培训200人/次。",),
    right=("组织培训200人次。", "每次培训40人。"),
)
@each_saying(_PERSON_TIMES)
def person_times(passage: Passage) -> Iterator[Hit]:
    for match in _PERSON_TIMES.finditer(passage.text):
        said = passage.text[match.start() - 1]
        yield Hit(passage, f"复合单位写成“{said}/次”", f"请写成“{said}次”", *match.span(), instead="")


@on(
    "units/kilowatt-hour",
    Severity.WARNING,
    title="“千瓦时”写成了“千瓦/时”",
    why="电量的单位是千瓦与时的乘积“千瓦时”，不是商。",
    source="GB 3100-1993",
    wrong=("全年节电12万千瓦/时。", "节电3000千瓦/小时。"),
    right=("全年节电12万千瓦时。",),
)
@each_saying(_KILOWATT_HOURS)
def kilowatt_hour(passage: Passage) -> Iterator[Hit]:
    for match in _KILOWATT_HOURS.finditer(passage.text):
        yield Hit(passage, f"电量的单位写成“{match[0]}”", "请写成“千瓦时”", *match.span())


@on(
    "units/money-twice",
    Severity.WARNING,
    title="货币符号与“元”重复",
    why="“￥”就是人民币元，用了符号就不再写“元”。",
    source="《现代汉语词典》第7版“元”",
    wrong=("退缴违纪款￥3500元。",),
    right=("退缴违纪款3500元。", "退缴违纪款￥3500。"),
)
@each_saying(_MONEY_TWICE)
def money_twice(passage: Passage) -> Iterator[Hit]:
    for match in _MONEY_TWICE.finditer(passage.raw):
        yield Hit(passage, f"“{match[0]}”重复", "正文里请写“3500元”的形式", *match.span())


@on(
    "units/not-lawful",
    Severity.ADVICE,
    title="用了非法定计量单位",
    why="公文使用国家法定计量单位：千克（公斤）、米、厘米、千米（公里）、千瓦。",
    source="《中华人民共和国计量法》第三条；GB 3100-1993",
    wrong=("发放大米3000市斤。", "柴油机功率为80马力。"),
    right=("发放大米1500公斤。", "流转土地800亩。"),
)
@each_saying(_NOT_LAWFUL)
def not_lawful(passage: Passage) -> Iterator[Hit]:
    for match in _NOT_LAWFUL.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”不是法定计量单位", "请换算成法定计量单位", *match.span())


UNITS: tuple[Rule[Manuscript], ...] = (
    square_metre,
    no_yuan,
    symbol_case,
    power,
    celsius,
    per_twice,
    person_times,
    kilowatt_hour,
    money_twice,
    not_lawful,
)
