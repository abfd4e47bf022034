"""A new spec, onto the disk with what lets an editor help to fill it in: a line in it, and the schema that this names.

The schema has no address on a network, and that of this installation is another on the next machine; so it lies in the
folder of the spec, one for all specs there, hidden as our other file is (`manifest`). Without it an editor helps no
more, and nothing else changes.
"""

import json
from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path

from bulletin_gen.files import write_all_new
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.reference.json_schema import json_schema

SCHEMA_FILE = ".bulletin-gen.schema.json"
_LINES = f"""\
# 下一行让 VS Code 等装有 YAML 插件的编辑器提示字段、划出错误；用记事本的可以不管
# yaml-language-server: $schema={SCHEMA_FILE}
"""


def write_new_spec(path: Path, text: str, keys: Keys = Keys.CHINESE, *, overwrite: bool = False) -> None:
    """Write a spec that must not be there yet, unless `overwrite`, and the schema beside it, which offers its keys.

    Raises WriteError.
    """
    write_new_specs({path: text}, keys, overwrite=overwrite)


def write_new_specs(texts: Mapping[Path, str], keys: Keys = Keys.CHINESE, *, overwrite: bool = False) -> None:
    """Write specs, all or none, as `write_new_spec` writes one."""
    files = {path: with_schema(text).encode() for path, text in texts.items()}
    write_all_new(files, overwrite=overwrite, beside={SCHEMA_FILE: schema_text(keys).encode()})


def with_schema(text: str) -> str:
    """Return the text of a spec that tells editors of its schema, at the end of the comment it begins with.

    A text that tells of it already stays as it is.
    """
    if _LINES in text:
        return text
    head = "".join(takewhile(lambda line: line.startswith("#"), text.splitlines(keepends=True)))
    return f"{head}{_LINES}{text.removeprefix(head)}" if head else f"{_LINES}\n{text}"


def schema_text(keys: Keys = Keys.CHINESE) -> str:
    """Return the schema as a file holds it: it takes Chinese and English keys, and offers those of one language."""
    return json.dumps(json_schema(keys), ensure_ascii=False, indent=1) + "\n"
