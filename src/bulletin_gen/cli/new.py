"""`bulletin-gen new`: write the starter spec."""

from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.command import KEYS, Command, one_of
from bulletin_gen.cli.terminal import say

_FULL = "full"


@click.command(cls=Command, name="new", short_help="生成一份带说明的通报样本，供照着填写。")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="通报.yaml",
    metavar="文件",
    help="写到哪里，默认 通报.yaml。",
)
@click.option(
    "--kind",
    callback=one_of("short", _FULL, chinese={"short": "简要", _FULL: "完整"}),
    default="short",
    metavar="详略",
    help="简要（short，默认）只有常用的字段；完整（full）列出全部字段，每个一行说明，用不上的在行首加了“#”。",
)
@KEYS
@click.option("--force", is_flag=True, help="已有同名文件时也覆盖。")
def new(output: Path, kind: str, keys: str, force: bool) -> int:
    """生成一份带说明的通报样本（YAML 文本）。用记事本等文本编辑器打开，照着改成本单位的内容，
    再用 bulletin-gen render 生成公文。

    已有同名文件时不覆盖。旁边的 .bulletin-gen.schema.json 供 VS Code 等编辑器提示字段。
    """
    from bulletin_gen.files.new_spec import write_new_spec
    from bulletin_gen.files.starter import read_starter
    from bulletin_gen.spec.reference.full_starter import full_starter

    words = bulletin_gen.Keys(keys)
    text = full_starter(words) if kind == _FULL else read_starter(words).decode()
    write_new_spec(output, text, words, overwrite=force)
    say(f"已生成 {output}；改好内容后运行：bulletin-gen render {output}")
    return 0
