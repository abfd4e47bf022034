"""Labels of the layers: 7.3.3, and GB/T 15834-2011 appendix B.3."""

from itertools import groupby, pairwise

from bulletin_gen.clause import Clause
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.clauses.found import found_in
from bulletin_gen.proof.layer_labels import first_label, read_printed
from bulletin_gen.proof.measured import Paragraph
from bulletin_gen.proof.outcome import Outcome, absent, conforms, judged, unmeasured
from bulletin_gen.proof.requirement import Case, Requirement, general, must, practice, requirement
from bulletin_gen.text.labels import HAN
from bulletin_gen.text.regex import Regex


def _form(id: str, level: int, clause: Clause, required: str) -> Requirement:
    @requirement(id, f"第{'一二三四五'[level - 1]}层序数", clause, required)
    def form(case: Case) -> Outcome:
        headings = case.of(HEADINGS[level - 1])
        if not headings:
            return absent("没有这一层")
        labels = [(one, read_printed(one.flat.strip())) for one in headings]
        faults = [f"{one.place}{label.fault}" for one, label in labels if label is not None and label.fault]
        return judged(faults, f"{len(headings)} 处均为“{first_label(level)}”的形式")

    return form


first = _form("G-46", 1, must("7.3.3"), "“一、”：汉字加顿号")
second = _form("G-47", 2, must("7.3.3"), "“（一）”：全角括号，其后不加标点")
third = _form("G-48", 3, must("7.3.3、GB/T 15834 B.3.3"), "“1.”：阿拉伯数字加半角下脚点，不用顿号")
fourth = _form("G-49", 4, must("7.3.3"), "“（1）”：全角括号，其后不加标点")
fifth = _form("G-50", 5, general("GB/T 15834 B.3.8"), "“①”，其后不加标点")


@requirement("G-51", "序数连续", must("GB/T 15834 B.3"), "各层序数从一起连续，不缺不重")
def consecutive(case: Case) -> Outcome:
    """A layer may begin anew under each parent, or run on through the document."""
    faults = [fault for part in _parts(case) for fault in _gaps(part)]
    return judged(faults, "连续") if case.of(*HEADINGS) else absent("没有分层次")


def _parts(case: Case) -> list[list[Paragraph]]:
    """Return the headings of the text and of each attachment."""
    marks = 0
    keyed = []
    for one in case.measured.paragraphs:
        marks += one.element is Element.ATTACHMENT_LABEL
        if one.element in HEADINGS:
            keyed.append((marks, one))
    return [[one for _, one in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]


def _gaps(headings: list[Paragraph]) -> list[str]:
    last: dict[int, int] = {}  # the last number of each layer so far
    fresh: set[int] = set(range(1, len(HEADINGS) + 1))  # layers whose parent has just begun
    faults = []
    for one in headings:
        label = read_printed(one.flat.strip())
        if label is None:
            continue
        expected = {last.get(label.level, 0) + 1} | ({1} if label.level in fresh else set())
        if label.number not in expected:
            faults.append(
                f"{one.place}“{label.printed}”应为第 {min(expected)} 项"
                if len(expected) == 1
                else f"{one.place}“{label.printed}”与前文不连续"
            )
        last[label.level] = label.number
        fresh.discard(label.level)
        fresh |= set(range(label.level + 1, len(HEADINGS) + 1))
    return faults


@requirement("G-52", "层次跳级", practice("7.3.3"), "不跳级，或全文一致地跳级")
def skips(case: Case) -> Outcome:
    headings = case.of(*HEADINGS)
    if not headings:
        return absent("没有分层次")
    below = {
        first_label(above): [f"“{first_label(level)}”" for level in sorted(levels)]
        for above, levels in _steps([one.element.level or 1 for one in headings]).items()
    }
    mixed = [f"“{above}”之下有的用{'、'.join(labels)}" for above, labels in below.items() if len(labels) > 1]
    if mixed:
        return unmeasured("；".join(mixed))
    return conforms("，".join(f"“{above}”下用{labels[0]}" for above, labels in below.items()) or "只有一层")


def _steps(levels: list[int]) -> dict[int, set[int]]:
    """Return which layers follow directly below each layer."""
    steps: dict[int, set[int]] = {}
    for above, below in pairwise(levels):
        if below > above:
            steps.setdefault(above, set()).add(below)
    return steps


# 第一、 首先、 一是， at the start of a sentence; not 第一， 一是加强 or 之一是：
_ORDINAL = Regex(f"(?:^|(?<=[。；]))(?:第{HAN}、|(?:首先|其次|最后)、|{HAN}是[，、：])")


@requirement("G-53", "“第一”“一是”", must("GB/T 15834 B.3"), "“第一”“首先”后用逗号，“一是”后不加标点")
def in_sentences(case: Case) -> Outcome:
    return judged(list(found_in(case.running, _ORDINAL)), "没有不合的写法")
