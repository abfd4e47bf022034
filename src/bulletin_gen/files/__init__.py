"""Between bytes and disk: specs are read, files are written whole or not at all, foreign files stay as they are."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bulletin_gen.errors import Problem, SpecError, WriteError
from bulletin_gen.files.manifest import MANIFEST, digest_of, manifest_bytes, read_manifest
from bulletin_gen.files.reasons import reason
from bulletin_gen.files.swap import swap_in
from bulletin_gen.profile import Profile, load_profile
from bulletin_gen.resources import template_dir
from bulletin_gen.spec.decode import MAX_SPEC_BYTES
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.where import Places, Where

_STARTER = "通报.yaml"


def read_spec(path: str | Path) -> tuple[Bulletin, Places]:
    """Return the bulletin of a YAML file and where each of its fields stands.

    Raises SpecError when the file cannot be read, or with everything that is wrong in it.
    """
    hint = "请给出通报文件（.yaml）的路径，可用 bulletin-gen new 生成一份样本"
    return load_spec(_read(path, hint), str(path))


def read_profile(path: str | Path) -> Profile:
    """Return the house profile of a YAML file.

    Raises SpecError when the file cannot be read, or with everything that is wrong in it.
    """
    return load_profile(_read(path, "请给出单位格式文件（.yaml）的路径"), str(path))


def _read(path: str | Path, hint: str) -> bytes:
    """Return the bytes of a YAML file, of one that is too big only the first."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_SPEC_BYTES + 1)
    except OSError as error:
        raise SpecError(Problem(f"读不了这个文件：{reason(error)}", hint, Where(str(path)))) from None


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
    same = [
        (path, first) for path in paths if (first := seen.setdefault(str(path.absolute()).casefold(), path)) != path
    ]
    return [Problem(f"{path} 与 {first} 会写成同一个文件", "请分开生成，或改用不同的文件名") for path, first in same]


def _updated(folder: Path, files: Mapping[Path, bytes]) -> bytes:
    written = {path.name: digest_of(content) for path, content in files.items() if path.parent == folder}
    return manifest_bytes({**read_manifest(folder), **written})
