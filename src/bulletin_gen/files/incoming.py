"""A file that an office has, in; the bulletin in it out."""

import re
from pathlib import Path

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.text import LARGEST, decode, read_text
from bulletin_gen.where import Where

_WORD = frozenset([".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt"])
_WORD_STARTS = (b"PK", b"\xd0\xcf\x11\xe0")
_SPECS = frozenset([".yaml", ".yml"])
_LOCK = "~$"  # what Word and WPS put before the name of a document that is open

_SAVE_AS = "请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”再导入"
_COPY_OUT = "请打开它，把文字复制到 Word 文档（.docx）或文本文件（.txt）里再导入"
_TABLE = "请把表格里的文字复制到 Word 文档（.docx）里再导入"
_OTHER: dict[str, tuple[str, str]] = {
    ".ofd": ("这是 OFD 版式文件", _COPY_OUT),
    ".pdf": ("这是 PDF 文件", _COPY_OUT),
    ".ceb": ("这是 CEB 版式文件", _COPY_OUT),
    ".gd": ("这是书生版式文件（GD）", _COPY_OUT),
    ".caj": ("这是 CAJ 文件", _COPY_OUT),
    ".rtf": ("这是 RTF 文件", _SAVE_AS),
    ".odt": ("这是 OpenDocument 文件（ODT）", _SAVE_AS),
    ".uof": ("这是标文通文件（UOF）", _SAVE_AS),
    ".mht": ("这是网页的存档（MHT）", _SAVE_AS),
    ".mhtml": ("这是网页的存档（MHT）", _SAVE_AS),
    ".et": ("这是 WPS 表格（ET）", _TABLE),
    ".xls": ("这是 Excel 表格（XLS）", _TABLE),
    ".xlsx": ("这是 Excel 表格（XLSX）", _TABLE),
    ".csv": ("这是 CSV 表格", _TABLE),
    ".dps": ("这是 WPS 演示（DPS）", _COPY_OUT),
    ".ppt": ("这是幻灯片（PPT）", _COPY_OUT),
    ".pptx": ("这是幻灯片（PPTX）", _COPY_OUT),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"), ("这是图片", "请先识别出文字，再导入文本文件")),
}
_TOP_KEY = re.compile(r"^(?:issuer|results|inspection):", re.MULTILINE)  # issuer:; not issuer：
_SPEC_LIKE = 2  # so many fields of a spec at the margin make a text one


def read_bulletin(path: str | Path, revisions: Revisions = Revisions.ACCEPT) -> Reading:
    """Return the bulletin in a plain text or a DOCX; `revisions` tells what becomes of a DOCX's tracked changes.

    Raises ReadError when the file cannot be read, or holds no bulletin's text.
    """
    path = Path(path)
    kind = path.suffix.lower()
    _refuse_by_name(path, kind)
    source = read_at_most(path, MAX_BYTES, "请给出原稿（.txt 或 .docx）的路径", ReadError)
    if kind in _OTHER:
        raise ReadError(Problem(f"{_OTHER[kind][0]}，不能直接导入", _OTHER[kind][1], Where(str(path))))
    if kind in _WORD or source.startswith(_WORD_STARTS):
        return read_docx(source, str(path), revisions)
    _refuse_spec(path, source)
    return read_text(source, str(path))


def _refuse_by_name(path: Path, kind: str) -> None:
    where = Where(str(path))
    if path.name.startswith(_LOCK):
        message = "这是 Word 或 WPS 打开文档时留下的锁定文件，不是文档本身"
        raise ReadError(Problem(message, "请导入同一文件夹里不带“~$”的那个文档", where))
    if kind in _SPECS:
        raise ReadError(Problem("这已是通报的 YAML 文本，不用导入", f"请直接运行：bulletin-gen render {path}", where))


def _refuse_spec(path: Path, source: bytes) -> None:
    """Refuse a spec that goes by the name of a text (通报.yaml.txt)."""
    if holds_spec(source, str(path)):
        hint = f"请把它改名为 {path.stem.removesuffix('.yaml')}.yaml，再运行 bulletin-gen render"
        raise ReadError(Problem("这已是通报的 YAML 文本，不用导入", hint, Where(str(path))))


def holds_spec(source: bytes, file: str) -> bool:
    """Return whether the bytes of a text are a spec, whatever its name is. Raises ReadError for what is no text."""
    return len(source) <= LARGEST and len(set(_TOP_KEY.findall(decode(source, file)))) >= _SPEC_LIKE
