"""The program: `bulletin-gen`, and `python -m bulletin_gen` for where that is not on the path."""

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn

from bulletin_gen.garbage import collect_seldom

_COULD_NOT_RUN = 2


def run() -> NoReturn:
    """Run the command that this process was started for, and end the process.

    What was to be done at the end is done. What the command made is left to the system, which takes back all at once:
    Python would take it apart piece by piece, for a thirtieth of the time that a bulletin takes.
    """
    code = _COULD_NOT_RUN

    def leave() -> None:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError, ValueError):  # it is closed, or its reader has gone: `say` has told what could be
                stream.flush()
        os._exit(code)

    atexit.register(leave)  # what is registered first is called last
    collect_seldom()  # the command line makes much while it is loaded, and all of it stays
    from bulletin_gen.cli import main

    code = main(is_own=True)
    sys.exit(code)


if __name__ == "__main__":
    run()
