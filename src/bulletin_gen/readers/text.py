"""A plain text in, in whichever encoding an office has; a reading of it out."""

import codecs
from contextlib import suppress
from dataclasses import replace

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.readers.web_page import is_web_page, page_text
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

LARGEST = 8_000_000  # bytes; a bulletin has some tens of thousands
_BINARY = {
    b"PK\x03\x04": "这是压缩包或 Word 文档（DOCX），不是纯文本",
    b"%PDF": "这是 PDF 文件，不是纯文本",
    b"\xd0\xcf\x11\xe0": "这是旧版 Word 文档（DOC），不是纯文本",
    b"{\\rtf": "这是 RTF 文件，不是纯文本",
}
_LINE_END = Regex("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # CR LF is one; not a space


def read_text(source: bytes | str, file: str | None = None) -> Reading:
    """Return the bulletin in a plain text; `file` names it in findings.

    Bytes are UTF-8, UTF-16 with its mark, or GB18030 (which GBK is a part of). Raises ReadError for anything else,
    for a file without text and for one over the limit.
    """
    if len(source) > LARGEST:
        raise ReadError(Problem(f"文件太大，超过{LARGEST // 1_000_000}MB", "请确认选对了文件", Where(file)))
    text = source if isinstance(source, str) else decode(source, file)
    if is_web_page(text):
        return _read_page(text, file)
    lines = (SourceLine(line, number) for number, line in enumerate(_LINE_END.split(text), start=1))
    return read_lines([line for line in lines if line.text], file)


def line_starts(text: str) -> list[int]:
    """Return where each line of a plain text begins."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def _read_page(text: str, file: str | None) -> Reading:
    page = page_text(text)
    reading = read_lines(page.lines, file)
    tables = f"和 {page.flat_tables} 个表格的行列" if page.flat_tables else ""
    message = f"这是网页的源代码，只读出了网页上显示的文字（行号按显示的行），没有读出划去的文字{tables}"
    told = Finding("import/web-page", Severity.WARNING, message, "请对照网页核对", Where(file))
    return replace(reading, findings=(told, *reading.findings))


def decode(source: bytes, file: str | None = None) -> str:
    """Return the text in the bytes of a plain text. Raises ReadError where they are none."""
    for signature, message in _BINARY.items():
        if source.startswith(signature):
            raise ReadError(Problem(message, "请另存为纯文本，或用对应的格式导入", Where(file)))
    for encoding in _encodings(source):
        with suppress(UnicodeDecodeError):
            return source.decode(encoding)
    message = "这不是纯文本文件，或者编码无法识别"
    raise ReadError(Problem(message, "请另存为 UTF-8 编码的纯文本后再导入", Where(file)))


def _encodings(source: bytes) -> tuple[str, ...]:
    """Return what the bytes may be encoded in: what their mark of byte order says, else what an office uses."""
    if source.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    return () if b"\x00" in source else ("utf-8", "gb18030")
