"""Frozen values: what `@dataclass(frozen=True)` makes, at a tenth of what that costs each time the program starts.

A dataclass writes the text of six methods and compiles them when its module is loaded. Here the three that every class
needs as text of its own are written when they are first used: by a run, those of few classes are. What a page has
hundreds of is a named tuple.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")

# Makes a named tuple of the tuple of all its fields; what the class itself has is a function of Python's: half as fast.
of_fields = tuple.__new__


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[_T]) -> type[_T]:
    """Make a class with fields one of frozen values, which are told apart, hashed and printed by these.

    It is a dataclass to `fields`, `replace`, `asdict` and `match`.
    """
    made.__doc__ = made.__doc__ or made.__name__  # else a dataclass writes one, and needs __init__ for it
    dataclass(init=False, repr=False, eq=False)(made)
    for name, method in {**{name: _Late(made, name) for name in _WRITTEN}, **_SHARED}.items():
        if vars(made).get(name) is None:
            setattr(made, name, method)
    return made


class _Late:
    """A method of a class that is written when it is asked for."""

    def __init__(self, made: type, name: str) -> None:
        self.made, self.name = made, name

    def __get__(self, instance: object, owner: type) -> Callable[..., Any]:
        method = _WRITTEN[self.name](fields(self.made))
        method.__qualname__ = f"{self.made.__qualname__}.{self.name}"
        setattr(self.made, self.name, method)
        bound: Callable[..., Any] = method.__get__(instance, owner)
        return bound


def _init(given: tuple[Field[Any], ...]) -> Any:
    """Return a function that sets each field, to its default where it is not given."""
    by_position, by_name = (
        [_parameter(item) for item in given if bool(item.kw_only) is only] for only in (False, True)
    )
    parameters = ", ".join(["self", *by_position, *(["*", *by_name] if by_name else [])])
    lines = [f"_set(self, {item.name!r}, {_given(item)})" for item in given]
    defaults = {f"_default_{item.name}": item.default for item in given}
    makers = {f"_make_{item.name}": item.default_factory for item in given}
    init = _written(f"__init__({parameters})", lines, _set=object.__setattr__, _MISSING=MISSING, **defaults, **makers)
    init.__annotations__ = {**{item.name: item.type for item in given}, "return": None}
    return init


def _parameter(item: Field[Any]) -> str:
    if item.default is not MISSING:
        return f"{item.name}=_default_{item.name}"
    return item.name if item.default_factory is MISSING else f"{item.name}=_MISSING"


def _given(item: Field[Any]) -> str:
    if item.default_factory is MISSING:
        return item.name
    return f"_make_{item.name}() if {item.name} is _MISSING else {item.name}"


def _eq(given: tuple[Field[Any], ...]) -> Any:
    same = f"{_compared(given, 'self')} == {_compared(given, 'other')}"
    return _written("__eq__(self, other)", [f"return {same} if other.__class__ is self.__class__ else NotImplemented"])


def _hash(given: tuple[Field[Any], ...]) -> Any:
    return _written("__hash__(self)", [f"return hash({_compared(given, 'self')})"])


def _compared(given: tuple[Field[Any], ...], owner: str) -> str:
    return f"({''.join(f'{owner}.{item.name}, ' for item in given if item.compare)})"


def _written(head: str, lines: list[str], **names: object) -> Any:
    """Return the function of this head and these lines, which know the `names`."""
    exec("\n ".join([f"def {head}:", *(lines or ["pass"])]), names)
    return names[head.partition("(")[0]]


def _repr(self: Any) -> str:
    shown = ", ".join(f"{item.name}={getattr(self, item.name)!r}" for item in fields(self) if item.repr)
    return f"{type(self).__qualname__}({shown})"


def _frozen(_self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


_WRITTEN: dict[str, Callable[[tuple[Field[Any], ...]], Any]] = {"__init__": _init, "__eq__": _eq, "__hash__": _hash}
_SHARED: dict[str, Callable[..., Any]] = {"__repr__": _repr, "__setattr__": _frozen, "__delattr__": _frozen}
