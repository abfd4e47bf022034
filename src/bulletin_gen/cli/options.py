"""Options that several commands take, each said once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

import bulletin_gen
from bulletin_gen.cli.command import formats_of, one_of

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


def output_folder(beside: str, default: str | None = None) -> Callable[[_Command], _Command]:
    """Return `-o`, given as `folder`; `beside` says where files go without it, unless there is a `default`."""
    return click.option(
        "-o",
        "--output",
        "folder",
        type=click.Path(path_type=Path),
        default=default,
        metavar="文件夹",
        help=f"写到这个文件夹，没有就新建；默认{beside}。",
    )


def formats(known: Callable[[], Sequence[str]], default: str, named: str) -> Callable[[_Command], _Command]:
    """Return `--format`, given as `formats`: some of those `known`; `named` says what there are."""
    return click.option(
        "--format",
        "formats",
        callback=formats_of(known),
        default=default,
        metavar="格式",
        help=f"要哪几种格式，用逗号隔开：{named}；默认 {default}。",
    )


def way_of_setting(command: _Command) -> _Command:
    """Add how an official document is set: `--format`, `--numbering`, `--profile`, `--engine` and `--packing`."""
    for option in reversed(_WAY_OF_SETTING):
        command = option(command)
    return command


def output_form(otherwise: str) -> Callable[[_Command], _Command]:
    """Return `--form`, given as `form`; `otherwise` says which it is without."""
    return click.option(
        "--form",
        callback=one_of("published", "issued", chinese={"published": "公布稿", "issued": "印发稿"}),
        metavar="形式",
        help=f"公布稿（published）或印发稿（issued，有版头、版记）；默认{otherwise}。",
    )


def overwrite(command: _Command) -> _Command:
    """Add `--force`."""
    return click.option("--force", is_flag=True, help="不是本程序生成的、或生成后改动过的同名文件，也覆盖。")(command)


def load_pydantic() -> None:
    """Load pydantic before all that needs it, while few calls are open.

    Further within, Python would ask the system for memory, and give it back, for each of the two thousand texts that
    pydantic compiles.
    """
    import pydantic  # noqa: F401


def _packing(context: click.Context, option: click.Parameter, typed: str | None) -> bulletin_gen.Packing:
    """Return the packing that is asked for. Raises WriteError where it is not installed."""
    word = one_of("portable", "fast", chinese={"portable": "通用", "fast": "快"})(context, option, typed)
    packing = bulletin_gen.Packing(word or "portable")
    packing.require()
    return packing


_WAY_OF_SETTING = (
    formats(lambda: bulletin_gen.FORMATS, "docx,pdf", "docx、pdf、txt"),
    click.option(
        "--numbering",
        callback=one_of("live", "literal", chinese={"live": "自动", "literal": "固定"}),
        metavar="编号",
        help="DOCX 的序号：“自动”（live）由 Word 编号，删去一条，后面的跟着变；“固定”（literal）是文字。默认只有"
        "送审稿、征求意见稿自动编号。",
    ),
    click.option(
        "--profile",
        type=click.Path(path_type=Path),
        metavar="文件",
        help="按这个单位格式文件（.yaml）排版，与国家标准不同的地方逐条列出。",
    ),
    click.option(
        "--engine",
        callback=one_of("word", "libreoffice"),
        metavar="软件",
        help="按哪个软件的规则分行分页：word（Word 和 WPS，默认）或 libreoffice，看单位用什么打开 DOCX。",
    ),
    click.option(
        "--packing",
        callback=_packing,
        metavar="压缩",
        help="PDF 的压缩：“通用”（portable，默认）的字节与处理器无关；“快”（fast）省时间，页面一样，字节随处理器而异，"
        '要先运行 pip install "bulletin-gen[fast]"。',
    ),
)
