"""The YAML files of opinions on a draft, in; the opinions out."""

from pathlib import Path

from bulletin_gen.errors import SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import SPECS
from bulletin_gen.review.opinion_file import OpinionFile, read_opinions
from bulletin_gen.yamltext.decode import MAX_YAML_BYTES


def read_opinion_file(path: str | Path) -> OpinionFile:
    """Return the opinions in a YAML file, and where each stands.

    Raises SpecError when the file cannot be read, or with everything that is wrong in it.
    """
    hint = "请给出意见文件（.yaml）的路径，它由 bulletin-gen merge 生成"
    return read_opinions(read_at_most(path, MAX_YAML_BYTES, hint, SpecError, SPECS), str(path))
