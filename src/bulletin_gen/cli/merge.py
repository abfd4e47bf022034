"""`bulletin-gen merge`: a spec and what came back of it in; 意见.yaml and the next draft out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

import bulletin_gen
from bulletin_gen.cli.authors import refuse_stranger
from bulletin_gen.cli.command import Command
from bulletin_gen.cli.jobs import for_each, spare_the_source, without_locks
from bulletin_gen.cli.terminal import say
from bulletin_gen.files.names import OPINIONS
from bulletin_gen.finding import Severity
from bulletin_gen.text.shown import cut_short

_SHOWN = 120  # characters of a text in the list


@click.command(
    cls=Command,
    name="merge",
    short_help="把返回的征求意见稿并回通报文件。",
    arguments={
        "通报": "发出征求意见稿时的通报文件（.yaml）。",
        "返回稿": "各单位改过的 DOCX，可以有好几份；不给的，只按意见.yaml 里的处理结果改。",
    },
)
@click.argument("source", type=click.Path(path_type=Path), metavar="通报")
@click.argument("returns", type=click.Path(path_type=Path), nargs=-1, metavar="[返回稿]…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="新稿写到哪里，默认 通报-合并稿.yaml。"
)
@click.option("--list", "only_list", is_flag=True, help="只列出各条意见，什么都不写。")
@click.option(
    "--accept",
    default="",
    metavar="谁",
    help="待定的意见这样处理：all 都采纳，none 都不采纳，或只采纳某人的（和别人改在同一处的除外）。",
)
@click.option("--json", "as_json", is_flag=True, help="结果用 JSON 格式输出。")
@click.option("--force", is_flag=True, help="新稿已有同名文件，不是本程序生成的、或生成后改动过的，也覆盖。")
def merge(
    source: Path,
    returns: tuple[Path, ...],
    output: Path | None,
    only_list: bool,
    accept: str,
    as_json: bool,
    force: bool,
) -> int:
    """把各单位返回的 DOCX 逐处对照，每处修改和批注记成一条意见，写进通报文件旁边的“意见.yaml”。

    在“意见.yaml”里逐条写明处理（采纳、部分采纳、不采纳），再运行一次，采纳的就改进新稿；状态、责任单位、{{ }} 和
    注释都不动，原来的通报文件也不改。每次都请从发出的那份通报文件合并：同一处不会改两遍，返回稿先来后到都一样。

    没有修订记录的修改，记在文件名所说的单位名下：通报-县财政局.docx 是县财政局的。几条意见改的是同一处的，都列出来，
    等你选定一条。

    退出码：0 全部处理完，1 还有待定、冲突或放不进字段的意见，2 未能合并。
    """
    from bulletin_gen.files.incoming import read_returned_file
    from bulletin_gen.files.opinion_files import read_opinion_file

    target = output or source.with_name(f"{source.stem}-合并稿.yaml")
    spare_the_source(target, source, "通报文件")
    spec = bulletin_gen.read_spec(source)
    kept = source.with_name(OPINIONS)
    earlier = read_opinion_file(kept) if kept.exists() else None
    if earlier is None and not returns:
        message = f"没有给出返回稿，{source} 旁边也没有 {OPINIONS}，没有可合并的"
        hint = f"请写成：bulletin-gen merge {source} 返回稿.docx"
        raise bulletin_gen.BulletinError(bulletin_gen.Problem(message, hint))
    files = for_each(read_returned_file, without_locks(returns))
    known = earlier.opinions if earlier else ()
    merged = bulletin_gen.merge(spec, files, known, accept)
    if accept not in ("", "all", "none"):
        refuse_stranger(accept, merged.opinions)
    text, called = earlier.places.source if earlier else None, spec.places.as_typed
    written = [] if only_list else [*_write_opinions(merged, kept, text, called), *_write(merged, target, force)]
    if as_json:
        say(json.dumps(_account(merged, written), ensure_ascii=False, indent=2))
    else:
        _tell(merged, written, only_list)
    is_open = merged.count(bulletin_gen.Handling.PENDING) or any(
        finding.severity is not Severity.NOTE for finding in merged.findings
    )
    return int(bool(is_open))


def _write_opinions(
    merged: bulletin_gen.Merged, kept: Path, earlier: str | None, called: Callable[[str], str]
) -> list[Path]:
    """Write 意见.yaml where it changed, and return it: before the draft, so that no decision is lost with that."""
    from bulletin_gen.review.decided import with_decisions

    if not merged.opinions:
        return []
    decided = with_decisions(earlier, merged.opinions) if earlier is not None else None
    text = bulletin_gen.dump_opinions(merged.opinions, decided, called)
    if text == earlier:
        return []
    bulletin_gen.write_new(kept, text.encode(), overwrite=True)
    return [kept]


def _write(merged: bulletin_gen.Merged, target: Path, force: bool) -> list[Path]:
    if not merged.applied:
        return []
    bulletin_gen.write_files({target: merged.text.encode()}, overwrite=force)
    return [target]


def _tell(merged: bulletin_gen.Merged, written: list[Path], only_list: bool) -> None:
    for opinion in merged.opinions:
        if only_list or opinion.handling is bulletin_gen.Handling.PENDING:
            for line in _listed(opinion):
                say(line)
    for finding in merged.findings:
        say(str(finding), to_errors=True)
    say(_summary(merged))
    for path in written:
        say(f"已生成 {path}")
    if merged.count(bulletin_gen.Handling.PENDING) and not only_list:
        say(f"请在 {OPINIONS} 里逐条写明处理和理由，再运行一次")


def _listed(opinion: bulletin_gen.Opinion) -> Iterator[str]:
    """Yield an opinion as the list has it."""
    place = opinion.place or "不在正文里"
    yield f"{opinion.id}  {opinion.handling}  {opinion.author}  {place}  {opinion.kind}"
    rows = (("原文", opinion.old), ("改为", opinion.new), ("意见", opinion.said), ("理由", opinion.reason))
    yield from (
        f"    {name}：{cut_short(text, _SHOWN)}" for name, text in rows if text and not _is_repeated(opinion, name)
    )
    yield from (f"    {reply.author}答复：{cut_short(reply.text, _SHOWN)}" for reply in opinion.replies)
    if opinion.conflicts:
        yield f"    与这些意见改的是同一处：{'、'.join(opinion.conflicts)}"


def _is_repeated(opinion: bulletin_gen.Opinion, name: str) -> bool:
    return name == "改为" and opinion.new == opinion.old


def _summary(merged: bulletin_gen.Merged) -> str:
    if not merged.opinions:
        return "返回稿与通报文件的文字相同，没有意见。"
    counts = "、".join(
        f"{handling}{number}条" for handling in bulletin_gen.Handling if (number := merged.count(handling))
    )
    clashing = sum(bool(opinion.conflicts) for opinion in merged.opinions)
    conflict = f"；有{clashing}条改的是同一处" if clashing else ""
    done = f"；采纳的有{len(merged.done)}条原已改好" if merged.done else ""
    return f"共有意见{len(merged.opinions)}条：{counts}{conflict}。改进新稿{len(merged.applied)}条{done}。"


def _account(merged: bulletin_gen.Merged, written: list[Path]) -> dict[str, Any]:
    return {
        "opinions": [
            {
                "id": opinion.id,
                "kind": str(opinion.kind),
                "file": opinion.file,
                "author": opinion.author,
                "when": opinion.when.isoformat() if opinion.when else None,
                "place": opinion.place,
                "path": opinion.path,
                "old": opinion.old,
                "new": opinion.new,
                "said": opinion.said,
                "resolved": opinion.resolved,
                "handling": str(opinion.handling),
                "reason": opinion.reason,
                "conflicts": list(opinion.conflicts),
            }
            for opinion in merged.opinions
        ],
        "applied": list(merged.applied),
        "done": list(merged.done),
        "written": [str(path) for path in written],
        "findings": [
            {"rule": finding.rule, "severity": str(finding.severity), "message": finding.message, "hint": finding.hint}
            for finding in merged.findings
        ],
    }
