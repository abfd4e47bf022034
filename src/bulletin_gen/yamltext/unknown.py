"""Fields that a mapping must not have: what they were probably meant to be, at the place of their names."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from bulletin_gen.errors import Problem
from bulletin_gen.where import Where
from bulletin_gen.yamltext.tree import Tree, step

_LONGEST_NAME = 40  # nothing longer can be a slip of the keyboard
_LIKENESS = 0.5  # one of two characters: names are that short


def unknown_fields(tree: Tree, path: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each of the names of the mapping at `path` that is not `known`."""
    known = list(known)
    for name in names:
        inner = step(path, name)
        if name not in known and inner not in tree.faulty:
            guess = next(iter(get_close_matches(name[:_LONGEST_NAME], known, n=1, cutoff=_LIKENESS)), "")
            hint = f"是不是 {guess}？" if guess else ""
            where = Where(tree.file, *tree.keys.get(inner, (1, 1)), inner)
            yield Problem("没有这个字段", f"{hint}可用：{'、'.join(known)}", where)
