"""A DOCX that this program wrote is known again, and so is the stage of a draft that its pages tell."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.spec.sign_off import Stage
from judges import CHECKOUT
from small_docx import p, small_docx
from word_saves import as_word_saves, as_wps_saves

EXAMPLES = sorted((CHECKOUT / "examples").rglob("*党*.yaml"))
TEXT = (CHECKOUT / "examples" / "云岭镇党委.yaml").read_text(encoding="utf-8")
OFFICE_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="{name}"/></w:style>'
    for number, name in enumerate(["公文标题", "公文正文"])
)


def docx_of(text: str) -> bytes:
    return bulletin_gen.write_docx(bulletin_gen.compose(bulletin_gen.load_spec(text)), bulletin_gen.GBT9704)


def staged(**fields: str) -> str:
    return TEXT + "".join(f"\n{key}: {value}\n" for key, value in fields.items())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_ours_whoever_saved_it(path: Path) -> None:
    source = docx_of(path.read_text(encoding="utf-8"))

    assert all(read_docx(saved).is_own for saved in (source, as_word_saves(source), as_wps_saves(source)))


def test_an_office_that_calls_its_styles_alike_is_not_taken_for_us() -> None:
    title = p("中共青溪镇委员会关于巡察整改情况的通报", properties='<w:pStyle w:val="s0"/>')

    assert not read_docx(
        small_docx(title + p("正文。", properties='<w:pStyle w:val="s1"/>'), styles=OFFICE_STYLES)
    ).is_own


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"stage": "draft"}, (Stage.DRAFT, "", None)),
        ({"stage": "comments", "version": "第2稿"}, (Stage.COMMENTS, "第2稿", None)),
        ({"stage": "comments", "version_date": "2025-07-01"}, (Stage.COMMENTS, "", "2025-07-01")),
        ({"stage": "draft", "version": "会签第3稿", "version_date": "7月"}, (Stage.DRAFT, "会签第3稿", "7月")),
        ({}, (None, "", None)),
    ],
)
def test_the_stage_of_a_draft_comes_back(
    fields: dict[str, str], expected: tuple[Stage | None, str, str | None]
) -> None:
    reading = read_docx(docx_of(staged(**fields)))

    bulletin = reading.bulletin
    assert (bulletin.stage, bulletin.version, bulletin.version_date) == expected
    assert ("稿别" in reading.typed) == bool(fields)
    assert not [finding for finding in reading.findings if "页眉" in finding.message]


def test_the_legend_of_a_redline_is_no_stage() -> None:
    old = bulletin_gen.load_spec(staged(stage="comments"))
    made = bulletin_gen.write_comparison(bulletin_gen.compare(old, old, "核稿"), ("旧稿", "新稿"), ["docx"])
    reading = read_docx(made.files["花脸稿", "docx"])

    assert reading.bulletin.stage is None
    assert [finding.message for finding in reading.findings if "页眉" in finding.message]
