"""Clause 9: punctuation as GB/T 15834-2011 has it, where a mark is wrong whatever the sentence means."""

from collections import Counter
from collections.abc import Iterator

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.clauses.found import found_in, wrong_in
from bulletin_gen.proof.layer_labels import read_printed
from bulletin_gen.proof.measured import Paragraph, Source
from bulletin_gen.proof.outcome import Outcome, absent, judged, some, unmeasured
from bulletin_gen.proof.requirement import RUNNING, Case, general, must, practice, requirement
from bulletin_gen.text.pairing import Lone, closing_of, pairing
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.wrong_marks import before_deng, between_quoted_items, dashes, ellipses, ellipses_and_deng
from bulletin_gen.text.wrong_numbers import hyphen_ranges

_HALF = ",;:?!.()"
_PROSE = (*RUNNING, Element.RECIPIENTS, Element.ATTACHMENT, Element.TABLE, Element.OTHER)
"""What no clause of its own tells how to write."""
_INNER = {"“": "‘", "《": "〈"}  # what stands inside the first of the kind
_SPACED = Regex("[\u4e00-\u9fff] +[\u4e00-\u9fff\\d]|\\d +[\u4e00-\u9fff]")


@requirement("G-81", "中文标点", must("9、GB/T 15834 4"), "中文里用全角的，。、；：？！（）")
def full_width(case: Case) -> Outcome:
    """What the marks of a text would be is asked of the same function that widens those of a bulletin."""
    faults = [f"{one.quoted()}用半角{said}" for one in case.of(*_PROSE) if (said := _half_width(_own_text(one)))]
    return judged(faults, "没有半角标点")


def _own_text(paragraph: Paragraph) -> str:
    """Return the text without its label and, of recipients, without the colon: other clauses ask for those."""
    if paragraph.element is Element.RECIPIENTS:
        return paragraph.flat.rstrip()[:-1]
    label = read_printed(paragraph.flat)
    return paragraph.flat[len(label.printed) :] if label else paragraph.flat


def _half_width(text: str) -> str:
    """Return the marks of a text that are half as wide as they ought to be, each once."""
    if not set(_HALF) & set(text):
        return ""
    before, after = Counter(text), Counter(punctuate(text))
    return "".join(mark for mark in _HALF if before[mark] > after[mark])


@requirement("G-82", "破折号和省略号的写法", must("9、GB/T 15834 4.10、4.11"), "“——”占两字，“……”六点，其后不加“等”")
def long_marks(case: Case) -> Outcome:
    return judged(list(wrong_in(case.measured.paragraphs, dashes, ellipses, ellipses_and_deng)), "没有不合的写法")


@requirement(
    "G-83", "引号书名号括号成对", must("9、GB/T 15834 4.8、4.15"), "成对使用；引号里面用单引号，书名号里面用单书名号"
)
def pairs(case: Case) -> Outcome:
    texts = case.of(*RUNNING, Element.TITLE, Element.ATTACHMENT)
    followed = zip(texts, [*texts[1:], None], strict=False)
    faults = [f"{one.quoted()}的{said}" for one, below in followed for said in _unpaired(one, below)]
    if faults and case.measured.source is Source.PDF:
        return unmeasured(f"{some(faults)}；段落由版面推出，须对照原文")
    return judged(faults, "成对")


def _unpaired(paragraph: Paragraph, below: Paragraph | None) -> Iterator[str]:
    """Yield what is wrong with the pairs of a paragraph; a quotation may run on into the next, which opens it anew."""
    text = _own_text(paragraph)
    found = pairing(text)
    for pair in found.pairs:
        if pair.within == pair.opening and pair.opening in _INNER:
            words = text[pair.start : pair.start + 8]
            yield f" {words} 在 {pair.opening} 里面，应用 {_INNER[pair.opening]}"
    runs_on = below is not None and below.flat.lstrip(" \u3000").startswith("“")
    alone = [*found.lone, *(Lone(pair.opening, pair.start, True) for pair in found.crossed)]
    for mark in alone:
        if not mark.is_opening:
            yield f" {text[max(mark.at - 6, 0) : mark.at + 1]} 没有前一半 {mark.opening}"
        elif not (runs_on and mark.opening == "“" and mark is alone[-1]):
            yield f" {mark.opening} 没有后一半 {closing_of(mark.opening)}"


@requirement("G-84", "引号书名号之间的顿号", general("9、GB/T 15834 4.5.3.5"), "并列的引号、书名号之间通常不用顿号")
def between_pairs(case: Case) -> Outcome:
    return judged(list(wrong_in(case.measured.paragraphs, between_quoted_items)), "没有")


@requirement("G-85", "“等”前的顿号", general("9、GB/T 15834 B.1.2"), "并列成分与“等”之间不用顿号")
def before_and_so_on(case: Case) -> Outcome:
    return judged(list(wrong_in(case.measured.paragraphs, before_deng)), "没有")


@requirement("G-88", "起止的连接号", must("9、GB/T 15834 4.13"), "数值、时间的起止用“～”或“—”，不用短横线")
def ranges(case: Case) -> Outcome:
    faults = [
        f"{one.quoted()}中的“{joined.words}”" for one in case.measured.paragraphs for joined in hyphen_ranges(one.flat)
    ]
    return judged(faults, "没有用短横线的起止")


@requirement("G-90", "多余的空格", practice(), "汉字之间、汉字与数字之间不打空格，署名和日期不用空格移位")
def blanks(case: Case) -> Outcome:
    if not case.is_flowing:
        return absent("版面上的空白可能是程序排出的，见原来的 DOCX")
    signed = case.of(Element.SIGNATURE, Element.ISSUE_DATE)
    pushed = [one for one in signed if one.text[:1] in (" \u3000" if one.is_parted else " \u3000\t")]
    faults = [*found_in(case.of(Element.BODY, *HEADINGS), _SPACED), *(f"{one.quoted()}用空格移位" for one in pushed)]
    return judged(faults, "没有")
