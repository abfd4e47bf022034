"""The ledgers of the examples as they are printed, and the table of opinions in all its formats."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

import bulletin_gen
from bulletin_gen.composing.ledger import compose_ledger
from bulletin_gen.errors import BulletinError
from bulletin_gen.readers.docx import docx_lines
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind
from judges import CHECKOUT, ooxml_errors, pdf_text
from printed_sheets import printed_sheet

LEDGERS = [
    path
    for path in sorted((CHECKOUT / "examples").rglob("*党*.yaml"))
    if "results:" in path.read_text(encoding="utf-8")
]
OPINION = Opinion(
    OpinionKind.CHANGED, "返回稿.docx", "县财政局", None, "二（一）3", "title", "已整改8次。", "已整改18次。"
)
OPINIONS = [
    replace(OPINION, handling=Handling.ADOPTED),
    replace(OPINION, author="县水务局", handling=Handling.DECLINED, reason="以台账为准。"),
]


def dense(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", LEDGERS, ids=lambda path: path.stem)
def test_a_ledger_is_printed_whole_and_no_cell_is_parted_by_a_page_end(path: Path, tmp_path: Path) -> None:
    spec = bulletin_gen.read_spec(path)

    printed = printed_sheet(bulletin_gen.render_ledger(spec).files["xlsx"], tmp_path)

    said = [text for page in printed.pages for text in page]
    issues = list(compose_ledger(spec).issues)
    texts = [dense(text) for issue in issues for text in (*issue.cells.values(), *issue.measures) if text]
    assert [text for text in texts if text not in said] == []
    assert printed.cut == []
    assert (round(printed.width), round(printed.height)) == (842, 595)


def test_what_is_still_to_be_filled_in_is_told_at_its_place() -> None:
    text = "issuer: {name: 某局}\nopening: 无\nresults:\n  issues:\n    - {problem: 甲, text: 整改【待补：次数】次。}\n"

    finding, _ = bulletin_gen.render_ledger(bulletin_gen.load_spec(text, "通报.yaml")).findings

    assert str(finding) == "警告：通报.yaml:5:7 results.issues[0]：还有 1 处待补内容：【待补：次数】；定稿前请补上"


def test_cells_that_were_left_empty_are_counted() -> None:
    issues = "[{problem: 甲, text: 乙, status: 已完成}, {problem: 丙, text: 丁, leader: 李某, status: 正在整改}]"
    spec = bulletin_gen.load_spec(f"issuer: {{name: 某局}}\nopening: 无\nresults: {{issues: {issues}}}\n")

    (finding,) = bulletin_gen.render_ledger(spec).findings

    assert str(finding) == (
        "提示：台账里空着：责任单位（2个问题）、责任领导（1个问题）、完成时限（2个问题）；请在通报里补上，或直接填在表里"
    )


def test_the_table_of_opinions_says_the_same_in_every_format(tmp_path: Path) -> None:
    made = bulletin_gen.write_opinions(OPINIONS, bulletin_gen.OPINION_FORMATS)
    for name, content in made.files.items():
        (tmp_path / f"表.{name}").write_bytes(content)
    page = load_workbook(BytesIO(made.files["xlsx"])).active
    assert page is not None

    said = {
        "html": dense(made.files["html"].decode()),
        "pdf": dense(pdf_text(tmp_path / "表.pdf")),
        "xlsx": dense("".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None)),
        "docx": dense("".join(line.text for line in docx_lines(made.files["docx"]).lines)),
    }

    assert list(made.files) == list(bulletin_gen.OPINION_FORMATS)
    for text in said.values():
        assert "共收到2条意见，采纳1条，部分采纳0条，未采纳1条。" in text
        assert "以台账为准。" in text


def test_it_lies_across_and_is_valid(tmp_path: Path) -> None:
    target = tmp_path / "表.docx"
    target.write_bytes(bulletin_gen.write_opinions(OPINIONS, ["docx"]).files["docx"])

    assert ooxml_errors(target, "Microsoft365") == []
    assert ooxml_errors(target, "Office2010") == []


def test_the_same_opinions_give_the_same_bytes() -> None:
    first, second = (bulletin_gen.write_opinions(OPINIONS, ["docx", "xlsx", "html"]).files for _ in range(2))

    assert first == second


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(BulletinError, match="没有“odt”这种格式；可用：docx、xlsx、pdf、html"):
        bulletin_gen.write_opinions(OPINIONS, ["odt"])
