"""Rules on how marks are typed: half-width, straight quotes, dots for an ellipsis, hyphens for a dash."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.rule import Hit, Rule, each_saying, each_written, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.lookalikes import ENTITY
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.wrong_marks import DASHES, DOTS, DOTS_AND_DENG, dashes, ellipses, ellipses_and_deng

_KINDS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）", '"': "“”", "'": "‘’"}
_NARROW = Regex("[,;:?!.()\"']")
_HABIT = 3  # so many half-width marks of a kind, and as many full-width ones at most, are how the whole file is typed
_MANY = 20  # so many are told of once, however many full-width ones there are
_DOT_BETWEEN = Regex("[•‧・∙⋅](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")
_IN_ADDRESS = Regex(r"[＠．。，、](?<=[A-Za-z0-9].)(?:(?<=＠)|(?=(?:com|cn|net|org|gov)(?![A-Za-z])))")

_Typed: TypeAlias = tuple[Passage, int]


@once
def _typed(manuscript: Manuscript) -> tuple[dict[str, list[_Typed]], dict[str, int]]:
    """Return by kind where half-width marks stand that should be full-width, and how many are."""
    said = [passage for passage in manuscript.passages if passage.block is not None]
    narrow: dict[str, list[_Typed]] = defaultdict(list)
    for passage in said:
        if passage.raw != passage.text:
            entities = {match.end() - 1 for match in ENTITY.finditer(passage.raw)}  # the ; of &nbsp; is no mark
            for match in _NARROW.finditer(passage.raw):
                if passage.text[match.start()] != match[0] and match.start() not in entities:
                    narrow[match[0]].append((passage, match.start()))
    all_raw = "".join(passage.raw for passage in said)
    return narrow, {kind: sum(map(all_raw.count, wides)) for kind, wides in _KINDS.items()}


def _habits(narrow: dict[str, list[_Typed]], wide: dict[str, int]) -> list[str]:
    """Return the kinds that are half-width from beginning to end; where one is, those are that are so more often."""
    more = [kind for kind in narrow if wide[kind] <= len(narrow[kind]) or len(narrow[kind]) >= _MANY]
    return more if any(len(narrow[kind]) >= _HABIT for kind in more) else []


@on(
    "marks/half-width",
    Severity.WARNING,
    title="个别标点是半角的",
    why="中文里的标点占一个字的位置（全角）；别处都是全角，这里夹了半角，多半是输入法没有切换。",
    source="GB/T 15834-2011 5.1",
    wrong=("完成整改3个,其余2个正在推进，年底前完成，不留尾巴。", '建立"一件一档"，逐项销号。'),
    right=("完成整改3个，其余2个正在推进。", "投入1,234.5万元，网址是www.qinghe.gov.cn。", "8:30开会，学习U.S.A材料。"),
)
def half_width(manuscript: Manuscript) -> Iterator[Hit]:
    narrow, wide = _typed(manuscript)
    habits = _habits(narrow, wide)
    for kind in narrow:
        if kind not in habits:
            for passage, at in narrow[kind]:
                mark = passage.text[at]
                yield Hit(passage, f"“{kind}”是半角的", f"请改成全角“{mark}”", at, at + 1, instead=mark)


@on(
    "marks/half-width-throughout",
    Severity.ADVICE,
    title="全文的标点是半角的",
    why="中文里的标点占一个字的位置（全角）；整篇用半角的，导入或排版时统一换成全角即可，不逐个指出。",
    source="GB/T 15834-2011 5.1",
    wrong=("一是压实责任,明确分工;二是建章立制,堵塞漏洞;三是举一反三,逐项销号。",),
    right=("一是压实责任，明确分工；二是建章立制，堵塞漏洞；三是举一反三,逐项销号。",),
)
def half_width_throughout(manuscript: Manuscript) -> Iterator[Hit]:
    """Find one place for all kinds of marks that are half-width from beginning to end."""
    narrow, wide = _typed(manuscript)
    kinds = _habits(narrow, wide)
    if kinds:
        places = [place for kind in kinds for place in narrow[kind]]
        passage, at = narrow[kinds[0]][0]
        marks = "、".join(f"“{kind}”" for kind in kinds)
        message = f"全文的{marks}多是半角的，共{len(places)}处"
        yield Hit(passage, message, "请统一换成全角，导入和排版时会自动换", at, at + 1)


@on(
    "marks/ellipsis",
    Severity.WARNING,
    title="省略号写得不对",
    why="省略号是六个连点“……”，占两个字的位置，不用三个点、一串句号代替。",
    source="GB/T 15834-2011 4.11",
    wrong=("查阅账册、凭证、合同...逐一登记。", "走访企业、商户。。。。。。收集意见。", "梳理台账、清单…逐项核对。"),
    right=("查阅账册、凭证、合同……逐一登记。",),
)
@each_written(DOTS)
def ellipsis(passage: Passage) -> Iterator[Hit]:
    for start, end, words in ellipses(passage.raw):
        yield Hit(passage, f"省略号写成“{words}”", "请写成“……”", start, end, instead="……")


@on(
    "marks/ellipsis-and-deng",
    Severity.WARNING,
    title="省略号与“等”重复",
    why="省略号和“等”都表示列举未尽，用了一个就不再用另一个。",
    source="GB/T 15834-2011 4.11",
    wrong=("修订了采购、合同、用车等……制度。", "走访社区、企业……等单位。"),
    right=("修订了采购、合同、用车等制度。", "走访社区、企业……收集意见30条。"),
)
@each_saying(DOTS_AND_DENG)
def ellipsis_and_deng(passage: Passage) -> Iterator[Hit]:
    for start, end, words in ellipses_and_deng(passage.text):
        yield Hit(passage, f"“{words}”里省略号与“等”重复", "请只留一个", start, end)


@on(
    "marks/dash",
    Severity.WARNING,
    title="破折号写得不对",
    why="破折号是一条两个字长的线“——”，不用短横、制表线拼接。",
    source="GB/T 15834-2011 4.10",
    wrong=("抓住关键少数--领导干部，压实责任。", "这是首要任务——————政治建设。"),
    right=("抓住关键少数——领导干部，压实责任。", "构建国—市—区三级平台。", "采购A--B级设备。"),
)
@each_written(DASHES)
def dash(passage: Passage) -> Iterator[Hit]:
    for start, end, words in dashes(passage.raw):
        yield Hit(passage, f"破折号写成“{words}”", "请写成“——”", start, end, instead="——")


@on(
    "marks/middle-dot",
    Severity.WARNING,
    title="间隔号用了别的圆点",
    why="间隔号是“·”；项目符号“•”、日文中点“・”样子相近，换一种字体就会变大或移位。",
    source="GB/T 15834-2011 4.14",
    wrong=("组织“青禾•大讲堂”6场。", "开展“清廉・临江”主题活动。"),
    right=("组织“青禾·大讲堂”6场。",),
)
@each_written(_DOT_BETWEEN)
def middle_dot(passage: Passage) -> Iterator[Hit]:
    for match in _DOT_BETWEEN.finditer(passage.raw):
        yield Hit(passage, f"间隔号写成“{match[0]}”", "请写成“·”", *match.span(), instead="·")


@on(
    "marks/full-width-address",
    Severity.WARNING,
    title="邮箱、网址里有全角符号",
    why="邮箱和网址里的“@”“.”是半角的，写成全角就打不开、寄不到。",
    source="GB/T 15834-2011 5.1；邮箱、网址的写法",
    wrong=("电子邮箱：qhxcb＠qinghe.gov.cn。", "电子邮箱：qhxcb@qinghe.gov。cn。"),
    right=("电子邮箱：qhxcb@qinghe.gov.cn。",),
)
@each_written(_IN_ADDRESS)
def full_width_address(passage: Passage) -> Iterator[Hit]:
    for match in _IN_ADDRESS.finditer(passage.raw):
        instead = "@" if match[0] == "＠" else "."
        yield Hit(passage, f"地址里的“{match[0]}”是全角的", f"请改成“{instead}”", *match.span(), instead=instead)


WIDTHS: tuple[Rule[Manuscript], ...] = (
    half_width,
    half_width_throughout,
    ellipsis,
    ellipsis_and_deng,
    dash,
    middle_dot,
    full_width_address,
)
