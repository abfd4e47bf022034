"""What is told of each field: `templates/fields/*.yaml` in, the page of a field out.

The files say what no model does: what a field means, an example, what that prints, by what clause. What the model says
itself (its name, its shape, its default) is asked of the model.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel

from bulletin_gen.frozen import frozen
from bulletin_gen.resources import template_dir
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.schema import models_of
from bulletin_gen.spec.shapes import Group, Listed, shape_of
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.tree import FileKind, Value

Model: TypeAlias = type[BaseModel]
MODELS: Mapping[str, Model] = {model.__name__: model for model in models_of(Bulletin)}
TITLE = "章"
MEANS, EXAMPLE, BESIDE, PRINTS, UNWRITTEN, SOURCE, COMMON, INSTEAD = (
    *("说明", "例", "同写", "印出", "不写", "依据", "常用", "另选"),
)
WORDS = frozenset([MEANS, EXAMPLE, BESIDE, PRINTS, UNWRITTEN, SOURCE, COMMON, INSTEAD])
_KIND = FileKind("字段说明", "见 templates/fields/通报.yaml 开头的写法", lambda: WORDS)


@frozen
class FieldPage:
    """What is told of one field. Names of fields stand in texts as `field` or `Model.field`.

    example: a value as an author types it, in English keys.
    beside: what must be given in the same group for the example to do something.
    prints: words that the bulletin has with the example and has not without; "" where no words show it.
    unwritten: what it means to leave the field out, where the model's default does not say it.
    is_common: whether most bulletins have it.
    instead_of: the field of the group that it cannot stand beside, or when alone it may be given.
    """

    model: Model
    field: str
    means: str
    example: Value
    beside: Mapping[str, Value]
    prints: str = ""
    unwritten: str = ""
    source: str = ""
    is_common: bool = False
    instead_of: str = ""

    @property
    def gloss(self) -> str:
        """The first sentence, without its stop."""
        return self.means.partition("。")[0]


def every_page() -> list[FieldPage]:
    """Return the page of every field, the models and their fields in order."""
    return [page_of(model, field) for model in MODELS.values() for field in model.model_fields]


@cache
def page_of(model: Model, field: str) -> FieldPage:
    """Return the page of a field, that of a field which is inherited as its own."""
    told = _told(model, field)
    return FieldPage(
        model,
        field,
        told[MEANS],
        told[EXAMPLE] if EXAMPLE in told else _example(model, field),
        told.get(BESIDE, {}),
        told.get(PRINTS, ""),
        told.get(UNWRITTEN, ""),
        told.get(SOURCE, ""),
        COMMON in told,
        told.get(INSTEAD, ""),
    )


def title_of(model: Model) -> str:
    """Return what a group of fields is called as a chapter."""
    return str(told_by_model()[model.__name__][TITLE])


def owner_of(model: Model, field: str) -> Model:
    """Return the model that tells of a field: the model itself, or the one that it is inherited from."""
    return next(base for base in model.__mro__ if field in told_by_model().get(base.__name__, {}))


@cache
def told_by_model() -> Mapping[str, Mapping[str, Any]]:
    """Return what the files say, by model and field."""
    files = sorted((template_dir() / "fields").glob("*.yaml"))
    read: list[Any] = [read_tree(file.read_text(encoding="utf-8"), _KIND, file.name).value for file in files]
    return {model: fields for models in read for model, fields in models.items()}


def _told(model: Model, field: str) -> Mapping[str, Any]:
    told: Mapping[str, Any] = told_by_model()[owner_of(model, field).__name__][field]
    return told


def _example(model: Model, field: str) -> Value:
    """Return an example of a group of fields, or of a list of them."""
    match shape_of(model, field):
        case Group(inner):
            return example_of(inner)
        case Listed(Group(inner)):
            return [example_of(inner)]
    raise LookupError(f"templates/fields has no example of {model.__name__}.{field}")


def example_of(model: Model) -> dict[str, Value]:
    """Return an example of a group: that of each of its fields that most bulletins have."""
    pages = (page_of(model, field) for field in model.model_fields if COMMON in _told(model, field))
    return {page.field: page.example for page in pages}
