"""Templates as the code that Jinja2 makes of them: kept where things are kept (`kept.py`), so that it is made once."""

import sys
from contextlib import suppress

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic

from bulletin_gen.kept import shelf


class KeptTemplates(BytecodeCache):
    """Jinja2 itself looks whether a code is of the same template, and of a Jinja2 that makes such codes."""

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = shelf("templates", _true_for)
        code = kept.get(bucket.key) if kept is not None else None
        if isinstance(code, bytes):
            with suppress(ValueError):  # it is no code, and the template is compiled
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept = shelf("templates", _true_for)
        if kept is not None:
            kept.put(bucket.key, bucket.bytecode_to_string())


def _true_for() -> str:
    return f"{sys.version} {bc_magic.hex()}"
