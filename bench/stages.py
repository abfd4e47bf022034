"""What each step takes of a bulletin of so many short issues, set up as the command is: stages.py ISSUES [FONTS]."""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from texts import spec_text

import bulletin_gen
from bulletin_gen.cli import start_quickly

_T = TypeVar("_T")


def main() -> None:
    start_quickly()
    issues, folders = int(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    fonts = bulletin_gen.find_fonts(directories=folders)
    _all(spec_text(0, 10, 1), fonts, {})  # what is loaded and remembered at the first goes uncounted
    took: dict[str, float] = {}
    pages = _all(spec_text(1, issues, 1), fonts, took)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    each = "  ".join(f"{step} {seconds * 1000 / pages:.2f}" for step, seconds in took.items())
    print(f"{issues:>6} {pages:>5}  {each}  {memory} MB", flush=True)


def _all(text: str, fonts: bulletin_gen.FontSet, took: dict[str, float]) -> int:
    """Take a bulletin through all steps, note what each took, and return its pages. `render` composes once more."""

    def timed(step: str, work: Callable[[], _T]) -> _T:
        start = time.process_time()
        made = work()
        took[step] = time.process_time() - start
        return made

    spec = timed("read", lambda: bulletin_gen.load_spec(text))
    document = timed("compose", lambda: bulletin_gen.compose(spec))
    timed("check", lambda: bulletin_gen.check(spec))
    timed("DOCX", lambda: bulletin_gen.render_document(document, ("docx",)))
    pdf = timed("layout and PDF", lambda: bulletin_gen.render_document(document, ("pdf",), fonts=fonts))
    assert pdf.pages
    return pdf.pages


if __name__ == "__main__":
    main()
