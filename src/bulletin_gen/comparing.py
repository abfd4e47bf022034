"""Two versions of a bulletin in; the files that say what changed between them, as bytes, out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bulletin_gen.composing import compose
from bulletin_gen.document import Document, Draft
from bulletin_gen.errors import BulletinError, Problem
from bulletin_gen.finding import Finding
from bulletin_gen.fonts import FontSet
from bulletin_gen.frozen import frozen
from bulletin_gen.rendering import render_document
from bulletin_gen.review.comparison import Comparison, Version, compare_versions
from bulletin_gen.review.redline import Signed
from bulletin_gen.review.report import comparison_html, comparison_json
from bulletin_gen.review.table import comparison_table
from bulletin_gen.spans import joined, spanned
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers import Numbering

COMPARED_FORMATS = ("docx", "pdf", "html", "json")
REDLINE, TABLE = "花脸稿", "修改对照表"
_LEGEND = "花脸稿：有下划线的是新增，有删除线的是删去"


@frozen
class Compared:
    """`files` holds the bytes by what they are and their format: (花脸稿, docx). `findings` tell of faces that stand
    in for others: how a redline breaks its lines matters to nobody."""

    files: dict[tuple[str, str], bytes]
    comparison: Comparison
    findings: tuple[Finding, ...] = ()


def compare(old: Spec | Bulletin, new: Spec | Bulletin, author: str, when: datetime | None = None) -> Comparison:
    """Return what became of the old version in the new one, its changes said to be by `author`.

    Raises SpecError where a text of either cannot be decided.
    """
    return compare_versions(_version(old), _version(new), Signed(author, when))


def _version(given: Spec | Bulletin) -> Version:
    spec = as_spec(given)
    return Version(spec.bulletin, compose(spec))


def write_comparison(
    comparison: Comparison,
    names: tuple[str, str],
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
) -> Compared:
    """Return the redline (花脸稿, docx and pdf) and the table of changes (修改对照表, docx, html and json) of two
    versions, which are called `names`. Raises what `render` raises."""
    _refuse_unknown(formats)
    drawn = [name for name in formats if name in _REDLINE_FORMATS]
    redlined = render_document(_with_legend(comparison.redline.document), drawn, style, fonts, Numbering.LITERAL)
    files = {(REDLINE, name): content for name, content in redlined.files.items()}
    files |= {(TABLE, name): _TABLE_WRITERS[name](comparison, names) for name in formats if name in _TABLE_WRITERS}
    faces = tuple(finding for finding in redlined.findings if finding.rule.startswith("fonts/"))
    return Compared(files, comparison, faces)


_REDLINE_FORMATS = ("docx", "pdf")


def _with_legend(document: Document) -> Document:
    """Return a redline whose pages say what its marks mean."""
    draft = document.draft
    text = joined(draft.text, spanned(f"　{_LEGEND}")) if draft else spanned(_LEGEND)
    return replace(document, draft=Draft(text, draft.watermark if draft else ""))


def _table_docx(comparison: Comparison, names: tuple[str, str]) -> bytes:
    table = replace(comparison_table(comparison, *names), draft=None)
    return render_document(table, ["docx"]).files["docx"]


_TABLE_WRITERS: Mapping[str, Callable[[Comparison, tuple[str, str]], bytes]] = {
    "docx": _table_docx,
    "html": lambda comparison, names: comparison_html(comparison, *names).encode(),
    "json": lambda comparison, names: comparison_json(comparison).encode(),
}


def _refuse_unknown(formats: Sequence[str]) -> None:
    unknown = [name for name in formats if name not in COMPARED_FORMATS]
    if unknown:
        problem = Problem(f"没有“{unknown[0]}”这种格式", f"可用：{'、'.join(COMPARED_FORMATS)}")
        raise BulletinError(problem)
