"""The issued form, measured in our PDF from outside: each element stands where GB/T 9704-2012 puts it.

The numbers are those of the standard, typed here a second time on purpose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

import judges
from blocks import (
    AttachmentHead,
    AttachmentNote,
    Colophon,
    Draft,
    Head,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from bulletin_gen import document
from bulletin_gen.document import Block, Document, plain_text
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.properties import Properties
from bulletin_gen.spans import flat
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.pdf import write_pdf
from measure import Line, Page, in_mm, ink_box, read_pages

LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262  # mm, the edges of the text area: 5.2.1
CELL = 156 / 28  # mm, 字 of the body: 5.2.3
SMALL_CELL = 14 * 25.4 / 72  # mm, 字 of 4号
PITCH = 225 / 22  # mm, 行
TOLERANCE = 1.0  # mm: 5.2.1
RED, BLACK = (1, 0, 0), (0, 0, 0)

HEAD = Head("000012", "机密★1年", "特急", ("中共清河县云岭镇委员会",), "文件", "云党发〔2025〕3号")
JOINT = ("中共清河县纪律检查委员会", "清河县监察委员会", "清河县委组织部")
TITLE = Title(("中共清河县云岭镇委员会关于巡察整改情况的通报",))
TEXT = [Recipients("各村党支部："), *[Paragraph("现将整改情况通报如下。" * 5)] * 4]
COLOPHON = Colophon("各村党支部，镇直各单位", "县委巡察办，" * 12 + "县纪委。", "云岭镇党政办公室", "2025年1月9日印发")
DATE = "2025年1月8日"


@dataclass(frozen=True)
class Rule:
    """A straight line of a PDF, in mm; `thickness` too."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    colour: tuple[float, ...]


@pytest.fixture(scope="module", params=["test faces", "packaged faces"])
def fonts(request: pytest.FixtureRequest) -> FontSet:
    if request.param == "test faces":
        return find_fonts(GBT9704, [judges.test_fonts()], system=False, packaged=False)
    return find_fonts(GBT9704, system=False)


Write = Callable[..., Path]


@pytest.fixture
def write(fonts: FontSet, tmp_path: Path) -> Write:
    """Return what writes blocks as a PDF."""

    def written(*blocks: Block, draft: document.Draft | None = None) -> Path:
        document = Document(Properties("通报", "某机关"), blocks, draft)
        pdf = tmp_path / "out.pdf"
        pdf.write_bytes(write_pdf(lay_out(document, GBT9704, fonts), document.properties, fonts))
        return pdf

    return written


def rules_of(pdf: Path, page: int) -> list[Rule]:
    """Return the rules of a page from the top down."""
    with pdfplumber.open(pdf) as opened:
        found = [_rule(line) for line in opened.pages[page - 1].lines]
    return sorted(found, key=lambda rule: (rule.y0, rule.x0))


def _rule(line: dict[str, Any]) -> Rule:
    edges = (in_mm(line[name]) for name in ("x0", "top", "x1", "bottom"))
    return Rule(*edges, in_mm(line["linewidth"]), tuple(line["stroking_color"]))


def line_with(page: Page, text: str) -> Line:
    (found,) = (line for line in page.lines if text in line.text)
    return found


def centre(line: Line) -> float:
    return in_mm(line.left + line.right) / 2


def row_baseline(row: int) -> float:
    """Return where the baseline of a row from 1 stands, in mm: 37 + (row - 1 + 0.8) × 28.95 pt."""
    return TOP + (row - 0.2) * in_mm(28.95)


def near(value: float, tolerance: float = TOLERANCE) -> Any:
    return pytest.approx(value, abs=tolerance)


def letters(text: str) -> str:
    return "".join(text.split())


def test_number_of_the_copy_secrecy_and_urgency_take_the_first_rows(write: Write) -> None:
    """7.2.1 to 7.2.3: flush left, one row each."""
    (page, *_) = read_pages(write(HEAD, TITLE, *TEXT))

    for row, text in enumerate(["000012", "机密★1年", "特急"], start=1):
        line = line_with(page, text)
        assert in_mm(line.left) == near(LEFT, 0.5)
        assert in_mm(line.baseline) == near(row_baseline(row), 0.2)


def test_a_missing_one_gives_its_row_to_the_next(write: Write) -> None:
    (page, *_) = read_pages(write(Head("", "", "加急", ("某机关",), "文件", "某发〔2025〕3号"), TITLE, *TEXT))

    assert in_mm(line_with(page, "加急").baseline) == near(row_baseline(1), 0.2)


@pytest.mark.parametrize(
    "organs",
    [("清河县委",), ("中共清河县云岭镇委员会",), ("中共云岭高新技术产业开发区清湾科技创新产业园区工作委员会",), JOINT],
    ids=["short", "usual", "long", "joint"],
)
def test_the_ink_of_the_mark_begins_35_mm_below_the_top_of_the_text_area(write: Write, organs: tuple[str, ...]) -> None:
    """7.2.4, whatever the size; centred, and within the text area."""
    pdf = write(Head("", "", "", organs, "文件", "云党发〔2025〕3号"), TITLE, *TEXT)
    number = line_with(read_pages(pdf)[0], "〔2025〕")
    left, top, right, _ = ink_box(pdf, 1, (0, TOP, 210, in_mm(number.baseline) - PITCH))

    assert top == near(TOP + 35)
    assert (left + right) / 2 == near((LEFT + RIGHT) / 2)
    assert LEFT < left < right < RIGHT


def test_the_mark_is_red_and_the_text_black(write: Write) -> None:
    with pdfplumber.open(write(HEAD, TITLE, *TEXT)) as opened:
        colours = {char["non_stroking_color"] for char in opened.pages[0].chars if char["text"] in "件"}
        others = {char["non_stroking_color"] for char in opened.pages[0].chars if char["text"] in "特急现将"}

    assert colours == {RED}
    assert {part for colour in others for part in colour} == {0}


def test_jointly_issuing_organs_stand_below_each_other_the_suffix_at_half_their_height(write: Write) -> None:
    """7.2.4: the lead organ first, all of one width."""
    page = read_pages(write(Head("", "", "", JOINT, "文件", "云党发〔2025〕3号"), TITLE, *TEXT))[0]
    first, second, third = (line for line in page.lines if line.size > 22)
    suffix = second.glyphs[-2:]

    assert "".join(glyph.text for glyph in first.glyphs) == JOINT[0]
    assert "".join(glyph.text for glyph in suffix) == "文件"
    assert {round(line.left) for line in (first, second, third)} == {round(first.left)}
    assert second.glyphs[-3].right == near(first.right, 0.5)
    assert third.right == near(first.right, 0.5)
    assert second.baseline == near((first.baseline + third.baseline) / 2, 0.1)


@pytest.mark.parametrize("organs", [HEAD.organs, JOINT], ids=["one organ", "joint"])
def test_the_number_stands_two_blank_lines_below_the_mark_in_the_middle(write: Write, organs: tuple[str, ...]) -> None:
    """7.2.5; the gap may give or take a third of a line, for the text's grid."""
    page = read_pages(write(Head("", "", "", organs, "文件", HEAD.number), TITLE, *TEXT))[0]
    number = line_with(page, "〔2025〕")
    mark = max((line for line in page.lines if line.size > 22), key=lambda line: line.baseline)
    gap = in_mm(number.baseline - 0.8 * 28.95 - mark.baseline - 0.15 * mark.size)

    assert number.text == flat(HEAD.number)
    assert centre(number) == near((LEFT + RIGHT) / 2, 0.5)
    assert gap / PITCH == near(2, 0.3)


def test_the_red_rule_stands_4_mm_below_the_number_as_wide_as_the_text(write: Write) -> None:
    """7.2.7."""
    pdf = write(HEAD, TITLE, *TEXT)
    number = line_with(read_pages(pdf)[0], "〔2025〕")
    (rule,) = rules_of(pdf, 1)
    _, _, _, ink_foot = ink_box(pdf, 1, (LEFT, in_mm(number.baseline) - 5, RIGHT, in_mm(number.baseline) + 2))

    assert (rule.x0, rule.x1) == (near(LEFT, 0.1), near(RIGHT, 0.1))
    assert rule.colour == RED
    assert rule.y0 - rule.thickness / 2 - ink_foot == near(4, 0.5)


@pytest.mark.parametrize("organs", [("清河县委",), HEAD.organs, JOINT, JOINT * 2], ids=["short", "one", "three", "six"])
def test_the_title_begins_two_blank_lines_below_the_rule_on_the_grid(write: Write, organs: tuple[str, ...]) -> None:
    """7.3.1; and 5.2.3: the lines from there on fill the page to its foot."""
    pdf = write(Head("", "", "", organs, "文件", HEAD.number), Title(("关于巡察的通知",)), *TEXT * 3)
    (rule,) = rules_of(pdf, 1)
    page = read_pages(pdf)[0]
    title, last = line_with(page, "通知"), page.of_size(16)[-1]
    below_rule = in_mm(title.baseline) - 0.8 * in_mm(28.95) - rule.y0

    assert below_rule / PITCH == near(2, 0.3)
    assert (in_mm(title.baseline) - row_baseline(1)) / in_mm(28.95) == near(
        round((in_mm(title.baseline) - row_baseline(1)) / in_mm(28.95)), 0.01
    )
    assert in_mm(last.baseline) == near(row_baseline(22), 0.2)


def test_who_signs_stands_right_of_the_number(write: Write) -> None:
    """7.2.6: both a character in, the last row of names shared with the number."""
    signers = ("王小明", "李大海", "赵一平")
    head = Head("", "", "", ("清河县委",), "文件", "清委〔2025〕3号", signers)
    pdf = write(head, TITLE, *TEXT)
    page = read_pages(pdf)[0]
    first, last = line_with(page, "签发人："), line_with(page, "〔2025〕")
    (rule,) = rules_of(pdf, 1)

    assert first.text == "签发人：王小明李大海"
    assert last.text == "清委〔2025〕3号赵一平"
    assert in_mm(last.left) == near(LEFT + CELL, 0.3)
    assert in_mm(first.right) == near(RIGHT - CELL, 0.3)
    assert last.glyphs[-3].left == near(first.glyphs[4].left, 0.1)
    assert in_mm(last.baseline - first.baseline) == near(PITCH, 0.1)
    assert rule.y0 - in_mm(last.baseline) == near(4.5, 1)


def test_on_preprinted_paper_the_room_is_kept_and_nothing_red_is_drawn(write: Write) -> None:
    places = []
    for preprinted in (False, True):
        head = Head("", "", "", HEAD.organs, "文件", HEAD.number, preprinted=preprinted)
        pdf = write(head, TITLE, *TEXT)
        page = read_pages(pdf)[0]
        places.append({line.text: line.baseline for line in page.lines if line.size <= 22})
        red = [line for line in page.lines if line.size > 22] + rules_of(pdf, 1)
        assert bool(red) is not preprinted

    assert places[0] == places[1]


def test_the_note_on_attachments_stands_a_blank_line_below_the_text(write: Write) -> None:
    """7.3.4: two characters in, the titles under each other, their further lines too."""
    long = "巡察反馈意见整改落实情况台账和有关规章制度清单汇编（第一批）"
    (page, *_) = read_pages(write(Paragraph("完。"), AttachmentNote((long, "名单")), Signature(("某机关",), DATE)))
    text, first, second, last, *_ = page.lines

    assert (first.text + second.text, last.text) == ("附件：1." + long, "2.名单")
    assert in_mm(first.baseline - text.baseline) == near(2 * PITCH, 0.1)
    assert in_mm(first.left) == near(LEFT + 2 * CELL, 0.3)
    assert {round(line.left, 1) for line in (second,)} == {round(first.glyphs[5].left, 1)}
    assert last.glyphs[2].left == near(second.left, 0.1)


def test_a_sealed_signature_is_centred_on_its_date(write: Write) -> None:
    """7.3.5.1: the date four characters in; two blank rows are room for the seal."""
    (page,) = read_pages(write(Paragraph("完。"), Signature(("中共清河县云岭镇委员会",), DATE, sealed=True)))
    text, name, date = page.lines[:3]

    assert in_mm(date.right) == near(RIGHT - 4 * CELL)
    assert centre(name) == near(centre(date), 0.1)
    assert in_mm(name.baseline - text.baseline) == near(3 * PITCH, 0.1)
    assert in_mm(date.baseline - name.baseline) == near(PITCH, 0.1)


def test_seals_of_jointly_issuing_organs_do_not_touch_and_stay_within_the_text_area(write: Write) -> None:
    """7.3.5.1: three in a row at most, seals of 42 mm; the date below the last."""
    names = ("清河县委", "清河县政府", "清河县纪委", "县委组织部", "县委宣传部")
    (page,) = read_pages(write(Paragraph("完。"), Signature(names, DATE, joint=True, sealed=True)))
    first, second, date = (line for line in page.lines if line.text[0] in "清县2")

    def middles(line: Line, names: tuple[str, ...]) -> list[float]:
        ends = [sum(map(len, names[: index + 1])) for index in range(len(names))]
        parts = [line.glyphs[end - len(name) : end] for name, end in zip(names, ends, strict=True)]
        return [in_mm(part[0].left + part[-1].right) / 2 for part in parts]

    upper, lower = middles(first, names[:3]), middles(second, names[3:])
    assert upper[1] - upper[0] == near(upper[2] - upper[1], 0.1)
    assert upper[1] - upper[0] > 42
    assert upper[0] - 21 >= LEFT
    assert upper[2] + 21 <= RIGHT
    assert lower == near(upper[1:], 0.1)
    assert lower[-1] == near(centre(date), 0.3)
    assert in_mm(second.baseline - first.baseline) > 42


def test_the_remark_stands_on_the_row_below_the_date(write: Write) -> None:
    """7.3.6: two characters in, in brackets."""
    signature = Signature(("某机关",), DATE, sealed=True)
    (page,) = read_pages(write(Paragraph("完。"), signature, Note("（此件公开发布）")))
    date, note = page.lines[-3:-1]

    assert note.text == "（此件公开发布）"
    assert in_mm(note.left) == near(LEFT + 2 * CELL, 0.3)
    assert in_mm(note.baseline - date.baseline) == near(PITCH, 0.1)


def test_an_attachment_begins_a_page(write: Write) -> None:
    """7.3.7: its label on the first row, flush left and without colon, its title in the middle of the third."""
    pages = read_pages(write(Paragraph("完。"), AttachmentHead("附件1", "整改台账"), Paragraph("文。")))
    label, title, text, _ = pages[1].lines

    assert (label.text, in_mm(label.left)) == ("附件1", near(LEFT, 0.3))
    assert in_mm(label.baseline) == near(row_baseline(1), 0.2)
    assert (title.text, centre(title)) == ("整改台账", near((LEFT + RIGHT) / 2))
    assert in_mm(title.baseline) == near(row_baseline(3), 0.2)
    assert in_mm(text.baseline) == near(row_baseline(5), 0.2)


def ledger(columns: int, rows: int) -> Table:
    head = tuple(f"列{column}" for column in range(columns))
    return Table(head, (1,) * columns, tuple(("抓好整改落实" * 3,) * columns for _ in range(rows)))


def test_a_table_stays_within_the_text_area_and_repeats_its_head(write: Write) -> None:
    pdf = write(AttachmentHead("附件", "台账"), ledger(4, 30))
    pages = read_pages(pdf)

    assert len(pages) > 2
    for page in pages:
        rules = rules_of(pdf, page.number)
        assert (min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)) == (near(LEFT, 0.1), near(RIGHT, 0.1))
        assert min(rule.y0 for rule in rules) >= TOP - 0.1
        assert max(rule.y1 for rule in rules) <= BOTTOM + 0.1
        assert [line.text for line in page.lines if line.text.startswith("列")] == ["列0列1列2列3"]


def test_a_wide_table_is_turned_and_its_page_number_is_not(write: Write) -> None:
    """8: the paper is that of the other pages, the head of the table at its left side on odd and even pages."""
    pdf = write(AttachmentHead("附件", "台账"), ledger(8, 14))
    with pdfplumber.open(pdf) as opened:
        assert {page.rotation for page in opened.pages} == {90}
        assert {tuple(map(round, page.page_obj.attrs["MediaBox"])) for page in opened.pages} == {(0, 0, 595, 842)}
        numbers = [[char for char in page.chars if char["text"] == "—"] for page in opened.pages]
        heads = [next(char for char in page.chars if char["text"] == "列") for page in opened.pages]
    odd, even = (in_mm(dashes[0]["x0"] + dashes[0]["x1"]) / 2 for dashes in numbers[:2])

    assert all(head["upright"] for head in heads)
    assert not any(dash["upright"] for dashes in numbers for dash in dashes)
    # Seen turned clockwise, the foot of the paper is at the left and its left side on top.
    assert (odd, even) == (near(297 - 269), near(297 - 269))
    odd_end = max(in_mm(dash["bottom"]) for dash in numbers[0])
    even_start = min(in_mm(dash["top"]) for dash in numbers[1])
    assert odd_end == near(RIGHT - SMALL_CELL)
    assert even_start == near(LEFT + SMALL_CELL)


def test_a_turned_table_is_as_wide_as_the_text_area_is_high(write: Write) -> None:
    rules = rules_of(write(AttachmentHead("附件", "台账"), ledger(8, 3)), 1)

    assert min(rule.x0 for rule in rules) == near(297 - BOTTOM, 0.1)
    assert max(rule.x1 for rule in rules) == near(297 - TOP, 0.1)
    assert max(rule.y1 for rule in rules) < RIGHT


def test_the_last_rule_of_the_colophon_is_the_foot_of_the_text_area(write: Write) -> None:
    """7.4.1: as wide as the text area; first and last thick, those between thin."""
    pdf = write(Paragraph("完。"), COLOPHON)
    rules = rules_of(pdf, 1)

    assert rules[-1].y0 == near(BOTTOM, 0.2)
    assert [round(rule.thickness, 2) for rule in rules] == [0.35, 0.25, 0.35]
    assert {(round(rule.x0), round(rule.x1)) for rule in rules} == {(LEFT, RIGHT)}
    assert {rule.colour for rule in rules} == {BLACK}


def test_the_rows_of_the_colophon(write: Write) -> None:
    """7.4.2, 7.4.3: 4号, a character in at both sides, copies hanging after their colon."""
    (page,) = read_pages(write(Paragraph("完。"), COLOPHON))
    main, copies, *more, printed = page.of_size(14)[:-1]

    assert (main.text[:3], copies.text[:3]) == ("主送：", "抄送：")
    assert in_mm(main.left) == near(LEFT + SMALL_CELL, 0.5)
    assert more
    assert {round(line.left, 1) for line in more} == {round(copies.glyphs[3].left, 1)}
    assert all(in_mm(line.right) <= RIGHT - SMALL_CELL + 0.1 for line in (copies, *more))
    assert printed.text == "云岭镇党政办公室2025年1月9日印发"
    assert in_mm(printed.left) == near(LEFT + SMALL_CELL, 0.5)
    assert in_mm(printed.right) == near(RIGHT - SMALL_CELL, 0.5)


def test_a_draft_is_marked_in_the_top_white_of_every_page(write: Write) -> None:
    draft = Draft("送审稿　第2稿", watermark="送审稿")
    pages = read_pages(write(Paragraph("文。"), AttachmentHead("附件", "名单"), Paragraph("文。"), draft=draft))
    marks = [line_with(page, "第2稿") for page in pages]

    assert len(pages) == 2
    assert all(in_mm(mark.baseline) == near(TOP - 12, 0.1) for mark in marks)
    assert all(in_mm(mark.right) == near(RIGHT, 0.3) for mark in marks)


def test_a_watermark_lies_under_the_text_and_is_light(write: Write) -> None:
    with pdfplumber.open(write(Paragraph("文。"), draft=Draft("送审稿　第2稿", watermark="送审稿"))) as opened:
        chars = [char for char in opened.pages[0].chars if char["size"] > 40 or not char["upright"]]

    assert "".join(char["text"] for char in chars) == "送审稿"
    assert {round(part, 2) for char in chars for part in char["non_stroking_color"]} == {0.88}


def test_placeholders_are_yellow_wherever_they_stand(write: Write) -> None:
    gap = "【待补：人数】"
    table = Table(("甲",), (1,), ((gap,),))
    pdf = write(Title((gap,)), Paragraph(f"共{gap}人"), AttachmentHead("附件", "名单"), table)
    with pdfplumber.open(pdf) as opened:
        boxes = [page.rects for page in opened.pages]
        text = next(char for char in opened.pages[0].chars if char["text"] == "共")

    assert [len(found) for found in boxes] == [2, 1]
    assert {tuple(box["non_stroking_color"]) for box in chain(*boxes)} == {(1, 1, 0)}
    assert boxes[0][1]["x0"] == near(text["x1"], 0.5)
    assert in_mm(boxes[0][1]["width"]) == near(7 * CELL, 0.5)


def test_the_text_reads_back_in_order(write: Write) -> None:
    """All of it, the head above and the colophon below; page numbers aside."""
    blocks = [HEAD, TITLE, *TEXT, AttachmentNote(("台账", "名单")), Signature(("某机关",), DATE, sealed=True)]
    blocks += [Note("（此件公开发布）"), AttachmentHead("附件1", "名单"), Paragraph("文。"), COLOPHON]
    pdf = write(*blocks)
    said = "".join(line.text for page in read_pages(pdf) for line in page.lines if not line.text.startswith("—"))

    assert said == letters(plain_text(Document(Properties("", ""), tuple(blocks))))


def test_the_file_is_sound(write: Write) -> None:
    pdf = write(
        HEAD, TITLE, *TEXT, AttachmentHead("附件", "台账"), ledger(8, 9), COLOPHON, draft=Draft("送审稿", "送审稿")
    )

    assert judges.qpdf_problems(pdf) == []
    assert all(font.emb and font.sub and font.uni for font in judges.pdf_fonts(pdf))
