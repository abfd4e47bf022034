"""What `import bulletin_gen` offers: every name works, and no submodule hides a function of its name."""

import ast
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import bulletin_gen


def names_for_type_checkers() -> set[str]:
    """The names under `if TYPE_CHECKING:`, which mypy and editors go by."""
    tree = ast.parse(Path(bulletin_gen.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    return {alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}


@pytest.mark.parametrize("name", bulletin_gen.__all__)
def test_every_name_is_there(name: str) -> None:
    assert not isinstance(getattr(bulletin_gen, name), ModuleType)


def test_type_checkers_see_the_same_names() -> None:
    assert names_for_type_checkers() | {"__version__"} == set(bulletin_gen.__all__)


def test_other_names_are_refused() -> None:
    assert not hasattr(bulletin_gen, "no_such_name")


@pytest.mark.parametrize("name", bulletin_gen.__all__)
def test_no_submodule_hides_a_name(name: str) -> None:
    assert find_spec(f"bulletin_gen.{name}") is None


def test_all_names_can_be_listed() -> None:
    assert set(bulletin_gen.__all__) <= set(dir(bulletin_gen))
