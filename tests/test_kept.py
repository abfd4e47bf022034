"""Nothing is kept from start to start unless somebody says where."""

from bulletin_gen.kept import Shelf, kept_on, shelf


def test_the_library_keeps_nothing() -> None:
    assert shelf("patterns", str) is None


def test_things_are_kept_while_somebody_says_where() -> None:
    outer: Shelf = {}
    inner: Shelf = {}
    with kept_on(lambda *_: outer):
        assert shelf("patterns", str) is outer
        with kept_on(lambda *_: inner):
            assert shelf("patterns", str) is inner
        assert shelf("patterns", str) is outer
    assert shelf("patterns", str) is None


def test_a_shelf_is_asked_for_by_its_name_and_by_what_its_values_are_true_for() -> None:
    with kept_on(lambda name, true_for: {name: true_for}):
        assert shelf("faces", lambda: "3.11") == {"faces": "3.11"}
