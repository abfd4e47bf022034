"""A page number is measured once for all documents that are set with the same faces."""

from dataclasses import replace
from unittest.mock import patch

from bulletin_gen.layout import folio
from bulletin_gen.layout.folio import page_number
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.pages import Line
from bulletin_gen.style import GBT9704, Style, TextRole

NUMBERS = range(1, 13)


def numbered(setter: Setter) -> list[Line]:
    return [page_number(number, True, setter) for number in NUMBERS]


def measured(setter: Setter) -> list[str]:
    """Return the page numbers that are measured for a document."""
    with patch.object(setter, "measured", wraps=setter.measured) as measure:
        numbered(setter)
    return [call.args[1] for call in measure.call_args_list]


def larger() -> Style:
    numbers = replace(GBT9704.text[TextRole.PAGE_NUMBER], size_pt=22.0)
    return replace(GBT9704, text={**GBT9704.text, TextRole.PAGE_NUMBER: numbers})


def test_the_next_document_in_the_same_faces_measures_none_anew() -> None:
    metrics = NominalMetrics()

    assert measured(Setter(GBT9704, metrics)) == [f"— {number} —" for number in NUMBERS]
    assert measured(Setter(GBT9704, metrics)) == []


def test_other_faces_and_other_sizes_are_measured_for_themselves() -> None:
    metrics = NominalMetrics()
    numbered(Setter(GBT9704, metrics))

    assert len(measured(Setter(GBT9704, NominalMetrics()))) == len(NUMBERS)
    assert len(measured(Setter(larger(), metrics))) == len(NUMBERS)
    assert numbered(Setter(larger(), metrics)) == numbered(Setter(larger(), NominalMetrics()))


def test_however_many_there_are_few_are_kept_and_all_are_right() -> None:
    metrics = NominalMetrics()
    as_ever = numbered(Setter(GBT9704, NominalMetrics()))

    with patch.object(folio, "_MOST_STRIPS", 5):
        assert numbered(Setter(GBT9704, metrics)) == as_ever
        assert len(folio._strips[metrics]) <= 5
