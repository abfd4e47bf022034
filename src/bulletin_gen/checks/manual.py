"""The manual: a rule's page as plain text for a terminal, and all of them as one Markdown file (docs/rules.md)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import groupby
from typing import Any

from bulletin_gen.checks.office import Office
from bulletin_gen.checks.office_file import KEY_OF, OFFICE_FILE
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.table import (
    ALLOW_RULES,
    DOCUMENT_RULES,
    PAGE_RULES,
    SPEC_RULES,
    TYPED_RULES,
    every_rule,
    names_of,
)
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.rewrite import with_keys

# What each group of rules looks at.
GROUPS = {
    "spec": "通报文件的填写",
    "marks": "标点",
    "numbers": "数字",
    "spaces": "空格",
    "units": "计量单位",
    "words": "用字",
    "usage": "用词",
    "names": "名称和固定提法",
    "publication": "公布前",
    "arithmetic": "数目",
    "completeness": "该有的内容",
    "dates": "日期",
    "status": "进展状态",
    "structure": "层次和序号",
    "draft": "起草",
    "layout": "版面",
    "check": "检查本身",
}


def group_title(group: str) -> str:
    """Return what a group of rules looks at."""
    return GROUPS.get(group, group)


def severity_said(rule: Rule[Any]) -> str:
    """Return a rule's severity, and that on a final text where it is another: 警告（定稿：错误）."""
    return f"{rule.severity}（定稿：{rule.on_final}）" if rule.on_final else rule.severity.value


def rule_page(rule: Rule[Any]) -> str:
    """Return the page of a rule: what, why, by what right, what is wrong and what is not, how to switch it off."""
    parts = [
        f"{rule.name}  {severity_said(rule)}\n{rule.title}",
        f"为什么：{rule.why}",
        f"依据：{rule.source}",
        *_office(rule.office),
        *_examples("这样写会告诉：", _shown(rule, rule.wrong)),
        *_examples("这样写不会：", _shown(rule, rule.right)),
        f"不想要这条规则：\n{_indented(_switches(rule))}",
    ]
    return "\n\n".join(parts) + "\n"


def manual() -> str:
    """Return the pages of all rules as one Markdown text."""
    return "\n".join(_manual())


def _manual() -> Iterator[str]:
    rules = every_rule()
    yield "# 检查的规则\n"
    yield f"`bulletin-gen check` 按这 {len(rules)} 条规则检查通报。这一页由规则表生成，例子逐条试过，请不要手改。\n"
    yield "| 规则 | 级别 | 说什么 |\n|---|---|---|"
    for rule in rules:
        yield f"| [{rule.name}](#{_anchor(rule)}) | {severity_said(rule)} | {rule.title} |"
    for group, members in in_groups(rules):
        yield f"\n## {group}：{group_title(group)}\n"
        for rule in members:
            yield from _section(rule)


def in_groups(rules: Sequence[Rule[Any]]) -> list[tuple[str, list[Rule[Any]]]]:
    """Return the rules by group, the groups in the order in which they are first met."""
    order = list(dict.fromkeys(rule.group for rule in rules))
    by_order = sorted(rules, key=lambda rule: order.index(rule.group))
    return [(group, list(members)) for group, members in groupby(by_order, key=lambda rule: rule.group)]


def _section(rule: Rule[Any]) -> Iterator[str]:
    yield f"### {rule.name}\n"
    yield f"**{rule.title}**（{severity_said(rule)}）\n"
    yield f"{rule.why}依据：{rule.source}。\n"
    yield from (f"{said}\n" for said in _office(rule.office))
    for title, texts in (("会告诉：", rule.wrong), ("不会：", rule.right)):
        yield f"{title}\n"
        yield from (f"```text\n{text.rstrip()}\n```\n" for text in _shown(rule, texts))


def _office(office: Office) -> Iterator[str]:
    """Yield what an office must say of itself for the examples of a rule, where it must say something."""
    said = [
        f"{KEY_OF[item.name]} {_listed(getattr(office, item.name))}"
        for item in fields(office)
        if getattr(office, item.name)
    ]
    if said:
        yield f"例子里的 {OFFICE_FILE} 写着：{'；'.join(said)}。"


def _listed(value: Mapping[str, object] | Sequence[str]) -> str:
    if isinstance(value, Mapping):
        return "、".join(f"{name} = {held}" for name, held in value.items())
    return "、".join(value)


def _anchor(rule: Rule[Any]) -> str:
    return rule.name.replace("/", "")


def _shown(rule: Rule[Any], texts: Sequence[str]) -> list[str]:
    """Return examples as a clerk would type them: those that are specs in Chinese keys."""
    is_spec = rule.name in names_of(TYPED_RULES, SPEC_RULES, DOCUMENT_RULES, PAGE_RULES, ALLOW_RULES)
    return [with_keys(text, Keys.CHINESE) if is_spec else text for text in texts]


def _examples(title: str, texts: Sequence[str]) -> Iterator[str]:
    yield "\n\n".join((title, *(_indented(text.rstrip()) for text in texts)))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def _switches(rule: Rule[Any]) -> str:
    return (
        f"这一次：bulletin-gen check --ignore {rule.name}\n"
        f"通报文件里的一处：在那一行写上 # bulletin-gen: allow {rule.name}\n"
        f'全单位：在 bulletin-gen.toml 的 [级别] 下面写 "{rule.name}" = "关闭"'
    )
