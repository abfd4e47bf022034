"""From bytes to disk: files are written whole or not at all, and foreign files stay as they are."""

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files.lock import locked
from bulletin_gen.files.manifest import MANIFEST, Digests, digest_of, manifest_bytes, read_manifest
from bulletin_gen.files.names import identity
from bulletin_gen.files.reasons import reason
from bulletin_gen.files.swap import swap_in


def write_new(
    path: Path, content: bytes, *, overwrite: bool = False, beside: Mapping[str, bytes] | None = None
) -> None:
    """Write one file that must not be there yet, unless `overwrite`. Raises WriteError.

    `beside` are files of ours in its folder, by their names: they are written with it or not at all, and replaced
    where they are there.
    """
    write_all_new({path: content}, overwrite=overwrite, beside=beside)


def write_all_new(
    files: Mapping[Path, bytes], *, overwrite: bool = False, beside: Mapping[str, bytes] | None = None
) -> None:
    """Write all the files, or none: they must not be there yet, unless `overwrite`. Raises WriteError.

    `beside` is as in `write_new`.
    """
    folders = list(dict.fromkeys(path.parent for path in files))
    ours = [(folder / name, said) for folder in folders for name, said in (beside or {}).items()]
    _raise_any(_obstacle(target) for target in (*files, *(target for target, _ in ours)))
    with _hold(folders):
        _raise_any(_foreign("已有这个文件", path) if path.exists() and not overwrite else None for path in files)
        swap_in([*ours, *files.items()])


def write_files(files: Mapping[Path, bytes], *, overwrite: bool = False) -> dict[Path, str]:
    """Write all the files, or none; folders are made as needed. Return the SHA-256 of each.

    A file that is there already is replaced when it is still as we wrote it, or holds these very bytes; any other
    one only if `overwrite`. What we wrote is kept in `.bulletin-gen.json` in the same folder. Raises WriteError.
    """
    folders = list(dict.fromkeys(path.parent for path in files))
    _raise_any(_obstacle(path) for path in (*files, *(folder / MANIFEST for folder in folders)))
    _raise_any(_twins(list(files)))
    digests = {path: digest_of(content) for path, content in files.items()}
    with _hold(folders):
        known = {folder: read_manifest(folder) for folder in folders}
        _raise_any(
            None if overwrite else _refusal(path, digest, known[path.parent].get(path.name, ()))
            for path, digest in digests.items()
        )
        journals = [_journal(folder, known[folder], digests) for folder in folders]
        before, after = [start for start, _ in journals], [end for _, end in journals]
        swap_in([*before, *files.items(), *after])
    return digests


def _raise_any(problems: Iterable[Problem | None]) -> None:
    found = [problem for problem in problems if problem]
    if found:
        raise WriteError(*found)


@contextmanager
def _hold(folders: Sequence[Path]) -> Iterator[None]:
    """Make the folders where they are missing, and hold them; those that were made go again when this fails."""
    made: list[Path] = []
    try:
        for folder in folders:
            made += _make(folder)
        with locked(folders):
            yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make(folder: Path) -> list[Path]:
    """Return the folders that had to be made, outer ones first. Raises WriteError."""
    made: list[Path] = []
    try:
        missing = list(takewhile(lambda path: not path.exists(), (folder, *folder.parents)))
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            made.append(path)
        if not folder.is_dir():
            raise FileExistsError(errno.EEXIST, "a file", str(folder))
    except OSError as error:
        raise WriteError(Problem(f"建不了文件夹 {folder}：{reason(error)}", "请换一个文件夹")) from None
    return made


def _refusal(path: Path, digest: str, ours: Sequence[str]) -> Problem | None:
    """Return why the file at `path` must stay as it is, or None; `digest` is that of what is to be there, `ours` are
    those of what we wrote there."""
    try:
        if not path.exists():
            return None
        present = digest_of(path.read_bytes())
    except OSError as error:
        return Problem(f"{path} 读不了：{reason(error)}", "请换一个文件夹")
    if present in (*ours, digest):
        return None
    return _foreign("生成后又改动过" if ours else "已有同名文件，不是本程序生成的", path)


def _foreign(fault: str, path: Path) -> Problem:
    return Problem(f"{path} {fault}，没有覆盖", "请改名或移走它；确定不要它时，加 --force 覆盖")


def _obstacle(path: Path) -> Problem | None:
    """Return what stands where the file should go and can never be replaced, or None."""
    try:
        if path.is_symlink():
            return Problem(f"{path} 是符号链接（快捷方式），不能覆盖", "请移走它，或换一个文件夹")
        if path.is_dir():
            return Problem(f"{path} 已是一个文件夹", "请移走它，或换一个文件夹")
        if path.exists() and not path.is_file():
            return Problem(f"{path} 不是普通文件，不能覆盖", "请换一个文件夹")
    except OSError as error:
        return Problem(f"写不了 {path}：{reason(error)}", "请改名，或换一个文件夹")
    return None


def _twins(paths: Sequence[Path]) -> list[Problem]:
    """Return a problem for each path that some system takes for the same file as an earlier one."""
    seen: dict[str, Path] = {}
    same = [(path, first) for path in paths if (first := seen.setdefault(identity(path), path)) != path]
    return [Problem(f"{path} 与 {first} 会写成同一个文件", "请分开生成，或改用不同的文件名") for path, first in same]


def _journal(
    folder: Path, known: Digests, digests: Mapping[Path, str]
) -> tuple[tuple[Path, bytes], tuple[Path, bytes]]:
    """Return the folder's manifest as it is to be while the files of these digests are written, and after that."""
    written = {path.name: (digest,) for path, digest in digests.items() if path.parent == folder}
    both = {name: tuple(dict.fromkeys((*known.get(name, ()), *new))) for name, new in written.items()}
    manifest = folder / MANIFEST
    return (manifest, manifest_bytes({**known, **both})), (manifest, manifest_bytes({**known, **written}))
