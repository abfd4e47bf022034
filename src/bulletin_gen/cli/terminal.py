"""Text for a terminal: measured and wrapped by display width, printed as UTF-8 whatever the system speaks."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum
from io import TextIOWrapper
from typing import TextIO

import bulletin_gen
from bulletin_gen.files.reasons import reason
from bulletin_gen.text.regex import Regex

_WIDEST = 100
_MOST_TOLD = 20  # problems
_PIECE = Regex(r"[!-~]+|\s+|.")  # a Latin word, white space, or one Chinese character
_NOT_AT_START = frozenset("，。；：、？！）”’》】…")
_NOT_AT_END = frozenset("（“‘《【")
_CONTROL = Regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # ESC, which a terminal obeys; not \t and \n


def terminal_width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST)


def display_width(text: str) -> int:
    """Return the columns that a text takes: two for a Chinese character or mark."""
    return sum(_columns(char) for char in text)


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """Return the text in lines of `width` columns, those after the first behind `indent` spaces.

    Latin words stay whole; a closing mark does not begin a line, an opening one does not end it.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line.strip() and display_width((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = " " * indent
        line += piece.lstrip() if lines and not line.strip() else piece
    return [*lines, line.rstrip()]


def pairs(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Return names and what is said of them: in two columns, or one under the other where there is no room."""
    column = max((display_width(name) for name, _ in rows), default=0) + 4
    if column > width // 2:
        return [line for name, text in rows for line in (f"  {name}", *wrap(f"      {text}", width, indent=6))]
    return [line for name, text in rows for line in wrap(_padded(f"  {name}", column) + text, width, indent=column)]


class Colour(Enum):
    """Number of a terminal's colour (ECMA-48, SGR)."""

    RED = "1;31"
    YELLOW = "33"
    GREEN = "32"
    GREY = "90"
    BOLD = "1"


def say(text: str, *, to_errors: bool = False) -> None:
    """Print a line. A reader that has gone away (`| head`) is no error: what follows is dropped.

    Raises WriteError when the line cannot be written, such as to a full disk; of errors, nothing is told then.
    """
    say_coloured([(text, None)], to_errors=to_errors)


def say_coloured(parts: Iterable[tuple[str, Colour | None]], *, to_errors: bool = False) -> None:
    """Print a line of parts, each in its colour where a person looks at it. Raises what `say` does."""
    stream = sys.stderr if to_errors else sys.stdout
    if not stream:  # the program was started with none
        return
    shows = _shows_colours(stream)
    cleaned = ((_CONTROL.sub("\ufffd", text), colour) for text, colour in parts)
    line = "".join(f"\x1b[{colour.value}m{text}\x1b[0m" if colour and shows else text for text, colour in cleaned)
    try:
        print(line, file=stream, flush=True)
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        if not to_errors:
            problem = bulletin_gen.Problem(f"结果写不到屏幕或所指的文件：{reason(error)}")
            raise bulletin_gen.WriteError(problem) from None


def say_problems(problems: Sequence[bulletin_gen.Problem]) -> None:
    """Say what is wrong, of very much the first things and how many there are."""
    for problem in problems[:_MOST_TOLD]:
        say(f"错误：{problem}", to_errors=True)
    if len(problems) > _MOST_TOLD:
        say(f"共有 {len(problems)} 处错误，以上是前 {_MOST_TOLD} 处；改好后再运行，会列出其余的", to_errors=True)


def use_utf8() -> None:
    """Let both streams take every character: a Windows console or LANG=C would stop at the first Chinese one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _shows_colours(stream: TextIO) -> bool:
    """Does the stream go to a terminal that knows colours, and does nobody object (https://no-color.org)?"""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _silence(stream: TextIO) -> None:
    # The interpreter flushes once more when it ends; that must not reach the closed pipe either.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - display_width(text))


def _pieces(text: str) -> list[str]:
    """Return the text in pieces that a line may not part."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if pieces and (piece in _NOT_AT_START or pieces[-1][-1] in _NOT_AT_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
