"""`bulletin-gen import 台账 --into 通报.yaml`: what a ledger has to tell goes into a spec that is there already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bulletin_gen
from bulletin_gen.cli.imported import listed, told
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.review.news.value import Change, Kind, Updated
from bulletin_gen.text.shown import cut_short

_NO_NEWS = ("import/ledger-above",)  # what stands above the table becomes a comment of a new spec


def bring_news(
    reading: bulletin_gen.LedgerReading, source: Path, into: Path, output: Path | None, force: bool, as_json: bool
) -> int:
    """Write the file with the news in it, into itself or to `output`; return the exit code."""
    spec = bulletin_gen.read_spec(into)
    news = bulletin_gen.update_spec(spec, reading)
    target = output or into
    if news.is_changed or output:
        bulletin_gen.write_new(target, news.text.encode(), overwrite=force or output is None)
    if as_json:
        say(json.dumps(_account(reading, news, source, target), ensure_ascii=False, indent=2))
    else:
        for line in _report(reading, news, source, into, target):
            say(line)
    return 1 if _doubts(reading.findings) or any(change.kind is Kind.KEPT for change in news.changes) else 0


def _doubts(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


def _report(
    reading: bulletin_gen.LedgerReading, news: Updated, source: Path, into: Path, target: Path
) -> Iterator[str]:
    yield f"{source}：{reading.counted}"
    yield from listed("各列", reading.taken_for("没有并入"))
    by_kind = {kind: [_line(change) for change in news.changes if change.kind is kind] for kind in Kind}
    yield from listed("改动", by_kind[Kind.CHANGED])
    yield from listed("增加", by_kind[Kind.ADDED])
    yield from listed("没有改动，请核对", by_kind[Kind.KEPT])
    notes = (finding for finding in reading.findings if finding.severity is Severity.NOTE)
    yield from listed("文件中另有", [told(finding) for finding in notes if finding.rule not in _NO_NEWS])
    yield from listed("请核对", [told(finding) for finding in _doubts(reading.findings)])
    if not news.is_changed:
        yield f"台账里的情况 {into} 都有了，" + ("没有改动" if target == into else f"照写了一份 {target}")
    else:
        yield f"已写入 {target}，其余文字和注释不变；请再运行：bulletin-gen check {target}"


def _line(change: Change) -> str:
    """Return a change as it is told: 第12行“…”的状态：正在整改 → 已完成."""
    row = f"第{change.row}行" if change.row else ""
    name = f"“{cut_short(change.name)}”" if change.name else ""
    match change.kind:
        case Kind.CHANGED:
            return f"{row}{name}{change.what}：{cut_short(change.old) or '（空）'} → {cut_short(change.new)}"
        case Kind.ADDED:
            return f"{row}{name}{change.what}" + (f"：{cut_short(change.new)}" if change.new else "")
        case Kind.KEPT:
            said = f"台账里是“{cut_short(change.new)}”" if change.new else "台账里没有"
            old = f"：{cut_short(change.old)}" if change.old else ""
            return f"{row}{name}{change.what}{old}（{said}，通报里的留着）"


def _account(reading: bulletin_gen.LedgerReading, news: Updated, source: Path, target: Path) -> dict[str, Any]:
    return {
        "source": str(source),
        "spec": str(target),
        "sheet": reading.sheet,
        "columns": reading.taken_for("没有并入"),
        "changes": [
            {
                "kind": str(change.kind),
                "row": change.row,
                "issue": change.name,
                "field": change.what,
                "old": change.old,
                "new": change.new,
            }
            for change in news.changes
        ],
        "findings": [told(finding) for finding in reading.findings],
    }
