"""Line ends: 孤字, 孤行, marks that may not begin or end a line. GB/T 15834-2011, 5.1."""

from itertools import accumulate

from bulletin_gen.proof.measured import Line, Paragraph
from bulletin_gen.proof.outcome import Outcome, absent, breaks, judged, some, unmeasured
from bulletin_gen.proof.requirement import Case, Judge, must, practice, requirement
from bulletin_gen.text.addresses import address_breaks
from bulletin_gen.text.chars import DASHES, NOT_AT_END, NOT_AT_START, is_lone


def on_lines(judge: Judge) -> Judge:
    """Let a clause judge lines only, which a DOCX has none of."""
    return lambda case: unmeasured("DOCX 不分行，须看印出的页面") if case.is_flowing else judge(case)


def line_pairs(case: Case) -> list[tuple[Line, Line]]:
    """Return each line of the text with the next one of its paragraph."""
    return [pair for one in case.running for pair in zip(one.lines, one.lines[1:], strict=False)]


def said_line(line: Line, text: str) -> str:
    return f"第{line.page}页第{line.number}行“{text}”"


@requirement("M-01", "行首禁则", must("GB/T 15834 5.1"), "点号、后引号、后括号等不出现在行首")
def line_starts(case: Case) -> Outcome:
    if case.is_flowing:
        loose = [f"{one.quoted()}关闭了避头尾" for one in case.running if not one.keeps_line_rules]
        return breaks(some(loose)) if loose else unmeasured("DOCX 不分行，须看印出的页面")
    faults = [said_line(below, below.text[:6]) for _, below in line_pairs(case) if below.text[0] in NOT_AT_START]
    return judged(faults, "没有")


@requirement("M-02", "行末禁则", must("GB/T 15834 5.1"), "前引号、前括号等不出现在行末")
@on_lines
def line_ends(case: Case) -> Outcome:
    faults = [
        said_line(line, line.text[-6:])
        for one in case.running
        for line in _outside_addresses(one)
        if line.text.rstrip()[-1:] in NOT_AT_END
    ]
    return judged(faults, "没有")


def _outside_addresses(paragraph: Paragraph) -> list[Line]:
    """Return the lines that another follows, but those that end after the / of an address, as all programs part it."""
    texts = [line.text for line in paragraph.lines]
    within = set(address_breaks("".join(texts)))
    return [
        line for line, end in zip(paragraph.lines[:-1], accumulate(map(len, texts)), strict=False) if end not in within
    ]


@requirement("M-04", "破折号省略号", must("GB/T 15834 5.1"), "“——”“……”不拆在两行")
@on_lines
def long_marks(case: Case) -> Outcome:
    faults = [
        said_line(line, line.text[-6:])
        for line, below in line_pairs(case)
        if line.text[-1] in DASHES and line.text[-1] == below.text[0]
    ]
    return judged(faults, "没有")


@requirement("M-13", "孤字", practice(), "段落末行不只一个汉字")
@on_lines
def lone_characters(case: Case) -> Outcome:
    last = [one.lines[-1] for one in case.running if len(one.lines) > 1]
    lone = [said_line(line, line.text) for line in last if is_lone(line.text)]
    return unmeasured(f"{some(lone)}；可调整用词") if lone else judged([], "没有")


@requirement("M-14", "孤行", practice(), "页首不是上段的末行")
@on_lines
def lone_lines(case: Case) -> Outcome:
    if len(case.measured.frames) < 2:
        return absent("只有一页")
    lone = [
        said_line(below, below.text[:8])
        for one in case.running
        if len(one.lines) > 1 and (below := one.lines[-1]).page != one.lines[-2].page
    ]
    return unmeasured(f"{some(lone)}；每页排足行数优先") if lone else judged([], "没有")
