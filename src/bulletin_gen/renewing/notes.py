"""A draft of this year in; the comments for its spec out, and what its fields are called."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeAlias

from bulletin_gen.renewing.next_year import NextYear
from bulletin_gen.spec.author import author_in
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import Keys, chinese_name
from bulletin_gen.spec.schema import model_in, wanted_at
from bulletin_gen.text.regex import Regex

_STEP = Regex(r"[^.\[\]]+")
_OF_LAST_DRAFT = ("stage", "version", "version_date", "results.as_of")
_NAMED = 3  # of what was left out, so many are named in a comment
_SHOWN = 20  # characters of each

_Called: TypeAlias = Callable[[str], str]  # makes of a path what it is called in the file


def name_at(path: str) -> str:
    """Return what the field at a path of the spec is called: 会签 for approval.countersigners[0]."""
    steps = [int(step) if step.isdecimal() else step for step in _STEP.findall(path)]
    while steps and isinstance(steps[-1], int):
        steps.pop()
    *above, last = steps
    model = model_in(wanted_at(Bulletin, tuple(above))) if above else Bulletin
    return chinese_name(model, str(last)) if model else str(last)


def notes_on_draft(draft: NextYear, keys: Keys = Keys.ENGLISH) -> dict[str, str]:
    """Return the comments by field path, as `dump_spec` takes them; those of the path "" open the file.

    `keys` is the language in which the file calls its fields.
    """
    notes: dict[str, list[str]] = {}
    hints = _hints(draft, author_in(keys).called)
    for path, note in (*_head(draft), *_left_out(draft), *hints, *_to_check(draft)):
        notes.setdefault(path, []).append(note)
    return {path: "\n".join(lines) for path, lines in notes.items()}


def _head(draft: NextYear) -> Iterator[tuple[str, str]]:
    yield (
        "",
        f"由去年的通报起草。去年的事实换成了{len(draft.opened)}处【待补：去年为……】，请逐处改成今年的，连同【】一起换掉；",
    )
    yield "", "没有标【待补】的句子也是去年的，请通读一遍。"


def _left_out(draft: NextYear) -> Iterator[tuple[str, str]]:
    for path, group in groupby(draft.left_out, key=lambda remark: remark.path):
        texts = [remark.text for remark in group]
        if path in _OF_LAST_DRAFT:
            yield path, f"去年的{name_at(path)}是“{texts[0]}”，没有带过来"
            continue
        named = "、".join(f"“{text[:_SHOWN]}{'……' if len(text) > _SHOWN else ''}”" for text in texts[:_NAMED])
        rest = "等" if len(texts) > _NAMED else ""
        yield path, f"去年的{name_at(path)}另有{len(texts)}项没有带过来：{named}{rest}"


def _hints(draft: NextYear, called: _Called) -> Iterator[tuple[str, str]]:
    def key(path: str) -> str:
        return called(path).rpartition(".")[2]

    status = key("results.issues[0].status")
    for path in dict.fromkeys(remark.path for remark in draft.opened):
        if path.endswith(".status_line"):
            yield path, f"状态定下后，把 {key(path)} 这一行换成 {status}: 已完成（或 正在整改 等）"
        if path == "results.progress.wording":
            rate, as_of = key("results.progress.rate"), key("results.as_of")
            yield (
                path,
                f"各问题的 {status} 都写好后，可把 {key(path)} 这一行换成 {rate}: 是（要写完成率）或 {rate}: 否，",
            )
            yield path, f"再在 {called('results')} 下写上 {as_of}，由程序统计"
    for remark in dict.fromkeys(draft.to_count):
        yield remark.path, f"各问题的 {status} 都写好后，个数可以写回 {remark.text}，由程序统计"


def _to_check(draft: NextYear) -> Iterator[tuple[str, str]]:
    return ((remark.path, f"请核对：{remark.text}") for remark in draft.to_check)
