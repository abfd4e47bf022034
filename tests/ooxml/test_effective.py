"""What holds for a paragraph or run, wherever in the file it is written."""

import pytest

from bulletin_gen.ooxml.effective import FaceName, LineSpacing, ParagraphFormat, RunFormat
from bulletin_gen.ooxml.word_file import WordFile
from small_docx import p, r, small_docx

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
THEME = (
    '<a:minorFont xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
)
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def style(name: str, based_on: str = "", run: str = "", paragraph: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}样式"/>{base}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def paragraph_format(properties: str, **parts: str) -> ParagraphFormat:
    return WordFile(small_docx(p("文", properties=properties), **parts)).body.paragraphs[0].format


def run_format(run: str, properties: str = "", **parts: str) -> RunFormat:
    body = small_docx(p(r("文", run), properties=properties), **parts)
    return WordFile(body).body.paragraphs[0].inlines[-1].format


def test_the_nearest_that_says_something_decides() -> None:
    styles = DEFAULTS + style("乙", run='<w:sz w:val="28"/>') + style("甲", based_on="乙")
    named = '<w:pStyle w:val="甲"/>'

    assert run_format('<w:sz w:val="32"/>', named, styles=styles).size_pt == 16
    assert run_format("", named, styles=styles).size_pt == 14
    assert run_format("", styles=styles).size_pt == 10.5


def test_a_style_that_is_not_there_is_the_usual_one() -> None:
    usual = style("常", paragraph='<w:jc w:val="right"/>').replace("<w:style ", '<w:style w:default="1" ', 1)
    found = paragraph_format('<w:pStyle w:val="没有"/>', styles=usual)

    assert (found.style.name, found.alignment) == ("常样式", "right")


def test_a_list_says_how_its_paragraphs_and_labels_look() -> None:
    (paragraph,) = WordFile(small_docx(p("文", properties=IN_LIST), numbering=LIST)).body.paragraphs
    label, text = paragraph.inlines

    assert paragraph.format.left_mm == pytest.approx(10, abs=0.01)
    assert (label.text, label.format.is_bold, text.format.is_bold) == ("1.", True, False)


def test_indents_in_characters_are_those_of_the_style() -> None:
    found = paragraph_format('<w:ind w:firstLineChars="200" w:firstLine="1"/>', styles=DEFAULTS)

    assert found.first_mm == pytest.approx(2 * 10.5 / 72 * 25.4)


@pytest.mark.parametrize(
    ("spacing", "found"),
    [
        ('w:line="579" w:lineRule="exact"', LineSpacing(28.95, 1.0, is_exact=True)),
        ('w:line="579" w:lineRule="atLeast"', LineSpacing(28.95, 1.0)),
        ('w:line="360" w:lineRule="auto"', LineSpacing(None, 1.5)),
        ("", LineSpacing(None, 1.0)),
    ],
)
def test_line_spacing(spacing: str, found: LineSpacing) -> None:
    assert paragraph_format(f"<w:spacing {spacing}/>").line_spacing == found


def test_a_theme_names_the_face() -> None:
    faces = run_format('<w:rFonts w:eastAsiaTheme="minorEastAsia" w:ascii="Arial"/>', theme=THEME)

    assert [faces.face(slot) for slot in ("eastAsia", "ascii", "hAnsi")] == [
        FaceName("等线", is_themed=True),
        FaceName("Arial", is_themed=False),
        FaceName(None, is_themed=False),
    ]


@pytest.mark.parametrize(("language", "face"), [("ja-JP", "ＭＳ 明朝"), ("zh-CN", "等线"), ("zh-TW", None)])
def test_the_language_of_a_document_chooses_among_the_faces_of_its_theme(language: str, face: str | None) -> None:
    theme = THEME.replace("</a:minorFont>", '<a:font script="Jpan" typeface="ＭＳ 明朝"/></a:minorFont>')
    settings = f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>'
    looks = run_format('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>', theme=theme, settings=settings)

    assert looks.face("eastAsia").name == face


@pytest.mark.parametrize(
    ("own", "is_hidden"), [("", True), ('<w:vanish w:val="0"/>', False), ('<w:rStyle w:val="丙"/>', False)]
)
def test_what_one_style_hides_another_shows_again(own: str, is_hidden: bool) -> None:
    """Styles switch such a property to and fro; the run's own word is the last."""
    styles = style("甲", run="<w:vanish/>") + style("丙", run="<w:vanish/>", kind="character")

    assert run_format(own, '<w:pStyle w:val="甲"/>', styles=styles).is_hidden is is_hidden


def test_styles_based_on_each_other_end() -> None:
    styles = style("甲", based_on="乙") + style("乙", based_on="甲", run="<w:strike/>")

    assert run_format("", '<w:pStyle w:val="甲"/>', styles=styles).is_struck


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("<w:strike/>", ("加删除线",)),
        ("<w:dstrike/>", ("加删除线",)),
        ('<w:w w:val="80"/>', ("缩放80%",)),
        ('<w:w w:val="100"/>', ()),
        ('<w:position w:val="6"/>', ("提升3磅",)),
        ('<w:position w:val="-6"/>', ("降低3磅",)),
        ('<w:em w:val="dot"/>', ("加着重号",)),
        ('<w:em w:val="none"/>', ()),
        ('<w:bdr w:val="single"/>', ("加字符边框",)),
        ("<w:emboss/><w:outline/>", ("空心", "阳文")),
        ('<w:vertAlign w:val="superscript"/>', ("上标",)),
        ('<w:color w:val="auto" w:themeColor="accent2"/>', ("用主题颜色",)),
        ('<w:color w:val="000000" w:themeColor="text1"/>', ()),
        ('<w:fitText w:val="2000"/>', ("调整宽度",)),
        ('<w:eastAsianLayout w:combine="1"/>', ("双行合一",)),
        ('<w:eastAsianLayout w:vert="1" w:combine="0"/>', ("纵横混排",)),
        ("", ()),
    ],
)
def test_what_else_is_done_to_characters_is_named(properties: str, expected: tuple[str, ...]) -> None:
    assert run_format(properties).effects == expected


@pytest.mark.parametrize(
    ("properties", "is_boxed"),
    [
        ('<w:pBdr><w:left w:val="single"/></w:pBdr>', True),
        ('<w:pBdr><w:left w:val="nil"/></w:pBdr>', False),
        ("", False),
    ],
)
def test_a_border_on_any_side_boxes_a_paragraph(properties: str, is_boxed: bool) -> None:
    assert paragraph_format(properties).is_boxed is is_boxed
