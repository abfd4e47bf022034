"""A ledger on disk, in."""

from collections.abc import Mapping
from pathlib import Path

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import is_lock
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.readers import ledger
from bulletin_gen.readers.ledger.reading import LedgerReading
from bulletin_gen.where import Where

SHEETS = frozenset([".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".et", ".ett", ".csv", ".tsv"])


def read_ledger(path: str | Path, columns: Mapping[str, str] | None = None, sheet: str | None = None) -> LedgerReading:
    """Return the ledger (整改台账) in an XLSX, XLS or CSV as a bulletin, in which the rest is still to be filled in.

    `columns` says by hand which column holds what: 问题 -> C, or -> the name above it; `sheet` which sheet it is.
    Raises ReadError when the file cannot be read, or holds no ledger.
    """
    path = Path(path)
    if is_lock(path):
        message = "这是 Excel 或 WPS 打开表格时留下的锁定文件，不是表格本身"
        raise ReadError(Problem(message, "请导入同一文件夹里不带“~$”的那个表格", Where(str(path))))
    hint = "请给出台账（.xlsx、.xls 或 .csv）的路径"
    source = read_at_most(path, MAX_BYTES, hint, ReadError, (".xlsx", ".xls", ".csv"))
    return ledger.read_ledger(source, str(path), columns, sheet)
