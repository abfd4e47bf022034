"""How often a process of ours looks for garbage: what a bulletin is made of goes by itself, but for little."""

import gc

_OBJECTS_BEFORE_A_COLLECTION = 500_000


def collect_seldom() -> None:
    """Look for garbage seldom in this process from now on."""
    gc.set_threshold(_OBJECTS_BEFORE_A_COLLECTION)
