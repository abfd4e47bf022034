"""A file on disk -> its bytes, of a bounded number."""

from pathlib import Path

from bulletin_gen.errors import BulletinError, Problem
from bulletin_gen.files.reasons import reason
from bulletin_gen.where import Where


def read_at_most(path: str | Path, most_bytes: int, hint: str, refusal: type[BulletinError]) -> bytes:
    """Return the bytes of a file; of one that has more than `most_bytes` only the first, one more than these.

    Raises `refusal` when the file cannot be read; `hint` tells what to give instead.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(most_bytes + 1)
    except OSError as error:
        raise refusal(Problem(f"读不了这个文件：{reason(error)}", hint, Where(str(path)))) from None
