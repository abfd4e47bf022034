"""What a house profile holds."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from bulletin_gen.frozen import frozen
from bulletin_gen.where import NOWHERE, Places

_NONE: Mapping[str, Any] = MappingProxyType({})


@frozen
class Profile:
    """An office's own values by key (`正文.行距`), each as `keys` stores it; and where each was typed."""

    name: str
    description: str = ""
    values: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    places: Places = NOWHERE
