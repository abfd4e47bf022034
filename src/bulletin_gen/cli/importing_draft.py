"""`bulletin-gen import` of a text or DOCX: each bulletin in it a spec, its comments in 意见.yaml, and what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import bulletin_gen
from bulletin_gen.cli.imported import listed, told, verified
from bulletin_gen.cli.terminal import say
from bulletin_gen.files.names import OPINIONS
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.text.shown import cut_short

_UNPRINTED = "；不印出来的内容不在这份文件里，见“请核对”"
_COMMENT, _REVISIONS = "import/comment", "import/revisions"


@frozen
class _Made:
    """A bulletin that was read of `source`, and the text of the spec that is written of it."""

    source: Path
    reading: bulletin_gen.Reading
    target: Path
    text: str

    @cached_property
    def spec(self) -> bulletin_gen.Spec:
        return bulletin_gen.load_spec(self.text, str(self.target))

    def named(self, path: str) -> str:
        """Return what a field is called in the spec."""
        return self.spec.places.as_typed(path)

    def has(self, rule: str) -> bool:
        """Whether something is told of the reading by a rule."""
        return any(finding.rule == rule for finding in self.reading.findings)

    @property
    def doubts(self) -> list[Finding]:
        return [finding for finding in self.reading.findings if finding.severity is not Severity.NOTE]


@frozen
class _Commented:
    """What becomes of 意见.yaml: of `count` comments `new` ones are put below what is there."""

    path: Path
    text: str
    count: int
    new: int


def import_draft(
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
    readings = parts.readings if parts else (reading,)
    targets = _targets(output or source.with_suffix(".yaml"), len(readings))
    all_made = [_made(one, source, target, keys) for one, target in zip(readings, targets, strict=True)]
    commented = None if parts else _commented(all_made[0])
    write_new_specs({made.target: made.text for made in all_made}, keys, overwrite=force)
    if commented and commented.new:
        bulletin_gen.write_new(commented.path, commented.text.encode(), overwrite=True)
    if as_json:
        accounts = [_account(made, commented) for made in all_made]
        common = [{"line": line.number, "text": line.text} for line in parts.common] if parts else []
        account = {"common": common, "parts": accounts} if parts else accounts[0]
        say(json.dumps(account, ensure_ascii=False, indent=2))
    else:
        for line in (*(_parted_report(parts) if parts else ()), *_reports(all_made, commented)):
            say(line)
        if revisions is bulletin_gen.Revisions.REJECT and any(made.has(_REVISIONS) for made in all_made):
            say(f"拒绝的修订要逐条取舍的，请再运行：bulletin-gen merge {targets[0]} {source}")
    return 1 if parts or any(made.doubts for made in all_made) else 0


def _targets(target: Path, number: int) -> list[Path]:
    """Return where each of so many bulletins is written: 通报-1.yaml, 通报-2.yaml where there are several."""
    if number == 1:
        return [target]
    return [target.with_name(f"{target.stem}-{at}{target.suffix}") for at in range(1, number + 1)]


def _made(reading: bulletin_gen.Reading, source: Path, target: Path, keys: bulletin_gen.Keys) -> _Made:
    """Return the spec of a reading, and the reading with what else is doubtful in it."""
    from bulletin_gen.files.incoming import contradictions, own_file
    from bulletin_gen.readers.notes import notes_on

    more = (*own_file(reading, source), *contradictions(reading.spec))
    doubted = replace(reading, findings=(*reading.findings, *more))
    return _Made(source, doubted, target, verified(reading.spec, notes_on(doubted), source, keys))


def _commented(made: _Made) -> _Commented | None:
    """Return the comments of a file for 意见.yaml beside the spec; None where it has none.

    Raises SpecError where the opinions that are there cannot be read, WriteError where the spec would take their name.
    """
    from bulletin_gen.files.incoming import read_returned_file
    from bulletin_gen.files.names import identity
    from bulletin_gen.files.opinion_files import read_opinion_file

    if not made.has(_COMMENT):
        return None
    path = made.target.with_name(OPINIONS)
    if identity(path) == identity(made.target):
        problem = bulletin_gen.Problem(f"{path} 这个名字留给批注里的意见，没有写出", "请用 -o 写到另一个文件")
        raise bulletin_gen.WriteError(problem)
    earlier = read_opinion_file(path) if path.exists() else None
    merged = bulletin_gen.merge(made.spec, [read_returned_file(made.source)])
    comments = [opinion for opinion in merged.opinions if opinion.kind is bulletin_gen.OpinionKind.COMMENT]
    known = {opinion.id for opinion in earlier.opinions} if earlier else set()
    new = len({opinion.id for opinion in comments} - known)
    called = made.spec.places.as_typed
    text = bulletin_gen.dump_opinions(comments, earlier.places.source if earlier else None, called)
    return _Commented(path, text, len(comments), new)


def _parted_report(parts: bulletin_gen.Parts) -> Iterator[str]:
    names = "、".join(part.bulletin.issuer.name for part in parts.readings)
    yield f"原稿里有 {len(parts.readings)} 个单位的情况，每个单位写成一份，请核对分得对不对：{names}"
    yield from listed("各份都没有写进的开头", [f"第{line.number}行：{cut_short(line.text)}" for line in parts.common])


def _reports(all_made: list[_Made], commented: _Commented | None) -> Iterator[str]:
    for made in all_made:
        yield from _report(made, commented)


def _report(made: _Made, commented: _Commented | None) -> Iterator[str]:
    reading = made.reading
    yield f"已把 {made.source} 读成 {made.target}"
    yield f"归入字段：{'、'.join(reading.typed) or '无'}"
    kept = [f"第{kept.line.number}行 {made.named(kept.path)}：{cut_short(kept.line.text)}" for kept in reading.verbatim]
    yield from listed("照录原文", kept)
    yield from listed("没有导入", [f"第{line.number}行：{cut_short(line.text)}" for line in reading.set_aside])
    yield from listed(
        "文件中另有", [told(finding) for finding in reading.findings if finding.severity is Severity.NOTE]
    )
    yield from listed("请核对", [told(finding) for finding in made.doubts])
    if commented:
        new = f"新增 {commented.new} 条" if commented.new else "都已在其中"
        yield f"批注 {commented.count} 条写在 {commented.path}（{new}），请逐条填写“处理”和“理由”"
    if reading.complete:
        unprinted = _UNPRINTED if reading.is_own else ""
        yield f"核对：读出的 {reading.characters} 个字符都在，顺序一致（标点的宽度和空格不计）{unprinted}"
    else:
        yield "核对：没有全部读出，见上面的行号"


def _account(made: _Made, commented: _Commented | None) -> dict[str, Any]:
    reading = made.reading
    return {
        "source": str(made.source),
        "spec": str(made.target),
        "opinions": str(commented.path) if commented else None,
        "own_file": reading.is_own,
        "complete": reading.complete,
        "characters": reading.characters,
        "typed": reading.typed,
        "verbatim": [
            {
                "path": kept.path,
                "typed_path": made.named(kept.path),
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
