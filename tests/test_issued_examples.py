"""Every shape of the issued document, in our PDF and in the DOCX as LibreOffice shows it: where each element stands.

The numbers are those of GB/T 9704-2012, typed here a second time on purpose, in mm; rows and characters (字) are those
of its grid.
"""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import judges
from bulletin_gen.composing import compose
from bulletin_gen.document import Document, Signature, plain_text
from bulletin_gen.spans import flat
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704
from bulletin_gen.text.placeholders import find_placeholders
from bulletin_gen.writers.sketch import sketch
from positions import BOTTOM, CELL, LEFT, PAPER_HEIGHT, PITCH, RIGHT, TOP, Printed
from rendered import Rendered, render

pytestmark = pytest.mark.xdist_group("issued")  # rendered once

FOLDER = judges.CHECKOUT / "examples" / "issued"
SINGLE = "汀原县卫生健康局党组"  # sealed, with 附注, two 附件 and 版记
JOINT = "霁川市农业农村局等三部门"
UNSEALED = "崇溪县林业局党组"
LETTER = "梓阳市统计局党组"
LONG_TABLE = "沅澜城发集团党委"
WIDE_TABLE = "锦岚县住房和城乡建设局党组"
REPORT = "岫州市民政局党组等两部门"
DRAFT = "澜屏区交通运输局党组"
ALL = (SINGLE, JOINT, UNSEALED, LETTER, LONG_TABLE, WIDE_TABLE, REPORT, DRAFT)
WITHOUT_TABLES = (JOINT, UNSEALED, LETTER, REPORT, DRAFT)
WITH_RED_HEAD = tuple(name for name in ALL if name != LETTER)
NUMBERED = tuple(name for name in ALL if name != DRAFT)

MIDDLE = (LEFT + RIGHT) / 2
EXACT = 0.5  # mm
POSITION = 1  # mm, the standard's own tolerance: 5.2.1
ROWS = 0.3  # of a row
THICKNESS = 0.1  # mm
SIDE = 5.2  # one character in: of 4号 4.9 mm, of 3号 5.6 mm
SIDE_TOLERANCE = 0.6
TITLE, BODY, COLOPHON = 22, 16, 14  # pt
YELLOW = (255, 255, 0)
DRAFT_MARK = "征求意见稿第2稿2025年11月18日"

Maker = str
OURS, THEIRS = BOTH = ("ours", "LibreOffice's")
JUDGED, AS_IT_IS = "ours with its habits", "LibreOffice's as it is"
Print = Callable[[str, Maker], Printed]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Rendered]:
    """Render an example by its name, once."""
    made: dict[str, Rendered] = {}

    def get(name: str) -> Rendered:
        if name not in made:
            made[name] = render(FOLDER / f"{name}.yaml", tmp_path_factory.mktemp("issued"))
        return made[name]

    return get


@pytest.fixture(scope="module")
def printed(rendered: Callable[[str], Rendered], tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Print an example: by us, or by LibreOffice from its DOCX, once."""
    made: dict[tuple[str, Maker], Printed] = {}

    def get(name: str, maker: Maker) -> Printed:
        if maker in (OURS, JUDGED):
            return Printed(rendered(name).pdf if maker == OURS else rendered(name).judged)
        if (name, maker) not in made:
            folder = tmp_path_factory.mktemp("shown")
            pdf = judges.libreoffice_pdf(rendered(name).docx, folder, as_word=maker == THEIRS)
            made[name, maker] = Printed(pdf)
        return made[name, maker]

    return get


def each(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", names)


by_both = pytest.mark.parametrize("maker", BOTH)


def letters(text: str) -> str:
    return "".join(text.split())


def title_lines(document: Printed, page: int = 1) -> list[int]:
    """Return which lines of a page are those of the title."""
    return [index for index, words in enumerate(document.lines(page)) if words.size == TITLE]


def drawn_text(pdf: Path) -> str:
    """Return the text of a PDF without page numbers and the marks of a draft."""
    pages = judges.pdf_text(pdf).split("\f")[:-1]
    text = "".join(letters(page) for page in pages)
    for mark in (r"—\d+—", DRAFT_MARK, "征求意见稿"):
        text = re.sub(mark, "", text)
    return text


def said(name: str) -> Document:
    source = FOLDER / f"{name}.yaml"
    return compose(load_spec(source.read_bytes(), source.name))


class TestFiles:
    def test_every_example_is_looked_at(self) -> None:
        assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(ALL)

    @each(*ALL)
    @pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
    def test_the_docx_is_valid(self, name: str, office: str, rendered: Callable[[str], Rendered]) -> None:
        assert judges.ooxml_errors(rendered(name).docx, office) == []

    @each(*ALL)
    def test_the_pdf_is_sound_and_brings_its_own_faces(self, name: str, rendered: Callable[[str], Rendered]) -> None:
        pdf = rendered(name).pdf
        fonts = judges.pdf_fonts(pdf)

        assert judges.qpdf_problems(pdf) == []
        assert fonts
        assert [font for font in fonts if not (font.emb and font.sub and font.uni)] == []

    @each(*ALL)
    def test_rendering_twice_gives_the_same_bytes(
        self, name: str, rendered: Callable[[str], Rendered], tmp_path: Path
    ) -> None:
        once, again = rendered(name), render(FOLDER / f"{name}.yaml", tmp_path)

        assert again.docx.read_bytes() == once.docx.read_bytes()
        assert again.pdf.read_bytes() == once.pdf.read_bytes()

    @each(*WITHOUT_TABLES)
    def test_every_format_says_the_same(self, name: str, rendered: Callable[[str], Rendered], printed: Print) -> None:
        """The PDF says it in order; what stands in boxes of the DOCX is told by LibreOffice when it draws it."""
        files = rendered(name)
        text = letters(plain_text(files.document))

        assert letters(files.txt.read_text(encoding="utf-8")) == text
        assert drawn_text(files.pdf) == text
        assert Counter(drawn_text(printed(name, THEIRS).pdf)) == Counter(text)

    @each(*ALL)
    def test_stands_on_the_page_as_it_stood(
        self, name: str, rendered: Callable[[str], Rendered], golden: Callable[[str, str], None]
    ) -> None:
        golden(f"issued/{name}.pages.txt", sketch(rendered(name).pages, GBT9704))


class TestBothFormatsAlike:
    @each(*ALL)
    def test_pages_and_lines_end_alike(self, name: str, printed: Print) -> None:
        """As many pages, and the same lines."""
        ours, theirs = (printed(name, maker) for maker in (JUDGED, THEIRS))
        mine, others = (
            Counter(words.text for page in one.pages for words in one.lines(page.number)) for one in (ours, theirs)
        )

        assert len(ours.pages) == len(theirs.pages)
        assert list((mine - others).elements()) == []


@by_both
class TestHead:
    @each(*WITH_RED_HEAD)
    def test_mark_begins_35_mm_below_the_text_area_s_top(self, name: str, maker: Maker, printed: Print) -> None:
        """And stands in the middle of the text area, within it: 7.2.4."""
        *mark, _ = printed(name, maker).red(1)
        left, right = min(box.left for box in mark), max(box.right for box in mark)

        assert mark[0].top == pytest.approx(TOP + 35, abs=POSITION)
        assert (left + right) / 2 == pytest.approx(MIDDLE, abs=POSITION)
        assert LEFT <= left < right <= RIGHT

    def test_names_of_a_joint_issue_take_one_width_with_the_suffix_right_of_them(
        self, maker: Maker, printed: Print
    ) -> None:
        """The suffix stands at half their height: 7.2.4."""
        first, second, third, _ = printed(JOINT, maker).red(1)

        assert first.left == pytest.approx(third.left, abs=EXACT)
        assert first.right == pytest.approx(third.right, abs=EXACT)
        assert second.right > first.right + CELL
        assert (second.top + second.bottom) / 2 == pytest.approx((first.top + third.bottom) / 2, abs=POSITION)

    @each(*[name for name in NUMBERED if name != LETTER])
    def test_number_stands_two_rows_below_the_mark(self, name: str, maker: Maker, printed: Print) -> None:
        """7.2.5"""
        document = printed(name, maker)
        *mark, _ = document.red(1)
        number = document.find("号", 1)

        assert (number.top - mark[-1].bottom) / PITCH == pytest.approx(2, abs=ROWS)

    @each(*WITH_RED_HEAD)
    def test_rule_is_as_wide_as_the_text_area(self, name: str, maker: Maker, printed: Print) -> None:
        """7.2.7"""
        rule = printed(name, maker).red(1)[-1]

        assert rule.left == pytest.approx(LEFT, abs=EXACT)
        assert rule.right == pytest.approx(RIGHT, abs=EXACT)
        assert 0.3 <= rule.height <= 0.6

    @each(*[name for name in NUMBERED if name != LETTER])
    def test_rule_stands_4_mm_below_the_number(self, name: str, maker: Maker, printed: Print) -> None:
        """The ink of a Han character reaches 0.12 em below its baseline: 7.2.7."""
        document = printed(name, maker)
        number = document.find("号", 1)
        ink_foot = number.top + 0.8 * PITCH + 0.12 * number.size * 25.4 / 72

        assert document.red(1)[-1].top - ink_foot == pytest.approx(4, abs=EXACT)

    @each(*WITH_RED_HEAD)
    def test_title_stands_two_rows_below_the_rule(self, name: str, maker: Maker, printed: Print) -> None:
        """7.3.1"""
        document = printed(name, maker)
        title = document.lines(1)[title_lines(document)[0]]

        assert (title.top - document.red(1)[-1].bottom) / PITCH == pytest.approx(2, abs=ROWS)

    def test_number_is_centred(self, maker: Maker, printed: Print) -> None:
        """7.2.5"""
        assert printed(SINGLE, maker).find("汀卫健党〔2025〕14号").centre == pytest.approx(MIDDLE, abs=EXACT)

    def test_signers_stand_right_of_the_number_in_a_report(self, maker: Maker, printed: Print) -> None:
        """One character from either side, on one row: 7.2.6."""
        document = printed(REPORT, maker)
        number, signers = document.find("岫民党组〔2025〕27号"), document.find("签发人：闻知行程守正")

        assert number.row == signers.row
        assert number.left == pytest.approx(LEFT + CELL, abs=EXACT)
        assert signers.right == pytest.approx(RIGHT - CELL, abs=EXACT)

    def test_copy_number_secrecy_and_urgency_take_the_first_rows(self, maker: Maker, printed: Print) -> None:
        """Flush left, one row each, in this order: 7.2.1 to 7.2.3."""
        document = printed(REPORT, maker)
        found = [document.find(text, 1) for text in ("000007", "秘密★1年", "特急")]

        assert [words.row for words in found] == pytest.approx([0, 1, 2], abs=ROWS)
        assert [words.left for words in found] == pytest.approx([LEFT] * 3, abs=EXACT)

    def test_missing_element_leaves_no_empty_row(self, maker: Maker, printed: Print) -> None:
        document = printed(SINGLE, maker)

        assert [document.find(text, 1).row for text in ("000036", "加急")] == pytest.approx([0, 1], abs=ROWS)

    def test_preprinted_head_keeps_its_room_and_draws_nothing(self, maker: Maker, printed: Print) -> None:
        document = printed(LETTER, maker)

        assert document.red(1) == []
        assert document.find("梓统党组〔2025〕6号").top > TOP + 35
        assert document.find("梓统党组〔2025〕6号").centre == pytest.approx(MIDDLE, abs=EXACT)

    @each(*ALL)
    def test_first_page_shows_the_text(self, name: str, maker: Maker, printed: Print) -> None:
        """7.3.3"""
        document = printed(name, maker)
        below = document.lines(1)[title_lines(document)[-1] + 1 :]

        assert [words for words in below if words.size == BODY and words.left > LEFT + 2 * CELL - EXACT]


@by_both
class TestText:
    @each(*ALL)
    def test_title_is_centred(self, name: str, maker: Maker, printed: Print) -> None:
        """7.3.1"""
        document = printed(name, maker)
        centres = [document.lines(1)[index].centre for index in title_lines(document)]

        assert centres == pytest.approx([MIDDLE] * len(centres), abs=EXACT)

    @each(*[name for name in ALL if name != LETTER])
    def test_recipients_stand_one_row_below_the_title_at_the_left(
        self, name: str, maker: Maker, printed: Print
    ) -> None:
        """7.3.2"""
        document = printed(name, maker)
        last = title_lines(document)[-1]
        title, recipients = document.lines(1)[last : last + 2]

        assert recipients.row - title.row == pytest.approx(2, abs=ROWS)
        assert recipients.left == pytest.approx(LEFT, abs=EXACT)

    @each(SINGLE, LONG_TABLE, WIDE_TABLE)
    def test_attachment_note_stands_one_row_below_the_text(self, name: str, maker: Maker, printed: Print) -> None:
        """Two characters in: 7.3.4."""
        document = printed(name, maker)
        note = document.find("附件：")
        above = max(words.row for words in document.lines(document.page_of("附件：")) if words.row < note.row - ROWS)

        assert note.row - above == pytest.approx(2, abs=ROWS)
        assert note.left == pytest.approx(LEFT + 2 * CELL, abs=EXACT)

    def test_titles_in_the_note_begin_below_each_other(self, maker: Maker, printed: Print) -> None:
        """7.3.4"""
        document = printed(SINGLE, maker)
        page = document.page_of("附件：")
        first, second = document.find("1.医疗", page), document.find("2.医疗", page)

        assert second.row - first.row == pytest.approx(1, abs=ROWS)
        assert second.left == pytest.approx(first.left, abs=EXACT)


@by_both
class TestSignature:
    @pytest.mark.parametrize(
        ("name", "organ", "date"),
        [
            (SINGLE, "中共汀原县卫生健康局党组", "2025年11月14日"),
            (LONG_TABLE, "中共沅澜城发集团", "2025年10月17日"),
            (LONG_TABLE, "有限公司委员会", "2025年10月17日"),
            (DRAFT, "中共澜屏区交通运输局党组", "2025年12月10日"),
        ],
    )
    def test_date_of_a_sealed_file_stands_4_characters_in_below_the_middle_of_the_organ(
        self, name: str, organ: str, date: str, maker: Maker, printed: Print
    ) -> None:
        """7.3.5.1"""
        document = printed(name, maker)
        signed = document.find(date)
        page = document.page_of(date)
        name_above = [words for words in document.lines(page) if words.text == organ][-1]

        assert signed.right == pytest.approx(RIGHT - 4 * CELL, abs=EXACT if maker == OURS else POSITION)
        assert name_above.centre == pytest.approx(signed.centre, abs=POSITION)

    @pytest.mark.parametrize(
        ("name", "organ", "date"),
        [
            (UNSEALED, "中共崇溪县林业局党组", "2025年12月12日"),
            (LETTER, "梓阳市统计局党组", "2025年10月9日"),
        ],
    )
    def test_organ_of_an_unsealed_file_stands_2_characters_in_and_the_date_2_right_of_it(
        self, name: str, organ: str, date: str, maker: Maker, printed: Print
    ) -> None:
        """One row below the text, the date on the next: 7.3.5.2."""
        document = printed(name, maker)
        page = document.page_of(date)
        *_, text, signature, signed = [words for words in document.lines(page) if words.size == BODY]

        assert (signature.text, signed.text) == (organ, date)
        assert signature.right == pytest.approx(RIGHT - 2 * CELL, abs=EXACT)
        assert signed.left - signature.left == pytest.approx(2 * CELL, abs=EXACT)
        assert [signature.row - text.row, signed.row - signature.row] == pytest.approx([2, 1], abs=ROWS)

    def test_organs_of_a_joint_unsealed_file_stand_below_each_other(self, maker: Maker, printed: Print) -> None:
        """The lead organ first: 7.3.5.2."""
        document = printed(REPORT, maker)
        page = document.page_of("2025年10月24日印发")
        first, second = document.find("中共岫州市民政局党组", page), document.find("中共岫州市财政局党组", page)
        signed = document.find("2025年10月24日", page)

        assert first.left == pytest.approx(second.left, abs=EXACT)
        assert first.right == pytest.approx(RIGHT - 2 * CELL, abs=EXACT)
        assert [second.row - first.row, signed.row - second.row] == pytest.approx([1, 1], abs=ROWS)
        assert signed.left - second.left == pytest.approx(2 * CELL, abs=EXACT)

    def test_organs_of_a_joint_sealed_file_have_room_for_their_seals(self, maker: Maker, printed: Print) -> None:
        """Side by side, the next row five below; the last organ stands on the middle of the date: 7.3.5.1."""
        document = printed(JOINT, maker)
        page = document.page_of("2025年12月5日")
        lead, second, third = (
            document.find(organ, page) for organ in ("霁川市农业农村局", "霁川市财政局", "霁川市水利局")
        )
        signed = document.find("2025年12月5日", page)

        assert lead.row == second.row
        assert second.centre - lead.centre > 42 + EXACT  # the width of a seal
        assert (third.row - lead.row) * PITCH > 42
        assert third.centre == pytest.approx(signed.centre, abs=POSITION)
        assert second.centre == pytest.approx(third.centre, abs=POSITION)

    @pytest.mark.parametrize(
        ("name", "note", "date"),
        [
            (SINGLE, "（此件公开发布）", "2025年11月14日"),
            (REPORT, "（市民政局社会救助科电话：0649-2730616）", "2025年10月24日"),
        ],
    )
    def test_note_stands_below_the_date_two_characters_in(
        self, name: str, note: str, date: str, maker: Maker, printed: Print
    ) -> None:
        """7.3.6"""
        document = printed(name, maker)
        found = document.find(note)
        signed = document.find(date, document.page_of(note))

        assert found.row - signed.row == pytest.approx(1, abs=ROWS)
        assert found.left == pytest.approx(LEFT + 2 * CELL, abs=EXACT)

    @each(*ALL)
    def test_date_never_stands_alone(self, name: str, maker: Maker, printed: Print) -> None:
        """On its page there is text above it: 7.3.5.5."""
        document = printed(name, maker)
        (signature,) = (block for block in said(name).blocks if isinstance(block, Signature))
        date, names = flat(signature.date), list(map(flat, signature.lines))
        page = document.page_of(date)
        first = next(words for words in document.lines(page) if words.size == BODY)

        assert first.row < document.find(date, page).row
        assert first.text not in names


@by_both
class TestAttachments:
    @pytest.mark.parametrize(
        ("name", "label", "page"),
        [(SINGLE, "附件1", 6), (SINGLE, "附件2", 9), (LONG_TABLE, "附件", 4), (WIDE_TABLE, "附件", 4)],
    )
    def test_label_stands_on_the_first_row_and_the_title_on_the_third(
        self, name: str, label: str, page: int, maker: Maker, printed: Print
    ) -> None:
        """The label at the left, without a colon; the title centred: 7.3.7."""
        document = printed(name, maker)
        first, title = document.lines(page)[:2]
        left, right = (PAPER_HEIGHT - BOTTOM, PAPER_HEIGHT - TOP) if document.is_turned(page) else (LEFT, RIGHT)

        assert first.text == label
        assert [first.row, title.row] == pytest.approx([0, 2], abs=ROWS)
        assert first.left == pytest.approx(left, abs=EXACT)
        assert title.centre == pytest.approx((left + right) / 2, abs=POSITION)

    @pytest.mark.parametrize(
        ("name", "head", "pages"),
        [
            (SINGLE, "序号反馈问题整改措施责任单位责任领导完成时限整改状态", [6, 7, 8]),
            (LONG_TABLE, "序号制度名称类别责任部门印发日期", [4, 5, 6]),
        ],
    )
    def test_head_row_stands_on_every_page_of_a_table(
        self, name: str, head: str, pages: list[int], maker: Maker, printed: Print
    ) -> None:
        document = printed(name, maker)
        lines = {page: [words.text for words in document.lines(page)] for page in pages}

        assert [page for page in pages if lines[page].count(head) == 1] == pages
        assert [lines[page][0] for page in pages[1:]] == [head] * (len(pages) - 1)

    @pytest.mark.parametrize(("name", "pages"), [(SINGLE, [6, 7, 8]), (WIDE_TABLE, [4, 5, 6, 7])])
    def test_wide_table_lies_on_turned_pages_and_no_other_does(
        self, name: str, pages: list[int], maker: Maker, printed: Print
    ) -> None:
        """8"""
        document = printed(name, maker)

        assert [page.number for page in document.pages if document.is_turned(page.number)] == pages

    def test_wide_table_keeps_within_the_text_area(self, maker: Maker, printed: Print) -> None:
        document = printed(WIDE_TABLE, maker)

        for page in (4, 5, 6, 7):
            for words in document.lines(page):
                assert PAPER_HEIGHT - BOTTOM - EXACT <= words.left < words.right <= PAPER_HEIGHT - TOP + EXACT


@by_both
class TestColophon:
    @each(*ALL)
    def test_last_rule_stands_on_the_foot_of_the_last_page(self, name: str, maker: Maker, printed: Print) -> None:
        """7.4.1"""
        document = printed(name, maker)
        *_, last = document.rules(len(document.pages))

        assert last.bottom == pytest.approx(BOTTOM, abs=POSITION)

    @each(*ALL)
    def test_first_and_last_rule_are_thick_and_the_middle_one_thin(
        self, name: str, maker: Maker, printed: Print
    ) -> None:
        """7.4.1"""
        document = printed(name, maker)
        first, middle, last = document.rules(len(document.pages))[-3:]

        assert [first.height, middle.height, last.height] == pytest.approx([0.35, 0.25, 0.35], abs=THICKNESS)
        assert [first.left, first.right] == pytest.approx([LEFT, RIGHT], abs=EXACT)

    @each(*ALL)
    def test_printing_office_and_date_stand_one_character_in(self, name: str, maker: Maker, printed: Print) -> None:
        """On the row above the last rule: 7.4.3."""
        document = printed(name, maker)
        last = [
            words for words in document.lines(len(document.pages)) if words.size == COLOPHON and words.text[-1] != "—"
        ][-1]

        assert re.search(r"20\d\d年\d{1,2}月\d{1,2}日印发$", last.text)
        assert last.left - LEFT == pytest.approx(SIDE, abs=SIDE_TOLERANCE)
        assert RIGHT - last.right == pytest.approx(SIDE, abs=SIDE_TOLERANCE)
        assert last.bottom == pytest.approx(BOTTOM, abs=0.5 * PITCH)

    def test_further_lines_of_the_copies_begin_below_the_first_character(self, maker: Maker, printed: Print) -> None:
        """7.4.2"""
        document = printed(JOINT, maker)
        label, first, second = (document.find(text) for text in ("抄送：", "市委巡察办，市纪委", "划局，市审计局"))

        assert label.left - LEFT == pytest.approx(SIDE, abs=SIDE_TOLERANCE)
        assert second.left == pytest.approx(first.left, abs=EXACT)

    def test_recipients_may_stand_in_it(self, maker: Maker, printed: Print) -> None:
        """Where they would push the text off the first page: 7.3.2, 7.4.2."""
        document = printed(LETTER, maker)

        assert len(document.pages) == 1
        assert document.find("主送：").size == COLOPHON


@by_both
class TestPageNumber:
    @each(*ALL)
    def test_dash_stands_7_mm_below_the_text_area(self, name: str, maker: Maker, printed: Print) -> None:
        """On turned pages, too: the number keeps its place on the paper (7.5, 8)."""
        document = printed(name, AS_IT_IS if maker == THEIRS else maker)

        for page in document.pages:
            dash = document.page_number_dash(page.number)
            assert (dash.top + dash.bottom) / 2 == pytest.approx(BOTTOM + 7, abs=POSITION)

    @each(*ALL)
    def test_number_stands_one_character_in_from_the_outer_edge(self, name: str, maker: Maker, printed: Print) -> None:
        """Right on odd pages, left on even ones: 7.5."""
        document = printed(name, maker)

        for page in document.pages:
            number = document.page_number(page.number)
            inset = RIGHT - number.right if page.number % 2 else number.left - LEFT
            assert inset == pytest.approx(SIDE, abs=SIDE_TOLERANCE)


@by_both
class TestDraft:
    def test_every_page_says_stage_version_and_date_above_the_text(self, maker: Maker, printed: Print) -> None:
        document = printed(DRAFT, maker)
        marks = [document.lines(page.number)[0] for page in document.pages]

        assert {mark.text for mark in marks} == {DRAFT_MARK}
        assert all(mark.bottom < TOP for mark in marks)
        assert [mark.right for mark in marks] == pytest.approx([RIGHT] * len(marks), abs=EXACT)

    def test_placeholders_are_highlighted_and_nothing_else(self, maker: Maker, printed: Print) -> None:
        """Three of four pages' worth of text hold some; a finished file has no such colour."""
        document = printed(DRAFT, maker)
        marked = [page.number for page in document.pages if document.has_ink(page.number, YELLOW)]

        assert marked == [page.number for page in document.pages if any("【待" in line.text for line in page.lines)]
        assert marked
        assert not printed(LETTER, maker).has_ink(1, YELLOW)


def test_placeholders_of_the_draft_can_be_counted() -> None:
    assert len(find_placeholders(plain_text(said(DRAFT)))) == 4
