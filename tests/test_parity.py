"""The DOCX as LibreOffice shows it breaks its lines and pages at the same characters as our own pages.

A DOCX for Word and WPS is shown by a LibreOffice that is told to set as Word does (`judges.libreoffice_pdf`), and
our pages have its two remaining habits (`parity.as_judged`). One for LibreOffice is shown as it is.

Two differences are known and left out. LibreOffice 7.4 lets — and ～ begin a line, parts —— and ……, and parts numbers
and words after - and /, whatever the DOCX says. And where the signature needs the next page, it moves the whole last
paragraph there, of which we move the last line only, as Word does.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest

import judges
from blocks import Heading, Paragraph, Table
from bulletin_gen.composing import compose
from bulletin_gen.document import Block, Document
from bulletin_gen.engine import LIBREOFFICE, WORD
from bulletin_gen.placing.running import loose_stretch
from bulletin_gen.properties import Properties
from bulletin_gen.readers.text import read_text
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.text.chars import is_lone
from parity import Shown, by_libreoffice, by_us, differences, first_lines

EXAMPLES = sorted((judges.CHECKOUT / "examples").glob("*.yaml"))
MOST_DIFFERENT = {WORD.name: 0.001, LIBREOFFICE.name: 0.01}  # of the lines

# Each is tried at every place of a line.
PHRASES = (
    "截至2024年8月9日，已办结",
    "完成率达98.5%以上",
    "兑付资金1,286.37万元",
    "修订《考勤管理办法（试行）》等制度",
    "关于“重业务、轻党建”问题",
    "落实“‘三会一课’”要求",
    "（三）压实责任",
    "一是建章立制；二是",
    "第12次会议、第3项任务",
    "完成①登记；②公示。",
    "使用Excel 2016表格",
    "电话：12345转6",
    "3人次；5场（次）",
    "气温25℃、面积12平方米",
    "何时整改？由谁整改！",
    "【附注】〔2024〕7号",
    "阿依古丽·买买提同志",
    "占地3×4米",
    "“一网通办”2.0版",
    "12个“回头看”问题",
    "“3+N”机制、5G基站",
    "二〇二四年〇月",
    "https://www.qinghe.gov.cn/xxgk/2024/12/25/tz_1229610_45678.html?id=ab&page=2",
    "http://jw.linjiang.gov.cn:8080/xxgk-list?page=2&size=10#top",
    "qinghe-jiwei.xf@mail.linjiang.gov.cn",
)
FILLER = "各支部对照清单逐条整改明确责任限定时间定期调度全面推进取得实效"


IN_ENGINE = {engine.name: GBT9704.set_for(engine) for engine in (WORD, LIBREOFFICE)}


@pytest.fixture(params=IN_ENGINE)
def style(request: pytest.FixtureRequest) -> Style:
    return IN_ENGINE[request.param]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_breaks_alike(example: Path, style: Style, tmp_path: Path) -> None:
    document = compose(load_spec(example.read_bytes(), example.name))
    theirs, ours = by_libreoffice(document, tmp_path, style), by_us(document, style)
    different = differences(theirs, ours)

    assert theirs.text == ours.text
    assert len(different) <= MOST_DIFFERENT[style.engine.name] * len(ours.lines), "\n".join(different)
    assert len(theirs.pages) == len(ours.pages)
    assert first_lines(theirs.pages[:-1]) == first_lines(ours.pages[:-1])


def test_published_texts_break_alike_for_word(tmp_path: Path) -> None:
    """What offices really wrote, read and set again: of a thousand lines at most one ends elsewhere."""
    # 塅, in the name of a place, is in none of the judges' faces.
    texts = [path.read_text(encoding="utf-8").replace("塅", "段") for path in judges.bulletins()]
    documents = [compose(read_text(text).spec) for text in texts]
    shown = [(by_libreoffice(document, tmp_path), by_us(document)) for document in documents]
    different = [line for theirs, ours in shown for line in differences(theirs, ours)]

    assert [len(theirs.pages) for theirs, _ in shown] == [len(ours.pages) for _, ours in shown]
    assert len(different) <= MOST_DIFFERENT[WORD.name] * sum(len(ours.lines) for _, ours in shown), different


def test_a_phrase_breaks_alike_at_every_place_of_a_line(style: Style, tmp_path: Path) -> None:
    texts = [FILLER[:before] + phrase + FILLER for phrase in PHRASES for before in range(len(FILLER))]
    document = Document(Properties("", ""), tuple(map(Paragraph, texts)))

    assert differences(by_libreoffice(document, tmp_path, style), by_us(document, style)) == []


def test_a_character_alone_on_the_last_line_gets_company_in_both(style: Style, tmp_path: Path) -> None:
    texts = [
        said
        for phrase in PHRASES
        for length in range(2 * len(FILLER))
        if loose_stretch(Paragraph(said := f"{(FILLER * 2)[:length]}{phrase}{FILLER[:18]}。"), style)
    ]
    document = Document(Properties("", ""), tuple(map(Paragraph, texts)))
    theirs, ours = by_libreoffice(document, tmp_path, style), by_us(document, style)

    assert len(texts) > len(PHRASES)
    assert differences(theirs, ours) == []
    assert [line for line in last_lines(theirs, texts) if is_lone(line)] == []


def last_lines(shown: Shown, paragraphs: Sequence[str]) -> list[str]:
    """Return the last line of each of the paragraphs that the pages hold."""
    ends = sorted(shown.line_ends)
    text, made = shown.text, []
    for end in accumulate(len("".join(paragraph.split())) for paragraph in paragraphs):
        made.append(text[max((one for one in ends if one < end), default=0) : end])
    return made


def test_a_text_with_tables_breaks_its_pages_alike(style: Style, tmp_path: Path) -> None:
    """Small tables that stay whole and long ones that are parted: the text goes on below each at the same place."""
    said = "补建台账，逐项核对，明确责任"
    blocks: list[Block] = []
    for number in range(12):
        rows = [(str(at + 1), said * (1 + at * number % 3), f"{at * number}.5") for at in range(number + 1)]
        table = Table(("序号", "做法", "金额"), (), rows, landscape=False, in_text=True)
        blocks += [Heading(1, 0, "一、", "做法"), Paragraph(f"{FILLER}。" * (1 + number % 4)), table, Paragraph(FILLER)]
    document = Document(Properties("", ""), tuple(blocks))
    theirs, ours = by_libreoffice(document, tmp_path, style), by_us(document, style)

    assert [Counter("".join(page)) for page in theirs.pages] == [Counter("".join(page)) for page in ours.pages]
