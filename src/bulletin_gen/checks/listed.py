"""Rules that a list of words decides: it holds the wrong forms and the right ones."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.rule import Hit
from bulletin_gen.checks.terms import terms_of


def listed(manuscript: Manuscript, name: str, message: str) -> Iterator[Hit]:
    """Yield a hit for each term of a list that stands wrong in a bulletin; `{}` in the message is the wrong form."""
    terms = terms_of(name)
    for passage in manuscript.saying(terms):
        for at, term in terms.found_in(passage.text):
            hint = (
                f"应为“{term.right}”，见{term.source}"
                if "“" not in term.right
                else f"应为{term.right}，见{term.source}"
            )
            yield Hit(passage, message.format(term.wrong), hint, at, at + len(term.wrong))
