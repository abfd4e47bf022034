"""File bytes in, text out: UTF-8 (or UTF-16 with its mark), of bounded size, without control characters."""

import codecs

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.text.chars import is_control
from bulletin_gen.where import Where

MAX_YAML_BYTES = 10_000_000
_SAVE_AS = "请在编辑器里用“另存为”，编码选 UTF-8"
# Editors do not count these as line ends or do not show them, YAML does: they would shift every place we name.
_UNSEEN = frozenset("\u2028\u2029\ufeff")


def decode(source: str | bytes, kind: str, file: str | None = None) -> str:
    """Return the text of a YAML file, without a byte order mark; `kind` is what such a file is called.

    Raises SpecError when it is too big, in another encoding, or holds characters that no text may hold.
    """
    if len(source) > MAX_YAML_BYTES:
        raise SpecError(
            Problem(f"文件超过 {MAX_YAML_BYTES // 1_000_000} MB，不像一份{kind}", "请检查是不是选错了文件", Where(file))
        )
    text = source if isinstance(source, str) else _decode_bytes(source, file, kind)
    text = text.removeprefix("\ufeff")
    problems = _control_characters(text, file)
    if problems:
        raise SpecError(*problems)
    return text


def _decode_bytes(raw: bytes, file: str | None, kind: str) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_utf16(raw, file)
    if b"\0" in raw:
        raise SpecError(Problem("不是文本文件", f"{kind}要写成 YAML 文本，不能是 Word 文档或压缩包", Where(file)))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        where = Where(file, *_place(good, len(good)))
    raise SpecError(Problem(f"不是 UTF-8 编码的文字{_guess(raw)}", _SAVE_AS, where))


def _decode_utf16(raw: bytes, file: str | None) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise SpecError(Problem("像是 UTF-16 编码，但内容有损坏", _SAVE_AS, Where(file))) from None


def _guess(raw: bytes) -> str:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "，可能是 GBK（ANSI）编码"


def _control_characters(text: str, file: str | None) -> list[Problem]:
    """Return one problem for each kind of bad character, at its first place."""
    bad = sorted((text.index(char), char) for char in set(text) if char in _UNSEEN or is_control(char))
    return [
        Problem(
            f"含有看不见的字符 U+{ord(char):04X}（共 {text.count(char)} 处）",
            "请删去，或重新输入这一行",
            Where(file, *_place(text, index)),
        )
        for index, char in bad
    ]


def _place(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at `index`."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
