"""`bulletin-gen fields` and `bulletin-gen schema`: what a bulletin's file may hold, for people and for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.command import Command, one_of
from bulletin_gen.cli.terminal import pairs, say, terminal_width

_BOTH = "both"


@click.command(cls=Command, name="fields", short_help="列出通报文件可写的全部字段。")
def fields() -> int:
    """列出通报文件可写的全部字段，按所在的部分排列，每个一行，中文名、英文名都可以写。

    某一个字段的说明：bulletin-gen explain 成文日期
    """
    from bulletin_gen.spec.reference.page import field_list

    for title, rows in field_list():
        say(title)
        for line in pairs(rows, terminal_width()):
            say(line)
    say("某一个字段的说明：bulletin-gen explain 成文日期")
    return 0


@click.command(cls=Command, name="schema", short_help="生成通报文件的 JSON Schema，供编辑器提示和检查。")
@click.option(
    "--keys",
    callback=one_of("zh", "en", _BOTH),
    default=_BOTH,
    metavar="文字",
    help="认哪种文字的字段名：zh 只认中文，en 只认英文，both 都认（默认），提示中文。",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪里，默认显示在屏幕上。")
@click.option("--force", is_flag=True, help="已有同名文件时也覆盖。")
def schema(keys: str, output: Path | None, force: bool) -> int:
    """生成通报文件的 JSON Schema（2020-12）。VS Code 等编辑器装上 YAML 插件后，照它提示字段和取值，指到字段上
    显示说明，写错的划线。

    new 和 import 已在通报旁边写好一份，平时不用再生成。
    """
    made = (
        bulletin_gen.json_schema() if keys == _BOTH else bulletin_gen.json_schema(bulletin_gen.Keys(keys), either=False)
    )
    text = json.dumps(made, ensure_ascii=False, indent=2)
    if output is None:
        say(text)
        return 0
    bulletin_gen.write_new(output, f"{text}\n".encode(), overwrite=force)
    say(f"已生成 {output}；在通报的第一行写上：# yaml-language-server: $schema={output.name}")
    return 0
