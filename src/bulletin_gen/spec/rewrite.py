"""A spec's text in; the same text with its keys and fixed values in one language out, all else as it was."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from bulletin_gen.spec.load import SPEC_FILE
from bulletin_gen.spec.names import Keys, with_placeholders
from bulletin_gen.text.regex import Regex
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import Mark, Tree, Value
from bulletin_gen.yamltext.vocabulary import Vocabulary, step

# A field that waits for its sign to be taken off: `# 形式: 印发稿`, `#   - 标题: 甲`; not `# 写法：甲`
_WAITING = Regex(r"# (?= *(?:- )?[A-Za-z_\u4e00-\u9fff]+:(?: |$))")
_COMMENTED = Regex(r"([^#]*?[^#\s]) +(#.*)")


class _Edit(NamedTuple):
    start: int
    end: int
    new: str


def with_keys(text: str, keys: Keys) -> str:
    """Return the text of a spec with its keys, fixed values and {{ … }} in one language; comments keep their columns.

    Fields that are commented out are renamed as well: the text must be right with them. Keys and values in quotes stay
    as they are.
    """
    lines = text.split("\n")
    signs = [match[0] if (match := _WAITING.match(line)) else "" for line in lines]
    awake = [line.removeprefix(sign) for line, sign in zip(lines, signs, strict=True)]
    renamed = _renamed("\n".join(awake), keys).split("\n")
    return "\n".join(sign + _aligned(*both) for sign, *both in zip(signs, awake, renamed, strict=True))


def _renamed(text: str, keys: Keys) -> str:
    tree = read_tree(text, SPEC_FILE)
    for edit in sorted(_edits(text, tree, keys), reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return with_placeholders(text, keys)


def _edits(text: str, tree: Tree, keys: Keys) -> Iterator[_Edit]:
    in_chinese = keys is Keys.CHINESE
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def at(mark: Mark) -> int:
        return starts[mark[0] - 1] + mark[1] - 1

    def of(value: Value, path: str, words: Vocabulary) -> Iterator[_Edit]:
        if isinstance(value, dict):
            known = words.fields() or {}
            for field, inner in value.items():
                below = step(path, field)
                meant, typed = known.get(field), tree.typed.get(below)
                if meant and typed and text.startswith(typed, at(tree.keys[below])):
                    start = at(tree.keys[below])
                    yield _Edit(start, start + len(typed), words.called(field) if in_chinese else field)
                    yield from of(inner, below, meant[1])
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from of(item, f"{path}[{index}]", words.item())
        elif not (typed_text := tree.texts[path]).style and words.called_value(value) != value:
            yield _Edit(typed_text.start, typed_text.end, words.called_value(value) if in_chinese else value)

    yield from of(tree.value, "", tree.vocabulary)


def _aligned(old: str, new: str) -> str:
    """Return the new line, its comment in the column of the old line's, or one space behind what it says."""
    before, after = _COMMENTED.fullmatch(old), _COMMENTED.fullmatch(new)
    if old == new or not (before and after):
        return new
    column = _width(old[: before.start(2)])
    return f"{after[1]}{' ' * max(1, column - _width(after[1]))}{after[2]}"


def _width(text: str) -> int:
    """Return how many columns a line of an editor takes, where a Chinese character takes two."""
    return sum(1 if char.isascii() else 2 for char in text)
