"""Rules on headings: those that stand side by side are worded alike, end alike, and all say something."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bulletin_gen.checks.manuscript import Manuscript, once
from bulletin_gen.checks.outline import LEAD, Entry, by_form, families, outline, text_passages
from bulletin_gen.checks.rule import Hit, Rule, hit_on, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.labels import layer
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

# What headings of the genre end in, the longest first.
_ENDINGS = (
    "方面的问题整改情况",
    "方面的整改情况",
    "问题的整改情况",
    "方面的问题",
    "的整改情况",
    "整改情况",
    "方面",
    "问题",
    "情况",
)
_OF_ISSUES = Regex("方面|问题")
_MARKS = Regex(r"[\W_]+")
_LEAST = 3  # siblings that make a pattern


def _lines(entries: Sequence[Entry]) -> str:
    """Say where entries stand: （第9行、第39行）, at most three; nothing where that is not known."""
    lines = [f"第{entry.passage.where.line}行" for entry in entries[:3] if entry.passage.where.line]
    return f"（{'、'.join(lines)}{'等' if len(entries) > 3 else ''}）" if lines else ""


def _ending(heading: str) -> str:
    return next((ending for ending in _ENDINGS if heading.endswith(ending)), "")


@on(
    "structure/heading-ending",
    Severity.WARNING,
    title="并列的标题中有一个少了同样的结尾",
    why="并列的标题应当句式一致：前两个是“…方面的问题”，第三个也应当是。",
    source="前后文",
    wrong=(
        "（一）聚焦党中央决策部署落实方面的问题\n1.学习方面\n制定计划。\n"
        "（二）聚焦群众身边不正之风方面的问题\n1.服务方面\n上门办理。\n"
        "（三）聚焦基层党组织建设\n1.班子方面\n调整分工。",
    ),
    right=(
        "（一）聚焦党中央决策部署落实方面的问题\n1.学习方面\n制定计划。\n"
        "（二）聚焦群众身边不正之风方面的问题\n1.服务方面\n上门办理。\n"
        "（三）聚焦基层党组织建设方面的问题\n1.班子方面\n调整分工。",
        "1.主体责任方面。制定计划。\n2.监督责任方面。开展检查。\n3.妥善解决“项目停工”问题。推动复工。",
        "一、组织整改情况\n成立专班。\n二、整改落实情况\n分解任务。\n三、下一步工作打算\n定期调度。",
        "（一）强化组织领导。成立专班。\n（二）落实责任分工。分解任务。\n（三）全程跟踪问效。定期调度。",
    ),
)
def heading_ending(manuscript: Manuscript) -> Iterator[Hit]:
    for family in families(manuscript):
        endings = Counter(_ending(entry.heading) for entry in family)
        without = [entry for entry in family if not _ending(entry.heading)]
        if len(family) >= _LEAST and len(without) == 1 and len(endings) == 2:
            common = next(ending for ending in endings if ending)
            if not _OF_ISSUES.search(common) and not all(entry.problem for entry in family):
                continue
            message = f"同级其他标题都以“{common}”结尾，这里没有"
            yield hit_on(without[0], message, f"请补上“{common}”，或统一各标题的句式")


@on(
    "structure/heading-lead",
    Severity.WARNING,
    title="并列的标题只有一个前面加了“反馈问题：”之类",
    why="“反馈问题：”这样的提示语，要加就每个标题都加。",
    source="前后文",
    wrong=(
        "（一）反馈问题：落实决策部署有差距\n1.学习方面\n制定计划。\n（二）作风建设不扎实\n1.服务方面\n上门办理。\n"
        "（三）组织建设有短板\n1.班子方面\n调整分工。",
    ),
    right=(
        "（一）反馈问题：落实决策部署有差距\n整改情况：建立台账。\n（二）反馈问题：作风建设不扎实\n整改情况：上门办理。",
        "（一）落实决策部署有差距\n1.学习方面\n制定计划。\n（二）作风建设不扎实\n1.服务方面\n上门办理。",
    ),
)
def heading_lead(manuscript: Manuscript) -> Iterator[Hit]:
    for family in families(manuscript):
        led = [entry for entry in family if LEAD.match(entry.heading)]
        if len(led) == 1 < len(family):
            match = LEAD.match(led[0].heading)
            assert match is not None
            message = f"只有这个标题前面有“{match[0]}”"
            start = led[0].start
            yield Hit(led[0].passage, message, "请删去，或每个标题都加上", start, start + match.end())


_DENG = Regex("[”’]等[^，。；]{0,2}问题")
_BARE = Regex("”(?:的)?问题")


@on(
    "structure/heading-deng",
    Severity.ADVICE,
    title="有的标题写“…”问题，有的写“…”等问题",
    why="同一级标题混用“问题”和“等问题”，读者会以为有的只公布了一部分。",
    source="前后文",
    wrong=(
        "1.关于“学习不深入”问题的整改情况\n制定计划。\n2.关于“落实打折扣”等问题的整改情况\n建立台账。\n"
        "3.关于“服务不主动”问题的整改情况\n上门办理。",
    ),
    right=(
        "1.关于“学习不深入”问题的整改情况\n制定计划。\n2.关于“落实打折扣”问题的整改情况\n建立台账。\n"
        "3.关于“服务不主动”问题的整改情况\n上门办理。",
    ),
)
def heading_deng(manuscript: Manuscript) -> Iterator[Hit]:
    for entries in by_form(manuscript).values():
        deng = [entry for entry in entries if _DENG.search(entry.heading)]
        bare = [entry for entry in entries if _BARE.search(entry.heading) and not _DENG.search(entry.heading)]
        if deng and bare and len(deng) + len(bare) >= _LEAST:
            few, many = sorted((deng, bare), key=len)
            said, others = ("等问题", "问题") if few is deng else ("问题", "等问题")
            message = f"有{len(few)}个标题写“{said}”{_lines(few)}，其余{len(many)}个写“{others}”"
            yield hit_on(few[0], message, "请核对，统一成一种写法")


@on(
    "structure/heading-full-stop",
    Severity.ADVICE,
    title="单独成行的一级标题末尾有句号",
    why="标题单独占一行时，末尾一般不加标点；接排正文的才加句号。",
    source="GB/T 9704-2012 7.3.3；公文惯例",
    wrong=("一、组织整改情况。\n（一）加强领导。成立专班。\n（二）压实责任。分解任务。",),
    right=("一、组织整改情况\n（一）加强领导。成立专班。\n（二）压实责任。分解任务。",),
)
def heading_full_stop(manuscript: Manuscript) -> Iterator[Hit]:
    for entry in outline(manuscript):
        holds_more = entry.below or entry.paragraphs
        if layer(entry.label) == 1 and entry.stands_alone and entry.end_mark == "。" and holds_more:
            message = "标题单独成行，末尾不加句号"
            yield Hit(entry.passage, message, "请删去句号", entry.end, entry.end + 1, instead="")


@on(
    "structure/heading-ends-differ",
    Severity.WARNING,
    title="同级标题有的有句号，有的没有",
    why="同一级标题末尾的标点应当一致。",
    source="前后文",
    wrong=(
        "1.关于“学习不深入”问题的整改情况。\n一是制定计划。二是开展研讨。\n2.关于“落实打折扣”问题的整改情况\n一是建立台账。二是定期核对。\n"
        "3.关于“服务不主动”问题的整改情况。\n一是上门办理。二是公开电话。",
    ),
    right=(
        "1.关于“学习不深入”问题的整改情况。\n一是制定计划。二是开展研讨。\n2.关于“落实打折扣”问题的整改情况。\n一是建立台账。二是定期核对。",
        "1.关于“学习不深入”问题的整改情况\n一是制定计划。二是开展研讨。\n2.妥善解决停工问题。推动复工。",
    ),
)
def heading_ends_differ(manuscript: Manuscript) -> Iterator[Hit]:
    for entries in by_form(manuscript).values():
        alone = [entry for entry in entries if entry.stands_alone and (entry.below or entry.paragraphs)]
        ended = [entry for entry in alone if entry.end_mark == "。"]
        bare = [entry for entry in alone if not entry.end_mark]
        if layer(entries[0].label) > 1 and ended and bare and len(alone) >= _LEAST:
            few, many = sorted((ended, bare), key=len)
            here = "有句号" if few is ended else "没有句号"
            message = f"这个标题末尾{here}{_lines(few) if len(few) > 1 else ''}，同级其余{len(many)}个相反"
            yield hit_on(few[0], message, "请统一")


@on(
    "structure/heading-empty",
    Severity.WARNING,
    title="标题下面没有内容",
    why="同级的都有内容，只有这一个标题下面是空的，多半漏了一段。",
    source="前后文",
    wrong=(
        "一、整改情况\n1.关于“学习不深入”问题的整改情况\n一是制定计划。二是开展研讨。\n2.关于“落实打折扣”问题的整改情况\n"
        "3.关于“服务不主动”问题的整改情况\n一是上门办理。二是公开电话。",
    ),
    right=(
        "一、整改情况\n1.关于“学习不深入”问题的整改情况\n一是制定计划。二是开展研讨。\n2.关于“落实打折扣”问题的整改情况\n一是建立台账。二是定期核对。",
        "一、主要问题\n1.学习不深入；\n2.落实打折扣；\n3.服务不主动。",
    ),
)
def heading_empty(manuscript: Manuscript) -> Iterator[Hit]:
    for family in families(manuscript):
        empty = [entry for entry in family if not (entry.body or entry.paragraphs or entry.below)]
        if 0 < 2 * len(empty) <= len(family):
            for entry in empty:
                if not _says_itself(entry):
                    yield hit_on(entry, f"“{entry.heading}”下面没有内容", "请补上内容，或删去标题")


def _says_itself(entry: Entry) -> bool:
    """Is a line without anything below it a sentence of its own, not a heading?"""
    return "，" in entry.heading and entry.end_mark == "。" and not entry.problem


@on(
    "structure/heading-without-words",
    Severity.ERROR,
    title="只有序号，没有标题",
    why="序号后面是空的，多半漏了标题或者多打了序号。",
    source="前后文",
    wrong=("一、整改情况\n（一）\n一是制定计划。二是开展研讨。",),
    right=("一、整改情况\n（一）学习方面\n一是制定计划。二是开展研讨。",),
)
def heading_without_words(manuscript: Manuscript) -> Iterator[Hit]:
    for entry in outline(manuscript):
        if not entry.heading and not entry.body:
            yield Hit(entry.passage, "序号后面没有文字", "请补上标题，或删去序号", 0, len(entry.passage.raw))


@on(
    "structure/heading-repeated",
    Severity.WARNING,
    title="两个标题相同",
    why="同一个问题列了两次，或者复制时忘了改。",
    source="前后文",
    wrong=(
        "1.关于“学习不深入”问题的整改情况。一是制定计划。二是开展研讨。\n2.关于“学习不深入”问题的整改情况。一是建立台账。二是定期核对。",
    ),
    right=(
        "1.关于“学习不深入”问题的整改情况。一是制定计划。二是开展研讨。\n2.关于“落实打折扣”问题的整改情况。一是建立台账。二是定期核对。",
    ),
)
def heading_repeated(manuscript: Manuscript) -> Iterator[Hit]:
    seen: dict[tuple[int | Label, str], Entry] = {}
    for entry in outline(manuscript):
        name = _MARKS.sub("", entry.problem or entry.heading)
        scope = entry.label if entry.problem else id(entry.above)
        if entry.problem and manuscript.is_source:  # `spec/same-issue` tells of it
            continue
        first = seen.setdefault((scope, name), entry)
        if name and first is not entry:
            yield hit_on(entry, f"与{first.passage.place}的标题相同", "请删去一个，或改写得能分清")


_FED_BACK = Regex("反馈|指出|查出|发现")
_QUOTED = Regex("“([^“”]{4,80})”")


@once
def _fed_back(manuscript: Manuscript) -> tuple[str, ...]:
    """Return the problems that the text quotes side by side as those of the feedback, without marks; three at least."""
    headed = {id(entry.passage) for entry in outline(manuscript) if entry.problem}
    for passage in text_passages(manuscript):
        if id(passage) in headed:
            break
        quoted = _QUOTED.findall(passage.text)
        if len(quoted) >= _LEAST and _FED_BACK.search(passage.text) and "问题" in passage.text:
            return tuple(_MARKS.sub("", problem) for problem in quoted)
    return ()


@on(
    "structure/problem-not-fed-back",
    Severity.WARNING,
    title="标题引用的问题与前面反馈的不一致",
    why="前面列出了反馈的问题，后面逐条回应时应当引用原话，一字不改。",
    source="前后文",
    wrong=(
        "巡察组反馈了“学习不深入”“落实打折扣”“服务不主动”3个问题。\n一、关于“学习不深入”问题的整改情况\n制定计划。\n"
        "二、关于“落实有折扣”问题的整改情况\n建立台账。\n三、关于“服务不主动”问题的整改情况\n上门办理。",
    ),
    right=(
        "巡察组反馈了“学习不深入”“落实打折扣”“服务不主动”3个问题。\n一、关于“学习不深入”问题的整改情况\n制定计划。\n"
        "二、关于“落实打折扣”问题的整改情况\n建立台账。\n三、关于“服务不主动”问题的整改情况\n上门办理。",
    ),
)
def problem_not_fed_back(manuscript: Manuscript) -> Iterator[Hit]:
    listed = _fed_back(manuscript)
    entries = [entry for entry in outline(manuscript) if entry.problem] if listed else []
    strange = [entry for entry in entries if _MARKS.sub("", entry.problem) not in listed]
    if 2 * len(strange) < len(entries):
        for entry in strange:
            message = f"前面列出的反馈问题里没有“{entry.problem}”"
            yield hit_on(entry, message, "请对照反馈原文核对")


HEADINGS: tuple[Rule[Manuscript], ...] = (
    heading_ending,
    heading_lead,
    heading_deng,
    heading_full_stop,
    heading_ends_differ,
    heading_empty,
    heading_without_words,
    heading_repeated,
    problem_not_fed_back,
)
