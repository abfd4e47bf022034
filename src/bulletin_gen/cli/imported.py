"""What `bulletin-gen import` says of whatever it has read, and the YAML that it writes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import bulletin_gen
from bulletin_gen.finding import Finding


def verified(spec: bulletin_gen.Spec, notes: Mapping[str, str], source: Path, keys: bulletin_gen.Keys) -> str:
    """Return the spec as YAML, read back and found the same. Raises BulletinError where that is not so."""
    from bulletin_gen.spec.names import with_placeholders

    text = bulletin_gen.dump_spec(spec, notes, keys)
    if bulletin_gen.load_spec(text, str(source)) != spec:
        problem = bulletin_gen.Problem(f"{source} 读成的 YAML 与原稿不一致，没有写出", "请把原稿报告给维护者")
        raise bulletin_gen.ReadError(problem)
    return with_placeholders(text, keys)


def listed(title: str, items: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a list with its title; none where it is empty."""
    if items:
        yield f"{title} {len(items)} 处："
        yield from (f"  {item}" for item in items)


def told(finding: Finding) -> str:
    """Return what is told of a source, with its line, or row."""
    place = f"第{finding.where.line}行：" if finding.where.line else ""
    hint = f"；{finding.hint}" if finding.hint else ""
    return f"{place}{finding.message}{hint}"
