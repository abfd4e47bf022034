"""Settle the author's texts: fill in the `{{ … }}` and set the punctuation, before anything is worded.

Placeholders name a count or what the issuer is called, in English or Chinese, and nothing else: no expression is
evaluated, so a text cannot run anything. Braces that a text is to show are written as `{{ "{{" }}` and `{{ "}}" }}`, as
is anything else in quotes.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import TypeAlias

from bulletin_gen.composing.counts import Counts
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spec.given import Trail, all_given, is_typed, with_texts
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import PLACEHOLDERS
from bulletin_gen.spec.tables import Table
from bulletin_gen.style import GBT9704
from bulletin_gen.text.numerals import han_number
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Places

# {{ "{{" }}; {{ counts.issues | 汉字 }}. It ends where another begins: `{{` by the thousand take no longer than others.
_PLACEHOLDER = Regex(r"\{\{\s*\"(\{\{|\}\}|[^\"{}]+)\"\s*\}\}|\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_INSIDE = Regex(r"\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?")  # ` counts.issues | 汉字 `, `数目.问题`; not `1 + 1`
_COUNTS = tuple(item.name for item in fields(Counts))
_BRACE = Regex(r"\{\{|\}\}")
_HAN = "汉字"
_MEASURE_WORDS = tuple("个项条件类种份次处名家")  # before these 二 is 两: 两个问题
_MOST_CHARACTERS = 800_000  # some 1,300 pages of nothing but text
_MOST_CHANGES = 80_000  # from Chinese text to Latin or back, each a run of its own
_LATIN = Regex("[ -~\u00a1-\u024f]+")  # A-1; Chinese stands before it and after it
_MOST_CELL_LINES = 60_000  # some 300 pages of a table of ten columns
_MOST_LINES = 20_000  # fields, cells of tables and paragraphs, each ledger counting the whole bulletin again
# What a placeholder can name; None where it cannot be told.
Known: TypeAlias = Mapping[str, int | str | None]


def known(bulletin: Bulletin, counts: Counts) -> Known:
    """Return what the placeholders of a bulletin can name: its counts, the full and the short name of its issuer."""
    names = {"issuer.name": bulletin.issuer.name, "issuer.short_name": bulletin.issuer.called}
    told = {name: None if _BRACE.search(text) else text for name, text in names.items()}
    return {**{f"counts.{name}": getattr(counts, name) for name in _COUNTS}, **told}


def settle(bulletin: Bulletin, counts: Counts, places: Places) -> Bulletin:
    """Return the spec with every text filled in and punctuated.

    Raises SpecError with every faulty placeholder, each at its place, or when there is more text than any bulletin has.
    """
    _refuse_too_much(bulletin)
    problems: list[Problem] = []
    told = known(bulletin, counts)

    def settled(text: str, path: str, _name: str, _trail: Trail) -> str:
        try:
            return punctuate(fill(text, told))
        except ValueError as error:
            problems.append(Problem(str(error), where=places.find(path)))
            return text

    result = with_texts(bulletin, settled)
    if problems:
        raise SpecError(*sorted(problems, key=lambda problem: (problem.where.line or 0, problem.where.column or 0)))
    return result


def _refuse_too_much(bulletin: Bulletin) -> None:
    values = all_given(bulletin)
    typed = list(filter(is_typed, values))
    texts = "\n".join(typed)
    characters, lines = sum(map(len, typed)), texts.count("\n") + 1
    lines *= 1 + sum(attachment.ledger for attachment in bulletin.attachments)
    if characters > _MOST_CHARACTERS or lines > _MOST_LINES:
        message = f"全文有 {characters} 个字符、{lines} 段，最多 {_MOST_CHARACTERS} 个字符、{_MOST_LINES} 段"
        raise SpecError(Problem(message, "请检查是不是贴错了内容，或分成几份通报"))
    # There are no more changes than characters: who has less than that need not count them.
    if len(texts) >= _MOST_CHANGES and (changes := 2 * len(_LATIN.findall(texts))) > _MOST_CHANGES:
        message = f"全文有 {changes} 处中文和字母、数字相间，最多 {_MOST_CHANGES} 处"
        raise SpecError(Problem(message, "请检查是不是贴错了内容，或分成几份通报"))
    if (cell_lines := sum(_lines_in_cells(value) for value in values if type(value) is Table)) > _MOST_CELL_LINES:
        message = f"表格各格排出来约有 {cell_lines} 行，最多 {_MOST_CELL_LINES} 行"
        raise SpecError(Problem(message, "请减少列数或格里的字，或分成几份通报"))


def _lines_in_cells(table: Table) -> int:
    """Return about how many lines the cells of a table take: the more columns, the fewer characters in each line."""
    return sum(len(cell) for row in table.rows for cell in row) * len(table.columns) // GBT9704.grid.columns


def fill(text: str, told: Known) -> str:
    """Return `text` with each `{{ … }}` replaced by what it names. Raises ValueError (Chinese message) for another."""
    if "{{" not in text and "}}" not in text:
        return text
    left = _PLACEHOLDER.sub("", text)
    if "{{" in left or "}}" in left:
        raise ValueError("“{{”和“}}”没有配对；正确写法如：{{ 数目.问题 }}、{{ counts.issues }}")
    return _PLACEHOLDER.sub(lambda match: _filled(match, told), text)


def _usable(typed: str) -> list[str]:
    """Return the names that a placeholder can have, in the language of what was typed."""
    return list(PLACEHOLDERS.values() if typed.isascii() else PLACEHOLDERS)


def filled_in(text: str, told: Known) -> list[tuple[slice, str]]:
    """Return where each `{{ … }}` of a text stands, and what `fill` puts there. Raises what `fill` raises."""
    return [(slice(*match.span()), _filled(match, told)) for match in _PLACEHOLDER.finditer(text)]


def _filled(match: re.Match[str], told: Known) -> str:
    if match[1]:
        return match[1]
    inside = _INSIDE.fullmatch(match[2])
    if inside is None:
        raise ValueError(f"“{shown(match[0])}”里只能写一个名称，不能写算式；可用：{'、'.join(_usable(match[2]))}")
    name, form = inside.groups()
    meant = PLACEHOLDERS.get(name, name)
    if meant not in told:
        import difflib

        close = difflib.get_close_matches(name, _usable(name), n=1)
        guess = f"是不是 {close[0]}？" if close else ""
        usable = "、".join(_usable(name))
        raise ValueError(f"“{shown(match[0])}”里的 {shown(name)} 不是可用的名称；{guess}可用：{usable}")
    value = told[meant]
    if value is None and meant.startswith("issuer."):
        raise ValueError(f"“{shown(match[0])}”不能引用：{name} 里自己写有“{{{{”或“}}}}”")
    if value is None:
        status = "status（状态）" if name.isascii() else "状态"
        raise ValueError(f"“{shown(match[0])}”无法统计；请先给每个问题填写“{status}”")
    if form is None:
        return str(value)
    if form != _HAN or not isinstance(value, int) or value == 0:
        raise ValueError(f"“{shown(match[0])}”里的“| {shown(form)}”不可用；只有大于0的个数可以写“| {_HAN}”")
    if value == 2 and match.string[match.end() : match.end() + 1] in _MEASURE_WORDS:
        return "两"
    return han_number(value)
