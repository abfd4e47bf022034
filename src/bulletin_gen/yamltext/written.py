"""A text in; how it is typed in a YAML file out: with quotes only where it would else be taken for something else."""

import json
import re

from bulletin_gen.errors import SpecError
from bulletin_gen.yamltext.decode import is_unseen
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind

_PLAIN = re.compile("[\u4e00-\u9fff（《“][\u4e00-\u9fff（）《》“”〔〕，。；、0-9.%]*")  # to YAML no more than letters


def on_one_line(text: str, kind: FileKind) -> str:
    """Return a text as a scalar on one line that `read_tree` reads back in a file of that kind."""
    if _reads_back_plain(text, kind):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(_escaped(char) if is_unseen(char) else char for char in quoted)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _reads_back_plain(text: str, kind: FileKind) -> bool:
    if _PLAIN.fullmatch(text):
        return True
    if "\n" in text or any(map(is_unseen, text)):
        return False
    try:
        tree = read_tree(f"key: {text}", kind)
    except SpecError:
        return False
    return tree.value == {"key": text} and not tree.problems
