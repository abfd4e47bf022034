"""`bulletin-gen rules` and `bulletin-gen explain`: the rules that `check` goes by, and the page of each."""

from __future__ import annotations

import json

import click

import bulletin_gen
from bulletin_gen.cli.choice import group_of, unknown_name
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.terminal import pairs, say, terminal_width


@click.command(cls=Command, name="rules", short_help="列出检查的全部规则。")
@click.option("--json", "as_json", is_flag=True, help="结果用 JSON 格式输出。")
def rules(as_json: bool) -> int:
    """列出 bulletin-gen check 的全部规则，按组排列，每条一行。某一条的说明用 bulletin-gen explain 查看。"""
    from bulletin_gen.checks.manual import group_title, in_groups, severity_said

    table = bulletin_gen.every_rule()
    if as_json:
        told = [
            {
                "rule": rule.name,
                "severity": rule.severity.value,
                "severity_on_final": (rule.on_final or rule.severity).value,
                "title": rule.title,
                "why": rule.why,
                "source": rule.source,
            }
            for rule in table
        ]
        say(json.dumps({"rules": told}, ensure_ascii=False, indent=2))
        return 0
    for group, members in in_groups(table):
        say(f"{group}：{group_title(group)}，{len(members)} 条")
        rows = [(rule.name, f"{severity_said(rule)}  {rule.title}") for rule in members]
        for line in pairs(rows, terminal_width()):
            say(line)
    say(f"共 {len(table)} 条；某一条的说明：bulletin-gen explain {table[0].name}")
    return 0


@click.command(
    cls=Command,
    name="explain",
    short_help="说明检查的一条规则，或通报文件的一个字段。",
    arguments={
        "名称": "规则的名称，如 spec/dates，全部名称见 bulletin-gen rules；或字段的名称，如 成文日期、版头.密级、"
        "issue_date，全部名称见 bulletin-gen fields。"
    },
)
@click.argument("name", metavar="名称")
def explain(name: str) -> int:
    """说明一条规则：告诉什么，为什么，依据什么，什么样的写法会告诉、什么样的不会，怎样不用它。也可以只写一组的名称，
    如 marks，逐条说明。

    说明一个字段：是什么，怎么写，不写时怎样，印出什么，依据什么，并举例。几个部分都有的字段，逐个说明；只要其中一个的，
    连上一层的名称一起写，如 版头.密级。
    """
    from bulletin_gen.checks.manual import rule_page
    from bulletin_gen.spec.reference.page import field_page, pages_named

    table = bulletin_gen.every_rule()
    found = [rule_page(rule) for rule in table if name in (rule.name, group_of(rule.name))]
    found = found or [field_page(page) for page in pages_named(name)]
    if not found:
        raise click.UsageError(unknown_name(name, table))
    say("\n".join(found).rstrip("\n"))
    return 0
