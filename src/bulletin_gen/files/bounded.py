"""A file on disk -> its bytes, of a bounded number."""

from collections.abc import Sequence
from pathlib import Path

from bulletin_gen.errors import BulletinError, Problem
from bulletin_gen.files.reasons import reason
from bulletin_gen.where import Where


def read_at_most(
    path: str | Path, most_bytes: int, hint: str, refusal: type[BulletinError], suffixes: Sequence[str] = ()
) -> bytes:
    """Return the bytes of a file; of one that has more than `most_bytes` only the first, one more than these.

    Raises `refusal` when the file cannot be read; `hint` tells what to give instead. Where there is none, but one of
    its name with one of the `suffixes`, that is asked after.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(most_bytes + 1)
    except FileNotFoundError as error:
        meant = _meant(Path(path), suffixes)
        hint = f"是不是 {meant}？" if meant else hint
        raise refusal(Problem(f"读不了这个文件：{reason(error)}", hint, Where(str(path)))) from None
    except OSError as error:
        raise refusal(Problem(f"读不了这个文件：{reason(error)}", hint, Where(str(path)))) from None


def _meant(path: Path, suffixes: Sequence[str]) -> str | None:
    """Return the file that was meant by 通报 or 通报.yml where there is 通报.yaml."""
    names = (f"{stem}{suffix}" for suffix in suffixes for stem in (path, path.parent / path.stem))
    return next(filter(_is_file, names), None)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # too long with the suffix
        return False
