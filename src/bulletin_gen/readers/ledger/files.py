"""The bytes of a file in; the sheets in it as grids out, whatever the file is called."""

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.readers.ledger.delimited import csv_grids
from bulletin_gen.readers.ledger.grid import Grid
from bulletin_gen.readers.ledger.xls import xls_grids
from bulletin_gen.readers.ledger.xlsx import xlsx_grids
from bulletin_gen.where import Where

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # what an XLSX with a password holds
_SAVE_AS = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”再导入"
_OTHERS = (
    (b"%PDF", "这是 PDF 文件，不是表格"),
    (b"{\\rtf", "这是 RTF 文件，不是表格"),
    (b"<", "这是网页或 XML 文件，不是表格"),
)


def grids_of(source: bytes, file: str | None = None) -> list[Grid]:
    """Return the sheets of an XLSX, XLS or CSV. Raises ReadError for anything else, and what cannot be read."""
    if source.startswith(b"PK"):
        return xlsx_grids(source, file)
    if source.startswith(_OLE):
        return (xlsx_grids if _ENCRYPTED in source else xls_grids)(source, file)
    start = source[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise ReadError(Problem("文件是空的", "请检查是不是选错了文件", Where(file)))
    for signature, message in _OTHERS:
        if start.startswith(signature):
            raise ReadError(Problem(message, _SAVE_AS, Where(file)))
    return csv_grids(source, file)
