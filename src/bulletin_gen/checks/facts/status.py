"""Rules on status: what is said to be done must not read as if it were not."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from bulletin_gen.checks.facts.figures import sentences
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.outline import Entry, by_form, outline, text_passages
from bulletin_gen.checks.rule import Hit, Rule, hit_on, on
from bulletin_gen.checks.spec.issues import ALL_DONE, unfinished
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

# 整改落实情况：已完成整改，并长期坚持。
STATUS_LINE = Regex(
    "(?:整改(?:落实|进展|完成)?(?:情况|状态|结果|进度)|(?:完成|进展)(?:情况|状态)|状态)：(?P<state>[^。：]{2,24})。?"
)
_DONE = Regex("(?:已|已经)(?:全部|全面)?(?:完成|整改完成|整改到位|办结|销号)|^整改完成|^完成整改|^完成[，。]?")
_OPEN = Regex("正在|尚未|未完成|持续推进|推进中|整改中|基本完成|部分完成|长期整改")
_WAITING = Regex("待[^，。；待]{2,20}后，[^。；]{0,24}(?:将|再)")  # 待文件发布后，将…
# 加快制定《…》; 正在征求…意见; 拟于6月印发
_UNDER_WAY = Regex(
    "(?:加快|抓紧|尽快)(?:制定|编制|起草|修订|出台|拟定|草拟)《?"
    "|正(?:在)?(?:征求|起草|草拟|编制|制定|修订|报批|会同|牵头|办理|履行|协调|走程序)"
    "|拟于(?=[\\d今明年上下])"
)
_DONE_SINCE = Regex("已(?:经)?(?:于|印发|出台|完成|制定|通过|发布|实施|办结)")


class Stated(NamedTuple):
    """An entry with its status line, and the paragraphs that tell what was done."""

    entry: Entry
    status: Passage
    state: str

    @property
    def told(self) -> Iterator[Passage]:
        yield self.entry.passage
        yield from (passage for passage in self.entry.paragraphs if passage is not self.status)

    @property
    def is_open(self) -> bool:
        return bool(_OPEN.search(self.state))

    @property
    def is_done(self) -> bool:
        return bool(_DONE.search(self.state)) and not self.is_open


def stated_entries(manuscript: Manuscript) -> Iterator[Stated]:
    """Yield the numbered lines below which a status line stands."""
    for entry in outline(manuscript):
        for passage in entry.paragraphs:
            match = STATUS_LINE.fullmatch(passage.text.strip())
            if match:
                yield Stated(entry, passage, match["state"])
                break


_DONE_LINE = "整改落实情况：已完成整改，并长期坚持。"


def _issue(text: str, status: str = _DONE_LINE) -> str:
    other = f"2.关于“台账不完整”问题的整改情况。一是补建台账。二是定期核对。\n{_DONE_LINE}"
    return f"1.关于“制度不健全”问题的整改情况。{text}\n{status}\n{other}"


@on(
    "status/done-but-pending",
    Severity.WARNING,
    title="状态是“已完成”，措施却还在等、还在办",
    why="写了“已完成整改”，前面的措施却是“待文件发布后将…”“加快制定…”“正在征求意见”，读者会认为没有完成。",
    source="前后文",
    wrong=(
        _issue("待市级文件正式发布后，镇党委将制定实施细则。"),
        _issue("加快制定《村级财务管理办法》。"),
        _issue("目前正在征求《采购办法》的意见。"),
        _issue("新办法拟于2025年6月印发。"),
    ),
    right=(
        _issue("待市级文件正式发布后，镇党委将制定实施细则。", "整改落实情况：正在推进。"),
        _issue("加快制定《村级财务管理办法》，已于5月印发。"),
        _issue("对正在办理的12件信访件逐件督办。"),
        _issue("加快项目建设，主体工程已完工。"),
    ),
)
def done_but_pending(manuscript: Manuscript) -> Iterator[Hit]:
    for stated in stated_entries(manuscript):
        hits = (hit for pattern in (_WAITING, _UNDER_WAY) for hit in _pending(stated, pattern))
        yield from islice(hits, 1 if stated.is_done else 0)


def _pending(stated: Stated, pattern: Regex) -> Iterator[Hit]:
    for passage in stated.told:
        for match in pattern.finditer(passage.text):
            rest = passage.text[match.end() : match.end() + 60].partition("。")[0]
            before = passage.text[max(0, match.start() - 2) : match.start()]
            is_of_others = re.match("[^，。；《]{0,6}的", rest) is not None or before.endswith(("对", "关于", "将"))
            if not _DONE_SINCE.search(rest) and not is_of_others:
                message = f"状态写的是“{stated.state}”，这里却说“{match[0]}”"
                yield Hit(passage, message, "还没有办成的，状态请改为正在整改或持续推进", *match.span())


@on(
    "status/done-but-unfinished",
    Severity.ERROR,
    title="状态是“已完成”，文字却说尚未完成",
    why="同一个问题，一处说完成、一处说没有完成，两者必有一错。",
    source="前后文",
    wrong=(_issue("已补齐材料，竣工结算尚未完成。"),),
    right=(
        _issue("对巡察时尚未完成的事项逐项督办，现已全部办结。"),
        _issue("竣工结算尚未完成。", "整改落实情况：正在整改。"),
    ),
)
def done_but_unfinished(manuscript: Manuscript) -> Iterator[Hit]:
    for stated in stated_entries(manuscript) if not manuscript.is_source else ():
        for passage in stated.told if stated.is_done else ():
            words = unfinished(passage.text)
            if words:
                at = passage.text.index(words)
                message = f"状态写的是“{stated.state}”，这里却说“{words}”"
                yield Hit(passage, message, "请改正其中一处", at, at + len(words))
                break


@on(
    "status/all-done-beside-open",
    Severity.ERROR,
    title="说全部完成，有的问题却还在整改",
    why="一处说问题已全部完成整改，另一处有的问题写着正在整改，前后矛盾。",
    source="前后文",
    wrong=(f"巡察反馈的2个问题已全部完成整改。\n{_issue('一是开展排查。', '整改落实情况：正在整改。')}",),
    right=(
        f"巡察反馈的2个问题已全部完成整改。\n{_issue('一是开展排查。')}",
        f"立行立改的1个问题已全部完成整改。\n{_issue('一是开展排查。', '整改落实情况：正在整改。')}",
    ),
)
def all_done_beside_open(manuscript: Manuscript) -> Iterator[Hit]:
    stated = list(stated_entries(manuscript)) if not manuscript.is_source else []
    undone = next((one for one in stated if one.is_open), None)
    numbers = {len(stated), *map(len, by_form(manuscript).values())}
    for passage in text_passages(manuscript) if undone else ():
        for match in ALL_DONE.finditer(passage.text):
            if undone and match[1].isdecimal() and int(match[1]) in numbers:
                message = f"这里说“{match[0]}”，“{undone.entry.heading}”却是“{undone.state}”"
                yield Hit(passage, message, "请改正其中一处", *match.span())


@on(
    "status/done-above-open",
    Severity.ERROR,
    title="上一级说已完成，下面的还没有完成",
    why="下面有一条没有完成，上一级就不能算完成。",
    source="前后文",
    wrong=(
        "1.关于“制度不健全”问题的整改情况\n整改落实情况：已完成整改。\n"
        "①对“采购制度缺失”等问题的整改情况：一是制定办法。\n整改落实情况：正在整改。\n"
        "②对“财务制度陈旧”等问题的整改情况：一是修订制度。\n整改落实情况：已完成整改。",
    ),
    right=(
        "1.关于“制度不健全”问题的整改情况\n整改落实情况：已完成整改。\n"
        "①对“采购制度缺失”等问题的整改情况：一是制定办法。\n整改落实情况：已完成整改。\n"
        "②对“财务制度陈旧”等问题的整改情况：一是修订制度。\n整改落实情况：已完成整改。",
    ),
)
def done_above_open(manuscript: Manuscript) -> Iterator[Hit]:
    stated = {id(one.entry): one for one in stated_entries(manuscript)} if not manuscript.is_source else {}
    for one in stated.values():
        below = (stated.get(id(entry)) for entry in one.entry.all_below())
        undone = next((other for other in below if other and other.is_open), None)
        if one.is_done and undone:
            message = f"这里写的是“{one.state}”，下面的“{undone.entry.heading}”却是“{undone.state}”"
            yield Hit(one.status, message, "请改正其中一处", 0, len(one.status.raw))


_SOME = Regex("立行立改|其中|上[一]?轮|专项|审计")
_LEFT_OVER = Regex("(?:未完成|尚未完成|正在)(?:整改)?的?$")
_ALL = Regex("(?:问题|任务|措施)，?(?:已经?|均)?(?:全部|均)已?(?:完成|整改完成|整改到位)")


@on(
    "status/all-done-but-some-left",
    Severity.WARNING,
    title="一句说全部完成，后面又说还有几个没有完成",
    why="“全部完成”之后又安排“未完成的2个问题”，读者不知道信哪一句。",
    source="前后文",
    wrong=(
        "巡察反馈的12个问题已全部完成整改。\n下一步，对未完成的2个问题继续督办。",
        "反馈的12个问题已全部完成整改，完成率91.7%。",
    ),
    right=(
        "巡察反馈的12个问题已完成整改10个。\n下一步，对未完成的2个问题继续督办。",
        "立行立改的3个问题已全部完成整改。\n下一步，对未完成的2个问题继续督办。",
        "反馈的12个问题已全部完成整改，完成率100%。",
    ),
)
def all_done_but_some_left(manuscript: Manuscript) -> Iterator[Hit]:
    saying = {id(passage) for passage in manuscript.for_any_of(ALL_DONE)}
    told = (passage for passage in text_passages(manuscript) if id(passage) in saying)
    all_done = next((passage for passage in told if _says_all(passage.text)), None)
    if all_done is None:
        return
    for sentence in sentences(manuscript):
        for figure in sentence.figures:
            left = _LEFT_OVER.search(figure.before) and figure.after.startswith("问题")
            rate = figure.is_percent and figure.value < 100 and "完成率" in figure.before and _ALL.search(sentence.text)
            if left or rate:
                words = figure.before[-6:] + figure.words
                message = f"{all_done.place}说问题已全部完成整改，这里却说“{words}”"
                yield hit_on(figure, message, "请改正其中一处")


def _says_all(text: str) -> bool:
    """Does a text say that all problems of the feedback are done, not only some of them?"""
    match = ALL_DONE.search(text)
    before = text[max(0, match.start() - 12) : match.start()] if match else ""
    return "反馈" in before and not _SOME.search(before)


STATUS: tuple[Rule[Manuscript], ...] = (
    done_but_pending,
    done_but_unfinished,
    all_done_beside_open,
    done_above_open,
    all_done_but_some_left,
)
