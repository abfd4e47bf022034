"""What a few bytes of a DOCX may ask for: more than any official document needs is refused, in good time."""

import zipfile
from io import BytesIO

import pytest

from bulletin_gen.errors import ReadError
from bulletin_gen.ooxml import package
from bulletin_gen.ooxml.made import Kind
from bulletin_gen.ooxml.package import MAX_IN_PROPERTIES
from bulletin_gen.ooxml.word_file import WordFile
from small_docx import KINDS, RELATIONS, p, r, small_docx, zipped

LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def numbering(label: str, form: str = "decimal", start: int = 1) -> str:
    level = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/>'
    abstract = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def sizes(count: int) -> str:
    return p(*(r("甲", f'<w:sz w:val="{size}"/>') for size in range(count)))


def nested(depth: int) -> str:
    return p("<w:r><w:pict>" * depth + "</w:pict></w:r>" * depth)


def comments(count: int) -> str:
    return "".join(f'<w:comment w:id="{number}"/>' for number in range(count))


def read(source: bytes) -> WordFile:
    """Return the file with its body and its comments walked."""
    opened = WordFile(source, "某.docx")
    assert opened.body is not None
    assert opened.comments is not None
    return opened


def refusal(source: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(source)
    return str(caught.value)


@pytest.mark.parametrize(
    ("kind", "bomb"),
    [
        (Kind.PARAGRAPH, lambda: small_docx(p("甲") * (Kind.PARAGRAPH.most + 1))),
        (Kind.PIECE, lambda: small_docx(p("甲a" * (Kind.PIECE.most + 1)))),
        (Kind.CHARACTER, lambda: small_docx(p("甲", properties=LISTED) * 5_000, numbering=numbering("甲" * 250))),
        (Kind.FORMAT, lambda: small_docx(sizes(Kind.FORMAT.most))),
        (Kind.STORY, lambda: small_docx(p("甲"), comments=comments(Kind.STORY.most))),
        (Kind.SECTION, lambda: small_docx(SECTION * (Kind.SECTION.most + 1))),
        (Kind.LABEL, lambda: small_docx(p("甲", properties=LISTED), numbering=numbering("甲" * 256))),
        (Kind.NESTING, lambda: small_docx(nested(Kind.NESTING.most + 1))),
    ],
    ids=lambda value: value.name if isinstance(value, Kind) else "",
)
def test_what_makes_more_than_any_document_needs_is_refused(kind: Kind, bomb: object) -> None:
    assert callable(bomb)

    assert refusal(bomb()) == f"某.docx：文件里{kind.called}超过 {kind.most} 个，不像一份公文；请检查是不是选错了文件"


def test_a_long_document_with_much_in_it_is_read() -> None:
    body = p("甲", r("2024", "<w:b/>"), properties=LISTED) * 3_000 + nested(Kind.NESTING.most) + SECTION * 100
    opened = read(small_docx(body, numbering=numbering("第%1条", "chineseCountingThousand"), comments=comments(100)))

    assert opened.body.paragraphs[2_999].says == "第三千条甲2024"


@pytest.mark.parametrize("label", ["%1" * 100, "甲" * 255])
def test_a_long_label_is_no_fault_where_it_stands_once(label: str) -> None:
    assert read(small_docx(p("甲", properties=LISTED), numbering=numbering(label))).body


@pytest.mark.parametrize(("number", "said"), [(780, "Z" * 30), (781, "A"), (29_000, "J" * 6)])
def test_letters_are_repeated_thirty_times_at_the_most(number: int, said: str) -> None:
    story = read(small_docx(p("甲", properties=LISTED), numbering=numbering("%1", "upperLetter", number))).body

    assert story.paragraphs[0].says == f"{said}甲"


@pytest.mark.parametrize("place", ["rPr", "pPr"])
def test_properties_of_a_thousand_elements_are_no_office_s(place: str) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="a"><w:{place}>{"<w:x/>" * MAX_IN_PROPERTIES}</w:{place}></w:style>'

    assert "一处格式里的项目超过 1000 个" in refusal(small_docx(p("甲"), styles=style))
    assert read(small_docx(p("甲"), styles=style.replace("<w:x/>", "", 2)))


def test_a_file_of_nothing_but_marks_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes some ten times the memory that it takes in the file."""
    monkeypatch.setattr(package, "MAX_MARKUP", 400)

    assert "文件里标记超过 400 个" in refusal(small_docx("<w:x/>" * 400))
    assert read(small_docx("<w:x/>" * 100))


def test_what_is_written_alike_is_one_format() -> None:
    first, second, third = read(small_docx(p("甲") + p("乙") + p(r("丙", "<w:b/>")))).body.paragraphs

    assert first.format is second.format is third.format
    assert first.inlines[0].format is second.inlines[0].format
    assert third.inlines[0].format.is_bold
    assert not first.inlines[0].format.is_bold


def test_a_format_is_not_taken_for_another_that_has_the_same_elements() -> None:
    body = p(r("甲", '<w:rFonts w:ascii="a"/><w:b/>'), r("乙", '<w:rFonts w:ascii="b"/><w:b/>'))
    first, second = read(small_docx(body)).body.paragraphs[0].inlines

    assert [first.format.face("ascii").name, second.format.face("ascii").name] == ["a", "b"]


def test_a_footer_that_many_sections_have_is_walked_once() -> None:
    rows = "".join(f'<Relationship Id="r{n}" Type="{KINDS}/footer" Target="footer.xml"/>' for n in range(6_000))
    relations = f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'
    with zipfile.ZipFile(BytesIO(small_docx(p("甲"), footer=p("脚")))) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    opened = read(zipped(files | {"word/_rels/document.xml.rels": relations}))

    assert len(opened.footers) == 1
    assert opened.footers_by_id["r0"] is opened.footers_by_id["r5999"] is opened.footers[0]
