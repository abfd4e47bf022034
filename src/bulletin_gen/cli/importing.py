"""`bulletin-gen import`: a text or DOCX that an office has in, a spec out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.merge import OPINIONS
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity

_SHOWN = 40  # characters of a line
_UNPRINTED = "；不印出来的内容不在这份文件里，见“请核对”"
_COMMENT, _REVISIONS = "import/comment", "import/revisions"


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
    DOCX 的行号按有文字的段落数；修订逐人说明，批注连同答复写进旁边的“意见.yaml”，已有的意见不动。

    退出码：0 没有疑问，1 有需要核对的地方，2 未能导入。
    """
    from bulletin_gen.files.incoming import contradictions, own_file

    revisions = bulletin_gen.Revisions.REJECT if reject_changes else bulletin_gen.Revisions.ACCEPT
    if output:
        spare_the_source(output, source, "原稿")
    reading = bulletin_gen.read_bulletin(source, revisions)
    told = replace(reading, findings=(*reading.findings, *own_file(reading, source), *contradictions(reading)))
    target = output or source.with_suffix(".yaml")
    spec = _spec(told, source)
    commented = _commented(told, spec, source, target)
    bulletin_gen.write_new(target, spec.encode(), overwrite=force)
    if commented and commented.new:
        bulletin_gen.write_new(commented.path, commented.text.encode(), overwrite=True)
    if as_json:
        say(json.dumps(_account(told, source, target, commented), ensure_ascii=False, indent=2))
    else:
        for line in _report(told, source, target, commented):
            say(line)
        if reject_changes and any(finding.rule == _REVISIONS for finding in told.findings):
            say(f"拒绝的修订要逐条取舍的，请再运行：bulletin-gen merge {target} {source}")
    return 1 if _doubts(told) else 0


def _spec(reading: bulletin_gen.Reading, source: Path) -> str:
    """Return the spec, read back and found the same. Raises BulletinError where that is not so."""
    from bulletin_gen.readers.notes import notes_on

    text = bulletin_gen.dump_spec(reading.spec, notes_on(reading))
    if bulletin_gen.load_spec(text, str(source)) != reading.spec:
        problem = bulletin_gen.Problem(f"{source} 读成的 YAML 与原稿不一致，没有写出", "请把原稿报告给维护者")
        raise bulletin_gen.ReadError(problem)
    return text


@dataclass(frozen=True)
class _Commented:
    """What becomes of 意见.yaml: of `count` comments `new` ones are put below what is there."""

    path: Path
    text: str
    count: int
    new: int


def _commented(reading: bulletin_gen.Reading, spec: str, source: Path, target: Path) -> _Commented | None:
    """Return the comments of a file for 意见.yaml beside the spec; None where it has none.

    Raises SpecError where the opinions that are there cannot be read, WriteError where the spec would take their name.
    """
    from bulletin_gen.files.incoming import read_returned_file
    from bulletin_gen.files.names import identity
    from bulletin_gen.files.yaml_files import read_opinion_file

    if not any(finding.rule == _COMMENT for finding in reading.findings):
        return None
    path = target.with_name(OPINIONS)
    if identity(path) == identity(target):
        problem = bulletin_gen.Problem(f"{target} 这个名字留给批注里的意见，没有写出", "请用 -o 写到另一个文件")
        raise bulletin_gen.WriteError(problem)
    earlier = read_opinion_file(path) if path.exists() else None
    merged = bulletin_gen.merge(bulletin_gen.load_spec(spec, str(target)), [read_returned_file(source)])
    comments = [opinion for opinion in merged.opinions if opinion.kind is bulletin_gen.OpinionKind.COMMENT]
    known = {opinion.id for opinion in earlier.opinions} if earlier else set()
    new = len({opinion.id for opinion in comments} - known)
    text = bulletin_gen.dump_opinions(comments, earlier.places.source if earlier else None)
    return _Commented(path, text, len(comments), new)


def _doubts(reading: bulletin_gen.Reading) -> list[Finding]:
    return [finding for finding in reading.findings if finding.severity is not Severity.NOTE]


def _report(reading: bulletin_gen.Reading, source: Path, target: Path, commented: _Commented | None) -> Iterator[str]:
    yield f"已把 {source} 读成 {target}"
    yield f"归入字段：{'、'.join(reading.typed) or '无'}"
    kept = [f"第{kept.line.number}行 {kept.path}：{_cut(kept.line.text)}" for kept in reading.verbatim]
    yield from _list("照录原文", kept)
    yield from _list("没有导入", [f"第{line.number}行：{_cut(line.text)}" for line in reading.set_aside])
    yield from _list(
        "文件中另有", [_told(finding) for finding in reading.findings if finding.severity is Severity.NOTE]
    )
    yield from _list("请核对", [_told(finding) for finding in _doubts(reading)])
    if commented:
        new = f"新增 {commented.new} 条" if commented.new else "都已在其中"
        yield f"批注 {commented.count} 条写在 {commented.path}（{new}），请逐条填写“处理”和“理由”"
    if reading.complete:
        unprinted = _UNPRINTED if reading.is_own else ""
        yield f"核对：读出的 {reading.characters} 个字符都在，顺序一致（标点的宽度和空格不计）{unprinted}"
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


def _account(reading: bulletin_gen.Reading, source: Path, target: Path, commented: _Commented | None) -> dict[str, Any]:
    return {
        "source": str(source),
        "spec": str(target),
        "opinions": str(commented.path) if commented else None,
        "own_file": reading.is_own,
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
