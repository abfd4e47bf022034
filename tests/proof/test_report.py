"""A proof as text, JSON and HTML."""

import json

import pytest

from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.prove import Proof, prove
from bulletin_gen.proof.report.html import proof_html
from bulletin_gen.proof.report.json import proof_json
from bulletin_gen.proof.report.text import proof_text
from bulletin_gen.proof.requirements import REQUIREMENTS
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from damage import in_section, sound_document


@pytest.fixture(scope="module")
def proof() -> Proof:
    spoiled = in_section("pgMar", top=1701)(write_docx(sound_document(), GBT9704))
    return prove(measure_docx(spoiled), GBT9704)


def test_every_clause_can_say_what_it_asks() -> None:
    assert all("{" not in one.asks(GBT9704) for one in REQUIREMENTS)


def test_text_puts_what_is_wrong_first(proof: Proof) -> None:
    lines = proof_text(proof, "某.docx").splitlines()

    assert lines[0] == "某.docx：按 GB/T 9704-2012 逐条核对（DOCX 文件，按公布稿）"
    assert lines[1].startswith("不符合 1 条（规定 1），需人工核对 ")
    assert lines[3:7] == [
        "不符合 1 条",
        "  G-02  天头（5.2.1，规定）",
        "        要求：上白边 37±1 mm",
        "        实际：第1节 30.0 mm",
    ]


def test_json_has_a_row_for_every_clause(proof: Proof) -> None:
    told = json.loads(proof_json(proof, "某.docx"))

    assert list(told) == [
        "file",
        "kind",
        "form",
        "format",
        "conforms",
        "remarks",
        "summary",
        "breaks_by_strength",
        "house",
        "rows",
        "places",
        "pages",
    ]
    assert told["conforms"] is False
    assert told["breaks_by_strength"] == {"规定": 1, "一般": 0, "推荐": 0, "惯例": 0}
    assert len(told["rows"]) == len(REQUIREMENTS) == sum(told["summary"].values())
    assert told["rows"][1] == {
        "id": "G-02",
        "clause": "5.2.1",
        "element": "天头",
        "required": "上白边 37±1 mm",
        "found": "第1节 30.0 mm",
        "verdict": "不符合",
        "strength": "规定",
        "house": None,
    }


def test_html_needs_nothing_else_and_runs_nothing(proof: Proof) -> None:
    page = proof_html(proof, "<某>.docx")

    assert "&lt;某&gt;.docx" in page
    assert not [word for word in ("<script", "src=", "href=", "http", "@import", "url(") if word in page]
    assert page.count("<tr") == 1 + len(REQUIREMENTS)
