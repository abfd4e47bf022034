"""What `import bulletin_gen` offers: every name works, and no submodule hides a function of its name."""

import ast
import inspect
import re
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import bulletin_gen
from bulletin_gen.spec.schema import models_of, parts_of

MODELS = models_of(bulletin_gen.Bulletin)
EXPORTED = [value for name in bulletin_gen.__all__ if callable(value := getattr(bulletin_gen, name))]
# `    name: …` or `    start, end: …` in the docstring of a model
_DESCRIBED = re.compile(r"^ {4}(\w+(?:, \w+)*): \S", re.MULTILINE)


def names_for_type_checkers() -> set[str]:
    """The names in the stub, which mypy and editors go by."""
    stub = ast.parse(Path(bulletin_gen.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imported = {alias.asname or "" for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imported | {node.target.id for node in stub.body if isinstance(node, ast.AnnAssign)}


@pytest.mark.parametrize("name", bulletin_gen.__all__)
def test_every_name_is_there(name: str) -> None:
    assert not isinstance(getattr(bulletin_gen, name), ModuleType)


def test_type_checkers_see_the_same_names() -> None:
    assert names_for_type_checkers() == set(bulletin_gen.__all__)


def test_other_names_are_refused() -> None:
    assert not hasattr(bulletin_gen, "no_such_name")


@pytest.mark.parametrize("name", bulletin_gen.__all__)
def test_no_submodule_hides_a_name(name: str) -> None:
    assert find_spec(f"bulletin_gen.{name}") is None


def test_all_names_can_be_listed() -> None:
    assert set(bulletin_gen.__all__) <= set(dir(bulletin_gen))


def test_every_class_that_a_bulletin_is_made_of_is_public() -> None:
    annotations = [field.annotation for model in MODELS for field in model.model_fields.values()]
    enums = {part for annotation in annotations for part in parts_of(annotation) if isinstance(part, type)}
    needed = {*MODELS, *(part for part in enums if issubclass(part, Enum))}

    assert [part for part in needed if getattr(bulletin_gen, part.__name__, None) is not part] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_tells_what_each_of_its_fields_means(model: type) -> None:
    docs = [base.__doc__ or "" for base in model.__mro__ if base.__module__.startswith("bulletin_gen")]
    described = [name for doc in docs for names in _DESCRIBED.findall(doc) for name in names.split(", ")]

    assert sorted(described) == sorted(model.model_fields)


@pytest.mark.parametrize("value", EXPORTED, ids=lambda value: value.__name__)
def test_every_class_and_function_says_what_it_is(value: type) -> None:
    said = vars(value).get("__doc__") if inspect.isclass(value) else value.__doc__

    assert said
    assert not said.startswith(f"{value.__name__}(")  # what a dataclass without words of its own says


def test_what_only_the_command_line_needs_is_not_public() -> None:
    hidden = {"MAX_YAML_BYTES", "departure_findings", "notes_on", "read_finished", "read_spec_from", "read_starter"}

    assert hidden.isdisjoint(bulletin_gen.__all__)
