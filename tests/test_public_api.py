"""What `import bulletin_gen` offers: every name works, and no submodule hides a function of its name."""

import ast
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import bulletin_gen


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
