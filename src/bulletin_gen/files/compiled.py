"""What libraries compile whenever they are loaded, compiled once: a seventh of the time of a command.

A dataclass, a named tuple and an annotation are each made by compiling a text of Python, and libraries have hundreds.
What makes them asks `exec`, `eval` or `compile` for it: here each finds one that knows the codes which an earlier start
has made of the same texts. Patterns are made of their codes in the same way (`text/codes.py`).

Codes of Python are kept as Python keeps those of modules, and trusted as those are: they are of this user's own file.
"""

import collections
import dataclasses
import re
import sys
import typing
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import CodeType, FrameType
from typing import Any

from bulletin_gen import frozen
from bulletin_gen.kept import Shelf, shelf
from bulletin_gen.text import codes

_NO_FILE = "<string>"  # where Python says that a text stands which is of no file


@contextmanager
def compiled_once() -> Iterator[None]:
    """Have what is loaded while the block runs compiled once, where things are kept; anew, where not."""
    kept = shelf("libraries", _true_for) if codes.MADE else None
    with ExitStack() as stack:
        for module, name, stand_in in _stand_ins(kept) if kept is not None else ():
            before = vars(module).get(name)
            setattr(module, name, stand_in)
            stack.callback(*(setattr, module, name, before) if before else (delattr, module, name))
        yield


def _true_for() -> str:
    return f"{codes.true_for()} {sys.flags.optimize}"


def _stand_ins(kept: Shelf) -> Iterator[tuple[Any, str, Callable[..., Any]]]:
    """Yield modules that compile, by what name they ask for it, and what they are to find there."""
    from re import _compiler  # type: ignore[attr-defined]

    of_python, of_patterns = _Python(kept), _Patterns(kept, _compiler.compile)
    yield from ((module, "exec", of_python.exec) for module in (dataclasses, frozen))
    yield collections, "eval", of_python.eval
    yield typing, "compile", of_python.compile
    yield _compiler, "compile", of_patterns.compile


class _Python:
    """`exec`, `eval` and `compile` of Python that compile no text that an earlier start has."""

    def __init__(self, kept: Shelf) -> None:
        self.kept = kept

    def exec(self, source: Any, *names: Any) -> None:
        exec(self._code(source, "exec"), *names)

    def eval(self, source: Any, *names: Any) -> Any:
        return eval(self._code(source, "eval"), *names)

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        if filename != _NO_FILE or more or named:
            return compile(source, filename, mode, *more, **named)
        return self._code(source, mode)

    def _code(self, source: Any, mode: str) -> Any:
        """Return the code of a text; what is none is returned as it is."""
        if not isinstance(source, str):
            return source
        name = f"{mode} {source}"
        code = self.kept.get(name)
        if not isinstance(code, CodeType):
            code = compile(source, _NO_FILE, mode, dont_inherit=True)
            self.kept.put(name, code)
        return code


class _Patterns:
    """`compile` of patterns that compiles none that an earlier start has."""

    def __init__(self, kept: Shelf, anew: Callable[..., Any]) -> None:
        self.kept, self.anew = kept, anew

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str):
            return self.anew(pattern, flags)
        name = f"{flags} {pattern}"
        found = codes.pattern_of(pattern, self.kept.get(name))
        if found is None and _is_written_in(sys._getframe(1), pattern):
            self.kept.put(name, codes.code_of(pattern, flags))
        return found or self.anew(pattern, flags)


def _is_written_in(frame: FrameType | None, pattern: str) -> bool:
    """Does a pattern stand in the program that asks `re` for it? One that is made of other words is not kept."""
    while frame and frame.f_globals is vars(re):
        frame = frame.f_back
    return frame is not None and pattern in frame.f_code.co_consts
