"""What we wrote into a folder: file name -> SHA-256, kept there in a small JSON file.

While files are being replaced a name has two digests, the old and the new: whenever a run is killed, the file that
is there is known as ours.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files.reasons import reason

MANIFEST = ".bulletin-gen.json"
_MOST_BYTES = 32_000_000  # some 300,000 files
_ADVICE = "请移走它（以后会重新建立，但从前生成的文件要加 --force 才覆盖），或换一个文件夹"

Digests = Mapping[str, tuple[str, ...]]  # by file name; each of them is ours


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the digests by file name. One that is missing or damaged says nothing: every file is foreign then.

    Raises WriteError when it cannot be read, or is too big. It must be a regular file.
    """
    path = folder / MANIFEST
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise WriteError(Problem(f"读不了生成记录 {path}：{reason(error)}", _ADVICE)) from None
    if len(content) > _MOST_BYTES:
        raise WriteError(Problem(f"生成记录 {path} 超过 {_MOST_BYTES // 1_000_000} MB", _ADVICE))
    return _digests(content)


def manifest_bytes(digests: Digests) -> bytes:
    files = {name: known[0] if len(known) == 1 else known for name, known in digests.items()}
    text = json.dumps({"files": files}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text.encode("utf-8", "surrogatepass")  # a name need not be Unicode; `json.loads` reads it back so


def _digests(content: bytes) -> dict[str, tuple[str, ...]]:
    try:
        kept = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    files = kept.get("files") if isinstance(kept, dict) else None
    if not isinstance(files, dict):
        return {}
    listed = {name: known if isinstance(known, list) else [known] for name, known in files.items()}
    return {name: tuple(digest for digest in known if isinstance(digest, str)) for name, known in listed.items()}
