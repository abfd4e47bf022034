"""`bulletin-gen import`: a text, DOCX or ledger that an office has in, a spec out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.command import KEYS, Command
from bulletin_gen.cli.importing_draft import import_draft
from bulletin_gen.cli.importing_ledger import import_ledger, is_ledger, ledger_options
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.next_year import draft_next_year


@click.command(
    cls=Command,
    name="import",
    short_help="把已有的通报或整改台账读成 YAML 文本。",
    arguments={"原稿": "已有的通报（.txt、.docx），或整改台账（.xlsx、.xls、.csv）；起草今年的通报时，YAML 文本也行。"},
)
@click.argument("source", type=click.Path(path_type=Path), metavar="原稿")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪里，默认写在原稿旁边，扩展名为 .yaml。",
)
@KEYS
@click.option("--force", is_flag=True, help="已有同名文件时也覆盖。")
@click.option("--json", "as_json", is_flag=True, help="结果用 JSON 格式输出。")
@click.option("--reject-changes", is_flag=True, help="DOCX 中的修订一律拒绝；默认一律接受。")
@click.option(
    "--as-next-year",
    is_flag=True,
    help="把原稿当作去年的通报，起草今年的：去年的日期、数字、组名、问题和措施换成【待补：去年为……】。",
)
@ledger_options
def import_(
    source: Path,
    output: Path | None,
    keys: str,
    force: bool,
    as_json: bool,
    reject_changes: bool,
    as_next_year: bool,
    **ledger: Any,
) -> int:
    """把已有的通报读成 YAML 文本，可以接着修改，再用 bulletin-gen render 生成公文，文字与原稿相同。

    能归入各字段的归入各字段，套话、标题和序号改由程序生成；不能归入的，照录原文。除了网页栏目、页眉页脚等，
    原稿的每一个字都在，次序不变；每次导入都逐字核对，并在最后报告。原稿有疑问的地方不改动，列出行号，请人核对。
    DOCX 的行号按有文字的段落数；修订逐人说明，批注连同答复写进旁边的“意见.yaml”，已有的意见不动。
    一份原稿里有几个单位的通报、分得清的，每个单位写成一份：通报-1.yaml、通报-2.yaml……

    整改台账（.xlsx、.xls、.csv）读成通报里的问题、措施、责任单位、时限和状态，其余的先写成【待补】；每一列当作什么都说明，
    认错了用 --columns 改正。--into 把台账的新情况并进已有的通报，只改有变化的地方，逐处说明。

    加 --as-next-year 时起草今年的通报，默认写成“原稿名-今年.yaml”：层次、套话和不带年份的句子保留，去年的事实换成待补，
    每个方面只留一个问题作样子，问题和措施的个数改为自动统计。换了什么、没带什么、要核对什么，逐处列出；没填的在稿上标黄，
    定稿不生成。YAML 里的注释不带过来。

    退出码：0 没有疑问，1 有需要核对的地方，2 未能导入。
    """
    if is_ledger(source, ledger):
        _refuse_for_ledger(source, {"--as-next-year": as_next_year, "--reject-changes": reject_changes})
        return import_ledger(source, output, bulletin_gen.Keys(keys), force, as_json, **ledger)
    revisions = bulletin_gen.Revisions.REJECT if reject_changes else bulletin_gen.Revisions.ACCEPT
    if output:
        spare_the_source(output, source, "原稿")
    if as_next_year:
        return draft_next_year(source, output, revisions, bulletin_gen.Keys(keys), force, as_json)
    return import_draft(source, output, revisions, bulletin_gen.Keys(keys), force, as_json)


def _refuse_for_ledger(source: Path, given: Mapping[str, bool]) -> None:
    """Raise ReadError where an option is given that only a bulletin has."""
    option = next((name for name, is_given in given.items() if is_given), None)
    if option is not None:
        message = f"{source} 是表格，{option} 只用于通报（.txt、.docx 等）"
        raise bulletin_gen.ReadError(bulletin_gen.Problem(message, "请去掉这个选项"))
