"""The lists of `templates/terms/`: wrong forms, the right ones, and the words in which the wrong ones are right.

A list is a text that an office can read: a line for each term, parted by tabs, below the source of those that follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import compress, count
from operator import add

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.resources import template_dir
from bulletin_gen.text.lines import Sought
from bulletin_gen.text.regex import needed_pairs
from bulletin_gen.where import Where

LISTS = ("固定表述", "异形词", "机构名称", "用词", "赘余", "错别字")
_SHORTEST = 2  # characters of a wrong form: a single one is found everywhere


@frozen
class Term:
    """`exceptions` are right words that hold `wrong`, or an end of it: 防犯罪 holds 防犯."""

    wrong: str
    right: str
    source: str
    exceptions: tuple[str, ...] = ()

    def stands_at(self, text: str, at: int) -> bool:
        """Does the wrong form stand here, and none of its exceptions on any of its characters?"""
        if not text.startswith(self.wrong, at):
            return False
        end = at + len(self.wrong)
        return not any(word in text[max(at - len(word) + 1, 0) : end + len(word) - 1] for word in self.exceptions)


class Terms:
    """The terms of a list, to be looked for all at once; each is read when a text says it.

    `lines` are the lines of the list by the wrong form that they begin with, each with its number and source.
    """

    def __init__(self, file: str, lines: Mapping[str, tuple[int, str, str]]) -> None:
        self._file = file
        self._lines = lines
        self.sought = Sought(lines)

    def __iter__(self) -> Iterator[Term]:
        """Yield all of them. Raises ReadError where a line says none, as looking for it does."""
        return map(self._term, self._lines)

    def found_in(self, text: str) -> Iterator[tuple[int, Term]]:
        """Yield each place where a term stands wrong, and the term: the longest, and none within another."""
        end = 0
        for at in compress(count(), map(self._longest_first.__contains__, map(add, text, text[1:]))):
            wrong = self._longest_first[text[at : at + 2]] if at >= end else ()
            terms = (self._term(word) for word in wrong if text.startswith(word, at))
            found = next((term for term in terms if term.stands_at(text, at)), None)
            if found:
                end = at + len(found.wrong)
                yield at, found

    @cached_property
    def _longest_first(self) -> Mapping[str, Sequence[str]]:
        """The wrong forms by their first two characters."""
        found: dict[str, list[str]] = {}
        for wrong in sorted(self._lines, key=len, reverse=True):
            found.setdefault(wrong[:2], []).append(wrong)
        return found

    def _term(self, wrong: str) -> Term:
        number, line, source = self._lines[wrong]
        return _term(line.split("\t"), source, Where(self._file, number))


@cache
def terms_of(name: str) -> Terms:
    """Return the list of `templates/terms/` that has this name."""
    file = f"{name}.tsv"
    return read_terms((template_dir() / "terms" / file).read_text(encoding="utf-8").splitlines(), file)


def read_terms(lines: Sequence[str], file: str) -> Terms:
    """Return the terms of a list."""
    source = ""
    found: dict[str, tuple[int, str, str]] = {}
    for number, line in enumerate(lines, start=1):
        if line.startswith("["):
            source = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            found[line.partition("\t")[0].strip()] = (number, line, source)
    return Terms(file, found)


def _term(fields: Sequence[str], source: str, where: Where) -> Term:
    wrong, right, *exceptions = (*map(str.strip, fields), *[""] * (2 - len(fields)))
    if len(wrong) < _SHORTEST or not right:
        hint = "每行先写误，再写正，用制表符分开；误写不少于两个字"
        raise ReadError(Problem(f"词表的这一行不完整：{' '.join(fields)}", hint, where))
    return Term(wrong, right, source, tuple(" ".join(exceptions).split()))


@cache
def known_pairs() -> frozenset[str]:
    """Return the pairs by which `Lines` finds the words of the package's patterns and the terms of all lists."""
    return needed_pairs().union(*(terms_of(name).sought.pairs for name in LISTS))
