"""Options that several commands take, each said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def font_folders(when: str = "") -> Callable[[_Command], _Command]:
    """Return `--fonts`, given to the command as `font_folders`; `when` says when faces are looked for at all."""
    return click.option(
        "--fonts",
        "font_folders",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="文件夹",
        help=f"{when}先到这个文件夹里找字体；可写多次。",
    )


def report_file(command: _Command) -> _Command:
    """Add `-o`: what would be said on the screen is written to this file."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="结果", help="结果写到这个文件，不在屏幕上显示。"
    )(command)
