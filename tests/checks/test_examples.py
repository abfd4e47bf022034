"""No rule finds a fault in our own examples."""

from pathlib import Path

import pytest

from bulletin_gen import read_spec
from bulletin_gen.checking import check
from judges import CHECKOUT

EXAMPLES = sorted([*(CHECKOUT / "examples").glob("*.yaml"), *(CHECKOUT / "examples" / "issued").glob("*.yaml")])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_silent(example: Path) -> None:
    assert [str(finding) for finding in check(read_spec(example))] == []
