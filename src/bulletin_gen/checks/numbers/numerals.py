"""Rules on how a number is written: digits or Chinese numerals, their width, the marks within them."""

from collections.abc import Iterator
from itertools import chain, pairwise

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, each_written, on
from bulletin_gen.finding import Severity
from bulletin_gen.text import wrong_numbers
from bulletin_gen.text.regex import Regex

_MIXED_WIDTH = Regex("[0-9０-９][0-9０-９]+")
_SPLIT_UNIT = Regex(r"\d(?<!\d.)\d{0,7}万\d{1,4}(?=[元人名户家吨亩余多])")
_PERCENT_WORDS = Regex(r"百分之(?:\d{1,3}(?:\.\d{1,3})?|[一二三四五六七八九十百]{1,5}(?=[%％]))")
_PERCENT_POINT = Regex(r"[%％](?<=\d.)个?百分点")
_WIDE_THOUSANDS = Regex(r"[1-9](?<![\d，.].)\d{0,2}(?:，\d{3}){1,4}(?![\d，])(?=[.万亿元人户亩吨名件个家])")
_WIDE_POINT = Regex(r"[。．·](?<=\d.)(?=\d{1,4}(?:[万亿%％‰]|元|平方米|公里|公顷))")
_TERM = "供|分配|开发|污染|利用|创业|元|函|加工|装修|转|回|能源|核|确认|招标|拍卖|报价|征|传播|消费|反馈|整改|复|验收"
_TWO = Regex(
    "二(?:(?<![第十百千万〇零一二三四五六七八九、—～至到初无不式期周其之老\\d“].)(?=[名份](?![一-九])|个|家|件(?!套)|项(?!式))"
    f"|(?<=[有了过共年月].)(?=次(?!{_TERM}))|(?<=[开展行].)(?=次(?:会议|检查|培训|调研|学习)))"
)
_LIANG_ORDINAL = Regex("第两(?=[个次名家件条项批轮季届位期])|两是(?<=[；。，]两是)")
_MEASURE_MISSING = Regex(
    "[两三四五六七八九](?<![第十百千万零〇一二三四五六七八九\\d].)(?=项目(?![标录部库前光的击])|问题(?![清导]))"
)
_CONGRESS = Regex(r"党的\d{2}大(?![到于])")
_SESSION = Regex(r"\d\d?届(?:[一二三四五六七八九\d]中全会|人大[一二三四五六七八九\d]次会议|中央)")
_COUNTED = Regex(
    r"([\d两三四五六七八九十](?<![第前每几同逐一二三四五六七八九百千万〇\d.].)[\d一二三四五六七八九十]{0,3})"
    r"(场次|人次|[次场名家份户])(?!全会|全体|会议|党代|中全|代表|、[一二三四五六七八九十]{1,2}[次场])"
)
_QUOTED = Regex("[“《（][^“”《》（）]{0,200}[”》）]")
_NEAR = 20  # characters between two counts


@on(
    "numbers/full-width",
    Severity.WARNING,
    title="数字或字母是全角的",
    why="阿拉伯数字和拉丁字母占半个字的位置（半角）；全角的排出来松散，也查找不到。",
    source="GB/T 15835-2011 5.1.7",
    wrong=("完成整改１２项，占８０％。", "使用ＰＰＴ授课。"),
    right=("完成整改12项，占80%。", "使用PPT授课。"),
)
@each_written(wrong_numbers.WIDE)
def full_width(passage: Passage) -> Iterator[Hit]:
    for start, end, words in wrong_numbers.wide_characters(passage.raw):
        instead = passage.text[start:end]
        around = passage.raw[max(start - 1, 0) : start] + passage.raw[end : end + 1]
        if any(char.isascii() and char.isdecimal() for char in around):
            continue  # a number of both widths: see `mixed_width`
        yield Hit(passage, f"“{words}”是全角的", f"请改成半角“{instead}”", start, end, instead=instead)


@on(
    "numbers/mixed-width",
    Severity.ERROR,
    title="一个数里全角、半角数字混用",
    why="同一个数的数字宽窄不一，多半是改稿时只改了一半，数目也要核对。",
    source="GB/T 15835-2011 5.1.7",
    wrong=("清退资金1２5万元。",),
    right=("清退资金125万元。",),
)
@each_written(_MIXED_WIDTH)
def mixed_width(passage: Passage) -> Iterator[Hit]:
    for match in _MIXED_WIDTH.finditer(passage.raw):
        number = match[0]
        if not number.isascii() and any(map(str.isascii, number)):
            yield Hit(passage, f"“{number}”里有全角也有半角数字", "请核对数目，都用半角", *match.span())


@on(
    "numbers/mixed-numerals",
    Severity.WARNING,
    title="一个数里阿拉伯数字与汉字数字混用",
    why="一个数要么用阿拉伯数字，要么用汉字；阿拉伯数字后面只能带“万”“亿”，不带“千”“百”“十”。",
    source="GB/T 15835-2011 5.3",
    wrong=("清退资金3千万元。", "发放补贴2万5千元。", "走访群众4百余人。"),
    right=("清退资金3000万元。", "发放补贴2.5万元。", "全长3千米，装机2千瓦。", "进入500强企业。"),
)
@each_saying(wrong_numbers.MIXED_NUMERALS)
def mixed_numerals(passage: Passage) -> Iterator[Hit]:
    for start, end, words in wrong_numbers.mixed_numerals(passage.text):
        yield Hit(passage, f"“{words}”混用了两种数字", "请写成如“3000万元”“2.5万元”", start, end)


@on(
    "numbers/split-unit",
    Severity.WARNING,
    title="一个数拆成“万”和“个”两截",
    why="阿拉伯数字后面带“万”时用小数表示余数，不再接着写一截数字。",
    source="GB/T 15835-2011 5.3",
    wrong=("追缴资金12万3500元。",),
    right=("追缴资金12.35万元。", "追缴资金123500元。"),
)
@each_saying(_SPLIT_UNIT)
def split_unit(passage: Passage) -> Iterator[Hit]:
    for match in _SPLIT_UNIT.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”把一个数拆成了两截", "请写成小数带“万”，或全写成数字", *match.span())


@on(
    "numbers/percent-words",
    Severity.WARNING,
    title="“百分之”后面用了阿拉伯数字",
    why="百分数写作“20%”；用汉字时写作“百分之二十”，不混用。",
    source="GB/T 15835-2011 5.3",
    wrong=("参训率达到百分之95。", "参训率达到百分之九十%。"),
    right=("参训率达到95%。", "参训率达到百分之九十五。"),
)
@each_saying(_PERCENT_WORDS)
def percent_words(passage: Passage) -> Iterator[Hit]:
    for match in _PERCENT_WORDS.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”混用了两种写法", "请写成“20%”或“百分之二十”的形式", *match.span())


@on(
    "numbers/percent-points",
    Severity.ERROR,
    title="百分号与“百分点”重复",
    why="“百分点”前面不带百分号：提高5个百分点，不是5%个百分点。",
    source="GB/T 15835-2011 4.1.1；算术",
    wrong=("按时缴费率提高5%个百分点。",),
    right=("按时缴费率提高5个百分点。", "按时缴费率提高5%。"),
)
@each_saying(_PERCENT_POINT)
def percent_points(passage: Passage) -> Iterator[Hit]:
    for match in _PERCENT_POINT.finditer(passage.text):
        yield Hit(passage, "“%”与“百分点”重复", "请删去“%”，写成“5个百分点”的形式", *match.span())


@on(
    "numbers/thousands",
    Severity.WARNING,
    title="分节的逗号是全角的",
    why="多位数分节用半角逗号或不分节；全角逗号会把一个数读成两个。",
    source="GB/T 15835-2011 5.1.1",
    wrong=("收回资金1，250万元。",),
    right=("收回资金1,250万元。", "收回资金1250万元。", "涉及2个支部，300人参加。"),
)
@each_written(_WIDE_THOUSANDS)
def thousands(passage: Passage) -> Iterator[Hit]:
    for match in _WIDE_THOUSANDS.finditer(passage.raw):
        if "，" in match[0]:
            instead = match[0].replace("，", "")
            yield Hit(passage, f"“{match[0]}”里的逗号是全角的", f"请写成“{instead}”", *match.span(), instead=instead)


@on(
    "numbers/decimal-point",
    Severity.ERROR,
    title="小数点写成了句号或圆点",
    why="小数点是半角的“.”。",
    source="GB/T 15835-2011 5.1",
    wrong=("收回资金3。5万元。", "完成率98·6%。"),
    right=("收回资金3.5万元。", "共整改12个。3项制度已出台。"),
)
@each_written(_WIDE_POINT)
def decimal_point(passage: Passage) -> Iterator[Hit]:
    for match in _WIDE_POINT.finditer(passage.raw):
        yield Hit(passage, f"小数点写成“{match[0]}”", "请用半角“.”", *match.span(), instead=".")


@on(
    "numbers/er-liang",
    Severity.WARNING,
    title="量词前用了“二”",
    why="一般量词前用“两”：两个、两次、两家；序数和“二级、二类”才用“二”。",
    source="《现代汉语词典》第7版“两”",
    wrong=("全年召开二次会议。", "共有二个支部没有换届。"),
    right=(
        "全年召开两次会议。",
        "第二次会议研究。",
        "二次供水设施已改造。",
        "十二个支部完成换届。",
        "每周二个别谈话。",
        "二级单位已整改。",
    ),
)
@each_saying(_TWO)
def er_liang(passage: Passage) -> Iterator[Hit]:
    for match in _TWO.finditer(passage.text):
        said = passage.raw[match.start() : match.end() + 1]
        yield Hit(passage, f"“{said}”", f"请写成“两{said[1]}”", match.start(), match.end() + 1)


@on(
    "numbers/liang-ordinal",
    Severity.ERROR,
    title="序数用了“两”",
    why="序数用“二”：第二次、二是。",
    source="《现代汉语词典》第7版“二”",
    wrong=("第两次专题会议研究。", "一是加强学习；两是建章立制。"),
    right=("第二次专题会议研究。", "一是加强学习；二是建章立制。"),
)
@each_saying(_LIANG_ORDINAL)
def liang_ordinal(passage: Passage) -> Iterator[Hit]:
    for match in _LIANG_ORDINAL.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”", f"请写成“{match[0].replace('两', '二')}”", *match.span())


@on(
    "numbers/measure-missing",
    Severity.WARNING,
    title="数词与名词之间缺量词",
    why="现代汉语里数词一般要带量词才能修饰名词：两个项目，不说两项目。",
    source="《现代汉语词典》第7版“个”",
    wrong=("涉及的两项目已经停建。", "反映的三问题均已办结。"),
    right=("涉及的两个项目已经停建。", "两项目标全部实现。", "第三项目部已撤销。", "两项目前都已办结。"),
)
@each_saying(_MEASURE_MISSING)
def measure_missing(passage: Passage) -> Iterator[Hit]:
    for match in _MEASURE_MISSING.finditer(passage.text):
        said = passage.raw[match.start() : match.end() + 2]
        yield Hit(passage, f"“{said}”缺量词", f"请写成“{said[0]}个{said[1:]}”", match.start(), match.end() + 2)


@on(
    "numbers/congress",
    Severity.WARNING,
    title="届次、会议名称用了阿拉伯数字",
    why="党的代表大会、中央全会和人代会的届次用汉字：二十大、二十届三中全会。",
    source="GB/T 15835-2011 4.3",
    wrong=("深入学习党的20大精神。", "贯彻落实20届三中全会精神。"),
    right=("深入学习党的二十大精神。", "第31届运动会筹备工作。", "占全县投入的20%。"),
)
@each_saying(_CONGRESS, _SESSION)
def congress(passage: Passage) -> Iterator[Hit]:
    for match in chain(_CONGRESS.finditer(passage.text), _SESSION.finditer(passage.text)):
        yield Hit(passage, f"“{match[0]}”的届次用了阿拉伯数字", "请用汉字", *match.span())


@on(
    "numbers/one-form",
    Severity.ADVICE,
    title="同一句里同类的数，有的用汉字有的用阿拉伯数字",
    why="同一场合的同类数字宜用同一种写法。",
    source="GB/T 15835-2011 4.3",
    wrong=("召开专题会3次，组织集中学习五次，开展检查12次。",),
    right=("召开专题会3次，组织集中学习5次。", "六届二次、三次全会后，召开会议5次。", "做到“两个维护”，召开会议2次。"),
)
@each_saying(_COUNTED)
def one_form(passage: Passage) -> Iterator[Hit]:
    """Find two counts of one kind that stand near each other in one sentence. Names in quotes are no counts."""
    if len({match[1].isdecimal() for match in _COUNTED.finditer(passage.text)}) < 2:
        return
    without_names = _QUOTED.sub(lambda name: "“" * len(name[0]), passage.text)
    for first, second in pairwise(_COUNTED.finditer(without_names)):
        between = passage.text[first.end() : second.start()]
        is_near = len(between) <= _NEAR and not set("。；：") & set(between)
        if is_near and first[2] == second[2] and first[1].isdecimal() != second[1].isdecimal():
            message = f"“{first[0]}”与“{second[0]}”写法不一"
            yield Hit(passage, message, "同类的数请用同一种写法", *second.span())


NUMERALS: tuple[Rule[Manuscript], ...] = (
    full_width,
    mixed_width,
    mixed_numerals,
    split_unit,
    percent_words,
    percent_points,
    thousands,
    decimal_point,
    er_liang,
    liang_ordinal,
    measure_missing,
    congress,
    one_form,
)
