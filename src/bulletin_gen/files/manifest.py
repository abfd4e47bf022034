"""What we wrote into a folder: file name -> SHA-256, kept there in a small JSON file."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

MANIFEST = ".bulletin-gen.json"
_MOST_BYTES = 1_000_000


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the digests by file name. One that is missing or damaged says nothing: every file is foreign then."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            kept = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    files = kept.get("files") if isinstance(kept, dict) else None
    return (
        {name: digest for name, digest in files.items() if isinstance(digest, str)} if isinstance(files, dict) else {}
    )


def manifest_bytes(digests: Mapping[str, str]) -> bytes:
    return (json.dumps({"files": digests}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
