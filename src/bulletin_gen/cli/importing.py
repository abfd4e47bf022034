"""`bulletin-gen import`: a text or DOCX that an office has in, a spec out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import click

import bulletin_gen
from bulletin_gen.cli.command import KEYS, Command
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity

_SHOWN = 40  # characters of a line
_Named: TypeAlias = Callable[[str], str]  # makes of a field's path what it is called in the file that is written


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
@KEYS
@click.option("--force", is_flag=True, help="已有同名文件时也覆盖。")
@click.option("--json", "as_json", is_flag=True, help="结果用 JSON 格式输出。")
@click.option("--reject-changes", is_flag=True, help="DOCX 中的修订一律拒绝；默认一律接受。")
def import_(source: Path, output: Path | None, keys: str, force: bool, as_json: bool, reject_changes: bool) -> int:
    """把已有的通报读成 YAML 文本，可以接着修改，再用 bulletin-gen render 生成公文，文字与原稿相同。

    能归入各字段的归入各字段，套话、标题和序号改由程序生成；不能归入的，照录原文。除了网页栏目、页眉页脚等，
    原稿的每一个字都在，次序不变；每次导入都逐字核对，并在最后报告。原稿有疑问的地方不改动，列出行号，请人核对。
    DOCX 的行号按有文字的段落数。

    退出码：0 没有疑问，1 有需要核对的地方，2 未能导入。
    """
    from bulletin_gen.files.incoming import contradictions
    from bulletin_gen.files.new_spec import write_new_spec

    revisions = bulletin_gen.Revisions.REJECT if reject_changes else bulletin_gen.Revisions.ACCEPT
    if output:
        spare_the_source(output, source, "原稿")
    reading = bulletin_gen.read_bulletin(source, revisions)
    told = replace(reading, findings=(*reading.findings, *contradictions(reading)))
    target = output or source.with_suffix(".yaml")
    words = bulletin_gen.Keys(keys)
    text = _text(reading, source, words)
    write_new_spec(target, text, words, overwrite=force)
    named = bulletin_gen.load_spec(text).places.as_typed
    if as_json:
        say(json.dumps(_account(told, named, source, target), ensure_ascii=False, indent=2))
    else:
        for line in _report(told, named, source, target):
            say(line)
    return 1 if _doubts(told) else 0


def _text(reading: bulletin_gen.Reading, source: Path, keys: bulletin_gen.Keys) -> str:
    """Return the spec, read back and found the same. Raises BulletinError where that is not so."""
    from bulletin_gen.readers.notes import notes_on
    from bulletin_gen.spec.rewrite import with_placeholders

    text = bulletin_gen.dump_spec(reading.spec, notes_on(reading), keys)
    if bulletin_gen.load_spec(text, str(source)) != reading.spec:
        problem = bulletin_gen.Problem(f"{source} 读成的 YAML 与原稿不一致，没有写出", "请把原稿报告给维护者")
        raise bulletin_gen.ReadError(problem)
    return with_placeholders(text, keys)


def _doubts(reading: bulletin_gen.Reading) -> list[Finding]:
    return [finding for finding in reading.findings if finding.severity is not Severity.NOTE]


def _report(reading: bulletin_gen.Reading, named: _Named, source: Path, target: Path) -> Iterator[str]:
    yield f"已把 {source} 读成 {target}"
    yield f"归入字段：{'、'.join(reading.typed) or '无'}"
    kept = [f"第{kept.line.number}行 {named(kept.path)}：{_cut(kept.line.text)}" for kept in reading.verbatim]
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


def _account(reading: bulletin_gen.Reading, named: _Named, source: Path, target: Path) -> dict[str, Any]:
    return {
        "source": str(source),
        "spec": str(target),
        "complete": reading.complete,
        "characters": reading.characters,
        "typed": reading.typed,
        "verbatim": [
            {
                "path": kept.path,
                "typed_path": named(kept.path),
                "line": kept.line.number,
                "text": kept.line.text,
            }
            for kept in reading.verbatim
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
