"""Nothing is kept from start to start unless somebody says where."""

from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.kept import Shelf, kept_on, shelf
from strategies import json_values


def test_the_library_keeps_nothing() -> None:
    assert shelf("patterns", str) is None


def test_things_are_kept_while_somebody_says_where() -> None:
    outer = Shelf()
    inner = Shelf()
    with kept_on(lambda *_: outer):
        assert shelf("patterns", str) is outer
        with kept_on(lambda *_: inner):
            assert shelf("patterns", str) is inner
        assert shelf("patterns", str) is outer
    assert shelf("patterns", str) is None


def test_a_shelf_is_asked_for_by_its_name_and_by_what_its_values_are_true_for() -> None:
    asked: list[tuple[str, str]] = []
    with kept_on(lambda *what: asked.append(what) or Shelf()):
        shelf("faces", lambda: "3.11")

    assert asked == [("faces", "3.11")]


@given(st.text(), json_values())
def test_what_is_put_on_a_shelf_is_there(name: str, value: object) -> None:
    one = Shelf()
    one.put(name, value)

    assert Shelf(one.values).get(name) is value
    assert one.get(f"{name}甲") is None
