"""What is each paragraph? Named styles of ours say so; else its words, its look and its place do.

In: the paragraphs in order. Out: the same, each with its element. A wrong face or indent must not keep a paragraph
from being known, so that the fault is told of the right element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.layer_labels import read_printed
from bulletin_gen.proof.measured import Align, Paragraph, is_red
from bulletin_gen.proof.neighbours import joined
from bulletin_gen.style import TextRole
from bulletin_gen.text.captions import is_caption
from bulletin_gen.text.head_forms import COPY_NUMBER
from bulletin_gen.text.regex import Regex

_TITLE_PT = 18.0  # what is larger than this and stands before the text is its title
# Wider than the forms that the clauses ask for: what is meant as an element must be known, however it is written.
_SECRECY = Regex("(?:绝密|机密|秘密)(?:[★☆*].{0,8})?")  # 机密★1年 秘密; not 秘密工作
_URGENCY = Regex("特急|加急|特提|平急|急件")
# 某组发〔2025〕3号 某组发[25]第03号; not 某组发2025年3号
_DOCUMENT_NUMBER = Regex(r"[\u4e00-\u9fff]{2,12}第?[〔\[［【（(﹝]\d{2,4}[〕\]］】）)﹞]第?\s*\d+\s*号")
# Below a red mark: 第12号 （第三期）
_ISSUE_NUMBER = Regex(r"[（(]?第\s*[\d〇零一二三四五六七八九十百]{1,5}\s*[号期][）)]?")
_DATED = Regex(r"[^。；]*\d{4}年\d{1,2}月\d{1,2}日印?发?")  # 某某办公室  2025年1月2日, below a red mark
_ATTENDANCE = Regex(r"(?:出\s*席|请\s*假|列\s*席)[：:]")  # 出席：甲某
_SIGNER = Regex("签发人[：:]?")  # 签发人：甲某
_RECIPIENTS = Regex("[^。；]{2,200}[：:]")  # 各科室，各直属单位： 各科室:; not 通报如下。现就有关情况说明：
_ATTACHMENT_NOTE = Regex(r"附件[：:]|附[：:]\s*\S")  # 附件：1.清单 附：清单; not 附件1
_ATTACHMENT_ITEM = Regex(r"\d{1,2}[.．、]")  # 2.清单, below 附件：1.清单
_ATTACHMENT_MARK = Regex(r"附件\s*[\d一二三四五六七八九十]*[：:]?")  # 附件 附件2 附件 二：; not 附件说明
# 2025年1月2日 二〇二五年一月二日 25.1.2; not 2025年 or 2025年1月2日至3日
_DATE = Regex(
    r"[\d〇零○一二三四五六七八九]{2,4}(?:年|[./-])[\d元一二三四五六七八九十]{1,3}(?:(?:月|[./-])"
    r"[\d一二三四五六七八九十]{1,3}日?)"
)
_SENTENCE = Regex("[。；：:，,？！]")  # what no name of an organ holds
_LONGEST_NAME = 40
_NOTE = Regex("[（(].+[）)]")  # （此件公开发布）
_COPIES = Regex("(?:抄送|主送|抄报|分送)[：:]")  # 抄送：某某
_DRAFT_MARK = Regex("(?:送审稿|征求意见稿|讨论稿|审议稿|草稿)(?:[\\s（(].*)?")  # 送审稿（第2稿）; not 送审稿件
_PRINTING = Regex(r".*\d年\d{1,2}月\d{1,2}日\s*印发。?")  # 某某办公室 2025年1月2日印发; not 2025年1月印发
_BY_STYLE = {
    TextRole.TITLE.value: Element.TITLE,
    TextRole.RECIPIENTS.value: Element.RECIPIENTS,
    TextRole.SIGNATURE.value: Element.SIGNATURE,
    TextRole.ISSUE_DATE.value: Element.ISSUE_DATE,
    TextRole.ORGAN_MARK.value: Element.ORGAN_MARK,
    TextRole.DOCUMENT_NUMBER.value: Element.DOCUMENT_NUMBER,
    TextRole.COPY_NUMBER.value: Element.COPY_NUMBER,
    TextRole.NOTE.value: Element.NOTE,
    TextRole.DRAFT_MARK.value: Element.DRAFT_MARK,
}
_BEFORE_TEXT = (Element.TITLE, Element.RECIPIENTS, Element.ORGAN_MARK, Element.DOCUMENT_NUMBER, Element.COPY_NUMBER)


def with_elements(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with their elements."""
    marked = [replace(one, element=Element.DRAFT_MARK) if is_draft_mark(one.flat) else one for one in paragraphs]
    text = [one for one in marked if one.element is not Element.DRAFT_MARK]
    head = _head(text)
    elements = iter(_with_signature(text, [*head, *_main(text[len(head) :])]))
    known = [one if one.element is Element.DRAFT_MARK else replace(one, element=next(elements)) for one in marked]
    if any(one.element is Element.ORGAN_MARK and one.flat.strip().endswith("纪要") for one in known):
        known = list(joined(map(_with_attendance, known), _with_further_names))
    return tuple(joined(known, _with_further_copies))


def is_attendance(paragraph: Paragraph) -> bool:
    """Does a paragraph of minutes say who was there?"""
    return bool(attendance_label(paragraph))


def attendance_label(paragraph: Paragraph) -> str:
    """Return what stands before the names of those who were there; nothing where a paragraph does not say who was."""
    match = _ATTENDANCE.match(paragraph.flat.strip(" \u3000"))
    return match[0] if match else ""


def _with_attendance(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, element=Element.OTHER) if is_attendance(paragraph) else paragraph


def _with_further_names(held: Paragraph, one: Paragraph) -> Paragraph | None:
    """Return who was there with the further lines, which a page shows indented below the first name."""
    is_further = one.element is Element.BODY and one.lines and (one.first_mm or 0.0) > (held.first_mm or 0.0) + 1
    if held.element is not Element.OTHER or not is_attendance(held) or not is_further:
        return None
    return _both(held, one)


def _with_further_copies(held: Paragraph, one: Paragraph) -> Paragraph | None:
    """Return the copies with their further lines, which a page shows indented; None for any other neighbours."""
    if not one.element is held.element is Element.COPIES_TO or _COPIES.match(one.flat.strip()):
        return None
    return _both(held, one)


def _both(held: Paragraph, one: Paragraph) -> Paragraph:
    lines, spans = held.lines + one.lines, held.spans + one.spans
    return replace(held, text=f"{held.text}\n{one.text}", lines=lines, spans=spans)


def is_draft_mark(text: str) -> bool:
    """Is it the mark of a draft, which may stand on every page?"""
    return _DRAFT_MARK.fullmatch(text.strip()) is not None


def _head(paragraphs: Sequence[Paragraph]) -> list[Element]:
    """Return the elements of what stands before the text, up to and with the recipients."""
    found: list[Element] = []
    for paragraph in paragraphs:
        element = _head_element(paragraph, found)
        if element is None:
            break
        found.append(element)
    has_head = any(element is not Element.OTHER for element in found)
    return found if has_head else []


def _head_element(paragraph: Paragraph, found: Sequence[Element]) -> Element | None:
    """Return what a paragraph before the text is; None where the text begins."""
    text = paragraph.flat.strip(" \u3000\t")
    by_style = _BY_STYLE.get(paragraph.style_name or "")
    if by_style in _BEFORE_TEXT:
        return by_style
    if Element.RECIPIENTS in found or by_style is not None:
        return None
    if Element.TITLE not in found and (element := _imprint(paragraph, text)) is not None:
        return element
    if Element.ORGAN_MARK in found and Element.TITLE not in found and (element := _below_mark(text)) is not None:
        return element
    if _is_title(paragraph) and not (found and _is_after_title(paragraph, found)):
        return Element.TITLE
    if Element.TITLE in found and _is_recipients(paragraph, text):
        return Element.RECIPIENTS
    return None


def _imprint(paragraph: Paragraph, text: str) -> Element | None:
    """Return which element of the 版头 a paragraph is."""
    forms = (
        (COPY_NUMBER, Element.COPY_NUMBER),
        (_SECRECY, Element.SECRECY),
        (_URGENCY, Element.URGENCY),
    )
    for form, element in forms:
        if form.fullmatch(text):
            return element
    if _DOCUMENT_NUMBER.match(text):
        return Element.DOCUMENT_NUMBER
    if _SIGNER.match(text):
        return Element.SIGNER
    if any(is_red(span.colour) for span in paragraph.spans):
        return Element.ORGAN_MARK
    return Element.OTHER if paragraph.in_table else None


def _below_mark(text: str) -> Element | None:
    """Return what stands below the mark of an order or of minutes: its own kind of number, the office and the day."""
    if _ISSUE_NUMBER.fullmatch(text):
        return Element.DOCUMENT_NUMBER
    return Element.OTHER if _DATED.fullmatch(text) else None


def _is_title(paragraph: Paragraph) -> bool:
    return not paragraph.in_table and (_size(paragraph) >= _TITLE_PT or paragraph.align is Align.CENTRE)


def _size(paragraph: Paragraph) -> float:
    return max((span.size_pt or 0.0 for span in paragraph.spans), default=0.0)


def _is_after_title(paragraph: Paragraph, found: Sequence[Element]) -> bool:
    """Is it a centred line below the title that is none of it: a date in brackets, a heading?"""
    return Element.TITLE in found and (
        read_printed(paragraph.flat) is not None or _NOTE.fullmatch(paragraph.flat) is not None
    )


def _is_recipients(paragraph: Paragraph, text: str) -> bool:
    return _RECIPIENTS.fullmatch(text) is not None and read_printed(text) is None


@dataclass
class _State:
    """Where in the text we are."""

    in_attachment: bool = False
    has_attachment_title: bool = False
    copies: Paragraph | None = None
    in_note: bool = False
    is_dated: bool = False


def _main(paragraphs: Sequence[Paragraph]) -> Iterator[Element]:
    state = _State()
    for paragraph in paragraphs:
        yield _main_element(paragraph, state)


def _main_element(paragraph: Paragraph, state: _State) -> Element:
    text = paragraph.flat.strip(" \u3000\t")
    if _PRINTING.fullmatch(text):
        state.copies = None
        return Element.PRINTING
    if _COPIES.match(text) and (state.is_dated or paragraph.in_table or state.in_attachment):
        state.copies = paragraph
        return Element.COPIES_TO
    if state.copies is not None and paragraph.lines and _size(paragraph) == _size(state.copies):
        return Element.COPIES_TO
    if paragraph.in_table:
        return Element.TABLE
    if _ATTACHMENT_MARK.fullmatch(text):
        state.in_attachment, state.has_attachment_title, state.in_note = True, False, False
        return Element.ATTACHMENT_LABEL
    if state.in_attachment:
        return _in_attachment(paragraph, text, state)
    return _in_text(paragraph, text, state)


def _in_attachment(paragraph: Paragraph, text: str, state: _State) -> Element:
    if not state.has_attachment_title:
        state.has_attachment_title = True
        return Element.ATTACHMENT_TITLE
    label = read_printed(text)
    is_item = "。" in text or "；" in text  # a sentence is an item of a list, whose face is free
    return HEADINGS[label.level - 1] if label and not is_item else Element.ATTACHMENT


def _in_text(paragraph: Paragraph, text: str, state: _State) -> Element:
    by_style = _BY_STYLE.get(paragraph.style_name or "")
    if by_style is Element.SIGNATURE:
        return by_style
    if by_style is Element.ISSUE_DATE or _DATE.fullmatch(text):
        state.is_dated, state.in_note = True, False
        return Element.ISSUE_DATE
    if state.is_dated and _NOTE.fullmatch(text):
        return Element.NOTE
    if _ATTACHMENT_NOTE.match(text):
        state.in_note = True
        return Element.ATTACHMENT_NOTE
    if state.in_note and _ATTACHMENT_ITEM.match(text):
        return Element.ATTACHMENT_NOTE
    state.in_note = False
    if is_caption(text):
        return Element.TABLE
    label = read_printed(text)
    return HEADINGS[label.level - 1] if label else Element.BODY


def _with_signature(paragraphs: Sequence[Paragraph], elements: list[Element]) -> list[Element]:
    """Return the elements with the names above the date as the signature."""
    dates = [index for index, element in enumerate(elements) if element is Element.ISSUE_DATE]
    for date in dates:
        for index in range(date - 1, -1, -1):
            if elements[index] is not Element.BODY or not _is_name(paragraphs[index]):
                break
            elements[index] = Element.SIGNATURE
    return elements


def _is_name(paragraph: Paragraph) -> bool:
    text = paragraph.flat.strip()
    return len(text) <= _LONGEST_NAME and _SENTENCE.search(text) is None and "@" not in text
