"""From bytes to disk: files are written whole or not at all, and foreign files stay as they are."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files.manifest import MANIFEST, digest_of, manifest_bytes, read_manifest
from bulletin_gen.files.names import identity
from bulletin_gen.files.reasons import reason
from bulletin_gen.files.swap import swap_in
from bulletin_gen.resources import template_dir

_STARTER = "通报.yaml"


def read_starter() -> bytes:
    """Return the commented spec that a new bulletin starts from."""
    return (template_dir() / _STARTER).read_bytes()


def write_new(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write one file that must not be there yet, unless `overwrite`. Raises WriteError."""
    problem = _obstacle(path) or (_foreign("已有这个文件", path) if path.exists() and not overwrite else None)
    if problem:
        raise WriteError(problem)
    _write({path: content})


def write_files(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write all the files, or none; folders are made as needed.

    A file that is there already is replaced when it is still as we wrote it, or holds these very bytes; any other
    one only if `overwrite`. What we wrote is kept in `.bulletin-gen.json` in the same folder. Raises WriteError.
    """
    problems = [problem for path, content in files.items() if (problem := _refusal(path, content, overwrite))]
    if problems or (problems := _twins(list(files))):
        raise WriteError(*problems)
    folders = dict.fromkeys(path.parent for path in files)
    manifests = {folder / MANIFEST: _updated(folder, files) for folder in folders}
    _write({**files, **manifests})


def _write(contents: Mapping[Path, bytes]) -> None:
    for folder in dict.fromkeys(path.parent for path in contents):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(Problem(f"建不了文件夹 {folder}：{reason(error)}", "请换一个文件夹")) from None
    swap_in(contents)


def _refusal(path: Path, content: bytes, overwrite: bool) -> Problem | None:
    """Return why the file at `path` must stay as it is, or None."""
    obstacle = _obstacle(path)
    if obstacle or overwrite:
        return obstacle
    try:
        if not path.exists():
            return None
        present = digest_of(path.read_bytes())
    except OSError as error:
        return Problem(f"{path} 读不了：{reason(error)}", "请换一个文件夹")
    ours = read_manifest(path.parent).get(path.name)
    if present in (ours, digest_of(content)):
        return None
    return _foreign("生成后又改动过" if ours else "已有同名文件，不是本程序生成的", path)


def _foreign(fault: str, path: Path) -> Problem:
    return Problem(f"{path} {fault}，没有覆盖", "请改名或移走它；确定不要它时，加 --force 覆盖")


def _obstacle(path: Path) -> Problem | None:
    """Return what stands where the file should go and can never be replaced, or None."""
    if path.is_symlink():
        return Problem(f"{path} 是符号链接（快捷方式），不能覆盖", "请移走它，或换一个文件夹")
    if path.is_dir():
        return Problem(f"{path} 已是一个文件夹", "请移走它，或换一个文件夹")
    if path.exists() and not path.is_file():
        return Problem(f"{path} 不是普通文件，不能覆盖", "请换一个文件夹")
    return None


def _twins(paths: Sequence[Path]) -> list[Problem]:
    """Return a problem for each path that some system takes for the same file as an earlier one."""
    seen: dict[str, Path] = {}
    same = [(path, first) for path in paths if (first := seen.setdefault(identity(path), path)) != path]
    return [Problem(f"{path} 与 {first} 会写成同一个文件", "请分开生成，或改用不同的文件名") for path, first in same]


def _updated(folder: Path, files: Mapping[Path, bytes]) -> bytes:
    written = {path.name: digest_of(content) for path, content in files.items() if path.parent == folder}
    return manifest_bytes({**read_manifest(folder), **written})
