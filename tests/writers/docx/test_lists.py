"""Word counts the labels, and they are the same as those of the file whose labels are text."""

from pathlib import Path

import pytest

import judges
import measure
from blocks import Heading, Paragraph, Said
from bulletin_gen.document import Block, Document, plain_text
from bulletin_gen.properties import Properties
from bulletin_gen.readers.docx import docx_lines
from bulletin_gen.style import GBT9704
from bulletin_gen.writers import Numbering
from bulletin_gen.writers.docx.lists import ListPlan, plan_lists
from bulletin_gen.writers.docx.write import write_docx
from bulletin_gen.writers.docx.xml import as_element, text_element, w
from docx_parts import Element, attributes, find, names, part, text, values, with_parts, xml_of
from reviewed import gone, ins, said

TEXT = "各支部对照清单逐条整改明确责任限定时间定期调度全面推进取得实效并建立健全2项制度，"


def document(*blocks: Block) -> Document:
    return Document(Properties("", ""), blocks)


def heading(label: str, depth: int, level: int) -> Block:
    return Heading(level, depth, label, f"关于第{depth}层的问题")


def item(label: Said) -> Block:
    return Paragraph(TEXT * 2, label)


EVERY_LAYER = document(
    heading("一、", 0, 1),
    heading("（一）", 1, 2),
    heading("1.", 2, 3),
    item("（1）"),
    item("①"),
    item("②"),
    item("（2）"),
    Heading(3, 2, "2.", "关于压实责任。", TEXT * 2),
    item("一是"),
    item("二是"),
    heading("（二）", 1, 2),
    heading("1.", 2, 3),
    item("一是"),
    heading("二、", 0, 1),
    heading("（一）", 1, 2),
    Heading(5, 2, "①", "关于另一种编号。", TEXT * 2),
    Heading(5, 2, "②", "关于另一种编号。", TEXT * 2),
)
RUNNING_ON = document(
    heading("（一）", 0, 2),
    heading("1.", 1, 3),
    item("一是"),
    heading("2.", 1, 3),
    heading("（二）", 0, 2),
    heading("3.", 1, 3),
    item("一是"),
    item("二是"),
)
OWN_NUMBERS = document(
    heading("三、", 0, 1),
    heading("（一）", 1, 2),
    heading("（四）", 1, 2),
    heading("1.", 2, 3),
    heading("（五）", 1, 2),
    heading("四、", 0, 1),
    heading("（一）", 1, 2),
    heading("七、", 0, 1),
    heading("（一）", 1, 2),
)
OTHER_FORMS = document(
    heading("问题1：", 0, 3),
    item("第一，"),
    item("第二，"),
    heading("问题2：", 0, 3),
    item("1）"),
    item("1、"),
    heading("问题二：", 0, 3),
    item("㈠"),
    item("⑵"),
)
BULLETINS = [EVERY_LAYER, RUNNING_ON, OWN_NUMBERS, OTHER_FORMS]
NAMES = ["every layer", "running on", "own numbers", "other forms"]


def shown(docx: bytes, folder: Path) -> list[list[str]]:
    """Return the lines of the pages that LibreOffice makes of a DOCX."""
    path = folder / "numbering.docx"
    path.write_bytes(docx)
    pages = measure.read_pages(judges.libreoffice_pdf(path, folder))
    return [[line.text for line in page.lines] for page in pages]


def lists(*blocks: Block) -> ListPlan:
    return plan_lists(blocks)


@pytest.mark.parametrize("bulletin", BULLETINS, ids=NAMES)
def test_libreoffice_prints_the_same_labels_and_lines(bulletin: Document, tmp_path: Path) -> None:
    literal, live = (shown(write_docx(bulletin, GBT9704, numbering), tmp_path) for numbering in Numbering)

    assert live == literal


@pytest.mark.parametrize("bulletin", BULLETINS, ids=NAMES)
def test_a_reader_that_counts_as_word_does_reads_the_same_text(bulletin: Document) -> None:
    lines = docx_lines(write_docx(bulletin, GBT9704, Numbering.LIVE)).lines

    assert "".join(f"{line.text}\n" for line in lines) == plain_text(bulletin)


@pytest.mark.parametrize("bulletin", BULLETINS, ids=NAMES)
@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_the_open_xml_sdk_finds_nothing_wrong(bulletin: Document, office: str, tmp_path: Path) -> None:
    path = tmp_path / "live.docx"
    path.write_bytes(write_docx(bulletin, GBT9704, Numbering.LIVE))

    assert judges.ooxml_errors(path, office) == []


def test_labels_close_up_when_an_issue_is_deleted(tmp_path: Path) -> None:
    live = write_docx(EVERY_LAYER, GBT9704, Numbering.LIVE)
    lines = [line for page in shown(without_paragraphs(live, 2, 7), tmp_path) for line in page]
    labels = [line.partition("关于")[0] for line in lines if "关于" in line]

    assert labels == ["一、", "（一）", "1.", "（二）", "1.", "二、", "（一）", "①", "②"]


def test_a_heading_or_an_item_put_in_by_its_style_gets_its_number(tmp_path: Path) -> None:
    """Who adds an issue in Word chooses the style; the labels after it count on."""
    live = write_docx(EVERY_LAYER, GBT9704, Numbering.LIVE)
    kinds = [values(paragraph, "w:pPr/w:pStyle")[0] for paragraph in find(part(live, "word/document.xml"), "//w:p")]
    added = with_paragraph(with_paragraph(live, 10, kinds[9], "关于新的措施。"), 2, "Heading2", "关于新的问题")
    lines = [line for page in shown(added, tmp_path) for line in page]

    assert [line for line in lines if "新的" in line] == ["（二）关于新的问题", "三是关于新的措施。"]
    assert "（三）关于第1层的问题" in lines


def test_a_heading_without_a_label_stays_without_one(tmp_path: Path) -> None:
    bulletin = document(heading("", 0, 1), heading("一、", 0, 1), heading("", 0, 1), heading("二、", 0, 1))
    (lines,) = shown(write_docx(bulletin, GBT9704, Numbering.LIVE), tmp_path)

    assert [line for line in lines if "关于" in line] == [
        f"{label}关于第0层的问题" for label in ("", "一、", "", "二、")
    ]


def test_each_kind_of_item_has_a_style_of_its_own_name() -> None:
    styles = part(write_docx(EVERY_LAYER, GBT9704, Numbering.LIVE), "word/styles.xml")
    items = find(styles, "w:style[w:basedOn/@w:val='BulletinBody']")

    assert [values(item, "w:name")[0] for item in items] == ["第四层条目（1）", "第四层条目一是", "第五层条目①"]


def with_paragraph(docx: bytes, at: int, style: str, said: str) -> bytes:
    """Return a DOCX with a paragraph before the one of that number, of which only the style and the text are told."""
    root = part(docx, "word/document.xml")
    paragraph = w("p", w("pPr", w("pStyle", val=style)), w("r", text_element("t", said)))
    find(root[0], "w:p")[at].addprevious(as_element(paragraph))
    return with_document(docx, root)


def without_paragraphs(docx: bytes, first: int, last: int) -> bytes:
    """Return a DOCX without its paragraphs `first` … `last - 1`, counted from 0."""
    root = part(docx, "word/document.xml")
    body = root[0]
    for paragraph in find(body, "w:p")[first:last]:
        body.remove(paragraph)
    return with_document(docx, root)


def with_document(docx: bytes, root: Element) -> bytes:
    return with_parts(docx, {"word/document.xml": xml_of(root)})


def test_a_counted_label_is_no_text() -> None:
    root = part(write_docx(document(heading("一、", 0, 1)), GBT9704, Numbering.LIVE), "word/document.xml")

    assert text(root) == "关于第0层的问题"
    assert values(root, "//w:pStyle") == ["Heading1"]


def test_labels_that_word_cannot_count_stay_text() -> None:
    assert lists(item("㈠"), item("⑴"), item(""), item("第①条")).spots == {}
    assert lists(*(item(f"{chr(0x2460 + n)}") for n in range(20)), item("㉑")).spots == {}


def test_a_label_that_a_reviewer_changed_stays_text_and_later_ones_count_on_as_printed() -> None:
    plan = lists(item("一是"), item(ins("二是")), item(said(gone("二是"), ins("三是"))), item("四是"))

    assert list(plan.spots) == [0, 3]
    assert [start.start for start in plan.lists] == [None, 4]


def test_all_kinds_are_levels_of_one_list() -> None:
    plan = lists(*EVERY_LAYER.blocks)

    assert len(plan.definitions) == len(plan.lists) == 1
    assert [(kind.depth, kind.form) for kind in plan.definitions[0]][:3] == [(0, "一、"), (1, "（一）"), (2, "1.")]


def test_a_kind_that_runs_on_is_a_list_of_its_own() -> None:
    plan = lists(*RUNNING_ON.blocks)

    assert [[kind.form for kind in kinds] for kinds in plan.definitions] == [["（一）", "一是"], ["1."]]
    assert len(plan.lists) == 2


def test_an_own_number_opens_a_list_that_starts_there() -> None:
    assert [start.start for start in lists(*OWN_NUMBERS.blocks).lists] == [None, 3, 4, 7]


def test_a_literal_file_has_no_lists() -> None:
    assert "word/numbering.xml" not in names(write_docx(EVERY_LAYER, GBT9704))


def test_the_label_wears_the_face_and_the_indent_of_its_text() -> None:
    live = write_docx(document(heading("（一）", 0, 2)), GBT9704, Numbering.LIVE)
    (level,) = find(part(live, "word/numbering.xml"), "//w:lvl")

    assert attributes(*find(level, "w:rPr/w:rFonts"))["eastAsia"] == "楷体_GB2312"
    assert attributes(*find(level, "w:pPr/w:ind")) == {"firstLine": "630"}
    assert values(level, "w:suff") == ["nothing"]
