"""One fault at a time on pages: named by its clause alone, on our own pages and in their PDF."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

import judges
from blocks import text, texts
from bulletin_gen.document import Block, Document, Heading, Signature, Title
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.pages import Line, Page, Pages, Run
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.pages import measure_pages
from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.proof.prove import prove
from bulletin_gen.style import GBT9704, FaceRole, Style, TextRole
from bulletin_gen.writers.pdf import write_pdf
from damage import sound_document

MM = 72 / 25.4
SHORT = 6.0  # pt, less than a character


@dataclass(frozen=True)
class Fault:
    """What is spoiled: the style that the pages are laid out in, the document, or the pages themselves."""

    clause: str
    style: Style = GBT9704
    document: Callable[[Document], Document] = lambda document: document
    pages: Callable[[Pages], Pages] = lambda pages: pages


def style_with(part: str, **values: str | tuple[str, ...]) -> Style:
    return replace(GBT9704, **{part: replace(getattr(GBT9704, part), **values)})


def role_with(role: TextRole, **values: str | tuple[str, ...]) -> Style:
    return replace(GBT9704, text={**GBT9704.text, role: replace(GBT9704.text[role], **values)})


def said(kind: type[Block], **values: str | tuple[str, ...]) -> Callable[[Document], Document]:
    """Change the first block of a kind."""
    changes = {name: text(new) if isinstance(new, str) else texts(new) for name, new in values.items()}

    def change(document: Document) -> Document:
        at = next(index for index, block in enumerate(document.blocks) if isinstance(block, kind))
        blocks = list(document.blocks)
        blocks[at] = replace(blocks[at], **changes)
        return replace(document, blocks=tuple(blocks))

    return change


def lines_changed(change: Callable[[Line], Line]) -> Callable[[Pages], Pages]:
    def on_page(page: Page) -> Page:
        return replace(page, lines=tuple(map(change, page.lines)))

    return lambda pages: replace(pages, pages=tuple(map(on_page, pages.pages)))


def shifted(line: Line, right: float) -> Line:
    return line._replace(runs=tuple(run._replace(x=run.x + right) for run in line.runs))


def footer_shifted(right: float = 0.0, down: float = 0.0) -> Callable[[Pages], Pages]:
    def on_page(page: Page) -> Page:
        footer = shifted(page.footer, right)
        return replace(page, footer=footer._replace(baseline=footer.baseline + down))

    return lambda pages: replace(pages, pages=tuple(map(on_page, pages.pages)))


def red(run: Run) -> Run:
    return run._replace(colour="C00000")


def red_line(line: Line) -> Line:
    return line._replace(runs=tuple(map(red, line.runs))) if "二、" in line.text else line


def lower_in_the_middle(line: Line) -> Line:
    return line._replace(baseline=line.baseline + 10) if line.row is not None and 5 <= line.row < 10 else line


def squeezed(line: Line) -> Line:
    """Let every other line end short of the edge."""
    *others, last = line.runs
    if line.row is None or line.row % 2 or len(last.text) < 3 or last.size != GBT9704.body_size_pt:
        return line
    spacing, width = last.spacing - SHORT / (len(last.text) - 1), last.width - SHORT
    return line._replace(runs=(*others, last._replace(spacing=spacing, width=width)))


def numbered_one(pages: Pages) -> Pages:
    first, second, *others = pages.pages
    runs = tuple(run._replace(text=run.text.replace("2", "1")) for run in second.footer.runs)
    return replace(pages, pages=(first, replace(second, footer=second.footer._replace(runs=runs)), *others))


FAULTS = {
    "订口三十三毫米": Fault("G-03", style_with("page", left_mm=33.0, text_width_mm=151.0)),
    "天头四十五毫米": Fault("G-02", pages=lines_changed(lambda line: line._replace(baseline=line.baseline - 4 * MM))),
    "版心太宽": Fault("G-04", style_with("page", text_width_mm=162.0)),
    "行距三十磅": Fault("G-05", style_with("grid", line_pitch_twips=600, rows=21)),
    "一行只有二十七字": Fault("G-06", style_with("grid", tracking_twips=0)),
    "右边不齐": Fault("G-07", pages=lines_changed(squeezed)),
    "正文宋体": Fault("G-08", role_with(TextRole.BODY, face=FaceRole.SONGTI)),
    "红字": Fault("G-09", pages=lines_changed(red_line)),
    "段间加距": Fault("G-10", pages=lines_changed(lower_in_the_middle)),
    "大标题黑体": Fault("G-31", role_with(TextRole.TITLE, face=FaceRole.HEITI)),
    "大标题三号": Fault("G-31", role_with(TextRole.TITLE, size_pt=16)),
    "大标题沙漏形": Fault(
        "G-34", document=said(Title, lines=("中共某某市水务局党组", "关于巡察", "整改进展情况的通报"))
    ),
    "大标题末尾有句号": Fault("G-37", document=said(Title, lines=("中共某某市水务局党组", "关于巡察整改情况的通报。"))),
    "一级标题楷体": Fault("G-42", role_with(TextRole.HEADING_1, face=FaceRole.KAITI)),
    "一级用点": Fault("G-46", document=said(Heading, label="一.")),
    "序数从二起": Fault("G-51", document=said(Heading, label="二、")),
    "日期补零": Fault("G-64", document=said(Signature, date="2025年01月02日")),
    "页码四号黑体": Fault("G-72", role_with(TextRole.PAGE_NUMBER, face=FaceRole.HEITI)),
    "页码用短横线": Fault("G-72", style_with("page_number", before="- ", after=" -")),
    "页码太低": Fault("G-73", pages=footer_shifted(down=8 * MM)),
    "页码空三字": Fault("G-74", style_with("page_number", side_cells=3)),
    "页码重号": Fault("G-75", pages=numbered_one),
}


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts(GBT9704, [judges.test_fonts()], system=False, packaged=False)


def from_pages(pages: Pages, document: Document, fonts: FontSet) -> Measured:
    return measure_pages(pages)


def from_pdf(pages: Pages, document: Document, fonts: FontSet) -> Measured:
    return measure_pdf(write_pdf(pages, document.properties, fonts))


def broken(measured: Measured) -> list[str]:
    return [row.id for row in prove(measured, GBT9704).rows if row.verdict is Verdict.BREAKS]


@pytest.mark.parametrize("measure", [from_pages, from_pdf])
def test_sound_pages_break_no_clause(measure, fonts: FontSet) -> None:
    document = sound_document()

    assert broken(measure(lay_out(document, GBT9704, fonts), document, fonts)) == []


@pytest.mark.parametrize("measure", [from_pages, from_pdf])
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_by_its_clause_alone(measure, fault: Fault, fonts: FontSet) -> None:
    document = fault.document(sound_document())
    pages = fault.pages(lay_out(document, fault.style, fonts))

    assert broken(measure(pages, document, fonts)) == [fault.clause]
