"""Rules on what a mark may stand beside: another mark, a bracket, the beginning of a paragraph, 等, 和."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.wrong_marks import BEFORE_DENG, BETWEEN, before_deng, between_quoted_items

_STOPS = "，。、；：？！"
_DOUBLED = Regex(f"[{_STOPS}][{_STOPS}]+")
_RIGHTLY_DOUBLED = Regex("[？！]{1,3}|。{3,}")
_IN_AND_OUT = Regex("[。！？，；、](?:(?<=[。！？])[”’）][。！？；，]|(?<=[，；、])[”’）][，；、。])")
_BEFORE_CLOSING = Regex("[，、；：](?=[）》〕】〉])|[、；](?=[”’])")
_AFTER_OPENING = Regex(f"[{_STOPS}](?<=[（《〈“‘〔【].)")
_AT_START = Regex(f"[ \u3000\t]{{0,8}}([{_STOPS}”）》〉〕】]|’(?![0-9]))")
_SENTENCE_ENDS = "。！？；：”）"
_BEFORE_AND = Regex(
    "、(?=及(?![时格早第其物])|与(?=[\u4e00-\u9fff]{1,4}[，。；：])(?![会时众])|和(?![\u4e00-\u9fff]{1,3}[（、])(?![平谐睦田县顺硕林政静布龙美弦衷泰记解风气合善])"
    "|或(?![许缺]))|、(?=并(?![购网轨发联行非入存举列处称肩转驾重蒂、]))"
)
_NOTHING_BETWEEN = Regex("”“|》《|’‘|〉〈")
_HABIT = 5  # so many, and more than without one, are how the whole file is typed


@on(
    "marks/doubled",
    Severity.ERROR,
    title="标点重复或连用",
    why="两个点号连在一起，多半是改稿时没有删净。",
    source="GB/T 15834-2011 4",
    wrong=("完成整改3个，，其余正在推进。", "修订采购、合同、，用车制度。", "已全部完成。。"),
    right=("完成整改3个，其余正在推进。", "走访社区、企业……收集意见。", "真有此事？！"),
)
@each_saying(_DOUBLED)
def doubled(passage: Passage) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(passage.text):
        marks = match[0]
        if not _RIGHTLY_DOUBLED.fullmatch(marks):
            instead = marks[0] if len(set(marks)) == 1 else None
            yield Hit(passage, f"标点“{marks}”连用", "请只留一个", *match.span(), instead=instead)


@on(
    "marks/in-and-out",
    Severity.WARNING,
    title="引号、括号里外都有点号",
    why="引文末尾的点号只用在引号里或引号外，不能里外都用；括号同样。",
    source="GB/T 15834-2011 附录 B.2",
    wrong=("会议强调，“整改不落实就是对党不忠诚。”。", "要求“真改，实改，”，限期办结。"),
    right=("会议强调：“整改不落实就是对党不忠诚。”", "坚决做到“改一件、成一件”。"),
)
@each_saying(_IN_AND_OUT)
def in_and_out(passage: Passage) -> Iterator[Hit]:
    for match in _IN_AND_OUT.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”里外都有点号", "请只留一个，引文是句子的一部分时留外面的", *match.span())


@on(
    "marks/before-closing",
    Severity.WARNING,
    title="括号、书名号结束之前多了点号",
    why="括号、书名号里的最后一项后面，不用逗号、顿号、分号、冒号。",
    source="GB/T 15834-2011 4.9、4.15",
    wrong=("整改责任单位（办公室、财务科、）已经明确。", "坚持“少开会、”改进会风。"),
    right=("整改责任单位（办公室、财务科）已经明确。",),
)
@each_saying(_BEFORE_CLOSING)
def before_closing(passage: Passage) -> Iterator[Hit]:
    for match in _BEFORE_CLOSING.finditer(passage.text):
        following = passage.raw[match.end()]
        yield Hit(passage, f"“{following}”前多了“{match[0]}”", "请删去", *match.span(), instead="")


@on(
    "marks/after-opening",
    Severity.ERROR,
    title="引号、括号开始之后就是点号",
    why="前半个引号、括号、书名号后面紧跟着点号，多半是漏了字或多了标点。",
    source="GB/T 15834-2011 4.8、4.9、4.15",
    wrong=("坚决做到“，两个维护”。", "召开会议（，扩大）研究。"),
    right=("坚决做到“两个维护”。",),
)
@each_saying(_AFTER_OPENING)
def after_opening(passage: Passage) -> Iterator[Hit]:
    for match in _AFTER_OPENING.finditer(passage.text):
        before = passage.raw[match.start() - 1]
        yield Hit(passage, f"“{before}”后面就是“{match[0]}”", "请补上漏掉的字，或删去这个标点", *match.span())


@on(
    "marks/at-start",
    Severity.ERROR,
    title="一段以点号或后半个标点开头",
    why="点号和后半个引号、括号不能放在一行、一段的开头。",
    source="GB/T 15834-2011 5.1",
    wrong=("县委书记专题会议听取了汇报。\n，研究了整改方案。",),
    right=("县委书记专题会议听取了汇报。\n“一件一档”全部建立。",),
)
def at_start(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a mark that begins a paragraph; where the one before breaks off, that is told of instead."""
    before = "。"
    for passage in manuscript.passages:
        match = _AT_START.match(passage.text)
        if passage.block is not None and match and before.rstrip().endswith(tuple(_SENTENCE_ENDS)):
            yield Hit(passage, f"一段以“{match[1]}”开头", "请删去，或接到上一段末尾", *match.span(1))
        before = passage.text


@on(
    "marks/mark-before-deng",
    Severity.WARNING,
    title="“等”字前面多了顿号",
    why="“等”表示列举未尽或收尾，紧跟在最后一项后面，前面不加顿号。",
    source="GB/T 15834-2011 附录 B.1.2",
    wrong=("修订了采购、合同、等管理制度。",),
    right=("修订了采购、合同等管理制度。", "对党员、干部，等同要求。", "解决项目等水、等电、等路的问题。"),
)
@each_saying(BEFORE_DENG)
def mark_before_deng(passage: Passage) -> Iterator[Hit]:
    for start, _, _ in before_deng(passage.text):
        yield Hit(passage, "“等”字前多了“、”", "请删去", start, start + 1, instead="")


@on(
    "marks/mark-before-and",
    Severity.WARNING,
    title="“和”“及”“并”前面多了顿号",
    why="“和、与、及、或、并”本身连接前后两项，前面不再用顿号；“并”连接的是两个动作，需要停顿时用逗号。",
    source="GB/T 15834-2011 4.5",
    wrong=("制定会议、接待、和用车制度。", "对线索逐条登记、并移交纪委。"),
    right=(
        "制定会议、接待和用车制度。",
        "审议发展规划、与企业签订合作协议等事项。",
        "对线索逐条登记，并移交纪委。",
        "推进并购、并网、并轨工作。",
        "做到早发现、及时处置。",
    ),
)
@each_saying(_BEFORE_AND)
def mark_before_and(passage: Passage) -> Iterator[Hit]:
    for match in _BEFORE_AND.finditer(passage.text):
        joins_actions = passage.text.startswith("并", match.end())
        instead = "，" if joins_actions else ""
        hint = "请改成逗号" if joins_actions else "请删去顿号"
        yield Hit(passage, f"“{passage.raw[match.end()]}”前多了顿号", hint, *match.span(), instead=instead)


def _between_quoted(manuscript: Manuscript) -> tuple[list[tuple[Passage, int]], int]:
    """Return where 、 stands between two quoted or titled items, and between how many nothing does."""
    said = [passage for passage in manuscript.for_any_of(BETWEEN) if passage.block is not None]
    places = [(passage, found.start + 1) for passage in said for found in between_quoted_items(passage.text)]
    return places, sum(passage.block is not None for passage, _ in manuscript.finds(_NOTHING_BETWEEN))


@on(
    "marks/between-quoted",
    Severity.ADVICE,
    title="并列的引号、书名号之间用了顿号",
    why="引号、书名号已经把各项分开，并列时中间通常不用顿号；有括注等隔开的宜用。",
    source="GB/T 15834-2011 4.5.3.5",
    wrong=("坚持“四个意识”、“四个自信”。", "学习《党章》、《准则》。"),
    right=("坚持“四个意识”“四个自信”。", "学习《党章》（修正案）、《准则》。"),
)
def between_quoted(manuscript: Manuscript) -> Iterator[Hit]:
    """Find each, or only the first where that is the habit of the whole file."""
    places, without = _between_quoted(manuscript)
    is_habit = len(places) >= _HABIT and len(places) > without
    for passage, at in places[:1] if is_habit else places:
        one = f"“{passage.raw[at - 1 : at + 2]}”中间通常不用顿号"
        message = f"全文在并列的引号、书名号之间用了顿号，共{len(places)}处" if is_habit else one
        yield Hit(passage, message, "请删去顿号", at, at + 1, instead=None if is_habit else "")


BESIDE: tuple[Rule[Manuscript], ...] = (
    doubled,
    in_and_out,
    before_closing,
    after_opening,
    at_start,
    mark_before_deng,
    mark_before_and,
    between_quoted,
)
