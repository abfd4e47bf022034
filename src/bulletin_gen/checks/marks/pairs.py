"""Rules on marks that come in pairs: quotes, brackets, titles."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.rule import Hit, Rule, each_saying, each_written, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.pairing import Lone, Pair, closing_of
from bulletin_gen.text.regex import Regex

_MARK = Regex("[“”‘’（）()〔〕《》〈〉【】]")
_PLAIN = frozenset(zip("“（《〔【", "”）》〕】", strict=True))
_MOST_HALVES = 10
_LONGEST_HELD = 200  # characters of a title or a saying
_EMPTY = Regex("“”|‘’|《》|〈〉|（[ \u3000]*）|〔〕")
_STRAIGHT = Regex(r"\"(?<!\d.)")  # not the inches of 32"
_DOCUMENT_YEAR = Regex(r"[（\[［【﹝(〔](?<=[\u4e00-\u9fff].)((?:19|20)\d{2})[）\]］】﹞)〕](?=\d{1,4}号)")
_PADDED_NUMBER = Regex(r"〔(?:19|20)\d{2}〕(第|0+)(?=\d{1,4}号)")
_TURTLE_TITLE = Regex(
    "〔(?=[^〔〕]{2,40}(?:制度|办法|规定|方案|通知|意见|细则|条例|规则|规程|清单|计划|规划|纲要|章程|公约|手册)"
    "(?:〈[^〈〉]{1,6}〉|（[^（）]{1,6}）)?〕)"
)
_STATUS_OUTSIDE = Regex("》（(?:试行|暂行)）")
_QUOTED_TITLE = Regex("“(?=《[^《》“”]{1,60}》”)")


def _said(manuscript: Manuscript) -> list[Passage]:
    return [passage for passage in manuscript.passages if passage.block is not None]


def is_plain(passage: Passage) -> bool:
    """Do all quotes and brackets stand in pairs, none in another, and none that should be in another?"""
    marks = _MARK.findall(passage.text)
    return len(marks) % 2 == 0 and _PLAIN.issuperset(zip(marks[::2], marks[1::2], strict=True))


@once
def _entangled(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Return the paragraphs of the bulletin that are not plain: there is nothing to be said of the pairs of others."""
    return tuple(passage for passage in _said(manuscript) if not is_plain(passage))


def _each_entangled(look: Callable[[Passage], Iterator[Hit]]) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make a function that looks at the pairs of one paragraph look at those in which they may be wrong."""
    return lambda manuscript: (hit for passage in _entangled(manuscript) for hit in look(passage))


@once
def _lone(manuscript: Manuscript) -> dict[int, tuple[Lone, ...]]:
    """Return the marks without their other half, by the paragraph (its `id`) that they stand in."""
    return {id(passage): passage.pairing.lone for passage in _entangled(manuscript) if passage.pairing.lone}


@once
def _continued(manuscript: Manuscript) -> tuple[tuple[Passage, Lone, Passage, Lone], ...]:
    """Return each mark that is left open by a paragraph and closed by the next, with both."""
    return tuple(_open_and_closed(manuscript))


def _open_and_closed(manuscript: Manuscript) -> Iterator[tuple[Passage, Lone, Passage, Lone]]:
    lone = _lone(manuscript)
    for first, second in pairwise(_said(manuscript)) if lone else ():
        left = [mark for mark in lone.get(id(first), ()) if mark.is_opening]
        right = [mark for mark in lone.get(id(second), ()) if not mark.is_opening]
        if left and right and left[-1].opening == right[0].opening:
            yield first, left[-1], second, right[0]


@on(
    "marks/unpaired",
    Severity.ERROR,
    title="引号、括号或书名号只有一半",
    why="引号、括号、书名号成对使用，一段之内有前有后；只剩一半，读者不知道引到哪里为止。",
    source="GB/T 15834-2011 4.8、4.9、4.15",
    wrong=(
        "关于“学习制度执行不严格”问题”的整改情况。",
        "根据青委办发〔2024 8号文件精神，修订了办法。",
        "制定《机关接待管理办法，规范了审批。",
    ),
    right=(
        "一是落实“三会一课”制度，制定《学习办法（试行）》。",
        "1）修订制度；2）开展培训。",
        "召开学习会（扩大会议）3次。",
    ),
)
def unpaired(manuscript: Manuscript) -> Iterator[Hit]:
    """Find marks without their other half, but those that the next paragraph closes: see `across`.

    A citation of several paragraphs begins each with “ and closes the last alone.
    """
    halves = [((id(first), left.at), (id(second), right.at)) for first, left, second, right in _continued(manuscript)]
    continued = {place for both in halves for place in both}
    lone_in = _lone(manuscript)
    passages = _said(manuscript) if lone_in else []
    for passage, following in zip(passages, [*passages[1:], None], strict=False):
        is_cited_on = following is not None and passage.text[:1] == following.text[:1] == "“"
        lone = [mark for mark in lone_in.get(id(passage), ()) if (id(passage), mark.at) not in continued]
        yield from _halves(passage, lone[1:] if is_cited_on and lone and lone[0].at == 0 else lone)


def _halves(passage: Passage, lone: Sequence[Lone]) -> Iterator[Hit]:
    """Yield a hit for each mark; for many in one paragraph, which is no text, only for the first."""
    for mark in lone[:1] if len(lone) > _MOST_HALVES else lone:
        message = f"{passage.raw[mark.at]} 只有一半，缺{'后' if mark.is_opening else '前'}半个 {_other(mark)}"
        yield Hit(passage, message, "请补上另一半，或删去多出的这一半", mark.at, mark.at + 1)


def _other(mark: Lone) -> str:
    return closing_of(mark.opening) if mark.is_opening else mark.opening


@on(
    "marks/odd-straight-quotes",
    Severity.WARNING,
    title="直引号的个数是单数",
    why="直引号不分前后，只能靠成对来认；一段里是单数个，就有一个没有成对。",
    source="GB/T 15834-2011 4.8",
    wrong=('严格落实"三会一课制度，每月开展主题党日。',),
    right=('严格落实"三会一课"制度，每月开展主题党日。', '更换32"显示屏。'),
)
@each_written(_STRAIGHT)
def odd_straight_quotes(passage: Passage) -> Iterator[Hit]:
    places = [match.start() for match in _STRAIGHT.finditer(passage.raw)]
    if len(places) % 2:
        message = f"有{len(places)}个直引号，不成对"
        yield Hit(passage, message, "请改成前后引号“”，补上缺的一个", places[-1], places[-1] + 1)


@on(
    "marks/pair-across-paragraphs",
    Severity.WARNING,
    title="一对标点跨了两段",
    why="引号、括号在一段里开始，到下一段才结束，多半是一句话被错误地断成两段。",
    source="GB/T 15834-2011 4.8、4.9、4.15",
    wrong=("县委要求，“整改不到位的\n要逐项补课”，已经落实。",),
    right=("县委要求，“整改不到位的，要逐项补课”。\n各支部已经落实。",),
)
def across(manuscript: Manuscript) -> Iterator[Hit]:
    for first, left, second, right in _continued(manuscript):
        message = f"{first.raw[left.at]} 到下一段才有后半个 {second.raw[right.at]}"
        yield Hit(first, message, "请把断开的两段接上，或在本段补上后半个", left.at, left.at + 1)


@on(
    "marks/crossed-pairs",
    Severity.ERROR,
    title="两对标点互相交叉",
    why="引号、括号、书名号可以套在一起，但后开始的要先结束，不能交叉。",
    source="GB/T 15834-2011 4.8、4.9、4.15",
    wrong=("制定了《接待管理办法（试行》），已经施行。",),
    right=("制定了《接待管理办法（试行）》，已经施行。", "落实“三重一大”（集体决策）制度。"),
)
@_each_entangled
def crossed(passage: Passage) -> Iterator[Hit]:
    for pair in passage.pairing.crossed:
        words = f"{passage.raw[pair.start]}…{passage.raw[pair.end]}"
        yield Hit(passage, f"{words} 与另一对标点交叉", "请调整先后：后开始的先结束", pair.start, pair.end + 1)


@on(
    "marks/nested-quotes",
    Severity.WARNING,
    title="引号里面还用双引号",
    why="引号里面再用引号时，外层用双引号“”，里层用单引号‘’。",
    source="GB/T 15834-2011 4.8",
    wrong=("关于“落实“三会一课”制度不严”问题的整改情况。",),
    right=("关于“落实‘三会一课’制度不严”问题的整改情况。", "坚定“四个自信”、做到“两个维护”。"),
)
@_each_entangled
def nested_quotes(passage: Passage) -> Iterator[Hit]:
    for pair in passage.pairing.pairs:
        if pair.opening == pair.within == "“":
            yield _exchanged(passage, pair, "‘’", "双引号里面又用了双引号", "里层请改用单引号‘’")


@on(
    "marks/nested-titles",
    Severity.WARNING,
    title="书名号里面还用双书名号",
    why="书名号里面再用书名号时，外层用双书名号《》，里层用单书名号〈〉。",
    source="GB/T 15834-2011 4.15",
    wrong=("出台《关于印发《机关财务制度》的通知》，规范报销。",),
    right=("出台《关于印发〈机关财务制度〉的通知》，规范报销。", "学习《党章》《准则》。"),
)
@_each_entangled
def nested_titles(passage: Passage) -> Iterator[Hit]:
    for pair in passage.pairing.pairs:
        if pair.opening == pair.within == "《":
            yield _exchanged(passage, pair, "〈〉", "书名号里面又用了双书名号", "里层请改用单书名号〈〉")


@on(
    "marks/outer-single",
    Severity.WARNING,
    title="单独用了单引号或单书名号",
    why="单引号、单书名号用在双引号、双书名号里面；外面没有一层时，应当用双的。",
    source="GB/T 15834-2011 4.8、4.15",
    wrong=("严格落实‘三会一课’制度。", "学习〈中国共产党章程〉原文。"),
    right=("关于“‘三会一课’制度落实不严”的整改情况。", "印发《关于学习〈中国共产党章程〉的通知》。"),
)
@_each_entangled
def outer_single(passage: Passage) -> Iterator[Hit]:
    doubles = {"‘": "“”", "〈": "《》"}
    for pair in passage.pairing.pairs:
        if pair.opening in doubles and not pair.within:
            both = doubles[pair.opening]
            single = pair.opening + closing_of(pair.opening)
            yield _exchanged(passage, pair, both, f"“{single}”外面没有“{both}”", f"请改用{both}")


def _exchanged(passage: Passage, pair: Pair, both: str, message: str, hint: str) -> Hit:
    """Return a hit on what a pair holds, to be put in the marks of `both`; on its first mark where that is long."""
    if pair.end - pair.start > _LONGEST_HELD:
        return Hit(passage, message, hint, pair.start, pair.start + 1)
    words = passage.raw[pair.start + 1 : pair.end]
    return Hit(passage, message, hint, pair.start, pair.end + 1, instead=f"{both[0]}{words}{both[1]}")


@on(
    "marks/turtle-title",
    Severity.WARNING,
    title="用六角括号〔〕标书名",
    why="六角括号用于公文的发文年份、作者国籍朝代等；文件名用书名号，书名号里面的用〈〉。",
    source="GB/T 15834-2011 4.9.3.4、4.15",
    wrong=("印发《关于修订〔公务接待办法〕的决定》。",),
    right=("青委发〔2024〕8号文件已经废止。", "印发《关于修订〈公务接待制度〉的通知》。"),
)
@each_saying(_TURTLE_TITLE)
def turtle_title(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for match in _TURTLE_TITLE.finditer(text):
        end = text.index("〕", match.start())
        is_inner = text.rfind("《", 0, match.start()) > text.rfind("》", 0, match.start())
        both = "〈〉" if is_inner else "《》"
        message = f"文件名用了六角括号“{text[match.start() : end + 1]}”"
        yield _exchanged(passage, Pair("〔", match.start(), end, ""), both, message, f"请改用{both}")


@on(
    "marks/document-year",
    Severity.WARNING,
    title="发文字号的年份没有用六角括号",
    why="发文字号的年份用六角括号〔〕括起来，不用方括号、圆括号。",
    source="GB/T 9704-2012 7.2.5、GB/T 15834-2011 4.9.3.4",
    wrong=("按照青委办发[2024]8号文件要求，完善了制度。", "青政发（2023）15号文件已经学习。"),
    right=("按照青委办发〔2024〕8号文件要求，完善了制度。", "整改台账（2024）已经建立。"),
)
@each_saying(_DOCUMENT_YEAR)
def document_year(passage: Passage) -> Iterator[Hit]:
    for match in _DOCUMENT_YEAR.finditer(passage.text):
        if match[0] == f"〔{match[1]}〕":
            continue
        message = f"发文字号的年份写成“{match[0]}”"
        yield Hit(passage, message, "请用六角括号〔〕", *match.span(), instead=f"〔{match[1]}〕")


@on(
    "marks/document-number",
    Severity.WARNING,
    title="发文字号的序号加了“第”或“0”",
    why="发文顺序号不加“第”字，不编虚位（1不编为01）。",
    source="GB/T 9704-2012 7.2.5",
    wrong=("按照青委办发〔2024〕第8号文件要求整改。", "青政发〔2023〕05号文件已经学习。"),
    right=("按照青委办发〔2024〕8号文件要求整改。", "青政发〔2023〕105号文件已经学习。"),
)
@each_saying(_PADDED_NUMBER)
def document_number(passage: Passage) -> Iterator[Hit]:
    for match in _PADDED_NUMBER.finditer(passage.text):
        yield Hit(passage, f"发文字号的序号前多了“{match[1]}”", "请删去", *match.span(1), instead="")


@on(
    "marks/empty-pair",
    Severity.ERROR,
    title="引号、括号或书名号里面没有内容",
    why="一对标点里面什么也没有，多半是内容漏写或误删了。",
    source="GB/T 15834-2011 4.8、4.9、4.15",
    wrong=("制定《》，明确了审批流程。", "召开专题会议（ ），研究整改。"),
    right=("制定《采购办法》，明确了审批流程。", "召开专题会议（扩大会议），研究整改。"),
)
@each_saying(_EMPTY)
def empty_pair(passage: Passage) -> Iterator[Hit]:
    for match in _EMPTY.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”里面没有内容", "请补上内容，或连同标点一起删去", *match.span())


@on(
    "marks/quoted-title",
    Severity.ADVICE,
    title="书名号外面又加了引号",
    why="文件名、书名用书名号就够了，外面不再加引号。",
    source="GB/T 15834-2011 4.8、4.15",
    wrong=("认真学习“《中国共产党纪律处分条例》”，开展讨论。",),
    right=("认真学习《中国共产党纪律处分条例》，开展讨论。", "开展“《民法典》进乡村”活动。"),
)
@each_saying(_QUOTED_TITLE)
def quoted_title(passage: Passage) -> Iterator[Hit]:
    for match in _QUOTED_TITLE.finditer(passage.text):
        end = passage.text.index("”", match.end()) + 1
        yield Hit(passage, "书名号外面又加了引号", "请删去引号", match.start(), end)


@on(
    "marks/status-outside-title",
    Severity.ADVICE,
    title="“试行”等写在书名号外面",
    why="“（试行）”“（暂行）”是文件名的一部分，写在书名号里面。",
    source="GB/T 15834-2011 4.15",
    wrong=("制定《机关采购管理办法》（试行），规范采购。",),
    right=("制定《机关采购管理办法（试行）》，规范采购。", "学习《条例》（全文），审议《决定》（草案）。"),
)
@each_saying(_STATUS_OUTSIDE)
def status_outside_title(passage: Passage) -> Iterator[Hit]:
    for match in _STATUS_OUTSIDE.finditer(passage.text):
        instead = f"{passage.raw[match.start() + 1 : match.end()]}{passage.raw[match.start()]}"
        yield Hit(passage, f"“{match[0][1:]}”在书名号外面", "请移到书名号里面", *match.span(), instead=instead)


PAIRS: tuple[Rule[Manuscript], ...] = (
    unpaired,
    odd_straight_quotes,
    across,
    crossed,
    nested_quotes,
    nested_titles,
    outer_single,
    turtle_title,
    document_year,
    document_number,
    empty_pair,
    quoted_title,
    status_outside_title,
)
