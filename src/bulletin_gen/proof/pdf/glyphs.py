"""The bytes of a PDF in; where each glyph and each level line stands out. pdfminer.six reads the file.

Nothing is trusted: length, pages, glyphs and what a stream unpacks to are bounded, and whatever pdfminer stumbles
over ends in ReadError.
"""

import logging
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTLine, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdffont import PDFType3Font
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.proof.measured import Font
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.lookalikes import without_look_alikes
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm
from bulletin_gen.where import Where

MAX_BYTES = 100_000_000
MAX_PAGES = 1_000
MAX_GLYPHS = 2_000_000
MAX_UNPACKED = 200_000_000  # of all streams together
_LOGGER = logging.getLogger("pdfminer")
_STREAM = b"stream"
_UPRIGHT = 1e-3
_MOST_PT = 100_000.0  # what is larger or further away is on no page
_UNSEEN = 3  # the rendering mode of text behind a picture
_STROKED_TEXT = 2  # fill and stroke: how a program fakes bold
_LINE_MM = 1.2  # what is thicker is a box
_FEWEST_MM = 3.0
_UNNAMED = "\ufffd"
_NO_NAME = Regex(r"\(cid:\d+\)")  # (cid:12)
CHECK_ORIGIN = "请检查文件的来历；不要打开来历不明的文件"
_CHECK_AGAIN = "请用 PDF 阅读器打开并重新导出，再核对"


@frozen
class Glyph:
    """One glyph: the origin and the end of its advance in mm, from the page's top left corner; size in pt."""

    text: str
    left_mm: float
    right_mm: float
    baseline_mm: float
    size_pt: float
    font: str
    colour: str
    is_stroked: bool
    is_slanted: bool

    @property
    def advance_em(self) -> float:
        return (self.right_mm - self.left_mm) / pt_to_mm(self.size_pt)


@frozen
class Bar:
    """A thin straight line, level or upright, in mm."""

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    thickness_mm: float
    colour: str

    @property
    def is_level(self) -> bool:
        return self.right_mm - self.left_mm > self.bottom_mm - self.top_mm


@frozen
class PdfPage:
    """`left_out` counts the characters that are turned or not to be seen, `unnamed` those of which the file does not
    say what they are; `picture` is the share of the page that its largest picture covers."""

    number: int
    width_mm: float
    height_mm: float
    glyphs: tuple[Glyph, ...]
    bars: tuple[Bar, ...]
    left_out: int = 0
    unnamed: int = 0
    picture: float = 0.0


@frozen
class PdfText:
    """What a PDF holds. `skipped` counts the places that are damaged and were passed over."""

    pages: tuple[PdfPage, ...]
    fonts: tuple[Font, ...]
    skipped: int


def read_glyphs(source: bytes, file: str | None = None, on_page: Callable[[], None] = lambda: None) -> PdfText:
    """Return the pages of a PDF and its fonts; `on_page` is called after each page.

    Raises ReadError when it cannot be read or is not safe to read.
    """
    where = Where(file)
    if not source.lstrip()[:5].startswith(b"%PDF-"):
        raise ReadError(Problem("这不是 PDF 文件", "请检查是不是选错了文件", where))
    _refuse_bombs(source, where)
    log = _Log()
    _LOGGER.addHandler(log)
    try:
        return _read(source, where, log, on_page)
    except ReadError:
        raise
    except MemoryError:
        raise ReadError(Problem("PDF 过大，不像一份公文", CHECK_ORIGIN, where)) from None
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise ReadError(Problem("PDF 加了密码", "请先去掉密码再核对", where)) from None
    except Exception as error:  # pdfminer lets through whatever a damaged file makes its own code raise
        raise ReadError(Problem(f"PDF 已损坏，无法读取（{type(error).__name__}）", _CHECK_AGAIN, where)) from error
    finally:
        _LOGGER.removeHandler(log)


class _Log(logging.Handler):
    """Counts what pdfminer only logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def _read(source: bytes, where: Where, log: _Log, on_page: Callable[[], None]) -> PdfText:
    device = _Device(PDFResourceManager())
    interpreter = PDFPageInterpreter(device.rsrcmgr, device)
    for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(source)))), start=1):
        if number > MAX_PAGES or device.glyphs > MAX_GLYPHS:
            raise ReadError(Problem(f"PDF 超过 {MAX_PAGES} 页或 {MAX_GLYPHS} 字", "请检查是不是选错了文件", where))
        interpreter.process_page(page)
        on_page()
    return PdfText(tuple(device.pages), tuple(device.fonts[name] for name in sorted(device.fonts)), log.count)


def _refuse_bombs(source: bytes, where: Where) -> None:
    """Raise ReadError when the file is too long, or its streams unpack to more than any official document holds."""
    left = MAX_UNPACKED
    start = source.find(_STREAM) if len(source) <= MAX_BYTES else -1
    while start >= 0 and left > 0:
        packed = source[start + len(_STREAM) : source.find(b"endstream", start)].lstrip(b"\r\n")
        left -= _unpacked(packed, left)
        start = source.find(_STREAM, start + len(_STREAM) + max(len(packed), 1))
    if left <= 0 or len(source) > MAX_BYTES:
        raise ReadError(Problem("PDF 过大，不像一份公文", CHECK_ORIGIN, where))


def _unpacked(packed: bytes, most: int) -> int:
    """Return how many bytes a stream unpacks to, 0 for one that is packed in no way that can grow."""
    unpacked = 0
    while packed:
        try:
            packed = zlib.decompressobj().decompress(packed, most + 1)
        except zlib.error:
            break
        unpacked += len(packed)
        if unpacked > most:
            break
    return unpacked


class _Device(PDFLayoutAnalyzer):
    """Gathers glyphs and lines page by page; of each glyph also how its text was drawn."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.pages: list[PdfPage] = []
        self.fonts: dict[str, Font] = {}
        self.looks: dict[int, int] = {}  # id of a glyph of this page -> the rendering mode of its text
        self.glyphs = 0
        self._mode = 0

    def render_string(self, textstate: Any, *rest: Any) -> None:
        self._mode = textstate.render
        self._add_font(textstate.font)
        super().render_string(textstate, *rest)

    def render_char(self, *arguments: Any) -> float:
        advance = super().render_char(*arguments)
        self.looks[id(self.cur_item._objs[-1])] = self._mode
        self.glyphs += 1
        return advance

    def receive_layout(self, ltpage: LTPage) -> None:
        """Keep what is measured of a page and let go of the rest, which is many times as large."""
        self.pages.append(_page(len(self.pages) + 1, ltpage, self.looks))
        self.looks.clear()

    def _add_font(self, font: Any) -> None:
        name = _text_of(font.fontname)
        if name not in self.fonts:
            files = ("FontFile", "FontFile2", "FontFile3")
            is_embedded = any(key in (font.descriptor or {}) for key in files)
            self.fonts[name] = Font(name, is_embedded, isinstance(font, PDFType3Font))


def _page(number: int, page: LTPage, looks: dict[int, int]) -> PdfPage:
    items = list(_items(page))
    drawn = [item for item in items if isinstance(item, LTChar)]
    glyphs = [_glyph(item, page.height, looks) for item in drawn]
    bars = (_bar(item, page.height) for item in items if isinstance(item, LTCurve))
    return PdfPage(
        number,
        pt_to_mm(page.width),
        pt_to_mm(page.height),
        tuple(glyph for glyph in glyphs if glyph is not None),
        tuple(bar for bar in bars if bar is not None),
        sum(glyph is None and bool(item.get_text().strip()) for item, glyph in zip(drawn, glyphs, strict=True)),
        sum(glyph is not None and _UNNAMED in glyph.text for glyph in glyphs),
        max((_share(item, page) for item in items if isinstance(item, LTImage)), default=0.0),
    )


def _share(item: LTImage, page: LTPage) -> float:
    """Return how much of a page an item covers, from 0 to 1."""
    width = min(item.x1, page.x1) - max(item.x0, page.x0)
    height = min(item.y1, page.y1) - max(item.y0, page.y0)
    whole = page.width * page.height
    return max(width, 0.0) * max(height, 0.0) / whole if whole > 0 else 0.0


def _items(container: LTContainer[Any]) -> Iterator[LTItem]:
    for item in container:
        yield item
        if isinstance(item, LTContainer) and not isinstance(item, LTChar):
            yield from _items(item)


def _glyph(char: LTChar, height: float, looks: dict[int, int]) -> Glyph | None:
    """Return an upright glyph; None for what is turned (a watermark), or drawn too small or invisibly."""
    a, b, c, d, x, y = char.matrix
    mode, size = looks.get(id(char), 0), round(float(char.size), 2)
    if abs(b) > _UPRIGHT * abs(a) or a <= 0 or mode == _UNSEEN or not 0 < size < _MOST_PT:
        return None
    if max(map(abs, (x, y, char.adv * a))) > _MOST_PT:
        return None
    return Glyph(
        _named(char.get_text()),
        pt_to_mm(x),
        pt_to_mm(x + char.adv * a),
        pt_to_mm(height - y),
        size,
        _text_of(char.fontname),
        _colour(char.graphicstate.ncolor),
        mode == _STROKED_TEXT,
        abs(c) > _UPRIGHT * abs(d),
    )


def _named(text: str) -> str:
    """Return what a glyph says; a sign of its own where the file does not tell, which pdfminer writes as (cid:12).

    A character that programs write as the radical that looks like it (⼀ for 一) is that character.
    """
    if _NO_NAME.fullmatch(text):
        return _UNNAMED
    return "".join(_UNNAMED if is_control(part) else part for part in without_look_alikes(text))


def _bar(item: LTCurve, height: float) -> Bar | None:
    """Return a path that is a thin straight line, drawn as one or as a narrow box; None for any other."""
    width = float(item.linewidth or 0.0) if item.stroke else 0.0
    is_line = isinstance(item, LTLine) or min(item.width, item.height) == 0
    thickness = pt_to_mm(width if is_line else min(item.width, item.height))
    if not (item.stroke or item.fill) or thickness > _LINE_MM or pt_to_mm(max(item.width, item.height)) < _FEWEST_MM:
        return None
    colour = item.stroking_color if is_line or not item.fill else item.non_stroking_color
    left, right, top, bottom = (pt_to_mm(edge) for edge in (item.x0, item.x1, height - item.y1, height - item.y0))
    if min(right - left, bottom - top) > _LINE_MM:
        return None
    return Bar(left, right, top, bottom, thickness, _colour(colour))


def _colour(value: Any) -> str:
    """Return a colour of a PDF (grey, RGB or CMYK) as RRGGBB; what is none of them counts as black."""
    parts = value if isinstance(value, (tuple, list)) else (value,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return "000000"
    match [min(max(float(part), 0.0), 1.0) for part in parts]:
        case [grey]:
            channels = [grey] * 3
        case [red, green, blue]:
            channels = [red, green, blue]
        case [cyan, magenta, yellow, key]:
            channels = [(1 - ink) * (1 - key) for ink in (cyan, magenta, yellow)]
        case _:
            channels = [0.0] * 3
    return "".join(f"{round(channel * 255):02X}" for channel in channels)


def _text_of(name: Any) -> str:
    """Return the name of a font, which may be written in UTF-8 or, by older programs, in GBK."""
    raw = name if isinstance(name, bytes) else str(name).encode("latin-1", "replace") if _is_raw(str(name)) else None
    if raw is None:
        return str(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return str(name)


def _is_raw(name: str) -> bool:
    """Is a name made of bytes taken for Latin letters?"""
    return any("\x80" <= char <= "\xff" for char in name) and all(char <= "\xff" for char in name)
