"""The base of the spec's models: frozen, without unknown fields, and refusing in the author's words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spec.explain import explain_errors
from bulletin_gen.where import Where
from bulletin_gen.yamltext.tree import Tree

_NodeT = TypeVar("_NodeT", bound="Node")


class Node(BaseModel):
    """A part of the spec. Making one raises SpecError with everything that is wrong, each with its path in it."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False, defer_build=True)

    def __init__(self, /, **fields: Any) -> None:
        with _refusals(type(self), Tree()):
            super().__init__(**fields)

    # Without this pydantic would call the above for every part of a bulletin, and the first fault would end it all.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_validate(cls, obj: Any, **settings: Any) -> Self:
        """Return the value that plain dicts, lists and texts (or models) say. Raises SpecError."""
        with _refusals(cls, Tree()):
            return super().model_validate(obj, **settings)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **settings: Any) -> Self:
        """Return the value that a JSON text says. Raises SpecError."""
        with _refusals(cls, Tree()):
            return super().model_validate_json(json_data, **settings)

    @classmethod
    def model_validate_strings(cls, obj: Any, **settings: Any) -> Self:
        """Return the value that plain dicts of texts say. Raises SpecError."""
        with _refusals(cls, Tree()):
            return super().model_validate_strings(obj, **settings)

    def _refuse_change(self, name: str, *_value: object) -> NoReturn:
        raise SpecError(Problem("不能改动已经建好的内容", "请按改后的内容另建一份", Where(path=name)))

    if not TYPE_CHECKING:  # a checker that saw it would let every attribute be set
        __setattr__ = __delattr__ = _refuse_change


def read_node(model: type[_NodeT], tree: Tree) -> _NodeT:
    """Return the value that a tree says. Raises SpecError, each problem with its place in the file."""
    with _refusals(model, tree):
        return super(Node, model).model_validate(tree.value)


@contextmanager
def _refusals(model: type[BaseModel], tree: Tree) -> Iterator[None]:
    """Turn what pydantic finds wrong with a value of `model` into a SpecError."""
    try:
        yield
    except ValidationError as error:
        raise SpecError(*explain_errors(error.errors(include_url=False), model, tree)) from None
