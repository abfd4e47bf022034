"""Rules on the marks after a label: 一、（一）1. ① 一是 第一，."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_FIRSTLY = Regex("[一二三四五六七八九十]是([、，：])")
_BRACKETED = Regex("[ \u3000]{0,8}(?:（[一二三四五六七八九十\\d]{1,3}）|[①-⑳⑴-⒇])([、．.。，：])")
_HAN = Regex("[ \u3000]{0,8}[一二三四五六七八九十]{1,3}([.．，。：])(?=[\u4e00-\u9fff“《])")
_DIGITS = Regex("[ \u3000]{0,8}[1-9]\\d?([、，])(?=[\u4e00-\u9fff“《])")
_FIRST = Regex("(?:第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四五])(、)(?![第一二三四五六七八九十其])")
_INDENT = 8  # spaces before a paragraph, at most


@on(
    "marks/after-firstly",
    Severity.WARNING,
    title="“一是”“二是”后面加了标点",
    why="“一是、二是……”后面直接接内容，不加顿号、逗号、冒号。",
    source="GB/T 15834-2011 附录 B.3",
    wrong=("一是、加强学习；二是、建章立制。", "采取三项措施：一是，压实责任。"),
    right=("一是加强学习；二是建章立制。", "第一，压实责任。"),
)
@each_saying(_FIRSTLY)
def after_firstly(passage: Passage) -> Iterator[Hit]:
    for match in _FIRSTLY.finditer(passage.text):
        if _begins(passage.text, match.start()):
            yield Hit(passage, f"“{match[0]}”的“{match[1]}”多余", "请删去", *match.span(1), instead="")


def _begins(text: str, at: int) -> bool:
    """Does a sentence or a member of a series begin there?"""
    before = text[max(at - _INDENT, 0) : at].strip(" \u3000")
    return text[at - 1 : at] in {"。", "；", "：", "，"} or (at <= _INDENT and not before)


@on(
    "marks/after-bracket-label",
    Severity.WARNING,
    title="带括号、带圈的序号后面加了标点",
    why="（一）（1）① 这类序号已经用括号或圆圈标明，后面不再加标点。",
    source="GB/T 15834-2011 附录 B.3.4",
    wrong=("（一）、强化组织领导", "①、健全学习制度。"),
    right=("（一）强化组织领导", "①健全学习制度。"),
)
@each_saying(_BRACKETED)
def after_bracket_label(passage: Passage) -> Iterator[Hit]:
    match = _BRACKETED.match(passage.text)
    if match:
        yield Hit(passage, f"序号后面多了“{match[1]}”", "请删去", *match.span(1), instead="")


@on(
    "marks/after-han-label",
    Severity.WARNING,
    title="“一”“二”这类序号后面没有用顿号",
    why="第一层序号写作“一、”，用顿号，不用点、逗号、冒号。",
    source="GB/T 9704-2012 7.3.3、GB/T 15834-2011 附录 B.3.2",
    wrong=("一.组织整改情况", "二，整改落实情况"),
    right=("一、组织整改情况", "一方面，加强学习。"),
)
@each_saying(_HAN)
def after_han_label(passage: Passage) -> Iterator[Hit]:
    match = _HAN.match(passage.text)
    if match:
        said = match[0].strip(" \u3000")
        yield Hit(passage, f"第一层序号写成“{said}”", "请用顿号", *match.span(1), instead="、")


@on(
    "marks/after-digit-label",
    Severity.ADVICE,
    title="“1”“2”这类序号后面没有用下脚点",
    why="第三层序号写作“1.”，用下脚点，不用顿号、逗号；全文只指出第一处。",
    source="GB/T 9704-2012 7.3.3、GB/T 15834-2011 附录 B.3.3",
    wrong=("1、学习制度执行不严格", "2，台账不健全"),
    right=("1.学习制度执行不严格", "3个支部完成换届。"),
)
def after_digit_label(manuscript: Manuscript) -> Iterator[Hit]:
    """Find the first: whoever types one types all of them so."""
    for passage in manuscript.passages:
        match = _DIGITS.match(passage.text)
        if match and passage.block is not None:
            said = match[0].strip(" \u3000")
            yield Hit(passage, f"第三层序号写成“{said}”", "请全文统一用下脚点“.”", *match.span(1), instead=".")
            return


@on(
    "marks/after-first",
    Severity.WARNING,
    title="“第一”“首先”后面用了顿号",
    why="“第一、首先、其次、其一”这类次序词后面用逗号。",
    source="GB/T 15834-2011 附录 B.3.1",
    wrong=("第一、压实主体责任。", "首先、加强学习；其次、健全制度。"),
    right=("第一，压实主体责任。", "第一、二批问题已经办结。", "发展第一、第二产业。"),
)
@each_saying(_FIRST)
def after_first(passage: Passage) -> Iterator[Hit]:
    for match in _FIRST.finditer(passage.text):
        if _begins(passage.text, match.start()):
            yield Hit(passage, f"次序词写成“{match[0]}”", "请用逗号", *match.span(1), instead="，")


LABELS: tuple[Rule[Manuscript], ...] = (
    after_firstly,
    after_bracket_label,
    after_han_label,
    after_digit_label,
    after_first,
)
