"""A frozen value is what a frozen dataclass is, and costs nothing before it is used."""

import copy
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace

import pytest

from bulletin_gen.frozen import frozen


def methods_of(made: type) -> dict[str, object]:
    return {name: vars(made)[name] for name in ("__init__", "__eq__", "__hash__")}


@frozen
class Place:
    path: str
    line: int = 1


@frozen
class Said(Place):
    """Words, and where they stand."""

    words: tuple[str, ...] = ()
    by: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    note: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class _Place:
    path: str
    line: int = 1


@dataclass(frozen=True)
class _Said(_Place):
    words: tuple[str, ...] = ()
    by: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    note: str = field(default="", kw_only=True)


def test_nothing_is_written_before_it_is_used() -> None:
    @frozen
    class Unused:
        name: str

    before = methods_of(Unused)
    assert not any(map(inspect.isfunction, before.values()))

    assert Unused("甲") == Unused("甲")

    after = methods_of(Unused)
    assert inspect.isfunction(after["__init__"])
    assert inspect.isfunction(after["__eq__"])
    assert after["__hash__"] is before["__hash__"]


def test_it_takes_what_a_dataclass_takes() -> None:
    told = inspect.signature(Said).parameters.values()

    assert [(item.name, item.kind) for item in told] == [
        (item.name, item.kind) for item in inspect.signature(_Said).parameters.values()
    ]
    assert asdict(Said("a", 2, note="n")) == asdict(_Said("a", 2, note="n"))


@pytest.mark.parametrize("arguments", [(), ("a", 1, (), {}, "n")])
def test_it_refuses_what_a_dataclass_refuses(arguments: tuple[object, ...]) -> None:
    for made in (Said, _Said):
        with pytest.raises(TypeError):
            made(*arguments)


def test_values_of_the_same_fields_are_the_same() -> None:
    assert Said("a", words=("甲",)) == Said("a", words=("甲",), by={"甲": "乙"})
    assert Said("a") != Said("a", note="n")
    assert Place("a") != Said("a")
    assert len({Place("a"), Place("a", 1), Place("a", 2)}) == 2


def test_it_is_printed_as_a_dataclass() -> None:
    assert f"_{Said('a', words=('甲',), by={'乙': '丙'})!r}" == repr(_Said("a", words=("甲",), by={"乙": "丙"}))


def test_it_cannot_be_changed() -> None:
    place = Place("a")

    with pytest.raises(FrozenInstanceError):
        place.line = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.line
    assert replace(place, line=2) == Place("a", 2)
    assert place == Place("a", 1)


def test_each_value_has_a_default_of_its_own_that_is_made_anew() -> None:
    assert Said("a").by is not Said("a").by


def test_it_is_a_dataclass_to_others() -> None:
    assert is_dataclass(Said)
    assert [item.name for item in fields(Said)] == [item.name for item in fields(_Said)]
    assert pickle.loads(pickle.dumps(Said("a"))) == copy.copy(Said("a")) == Said("a")
    match Place("a", 3):
        case Place(path, line):
            assert (path, line) == ("a", 3)


def test_methods_of_the_class_itself_stay() -> None:
    @frozen
    class Named:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

    assert repr(Named("甲")) == "<甲>"


def test_a_class_without_fields_has_one_value() -> None:
    @frozen
    class Nothing:
        pass

    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
