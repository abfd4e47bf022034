"""What counts in a DOCX is the effective format, wherever it is written."""

import pytest
from lxml import etree

from bulletin_gen.element import Element
from bulletin_gen.errors import ReadError
from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.measured import Align, Paragraph, Side, Span
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from damage import element, sound_document, spoiled
from small_docx import p, r, small_docx

THEME = (
    '<a:minorFont xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
)


def style(name: str, based_on: str = "", run: str = "", paragraph: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    properties = f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}{properties}</w:style>'


def defaults(run: str) -> str:
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault></w:docDefaults>"


def first(body: str, **parts: str) -> Paragraph:
    return measure_docx(small_docx(body, **parts)).paragraphs[0]


def span(body: str, **parts: str) -> Span:
    return first(body, **parts).spans[0]


def test_a_runs_own_size_comes_first() -> None:
    styles = defaults('<w:sz w:val="20"/>') + style("甲", run='<w:sz w:val="28"/>')

    assert span(p(r("文", '<w:sz w:val="32"/>'), properties='<w:pStyle w:val="甲"/>'), styles=styles).size_pt == 16


def test_then_the_styles_and_those_they_are_based_on() -> None:
    styles = defaults('<w:sz w:val="20"/>') + style("乙", run='<w:sz w:val="28"/>') + style("甲", based_on="乙")

    assert span(p("文", properties='<w:pStyle w:val="甲"/>'), styles=styles).size_pt == 14


def test_then_the_defaults_of_the_document() -> None:
    assert span(p("文"), styles=defaults('<w:sz w:val="21"/>')).size_pt == 10.5


def test_a_character_style_comes_before_the_paragraphs() -> None:
    styles = style("甲", run='<w:sz w:val="28"/>') + style("丙", run='<w:sz w:val="44"/>', kind="character")
    run = r("文", '<w:rStyle w:val="丙"/>')

    assert span(p(run, properties='<w:pStyle w:val="甲"/>'), styles=styles).size_pt == 22


def test_styles_based_on_each_other_do_no_harm() -> None:
    styles = style("甲", based_on="乙") + style("乙", based_on="甲", run='<w:sz w:val="28"/>')

    assert span(p("文", properties='<w:pStyle w:val="甲"/>'), styles=styles).size_pt == 14


def test_bold_on_bold_is_not_bold() -> None:
    styles = style("甲", run="<w:b/>") + style("丙", run="<w:b/>", kind="character")
    run = r("文", '<w:rStyle w:val="丙"/>')

    assert span(p(run, properties='<w:pStyle w:val="甲"/>'), styles=styles).is_bold is False


def test_a_theme_names_the_face() -> None:
    themed = span(p(r("文", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')), theme=THEME)

    assert (themed.face, themed.themed) == ("等线", True)


def test_each_script_has_its_own_face() -> None:
    spans = first(p(r("共12项", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="仿宋"/>'))).spans

    assert [(one.text, one.face) for one in spans] == [("共", "仿宋"), ("12", "Arial"), ("项", "仿宋")]


@pytest.mark.parametrize(("hint", "face"), [("", "Arial"), ('w:hint="eastAsia"', "仿宋")])
def test_quotes_go_by_the_hint(hint: str, face: str) -> None:
    faces = f'<w:rFonts {hint} w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="仿宋"/>'

    assert span(p(r("“", faces))).face == face


def test_an_indent_in_characters_counts_before_one_in_twips() -> None:
    indent = '<w:ind w:firstLineChars="200" w:firstLine="100"/>'
    paragraph = first(p(r("文"), properties=indent), styles=defaults('<w:sz w:val="32"/>'))

    assert paragraph.first_mm == pytest.approx(2 * 16 / 72 * 25.4)


def test_an_indent_that_word_has_made_of_the_texts_own_characters_is_as_long_as_it_says() -> None:
    """The usual style is in 五号, the text in 三号 of its own: two characters of it are 32 pt."""
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    paragraph = first(p(r("文", '<w:sz w:val="32"/>'), properties=indent), styles=defaults('<w:sz w:val="21"/>'))

    assert paragraph.first_mm == pytest.approx(2 * 16 / 72 * 25.4)


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ("<w:bidi/>", ("从右到左",)),
        ('<w:textDirection w:val="tbRl"/>', ("竖排",)),
        ('<w:framePr w:w="4000"/>', ("在图文框里",)),
        ('<w:textDirection w:val="lrTb"/>', ()),
    ],
)
def test_a_paragraph_that_stands_otherwise_than_text_does_is_seen(properties: str, said: tuple[str, ...]) -> None:
    assert first(p("文", properties=properties)).oddities == said


def test_margins_that_change_places_are_seen() -> None:
    settings = small_docx(p("文"), settings="<w:mirrorMargins/>")

    assert measure_docx(settings).frames[0].oddities == ("双页的左右页边与单页对调",)


def test_a_page_grid_gives_the_pitch_of_single_lines() -> None:
    grid = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'

    assert first(p("文") + grid).pitch.pt == 28.95


def test_deleted_and_hidden_text_is_not_measured() -> None:
    body = p("甲", "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", r("丙", "<w:vanish/>"))

    assert first(body).text == "甲"


def test_automatic_labels_are_part_of_the_text() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    paragraph = first(p("组织领导情况", properties=numbered), numbering=numbering)

    assert (paragraph.text, paragraph.element) == ("一、组织领导情况", Element.HEADING_1)


def test_blank_paragraphs_are_counted() -> None:
    measured = measure_docx(small_docx(p("甲。") + p("") * 2 + p("乙。")))

    assert [one.blank_before for one in measured.paragraphs] == [0, 2]


def test_a_file_without_styles_sections_or_footers_can_be_measured() -> None:
    measured = measure_docx(small_docx(p("文")))

    assert (len(measured.frames), measured.page_numbers, measured.paragraphs[0].align) == (1, (), Align.LEFT)


BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="mso-position-horizontal:center">'
    '<v:textbox><w:txbxContent><w:p><w:fldSimple w:instr=" PAGE "/></w:p></w:txbxContent></v:textbox>'
    "</v:shape></w:pict></w:r>"
)


def test_a_page_number_that_no_program_has_worked_out_looks_like_its_field() -> None:
    def field(root: etree._Element) -> None:
        (paragraph,) = root
        code = '<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="end"/>'
        paragraph[:] = [element(f'<w:r><w:rPr><w:rFonts w:ascii="黑体"/><w:sz w:val="30"/></w:rPr>{code}</w:r>')]

    docx = spoiled("word/footer-odd.xml", field)(write_docx(sound_document(), GBT9704))
    (span,) = measure_docx(docx).page_numbers[0].spans

    assert (span.face, span.size_pt) == ("黑体", 15.0)


def test_a_text_box_in_the_footer_says_on_which_side_it_stands() -> None:
    def box(root: etree._Element) -> None:
        (paragraph,) = root
        paragraph[:] = [element(BOX)]

    docx = spoiled("word/footer-odd.xml", box)(write_docx(sound_document(), GBT9704))

    assert measure_docx(docx).page_numbers[0].side is Side.CENTRE


@pytest.mark.parametrize("source", [b"", b"%PDF-1.7", b"PK\3\4 broken"])
def test_what_is_no_docx_is_refused(source: bytes) -> None:
    with pytest.raises(ReadError):
        measure_docx(source)
