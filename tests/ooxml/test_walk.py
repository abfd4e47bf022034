"""What a walk finds: where each paragraph stands, its fields, and who changed what."""

from datetime import UTC, datetime

import pytest

from bulletin_gen.ooxml.revisions import Change, ChangeKind, Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.ooxml.word_story import CellPlace, Inline, InlineKind, Shown, WordStory, unfolded
from small_docx import p, r, small_docx

BY_WANG = 'w:id="1" w:author="王某" w:date="2025-03-01T09:30:00Z"'
BY_LI = 'w:id="2" w:author="李某"'
WANG = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
INSERTED, DELETED = Change(ChangeKind.INSERTED, "王某", WANG), Change(ChangeKind.DELETED, "李某")


def ins(text: str) -> str:
    return f"<w:ins {BY_WANG}>{r(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {BY_LI}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def field(code: str, result: str = "") -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{end}"


def body(xml: str, revisions: Revisions | None = Revisions.ACCEPT, **parts: str) -> WordStory:
    return WordFile(small_docx(xml, **parts), revisions=revisions).body


def texts(story: WordStory) -> list[str]:
    return [paragraph.says for paragraph in unfolded(story.paragraphs)]


def only(xml: str) -> Inline:
    (inline,) = body(p(xml)).paragraphs[0].inlines
    return inline


# ---- where a paragraph stands ------------------------------------------------------------------------------------


def test_a_paragraph_knows_its_cell() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    inner = f"<w:tbl>{row(p('丁'))}</w:tbl>"
    story = body(f"<w:tbl>{row(p('甲'), p('乙'))}{row(p('丙'), inner)}</w:tbl>" + p("后"))

    assert {paragraph.says: paragraph.cells for paragraph in story.paragraphs} == {
        "甲": (CellPlace(0, 1, 1),),
        "乙": (CellPlace(0, 1, 2),),
        "丙": (CellPlace(0, 2, 1),),
        "丁": (CellPlace(0, 2, 2), CellPlace(1, 1, 1)),
        "后": (),
    }


def test_a_text_box_hangs_on_its_paragraph() -> None:
    shape = 'style="mso-position-horizontal:center"'
    box = f"<w:pict><v:shape {shape}><w:txbxContent>{p('框')}{p('内')}</w:txbxContent></v:shape></w:pict>"
    story = body(p(f"<w:r>{box}</w:r>", "甲") + p("乙"))

    assert texts(story) == ["甲", "框", "内", "乙"]
    assert [paragraph.says for paragraph in story.paragraphs[0].boxes[0]] == ["框", "内"]
    assert [one.box.across if one.box else None for one in unfolded(story.paragraphs)] == [
        None,
        "center",
        "center",
        None,
    ]


def test_a_text_box_in_a_hidden_run_is_hidden() -> None:
    story = body(p(r(f"<w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict>", "<w:vanish/>"), "甲"))

    assert texts(story) == ["甲", ""]


def test_a_section_ends_with_the_paragraph_that_holds_it() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    story = body(
        p("甲") + p("乙", properties=wide) + p("丙") + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )

    assert [paragraph.section for paragraph in story.paragraphs] == [0, 0, 1]
    assert [round(section.width_mm) for section in story.sections] == [297, 210]


def test_parts_outside_the_body_are_stories_too() -> None:
    opened = WordFile(
        small_docx(p("甲"), header=p("眉"), footer=p("脚"), footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>')
    )

    assert [texts(story) for story in opened.headers] == [["眉"]]
    assert [texts(story) for story in opened.footers] == [["脚"]]
    assert {id_: texts(story) for id_, story in opened.footnotes.items()} == {"2": ["注"]}


# ---- what is printed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "text", "shown"),
    [
        ("文", "文", Shown.PRINTED),
        (r("文", "<w:vanish/>"), "文", Shown.HIDDEN),
        (field(" TOC \\o ", "文"), "文", Shown.CONTENTS),
        (field("NUMPAGES", "9"), "9", Shown.PAGES),
        (field("NUMPAGES"), None, None),
    ],
)
def test_what_becomes_of_a_text(inside: str, text: str | None, shown: Shown | None) -> None:
    found = [(one.text, one.shown) for one in body(p(inside)).paragraphs[0].inlines]

    assert found == ([] if text is None else [(text, shown)])


def test_the_prompt_of_a_control_is_told_before_its_text() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('点击填写')}</w:sdtContent></w:sdt>"

    assert [(one.kind, one.text, one.shown) for one in body(p(control)).paragraphs[0].inlines] == [
        (InlineKind.PLACEHOLDER, "点击填写", Shown.PRINTED),
        (InlineKind.TEXT, "点击填写", Shown.PROMPT),
    ]


def test_a_result_knows_its_field() -> None:
    assert only(field(' HYPERLINK "http://a.cn" ', "网址")).instruction == 'HYPERLINK "http://a.cn"'


@pytest.mark.parametrize(
    "inside", [field(" PAGE ", "3"), field("page"), "<w:fldSimple w:instr='PAGE'/>", r("<w:pgNum/>")]
)
def test_a_page_number_is_one_whether_or_not_it_has_a_result(inside: str) -> None:
    assert only(inside).kind is InlineKind.PAGE_NUMBER


def test_a_field_that_has_lost_its_result() -> None:
    lost = only(field(" MERGEFIELD 单位 "))

    assert (lost.kind, lost.text) == (InlineKind.FIELD, "MERGEFIELD 单位")


def test_a_field_that_draws_a_sign() -> None:
    assert only(field(" eq \\o\\ac(○,3)")).says == "③"


def test_line_and_page_ends_stand_in_the_text() -> None:
    ends = r("<w:br/>"), r('<w:br w:type="page"/>'), r("<w:tab/>")

    assert texts(body(p("甲", ends[0], "乙", ends[1], "丙", ends[2], "丁"))) == ["甲\n乙\f丙\t丁"]


# ---- tracked changes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("revisions", "found"),
    [
        (Revisions.ACCEPT, [("甲", ()), ("乙", (INSERTED,))]),
        (Revisions.REJECT, [("甲", ()), ("丙", (DELETED,))]),
        (None, [("甲", ()), ("乙", (INSERTED,)), ("丙", (DELETED,))]),
    ],
)
def test_a_text_knows_who_inserted_or_deleted_it(revisions: Revisions | None, found: list[tuple[str, object]]) -> None:
    (paragraph,) = body(p("甲", ins("乙"), deleted("丙")), revisions).paragraphs

    assert [(inline.text, inline.changes) for inline in paragraph.inlines] == found


def test_deleting_what_another_inserted_is_two_changes() -> None:
    (paragraph,) = body(p(f"<w:ins {BY_WANG}>{deleted('丙')}</w:ins>"), None).paragraphs

    assert paragraph.inlines[0].changes == (INSERTED, DELETED)


@pytest.mark.parametrize(
    ("revisions", "found"), [(Revisions.ACCEPT, ["甲乙"]), (Revisions.REJECT, ["甲", "乙"]), (None, ["甲", "乙"])]
)
def test_a_deleted_end_joins_two_paragraphs(revisions: Revisions | None, found: list[str]) -> None:
    mark = f"<w:rPr><w:del {BY_LI}/></w:rPr>"
    story = body(p("甲", properties=mark) + p("乙", properties='<w:jc w:val="right"/>'), revisions)

    assert texts(story) == found
    assert story.paragraphs[-1].format.alignment == "right"


def test_the_end_of_a_paragraph_knows_who_deleted_it() -> None:
    assert body(p("甲", properties=f"<w:rPr><w:del {BY_LI}/></w:rPr>"), None).paragraphs[0].changes == (DELETED,)


def test_all_in_an_inserted_row_is_inserted() -> None:
    row = f"<w:tr><w:trPr><w:ins {BY_WANG}/></w:trPr><w:tc>{p('甲')}</w:tc></w:tr>"
    (paragraph,) = body(f"<w:tbl>{row}</w:tbl>").paragraphs

    assert paragraph.changes == (INSERTED,)
    assert paragraph.inlines[-1].changes == (INSERTED,)


def test_a_move_is_a_deletion_and_an_insertion() -> None:
    story = body(p(f"<w:moveFrom {BY_LI}>{r('甲')}</w:moveFrom>") + p(f"<w:moveTo {BY_LI}>{r('甲')}</w:moveTo>"))

    assert [(change.kind, change.is_move) for change in story.changes] == [
        (ChangeKind.DELETED, True),
        (ChangeKind.INSERTED, True),
    ]


def test_rejecting_a_change_of_format_brings_back_the_old_one() -> None:
    run = r("甲", f"<w:b/><w:rPrChange {BY_LI}><w:rPr><w:i/></w:rPr></w:rPrChange>")
    (accepted,), (rejected,) = (body(p(run), one).paragraphs[0].inlines for one in Revisions)

    assert accepted.changes == (Change(ChangeKind.FORMATTED, "李某"),)
    assert (accepted.format.is_bold, accepted.format.is_slanted) == (True, False)
    assert (rejected.format.is_bold, rejected.format.is_slanted) == (False, True)


@pytest.mark.parametrize(("revisions", "count"), [(Revisions.ACCEPT, 1), (Revisions.REJECT, 2), (None, 2)])
def test_changes_inside_what_is_gone_are_not_met(revisions: Revisions | None, count: int) -> None:
    story = body(p(f"<w:del {BY_LI}>{ins('甲')}</w:del>"), revisions)

    assert len(story.changes) == count
