"""Files that are ours while we write, beside those they become; what a killed run left of them is cleared away."""

import os
from contextlib import suppress
from pathlib import Path

from bulletin_gen.text.regex import Regex

_NAME = Regex(r"\.bulletin-gen-[0-9a-f]{12}\.tmp")  # .bulletin-gen-0f3a9c5e7b21.tmp


def temporary_beside(target: Path) -> Path:
    """Return a path in the target's folder that no other file has."""
    return target.with_name(f".bulletin-gen-{os.urandom(6).hex()}.tmp")


def sweep(folder: Path) -> None:
    """Remove what killed runs left in a folder, in which no other run may be writing."""
    for path in folder.iterdir():
        if _NAME.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()
