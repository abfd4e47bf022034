"""Words of a composed paragraph -> where their author typed them in the file.

A paragraph is made of what was typed and of what we say ourselves. The words are looked for in the texts typed at the
field that the paragraph comes from and below it, together with what stands beside them; words of our own are not found.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, compress, takewhile
from typing import NamedTuple

from bulletin_gen.finding import Quote
from bulletin_gen.text.punctuate import widened
from bulletin_gen.where import Places, Typed, Where, parent_of
from bulletin_gen.yamltext.syntax import LINE_END
from bulletin_gen.yamltext.typed import Said, characters

# How many characters before and after the words are looked for with them: the more, the surer.
_BESIDE = ((16, 16), (8, 8), (8, 0), (0, 8), (4, 4), (4, 0), (0, 4), (3, 0), (0, 3))
_LEAST_BESIDE = 3  # characters; with less beside them the words must be almost all that was typed
_LOOKED_AT = 64  # characters of a paragraph before and after the words, white space with them
_MOST_COMPARED = 20  # places where the same words stand
_APART = "\0"  # stands between two texts, and in none


class Located(NamedTuple):
    """The text at `path` says the words at characters start … end - 1 of the file."""

    path: str
    start: int
    end: int


class _Haystack(NamedTuple):
    """The visible characters of some texts, and where each stands in the file; `begins` says where among them the text
    at each of `paths` begins, and behind each text stands what parts it from the next."""

    text: str
    starts: list[int]
    ends: list[int]
    begins: list[int]
    paths: list[str]

    def located(self, first: int, last: int) -> Located | None:
        """Return where the characters first … last come from; None where they come from two texts."""
        at = bisect_right(self.begins, first) - 1
        if first < 0 or _APART in self.text[first : last + 1]:
            return None
        return Located(self.paths[at], self.starts[first], self.ends[last])


class TypedWords:
    """The texts of one file, in which words are looked for again and again."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._texts: dict[str, Said] = {}
        self._haystacks: dict[str, _Haystack] = {}

    def find(self, path: str, quote: Quote) -> Located | None:
        """Return where the quoted words of a paragraph of the field `path` were typed, None where they were not."""
        haystack = self._haystack(path)
        words = _visible(quote.words)
        if not haystack.text or words not in haystack.text:
            return None
        before = _visible(quote.paragraph[max(0, quote.start - _LOOKED_AT) : quote.start])
        after = _visible(quote.paragraph[quote.end : quote.end + _LOOKED_AT])
        for left, right in _BESIDE:
            head, tail = before[max(0, len(before) - left) :], after[:right]
            found = _occurrences(haystack.text, head, words + tail) if len(head + tail) >= _LEAST_BESIDE else []
            if found:
                at = max(found, key=lambda at: _shared(haystack.text, at, at + len(words), before, after))
                return self._located(haystack, at, len(words))
        return self._alone(haystack, words)

    def where(self, located: Located) -> Where:
        """Return the place of words that were found."""
        return self.place(located.start, located.path)

    def place(self, at: int, path: str = "") -> Where:
        """Return the place of a character of the file."""
        line = bisect_right(self._line_starts, at)
        return self._places.at(line, at - self._line_starts[line - 1] + 1, path)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self._places.source))]

    def _alone(self, haystack: _Haystack, words: str) -> Located | None:
        """Return where the words are almost all of a text, and of one only."""
        at = haystack.text.find(words)
        if not words or haystack.text.find(words, at + 1) >= 0:
            return None
        start = haystack.text.rfind(_APART, 0, at) + 1
        end = haystack.text.find(_APART, at)
        length = (len(haystack.text) if end < 0 else end) - start
        return self._located(haystack, at, len(words)) if length < len(words) + 2 * _LEAST_BESIDE else None

    def _located(self, haystack: _Haystack, at: int, length: int) -> Located | None:
        """Return where so many characters come from; None where they come from two texts.

        Of no characters it is the white space between those beside them.
        """
        if length:
            return haystack.located(at, at + length - 1)
        around = haystack.located(at - 1, at)
        return around and Located(around.path, haystack.ends[at - 1], haystack.starts[at])

    def _haystack(self, path: str) -> _Haystack:
        if path not in self._haystacks:
            near = self._near(path)
            texts = [self._text(name, typed) for name, typed in near]
            self._haystacks[path] = _Haystack(
                "".join(f"{text.text}{_APART}" for text in texts),
                [at for text in texts for at in (*text.starts, -1)],
                [at for text in texts for at in (*text.ends, -1)],
                list(accumulate((len(text.text) + 1 for text in texts[:-1]), initial=0)),
                [name for name, _ in near],
            )
        return self._haystacks[path]

    def _near(self, path: str) -> list[tuple[str, Typed]]:
        """Return the texts at a path and below it in the order of the file.

        Where there are none it is the text that was typed in place of a parent.
        """
        found = sorted(self._below(path), key=lambda one: one[1].start)
        above = path
        while not found and (above := parent_of(above)):
            found = [(above, typed)] if (typed := self._places.texts.get(above)) else []
        return found

    def _below(self, path: str) -> Iterator[tuple[str, Typed]]:
        names = self._names
        for first, after in ((path, f"{path}\0"), (f"{path}.", f"{path}/"), (f"{path}[", f"{path}\\")):
            for name in names[bisect_left(names, first) : bisect_left(names, after)]:
                yield name, self._places.texts[name]

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._places.texts)

    def _text(self, path: str, typed: Typed) -> Said:
        """Return the visible characters of a text as they are printed, with Chinese marks."""
        if path not in self._texts:
            said = characters(self._places.source, typed)
            printed = "\n".join(map(widened, said.text.split("\n")))
            seen = [not char.isspace() for char in printed]
            starts, ends = (list(compress(places, seen)) for places in (said.starts, said.ends))
            self._texts[path] = Said("".join(compress(printed, seen)), starts, ends)
        return self._texts[path]


def _visible(text: str) -> str:
    """Return a text without white space; a tab parts the cells of a row, which are texts of their own."""
    return _APART.join("".join(cell.split()) for cell in text.split("\t"))


def _occurrences(text: str, head: str, words: str) -> list[int]:
    """Return where the words stand behind `head`: the first places."""
    found: list[int] = []
    at = text.find(head + words)
    while at >= 0 and len(found) < _MOST_COMPARED:
        found.append(at + len(head))
        at = text.find(head + words, at + 1)
    return found


def _shared(text: str, start: int, end: int, before: str, after: str) -> int:
    """Return how many characters beside start … end - 1 of a text are those that ought to be there."""
    return _alike(text[max(0, start - len(before)) : start][::-1], before[::-1]) + _alike(
        text[end : end + len(after)], after
    )


def _alike(one: str, other: str) -> int:
    """Return how many characters at the beginning of both are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
