"""Lines in; where the bulletins of several bodies begin in them out."""

from collections.abc import Iterator, Sequence

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.printed_dates import comes_back
from bulletin_gen.readers.sheet.bottom import ends_as_body, is_name, is_whole_body
from bulletin_gen.readers.sheet.top import is_basis
from bulletin_gen.readers.source import Lines, SourceLine
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.regex import Regex

_HEADING = Regex("(?P<name>[^，。；：、“”]{3,30}?)(?:巡[视察])?(?:反馈问题)?整改(?:落实|进展)?情况")  # 县水利局整改情况
# 某县水务局党组关于巡察整改情况的通报; 关于巡察整改情况的通报, below a name
_TITLE = Regex("(?P<name>[^，。：；、“”]{0,60}?)关于[^，。：；]{2,60}的(?:通报|报告)(?:（[^（）]{1,12}）)?")
_ATTACHED = Regex("附件[0-9一二三四五六七八九十]{0,3}[：:]?")  # what follows may be an attachment's own title
_LEAST = 2


@frozen
class Unit:
    """A body, and the first line of its bulletin by its place among them: its title, or the bare name."""

    name: str
    start: int


def find_units(lines: Lines) -> Lines:
    """Return the lines of a text that name a body and nothing else, or head what it did (一、县水利局整改情况): two or
    more head bulletins of their own."""
    return tuple(line for line in lines if (is_name(line.text) and ends_as_body(line.text)) or _headed(line.text))


def _headed(text: str) -> str:
    """Return the body whose work a heading is about: 一、县水利局整改情况; nothing where it is about none."""
    marked = leading_label(text)
    heading = _HEADING.fullmatch(marked.rest) if marked else None
    return heading["name"] if heading and ends_as_body(heading["name"]) else ""


def titled_units(lines: Sequence[SourceLine]) -> tuple[Unit, ...]:
    """Return the bodies whose whole bulletins follow one another, each under its title; none where that is doubtful."""
    units = tuple(_titles(lines))
    last = units[-1].start if units else 0
    return () if any(_ATTACHED.fullmatch(line.text.strip()) for line in lines[:last]) else _certain(units, lines)


def named_units(lines: Sequence[SourceLine]) -> tuple[Unit, ...]:
    """Return the bodies whose bare names each stand above what they did, or that head it each; none where that is
    doubtful."""
    texts = [line.text.strip() for line in lines]
    bare = (Unit(text, at) for at, text in enumerate(texts) if is_whole_body(text) and not _is_signature(lines, at))
    headed = (Unit(name, at) for at, text in enumerate(texts) if (name := _headed(text)))
    return _certain(tuple(bare), lines) or _certain(tuple(headed), lines)


def _titles(lines: Sequence[SourceLine]) -> Iterator[Unit]:
    for at, line in enumerate(lines):
        title = _TITLE.fullmatch(line.text.strip())
        if title is None:
            continue
        above = lines[at - 1].text.strip() if at else ""
        if title["name"]:
            yield Unit(title["name"], at)
        elif is_whole_body(above):
            yield Unit(above, at - 1)


def _is_signature(lines: Sequence[SourceLine], at: int) -> bool:
    return any(comes_back(line.text.strip()) for line in lines[at + 1 : at + 3])


def _certain(units: tuple[Unit, ...], lines: Sequence[SourceLine]) -> tuple[Unit, ...]:
    """Return the units where they are several, all different, and each has something to tell."""
    if len({unit.name for unit in units}) < max(_LEAST, len(units)):
        return ()
    ends = [*(unit.start for unit in units[1:]), len(lines)]
    told = (_tells(lines[unit.start + 1 : end]) for unit, end in zip(units, ends, strict=True))
    return units if all(told) else ()


def _tells(lines: Sequence[SourceLine]) -> bool:
    texts = [line.text.strip() for line in lines]
    return any(is_basis(text) or leading_label(text) or "整改" in text for text in texts)
