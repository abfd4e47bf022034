"""What an author typed, text by text."""

from collections.abc import Iterator, Sequence

from bulletin_gen.checks.manuscript import once
from bulletin_gen.spec.given import given
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.lines import Lines
from bulletin_gen.text.regex import Regex


@once
def typed_texts(spec: Spec) -> Sequence[tuple[str, str]]:
    """Return the path of each text that was typed, and the text."""
    return tuple(_texts(spec.bulletin, ""))


def typed_with(spec: Spec, pattern: Regex) -> list[tuple[str, str]]:
    """Return those of `typed_texts` that a pattern matches in: it must match no line end, nor see one."""
    texts = typed_texts(spec)
    return [texts[at] for at in sorted(_lines(spec).matched(pattern))]


def all_typed(spec: Spec) -> str:
    """Return all texts that were typed, one below the other."""
    return _lines(spec).text


@once
def _lines(spec: Spec) -> Lines:
    return Lines([text for _, text in typed_texts(spec)])


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif isinstance(value, Node):
        before = f"{path}." if path else ""
        for name, item in given(value).items():
            yield from _texts(item, f"{before}{name}")
