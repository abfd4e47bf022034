"""A bulletin that says its source in; the same with the numbers that are counts said as counts, so that they follow.

What is left of its counts and days prints nothing, and is not typed.
"""

import re
from collections.abc import Iterator
from functools import partial

from bulletin_gen.composing import wording
from bulletin_gen.composing.counts import Counts, count
from bulletin_gen.composing.settle import fill, known
from bulletin_gen.readers.parse.declared import declared_counts, number_of
from bulletin_gen.readers.parse.texts import texts_in, with_texts
from bulletin_gen.readers.printed_dates import as_data, is_date
from bulletin_gen.readers.source import fold
from bulletin_gen.spec.model import Bulletin, Issue, MeasuresProgress, Progress, Results
from bulletin_gen.text.numerals import han_number
from bulletin_gen.text.regex import Regex

_LEAST = 10  # of measures: a smaller number is often another one

_N = r"(\d{1,6}|[一二三四五六七八九十两]{1,3})"
_SOME = r"(?:\d{1,6}|[一二三四五六七八九十两]{1,3}|\{\{[^{}]{1,60}\}\})"  # 12, 十二, {{ counts.issues }}
_DECLARED = "(?:反馈|指出|提出|查找|梳理|列出)(?:的|了|出)?"
_PROBLEMS = "[个项条](?:突出|具体|主要|重点)?问题"
_DIMENSIONS = "(?:个方面|大?类)[、，的和]?(?:共|的)?"
_PROBLEMS_THEN = f"问题{_SOME}[个项条]，(?:其中)?(?:目前)?已(?:完成整改|整改完成|完成)"  # 问题12个，已完成
# A number in the text, and what it counts where it is the same.
_COUNTED = (
    (Regex(rf"{_DECLARED}{_N}(?={_PROBLEMS})"), "issues"),  # 反馈的12个问题
    (Regex(rf"{_DECLARED}{_N}(?={_DIMENSIONS}{_SOME}{_PROBLEMS})"), "sections"),
    # 反馈的三个方面12个问题
    (Regex(rf"{_DECLARED}{_SOME}{_DIMENSIONS}{_N}(?={_PROBLEMS})"), "issues"),
    # 问题中，10个已完成
    (Regex(r"个(?:突出|具体|主要)?问题中，(?:已完成(?:整改)?)?(\d{1,6})(?=个已完成|个[，。])"), "done"),
    # 反馈的2个问题已完成1个
    (Regex(rf"{_DECLARED}{_SOME}{_PROBLEMS}，?(?:目前)?已(?:完成|整改完成|完成整改)(\d{{1,6}})(?=个)"), "done"),
    # 共反馈问题12个，已完成10个，其余2个正在推进，完成率83.3%
    (Regex(rf"{_DECLARED}问题{_N}(?=[个项条])"), "issues"),
    (Regex(rf"{_PROBLEMS_THEN}{_N}(?=[个项条])"), "done"),
    (Regex(rf"{_PROBLEMS_THEN}{_SOME}[个项条]，(?:其余)?{_N}(?=[个项条](?:正在|尚未|未完成|持续))"), "ongoing"),
    (Regex(rf"{_PROBLEMS_THEN}[^。]{{1,60}}，完成率(\d{{1,3}}\.\d%|100%)"), "rate"),
    # 12个问题，已完成整改10个，2个正在整改
    (
        Regex(
            rf"{_PROBLEMS}，?(?:目前)?(?:中，)?已完成(?:整改)?{_SOME}个[，、；](?:其余)?(\d{{1,6}})(?=个(?:正在|尚未|未完成))"
        ),
        "ongoing",
    ),
    (Regex(r"对?已完成(?:整改)?的(\d{1,6})(?=个问题)"), "done"),  # 对已完成的10个问题
    (Regex(r"(?:未完成|正在整改)的(\d{1,6})(?=个问题)"), "ongoing"),  # 对未完成的2个问题
    (Regex(r"(?<!\d)(\d{1,6})(?=[条项](?:具体)?整改措施)"), "measures"),  # 42条整改措施
    (Regex(r"(?<!\d)(\d{1,6})(?=[个项]具体表现中)"), "sub_issues"),  # 细化的22项具体表现中
    (Regex(r"具体表现中，已完成整改(\d{1,6})(?=[个项])"), "sub_done"),  # 具体表现中，已完成整改20项
    (Regex(r"具体表现中，已完成整改[^，。]{1,20}[个项]，其余(\d{1,6})(?=[个项])"), "sub_ongoing"),  # 20项，其余2项
)
# 截至2024年5月底，巡察反馈的8个问题中，已完成整改6个，正在整改2个，完成率75.0%。
_PROGRESS = Regex(
    r"截至(?P<day>[^，。]+)，巡[视察]反馈的\d+(?P<unit>[个项条][^\d，。]{1,10}?)"
    # 中，已完成整改6个，正在整改2个; 已全部完成整改
    r"(?:中(?:，[^\d，。]{2,8}\d+[个项条])+|(?:已|均|正在|需|尚未)[^\d，。]{2,9})"
    r"(?P<rate>，完成率[\d.]+%)?(?:，(?P<rest>[^。]+))?。"
)
# 截至2024年5月底，制定的42项整改措施，已完成35项，其余按时序推进。; 截至 only where no sentence before says the day
_MEASURES = Regex(
    r"(?:截至(?P<day>[^，。]{1,20})，)?(?P<made>[^，。\d]{0,12}的)(?P<total>[1-9]\d{0,3})"
    r"(?P<unit>[项条个][^\d，。]{0,6}(?:措施|任务|举措))(?P<pause>，?)"
    r"(?:已全部完成|已完成(?P<done>[1-9]\d{0,3})[项条个])(?P<rate>，完成率[\d.]+%)?(?:，(?P<rest>[^。]+))?。"
)


def with_counts(bulletin: Bulletin) -> Bulletin:
    """Return the bulletin with its progress typed, and its numbers as counts where they are these."""
    results = bulletin.results
    if results is None:
        return bulletin
    progress, day, text = _progress(bulletin, results)
    measures, day, text = _measures(text, day, follows=progress is not None)
    update = {"text": text, "as_of": day, "progress": progress, "measures_progress": measures}
    bare = bulletin.model_copy(update={"results": results.model_copy(update=update)})
    said = _counted(bare.model_dump(), count(bare), _declared(results))
    return without_counts(Bulletin.model_validate(said), keep_day=progress is not None or measures is not None)


def without_counts(bulletin: Bulletin, keep_day: bool = False) -> Bulletin:
    """Return the bulletin without the counts and the day that print nothing in it."""
    results = bulletin.results
    if results is None:
        return bulletin
    is_said = any("counts.declared" in text for text in texts_in(bulletin.model_dump()))
    update: dict[str, object] = {} if is_said else {"counts": []}
    update |= {} if keep_day else {"as_of": None}
    return bulletin.model_copy(update={"results": results.model_copy(update=update)})


def counts_left(bulletin: Bulletin) -> int:
    """Return how often a text gives the number of issues as a figure of its own, which follows no list."""
    counts = count(bulletin)
    texts = [text for text in texts_in({**bulletin.model_dump(), "issuer": None}) if "问题" in text]
    alone = Regex(rf"(?<!\d)(?:{counts.issues}|{han_number(max(counts.issues, 1))})(?={_PROBLEMS})")
    return sum(len(alone.findall(text)) for text in texts) if counts.issues > 1 else 0


def without_idle_statuses(bulletin: Bulletin) -> Bulletin:
    """Return the bulletin without the statuses that print nothing: those beside a line of the author's own, where
    nothing in it is counted by them."""
    results = bulletin.results
    has_ledger = any(attachment.ledger for attachment in bulletin.attachments)
    if (
        results is None
        or results.progress
        or has_ledger
        or any(_BY_STATUS.search(text) for text in texts_in(bulletin.model_dump()))
    ):
        return bulletin
    sections = [section.model_copy(update={"issues": _lean(section.issues)}) for section in results.sections]
    lean = results.model_copy(update={"sections": sections, "issues": _lean(results.issues)})
    return bulletin.model_copy(update={"results": lean})


def _lean(issues: list[Issue]) -> list[Issue]:
    return [
        issue.model_copy(
            update={
                "status": issue.status if issue.status_line is None else None,
                "sub_issues": _lean(issue.sub_issues),
            }
        )
        for issue in issues
    ]


def disagreements(bulletin: Bulletin) -> Iterator[str]:
    """Yield each number in the text that says another count than the list or its statuses give."""
    if bulletin.results is None:
        return
    counts = count(bulletin)
    told = known(bulletin, counts)
    texts = [fill(text, told) for text in texts_in(_around(bulletin))]
    yield from _unlisted(texts, counts)
    yield from _misstated(texts, counts)


def _unlisted(texts: list[str], counts: Counts) -> Iterator[str]:
    """Yield each declared number that no list has as many of."""
    listed = {counts.issues, counts.sub_issues, counts.issues + counts.sub_issues, counts.sections}
    for tier in declared_counts(texts):
        is_listed = tier.unit.endswith(_LISTED) and (counts.sections or not tier.unit.endswith("方面"))
        if is_listed and tier.number not in listed:
            found = "、".join(f"{number}个{name}" for number, name in _found(counts) if number)
            yield f"文中说有{tier.number}{tier.unit}，读出的是{found}"


def _misstated(texts: list[str], counts: Counts) -> Iterator[str]:
    """Yield each number of what is done, or is not, that the statuses do not give."""
    for name, words in _STATES:
        number = getattr(counts, name)
        patterns = [pattern for pattern, of in _COUNTED if of == name]
        found = (match[1] for pattern in patterns for text in texts for match in pattern.finditer(text))
        for other in map(number_of, found):
            if number is not None and other != number:
                yield f"文中说{words}{other}个，按各问题的状态是{number}个"


_LISTED = ("问题", "表现", "方面")
_STATES = (("done", "已完成"), ("ongoing", "未完成"))


def _found(counts: Counts) -> tuple[tuple[int, str], ...]:
    return (counts.sections, "方面"), (counts.issues, "问题"), (counts.sub_issues, "子问题")


def _progress(bulletin: Bulletin, results: Results) -> tuple[Progress | None, str | None, str]:
    """Return the progress that the text begins with, its day, and the rest of the text; none where the statuses give
    another one."""
    match = _PROGRESS.match(results.text)
    counts = count(bulletin)
    if match is None or counts.done is None:
        return None, None, results.text
    day = _day(match["day"])
    if day == "":
        return None, None, results.text
    progress = Progress(unit=match["unit"], rate=bool(match["rate"]), rest=match["rest"] or "")
    if fold(wording.progress(bulletin, progress, day, counts)) != fold(match[0]):
        return None, None, results.text
    return progress, day, results.text[match.end() :]


def _measures(text: str, day: str | None, *, follows: bool) -> tuple[MeasuresProgress | None, str | None, str]:
    """Return the progress of the measures that the text begins with, the day, and the rest of the text; as they were
    where it is said in other words. One that `follows` another progress says no day of its own."""
    match = _MEASURES.match(text)
    if match is None or follows is not (match["day"] is None):
        return None, day, text
    told = day if follows else _day(match["day"])
    done = int(match["done"] or match["total"])
    if told == "" or done > int(match["total"]):
        return None, day, text
    measures = MeasuresProgress(
        total=int(match["total"]),
        done=done,
        unit=match["unit"],
        made=match["made"],
        pause=bool(match["pause"]),
        rate=bool(match["rate"]),
        rest=match["rest"] or "",
    )
    said = wording.measures_progress(measures, "" if follows else wording.as_of(told))
    return (measures, told, text[match.end() :]) if fold(said) == fold(match[0]) else (None, day, text)


def _day(printed: str) -> str | None:
    """Return a day as data, None for 目前, "" for what is none."""
    return None if printed == "目前" else as_data(printed) if is_date(printed) else ""


def _declared(results: Results) -> str:
    return "、".join(f"{tier.number}{tier.unit}" for tier in results.counts) if len(results.counts) > 1 else ""


def _around(bulletin: Bulletin) -> dict[str, object]:
    """Return what the bulletin says beside its sections and issues."""
    return {name: value for name, value in bulletin.model_dump().items() if name in _PARTS} | {
        "text": bulletin.results.text if bulletin.results else "",
        "closing": bulletin.results.closing if bulletin.results else "",
    }


_BY_STATUS = Regex(r"counts\.(?:done|ongoing|rate|sub_)")  # {{ counts.done }}
_PARTS = ("inspection", "publication", "opening", "organisation", "other_parts", "next_steps")
_ISSUES = ("sections", "issues")


def _counted(bulletin: dict[str, object], counts: Counts, declared: str) -> dict[str, object]:
    def said(value: object) -> object:
        return with_texts(value, lambda text: _said_text(text, counts, declared))

    fields = {name: said(value) if name in _PARTS else value for name, value in bulletin.items()}
    results = bulletin["results"]
    if isinstance(results, dict):
        fields["results"] = {**results, **{name: said(results[name]) for name in ("text", "closing")}}
    return fields


def _said_text(text: str, counts: Counts, declared: str) -> str:
    if declared and not (at := text.find(declared)) < 0 and not text[:at][-1:].isdecimal():
        text = f"{text[:at]}{{{{ counts.declared }}}}{text[at + len(declared) :]}"
    for pattern, name in _COUNTED:
        number = getattr(counts, name)
        if number is not None and (name != "measures" or counts.measures >= _LEAST):
            text = pattern.sub(partial(_placeholder, name, number), text)
    return text


def _placeholder(name: str, number: int | str, match: re.Match[str]) -> str:
    """Return what a pattern found, its number as the placeholder that says it again; as it is where none does."""
    han = ("两" if number == 2 else han_number(number)) if isinstance(number, int) and number else ""
    forms = {str(number): "", han: " | 汉字"}
    form = forms.get(match[1])
    if form is None:
        return match[0]
    start, end = match.start(1) - match.start(), match.end(1) - match.start()
    return f"{match[0][:start]}{{{{ counts.{name}{form} }}}}{match[0][end:]}"
