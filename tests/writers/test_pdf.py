"""The PDF: what others read in it, where its glyphs stand, and that nothing else gets in."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from bulletin_gen.document import Properties
from bulletin_gen.errors import WriteError
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.pages import Bookmark, Highlight, Line, Page, Pages, Remark, Run, Stroke, Watermark
from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.spans import Comment
from bulletin_gen.style import GBT9704, FaceRole
from bulletin_gen.writers.pdf import write_pdf
from judges import page_png, pdf_fonts, pdf_text, qpdf_problems, test_fonts
from make_fonts import LATIN_TRUETYPE, NOTO_SANS, PROSE, font_bytes, make_collection, make_font, make_named_cff

WIDTH, HEIGHT = 595.3, 841.9
PROPERTIES = Properties("关于（整改）情况的通报", "某局党组", date(2024, 3, 5))
TEXTS = [
    (FaceRole.XIAOBIAOSONG, "关于巡察整改情况的通报"),
    (FaceRole.HEITI, "一、整改责任落实情况"),
    (FaceRole.FANGSONG, "“三会一课”——按期召开，完成12项"),
    (FaceRole.KAITI, "（一）党的建设方面"),
]


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts(GBT9704, system=False)


@pytest.fixture
def mixed(tmp_path: Path) -> FontSet:
    """CFF outlines in the packaged faces, TrueType outlines in a file of their own and in a collection."""
    make_font(tmp_path / "latin.ttf", "Times New Roman", PROSE + "é", source=LATIN_TRUETYPE)
    make_collection(tmp_path / "a.ttc", font_bytes("无关", source=NOTO_SANS), font_bytes("楷体", source=NOTO_SANS))
    return find_fonts(GBT9704, [tmp_path], system=False)


def runs(
    fonts: FontSet, role: FaceRole, text: str, *, x: float = 80, spacing: float = 0, size: float = 16
) -> list[Run]:
    """Return runs of one face each, one after the other."""
    made: list[Run] = []
    for char in text:
        face, advance = fonts.face_of(role, char), fonts.advance(role, char) * size / 1000
        if made and made[-1].face == face:
            made[-1] = made[-1]._replace(text=made[-1].text + char, width=x + advance - made[-1].x)
        else:
            made.append(Run(x, char, role, face, size, spacing, advance))
        x += advance + spacing
    return made


def pages_of(fonts: FontSet, *sheets: list[tuple[FaceRole, str]], bookmarks: tuple[Bookmark, ...] = ()) -> Pages:
    """Return pages with one line for each text."""
    return Pages(WIDTH, HEIGHT, tuple(_page(fonts, number, texts) for number, texts in enumerate(sheets, 1)), bookmarks)


def _page(fonts: FontSet, number: int, texts: list[tuple[FaceRole, str]]) -> Page:
    lines = tuple(Line(120 + 29 * row, tuple(runs(fonts, role, text)), row) for row, (role, text) in enumerate(texts))
    return Page(number, lines, Line(780, tuple(runs(fonts, FaceRole.SONGTI, f"— {number} —", size=14)), None))


@dataclass(frozen=True)
class Opened:
    """A PDF as pdfplumber sees it."""

    chars: list[dict[str, Any]]
    info: dict[str, Any]
    catalog: dict[str, Any]
    outline: list[tuple[int, str]]


def opened(content: bytes, tmp_path: Path) -> Opened:
    with pdfplumber.open(saved(content, tmp_path)) as pdf:
        outline = (
            [(level, title) for level, title, *_ in pdf.doc.get_outlines()] if pdf.doc.catalog.get("Outlines") else []
        )
        chars = [char for page in pdf.pages for char in page.chars]
        return Opened(chars, pdf.metadata, pdf.doc.catalog, outline)


def saved(content: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "out.pdf"
    file.write_bytes(content)
    return file


def visible(text: str) -> str:
    return re.sub(r"\s", "", text)


def shown(pages: Pages) -> str:
    return visible("".join(run.text for run in pages.runs()))


def test_the_file_is_sound_and_its_text_reads_back_in_order(fonts: FontSet, tmp_path: Path) -> None:
    pages = pages_of(fonts, TEXTS, TEXTS[::-1])
    file = saved(write_pdf(pages, PROPERTIES, fonts), tmp_path)

    assert qpdf_problems(file) == []
    assert visible(pdf_text(file)) == shown(pages)


def test_every_kind_of_outline_is_embedded_as_one_subset_for_each_face(mixed: FontSet, tmp_path: Path) -> None:
    pages = pages_of(mixed, [*TEXTS, (FaceRole.LATIN, "1 Aaé")], TEXTS)
    file = saved(write_pdf(pages, PROPERTIES, mixed), tmp_path)

    used = pdf_fonts(file)
    assert all(font.emb and font.sub and font.uni for font in used)
    assert {font.type for font in used} == {"CID Type 0C", "CID TrueType"}
    assert len(used) == len({run.face for run in pages.runs()})
    assert visible(pdf_text(file)) == shown(pages)
    assert qpdf_problems(file) == []


def test_the_open_test_faces_are_embedded_under_their_names(tmp_path: Path) -> None:
    fonts = find_fonts(GBT9704, [test_fonts()], system=False, packaged=False)
    pages = pages_of(fonts, [*TEXTS, (FaceRole.LATIN, "GB/T 9704")])
    file = saved(write_pdf(pages, PROPERTIES, fonts), tmp_path)

    names = {re.sub(r"^[A-Z]{6}\+|-Identity-H$", "", font.name) for font in pdf_fonts(file)}
    assert names == {
        *("FandolSong-Bold", "FandolHei-Regular", "FandolFang-Regular", "FandolKai-Regular"),
        *("FandolSong-Regular", "LiberationSerif"),
    }
    assert visible(pdf_text(file)) == shown(pages)


def test_rare_characters_beyond_the_basic_plane_read_back(fonts: FontSet, tmp_path: Path) -> None:
    pages = pages_of(fonts, [(FaceRole.FANGSONG, "𬭎䶮玥𬀩")])

    assert "𬭎䶮玥𬀩" in pdf_text(saved(write_pdf(pages, PROPERTIES, fonts), tmp_path))


def test_two_characters_with_one_glyph_both_read_back(fonts: FontSet, tmp_path: Path) -> None:
    assert fonts.face(fonts.face_of(FaceRole.FANGSONG, "一")).glyph("⼀") == fonts.face("NotoSerifSC-Regular").glyph(
        "一"
    )
    content = write_pdf(pages_of(fonts, [(FaceRole.FANGSONG, "甲一乙⼀丙")]), PROPERTIES, fonts)

    assert "甲一乙⼀丙" in pdf_text(saved(content, tmp_path))
    assert "甲一乙⼀丙" in "".join(char["text"] for char in opened(content, tmp_path).chars)


@pytest.fixture
def named(tmp_path: Path) -> FontSet:
    """A Latin face whose CFF outlines have names, two of its characters one of them."""
    letters = dict(zip(PROSE[-12:], PROSE[-12:], strict=True))
    make_named_cff(tmp_path / "latin.otf", "Times New Roman", letters | {"B": "A"})
    return find_fonts(GBT9704, [tmp_path], system=False)


def test_so_do_those_of_a_face_whose_outlines_have_names(named: FontSet, tmp_path: Path) -> None:
    pages = pages_of(named, [(FaceRole.LATIN, "2ABA1B0a")])
    file = saved(write_pdf(pages, PROPERTIES, named), tmp_path)

    assert "2ABA1B0a" in pdf_text(file)
    assert "CID Type 0C" in {font.type for font in pdf_fonts(file)}
    assert qpdf_problems(file) == []


@pytest.mark.parametrize(
    ("set_", "role", "text", "other"),
    [
        ("mixed", FaceRole.FANGSONG, "整改落实，12", "通报一⼀"),
        ("mixed", FaceRole.FANGSONG, "整改落实，12", "通报𬭎"),
        ("mixed", FaceRole.KAITI, "通报的情况，12", "一国"),
        ("mixed", FaceRole.LATIN, "1 Aé", "a0"),
        ("named", FaceRole.LATIN, "1Aa", "B20"),
    ],
    ids=["its own codes", "beside a rare character", "of a collection", "TrueType", "names"],
)
def test_a_page_looks_the_same_whatever_others_say(
    set_: str, role: FaceRole, text: str, other: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    fonts: FontSet = request.getfixturevalue(set_)
    sheets: list[list[tuple[FaceRole, str]]] = [[(role, text)], [(role, text), (role, other)]]
    alone = page_png(saved(write_pdf(pages_of(fonts, sheets[0]), PROPERTIES, fonts), tmp_path))
    beside = page_png(saved(write_pdf(pages_of(fonts, *sheets), PROPERTIES, fonts), tmp_path))

    assert alone == beside
    assert alone != page_png(tmp_path / "out.pdf", 2)


def test_glyphs_stand_where_the_pages_put_them(fonts: FontSet, tmp_path: Path) -> None:
    line = Line(200, tuple(runs(fonts, FaceRole.FANGSONG, "整改12", x=100.5, spacing=-0.25)), 0)
    pages = Pages(WIDTH, HEIGHT, (Page(1, (line,), Line(780, (), None)),), ())
    chars = opened(write_pdf(pages, PROPERTIES, fonts), tmp_path).chars

    half = fonts.advance(FaceRole.FANGSONG, "1") * 0.016
    expected = [100.5, 116.25, 132, 132 + half - 0.25]
    assert [char["x0"] for char in chars] == pytest.approx(expected, abs=0.001)
    assert [HEIGHT - char["matrix"][5] for char in chars] == pytest.approx([200] * 4, abs=0.001)
    assert {char["size"] for char in chars} == {16}


def test_the_space_between_glyphs_returns_to_none(fonts: FontSet, tmp_path: Path) -> None:
    spaced = runs(fonts, FaceRole.HEITI, "甲乙", spacing=3)
    plain = runs(fonts, FaceRole.HEITI, "丙丁", x=200)
    pages = Pages(WIDTH, HEIGHT, (Page(1, (Line(200, (*spaced, *plain), 0),), Line(780, (), None)),), ())
    chars = opened(write_pdf(pages, PROPERTIES, fonts), tmp_path).chars

    assert [char["x0"] for char in chars] == pytest.approx([80, 99, 200, 216], abs=0.001)


def test_everything_is_black(fonts: FontSet, tmp_path: Path) -> None:
    chars = opened(write_pdf(pages_of(fonts, TEXTS), PROPERTIES, fonts), tmp_path).chars

    assert {char["non_stroking_color"] for char in chars} == {(0,)}


def test_the_file_says_what_it_is_and_when_it_was_issued(fonts: FontSet, tmp_path: Path) -> None:
    pdf = opened(write_pdf(pages_of(fonts, TEXTS), PROPERTIES, fonts), tmp_path)

    assert pdf.info == {
        "Title": "关于（整改）情况的通报",
        "Author": "某局党组",
        "Producer": "bulletin-gen",
        "CreationDate": "D:20240305",
        "ModDate": "D:20240305",
    }
    assert pdf.catalog["Lang"] == b"zh-CN"


def test_viewers_show_the_title_and_not_the_file_name(fonts: FontSet, tmp_path: Path) -> None:
    content = write_pdf(pages_of(fonts, TEXTS), PROPERTIES, fonts)

    assert b"/DisplayDocTitle true" in content


def test_without_an_issue_date_the_file_has_no_date(fonts: FontSet, tmp_path: Path) -> None:
    pdf = opened(write_pdf(pages_of(fonts, TEXTS), replace(PROPERTIES, issued=None), fonts), tmp_path)

    assert not pdf.info.keys() & {"CreationDate", "ModDate"}


def test_bookmarks_are_nested_by_depth_even_where_a_depth_is_skipped(fonts: FontSet, tmp_path: Path) -> None:
    depths = [(0, "一、总体"), (2, "1.（责任）"), (1, "（一）党建"), (2, "1.学习"), (0, "二、结果\\情况")]
    bookmarks = tuple(Bookmark(text, depth, position % 2, 100.0) for position, (depth, text) in enumerate(depths))
    content = write_pdf(pages_of(fonts, TEXTS, TEXTS, bookmarks=bookmarks), PROPERTIES, fonts)
    outline = opened(content, tmp_path).outline

    expected = [(1, "一、总体"), (2, "1.（责任）"), (2, "（一）党建"), (3, "1.学习"), (1, "二、结果\\情况")]
    assert outline == expected
    assert qpdf_problems(tmp_path / "out.pdf") == []


def test_an_outline_may_begin_below_the_top(fonts: FontSet, tmp_path: Path) -> None:
    bookmarks = (Bookmark("（一）", 1, 0, 100), Bookmark("一、", 0, 0, 200))
    content = write_pdf(pages_of(fonts, TEXTS, bookmarks=bookmarks), PROPERTIES, fonts)

    assert opened(content, tmp_path).outline == [(1, "（一）"), (1, "一、")]


def test_a_bookmark_leads_to_the_height_of_its_line(fonts: FontSet) -> None:
    content = write_pdf(pages_of(fonts, TEXTS, bookmarks=(Bookmark("一、", 0, 0, 141.9),)), PROPERTIES, fonts)

    assert b"/XYZ null 700 null" in content


def test_without_bookmarks_there_is_no_outline(fonts: FontSet, tmp_path: Path) -> None:
    assert "Outlines" not in opened(write_pdf(pages_of(fonts, TEXTS), PROPERTIES, fonts), tmp_path).catalog


def test_writing_again_gives_the_same_bytes_whatever_was_written_between(
    fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = pages_of(fonts, TEXTS)
    first = write_pdf(pages, PROPERTIES, fonts)
    write_pdf(pages_of(fonts, [(FaceRole.FANGSONG, "另一份")]), PROPERTIES, fonts)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")

    assert write_pdf(pages, PROPERTIES, fonts) == first


def test_documents_can_be_written_side_by_side(fonts: FontSet) -> None:
    documents = [pages_of(fonts, TEXTS[start:] * 3) for start in range(4)] * 4
    alone = [write_pdf(pages, PROPERTIES, fonts) for pages in documents]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda pages: write_pdf(pages, PROPERTIES, fonts), documents))
    assert together == alone


def test_the_file_identifier_depends_on_the_text(fonts: FontSet) -> None:
    first, second = (pages_of(fonts, [(FaceRole.FANGSONG, text)]) for text in ("甲", "乙"))

    assert identifier(write_pdf(first, PROPERTIES, fonts)) != identifier(write_pdf(second, PROPERTIES, fonts))


def identifier(content: bytes) -> bytes:
    found = re.search(rb"/ID\s+\[<(\w+)><\1>\]", content)
    assert found
    return found[1]


def test_reportlab_is_left_as_it_was(fonts: FontSet) -> None:
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics

    before = (rl_config.useA85, rl_config.invariant, pdfmetrics.getRegisteredFontNames())
    write_pdf(pages_of(fonts, TEXTS), PROPERTIES, fonts)

    assert (rl_config.useA85, rl_config.invariant, pdfmetrics.getRegisteredFontNames()) == before


def test_a_page_without_text_is_written(fonts: FontSet, tmp_path: Path) -> None:
    pages = Pages(WIDTH, HEIGHT, (Page(1, (), Line(780, (), None)),), ())
    file = saved(write_pdf(pages, PROPERTIES, fonts), tmp_path)

    assert qpdf_problems(file) == []
    assert pdf_fonts(file) == []


def test_a_run_in_a_face_that_lacks_its_character_is_refused(fonts: FontSet) -> None:
    run = Run(80, "🀀", FaceRole.FANGSONG, fonts.face_of(FaceRole.FANGSONG, "一"), 16, 0, 16)
    pages = Pages(WIDTH, HEIGHT, (Page(1, (Line(200, (run,), 0),), Line(780, (), None)),), ())

    with pytest.raises(WriteError, match="Noto Serif SC 没有"):
        write_pdf(pages, PROPERTIES, fonts)


def one_page(**drawn: Any) -> Pages:
    return Pages(WIDTH, HEIGHT, (Page(1, drawn.pop("lines", ()), Line(780, (), None), **drawn),), ())


def test_a_coloured_run_leaves_the_next_one_black(fonts: FontSet, tmp_path: Path) -> None:
    red, black = (runs(fonts, FaceRole.HEITI, text, x=x) for text, x in (("甲", 80), ("乙", 200)))
    line = Line(200, (*(run._replace(colour="FF0000") for run in red), *black), 0)
    chars = opened(write_pdf(one_page(lines=(line,)), PROPERTIES, fonts), tmp_path).chars

    assert [char["non_stroking_color"] for char in chars] == [(1, 0, 0), (0, 0, 0)]


def test_a_bold_run_is_seen_as_bold_and_the_next_one_is_not(fonts: FontSet) -> None:
    """A face that has no bold one is drawn with a line around its glyphs, as other programs do."""
    bold, plain = (runs(fonts, FaceRole.KAITI, text, x=x) for text, x in (("甲甲", 80), ("乙乙", 200)))
    line = Line(200, (*(run._replace(bold=True) for run in bold), *plain), 0)
    (read,) = measure_pdf(write_pdf(one_page(lines=(line,)), PROPERTIES, fonts)).paragraphs

    assert [(span.text.strip(), span.is_bold) for span in read.spans] == [("甲甲", True), ("乙乙", False)]


def test_a_run_may_be_drawn_narrower_and_the_next_one_is_not(fonts: FontSet, tmp_path: Path) -> None:
    narrow, usual = (runs(fonts, FaceRole.HEITI, text, x=x, spacing=1) for text, x in (("甲乙", 80), ("丙丁", 200)))
    line = Line(200, (*(run._replace(scale=0.5) for run in narrow), *usual), 0)
    chars = opened(write_pdf(one_page(lines=(line,)), PROPERTIES, fonts), tmp_path).chars

    assert [round(char["x0"], 2) for char in chars] == [80, 80 + 8 + 1, 200, 200 + 16 + 1]


def test_rules_are_strokes_and_highlights_boxes_under_the_text(fonts: FontSet, tmp_path: Path) -> None:
    rule, box = Stroke(80, 100, 500, 100, 1.5, "FF0000"), Highlight(80, 190, 96, 204, "FFFF00")
    line = Line(200, tuple(runs(fonts, FaceRole.HEITI, "甲")), 0)
    file = saved(write_pdf(one_page(lines=(line,), strokes=(rule,), highlights=(box,)), PROPERTIES, fonts), tmp_path)

    with pdfplumber.open(file) as pdf:
        (stroke,), (under,) = pdf.pages[0].lines, pdf.pages[0].rects
    assert [stroke[name] for name in ("x0", "x1", "top", "linewidth")] == pytest.approx([80, 500, 100, 1.5])
    assert stroke["stroking_color"] == (1, 0, 0)
    assert [under[name] for name in ("x0", "top", "x1", "bottom")] == pytest.approx([80, 190, 96, 204])
    assert under["non_stroking_color"] == (1, 1, 0)
    assert visible(pdf_text(file)) == "甲"
    assert qpdf_problems(file) == []


def test_a_turned_page_is_of_the_same_paper_and_shown_turned_clockwise(fonts: FontSet, tmp_path: Path) -> None:
    """What is left and up on it as it is read stands at the foot of the paper's left side."""
    line = Line(100, tuple(runs(fonts, FaceRole.HEITI, "甲", x=50)), 0)
    number = Line(780, tuple(runs(fonts, FaceRole.SONGTI, "1", x=500)), None)
    rule = Stroke(50, 110, 800, 110, 1)
    pages = Pages(WIDTH, HEIGHT, (Page(1, (line,), number, strokes=(rule,), turned=True),), ())

    with pdfplumber.open(saved(write_pdf(pages, PROPERTIES, fonts), tmp_path)) as pdf:
        (page,) = pdf.pages
        text, shown_number = page.chars
        (stroke,) = page.lines
        assert page.page_obj.attrs["MediaBox"] == pytest.approx([0, 0, WIDTH, HEIGHT])
    assert (page.rotation, text["upright"], shown_number["upright"]) == (90, True, False)
    assert text["matrix"][4:] == pytest.approx((50, WIDTH - 100))
    assert (stroke["x0"], stroke["top"]) == pytest.approx((50, 110))
    assert shown_number["matrix"][4:] == pytest.approx((HEIGHT - 780, WIDTH - 500))


def test_a_bookmark_leads_to_the_whole_of_a_turned_page(fonts: FontSet) -> None:
    page = replace(pages_of(fonts, TEXTS).pages[0], turned=True)
    content = write_pdf(Pages(WIDTH, HEIGHT, (page,), (Bookmark("附件", 0, 0, 100.0),)), PROPERTIES, fonts)

    assert b"/Fit" in content


def test_a_watermark_rises_from_the_middle_of_its_baseline(fonts: FontSet, tmp_path: Path) -> None:
    mark = [run._replace(x=run.x - 96, colour="E0E0E0") for run in runs(fonts, FaceRole.HEITI, "稿", size=32)]
    pages = one_page(watermark=Watermark(tuple(mark), 300, 400, 90.0))
    (char,) = opened(write_pdf(pages, PROPERTIES, fonts), tmp_path).chars

    assert char["matrix"][:4] == pytest.approx((0, 1, -1, 0), abs=0.001)
    assert char["matrix"][4:] == pytest.approx((300, HEIGHT - 400 - 16), abs=0.01)


def test_the_mark_of_a_draft_comes_first(fonts: FontSet, tmp_path: Path) -> None:
    header = Line(60, tuple(runs(fonts, FaceRole.HEITI, "送审稿")), None)
    pages = pages_of(fonts, TEXTS)
    drafted = replace(pages, pages=(replace(pages.pages[0], header=header),))
    file = saved(write_pdf(drafted, PROPERTIES, fonts), tmp_path)

    assert visible(pdf_text(file)) == shown(drafted) == "送审稿" + shown(pages)


def test_a_remark_is_an_annotation_that_tells_who_said_what(fonts: FontSet, tmp_path: Path) -> None:
    """The page's own box is what is seen and printed; the annotation has nothing to draw."""
    plain = pages_of(fonts, [(FaceRole.FANGSONG, "制定制度8项")])
    comment = Comment("哪8项？\n请附清单", "王芳", datetime(2025, 1, 3, 9, 30))
    page = replace(plain.pages[0], remarks=(Remark(80, 90, 160, 110, comment),))
    path = tmp_path / "a.pdf"
    path.write_bytes(write_pdf(replace(plain, pages=(page,)), PROPERTIES, fonts))

    with pdfplumber.open(path) as opened:
        (annotation,) = opened.pages[0].annots
    assert (annotation["contents"], annotation["title"]) == (comment.text, "王芳")
    assert [annotation[side] for side in ("x0", "top", "x1", "bottom")] == pytest.approx([80, 90, 160, 110], abs=0.1)
    assert annotation["data"]["M"] == b"D:20250103093000"
    assert qpdf_problems(path) == []


def test_on_a_turned_page_a_remark_lies_on_the_paper_where_it_is_read(fonts: FontSet, tmp_path: Path) -> None:
    plain = pages_of(fonts, [(FaceRole.FANGSONG, "台账")])
    remark = Remark(80, 90, 160, 110, Comment("请核对", "王芳"))
    path = tmp_path / "a.pdf"
    turned = replace(plain.pages[0], remarks=(remark,), turned=True)
    path.write_bytes(write_pdf(replace(plain, pages=(turned,)), PROPERTIES, fonts))

    with pdfplumber.open(path) as opened:
        (annotation,) = opened.pages[0].annots
    assert [float(side) for side in annotation["data"]["Rect"]] == pytest.approx([90, 80, 110, 160], abs=0.1)
