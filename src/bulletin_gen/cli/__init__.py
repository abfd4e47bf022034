"""The command line: arguments in, files and findings out. Exit code 0 clean, 1 findings, 2 could not run."""

import os
import sys
from collections.abc import Sequence

from bulletin_gen.cli.late import run_late
from bulletin_gen.cli.terminal import say, use_utf8
from bulletin_gen.files.compiled import compiled_once
from bulletin_gen.files.kept import folder_of_user, kept_in
from bulletin_gen.garbage import collect_seldom

_COULD_NOT_RUN = 2
_INTERRUPTED = 130  # 128 and the number of the signal, as shells have it


def main(argv: Sequence[str] | None = None, *, is_own: bool = False) -> int:
    """Run one command and return its exit code. `argv` are the arguments without the program's name.

    A command may make copies of a process that is its own, started for it alone.
    """
    use_utf8()
    start_quickly()
    try:
        with kept_in(folder_of_user()), compiled_once():
            from bulletin_gen.cli.program import run

            return run(argv, is_own)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:
        sys.excepthook(*sys.exc_info())
        say("这是 bulletin-gen 自身的缺陷，不是通报写错了；请把以上内容连同通报文件报告给维护者。", to_errors=True)
        return _COULD_NOT_RUN


def start_quickly() -> None:
    """Look for garbage seldom, as nearly all that a command makes lasts to its end; look for no plugins of pydantic;
    and run no module that is hardly used before it is."""
    collect_seldom()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    run_late()
