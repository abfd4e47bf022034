"""What a field holds, as the model says it."""

import pytest

from bulletin_gen.spec.model import Bulletin, Contact, ContactField, Count, Issue, IssueStyle, Part, Results
from bulletin_gen.spec.reference.table import Model
from bulletin_gen.spec.shapes import Day, Figure, Group, Listed, OneOf, Shape, Text, YesOrNo, shape_of
from bulletin_gen.spec.sign_off import Head, Stage
from bulletin_gen.spec.tables import Column, Table


@pytest.mark.parametrize(
    ("model", "field", "shape"),
    [
        (Bulletin, "kind", Text(is_needed=True)),
        (Bulletin, "recipients", Text()),
        (Bulletin, "title", Text(is_prose=True)),
        (IssueStyle, "pattern", Text(is_needed=True, is_pattern=True)),
        (Head, "document_number", Text()),
        (Bulletin, "issue_date", Day()),
        (Bulletin, "sealed", YesOrNo()),
        (Part, "number", Figure(is_whole=True, least=1, most=10_000)),
        (Count, "number", Figure(is_whole=True, least=0)),
        (Column, "share", Figure(is_whole=False, above=0, most=100)),
        (Bulletin, "stage", OneOf(("draft", "comments", "final"), Stage)),
        (Contact, "end", OneOf(("。", "；", ""))),
        (Bulletin, "results", Group(Results)),
        (Part, "items", Listed(Group(Part))),
        (Issue, "measures", Listed(Text(is_prose=True))),
        (Contact, "fields", Listed(Group(ContactField))),
        (Table, "columns", Listed(Group(Column), least=1, most=20)),
        (Table, "rows", Listed(Listed(Text(is_prose=True)))),
    ],
)
def test_the_shape_of_a_field_is_that_of_its_annotation(model: Model, field: str, shape: Shape) -> None:
    assert shape_of(model, field) == shape
