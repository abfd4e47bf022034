"""`bulletin-gen import`: a text or DOCX that an office has in, a spec out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity

_SHOWN = 40  # characters of a line


@click.command(
    cls=Command,
    name="import",
    short_help="把已有的通报（TXT 或 DOCX）读成 YAML 文本。",
    arguments={"原稿": "已有的通报：纯文本（.txt）或 Word 文档（.docx）。"},
)
@click.argument("source", type=click.Path(path_type=Path), metavar="原稿")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪里，默认写在原稿旁边，扩展名为 .yaml。",
)
@click.option("--force", is_flag=True, help="已有同名文件时也覆盖。")
@click.option("--json", "as_json", is_flag=True, help="结果用 JSON 格式输出。")
@click.option("--reject-changes", is_flag=True, help="DOCX 中的修订一律拒绝；默认一律接受。")
def import_(source: Path, output: Path | None, force: bool, as_json: bool, reject_changes: bool) -> int:
    """把已有的通报读成 YAML 文本，可以接着修改，再用 bulletin-gen render 生成公文，文字与原稿相同。

    能归入各字段的归入各字段，套话、标题和序号改由程序生成；不能归入的，照录原文。除了网页栏目、页眉页脚等，
    原稿的每一个字都在，次序不变；每次导入都逐字核对，并在最后报告。原稿有疑问的地方不改动，列出行号，请人核对。
    DOCX 的行号按有文字的段落数。一份原稿里有几个单位的通报、分得清的，每个单位写成一份：通报-1.yaml、通报-2.yaml……

    退出码：0 没有疑问，1 有需要核对的地方，2 未能导入。
    """
    from bulletin_gen.files.incoming import contradictions

    revisions = bulletin_gen.Revisions.REJECT if reject_changes else bulletin_gen.Revisions.ACCEPT
    if output:
        spare_the_source(output, source, "原稿")
    reading = bulletin_gen.read_bulletin(source, revisions)
    parts = bulletin_gen.parted(reading, str(source))
    readings = parts.readings if parts else (reading,)
    targets = _targets(output or source.with_suffix(".yaml"), len(readings))
    told = [replace(one, findings=(*one.findings, *contradictions(one))) for one in readings]
    specs = {target: _spec(one, source).encode() for target, one in zip(targets, readings, strict=True)}
    bulletin_gen.write_all_new(specs, overwrite=force)
    if as_json:
        accounts = [_account(one, source, target) for target, one in zip(targets, told, strict=True)]
        common = [{"line": line.number, "text": line.text} for line in parts.common] if parts else []
        account = {"common": common, "parts": accounts} if parts else accounts[0]
        say(json.dumps(account, ensure_ascii=False, indent=2))
    else:
        for line in _parted_report(parts) if parts else ():
            say(line)
        for target, one in zip(targets, told, strict=True):
            for line in _report(one, source, target):
                say(line)
    return 1 if parts or any(map(_doubts, told)) else 0


def _targets(target: Path, number: int) -> list[Path]:
    """Return where each of so many bulletins is written: 通报-1.yaml, 通报-2.yaml where there are several."""
    if number == 1:
        return [target]
    return [target.with_name(f"{target.stem}-{at}{target.suffix}") for at in range(1, number + 1)]


def _parted_report(parts: bulletin_gen.Parts) -> Iterator[str]:
    names = "、".join(part.bulletin.issuer.name for part in parts.readings)
    yield f"原稿里有 {len(parts.readings)} 个单位的情况，每个单位写成一份，请核对分得对不对：{names}"
    yield from _list("各份都没有写进的开头", [f"第{line.number}行：{_cut(line.text)}" for line in parts.common])


def _spec(reading: bulletin_gen.Reading, source: Path) -> str:
    """Return the spec, read back and found the same. Raises BulletinError where that is not so."""
    from bulletin_gen.readers.notes import notes_on

    text = bulletin_gen.dump_spec(reading.spec, notes_on(reading))
    if bulletin_gen.load_spec(text, str(source)) != reading.spec:
        problem = bulletin_gen.Problem(f"{source} 读成的 YAML 与原稿不一致，没有写出", "请把原稿报告给维护者")
        raise bulletin_gen.ReadError(problem)
    return text


def _doubts(reading: bulletin_gen.Reading) -> list[Finding]:
    return [finding for finding in reading.findings if finding.severity is not Severity.NOTE]


def _report(reading: bulletin_gen.Reading, source: Path, target: Path) -> Iterator[str]:
    yield f"已把 {source} 读成 {target}"
    yield f"归入字段：{'、'.join(reading.typed) or '无'}"
    kept = [f"第{kept.line.number}行 {kept.path}：{_cut(kept.line.text)}" for kept in reading.verbatim]
    yield from _list("照录原文", kept)
    yield from _list("没有导入", [f"第{line.number}行：{_cut(line.text)}" for line in reading.set_aside])
    yield from _list(
        "文件中另有", [_told(finding) for finding in reading.findings if finding.severity is Severity.NOTE]
    )
    yield from _list("请核对", [_told(finding) for finding in _doubts(reading)])
    if reading.complete:
        yield f"核对：读出的 {reading.characters} 个字符都在，顺序一致（标点的宽度和空格不计）"
    else:
        yield "核对：没有全部读出，见上面的行号"


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"{title} {len(items)} 处："
        yield from (f"  {item}" for item in items)


def _told(finding: Finding) -> str:
    place = f"第{finding.where.line}行：" if finding.where.line else ""
    hint = f"；{finding.hint}" if finding.hint else ""
    return f"{place}{finding.message}{hint}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def _account(reading: bulletin_gen.Reading, source: Path, target: Path) -> dict[str, Any]:
    return {
        "source": str(source),
        "spec": str(target),
        "complete": reading.complete,
        "characters": reading.characters,
        "typed": reading.typed,
        "verbatim": [
            {"path": kept.path, "line": kept.line.number, "text": kept.line.text} for kept in reading.verbatim
        ],
        "set_aside": [{"line": line.number, "text": line.text} for line in reading.set_aside],
        "findings": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "line": finding.where.line,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in reading.findings
        ],
    }
