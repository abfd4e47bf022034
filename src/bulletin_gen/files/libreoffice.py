"""A document that only an office program reads (DOC, WPS, RTF, ODT) in; the DOCX that LibreOffice makes of it out.

LibreOffice runs without a window on a copy, in a folder and with a profile of its own that are thrown away, so that it
meets neither the user's files nor a LibreOffice that is open. It runs no macro and fetches nothing that a document
links to. Its time, its memory and the size of what it makes are bounded.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.where import Where

_SECONDS = 90  # the first start on a slow machine takes some twenty
_MEMORY = 4_000_000_000  # bytes of addresses; LibreOffice asks for some two thousand millions to begin with
_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format(name="MacroSecurityLevel", value="3")
    + _SETTING.format(name="DisableMacrosExecution", value="true")
    + _SETTING.format(name="BlockUntrustedRefererLinks", value="true")
    + "</oor:items>"
)
# Named, so that a damaged file is not read as plain text.
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8"}
_SAVE_AS = "请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”再试"


def find_libreoffice() -> Path | None:
    """Return the program, None where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    usual = (Path(path) for path in _ELSEWHERE)
    return Path(found) if found else next((path for path in usual if path.is_file()), None)


def as_docx(source: bytes, suffix: str, program: Path, file: str) -> bytes:
    """Return a document as DOCX; `suffix` (.doc, .rtf, .odt) says what it is, `file` names it in messages.

    Raises ReadError where LibreOffice makes nothing of it, or needs too long.
    """
    with tempfile.TemporaryDirectory(prefix="bulletin-gen-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        original = home / f"in{suffix}"
        original.write_bytes(source)
        _write_settings(home)
        if not _run([str(program), *_arguments(home, original)], home):
            raise ReadError(Problem(f"LibreOffice {_SECONDS} 秒内没有读完这个文件", _SAVE_AS, Where(file)))
        made = home / "out" / "in.docx"
        if not made.is_file():
            raise ReadError(Problem("LibreOffice 读不了这个文件，它可能已损坏，或加了密码", _SAVE_AS, Where(file)))
        return read_at_most(made, MAX_BYTES, _SAVE_AS, ReadError)


def _write_settings(home: Path) -> None:
    user = home / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")


def _arguments(home: Path, original: Path) -> list[str]:
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
    known = f"--infilter={_FILTERS[original.suffix]}"
    return [
        profile,
        *quiet,
        known,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(home / "out"),
        str(original),
    ]


def _run(command: list[str], home: Path) -> bool:
    """Run LibreOffice to its end, and all that it started with it. Return whether it came to one in time."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "SYSTEMDRIVE") if name in os.environ}
    environment = kept | {"HOME": str(home), "TMPDIR": str(home), "TEMP": str(home), "LC_ALL": "C.UTF-8"}
    started = subprocess.Popen(
        command,
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _bound(started.pid)
    try:
        started.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(started)
    return True


def _bound(process: int) -> None:
    """Bound the memory of a process, and the size of the files that it writes, where the system can."""
    if sys.platform.startswith("linux"):
        import resource

        with suppress(ProcessLookupError):
            resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (2 * MAX_BYTES, 2 * MAX_BYTES))


def _end(started: subprocess.Popen[bytes]) -> None:
    """End what is left of LibreOffice: the process that was started has another do the work."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            started.kill()
        else:
            os.killpg(started.pid, signal.SIGKILL)
    started.wait()
