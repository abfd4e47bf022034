"""附件说明 hangs under its titles; each attachment begins a page with its label, its title on the third row."""

from blocks import AttachmentHead, AttachmentNote, Paragraph
from docx_parts import Element, attributes, find, values
from issued import made, styles, texts


def indents(element: Element) -> dict[str, str]:
    return attributes(*find(element, "w:pPr/w:ind"))


def test_a_single_attachment_has_no_number() -> None:
    _, entry = made(AttachmentNote(("整改台账",)))

    assert texts([entry]) == ["附件：整改台账"]
    assert find(entry, ".//w:r/w:tab") == []


def test_titles_begin_below_each_other() -> None:
    blank, *entries = made(AttachmentNote(("整改台账", "制度清单")))

    assert texts([blank, *entries]) == ["", "附件：1.整改台账", "2.制度清单"]
    assert len({indents(entry)["left"] for entry in entries}) == 1
    assert [find(entry, "w:pPr/w:tabs/w:tab")[0].attrib.values()[1] for entry in entries] == [
        indents(entry)["left"] for entry in entries
    ]


def test_an_attachment_begins_a_page_with_its_title_on_the_third_row() -> None:
    _, *elements, _ = made(Paragraph("正文。"), AttachmentHead("附件1", "整改台账"), Paragraph("第一条。"))

    assert styles(elements) == ["AttachmentLabel", "Body", "AttachmentTitle", "Body"]
    assert [len(find(element, "w:pPr/w:pageBreakBefore")) for element in elements] == [1, 0, 0, 0]
    assert all(find(element, "w:pPr/w:keepNext") for element in elements)
    assert values(elements[0], "w:pPr/w:outlineLvl") == ["0"]
