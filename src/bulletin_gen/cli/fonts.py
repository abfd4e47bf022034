"""`bulletin-gen fonts`: say which faces the PDF will be set in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.options import font_folders
from bulletin_gen.cli.terminal import say
from bulletin_gen.frozen import frozen


@frozen
class _Sample:
    """Stands for text set in one face, so that the face's shortcomings are told."""

    role: bulletin_gen.FaceRole
    face: str
    text: str = ""


@click.command(cls=Command, name="fonts", short_help="查看 PDF 会用到哪些字体，缺哪些。")
@font_folders()
def fonts(font_folders: tuple[Path, ...]) -> int:
    """查看生成 PDF 时各处用到的字体：公文格式要求的是哪一种，本机找到的是哪一种，是原字体还是替代字体。

    全部是原字体时退出码为 0，有替代字体时为 1。
    """
    found = bulletin_gen.find_fonts(directories=font_folders)
    for choice in found.choices:
        for line in _described(choice):
            say(line)
    findings = found.findings(_Sample(choice.role, choice.key) for choice in found.choices)
    for finding in findings:
        say(str(finding), to_errors=True)
    return 1 if findings else 0


def _described(choice: bulletin_gen.Choice) -> Iterator[str]:
    kind = "原字体" if choice.exact else "替代字体"
    yield f"{choice.role}  {choice.wanted} → {choice.name}（{kind}）"
    yield f"        常用字 {choice.total} 个，收有 {choice.covered} 个"
    yield f"        {choice.file}"
