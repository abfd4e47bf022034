"""Rules on numbers and labels: no gap, no number twice, no level left out, one form for one level."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.outline import Entry, families, outline, text_passages
from bulletin_gen.checks.rule import Hit, Rule, each_anywhere, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.labels import HAN, HAN_DIGIT, layer
from bulletin_gen.text.numerals import BY_DEPTH, Label, han_number, han_value, say_label
from bulletin_gen.text.regex import Regex

_FORMAT = "GB/T 9704-2012 7.3.3"
_LABELS = "GB/T 15834-2011 附录B"


def _at_label(entry: Entry, message: str, hint: str) -> Hit:
    """Return a hit on the label of an entry."""
    start = len(entry.passage.text) - len(entry.passage.text.lstrip())
    return Hit(entry.passage, message, hint, start, max(entry.start, start + 1))


def _is_mixed(entry: Entry) -> bool:
    """Does an entry stand below one of its own layer, since their forms differ?"""
    return entry.above is not None and layer(entry.above.label) == layer(entry.label)


def _before(manuscript: Manuscript) -> Iterator[tuple[Entry, int]]:
    """Yield each entry with the number that its own follows on: of its sibling before it, or 0.

    Numbers may run on from one part to the next: then the first follows the last of the part before.
    """
    last: dict[Label, int] = {}
    for family in families(manuscript):
        before = last.get(family[0].label, 0)
        if not 1 <= before < family[0].number:
            before = 0
        for entry in family:
            yield entry, before
            before = entry.number
        last[family[0].label] = before


@on(
    "structure/number-gap",
    Severity.ERROR,
    title="序号不连续",
    why="“（一）”后面是“（三）”，读者会以为漏了一段。",
    source=_FORMAT,
    wrong=(
        "一、总体情况\n（一）加强领导\n成立小组。\n（三）压实责任\n分解任务。",
        "二、整改情况\n2.关于“学习不深入”的问题\n制定计划。",
        "一、政治建设\n1.学习方面\n制定计划。\n二、组织建设\n3.班子方面\n调整分工。",
    ),
    right=(
        "一、总体情况\n（一）加强领导\n成立小组。\n（二）压实责任\n分解任务。",
        "一、政治建设\n1.学习方面\n制定计划。\n二、组织建设\n2.班子方面\n调整分工。",
    ),
)
def number_gap(manuscript: Manuscript) -> Iterator[Hit]:
    for entry, before in _before(manuscript):
        if entry.number > before + 1 and not _is_mixed(entry):
            missing = say_label(entry.label, before + 1)
            message = f"这里是“{say_label(entry.label, entry.number)}”，前面没有“{missing}”"
            yield _at_label(entry, message, "请核对是不是漏了一段，或改正序号")


@on(
    "structure/number-repeated",
    Severity.ERROR,
    title="序号重复或倒退",
    why="同一级有两个“（二）”，引用时就分不清是哪一个。",
    source=_FORMAT,
    wrong=("一、总体情况\n（一）加强领导\n成立小组。\n（二）压实责任\n分解任务。\n（二）强化督查\n开展检查。",),
    right=("一、总体情况\n（一）加强领导\n成立小组。\n二、整改情况\n（一）压实责任\n分解任务。",),
)
def number_repeated(manuscript: Manuscript) -> Iterator[Hit]:
    for entry, before in _before(manuscript):
        if before and entry.number <= before and entry.number > 1:
            message = f"前面已经有“{say_label(entry.label, before)}”，这里又是“{say_label(entry.label, entry.number)}”"
            yield _at_label(entry, message, "请改正序号")


@on(
    "structure/numbering-restarts-unevenly",
    Severity.WARNING,
    title="同一级序号有的接着编，有的重新编",
    why="各部分的“1.”要么都从1编起，要么一直编下去，不能有的这样有的那样。",
    source="前后文",
    wrong=(
        "二、整改情况\n（一）政治建设\n1.学习方面\n制定计划。\n2.落实方面\n建立台账。\n"
        "（二）作风建设\n3.服务方面\n上门办理。\n4.调研方面\n改进方式。\n（三）组织建设\n1.班子方面\n调整分工。\n2.队伍方面\n加强培训。",
    ),
    right=(
        "二、整改情况\n（一）政治建设\n1.学习方面\n制定计划。\n2.落实方面\n建立台账。\n（二）作风建设\n3.服务方面\n上门办理。",
        "二、整改情况\n（一）政治建设\n1.学习方面\n制定计划。\n2.落实方面\n建立台账。\n（二）作风建设\n1.服务方面\n上门办理。",
    ),
)
def restarts_unevenly(manuscript: Manuscript) -> Iterator[Hit]:
    starts: dict[tuple[int, Label], list[Entry]] = {}
    for family in families(manuscript):
        above = family[0].above
        if above is not None:
            starts.setdefault((id(above.above), family[0].label), []).append(family[0])
    for firsts in starts.values():
        later = firsts[1:]
        restarted = next((entry for entry in later if entry.number == 1), None)
        if restarted and any(entry.number > 1 for entry in later):
            message = f"其他部分接着上一部分编号，这里又从“{say_label(restarted.label, 1)}”编起"
            yield _at_label(restarted, message, "请统一：都接着编，或都从头编")


@on(
    "structure/level-skipped",
    Severity.ADVICE,
    title="标题序号跳过了一级",
    why="公文的层次依次用“一、”“（一）”“1.”“（1）”；跳过一级，层次关系不清楚。",
    source=_FORMAT,
    wrong=("一、整改情况\n（一）政治建设\n①对“学习不深入”等问题：制定计划。\n②对“落实打折扣”等问题：建立台账。",),
    right=(
        "一、整改情况\n（一）政治建设\n1.对“学习不深入”等问题：制定计划。\n2.对“落实打折扣”等问题：建立台账。",
        "一、关于“学习不深入”问题\n1.制定计划。\n2.开展研讨。",
        "（一）政治建设\n1.学习方面\n①对“学习不深入”等问题：制定计划。\n②对“落实打折扣”等问题：建立台账。",
    ),
)
def level_skipped(manuscript: Manuscript) -> Iterator[Hit]:
    told: set[tuple[Label, Label]] = set()
    for entry in outline(manuscript):
        above = entry.above
        if above is None or layer(above.label) == 1 or _depth(entry) - layer(above.label) < 2:
            continue
        if (above.label, entry.label) not in told:
            told.add((above.label, entry.label))
            skipped = "、".join(f"“{BY_DEPTH[at].value}”" for at in range(layer(above.label), _depth(entry) - 1))
            message = f"“{above.label.value}”下面直接用“{entry.label.value}”，跳过了{skipped}"
            yield _at_label(entry, message, f"全文同一级一并改用{skipped.partition('、')[0]}")


@on(
    "structure/mixed-labels",
    Severity.ERROR,
    title="同一级用了两种序号",
    why="“1.”后面是“2、”，同一级的序号写法必须一样。",
    source=_LABELS,
    wrong=("（一）加强领导\n1.成立小组。\n2、明确分工。\n3.定期调度。",),
    right=("（一）加强领导\n1.成立小组。\n2.明确分工。",),
)
def mixed_labels(manuscript: Manuscript) -> Iterator[Hit]:
    for entry in outline(manuscript):
        if _is_mixed(entry) and entry.above:
            first, other = (say_label(one.label, one.number) for one in (entry.above, entry))
            message = f"前面用“{first}”，这里用“{other}”"
            yield _at_label(entry, message, "请统一成一种写法")


def _depth(entry: Entry) -> int:
    """Return the layer of an entry; ① is none of the standard's, and stands for the fourth where that is not used."""
    return 4 if entry.label is Label.CIRCLE else layer(entry.label)


# 一是; after a heading that lacks its full stop as well; not 一是一，二是二
_LISTED = Regex(
    rf"(?P<number>{HAN_DIGIT}(?:(?<=^.)|(?<=[。；：，！？].)|(?<=情况.)){HAN_DIGIT}{{0,6}})(?P<form>[是要])(?!{HAN}[，。])"
)
_ORDINAL = Regex(rf"第(?:(?<=^.)|(?<=[。；：！？].))(?P<number>{HAN})(?P<form>，)")


class _Item(NamedTuple):
    """An item of a list in the running text: 二是."""

    passage: Passage
    start: int
    end: int
    number: int
    form: str

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]


def _items(passage: Passage) -> Iterator[_Item]:
    for pattern in (_LISTED, _ORDINAL):
        for match in pattern.finditer(passage.text):
            number = han_value(match["number"])
            if number:
                start = match.start("number") - (pattern is _ORDINAL)
                yield _Item(passage, start, match.end(), number, match["form"])


@once
def _lists(manuscript: Manuscript) -> tuple[tuple[_Item, ...], ...]:
    """Return the items of running lists, each list of one form and below one heading.

    三要三不要 is no list: one of 要 counts only where it has a first.
    """
    headed = {id(entry.passage) for entry in outline(manuscript)}
    listing = {id(passage) for passage in manuscript.for_any_of(_LISTED, _ORDINAL)}
    lists: list[list[_Item]] = []
    open_lists: dict[str, list[_Item]] = {}
    for passage in text_passages(manuscript):
        if id(passage) in headed:
            open_lists = {}
        items = _items(passage) if id(passage) in listing else ()
        for item in sorted(items, key=lambda item: item.start):
            if item.form not in open_lists:
                open_lists[item.form] = []
                lists.append(open_lists[item.form])
            open_lists[item.form].append(item)
    return tuple(tuple(items) for items in lists if items[0].form != "要" or any(item.number == 1 for item in items))


_DEEPEST = 4  # lists in lists


class _Broken(NamedTuple):
    """An item whose number does not follow that of any list which is still open; `before` is the nearest one's."""

    item: _Item
    before: int


def _broken(items: Iterable[_Item]) -> Iterator[_Broken]:
    """Yield the items that break their list. A list may hold another: 一是…（一是…二是…）二是…"""
    numbers: list[int] = []
    for item in items:
        if item.number == 1:
            numbers = [*numbers[-_DEEPEST:], 1]
            continue
        if item.number - 1 in numbers:
            while numbers[-1] != item.number - 1:
                numbers.pop()
        else:
            yield _Broken(item, numbers[-1] if numbers else 0)
            numbers = numbers or [0]
        numbers[-1] = item.number


def _is_run_in(item: _Item, number: int) -> bool:
    """Does the missing item stand a little before, where no mark sets it off?"""
    return item.passage.text.rfind(_other(item, number), max(0, item.start - _LOOKED_BACK), item.start) >= 0


_LOOKED_BACK = 2000  # characters


def _other(item: _Item, number: int) -> str:
    return f"第{han_number(number)}" if item.form == "，" else f"{han_number(number)}{item.form}"


@on(
    "structure/list-gap",
    Severity.ERROR,
    title="“一是、三是”中间缺了一项",
    why="有“三是”就要有“二是”，否则读者以为漏了一条措施。",
    source="前后文",
    wrong=(
        "一是成立专班。三是定期调度。",
        "一、整改情况\n二是定期调度。三是限期销号。",
        "第一，成立专班。第三，定期调度。",
    ),
    right=(
        "一是成立专班。二是定期调度。三是限期销号。",
        "一是开展两项行动：一是清查，二是整治。二是定期调度。",
        "一是一，二是二，实事求是。",
        "落实三要三不要制度，三要公开、公平、公正。",
    ),
)
def list_gap(manuscript: Manuscript) -> Iterator[Hit]:
    for items in _lists(manuscript):
        for item, before in _broken(items):
            if item.number > before + 1 and not _is_run_in(item, before + 1):
                message = f"这里是“{item.words}”，前面没有“{_other(item, before + 1)}”"
                yield Hit(item.passage, message, "请补上缺的一项，或改正序号", item.start, item.end)


@on(
    "structure/list-repeated",
    Severity.ERROR,
    title="“二是”出现两次",
    why="同一个序列里序号不能重复或者倒退。",
    source="前后文",
    wrong=("一是成立专班。二是定期调度。二是限期销号。",),
    right=("一是成立专班。二是定期调度。三是限期销号。",),
)
def list_repeated(manuscript: Manuscript) -> Iterator[Hit]:
    for items in _lists(manuscript):
        for item, before in _broken(items):
            if item.number <= before:
                message = f"前面已经到“{_other(item, before)}”，这里又是“{item.words}”"
                yield Hit(item.passage, message, "请改正序号", item.start, item.end)


@on(
    "structure/lone-first",
    Severity.WARNING,
    title="只有“一是”，没有“二是”",
    why="只有一项，不用序号；写了“一是”，读者会找“二是”。",
    source="前后文",
    wrong=(
        "一、关于“学习不深入”问题\n一是制定学习计划，开展集中研讨。\n二、关于“台账不全”问题\n一是补建台账。二是定期核对。",
    ),
    right=(
        "一、关于“学习不深入”问题\n制定学习计划，开展集中研讨。\n二、关于“台账不全”问题\n一是补建台账。二是定期核对。",
    ),
)
def lone_first(manuscript: Manuscript) -> Iterator[Hit]:
    for items in _lists(manuscript):
        if len(items) == 1 and items[0].number == 1 and items[0].form == "是":
            item = items[0]
            yield Hit(item.passage, "只有“一是”，后面没有“二是”", "请补上其余各项，或删去“一是”", item.start, item.end)


_ORDER = Regex("(?:^|[。；：])(?P<word>其次|再次)，")
_EARLIER = {"其次": Regex("首先|第一|一是|其一|一方面"), "再次": Regex("其次|第二|二是|其二")}
_WANTED = {"其次": "首先", "再次": "其次"}


@on(
    "structure/order-words",
    Severity.WARNING,
    title="有“其次”而没有“首先”",
    why="“首先、其次、再次”要配套、按顺序使用。",
    source="《现代汉语词典》第7版",
    wrong=("成立专班。其次，定期调度。", "首先，成立专班。再次，定期调度。"),
    right=("首先，成立专班。其次，定期调度。再次，限期销号。", "第一步成立专班。其次，定期调度。"),
)
@each_anywhere(_ORDER)
def order_words(passage: Passage) -> Iterator[Hit]:
    matches = list(_ORDER.finditer(passage.text))
    earlier = {word: pattern.search(passage.text) for word, pattern in _EARLIER.items()} if matches else {}
    for match in matches:
        led = earlier[match["word"]]
        if led is None or led.start() > match.start("word"):
            message = f"有“{match['word']}”，前面没有“{_WANTED[match['word']]}”"
            yield Hit(passage, message, "请补上，或改正次序", *match.span("word"))


NUMBERING: tuple[Rule[Manuscript], ...] = (
    number_gap,
    number_repeated,
    restarts_unevenly,
    level_skipped,
    mixed_labels,
    list_gap,
    list_repeated,
    lone_first,
    order_words,
)
