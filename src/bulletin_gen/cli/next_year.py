"""`bulletin-gen import --as-next-year`: last year's bulletin in, the draft of this year's out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bulletin_gen
from bulletin_gen.cli.imported import told
from bulletin_gen.cli.terminal import say
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.text.shown import cut_short

if TYPE_CHECKING:
    from bulletin_gen.renewing.next_year import Remark

_SUFFIX = "-今年.yaml"


def draft_next_year(
    source: Path,
    output: Path | None,
    revisions: bulletin_gen.Revisions,
    keys: bulletin_gen.Keys,
    force: bool,
    as_json: bool,
) -> int:
    """Write this year's draft and tell what was set open in it. Return 1 where the reading of last year's is doubtful.

    Raises BulletinError where last year's bulletin cannot be read, or the draft not be written.
    """
    from bulletin_gen.files.new_spec import with_schema, write_new_spec
    from bulletin_gen.files.to_check import read_to_check
    from bulletin_gen.renewing.notes import notes_on_draft
    from bulletin_gen.spec.names import with_placeholders

    given = read_to_check(source, revisions).given
    draft = bulletin_gen.as_next_year(given.spec if isinstance(given, bulletin_gen.Reading) else given)
    doubts = _doubts(given)
    target = output or source.with_name(f"{source.stem}{_SUFFIX}")
    dumped = bulletin_gen.dump_spec(draft.bulletin, notes_on_draft(draft, keys), keys)
    if bulletin_gen.load_spec(dumped, str(target)).bulletin != draft.bulletin:
        problem = bulletin_gen.Problem(f"{target} 读回来与起草的不一致，没有写出", "请把原稿报告给维护者")
        raise bulletin_gen.WriteError(problem)
    text = with_schema(with_placeholders(dumped, keys))
    write_new_spec(target, text, keys, overwrite=force)
    spec = bulletin_gen.load_spec(text, str(target))
    if as_json:
        say(json.dumps(_account(draft, spec, doubts, source, target), ensure_ascii=False, indent=2))
    else:
        for line in _report(draft, spec, doubts, source, target):
            say(line)
    return 1 if doubts else 0


def _doubts(given: bulletin_gen.Spec | bulletin_gen.Reading) -> list[Finding]:
    findings = given.findings if isinstance(given, bulletin_gen.Reading) else ()
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


def _report(
    draft: bulletin_gen.NextYear, spec: bulletin_gen.Spec, doubts: Sequence[Finding], source: Path, target: Path
) -> Iterator[str]:
    yield f"已照 {source} 起草 {target}"
    place = _placed(spec)
    yield from _list("去年的事实换成待补", draft.opened, place, "去年为")
    yield from _list("去年的没有带过来", draft.left_out, place, "")
    yield from _list("照旧的请核对", draft.to_check, place, "")
    if doubts:
        yield f"读原稿时有疑问 {len(doubts)} 处："
        yield from (f"  {told(finding)}" for finding in doubts)
    yield f"填好待补的地方，再运行：bulletin-gen render {target}"


def _list(title: str, remarks: Sequence[Remark], place: Callable[[str], str], lead: str) -> Iterator[str]:
    """Yield a line for each field, with all that is remarked of it."""
    if remarks:
        yield f"{title} {len(remarks)} 处："
    for path, group in groupby(remarks, key=lambda remark: remark.path):
        yield f"  {place(path)}：{lead}{'；'.join(cut_short(remark.text) for remark in group)}"


def _placed(spec: bulletin_gen.Spec) -> Callable[[str], str]:
    """Return what names a field by its line in the draft and its path there, if that is English by its name as well."""
    from bulletin_gen.renewing.notes import name_at

    def place(path: str) -> str:
        line, typed = spec.where(path).line, spec.places.as_typed(path)
        return f"{f'第{line}行 ' if line else ''}{typed}{f'（{name_at(path)}）' if typed.isascii() else ''}"

    return place


def _account(
    draft: bulletin_gen.NextYear, spec: bulletin_gen.Spec, doubts: Sequence[Finding], source: Path, target: Path
) -> dict[str, Any]:
    from bulletin_gen.renewing.notes import name_at

    def told(remarks: Sequence[Remark], key: str) -> list[dict[str, object]]:
        return [
            {
                "path": one.path,
                "typed_path": spec.places.as_typed(one.path),
                "name": name_at(one.path),
                "line": spec.where(one.path).line,
                key: one.text,
            }
            for one in remarks
        ]

    return {
        "source": str(source),
        "spec": str(target),
        "opened": told(draft.opened, "last_year"),
        "left_out": told(draft.left_out, "last_year"),
        "to_check": told(draft.to_check, "message"),
        "findings": [
            {"rule": doubt.rule, "line": doubt.where.line, "message": doubt.message, "hint": doubt.hint}
            for doubt in doubts
        ],
    }
