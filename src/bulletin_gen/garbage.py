"""How often a process of ours looks for garbage: what a bulletin is made of goes by itself, but for little."""

import gc

_OBJECTS_BEFORE_A_COLLECTION = 500_000  # more than a command makes
_OBJECTS_OF_SOME_BULLETINS = 100_000  # a thousand small ones leave 15 MB that do not go by themselves


def collect_seldom() -> None:
    """Look for garbage seldom in this process from now on."""
    gc.set_threshold(_OBJECTS_BEFORE_A_COLLECTION)


def collect_now_and_then() -> None:
    """Look for garbage after some bulletins in this process from now on, and not at all in what is there already."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_OF_SOME_BULLETINS)
