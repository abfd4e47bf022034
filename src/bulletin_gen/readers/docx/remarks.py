"""What a DOCX holds beside its printed text in; findings for the author out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.revisions import ChangeKind, Revisions
from bulletin_gen.ooxml.word_file import WordComment, WordFile
from bulletin_gen.ooxml.word_story import InlineKind, WordStory
from bulletin_gen.readers.docx.body import print_body
from bulletin_gen.readers.docx.hung import LINE_END, hung_on, words_of, words_of_comment
from bulletin_gen.readers.docx.printed import Printed, SetAside, in_order, print_out
from bulletin_gen.readers.docx.touches import counts_by_author
from bulletin_gen.readers.tables import KEEP_TABLE
from bulletin_gen.where import Where

_RULES = "import"
_PAGE_NUMBER_FRAME = frozenset(" -—–－第页共/0123456789")
_MOST_LINES = 10  # named where there are several
_LONGEST_COMMENTED = 100  # characters


@frozen
class _Said:
    """`{text}` in a message is what the remark says; a message with `{count}` is said once for all of a kind."""

    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.NOTE


_SAID: Mapping[SetAside | InlineKind, _Said] = {
    SetAside.HIDDEN: _Said("hidden-text", "隐藏文字“{text}”没有导入"),
    SetAside.STRUCK: _Said("struck-text", "划去的文字“{text}”没有导入", "请核对是否应当删去", Severity.WARNING),
    SetAside.RAISED: _Said("raised-text", "上标或下标“{text}”", "请核对", Severity.WARNING),
    SetAside.FORMULA: _Said(
        "formula", "有公式，只读出了字符，上下标和分数线没有读出", "请对照原文改正", Severity.WARNING
    ),
    SetAside.CONTENTS: _Said("contents", "目录“{text}”没有导入"),
    InlineKind.PLACEHOLDER: _Said("placeholder", "填写提示“{text}”没有导入"),
    InlineKind.PHONETIC: _Said("phonetic", "拼音“{text}”没有导入"),
    InlineKind.WORD_ART: _Said("word-art", "艺术字“{text}”没有导入"),
    InlineKind.FOOTNOTE: _Said("footnote", "脚注“{text}”没有导入"),
    InlineKind.ENDNOTE: _Said("endnote", "尾注“{text}”没有导入"),
    SetAside.EMPTY_NUMBER: _Said("empty-number", "编号“{text}”后面没有文字", "请核对后面的编号", Severity.WARNING),
    InlineKind.FIELD: _Said(
        "field", "域“{text}”没有结果，没有导入", "请在 Word 中更新域，或改成普通文字", Severity.WARNING
    ),
    InlineKind.LOST_SYMBOL: _Said(
        "symbol", "符号字体的字符（{text}）没有对应的文字，没有导入", "请补上这个符号", Severity.WARNING
    ),
    InlineKind.EMBEDDED: _Said(
        "embedded", "嵌入的另一份文件没有导入", "请把它的内容粘贴到正文里再导入", Severity.WARNING
    ),
    InlineKind.TABLE: _Said(
        "table", "有 {count} 个表格（从第{lines}行起），已逐格读成段落，行和列没有读出", KEEP_TABLE, Severity.WARNING
    ),
    SetAside.ROWS: _Said("attachment-table", "附件里有 {count} 个表格，按行和列读出"),
    SetAside.ISSUES: _Said(
        "issue-table",
        "有 {count} 个问题表，每行读成一个问题，各格前面写上列名，序号改成正文的序号",
        "请核对",
        Severity.WARNING,
    ),
    SetAside.PAIRS: _Said("contact-table", "有 {count} 个联系方式的表格，每行读成“名称：内容”"),
    InlineKind.TEXT_BOX: _Said("text-box", "有 {count} 个文本框，已读成段落", "请核对位置"),
    InlineKind.BULLET: _Said("bullet", "有 {count} 段带项目符号，符号没有导入"),
    InlineKind.PICTURE: _Said("picture", "有 {count} 张图片没有导入"),
    InlineKind.OBJECT: _Said("object", "有 {count} 个嵌入对象没有导入"),
}


def tell_changes(standing: WordFile, revisions: Revisions, file: str | None) -> Iterator[Finding]:
    """Yield a finding for each author of tracked changes; in `standing` none of them is settled."""
    authors = [change.author for change in standing.body.changes if change.kind is not ChangeKind.FORMATTED]
    counts = counts_by_author(print_body(standing).lines)
    for author in dict.fromkeys((*counts, *authors)):
        counted = "、".join(f"{kind}{count}处" for kind, count in counts.get(author, {}).items() if count)
        said = counted or "只增删空行等没有文字的地方"
        yield _finding("revisions", f"修订：{author or '没有署名的人'} {said}，已{revisions}", where=Where(file))


def tell(opened: WordFile, printed: Printed, file: str | None) -> Iterator[Finding]:
    """Yield the findings: those about the whole file, then those at a line, then the comments."""
    yield from _about_all(opened, Where(file))
    yield from _at_lines(opened, printed, file)
    yield from _comments(opened, printed, file)


def _about_all(opened: WordFile, where: Where) -> Iterator[Finding]:
    for kind, stories in (("页眉", opened.headers), ("页脚", opened.footers)):
        for text in dict.fromkeys(map(_text_of, stories)):
            if not set(text) <= _PAGE_NUMBER_FRAME:
                yield _finding("header", f"{kind}{_quoted(text)}没有导入", where=where)
    for form in sorted(opened.body.unknown_forms):
        message = f"不认识的编号格式 {form}，编号已写成阿拉伯数字"
        yield _finding("number-form", message, "请核对编号", Severity.WARNING, where)


def is_about_header(finding: Finding, text: str) -> bool:
    """Does a finding tell that the header with this text was left out?"""
    return finding.rule == f"{_RULES}/header" and _quoted(text) in finding.message


def _quoted(text: str) -> str:
    return f"“{text}”"


def _at_lines(opened: WordFile, printed: Printed, file: str | None) -> Iterator[Finding]:
    notes: Mapping[SetAside | InlineKind, Mapping[str, WordStory]] = {
        InlineKind.FOOTNOTE: opened.footnotes,
        InlineKind.ENDNOTE: opened.endnotes,
    }
    counts = Counter(remark.kind for remark in printed.remarks)
    lines = {kind: _numbers(remark.line for remark in printed.remarks if remark.kind is kind) for kind in counts}
    counted: set[SetAside | InlineKind] = set()
    told: set[tuple[SetAside | InlineKind, str]] = set()  # notes, each at the first line that refers to it
    for remark in printed.remarks:
        said, note = _SAID.get(remark.kind), notes.get(remark.kind, {}).get(remark.text)
        if said is None or remark.kind in counted or not (remark.text.strip() or "{text}" not in said.message):
            continue
        if remark.kind in notes and (remark.kind, remark.text) in told:
            continue
        told.add((remark.kind, remark.text))
        if "{count}" in said.message:
            counted.add(remark.kind)
        text = remark.text.strip() if note is None else _text_of(note).strip()
        message = said.message.format(text=text, count=counts[remark.kind], lines=lines[remark.kind])
        yield _finding(said.rule, message, said.hint, said.severity, _where(remark.line, printed, file))


def _comments(opened: WordFile, printed: Printed, file: str | None) -> Iterator[Finding]:
    """Yield the comments, those that hang on nothing last."""
    hung = hung_on(printed)
    for id_ in dict.fromkeys((*hung, *opened.threads)):
        if id_ not in opened.threads:
            continue
        comment, *replies = opened.threads[id_]
        words = words_of(hung[id_], printed.lines, _LONGEST_COMMENTED) if id_ in hung else ""
        place = f"，批在“{words.replace(LINE_END, '').strip()}”上" if words.strip() else ""
        answered = "".join(f"；{_said_by('答复', reply)}" for reply in replies)
        settled = "；已标为解决" if comment.is_resolved else ""
        line = hung[id_].start.line + 1 if id_ in hung else 0
        message = f"{_said_by('批注', comment)}{place}{answered}{settled}"
        yield _finding("comment", message, where=_where(line, printed, file))


def _said_by(what: str, comment: WordComment) -> str:
    author = f"（{comment.author}）" if comment.author else ""
    return f"{what}{author}：“{words_of_comment(comment).replace(LINE_END, ' ')}”"


def _numbers(lines: Iterable[int]) -> str:
    """Return the first of some lines for show: 2、6、9."""
    numbers = list(map(str, dict.fromkeys(lines)))
    return "、".join(numbers[:_MOST_LINES]) + ("等" if len(numbers) > _MOST_LINES else "")


def _text_of(story: WordStory) -> str:
    return " ".join(print_out(in_order(story.paragraphs)).texts)


def _where(line: int, printed: Printed, file: str | None) -> Where:
    return Where(file, line if 0 < line <= len(printed.lines) else None)


def _finding(
    rule: str, message: str, hint: str = "", severity: Severity = Severity.NOTE, where: Where = Where()
) -> Finding:
    return Finding(f"{_RULES}/{rule}", severity, message, hint, where)
