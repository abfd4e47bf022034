"""The YAML files of offices, in; house profiles out."""

from pathlib import Path

from bulletin_gen.errors import SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import SPECS
from bulletin_gen.profile import Profile, load_profile
from bulletin_gen.yamltext.decode import MAX_YAML_BYTES


def read_profile(path: str | Path) -> Profile:
    """Return the house profile in a YAML file.

    Raises SpecError when the file cannot be read, or with everything that is wrong in it.
    """
    hint = "请给出单位格式文件（.yaml）的路径"
    return load_profile(read_at_most(path, MAX_YAML_BYTES, hint, SpecError, SPECS), str(path))
