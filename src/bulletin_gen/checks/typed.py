"""What an author typed, text by text."""

from collections.abc import Iterator

from bulletin_gen.spec.node import Node


def typed_texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of each text that was typed, and the text."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from typed_texts(item, f"{path}[{index}]")
    elif isinstance(value, Node):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from typed_texts(getattr(value, name), f"{path}.{name}" if path else name)
