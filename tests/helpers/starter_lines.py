"""The lines of a starter, and those of them that are behind a number sign switched on."""

import re

from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.reference.full_starter import full_starter

_OFF = re.compile(r"( *)# (?!-----)(?=\S)")  # a field that is not used yet: `  # 编号: 5`


def lines_of(keys: Keys = Keys.CHINESE) -> list[str]:
    """The lines of the full starter below what it says of itself."""
    lines = full_starter(keys).splitlines()
    return lines[lines.index("") :]


def block_at(lines: list[str], number: int) -> range:
    """The lines of the field that begins on a line which is off."""
    match = _OFF.match(lines[number])
    assert match
    end = number + 1
    while end < len(lines) and lines[end].startswith(f"{match[1]}#  "):
        end += 1
    return range(number, end)


def switched_on(lines: list[str], block: range) -> list[str]:
    """The lines with those of a block in use."""
    return [re.sub("# ", "", line, count=1) if number in block else line for number, line in enumerate(lines)]


def blocks(lines: list[str]) -> list[range]:
    found: list[range] = []
    for number, line in enumerate(lines):
        if _OFF.match(line) and not (found and number in found[-1]):
            found.append(block_at(lines, number))
    return found


def is_alternative(line: str) -> bool:
    return "二选一" in line or "只用于" in line


def all_switched_on(lines: list[str]) -> list[str]:
    for block in blocks(lines):
        lines = lines if is_alternative(lines[block.start]) else switched_on(lines, block)
    return lines
