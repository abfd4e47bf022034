"""The text of a 意见.yaml and opinions that were decided since, in; the text with these decisions out."""

from collections.abc import Sequence

from bulletin_gen.review.opinion import Handling, Opinion
from bulletin_gen.review.opinion_file import read_opinions

_HANDLING = "处理"


def with_decisions(text: str, opinions: Sequence[Opinion]) -> str:
    """Return the text with each 待定 of it as one of the opinions has it now; all else is as it was typed.

    Raises SpecError where the text cannot be read.
    """
    file = read_opinions(text)
    now = {opinion.id: opinion.handling for opinion in opinions}
    for index, opinion in reversed(list(enumerate(file.opinions))):
        handling = now.get(opinion.id, opinion.handling)
        typed = file.places.texts.get(f"意见[{index}].{_HANDLING}")
        if typed and opinion.handling is Handling.PENDING and handling is not Handling.PENDING:
            text = text[: typed.start] + handling + text[typed.end :]
    return text
