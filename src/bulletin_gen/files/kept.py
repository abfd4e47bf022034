"""What never changes from start to start, in files of the user's cache folder: read when asked for, written at the end.

Whatever stands in them can be worked out again: a file that is not there, damaged, or another user's or Python's is as
good as empty, and one that cannot be written is not written.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
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
        self.shelf = dict(self.before)

    def save(self) -> None:
        """Write what was added. Where two programs do, the last one's stands, and the other's is worked out again."""
        if self.shelf == self.before:
            return
        newest = dict(list(self.shelf.items())[-_MOST_VALUES:])
        content = _content(newest, self.true_for)
        if len(content) > _MOST_BYTES:
            return
        from bulletin_gen.files.swap import swap_in

        with suppress(OSError, WriteError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            swap_in([(self.path, content)])


def _content(shelf: Shelf, true_for: str) -> bytes:
    """Return a file's bytes: a line with the sum of all below it and what that is true for, and JSON."""
    values = json.dumps(shelf, separators=(",", ":")).encode()
    return _head(values, true_for) + values


def _head(values: bytes, true_for: str) -> bytes:
    return f"{crc32(values):08x} {true_for}\n".encode()


def _read(path: Path, true_for: str) -> Shelf:
    """Return what stands in a file, nothing where it is not whole, ours and true here."""
    try:
        if not _is_ours(path.stat()):
            return {}
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        return {}
    values = content[content.find(b"\n") + 1 :]
    if content != _head(values, true_for) + values:
        return {}
    try:
        shelf = json.loads(values)
    except (ValueError, RecursionError):
        return {}
    return shelf if isinstance(shelf, dict) else {}


def _is_ours(status: os.stat_result) -> bool:
    """Is it a file, and, where files have owners, one of this user's?"""
    user = os.geteuid() if sys.platform != "win32" else status.st_uid
    return S_ISREG(status.st_mode) and status.st_uid == user
