"""Rules on white space and on characters that only look right: unseen ones, radicals, traditional script."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_said, each_written, on
from bulletin_gen.document import Heading, Paragraph, Table
from bulletin_gen.finding import Severity
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.lookalikes import (
    ENTITY,
    HARD_SPACE,
    LOOK_ALIKE,
    PRIVATE,
    SIMPLIFIED,
    UNSEEN,
    ideograph,
    public,
    unescaped,
)
from bulletin_gen.text.regex import Regex

_HAN = "\u4e00-\u9fff"
_WIDE_MARKS = "，。、；：？！“”‘’（）《》〈〉〔〕【】"
_SPACE = " \t\u00a0\u2002\u2003\u2009\u3000"
_SPACES = Regex("[ \u3000][ \u3000]*")
_BESIDE_DIGITS = Regex(f" (?:(?<=[{_HAN}].)(?=[0-9])(?![0-9]{{3,4}}-|[0-9]{{7,}})|(?<=[0-9%].)(?=[{_HAN}]))")
_LABEL = r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[①-⑳]"
_LABEL_SPACE = Regex(f"[ \u3000]{{0,8}}({_LABEL})([ \u3000]{{1,8}})")
_SENTENCE = Regex("[，。；]")
_IS_HAN = Regex(f"[{_HAN}]")
_HABIT = 3
_TAB = Regex(f"\t(?<=[{_HAN}，。；、].)\t{{0,4}}(?=[{_HAN}“《（\\d])")
# What `is_control` may be true of, to be looked for fast.
_MAYBE_CONTROL = Regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_UNSEEN_RUN = Regex(f"{UNSEEN.pattern}{UNSEEN.pattern}*")
_REPLACED = Regex("\ufffd\ufffd*|锟斤拷|烫烫烫|屯屯屯")
_BROKEN_BEFORE = Regex(f"[{_HAN}，、（“《]$")
_BROKEN_AFTER = Regex("[，。、；：）”》的了着]")
_LEAST_TRADITIONAL = 8
_TRADITIONAL = Regex(f"[{''.join(SIMPLIFIED)}]")


def _is_text(passage: Passage) -> bool:
    """Is it running text, in which white space has no part to play? Names in a signature or a table are spaced out."""
    return isinstance(passage.block, Heading | Paragraph) and "\t" not in passage.raw.strip()


@on(
    "spaces/trailing",
    Severity.WARNING,
    title="行末有多余的空格",
    why="行末的空格看不见，却会把最后一个字挤开，复制、查找时也多出字符。",
    source="GB/T 9704-2012 7.3.3",
    wrong=("窗口办件时间缩短一半。  \u00a0",),
    right=("窗口办件时间缩短一半。", "　　窗口办件时间缩短一半。"),
)
@each_said
def trailing(passage: Passage) -> Iterator[Hit]:
    stripped = len(passage.raw.rstrip(_SPACE))
    if stripped == len(passage.raw):
        return
    is_row = isinstance(passage.block, Table) or "\t" in passage.raw[:stripped]  # it may end in an empty cell
    if stripped and not is_row:
        count = len(passage.raw) - stripped
        yield Hit(passage, f"行末有{count}个空格", "请删去", stripped, len(passage.raw), instead="")


@on(
    "spaces/between-han",
    Severity.WARNING,
    title="汉字之间有空格",
    why="汉字之间不空格；夹在句子里的空格多半是复制、对齐时留下的。",
    source="GB/T 9704-2012 7.3.3",
    wrong=("研究部署 巡察整改工作。", "落实全面从严治党　主体责任。"),
    right=("研究部署巡察整改工作。", "联系人：张 明。"),
)
@each_written(_SPACES)
def between_han(passage: Passage) -> Iterator[Hit]:
    for start, end in _inner_spaces(passage):
        both = passage.raw[start - 1], passage.raw[end]
        if all(map(_IS_HAN.match, both)) and not _is_name(passage.raw, start, end):
            said = passage.raw[start - 1 : end + 1]
            yield Hit(passage, f"“{said}”中间有空格", "请删去", start, end, instead="")


def _inner_spaces(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where spaces stand within a running text: not the indent, not what trails.

    A line without a comma or a stop may be laid out by them: 组 长：王 明　副组长：李 红.
    """
    if _is_text(passage) and (isinstance(passage.block, Heading) or _SENTENCE.search(passage.text)):
        first = len(passage.raw) - len(passage.raw.lstrip(_SPACE))
        last = len(passage.raw.rstrip(_SPACE))
        yield from (match.span() for match in _SPACES.finditer(passage.raw, first, last))


def _is_name(text: str, start: int, end: int) -> bool:
    """Does one character stand alone on a side, as in a name of two that is spaced out: 王 明, 组 长?"""
    return not _IS_HAN.match(text[max(start - 2, 0) : start - 1]) or not _IS_HAN.match(text[end + 1 : end + 2])


@on(
    "spaces/beside-mark",
    Severity.WARNING,
    title="标点旁边有空格",
    why="全角标点自带空隙，前后不再空格。",
    source="GB/T 15834-2011 5.1",
    wrong=("已全部完成， 并长期坚持。", "制定《学习制度》 ，明确责任。"),
    right=("已全部完成，并长期坚持。", "　　“三会一课”制度落实到位。"),
)
@each_written(_SPACES)
def beside_mark(passage: Passage) -> Iterator[Hit]:
    for start, end in _inner_spaces(passage):
        said = passage.raw[start - 1 : end + 1]
        is_beside = said[0] in _WIDE_MARKS or said[-1] in _WIDE_MARKS
        if is_beside and not _LABEL_SPACE.fullmatch(passage.raw, 0, end):
            yield Hit(passage, f"“{said}”里有空格", "请删去", start, end, instead="")


@on(
    "spaces/after-label",
    Severity.ADVICE,
    title="序号后面有空格",
    why="“一、”“（一）”“1.”后面直接写标题，不空格；全文只指出第一处。",
    source="GB/T 9704-2012 7.3.3",
    wrong=("（一） 强化组织领导。党组召开专题会议。", "1. 关于“学习不深入”的整改情况。"),
    right=("（一）强化组织领导。党组召开专题会议。", "1.关于“学习不深入”的整改情况。"),
)
def after_label(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the first: whoever types one types all of them so."""
    for passage in manuscript.raw_for_any_of(_LABEL_SPACE):
        match = _LABEL_SPACE.match(passage.raw)
        if match and passage.block is not None:
            yield Hit(passage, f"序号“{match[1]}”后面有空格", "请全文统一删去", *match.span(2), instead="")
            return


@on(
    "spaces/beside-digits",
    Severity.ADVICE,
    title="汉字与数字之间有空格",
    why="公文里汉字与数字之间不用手工加空格，间隙由排版决定；全文都加的，只指出第一处。",
    source="GB/T 9704-2012 5.2.3、7.3.3",
    wrong=("完成整改 12 项，其余正在推进。",),
    right=("完成整改12项，其余正在推进。", "联系人：张明 0731-28681234。"),
)
def beside_digits(manuscript: Manuscript) -> Iterator[Hit]:
    """Find each, or the first where there are so many that they were put in on purpose."""
    found = manuscript.raw_for_any_of(_BESIDE_DIGITS)
    said = (passage for passage in found if passage.block is not None and _is_text(passage))
    places = [(passage, match.span()) for passage in said for match in _BESIDE_DIGITS.finditer(passage.raw)]
    is_habit = len(places) > _HABIT
    for passage, span in places[:1] if is_habit else places:
        message = f"汉字与数字之间有空格，全文共{len(places)}处" if is_habit else "汉字与数字之间有空格"
        yield Hit(passage, message, "请删去", *span, instead=None if is_habit else "")


@on(
    "spaces/tab",
    Severity.WARNING,
    title="句子里有制表符",
    why="制表符在不同的机器上宽窄不一，句子里不用。",
    source="GB/T 9704-2012 7.3.3",
    wrong=("研究部署\t巡察整改工作，逐项销号。",),
    right=("研究部署巡察整改工作，逐项销号。", "序号\t问题\t措施"),
)
@each_written(_TAB)
def tab(passage: Passage) -> Iterator[Hit]:
    is_row = passage.raw.strip().count("\t") > 1 or not _SENTENCE.search(passage.text)
    if isinstance(passage.block, Heading | Paragraph) and not is_row:
        for match in _TAB.finditer(passage.raw):
            yield Hit(passage, "句子里有制表符", "请删去", *match.span(), instead="")


@on(
    "spaces/no-break",
    Severity.WARNING,
    title="句子里有不间断空格",
    why="从网页复制的不间断空格看起来像普通空格，却会改变换行，也查找不到。",
    source="Unicode U+00A0、U+202F",
    wrong=("完成整改\u00a012项。",),
    right=("完成整改12项。",),
)
@each_written(HARD_SPACE)
def no_break(passage: Passage) -> Iterator[Hit]:
    text = passage.raw.strip(_SPACE)
    first = len(passage.raw) - len(passage.raw.lstrip(_SPACE))
    for match in HARD_SPACE.finditer(passage.raw, first, first + len(text)):
        yield Hit(passage, "句子里有不间断空格", "请删去", *match.span(), instead="")


@on(
    "spaces/unseen",
    Severity.WARNING,
    title="有看不见的字符",
    why="零宽空格、软连字符等看不见，却占着位置：查找不到词，字数不对，导入其他系统可能出错。",
    source="Unicode U+200B、U+FEFF、U+00AD 等",
    wrong=("巡察\u200b整改工作。", "巡\u00ad察整改工作。"),
    right=("巡察整改工作。",),
)
@each_written(_UNSEEN_RUN)
def unseen(passage: Passage) -> Iterator[Hit]:
    for match in _UNSEEN_RUN.finditer(passage.raw):
        yield Hit(passage, f"有看不见的字符 U+{ord(match[0][0]):04X}", "请删去", *match.span(), instead="")


@on(
    "spaces/control",
    Severity.ERROR,
    title="有控制字符",
    why="控制字符不能出现在文件里，有的软件因此打不开文件。",
    source="XML 1.0 2.2；GB 18030-2022",
    wrong=("巡察\x07整改工作。", "巡察\u202e整改工作。"),
    right=("巡察整改工作。",),
)
@each_written(_MAYBE_CONTROL)
def control(passage: Passage) -> Iterator[Hit]:
    for match in _MAYBE_CONTROL.finditer(passage.raw):
        if is_control(match[0]):
            yield Hit(passage, f"有控制字符 U+{ord(match[0]):04X}", "请删去", *match.span(), instead="")


@on(
    "spaces/private-use",
    Severity.WARNING,
    title="有私用区字符",
    why="私用区字符只有特定软件认得，换一台机器就是空框或别的字。",
    source="GB 18030-2022；Unicode 私用区",
    wrong=("巡察整改工作\ue78e", "\uf0b7加强学习。"),
    right=("巡察整改工作。",),
)
@each_written(PRIVATE)
def private_use(passage: Passage) -> Iterator[Hit]:
    for match in PRIVATE.finditer(passage.raw):
        known = public(match[0])
        instead = None if known == match[0] else known
        hint = f"请改成“{instead}”" if instead else "请对照原件改成本来的字"
        yield Hit(passage, f"有私用区字符 U+{ord(match[0]):04X}", hint, *match.span(), instead=instead)


@on(
    "spaces/replaced",
    Severity.ERROR,
    title="有乱码",
    why="编码转换出错后原来的字已经丢失，只剩“�”或“锟斤拷”。",
    source="GB 18030-2022；Unicode U+FFFD",
    wrong=("巡察\ufffd\ufffd工作。", "巡察锟斤拷工作。"),
    right=("巡察整改工作。",),
)
@each_written(_REPLACED)
def replaced(passage: Passage) -> Iterator[Hit]:
    for match in _REPLACED.finditer(passage.raw):
        yield Hit(passage, f"有乱码“{match[0]}”", "请对照原件补上", *match.span())


@on(
    "spaces/entity",
    Severity.WARNING,
    title="有网页的转义符",
    why="“&nbsp;”“&ldquo;”是网页源代码里的写法，复制时没有还原成字符。",
    source="HTML 标准",
    wrong=("落实&ldquo;三会一课&rdquo;制度。", "已完成。&nbsp;"),
    right=("落实“三会一课”制度。", "R&D投入增长。"),
)
@each_written(ENTITY)
def entity(passage: Passage) -> Iterator[Hit]:
    for match in ENTITY.finditer(passage.raw):
        char = unescaped(match[0])
        if char != match[0]:
            instead = char.strip(_SPACE)
            yield Hit(passage, f"有网页的转义符“{match[0]}”", "请还原成字符", *match.span(), instead=instead)


@on(
    "spaces/look-alike",
    Severity.WARNING,
    title="用了形似汉字的部首字符",
    why="部首字符（如⼀、⾏）看起来和汉字一样，却是另一个字符：查找不到，朗读软件读不出。",
    source="GB 18030-2022；Unicode 康熙部首",
    wrong=("开展专项⾏动。",),
    right=("开展专项行动。",),
)
@each_written(LOOK_ALIKE)
def look_alike(passage: Passage) -> Iterator[Hit]:
    for match in LOOK_ALIKE.finditer(passage.raw):
        right = ideograph(match[0])
        message = f"“{match[0]}”是形似“{right}”的部首字符"
        yield Hit(passage, message, f"请改成汉字“{right}”", *match.span(), instead=right)


@on(
    "spaces/traditional",
    Severity.WARNING,
    title="简体文字里夹了繁体字",
    why="公文使用规范汉字，人名、地名等特殊情况除外。",
    source="《中华人民共和国国家通用语言文字法》第九条；《通用规范汉字表》",
    wrong=("落实黨风廉政建设责任。",),
    right=("落实党风廉政建设责任。",),
)
def traditional(manuscript: Manuscript) -> Iterator[Hit]:
    """Find each character, or the first where the text is in that script."""
    said = (passage for passage in manuscript.raw_for_any_of(_TRADITIONAL) if passage.block is not None)
    places = [(passage, match) for passage in said for match in _TRADITIONAL.finditer(passage.raw)]
    kinds = Counter(match[0] for _, match in places)
    is_script = len(kinds) >= _LEAST_TRADITIONAL
    for passage, match in places[:1] if is_script else places:
        right = SIMPLIFIED[match[0]]
        message = f"全文有{len(places)}个繁体字" if is_script else f"“{match[0]}”是繁体字"
        hint = "请转换成简体" if is_script else f"请改成“{right}”"
        yield Hit(passage, message, hint, *match.span(), instead=None if is_script else right)


@on(
    "spaces/broken-line",
    Severity.WARNING,
    title="一句话被断成两段",
    why="一句话没有说完就另起一段，多半是从别处复制时带来的换行。",
    source="GB/T 9704-2012 7.3.3",
    wrong=("区委第四巡察组对青禾街道党工委开展巡察，反馈了问题，\n并提出整改要求。",),
    right=("区委第四巡察组对青禾街道党工委开展巡察。\n党工委提出整改要求。",),
)
def broken_line(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a paragraph that breaks off where the next one goes on; the first where all lines are cut so."""
    texts = [passage for passage in manuscript.passages if isinstance(passage.block, Heading | Paragraph)]
    broken = [first for first, second in pairwise(texts) if goes_on(first, second)]
    is_habit = len(broken) > _HABIT
    for passage in broken[:1] if is_habit else broken:
        end = len(passage.raw.rstrip())
        message = f"全文有{len(broken)}处句子被断成两段" if is_habit else "一句话到这里断开，另起了一段"
        yield Hit(passage, message, "请与下一段接上", max(end - 1, 0), end)


def goes_on(passage: Passage, following: Passage) -> bool:
    """Does a paragraph break off in a sentence, and does the next begin nothing new?"""
    text, after = passage.raw.strip(), following.raw.strip()
    if not _BROKEN_BEFORE.search(text[-1:]):
        return False
    goes_on = text[-1:] in "，、（“《" or _BROKEN_AFTER.match(after) is not None
    return goes_on and not (leading_label(after) or leading_listed(after))


SPACES: tuple[Rule[Manuscript], ...] = (
    trailing,
    between_han,
    beside_mark,
    after_label,
    beside_digits,
    tab,
    no_break,
    unseen,
    control,
    private_use,
    replaced,
    entity,
    look_alike,
    traditional,
    broken_line,
)
