"""A regular expression as the numbers that CPython makes of it, and as a pattern again: a twentieth of compiling it.

All that is known here of `_sre` stands in this module. It is CPython's own and promises nothing: `re.compile` parses a
pattern, makes numbers of it, and hands these to `_sre.compile`. The same Python makes the same numbers of a pattern.
Where it is none of those that this was tried with, there are no codes, and everything is compiled.

`_sre` looks at numbers that are no program less well than it should, and may end the process. So a code is to be
trusted as the files in `__pycache__` are: it comes from this user's own file, and only where that is whole.
"""

import re
import sys
from array import array
from typing import Any

_TRIED = ((3, 11), (3, 12), (3, 13))
_MOST_GROUPS = 1000

MADE = sys.implementation.name == "cpython" and sys.version_info[:2] in _TRIED


def true_for() -> str:
    """Return what codes are of: they are the same only where this is."""
    import _sre  # type: ignore[import-not-found]

    return f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"


def code_of(pattern: str, flags: int = 0) -> list[Any]:
    """Return what `pattern_of` makes the pattern of, and can be kept: flags, groups, their names, the numbers."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    numbers = array("I", _compiler._code(parsed, flags))
    state = parsed.state
    return [flags | state.flags, state.groups - 1, state.groupdict, numbers.tobytes()]


def pattern_of(pattern: str, code: object) -> re.Pattern[str] | None:
    """Return the pattern that `code` was made of, None where that has not the form of a code.

    A code of another pattern is not told apart.
    """
    import _sre

    match code:
        case [int(flags), int(groups), dict(number_of), bytes(numbers)] if 0 <= groups <= _MOST_GROUPS:
            names: list[str | None] = [None] * (groups + 1)
            try:
                for name, number in number_of.items():
                    names[number] = name
                program = array("I", numbers).tolist()
                made: re.Pattern[str] = _sre.compile(pattern, flags, program, groups, number_of, tuple(names))
            except (TypeError, ValueError, LookupError, OverflowError, RuntimeError):  # the last: it is no program
                return None
            return made
    return None
