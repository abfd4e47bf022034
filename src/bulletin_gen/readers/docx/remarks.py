"""What a DOCX holds beside its printed text in; findings for the author out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.readers.docx.pieces import Kind, Printed
from bulletin_gen.where import Where

_PAGE_NUMBER_FRAME = frozenset(" -—–－第页共/0123456789")


@dataclass(frozen=True)
class Comment:
    author: str
    text: str


@dataclass(frozen=True)
class Setting:
    """What stands around the text. Notes and comments are by id; `changes` counts tracked changes by what they do."""

    headers: Sequence[str]
    footers: Sequence[str]
    footnotes: Mapping[str, str]
    endnotes: Mapping[str, str]
    comments: Mapping[str, Comment]
    changes: Mapping[str, int]
    revisions: Revisions
    unknown_forms: Sequence[str]


@dataclass(frozen=True)
class _Said:
    """`{text}` in a message is what the remark says; a message with `{count}` is said once for all of a kind."""

    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.NOTE


_SAID: Mapping[Kind, _Said] = {
    Kind.HIDDEN: _Said("hidden-text", "隐藏文字“{text}”没有导入"),
    Kind.CONTENTS: _Said("contents", "目录“{text}”没有导入"),
    Kind.PLACEHOLDER: _Said("placeholder", "填写提示“{text}”没有导入"),
    Kind.PHONETIC: _Said("phonetic", "拼音“{text}”没有导入"),
    Kind.WORD_ART: _Said("word-art", "艺术字“{text}”没有导入"),
    Kind.FOOTNOTE: _Said("footnote", "脚注“{text}”没有导入"),
    Kind.ENDNOTE: _Said("endnote", "尾注“{text}”没有导入"),
    Kind.EMPTY_NUMBER: _Said("empty-number", "编号“{text}”后面没有文字", "请核对后面的编号", Severity.WARNING),
    Kind.FIELD: _Said("field", "域“{text}”没有结果，没有导入", "请在 Word 中更新域，或改成普通文字", Severity.WARNING),
    Kind.SYMBOL: _Said(
        "symbol", "符号字体的字符（{text}）没有对应的文字，没有导入", "请补上这个符号", Severity.WARNING
    ),
    Kind.EMBEDDED: _Said("embedded", "嵌入的另一份文件没有导入", "请把它的内容粘贴到正文里再导入", Severity.WARNING),
    Kind.TABLE: _Said("table", "有 {count} 个表格，已逐格读成段落", "请核对次序"),
    Kind.TEXT_BOX: _Said("text-box", "有 {count} 个文本框，已读成段落", "请核对位置"),
    Kind.BULLET: _Said("bullet", "有 {count} 段带项目符号，符号没有导入"),
    Kind.PICTURE: _Said("picture", "有 {count} 张图片没有导入"),
    Kind.OBJECT: _Said("object", "有 {count} 个嵌入对象没有导入"),
}


def tell(printed: Printed, setting: Setting, file: str | None) -> Iterator[Finding]:
    """Yield the findings: those about the whole file, then those at a line, then the comments."""
    yield from _about_all(setting, Where(file))
    yield from _remarks(printed, setting, file)
    for id_, hung in printed.comments.items():
        comment = setting.comments.get(id_)
        if comment is not None:
            where = Where(file, hung.line if hung.line <= len(printed.lines) else None)
            author = f"（{comment.author}）" if comment.author else ""
            place = f"，批在“{hung.text.strip()}”上" if hung.text.strip() else ""
            yield _finding("comment", f"批注{author}：“{comment.text}”{place}", where=where)


def _about_all(setting: Setting, where: Where) -> Iterator[Finding]:
    for kind, texts in (("页眉", setting.headers), ("页脚", setting.footers)):
        for text in dict.fromkeys(texts):
            if not set(text) <= _PAGE_NUMBER_FRAME:
                yield _finding("header", f"{kind}“{text}”没有导入", where=where)
    if any(setting.changes.values()):
        counts = "、".join(f"{name} {count} 处" for name, count in sorted(setting.changes.items()) if count)
        yield _finding("revisions", f"文中有修订：{counts}，已全部{setting.revisions}", where=where)
    for form in setting.unknown_forms:
        message = f"不认识的编号格式 {form}，编号已写成阿拉伯数字"
        yield _finding("number-form", message, "请核对编号", Severity.WARNING, where)


def _remarks(printed: Printed, setting: Setting, file: str | None) -> Iterator[Finding]:
    notes = {Kind.FOOTNOTE: setting.footnotes, Kind.ENDNOTE: setting.endnotes}
    counted: set[Kind] = set()
    for line, remark in printed.remarks:
        said = _SAID[remark.kind]
        if remark.kind in counted or not (remark.text.strip() or "{text}" not in said.message):
            continue
        if "{count}" in said.message:
            counted.add(remark.kind)
        text = notes.get(remark.kind, {}).get(remark.text, remark.text).strip()
        count = sum(other.kind is remark.kind for _, other in printed.remarks)
        where = Where(file, line if line <= len(printed.lines) else None)
        yield _finding(said.rule, said.message.format(text=text, count=count), said.hint, said.severity, where)


def _finding(
    rule: str, message: str, hint: str = "", severity: Severity = Severity.NOTE, where: Where = Where()
) -> Finding:
    return Finding(f"import/{rule}", severity, message, hint, where)
