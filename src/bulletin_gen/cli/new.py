"""`bulletin-gen new`: write the starter spec."""

from pathlib import Path

import click

import bulletin_gen
from bulletin_gen.cli.command import KEYS, Command
from bulletin_gen.cli.terminal import say


@click.command(cls=Command, name="new", short_help="生成一份带说明的通报样本，供照着填写。")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="通报.yaml",
    metavar="文件",
    help="写到哪里，默认 通报.yaml。",
)
@KEYS
@click.option("--force", is_flag=True, help="已有同名文件时也覆盖。")
def new(output: Path, keys: str, force: bool) -> int:
    """生成一份带说明的通报样本（YAML 文本）。用记事本等文本编辑器打开，照着改成本单位的内容，
    再用 bulletin-gen render 生成公文。

    已有同名文件时不覆盖。
    """
    from bulletin_gen.files.starter import read_starter

    bulletin_gen.write_new(output, read_starter(bulletin_gen.Keys(keys)), overwrite=force)
    say(f"已生成 {output}；改好内容后运行：bulletin-gen render {output}")
    return 0
