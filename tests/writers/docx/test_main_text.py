"""Each block becomes the paragraphs that the standard counts, in the style that bears its name."""

import pytest

from blocks import Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.document import Block
from bulletin_gen.style import GBT9704
from docx_parts import Element, attributes, find, text, values
from issued import made


def styles(*blocks: Block) -> list[str]:
    return [values(paragraph, "w:pPr/w:pStyle")[0].removeprefix("Bulletin") for paragraph in made(*blocks)]


def keeps(*blocks: Block) -> list[bool]:
    return [bool(find(paragraph, "w:pPr/w:keepNext")) for paragraph in made(*blocks)]


def test_a_title_is_one_paragraph_with_the_authors_breaks_and_a_blank_row_below() -> None:
    title, blank = made(Title(("中共南屏县青溪镇委员会", "关于巡察整改进展情况的通报")))

    assert text(title) == "中共南屏县青溪镇委员会\n关于巡察整改进展情况的通报"
    assert text(blank) == ""


def test_a_long_title_is_broken_by_sense() -> None:
    title, _ = made(Title(("中共南屏县青溪镇委员会关于县委第二巡察组巡察整改进展情况的通报",)))

    assert text(title).startswith("中共南屏县青溪镇委员会\n")


def test_each_block_wears_its_own_style() -> None:
    assert styles(Recipients("各支部：")) == ["Recipients"]
    assert styles(Heading(2, 1, "（一）", "思想建设")) == ["Heading2"]
    assert styles(Paragraph("三项制度。", "一是")) == ["Body"]


def test_a_label_and_its_text_are_one_text() -> None:
    (paragraph,) = made(Paragraph("三项制度。", "一是"))

    assert [text(run) for run in find(paragraph, "w:r")] == ["一是三项制度。"]


def test_a_heading_where_its_layer_belongs_leaves_the_outline_to_its_style() -> None:
    (usual,) = made(Heading(2, 1, "（一）", "思想建设"))
    (skipping,) = made(Heading(3, 1, "1.", "思想建设"))

    assert values(usual, "w:pPr/w:outlineLvl") == []
    assert values(skipping, "w:pPr/w:outlineLvl") == ["1"]


def test_a_run_in_heading_is_a_body_paragraph_that_the_outline_shows() -> None:
    (paragraph,) = made(Heading(2, 1, "（一）", "压实责任。", "召开专题会。"))

    assert values(paragraph, "w:pPr/w:pStyle") == ["BulletinBody"]
    assert values(paragraph, "w:pPr/w:outlineLvl") == ["1"]
    assert [text(run) for run in find(paragraph, "w:r")] == ["（一）压实责任。", "召开专题会。"]
    assert values(paragraph, "w:r[1]/w:rPr/w:rStyle") == ["Heading2Char"]
    assert values(paragraph, "w:r[2]/w:rPr/w:rStyle") == []


def right_cells(paragraph: Element) -> float:
    """Return the right indent of a paragraph, which has no other, in characters."""
    indents = attributes(*find(paragraph, "w:pPr/w:ind"))
    assert list(indents) == ["right"]
    return int(indents["right"]) / 20 / GBT9704.cell_pt


def test_signature_and_date_hang_from_the_right_so_that_another_name_keeps_its_blank() -> None:
    """7.3.5.2: two characters right of the name; the date, six characters, begins two right of the name's eleven."""
    _, signature, date = made(Signature(("中共南屏县青溪镇委员会",), "2024年8月9日"))

    assert right_cells(signature) == 2
    assert right_cells(date) == pytest.approx(5, abs=0.1)  # digits are a little narrower than half a character


def test_above_a_seal_the_date_hangs_from_the_right_and_the_name_from_the_date_s_middle() -> None:
    """7.3.5.1: four characters right of the date, which has its middle seven from the right edge."""
    *_, signature, date = made(Signature(("中共南屏县青溪镇委员会",), "2024年8月9日", sealed=True))
    left, right = (int(attributes(*find(signature, "w:pPr/w:ind"))[side]) for side in ("left", "right"))

    assert right_cells(date) == 4
    assert values(signature, "w:pPr/w:jc") == ["center"]
    assert (left - right) / 40 / GBT9704.cell_pt == pytest.approx(14 - 7, abs=0.1)


def test_organs_side_by_side_hang_from_the_middles_of_their_seals_the_last_from_that_of_the_date() -> None:
    """7.3.5.1: the date has its middle seven characters from the right edge; two columns and a half reach there."""
    *_, organs, _ = made(Signature(("青溪县委", "县政府"), "2024年8月9日", joint=True, sealed=True))
    stops = [attributes(stop) for stop in find(organs, "w:pPr/w:tabs/w:tab")]
    first, last = (int(stop["pos"]) / 20 / GBT9704.cell_pt for stop in stops)

    assert [stop["val"] for stop in stops] == ["center", "center"]
    assert (first, last) == (pytest.approx(21 / 3, abs=0.1), pytest.approx(21, abs=0.1))
    assert values(organs, "w:pPr/w:jc") == ["left"]
    assert text(organs) == "青溪县委县政府"
    assert [len(find(run, "w:tab")) for run in find(organs, "w:r")] == [1, 0, 1, 0]


def test_a_blank_row_stands_above_the_signature() -> None:
    assert styles(Signature(("青溪镇党委",), "2024年8月9日")) == ["Body", "Signature", "IssueDate"]
    assert styles(Signature((), "2024年8月9日")) == ["Body", "IssueDate"]
    assert styles(Signature(("青溪镇党委", "青溪镇政府"), "")) == ["Body", "Signature", "Signature"]


def test_the_last_paragraph_is_tied_to_the_signature_down_to_the_date() -> None:
    first, last = Paragraph("第一段。"), Paragraph("第二段。")
    signature = Signature(("青溪镇党委", "青溪镇政府"), "2024年8月9日")

    assert keeps(first, last, signature) == [False, True, True, True, True, False]


def test_without_a_signature_nothing_is_tied() -> None:
    assert keeps(Paragraph("第一段。"), Paragraph("第二段。")) == [False, False]


def test_lines_with_a_long_address_are_not_spread_to_the_right_edge() -> None:
    (torn,) = made(Paragraph("公开网址https://www.qinghe.gov.cn/xxgk/tz.html，可随时查询。"))
    (spread,) = made(Paragraph("来信可寄jw@qinghe.gov.cn。"))

    assert values(torn, "w:pPr/w:jc") == ["left"]
    assert values(spread, "w:pPr/w:jc") == []
