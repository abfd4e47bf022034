"""A file that an office has, in; the bulletin in it out."""

import re
from dataclasses import replace
from pathlib import Path

from bulletin_gen.checks.table import check_spec
from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.libreoffice import as_docx, find_libreoffice
from bulletin_gen.files.names import SPECS, is_lock
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.returned import Returned
from bulletin_gen.readers.text import LARGEST, decode, read_text
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import chinese_name
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

_WORD = frozenset([".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt"])
_OLE = b"\xd0\xcf\x11\xe0"
_WORD_STARTS = (b"PK", _OLE)
_WORD_STREAM = "WordDocument".encode("utf-16-le")  # what a DOC holds, and an Excel table or a locked DOCX does not

_SAVE_AS = "请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”再导入"
_COPY_OUT = "请打开它，把文字复制到 Word 文档（.docx）或文本文件（.txt）里再导入"
_TABLE = "请用 bulletin-gen import 把台账读成通报；别的表格，请把文字复制到 Word 文档（.docx）里再导入"
_OTHER: dict[str, tuple[str, str]] = {
    ".ofd": ("这是 OFD 版式文件", _COPY_OUT),
    ".pdf": ("这是 PDF 文件", _COPY_OUT),
    ".ceb": ("这是 CEB 版式文件", _COPY_OUT),
    ".gd": ("这是书生版式文件（GD）", _COPY_OUT),
    ".caj": ("这是 CAJ 文件", _COPY_OUT),
    ".rtf": ("这不是完整的 RTF 文件", _SAVE_AS),
    ".odt": ("这不是完整的 OpenDocument 文件（ODT）", _SAVE_AS),
    ".uof": ("这是标文通文件（UOF）", _SAVE_AS),
    ".mht": ("这是网页的存档（MHT）", _SAVE_AS),
    ".mhtml": ("这是网页的存档（MHT）", _SAVE_AS),
    ".et": ("这是 WPS 表格（ET）", _TABLE),
    ".xls": ("这是 Excel 表格（XLS）", _TABLE),
    ".xlsx": ("这是 Excel 表格（XLSX）", _TABLE),
    ".xlsm": ("这是 Excel 表格（XLSM）", _TABLE),
    ".csv": ("这是 CSV 表格", _TABLE),
    ".tsv": ("这是 TSV 表格", _TABLE),
    ".dps": ("这是 WPS 演示（DPS）", _COPY_OUT),
    ".ppt": ("这是幻灯片（PPT）", _COPY_OUT),
    ".pptx": ("这是幻灯片（PPTX）", _COPY_OUT),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"), ("这是图片", "请先识别出文字，再导入文本文件")),
}
DRAFTS = frozenset([*_WORD, *_OTHER, ".txt", ".md", ".htm", ".html"])  # names of what is no spec but an office's own
_TOLD_BY_READING = frozenset(["spec/counts"])
_TOP_FIELDS = ("issuer", "inspection", "results")
_TOP_KEYS = "|".join(name for field in _TOP_FIELDS for name in (field, chinese_name(Bulletin, field)))
_TOP_KEY = Regex(rf"^(?:{_TOP_KEYS}):(?=\s|$)", re.MULTILINE)  # issuer:, 发文机关:; not 发文机关：
_SPEC_LIKE = 2  # so many fields of a spec at the margin make a text one


@frozen
class _Foreign:
    """A document that LibreOffice reads for us: how it knows it, and how we call it."""

    suffix: str
    name: str


def read_bulletin(path: str | Path, revisions: Revisions = Revisions.ACCEPT) -> Reading:
    """Return the bulletin in a plain text or a DOCX; `revisions` tells what becomes of a DOCX's tracked changes.

    A DOC, WPS, RTF or ODT is read where LibreOffice is installed. Raises ReadError when the file cannot be read, or
    holds no bulletin's text.
    """
    path = Path(path)
    kind = path.suffix.lower()
    _refuse_by_name(path, kind)
    source = read_at_most(path, MAX_BYTES, "请给出原稿（.txt 或 .docx）的路径", ReadError, (".docx", ".txt"))
    foreign = _foreign(source, kind)
    if foreign is not None:
        return _read_foreign(source, foreign, str(path), revisions)
    if kind in _OTHER:
        raise ReadError(Problem(f"{_OTHER[kind][0]}，不能直接导入", _OTHER[kind][1], Where(str(path))))
    if kind in _WORD or source.startswith(_WORD_STARTS):
        return read_docx(source, str(path), revisions)
    _refuse_spec(path, source)
    return read_text(source, str(path))


def read_returned_file(path: str | Path) -> Returned:
    """Return what came back in a DOCX, or in what LibreOffice makes one of. Raises ReadError."""
    path = Path(path)
    if path.suffix.lower() in SPECS:
        hint = "请把通报文件写在最前面，只写一份，返回稿（.docx）写在后面"
        raise ReadError(Problem("这是通报的 YAML 文本，不是返回稿", hint, Where(str(path))))
    _refuse_by_name(path, path.suffix.lower())
    source = read_at_most(path, MAX_BYTES, "请给出返回稿（.docx）的路径", ReadError, (".docx",))
    foreign = _foreign(source, path.suffix.lower())
    return read_returned(_as_docx(source, foreign, str(path)) if foreign else source, path.name)


def own_file(reading: Reading, file: Path) -> list[Finding]:
    """Return a word on what a file that this program wrote does not say: it is but in the spec that it was made of."""
    if not reading.is_own:
        return []
    message = (
        "这份文件是用 bulletin-gen 生成的：各问题的状态、责任单位、领导和时限，自动统计的数的写法，注释等不印出来的"
        "内容，只在原来的通报文件（YAML）里，这里读不出"
    )
    hint = f"有原来的通报文件时，请改用：bulletin-gen merge 原来的通报.yaml {file.name}，只把改动和批注合进去"
    return [Finding("import/own-file", Severity.WARNING, message, hint, Where(str(file)))]


def contradictions(spec: Spec) -> list[Finding]:
    """Return what a bulletin that was read says against itself, as it will be told when it is rendered."""
    return [finding for finding in check_spec(spec) if finding.rule not in _TOLD_BY_READING]


def _foreign(source: bytes, kind: str) -> _Foreign | None:
    """Return what LibreOffice may read for us, None for any other file and for one that is too large."""
    if len(source) > MAX_BYTES or (kind in _OTHER and kind not in (".rtf", ".odt")):
        return None
    if source.startswith(_OLE) and _WORD_STREAM in source:
        return _Foreign(".doc", "WPS 文档（WPS）" if kind in (".wps", ".wpt") else "Word 97—2003 文档（DOC）")
    if source.startswith(b"{\\rtf"):
        return _Foreign(".rtf", "RTF 文件")
    return _Foreign(".odt", "OpenDocument 文件（ODT）") if kind == ".odt" and source.startswith(b"PK") else None


def _as_docx(source: bytes, foreign: _Foreign, file: str) -> bytes:
    program = find_libreoffice()
    if program is None:
        message = f"这是 {foreign.name}，这台机器上没有 LibreOffice，不能直接导入"
        raise ReadError(Problem(message, f"{_SAVE_AS}；也可以先安装 LibreOffice", Where(file)))
    return as_docx(source, foreign.suffix, program, file)


def _read_foreign(source: bytes, foreign: _Foreign, file: str, revisions: Revisions) -> Reading:
    reading = read_docx(_as_docx(source, foreign, file), file, revisions)
    message = f"这是 {foreign.name}，由 LibreOffice 转成 DOCX 后读出"
    told = Finding("import/converted", Severity.NOTE, message, "请对照原文核对", Where(file))
    return replace(reading, findings=(told, *reading.findings))


def _refuse_by_name(path: Path, kind: str) -> None:
    where = Where(str(path))
    if is_lock(path):
        message = "这是 Word 或 WPS 打开文档时留下的锁定文件，不是文档本身"
        raise ReadError(Problem(message, "请导入同一文件夹里不带“~$”的那个文档", where))
    if kind in SPECS:
        raise ReadError(Problem("这已是通报的 YAML 文本，不用导入", f"请直接运行：bulletin-gen render {path}", where))


def _refuse_spec(path: Path, source: bytes) -> None:
    """Refuse a spec that goes by the name of a text (通报.yaml.txt)."""
    if holds_spec(source, str(path)):
        hint = f"请把它改名为 {path.stem.removesuffix('.yaml')}.yaml，再运行 bulletin-gen render"
        raise ReadError(Problem("这已是通报的 YAML 文本，不用导入", hint, Where(str(path))))


def holds_spec(source: bytes, file: str) -> bool:
    """Return whether the bytes of a text are a spec, whatever its name is. Raises ReadError for what is no text."""
    return len(source) <= LARGEST and len(set(_TOP_KEY.findall(decode(source, file)))) >= _SPEC_LIKE
