"""The comments of a YAML file, each with its line. What looks like one inside a text is none."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Typed
from bulletin_gen.yamltext.syntax import LINE_END
from bulletin_gen.yamltext.typed import content_start

_SIGN = Regex(r"(?:^|(?<=[ \t]))#")


class Comment(NamedTuple):
    """`text` is what stands behind the #; `is_alone` tells whether nothing stands before it. Both count from 1."""

    line: int
    column: int
    text: str
    is_alone: bool


def comments(source: str, texts: Mapping[str, Typed]) -> Iterator[Comment]:
    """Yield the comments of a file whose typed texts are known."""
    spans = sorted((content_start(source, typed), typed.end) for typed in texts.values())
    starts = [start for start, _ in spans]
    begin = 0
    for number, line in enumerate(LINE_END.split(source), start=1):
        for match in _SIGN.finditer(line):
            at = bisect_right(starts, begin + match.start()) - 1
            if at < 0 or spans[at][1] <= begin + match.start():
                is_alone = not line[: match.start()].strip()
                yield Comment(number, match.start() + 1, line[match.end() :].strip(), is_alone)
                break
        begin += len(line) + _length_of_end(source, begin + len(line))


def _length_of_end(source: str, at: int) -> int:
    return 2 if source.startswith("\r\n", at) else 1
