"""The heights of the 版头's paragraphs put each part where the layout has it, whatever is missing."""

from dataclasses import replace

import pytest

from bulletin_gen.document import Head
from bulletin_gen.placing.mark import place_head
from bulletin_gen.spans import spanned
from bulletin_gen.style import GBT9704
from docx_parts import Element, attributes, find, text, values
from issued import HEAD, JOINT, made, styles, texts

PITCH = GBT9704.grid.line_pitch_pt


def height(element: Element) -> float:
    """Return the height in pt of a paragraph of one line, or of a table of one row."""
    if element.tag.endswith("tbl"):
        return int(values(element, ".//w:trHeight")[0]) / 20
    own = find(element, "w:pPr/w:spacing")
    rules = find(element, "w:pPr/w:pBdr/w:bottom")
    below = sum(int(attributes(rule)["sz"]) / 8 + int(attributes(rule)["space"]) for rule in rules)
    return (int(attributes(own[0])["line"]) / 20 if own else PITCH) + below


def tops(elements: list[Element]) -> list[float]:
    above = [0.0]
    for element in elements:
        above.append(above[-1] + height(element))
    return above


def test_all_parts_stand_in_order_each_in_its_style() -> None:
    elements = made(HEAD)
    said = [pair for pair in zip(styles(elements), texts(elements), strict=True) if pair[1]]

    assert said == [
        ("CopyNumber", "000012"),
        ("Secrecy", "机密★1年"),
        ("Secrecy", "特急"),
        ("OrganMark", "中共青溪县委员会文件"),
        ("DocumentNumber", "青发〔2025〕3号"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        JOINT,
        replace(HEAD, copy_number=(), urgency=()),
        replace(HEAD, number=(), suffix=()),
        replace(JOINT, suffix=(), signers=()),
        replace(JOINT, preprinted=True),
        replace(HEAD, organs=(spanned("甲"),) * 6),
    ],
)
def test_the_title_begins_on_the_row_that_the_layout_gives_it(head: Head) -> None:
    assert tops(made(head))[-1] == pytest.approx(place_head(head, GBT9704).rows * PITCH, abs=0.3)


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        JOINT,
        replace(HEAD, copy_number=(), secrecy=()),
        replace(HEAD, signer_label=spanned("签发人："), signers=(spanned("甲"),)),
    ],
)
def test_number_and_rule_stand_where_the_layout_has_them(head: Head) -> None:
    placed, elements = place_head(head, GBT9704), made(head)
    (index,) = [index for index, element in enumerate(elements) if "青发" in text(element)]
    (rule,) = find(elements[index], "w:pPr/w:pBdr/w:bottom")
    row = tops(elements)[index]

    assert row == pytest.approx(placed.number_top_pt, abs=0.2)
    assert row + PITCH + int(attributes(rule)["space"]) + 0.7 == pytest.approx(placed.rule_pt, abs=0.6)
    assert attributes(rule)["color"] == "FF0000"


def test_the_mark_is_as_large_and_red_as_the_layout_has_it() -> None:
    (mark,) = [element for element in made(HEAD) if styles([element]) == ["OrganMark"]]

    assert set(values(mark, ".//w:color")) == {"FF0000"}
    assert set(values(mark, ".//w:sz")) == {str(round(2 * place_head(HEAD, GBT9704).mark[0].size_pt))}


def test_organs_stand_beside_their_suffix_in_a_table_without_rules() -> None:
    (table,) = [element for element in made(JOINT) if element.tag.endswith("tbl")]

    assert [texts(find(cell, "w:p")) for cell in find(table, ".//w:tc")] == [["青溪县委", "青溪县人民政府"], ["文件"]]
    assert find(table, ".//w:tblBorders") == []


def test_of_a_preprinted_mark_only_the_room_is_left() -> None:
    elements = made(replace(HEAD, preprinted=True))

    assert "".join(texts(elements)) == "000012机密★1年特急青发〔2025〕3号"
    assert [rule for element in elements for rule in find(element, ".//w:pBdr")] == []


def test_signers_share_the_row_of_the_number_and_wear_their_own_face() -> None:
    *_, first, last, _, _ = made(JOINT)

    assert texts([first, last]) == ["签发人：张三欧阳小明", "青发〔2025〕3号李四"]
    assert [len(find(row, ".//w:tab[not(@w:pos)]")) for row in (first, last)] == [2, 1]
    assert values(last, ".//w:rStyle")[-1] == "BulletinSignerChar"
