"""What never changes from start to start, in files of the user's cache folder: read when asked for, written at the end.

Whatever stands in them can be worked out again: a file that is not there, damaged, or another user's or Python's is as
good as empty, and one that cannot be written is not written.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from marshal import dumps, loads
from pathlib import Path
from stat import S_ISREG
from typing import Any
from zlib import crc32

from bulletin_gen.errors import WriteError
from bulletin_gen.kept import Shelf, kept_on
from bulletin_gen.resources import home_folder

_SETTING = "BULLETIN_GEN_CACHE"
_OFF = "off"
_MOST_BYTES = 1 << 23
_MOST_VALUES = 4096


def cache_folder(platform: str, environ: Mapping[str, str], home: Path) -> Path | None:
    """Return where the user's programs keep such things, None where nothing is to be kept or there is no such place.

    `platform` is as in sys.platform. BULLETIN_GEN_CACHE names another folder, or says `off`.
    """
    if setting := environ.get(_SETTING):
        return None if setting == _OFF else Path(setting).absolute()
    if platform == "win32":
        folder = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "bulletin-gen" / "cache"
    elif platform == "darwin":
        folder = home / "Library" / "Caches" / "bulletin-gen"
    else:
        folder = Path(environ.get("XDG_CACHE_HOME") or home / ".cache") / "bulletin-gen"
    return folder if folder.is_absolute() else None


def folder_of_user() -> Path | None:
    """Return where this user's programs keep such things, None as for `cache_folder`."""
    return cache_folder(sys.platform, os.environ, home_folder())


@contextmanager
def kept_in(folder: Path | None) -> Iterator[None]:
    """Keep things in a folder, which is made, while the block runs; nothing where there is none."""
    if folder is None:
        yield
        return
    files: dict[str, _File] = {}

    def shelf(name: str, true_for: str) -> Shelf:
        if name not in files:
            files[name] = _File(folder / f"{name}-{sys.implementation.cache_tag}", true_for)
        return files[name].shelf

    try:
        with kept_on(shelf):
            yield
    finally:
        for file in files.values():
            file.save()


class _File:
    """A shelf as it was when it was asked for, and as it is."""

    def __init__(self, path: Path, true_for: str) -> None:
        self.path = path
        self.true_for = " ".join(true_for.split())
        self.before = _read(path, self.true_for)
        self.shelf = Shelf(dict(self.before))

    def save(self) -> None:
        """Add what was added to what is there now, from another program that ended before.

        Where two end together, the last one's stands, and the other's is worked out again.
        """
        if self.shelf.values == self.before:
            return
        content = _content({**_read(self.path, self.true_for), **self.shelf.values}, self.true_for)
        if len(content) > _MOST_BYTES:
            return
        from bulletin_gen.files.swap import swap_in

        with suppress(OSError, WriteError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            swap_in([(self.path, content)])


def _content(values: Mapping[str, Any], true_for: str) -> bytes:
    """Return a file's bytes: first the sum of all below and what that is true for, then the values as Python writes
    the constants of a module."""
    body = dumps(dict(list(values.items())[-_MOST_VALUES:]))
    return _head(body, true_for) + body


def _head(body: bytes, true_for: str) -> bytes:
    return f"{crc32(body):08x} {true_for}\n".encode()


def _read(path: Path, true_for: str) -> dict[str, Any]:
    """Return names and values of a file, none where it is not whole, ours and true here."""
    try:
        if not _is_ours(path.stat()):
            return {}
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        return {}
    body = content[content.find(b"\n") + 1 :]
    return _values_in(body) if content.startswith(_head(body, true_for)) else {}


def _values_in(body: bytes) -> dict[str, Any]:
    try:
        values = loads(body)
    except (ValueError, EOFError, TypeError):
        return {}
    return values if isinstance(values, dict) and all(isinstance(name, str) for name in values) else {}


def _is_ours(status: os.stat_result) -> bool:
    """Is it a file, and, where files have owners, one of this user's?"""
    user = os.geteuid() if sys.platform != "win32" else status.st_uid
    return S_ISREG(status.st_mode) and status.st_uid == user
