"""`bulletin-gen rules` and `bulletin-gen explain`: the rules that `check` goes by, and the page of each."""

from __future__ import annotations

import json

import click

import bulletin_gen
from bulletin_gen.cli.choice import group_of, unknown_rule
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
    short_help="说明检查的一条规则。",
    arguments={"规则": "规则的名称，如 spec/dates；全部名称见 bulletin-gen rules。"},
)
@click.argument("name", metavar="规则")
def explain(name: str) -> int:
    """说明一条规则：告诉什么，为什么，依据什么，什么样的写法会告诉、什么样的不会，怎样不用它。

    也可以只写一组的名称，如 marks，逐条说明。
    """
    from bulletin_gen.checks.manual import rule_page

    table = bulletin_gen.every_rule()
    found = [rule for rule in table if name in (rule.name, group_of(rule.name))]
    if not found:
        known = {*(rule.name for rule in table), *(group_of(rule.name) for rule in table)}
        raise click.UsageError(unknown_rule(name, known))
    say("\n".join(map(rule_page, found)).rstrip("\n"))
    return 0
