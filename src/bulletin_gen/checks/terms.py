"""The lists of `templates/terms/`: wrong forms, the right ones, and the words in which the wrong ones are right.

A list is a text that an office can read: a line for each term, parted by tabs, below the source of those that follow.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Hit
from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.resources import template_dir
from bulletin_gen.text.lines import Sought
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

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


@frozen
class Terms:
    """Terms, each of two characters or more, to be looked for all at once."""

    terms: tuple[Term, ...]

    def found_in(self, text: str) -> Iterator[tuple[int, Term]]:
        """Yield each place where a term stands wrong, and the term: the longest, and none within another.

        Where a first and a second character of any stand, they choose among the terms: a fifth of the time of one
        pattern of them all.
        """
        end = 0
        for match in self._pairs.finditer(text) if self.terms else ():
            at = match.start()
            terms = self._by_pair.get(text[at : at + 2], ()) if at >= end else ()
            found = next((term for term in terms if term.stands_at(text, at)), None)
            if found:
                end = at + len(found.wrong)
                yield at, found

    @cached_property
    def sought(self) -> Sought:
        """The wrong forms, to be looked for in a whole text."""
        return Sought(term.wrong for term in self.terms)

    @cached_property
    def _pairs(self) -> Regex:
        firsts, seconds = ("".join(sorted({re.escape(term.wrong[at]) for term in self.terms})) for at in (0, 1))
        return Regex(f"[{firsts}](?=[{seconds}])")

    @cached_property
    def _by_pair(self) -> dict[str, list[Term]]:
        pairs: dict[str, list[Term]] = {}
        for term in sorted(self.terms, key=lambda term: -len(term.wrong)):
            pairs.setdefault(term.wrong[:2], []).append(term)
        return pairs


@cache
def terms_of(name: str) -> Terms:
    """Return the list of `templates/terms/` that has this name. Raises ReadError where a line of it says no term."""
    file = f"{name}.tsv"
    lines = (template_dir() / "terms" / file).read_text(encoding="utf-8").splitlines()
    return Terms(tuple(read_terms(lines, file)))


def read_terms(lines: Sequence[str], file: str) -> Iterator[Term]:
    """Yield the terms of a list. Raises ReadError where a line says none."""
    source = ""
    for number, line in enumerate(lines, start=1):
        if line.startswith("["):
            source = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            yield _term(line.split("\t"), source, Where(file, number))


def _term(fields: Sequence[str], source: str, where: Where) -> Term:
    wrong, right, *exceptions = (*map(str.strip, fields), *[""] * (2 - len(fields)))
    if len(wrong) < _SHORTEST or not right:
        hint = "每行先写误，再写正，用制表符分开；误写不少于两个字"
        raise ReadError(Problem(f"词表的这一行不完整：{' '.join(fields)}", hint, where))
    return Term(wrong, right, source, tuple(" ".join(exceptions).split()))


def listed(manuscript: Manuscript, name: str, message: str) -> Iterator[Hit]:
    """Yield a hit for each term of a list that stands wrong in a bulletin; `{}` in the message is the wrong form."""
    terms = terms_of(name)
    for passage in manuscript.saying(terms.sought):
        for at, term in terms.found_in(passage.text):
            hint = (
                f"应为“{term.right}”，见{term.source}"
                if "“" not in term.right
                else f"应为{term.right}，见{term.source}"
            )
            yield Hit(passage, message.format(term.wrong), hint, at, at + len(term.wrong))
