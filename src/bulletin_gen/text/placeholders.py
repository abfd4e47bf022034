"""What an author still has to fill in: 【待补：会议次数】, 【待核】."""

import re
from collections.abc import Iterator

from bulletin_gen.text.regex import Regex

BEGINNING = "【待"  # of each
# 【待补：会议次数】; one that is not closed is passed whole, to the end of its line: linear in the text.
_PLACEHOLDER = Regex(rf"{BEGINNING}[^】\n]*】?")


def placeholders(text: str) -> Iterator[re.Match[str]]:
    """Yield the placeholders of a text in order, each with where it stands."""
    return (match for match in _PLACEHOLDER.finditer(text) if match[0].endswith("】"))


def find_placeholders(text: str) -> list[str]:
    """Return the placeholders of a text in order."""
    return [match[0] for match in placeholders(text)]
