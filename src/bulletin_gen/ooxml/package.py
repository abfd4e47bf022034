"""The bytes of a DOCX or XLSX in; its parts as XML out. Size, ratio, depth and entities are bounded."""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any, NoReturn

from lxml import etree

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import Element, qualified
from bulletin_gen.ooxml.packing import EARLIEST
from bulletin_gen.where import Where

MAX_BYTES = 100_000_000  # of the file, which may hold pictures that we never unpack
MAX_PARTS = 10_000
MAX_PART_BYTES = 20_000_000  # of one part, unpacked
MAX_READ_BYTES = 60_000_000  # of all parts that one reader unpacks
MAX_MARKUP = 1_500_000  # of all parts that one reader unpacks: their marks of elements and attributes
MAX_IN_PROPERTIES = 1_000  # elements in the properties of one paragraph or run; an office has some dozens
MAX_RATIO = 300
_SMALL = 2_000_000  # below this no ratio is suspicious

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROPERTIES = (qualified("pPr"), qualified("rPr"))
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}
# What zipfile raises: NotImplementedError for a way of packing, RuntimeError for a password that it does not know.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_ZIP_ENTRY = b"PK\1\2"  # how the entry of a part begins in the list of parts
_ZIP_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_AS_PART: Mapping[str, Any] = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}

_OTHER_FILE = "请检查是不是选错了文件"
_SAVE_AS = "请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”再试"
_DAMAGED = "请用 Word 或 WPS 打开并修复，另存为 docx 再试；打不开时，请重新取得这个文件"


@frozen
class PackageKind:
    """What an opened file is, and how its author is told of it.

    name: how such a file is called; thing: what is wanted of it.
    root: the full name of the main part's root; main: that part's usual name.
    no_main: what is said of a package without one.
    save_as, damaged: the ways out. too_much: that out of too many marks, of which `most_markup` may be read; None means
    MAX_MARKUP.
    """

    name: str
    thing: str
    root: str
    main: str
    no_main: str
    save_as: str
    damaged: str
    too_much: str = _OTHER_FILE
    most_markup: int | None = None


WORD = PackageKind(
    name="DOCX",
    thing="公文",
    root=qualified("document"),
    main="word/document.xml",
    no_main="这个压缩包里没有 Word 正文，不是 DOCX 文件",
    save_as=_SAVE_AS,
    damaged=_DAMAGED,
)


class Package:
    """An opened DOCX, or file of another kind. Every fault ends in ReadError, whose message is for the author."""

    def __init__(self, source: bytes, file: str | None = None, kind: PackageKind = WORD) -> None:
        self._file, self._kind = file, kind
        self._most_markup = MAX_MARKUP if kind.most_markup is None else kind.most_markup
        self._left, self._markup_left = MAX_READ_BYTES, self._most_markup
        self.is_strict = False  # does a part that was read have the names of the standard's strict form?
        self._refuse_other_kinds(source)
        try:
            self._zip = zipfile.ZipFile(BytesIO(source))
        except _DAMAGE:
            self._fail(f"文件已损坏，不是完整的 {kind.name}", kind.damaged)
        self._entries = {_part_name(entry.filename): entry for entry in self._zip.infolist()}
        self.main, self.document = self._main_part()

    def xml(self, part: str) -> Element:
        """Return the root of a part."""
        content = self._unpack(part)
        for strict, transitional in _STRICT.items():
            self.is_strict = self.is_strict or strict in content
            content = content.replace(strict, transitional)
        self._refuse_much_markup(content)
        # Entities stay unresolved and libxml2 keeps its own bounds on depth and length.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            self._fail_on_xml(part, "depth" in str(error), b"<!DOCTYPE" in content)
        if root.getroottree().docinfo.internalDTD is not None:
            self._fail_on_xml(part, False, True)
        for properties in root.iter(*_PROPERTIES):
            is_inner = next(properties.iterancestors(*_PROPERTIES), None) is not None  # counted with those around it
            if not is_inner and next(islice(properties.iter(), MAX_IN_PROPERTIES, None), None) is not None:
                self.fail_as_too_much("一处格式里的项目", MAX_IN_PROPERTIES)
        return root

    def _refuse_much_markup(self, content: bytes) -> None:
        """Refuse what would take much more memory, read, than its bytes do."""
        self._markup_left -= content.count(b"<") + content.count(b"=")
        if self._markup_left < 0:
            self._fail(self._much("标记", self._most_markup), self._kind.too_much)

    def _fail_on_xml(self, part: str, is_deep: bool, has_entities: bool) -> NoReturn:
        if has_entities:
            self._fail(f"文件的部件 {part} 带有 DTD 或实体定义，出于安全不予读取", self._kind.save_as)
        problem = "嵌套层次太深" if is_deep else "内容已损坏"
        self._fail(f"文件的部件 {part} {problem}，无法读取", self._kind.damaged)

    def related(self, kind: str, part: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield the parts of a kind (like `numbering`) that a part refers to, each after the id by which it does; None
        means the document itself."""
        folder, name = posixpath.split(self.main if part is None else part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if _part_name(relations) not in self._entries:
            return
        for relation in self.xml(relations).iter(_RELATIONSHIP):
            target, is_outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
            if relation.get("Type", "").endswith(f"/{kind}") and target and not is_outside:
                yield relation.get("Id", ""), posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def only(self, kind: str) -> Element | None:
        """Return the root of the one part of a kind; None where the document has none."""
        return next((self.xml(part) for _, part in self.related(kind)), None)

    def _main_part(self) -> tuple[str, Element]:
        name = next((part for _, part in self.related("officeDocument", "")), None)
        root = None if name is None else self.xml(name)
        if name is None or root is None or root.tag != self._kind.root:
            entries = self._entries.keys() - {self._kind.main}
            said, hint = next(((said, hint) for part, said, hint in _OTHER_PACKAGES if part in entries), ("", ""))
            message = f"{said}，不是 {self._kind.name}" if said else self._kind.no_main
            self._fail(message, hint or self._kind.save_as)
        return name, root

    def _refuse_other_kinds(self, source: bytes) -> None:
        if len(source) > MAX_BYTES:
            self._fail(f"文件超过 {MAX_BYTES // 1_000_000} MB，不像一份{self._kind.thing}", _OTHER_FILE)
        if source.count(_ZIP_ENTRY) > MAX_PARTS:
            self.fail_as_too_much("的部件", MAX_PARTS)
        for is_kind, said, hint in _OTHER_KINDS:
            if is_kind(source):
                self._fail(said.format(self._kind.name), hint.format(self._kind.save_as))

    def _unpack(self, part: str) -> bytes:
        entry = self._entries.get(_part_name(part))
        if entry is None:
            self._fail(f"文件缺少部件 {part}", self._kind.damaged)
        if entry.flag_bits & 1 or entry.compress_type not in _ZIP_METHODS:
            self._fail("文件加了密码，或用了不认识的压缩方式", f"请先去掉密码；{self._kind.save_as}")
        limit = min(MAX_PART_BYTES, self._left)
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(limit + 1)
        except _DAMAGE:
            self._fail(f"文件的部件 {part} 已损坏，无法读取", self._kind.damaged)
        self._left -= len(content)
        is_bomb = len(content) > _SMALL and len(content) > MAX_RATIO * max(entry.compress_size, 1)
        if len(content) > limit or is_bomb:
            hint = "请检查文件的来历；不要打开来历不明的文件" if is_bomb else self._kind.too_much
            self._fail(f"文件的部件 {part} 解压后过大，不像一份{self._kind.thing}", hint)
        return content

    def repacked(self, parts: Mapping[str, Element]) -> bytes:
        """Return the DOCX with `parts` in place of its own, or added; every other part is as it was.

        Raises ReadError also for one in the standard's strict form, of which the parts that were read are not.
        """
        if self.is_strict:
            self._fail(
                "这是“严格的 Open XML 文档”，不能往里面添加内容", "请用 Word 另存为普通的“Word 文档（*.docx）”再试"
            )
        made = {_part_name(name): (name, etree.tostring(root, **_AS_PART)) for name, root in parts.items()}
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for key, entry in self._entries.items():
                content = made.pop(key)[1] if key in made else self._unpack(entry.filename)
                package.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), content, zipfile.ZIP_DEFLATED)
            for name, content in made.values():
                package.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
        return packed.getvalue()

    def fail_as_too_much(self, what: str, most: int) -> NoReturn:
        self._fail(self._much(what, most), _OTHER_FILE)

    def _much(self, what: str, most: int) -> str:
        return f"文件里{what}超过 {most} 个，不像一份{self._kind.thing}"

    def _fail(self, message: str, hint: str) -> NoReturn:
        raise ReadError(Problem(message, hint, Where(self._file))) from None


def _part_name(name: str) -> str:
    """Return a part's name as it is compared: without regard to case, and to slips that some programs make."""
    return name.replace("\\", "/").lstrip("/").lower()


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda source: source.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(starts)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_PACKAGES = (
    ("mimetype", "这是 OpenDocument 文件（ODT、ODS）", ""),
    ("word/document.xml", "这是 Word 文档", "请把扩展名改成 .docx 再试"),
    ("xl/workbook.xml", "这是 Excel 表格", "请把扩展名改成 .xlsx，用 bulletin-gen import 导入"),
    ("ppt/presentation.xml", "这是幻灯片", _OTHER_FILE),
)

# The first that fits speaks: of the file, {} being what was wanted; and of the way out, {} being how to save it.
_OTHER_KINDS: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (lambda source: not source, "文件是空的", _OTHER_FILE),
    (lambda source: source.startswith(_OLE) and _ENCRYPTED in source, "文件加了打开密码", "请先去掉密码；{}"),
    (_begins(_OLE), "这是旧格式的 Word（.doc）或 WPS 文件，不是 {}", "{}"),
    (_begins(b"{\\rtf"), "这是 RTF 文件，不是 {}", "{}"),
    (_begins(b"%PDF-"), "这是 PDF 文件，不是 {}", "请把 PDF 里的文字复制到文本文件（.txt）里再试"),
    (_begins(b"<"), "这是网页或 XML 文件，不是 {}", "{}"),
    (lambda source: not source.startswith(b"PK"), "这不是 {} 文件", "{}"),
)
