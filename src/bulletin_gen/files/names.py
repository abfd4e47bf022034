"""What names of files tell: which lead to one file, through links and `..` and on systems that do not tell A from a."""

import os
import unicodedata
from pathlib import Path

from bulletin_gen.text.regex import Regex

SPECS = (".yaml", ".yml")  # what the name of a spec ends with
OPINIONS = "意见.yaml"  # the opinions on a draft, beside its spec
_NOT_IN_NAMES = Regex(r'[\x00-\x1f/\\:*?"<>|]')


def file_name(called: str) -> str:
    """Return a name that every system takes for a file of something called so; "" for nothing."""
    return _NOT_IN_NAMES.sub("_", called)


def is_same_file(one: Path, other: Path) -> bool:
    """Do both names lead to one file that is there?"""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # not there, or no name that a file can have
        return False


def identity(path: Path) -> str:
    """Return one text for all names that some system takes for one file, be it there or not.

    The name itself is not followed: a link that stands there is another file than the one it leads to.
    """
    absolute = str(Path(os.path.realpath(path.parent)) / path.name)
    return unicodedata.normalize("NFC", absolute).casefold()


def is_lock(path: Path) -> bool:
    """Is it what Word and WPS leave beside a document that is open (~$通报.docx)?"""
    return path.name.startswith("~$")
