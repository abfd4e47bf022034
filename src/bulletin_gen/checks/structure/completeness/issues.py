"""Rules on what must not be missing below the heading of an issue: what was done, and how far it has come."""

from collections.abc import Iterator, Sequence

from bulletin_gen.checks.facts.status import stated_entries
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.outline import outline
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.structure.completeness.whole import CUSTOM
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_NEARLY_ALL = 4  # of five


@on(
    "completeness/status-line",
    Severity.ERROR,
    title="少了一行整改落实情况",
    why="其他问题后面都有“整改落实情况：…”，只有这一个没有，读者不知道完成没有。",
    source="前后文",
    wrong=(
        "1.关于“学习不深入”问题的整改情况。制定计划。\n整改落实情况：已完成整改。\n2.关于“落实打折扣”问题的整改情况。建立台账。\n"
        "3.关于“服务不主动”问题的整改情况。上门办理。\n整改落实情况：已完成整改。\n4.关于“调研走过场”问题的整改情况。改进方式。\n"
        "整改落实情况：已完成整改。\n5.关于“班子不团结”问题的整改情况。调整分工。\n整改落实情况：已完成整改。",
    ),
    right=(
        "1.关于“学习不深入”问题的整改情况。制定计划。\n整改落实情况：已完成整改。\n2.关于“落实打折扣”问题的整改情况。建立台账。\n"
        "整改落实情况：正在整改。",
    ),
)
def status_line_missing(manuscript: Manuscript) -> Iterator[Hit]:
    stated = {id(stated.entry): stated for stated in stated_entries(manuscript)}
    labels = {one.entry.label for one in stated.values()}
    for label in labels:
        entries = [entry for entry in outline(manuscript) if entry.label is label and entry.problem and not entry.below]
        without = [entry for entry in entries if id(entry) not in stated]
        if without and len(entries) * _NEARLY_ALL <= (len(entries) - len(without)) * (_NEARLY_ALL + 1):
            for entry in without:
                message = f"“{entry.heading}”后面没有整改落实情况，其余{len(entries) - len(without)}个都有"
                yield Hit(entry.passage, message, "请补上一行", entry.start, entry.end)


_ONLY_DONE = Regex(
    "(?:现|目前)?，?(?:已|已经)?(?:全部)?(?:完成整改|整改完成|整改到位|整改完毕|落实到位|落实|整改)(?:，?并长期坚持)?。?"
)


@on(
    "completeness/measures",
    Severity.WARNING,
    title="只说已整改，没有说怎么改的",
    why="通报要让群众看到做了什么；只写“已完成整改”，等于没有公开。",
    source=CUSTOM,
    wrong=("1.关于“学习不深入”问题的整改情况。已完成整改。\n2.关于“落实打折扣”问题的整改情况。建立台账，逐项销号。",),
    right=("1.关于“学习不深入”问题的整改情况。制定学习计划。\n2.关于“落实打折扣”问题的整改情况。建立台账，逐项销号。",),
)
def measures_missing(manuscript: Manuscript) -> Iterator[Hit]:
    for entry in outline(manuscript):
        told = [entry.body, *(passage.text.strip() for passage in entry.paragraphs)]
        said: Sequence[str] = [text for text in told if text]
        if entry.problem and said and not entry.below and all(_ONLY_DONE.fullmatch(text) for text in said):
            message = f"“{entry.heading}”只写了“{said[0]}”"
            yield Hit(entry.passage, message, "请写明做了什么、结果怎样", entry.start, entry.end)


ISSUES: tuple[Rule[Manuscript], ...] = (measures_missing, status_line_missing)
