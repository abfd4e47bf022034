"""The house format: every number of GB/T 9704-2012 that we use, once, with its clause and its strength.

A value's clause and strength stand in its field's metadata: `clause_of(PageStyle, "top_mm")`. Lengths that Word
stores are derived through whole twips, so that DOCX and PDF stand on exactly the same geometry.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from bulletin_gen.clause import Clause, Strength, value
from bulletin_gen.engine import WORD, Engine
from bulletin_gen.frozen import frozen
from bulletin_gen.units import mm_to_twips, twips_to_pt


class FaceRole(StrEnum):
    """The faces that the standard asks for by kind, and one for Latin letters and digits."""

    XIAOBIAOSONG = "小标宋"
    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    SONGTI = "宋体"
    LATIN = "西文"


class TextRole(StrEnum):
    """The elements of the text; each has a named style in the DOCX, and this is its name."""

    TITLE = "公文标题"
    RECIPIENTS = "主送机关"
    BODY = "公文正文"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    HEADING_5 = "五级标题"
    SIGNATURE = "发文机关署名"
    ISSUE_DATE = "成文日期"
    PAGE_NUMBER = "页码"
    COPY_NUMBER = "份号"
    SECRECY = "密级和紧急程度"
    ORGAN_MARK = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"
    SIGNER = "签发人姓名"
    ATTACHMENT_NOTE = "附件说明"
    NOTE = "附注"
    ATTACHMENT_LABEL = "附件顺序号"
    ATTACHMENT_TITLE = "附件标题"
    TABLE_HEAD = "表头"
    TABLE_CELL = "表格正文"
    COLOPHON = "版记"
    DRAFT_MARK = "稿本标记"
    APPROVAL_LABEL = "发文稿纸栏目"
    APPROVAL_TEXT = "发文稿纸内容"


def heading_role(level: int) -> TextRole:
    """Return the role of a heading of that layer, from 1."""
    return HEADING_ROLES[level - 1]


HEADING_ROLES = (
    TextRole.HEADING_1,
    TextRole.HEADING_2,
    TextRole.HEADING_3,
    TextRole.HEADING_4,
    TextRole.HEADING_5,
)


@frozen
class TextStyle:
    """`bold`: the standard asks for it nowhere; some offices want it of headings."""

    face: FaceRole
    size_pt: float
    clause: Clause
    bold: bool = False


@frozen
class PageStyle:
    """Paper and text area. 天头 and 订口 are given; right and bottom follow from the text area."""

    width_mm: float = value(210.0, "5.1", Strength.MUST)
    height_mm: float = value(297.0, "5.1", Strength.MUST)
    top_mm: float = value(37.0, "5.2.1", Strength.MUST)
    left_mm: float = value(28.0, "5.2.1", Strength.MUST)
    text_width_mm: float = value(156.0, "5.2.1", Strength.MUST)
    text_height_mm: float = value(225.0, "5.2.1", Strength.MUST)

    @property
    def right_edge_mm(self) -> float:
        """Where the text area ends, from the paper's left edge."""
        return self.left_mm + self.text_width_mm

    @property
    def bottom_edge_mm(self) -> float:
        """Where the text area ends, from the paper's top edge."""
        return self.top_mm + self.text_height_mm

    # Word wants whole twips. Rounding width, right margin and paper first keeps the text area at its 156 mm.
    @property
    def width_twips(self) -> int:
        return mm_to_twips(self.width_mm)

    @property
    def height_twips(self) -> int:
        return mm_to_twips(self.height_mm)

    @property
    def text_width_twips(self) -> int:
        return mm_to_twips(self.text_width_mm)

    @property
    def top_twips(self) -> int:
        return mm_to_twips(self.top_mm)

    @property
    def right_twips(self) -> int:
        return mm_to_twips(self.width_mm - self.left_mm - self.text_width_mm)

    @property
    def bottom_twips(self) -> int:
        return mm_to_twips(self.height_mm - self.top_mm - self.text_height_mm)

    @property
    def left_twips(self) -> int:
        return self.width_twips - self.right_twips - self.text_width_twips

    @cached_property
    def text_left_pt(self) -> float:
        return twips_to_pt(self.left_twips)

    @cached_property
    def text_top_pt(self) -> float:
        return twips_to_pt(self.top_twips)

    @cached_property
    def text_width_pt(self) -> float:
        return twips_to_pt(self.text_width_twips)

    @cached_property
    def text_height_pt(self) -> float:
        return twips_to_pt(self.height_twips - self.top_twips - self.bottom_twips)


@frozen
class GridStyle:
    """22 lines of 28 characters. Cell pitch and font size are two quantities: 28 × 16 pt is wider than 156 mm."""

    rows: int = value(22, "5.2.3", Strength.GENERAL)
    columns: int = value(28, "5.2.3", Strength.GENERAL)
    line_pitch_twips: int = value(579, "5.2.3: the largest exact pitch that gives 22 lines", Strength.GENERAL)
    tracking_twips: int = value(-5, "5.2.3: 16 pt less 0.25 pt gives 28 characters", Strength.GENERAL)
    baseline_ratio: float = value(0.8, "how Word's layout stands text in an exact line", Strength.PRACTICE)
    engine: Engine = value(WORD, "what offices open the file with", Strength.PRACTICE)

    @property
    def line_pitch_pt(self) -> float:
        return twips_to_pt(self.line_pitch_twips)

    @property
    def tracking_pt(self) -> float:
        return twips_to_pt(self.tracking_twips)


@frozen
class ParagraphStyle:
    """Indents in cells (字) and blank lines in rows."""

    first_line_cells: int = value(2, "7.3.3", Strength.MUST)
    rows_below_title: int = value(1, "7.3.2", Strength.MUST)
    title_cells: int = value(20, "7.3.1: what the text area holds at 22 pt", Strength.MUST)
    rows_above_signature: int = value(1, "7.3.5.2", Strength.MUST)
    signature_right_cells: int = value(2, "7.3.5.2", Strength.MUST)
    date_offset_cells: int = value(2, "7.3.5.2", Strength.MUST)


@frozen
class HeadStyle:
    """版头: the red mark, the number below it and the red rule. The mark's size is ours to choose."""

    mark_below_text_top_mm: float = value(35.0, "7.2.4", Strength.MUST)
    mark_colour: str = value("FF0000", "7.2.4", Strength.MUST)
    mark_ink_top_em: float = value(0.8, "ink above the baseline: 0.76 to 0.84 by face", Strength.PRACTICE)
    ink_foot_em: float = value(0.15, "ink below the baseline: 0.12 to 0.18 by face", Strength.PRACTICE)
    mark_line_em: float = value(1.3, "7.2.4: one organ below the other", Strength.PRACTICE)
    mark_suffix_gap_em: float = value(0.5, "7.2.4: between the organs and 文件", Strength.PRACTICE)
    mark_side_cells: int = value(1, "7.2.4: the mark stays within the text area", Strength.PRACTICE)
    mark_most_rows: int = value(6, "7.3.3: the first page must have room for the text", Strength.PRACTICE)
    rows_above_number: int = value(2, "7.2.5", Strength.MUST)
    rule_below_number_mm: float = value(4.0, "7.2.7", Strength.MUST)
    rule_mm: float = value(0.5, "7.2.7 names no thickness", Strength.PRACTICE)
    side_cells: int = value(1, "7.2.6", Strength.MUST)
    signers_per_row: int = value(2, "7.2.6", Strength.MUST)
    rows_above_title: int = value(2, "7.3.1", Strength.MUST)


@frozen
class LetterStyle:
    """信函格式: no page number on the first page, a pair of red rules at its head and one at its foot."""

    mark_below_paper_top_mm: float = value(30.0, "10.1", Strength.MUST)
    rule_below_mark_mm: float = value(4.0, "10.1", Strength.MUST)
    rule_above_paper_foot_mm: float = value(20.0, "10.1", Strength.MUST)
    rule_width_mm: float = value(170.0, "10.1", Strength.MUST)
    number_below_rule_em: float = value(0.875, "10.1: 7/8 of the height of a character of 3号", Strength.MUST)
    rows_above_title: int = value(2, "10.1", Strength.MUST)


@frozen
class OrderStyle:
    """命令（令）格式."""

    mark_below_text_top_mm: float = value(20.0, "10.2", Strength.MUST)
    rows_above_number: int = value(2, "10.2", Strength.MUST)
    rows_above_text: int = value(2, "10.2", Strength.MUST)


@frozen
class MinutesStyle:
    """纪要格式; beyond this an office may make its own."""

    mark_below_text_top_mm: float = value(35.0, "10.3", Strength.MUST)
    rows_above_attendance: int = value(1, "10.3", Strength.MUST)
    attendance_cells: int = value(2, "10.3", Strength.MUST)


@frozen
class AttachmentStyle:
    """附件说明 below the text, and the attachments themselves, each on a new page."""

    rows_above_note: int = value(1, "7.3.4", Strength.MUST)
    note_cells: int = value(2, "7.3.4", Strength.MUST)
    title_row: int = value(3, "7.3.7", Strength.MUST)


@frozen
class SealStyle:
    """What a seal needs: the date further in, the signature centred on it, room above."""

    date_right_cells: int = value(4, "7.3.5.1", Strength.GENERAL)
    rows_above_signature: int = value(2, "7.3.5.1: the seal's top within a line of the text", Strength.PRACTICE)
    organs_per_row: int = value(3, "7.3.5.1: seals side by side within the text area", Strength.PRACTICE)
    rows_between_organs: int = value(4, "7.3.5.1: seals of 42 mm do not touch", Strength.PRACTICE)


@frozen
class ColophonStyle:
    """版记: rules as wide as the text area, the last one on its foot."""

    thick_rule_mm: float = value(0.35, "7.4.1", Strength.RECOMMENDED)
    thin_rule_mm: float = value(0.25, "7.4.1", Strength.RECOMMENDED)
    side_cells: int = value(1, "7.4.2", Strength.MUST)
    # Two rows of these leave a page's text as far above the first rule as its lines stand from each other.
    line_pitch_pt: float = value(18.0, "7.4: lines of 14 pt", Strength.PRACTICE)
    room_above_pt: float = value(2.5, "7.4: with the room below, text midway between its rules", Strength.PRACTICE)
    room_below_pt: float = value(4.0, "7.4: with the room above, text midway between its rules", Strength.PRACTICE)


@frozen
class TableStyle:
    """Tables in attachments; the standard is silent beyond the text area."""

    rule_mm: float = value(0.18, "a hairline inside and around", Strength.PRACTICE)
    line_pitch_pt: float = value(18.0, "1.5 lines of 12 pt", Strength.PRACTICE)
    padding_pt: float = value(4.0, "between rule and text", Strength.PRACTICE)
    longest_figure_cells: int = value(8, "a date or number that stays on one line of its cell", Strength.PRACTICE)
    longest_word_cells: int = value(5, "words that do so", Strength.PRACTICE)
    widest_upright_columns: int = value(6, "8: a wide table is set across", Strength.PRACTICE)


@frozen
class SheetStyle:
    """Sheets of Excel, set across A4; the standard is silent."""

    side_mm: float = value(15.0, "a working paper, not bound", Strength.PRACTICE)
    top_mm: float = value(18.0, "a working paper, not bound", Strength.PRACTICE)
    foot_mm: float = value(18.0, "with the page number in it", Strength.PRACTICE)
    line_pitch_pt: float = value(16.5, "lines of 12 pt, in whatever program", Strength.PRACTICE)
    page_number_mm: float = value(8.0, "clear of the table", Strength.PRACTICE)
    page_number_size_pt: int = value(10, "in whole points, as footers of Excel have it", Strength.PRACTICE)


@frozen
class DraftStyle:
    """How a draft looks like one."""

    mark_above_text_mm: float = value(12.0, "in the top white, clear of the 版头", Strength.PRACTICE)
    highlight: str = value("FFFF00", "placeholders", Strength.PRACTICE)
    remark_colour: str = value("FFDCDC", "what a reviewer remarked on", Strength.PRACTICE)
    inserted_colour: str = value("1F4E9E", "blue, a dark grey in print", Strength.PRACTICE)
    deleted_colour: str = value("C8662B", "orange, a middle grey in print", Strength.PRACTICE)
    change_stroke_pt: float = value(0.75, "under or through what was changed", Strength.PRACTICE)
    change_bar_mm: float = value(4.0, "left of a changed line, clear of the text", Strength.PRACTICE)
    watermark_colour: str = value("E0E0E0", "light enough to read through", Strength.PRACTICE)
    watermark_size_pt: float = value(96.0, "across the page", Strength.PRACTICE)


class PageNumberPlace(StrEnum):
    """Where the page number stands; outside is right on odd pages and left on even ones."""

    OUTSIDE = "外侧"
    CENTRE = "居中"


@frozen
class ApprovalStyle:
    """发文稿纸: one page of ruled cells; the standard is silent."""

    line_pitch_pt: float = value(22.0, "room for writing by hand", Strength.PRACTICE)
    padding_pt: float = value(6.0, "between rule and text", Strength.PRACTICE)
    rule_mm: float = value(0.25, "thin, as in the 版记", Strength.PRACTICE)


@frozen
class PageNumberStyle:
    """页码: — 1 —, outer side, one character in; its dash stands 7 mm below the text area."""

    below_text_mm: float = value(7.0, "7.5", Strength.MUST)
    side_cells: int = value(1, "7.5", Strength.MUST)
    before: str = value("— ", "7.5", Strength.MUST)
    after: str = value(" —", "7.5", Strength.MUST)
    place: PageNumberPlace = value(PageNumberPlace.OUTSIDE, "7.5", Strength.MUST)
    on_first_page: bool = value(True, "7.5", Strength.MUST)


@frozen
class ToleranceStyle:
    """How far a finished file may stand from the values above before that is a fault."""

    position_mm: float = value(1.0, "5.2.1: what 天头 and 订口 are allowed", Strength.MUST)
    paper_mm: float = value(0.5, "5.1: rounding of programs", Strength.PRACTICE)
    size_pt: float = value(0.3, "5.2.2: 3号 is 15.75 pt or 16 pt", Strength.PRACTICE)
    pitch_pt: float = value(0.1, "5.2.3: rounding of programs", Strength.PRACTICE)
    right_edge_mm: float = value(0.6, "5.2.3: side bearing of the last character", Strength.PRACTICE)
    foot_gap_mm: float = value(2.0, "5.2.3: the last of 22 lines stands near the foot", Strength.PRACTICE)
    cells: float = value(0.5, "7.3.3: less than half a character is rounding", Strength.PRACTICE)
    rows: float = value(0.3, "3.2: how far a gap may be from whole lines", Strength.PRACTICE)
    rule_mm: float = value(0.1, "7.4.1: thickness of a line", Strength.PRACTICE)
    title_pitch_em: float = value(1.25, "7.3.1: the least that keeps a title's lines apart", Strength.PRACTICE)
    rows_above_title: int = value(2, "where there is no 版头 the standard is silent", Strength.PRACTICE)
    rows_above_signature: int = value(3, "7.3.5.1: the most that await a seal", Strength.PRACTICE)


_TEXT: Mapping[TextRole, TextStyle] = MappingProxyType(
    {
        TextRole.TITLE: TextStyle(FaceRole.XIAOBIAOSONG, 22, Clause("7.3.1", Strength.GENERAL)),
        TextRole.RECIPIENTS: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.2", Strength.MUST)),
        TextRole.BODY: TextStyle(FaceRole.FANGSONG, 16, Clause("5.2.2", Strength.GENERAL)),
        TextRole.HEADING_1: TextStyle(FaceRole.HEITI, 16, Clause("7.3.3", Strength.GENERAL)),
        TextRole.HEADING_2: TextStyle(FaceRole.KAITI, 16, Clause("7.3.3", Strength.GENERAL)),
        TextRole.HEADING_3: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.3", Strength.GENERAL)),
        TextRole.HEADING_4: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.3", Strength.GENERAL)),
        TextRole.HEADING_5: TextStyle(FaceRole.FANGSONG, 16, Clause("5.2.2", Strength.PRACTICE)),
        TextRole.SIGNATURE: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.5.2", Strength.MUST)),
        TextRole.ISSUE_DATE: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.5.4", Strength.MUST)),
        TextRole.PAGE_NUMBER: TextStyle(FaceRole.SONGTI, 14, Clause("7.5", Strength.MUST)),
        TextRole.COPY_NUMBER: TextStyle(FaceRole.FANGSONG, 16, Clause("7.2.1", Strength.GENERAL)),
        TextRole.SECRECY: TextStyle(FaceRole.HEITI, 16, Clause("7.2.2", Strength.GENERAL)),
        TextRole.ORGAN_MARK: TextStyle(FaceRole.XIAOBIAOSONG, 56, Clause("7.2.4", Strength.RECOMMENDED)),
        TextRole.DOCUMENT_NUMBER: TextStyle(FaceRole.FANGSONG, 16, Clause("7.2.5", Strength.MUST)),
        TextRole.SIGNER: TextStyle(FaceRole.KAITI, 16, Clause("7.2.6", Strength.MUST)),
        TextRole.ATTACHMENT_NOTE: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.4", Strength.MUST)),
        TextRole.NOTE: TextStyle(FaceRole.FANGSONG, 16, Clause("7.3.6", Strength.MUST)),
        TextRole.ATTACHMENT_LABEL: TextStyle(FaceRole.HEITI, 16, Clause("7.3.7", Strength.MUST)),
        TextRole.ATTACHMENT_TITLE: TextStyle(FaceRole.XIAOBIAOSONG, 22, Clause("7.3.7", Strength.PRACTICE)),
        TextRole.TABLE_HEAD: TextStyle(FaceRole.HEITI, 12, Clause("8", Strength.PRACTICE)),
        TextRole.TABLE_CELL: TextStyle(FaceRole.FANGSONG, 12, Clause("8", Strength.PRACTICE)),
        TextRole.COLOPHON: TextStyle(FaceRole.FANGSONG, 14, Clause("7.4.2", Strength.MUST)),
        TextRole.DRAFT_MARK: TextStyle(FaceRole.HEITI, 14, Clause("not in the standard", Strength.PRACTICE)),
        TextRole.APPROVAL_LABEL: TextStyle(FaceRole.HEITI, 14, Clause("not in the standard", Strength.PRACTICE)),
        TextRole.APPROVAL_TEXT: TextStyle(FaceRole.FANGSONG, 14, Clause("not in the standard", Strength.PRACTICE)),
    }
)

# 秘密★1年 and 附件2 are one word, — 1 — is 宋体 by 7.5.
_WHOLLY_IN_ITS_FACE = frozenset({TextRole.SECRECY, TextRole.ATTACHMENT_LABEL, TextRole.PAGE_NUMBER})

# The names that the DOCX asks for; `fonts` knows what may stand in for each.
_FACE_NAMES: Mapping[FaceRole, str] = MappingProxyType(
    {
        FaceRole.XIAOBIAOSONG: "方正小标宋简体",
        FaceRole.FANGSONG: "仿宋_GB2312",
        FaceRole.KAITI: "楷体_GB2312",
        FaceRole.HEITI: "黑体",
        FaceRole.SONGTI: "宋体",
        FaceRole.LATIN: "Times New Roman",
    }
)


@frozen
class Style:
    """A house format: by default every value as the standard has it."""

    page: PageStyle = PageStyle()
    grid: GridStyle = GridStyle()
    paragraph: ParagraphStyle = ParagraphStyle()
    page_number: PageNumberStyle = PageNumberStyle()
    tolerance: ToleranceStyle = ToleranceStyle()
    head: HeadStyle = HeadStyle()
    letter: LetterStyle = LetterStyle()
    order: OrderStyle = OrderStyle()
    minutes: MinutesStyle = MinutesStyle()
    attachment: AttachmentStyle = AttachmentStyle()
    seal: SealStyle = SealStyle()
    colophon: ColophonStyle = ColophonStyle()
    table: TableStyle = TableStyle()
    sheet: SheetStyle = SheetStyle()
    draft: DraftStyle = DraftStyle()
    approval: ApprovalStyle = ApprovalStyle()
    text: Mapping[TextRole, TextStyle] = field(default_factory=lambda: _TEXT)
    face_names: Mapping[FaceRole, str] = field(default_factory=lambda: _FACE_NAMES)

    def __getstate__(self) -> dict[str, object]:  # another process may be told of it
        return {**vars(self), "text": dict(self.text), "face_names": dict(self.face_names)}

    @property
    def engine(self) -> Engine:
        """The program in which lines are to end where ours do."""
        return self.grid.engine

    def set_for(self, engine: Engine) -> "Style":
        """Return the style for another program."""
        return replace(self, grid=replace(self.grid, engine=engine))

    @property
    def body_size_pt(self) -> float:
        return self.text[TextRole.BODY].size_pt

    def latin_face(self, role: TextRole) -> FaceRole:
        """Return the face of an element's Latin letters and digits."""
        return self.text[role].face if role in _WHOLLY_IN_ITS_FACE else FaceRole.LATIN

    def tracking_pt(self, role: TextRole) -> float:
        """Return the tracking of an element: what makes 28 characters of body size fit; other sizes need none."""
        return self.grid.tracking_pt if self.text[role].size_pt == self.body_size_pt else 0.0

    @cached_property
    def cell_pt(self) -> float:
        """The pitch of one character of body text (字): 空N字 is N times this."""
        return self.body_size_pt + self.grid.tracking_pt


GBT9704 = Style()
