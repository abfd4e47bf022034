"""What else a DOCX holds: what a final one should no longer hold, and what is not looked at."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.ooxml.word_story import Inline, InlineKind, Shown, WordParagraph, WordStory, unfolded
from bulletin_gen.proof.elements import is_draft_mark

_SHOWN = 12  # characters of a text that is told
_NOT_LOOKED_AT = {
    InlineKind.PICTURE: "图片 {} 幅，图片里的文字没有核对",
    InlineKind.WORD_ART: "艺术字 {} 处",
    InlineKind.FOOTNOTE: "脚注 {} 处",
    InlineKind.ENDNOTE: "尾注 {} 处",
    InlineKind.OBJECT: "嵌入对象 {} 个",
    InlineKind.EMBEDDED: "嵌入文件 {} 个",
    InlineKind.MATH: "公式 {} 处",
    InlineKind.SYMBOL: "符号字体的字符 {} 处",
    InlineKind.LOST_SYMBOL: "认不出的符号 {} 个",
    InlineKind.FIELD: "没有结果的域 {} 个",
}


def left_in(opened: WordFile) -> tuple[str, ...]:
    """Return the tracked changes, comments and hidden text that are left."""
    stories = [opened.body, *opened.headers, *opened.footers]
    changes = Counter(change.kind for story in stories for change in story.changes)
    hidden = "".join(one.text for story in stories for one in _inlines(story.paragraphs) if _is_hidden(one)).strip()
    of_kinds = "、".join(f"{kind} {count}" for kind, count in changes.items())
    said = [f"有修订 {changes.total()} 处（{of_kinds}）"] if changes else []
    said += [f"有批注 {len(opened.comments)} 条"] if opened.comments else []
    said += [f"有隐藏文字 {len(hidden)} 字“{hidden[:_SHOWN]}”"] if hidden else []
    return tuple(said)


def unseen(opened: WordFile) -> tuple[str, ...]:
    """Return what is not looked at, each with how often it stands there."""
    counts = Counter(one.kind for one in _inlines(opened.body.paragraphs) if one.text or one.kind not in _SAYING)
    said = [form.format(counts[kind]) for kind, form in _NOT_LOOKED_AT.items() if counts[kind]]
    return (*said, *_margin_texts("页眉", opened.headers), *_margin_texts("页脚", opened.footers))


_SAYING = (InlineKind.WORD_ART, InlineKind.MATH, InlineKind.SYMBOL)


def _margin_texts(name: str, stories: Iterable[WordStory]) -> Iterator[str]:
    """Yield the texts of headers or footers that are neither page number nor mark of a draft."""
    found: dict[str, None] = {}
    for story in stories:
        for one in unfolded(story.paragraphs):
            text = one.says.strip()
            if text and not is_draft_mark(text) and not _has_number(one):
                found[text] = None
    for text in found:
        yield f"{name}文字“{text[:_SHOWN]}”"


def _has_number(paragraph: WordParagraph) -> bool:
    return any(inline.kind is InlineKind.PAGE_NUMBER for inline in paragraph.inlines)


def _is_hidden(inline: Inline) -> bool:
    return inline.is_text and inline.shown is Shown.HIDDEN


def _inlines(paragraphs: Iterable[WordParagraph]) -> Iterator[Inline]:
    for paragraph in unfolded(paragraphs):
        yield from paragraph.inlines
