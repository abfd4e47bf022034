"""Which rules count: options that name rules or groups of them, and severities."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from typing import Any

import click

import bulletin_gen
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen

_FAILING = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
_LONGEST_NAME = 60  # nothing longer can be a slip of the keyboard


@frozen
class Choice:
    """`select` and `ignore` are names of rules and groups; an empty `select` takes all."""

    select: Collection[str] = ()
    ignore: Collection[str] = ()

    def takes(self, finding: Finding) -> bool:
        names = {finding.rule, group_of(finding.rule)}
        return (not self.select or not names.isdisjoint(self.select)) and names.isdisjoint(self.ignore)


def group_of(rule: str) -> str:
    return rule.partition("/")[0]


def read_rules(context: click.Context, option: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of rules or groups that an option was given, as they are or parted by commas."""
    names = [name.strip() for item in typed for name in item.replace("，", ",").split(",") if name.strip()]
    rules = [rule.name for rule in bulletin_gen.every_rule()] if names else []
    known = {*rules, *map(group_of, rules)}
    for name in names:
        if name not in known:
            raise click.BadParameter(unknown_rule(name, known), context, option)
    return tuple(names)


def unknown_rule(name: str, known: Iterable[str]) -> str:
    """Return that there is no such rule, and which names are like it."""
    return f"没有“{name}”这条规则；{_guess(name, known)}全部规则见 bulletin-gen rules"


def unknown_name(name: str, rules: Iterable[bulletin_gen.Rule[Any]]) -> str:
    """Return that there is neither a rule nor a field of a name, and which names are like it."""
    from bulletin_gen.spec.reference.page import field_names

    known = {*(rule.name for rule in rules), *(group_of(rule.name) for rule in rules), *field_names()}
    lists = "全部规则见 bulletin-gen rules，全部字段见 bulletin-gen fields"
    return f"没有“{name[:_LONGEST_NAME]}”这条规则或这个字段；{_guess(name, known)}{lists}"


def _guess(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name[:_LONGEST_NAME], sorted(known), n=3)
    return f"是不是 {'、'.join(close)}？" if close else ""


def read_severity(context: click.Context, option: click.Parameter, typed: str) -> Severity:
    if typed not in list(_FAILING):
        raise click.BadParameter(f"没有“{typed}”这个级别；可用：{'、'.join(_FAILING)}", context, option)
    return Severity(typed)


def at_least(least: Severity) -> Callable[[Finding], bool]:
    """Return whether findings are of a severity or above it."""
    counted = _FAILING[: _FAILING.index(least) + 1]
    return lambda finding: finding.severity in counted
