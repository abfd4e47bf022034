"""The YAML files that an author writes, in; specs out."""

from pathlib import Path
from typing import BinaryIO

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import SPECS
from bulletin_gen.files.reasons import reason
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.spec import Spec
from bulletin_gen.yamltext.decode import MAX_YAML_BYTES


def read_spec(path: str | Path) -> Spec:
    """Return the spec in a YAML file: the bulletin, and where each of its fields stands.

    Raises SpecError when the file cannot be read, or with everything that is wrong in it.
    """
    hint = "请给出通报文件（.yaml）的路径，可用 bulletin-gen new 生成一份样本"
    return load_spec(read_at_most(path, MAX_YAML_BYTES, hint, SpecError, SPECS), str(path))


def read_spec_from(stream: BinaryIO, name: str) -> Spec:
    """Return the spec in a stream, which is called `name` in messages. Raises SpecError as `read_spec` does."""
    try:
        content = stream.read(MAX_YAML_BYTES + 1)
    except OSError as error:
        raise SpecError(Problem(f"读不了{name}：{reason(error)}", "请给出通报文件（.yaml）的路径")) from None
    return load_spec(content, name)
