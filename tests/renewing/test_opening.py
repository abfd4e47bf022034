"""Each field of a bulletin is known to be of the office, of last year as a whole, or a text that may hold facts."""

import pytest

from bulletin_gen import Bulletin
from bulletin_gen.renewing import opening
from bulletin_gen.spec.schema import models_of

MODELS = {model.__name__: model for model in models_of(Bulletin)}
NOT_TAKEN_OVER = {("Bulletin", "version_date"), ("Results", "as_of")}  # see `skeleton`


@pytest.mark.parametrize("fields", [opening._KEPT, opening._WHOLLY, opening._DAYS], ids=["kept", "wholly", "days"])
def test_every_field_that_is_named_is_there(fields: dict[str, set[str]]) -> None:
    assert [name for model in fields for name in fields[model] if name not in MODELS[model].model_fields] == []


def test_every_day_is_set_open_or_left_out() -> None:
    days = {
        (model, name)
        for model, of in MODELS.items()
        for name, field in of.model_fields.items()
        if "_checked_date" in f"{field.annotation!r}{field.metadata!r}"
    }

    assert days - NOT_TAKEN_OVER == {(model, name) for model, names in opening._DAYS.items() for name in names}
