"""Fixed values that an author may type."""

from enum import StrEnum
from typing import NoReturn

from bulletin_gen.text.shown import shown


class Choice(StrEnum):
    """A set of fixed values. Any other raises ValueError, whose message names those that may be used, in Chinese."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"“{shown(str(value))}” 不是可用的值；可用：{'、'.join(cls)}")
