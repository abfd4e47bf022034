"""An office's own format beside the standard: what is its choice, what is a fault, and that neither hides the other."""

import json
from dataclasses import replace

import pytest

from bulletin_gen.clause import Strength
from bulletin_gen.element import Element
from bulletin_gen.profile import apply_profile, load_profile
from bulletin_gen.proof.measured import Font, Measured, Pitch, Side, Span
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import House, Proof, Row, prove
from bulletin_gen.proof.report.html import proof_html
from bulletin_gen.proof.report.json import proof_json
from bulletin_gen.proof.report.text import proof_text
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from measured import body, docx, folio, full_lines, paragraph, pdf, title


def house(*lines: str) -> House:
    style = apply_profile(GBT9704, load_profile("\n".join(("名称: 青禾县公文格式", *lines))))
    return House("青禾县公文格式", style, ("页码位置 外侧 → 居中（7.5，规定）",))


CENTRED = house("页码:", "  位置: 居中", '  样式: "- 1 -"')


def numbered(**given: object) -> Measured:
    return pdf(full_lines(3), page_numbers=(folio(1, **{"text": "- {} -", "side": Side.CENTRE} | given),))


def row(id: str, measured: Measured, own: House = CENTRED) -> Row:
    (found,) = (row for row in prove(measured, GBT9704, OutputForm.PUBLISHED, own).rows if row.id == id)
    return found


def test_what_the_office_has_so_is_its_choice_and_still_a_departure_from_the_standard() -> None:
    found = row("G-74", numbered())

    assert (found.verdict, found.strength, found.is_house_choice, found.fails) == (
        Verdict.BREAKS,
        Strength.MUST,
        True,
        False,
    )


def test_what_neither_the_standard_nor_the_office_has_so_is_a_fault() -> None:
    found = row("G-74", numbered(side=Side.LEFT))

    assert (found.verdict, found.is_house_choice, found.fails) == (Verdict.BREAKS, False, True)


def test_what_the_standard_has_and_the_office_has_otherwise_is_told_too() -> None:
    found = row("G-74", numbered(side=Side.RIGHT))

    assert (found.verdict, found.is_unlike_house, found.fails) == (Verdict.CONFORMS, True, True)


@pytest.mark.parametrize(("text", "verdict"), [("- {} -", Verdict.CONFORMS), ("— {} —", Verdict.BREAKS)])
def test_the_number_is_written_as_the_office_has_it(text: str, verdict: Verdict) -> None:
    assert row("G-72", numbered(text=text)).house.verdict is verdict


@pytest.mark.parametrize(("numbers", "verdict"), [((2,), Verdict.CONFORMS), ((1, 2), Verdict.BREAKS)])
def test_an_office_may_leave_the_first_page_without_its_number(numbers: tuple[int, ...], verdict: Verdict) -> None:
    unnumbered = house("页码:", "  首页显示: 否")
    measured = pdf(full_lines(3), pages=2, page_numbers=tuple(map(folio, numbers)))

    assert row("G-75", measured, unnumbered).house.verdict is verdict
    assert row("G-72", pdf(full_lines(3)), unnumbered).house.verdict is Verdict.ABSENT


def test_the_face_that_an_office_has_chosen_is_of_the_kind() -> None:
    chosen = house("字体:", "  小标宋: 华文中宋")
    measured = docx(title("某某市水务局党组关于整改情况的通报", {"face": "华文中宋"}), body("坚持把整改"))

    assert row("G-14", measured, chosen).house.verdict is Verdict.CONFORMS
    assert row("G-31", measured, chosen).house.verdict is Verdict.CONFORMS


@pytest.mark.parametrize(("columns", "cell_pt"), [(28, 15.75), (27, 16.35), (26, 17.0), (29, 15.2)])
def test_as_many_characters_as_the_office_asks_for_are_what_fits(columns: int, cell_pt: float) -> None:
    own = house("正文:", f"  每行字数: {columns}字")
    measured = docx(body("坚持把整改", {"tracking_pt": cell_pt - 16}))

    assert row("G-06", measured, own).house.verdict is Verdict.CONFORMS


def test_the_pitch_that_an_office_names_may_leave_a_gap_at_the_foot() -> None:
    own = house("正文:", "  行距: 30磅")
    pitch_of = {pt: docx(body("坚持把整改", pitch=Pitch(pt, f"固定值{pt:g}磅"))) for pt in (30.0, 29.5)}

    assert {pt: row("G-07", measured, own).house.verdict for pt, measured in pitch_of.items()} == {
        30.0: Verdict.CONFORMS,
        29.5: Verdict.BREAKS,
    }


def proof(measured: Measured) -> Proof:
    return prove(measured, GBT9704, OutputForm.PUBLISHED, CENTRED)


def test_the_text_tells_choices_apart_and_then_the_office_s_departures() -> None:
    told = proof_text(proof(numbered()), "通报.pdf")

    assert "其中 2 条符合本单位格式" in told
    assert "不符合国家标准，但符合本单位格式“青禾县公文格式” 2 条\n  G-72" in told
    assert "        按本单位格式：符合，居中" in told
    assert "本单位格式“青禾县公文格式”与国家标准不同的地方\n  页码位置 外侧 → 居中（7.5，规定）" in told


def test_the_text_tells_what_is_not_as_the_office_has_it() -> None:
    told = proof_text(proof(numbered(side=Side.RIGHT)), "通报.pdf")

    assert "没有不符合国家标准，但不符合本单位格式“青禾县公文格式” 1 条\n  G-74" in told
    assert "        本单位格式：居中\n        实际：第1页在右" in told


def test_programs_and_pages_are_told_as_much() -> None:
    told = json.loads(proof_json(proof(numbered()), "通报.pdf"))
    (choice,) = (row for row in told["rows"] if row["id"] == "G-74")

    assert told["house"] == {"name": "青禾县公文格式", "departures": ["页码位置 外侧 → 居中（7.5，规定）"]}
    assert (choice["verdict"], choice["house"]) == (
        "不符合",
        {"required": "居中", "found": "居中", "verdict": "符合"},
    )
    assert "<th>按本单位格式</th>" in proof_html(proof(numbered()), "通报.pdf")


def test_a_file_fails_by_the_office_s_format_where_one_is_given() -> None:
    sound = replace(numbered(), page_numbers=(folio(1),), fonts=(Font("FangSong", is_embedded=True),))

    assert not prove(sound, GBT9704).fails()
    assert proof(sound).fails()


def test_no_format_no_word_of_it() -> None:
    plain = prove(docx(paragraph(Element.BODY, "坚持把整改", spans=(Span("坚持把整改", "仿宋", 16.0),))), GBT9704)

    assert "本单位格式" not in proof_text(plain, "某.docx") + proof_html(plain, "某.docx")
