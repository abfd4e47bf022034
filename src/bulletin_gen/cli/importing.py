"""`bulletin-gen import`: a text, DOCX or ledger that an office has in, a spec out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.command import KEYS, Command
from bulletin_gen.cli.imported import listed as _list
from bulletin_gen.cli.imported import told as _told
from bulletin_gen.cli.imported import verified
from bulletin_gen.cli.importing_ledger import import_ledger, is_ledger, ledger_options
from bulletin_gen.cli.jobs import spare_the_source
from bulletin_gen.cli.merge import OPINIONS
from bulletin_gen.cli.next_year import draft_next_year
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity

_SHOWN = 40  # characters of a line
_UNPRINTED = "；不印出来的内容不在这份文件里，见“请核对”"
_COMMENT = "import/comment"


@click.command(
    cls=Command,
    name="import",
    short_help="把已有的通报（TXT 或 DOCX）或整改台账读成 YAML 文本，或照去年的起草今年的。",
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
    DOCX 的行号按有文字的段落数。一份原稿里有几个单位的通报、分得清的，每个单位写成一份：通报-1.yaml、通报-2.yaml……

    整改台账（.xlsx、.xls、.csv）读成通报里的问题、措施、责任单位、时限和状态，其余的先写成【待补】；每一列当作什么都说明，
    认错了用 --columns 改正。--into 把台账的新情况并进已有的通报，只改有变化的地方，逐处说明。

    加 --as-next-year 时起草今年的通报，默认写成“原稿名-今年.yaml”：层次、套话和不带年份的句子保留，去年的事实换成待补，
    每个方面只留一个问题作样子，问题和措施的个数改为自动统计。换了什么、没带什么、要核对什么，逐处列出；没填的在稿上标黄，
    定稿不生成。

    退出码：0 没有疑问，1 有需要核对的地方，2 未能导入。
    """

    if is_ledger(source, ledger):
        return import_ledger(source, output, bulletin_gen.Keys(keys), force, as_json, **ledger)
    revisions = bulletin_gen.Revisions.REJECT if reject_changes else bulletin_gen.Revisions.ACCEPT
    if output:
        spare_the_source(output, source, "原稿")
    if as_next_year:
        return draft_next_year(source, output, revisions, bulletin_gen.Keys(keys), force, as_json)
    return _import(source, output, revisions, bulletin_gen.Keys(keys), force, as_json)


def _import(
    source: Path,
    output: Path | None,
    revisions: bulletin_gen.Revisions,
    keys: bulletin_gen.Keys,
    force: bool,
    as_json: bool,
) -> int:
    """Write the spec of a draft, or those of all the bodies in it; return the exit code."""
    from bulletin_gen.files.new_spec import write_new_specs

    reading = bulletin_gen.read_bulletin(source, revisions)
    parts = bulletin_gen.parted(reading, str(source))
    told = [_doubted(one, source) for one in (parts.readings if parts else (reading,))]
    targets = _targets(output or source.with_suffix(".yaml"), len(told))
    specs = {target: _spec(one, source, keys) for target, one in zip(targets, told, strict=True)}
    commented = None if parts else _commented(told[0], specs[targets[0]], source, targets[0])
    write_new_specs(specs, overwrite=force)
    if commented and commented.new:
        bulletin_gen.write_new(commented.path, commented.text.encode(), overwrite=True)
    if as_json:
        accounts = [_account(one, source, target, commented) for target, one in zip(targets, told, strict=True)]
        say(json.dumps(accounts if parts else accounts[0], ensure_ascii=False, indent=2))
        return _exit_code(told, parts)
    for line in _parted_report(parts) if parts else ():
        say(line)
    for target, one in zip(targets, told, strict=True):
        for line in _report(one, source, target, commented):
            say(line)
    return _exit_code(told, parts)


def _exit_code(told: Sequence[bulletin_gen.Reading], parts: bulletin_gen.Parts | None) -> int:
    return 1 if parts or any(map(_doubts, told)) else 0


def _doubted(reading: bulletin_gen.Reading, source: Path) -> bulletin_gen.Reading:
    """Return a reading with what else is doubtful in it."""
    from bulletin_gen.files.incoming import contradictions, own_file

    more = (*own_file(reading, source), *contradictions(reading.spec))
    return replace(reading, findings=(*reading.findings, *more))


def _targets(target: Path, number: int) -> list[Path]:
    """Return where each of so many bulletins is written: 通报-1.yaml, 通报-2.yaml where there are several."""
    if number == 1:
        return [target]
    return [target.with_name(f"{target.stem}-{at}{target.suffix}") for at in range(1, number + 1)]


def _parted_report(parts: bulletin_gen.Parts) -> Iterator[str]:
    names = "、".join(part.bulletin.issuer.name for part in parts.readings)
    yield f"原稿里有 {len(parts.readings)} 个单位的情况，每个单位写成一份，请核对分得对不对：{names}"
    yield from _list("各份都没有写进的开头", [f"第{line.number}行：{_cut(line.text)}" for line in parts.common])


def _spec(reading: bulletin_gen.Reading, source: Path, keys: bulletin_gen.Keys) -> str:
    """Return the spec, read back and found the same. Raises BulletinError where that is not so."""
    from bulletin_gen.readers.notes import notes_on

    return verified(reading.spec, notes_on(reading), source, keys)


@dataclass(frozen=True)
class _Commented:
    """What becomes of 意见.yaml: of `count` comments `new` ones are put below what is there."""

    path: Path
    text: str
    count: int
    new: int


def _commented(reading: bulletin_gen.Reading, spec: str, source: Path, target: Path) -> _Commented | None:
    """Return the comments of a file for 意见.yaml beside the spec; None where it has none.

    Raises SpecError where the opinions that are there cannot be read.
    """
    from bulletin_gen.files.incoming import read_returned_file
    from bulletin_gen.files.yaml_files import read_opinion_file

    if not any(finding.rule == _COMMENT for finding in reading.findings):
        return None
    path = target.with_name(OPINIONS)
    earlier = read_opinion_file(path) if path.exists() else None
    merged = bulletin_gen.merge(bulletin_gen.load_spec(spec, str(target)), [read_returned_file(source)])
    comments = [opinion for opinion in merged.opinions if opinion.kind is bulletin_gen.OpinionKind.COMMENT]
    known = {opinion.id for opinion in earlier.opinions} if earlier else set()
    new = len({opinion.id for opinion in comments} - known)
    return _Commented(
        path, bulletin_gen.dump_opinions(comments, earlier.places.source if earlier else None), len(comments), new
    )


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
