"""Modules of others that a library imports but hardly a command uses: they run when something of them is asked for.

What each takes of the start of a command, which ends in half a second, is said with its name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

# name -> the functions that are taken from it by name, so that the module runs when one of them is called
_HARDLY_USED = {
    "importlib.metadata": ("entry_points",),  # by pydantic, which looks for no plugins here: 15 ms
    "PIL.Image": (),  # by reportlab, which draws no pictures for us: 10 ms
    # by reportlab, which is given no expressions: 2 ms
    "reportlab.lib.rl_safe_eval": ("rl_extended_literal_eval", "rl_safe_eval", "rl_safe_exec", "safer_globals"),
}


def run_late() -> None:
    """From now on, run the modules that are hardly used when they are. One that is loaded stays as it is."""
    if _FINDER not in sys.meta_path:
        sys.meta_path.insert(0, _FINDER)


class _Finder:
    """Finds a module that is hardly used as the finders below it do, and has it run late."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in _HARDLY_USED:
            return None
        below = sys.meta_path[sys.meta_path.index(self) + 1 :]
        spec = next((found for finder in below if (found := finder.find_spec(name, path, target))), None)
        if spec and spec.loader:
            spec.loader = cast("Loader", _Late(spec, _HARDLY_USED[name]))
        return spec


class _Late:
    """Loads a module without running it: the loader that its `spec` came with does that at the first use.

    Unlike `importlib.util.LazyLoader` it waits also where a second statement imports the module, or where one takes a
    function from it by name.
    """

    def __init__(self, spec: ModuleSpec, functions: Sequence[str]) -> None:
        self.spec, self.own, self.functions = spec, cast("Loader", spec.loader), functions

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self.own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        def used(name: str) -> Any:
            if name == "__path__":  # that every import asks for, and a package has already
                raise AttributeError(name)
            if "__getattr__" in vars(module):  # else a thread was quicker
                for stand_in in ("__getattr__", *self.functions):
                    delattr(module, stand_in)
                self.spec.loader = module.__loader__ = self.own
                self.own.exec_module(module)
            return getattr(module, name)

        def when_called(name: str) -> Callable[..., Any]:
            return lambda *given, **named: used(name)(*given, **named)

        vars(module).update({name: when_called(name) for name in self.functions}, __getattr__=used)


_FINDER = _Finder()
