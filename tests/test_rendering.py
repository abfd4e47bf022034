"""A bulletin as bytes in every format, with what there is to know of its fonts."""

import dataclasses
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import judges
from bulletin_gen.checks.office import Office
from bulletin_gen.errors import BulletinError, CheckError, FontError, SpecError
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.finding import Severity
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.printing import FORMATS, Rendered
from bulletin_gen.rendering import render, render_approval
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704
from bulletin_gen.where import Where
from bulletin_gen.writers import Packing
from make_fonts import make_font

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
SPEC = """\
issuer: {name: 中共青溪镇委员会}
opening: 关于整改情况的通报。
organisation: 整改情况。
"""
FIRST_BYTES = {"docx": b"PK\x03\x04", "pdf": b"%PDF-", "txt": "中共".encode()}


def rendered(text: str = SPEC, formats: tuple[str, ...] = ("docx", "pdf"), fonts: FontSet | None = None) -> Rendered:
    return render(load_spec(text, "通报.yaml"), formats, fonts=fonts)


def test_every_format_is_what_it_says() -> None:
    files = rendered(formats=FORMATS).files

    assert {name: files[name].startswith(start) for name, start in FIRST_BYTES.items()} == dict.fromkeys(FORMATS, True)


def test_files_come_in_the_order_asked_for() -> None:
    assert list(rendered(formats=("txt", "docx")).files) == ["txt", "docx"]


def test_only_a_pdf_has_pages_and_fonts_to_tell_of() -> None:
    assert rendered(formats=("docx", "txt")) == Rendered(rendered(formats=("docx", "txt")).files, (), None)
    assert rendered().pages == 1


def test_an_unknown_format_is_the_callers_mistake() -> None:
    with pytest.raises(BulletinError) as caught:
        rendered(formats=("docx", "doc", "html"))

    assert str(caught.value).splitlines() == [
        "formats[1]：没有“doc”这种格式；可用：docx、pdf、txt",
        "formats[2]：没有“html”这种格式；可用：docx、pdf、txt",
    ]


def test_a_bare_bulletin_is_rendered_like_its_spec() -> None:
    spec = load_spec(SPEC)

    assert render(spec.bulletin, FORMATS) == render(spec, FORMATS)
    assert render_approval(spec.bulletin, FORMATS) == render_approval(spec, FORMATS)


def test_a_substitute_face_is_told(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "仿宋_GB2312", extra_chars(SPEC))
    fonts = find_fonts(GBT9704, [tmp_path], system=False)

    found = [finding.message for finding in rendered(fonts=fonts).findings]

    assert any(message.startswith("小标宋：没有找到 方正小标宋简体") for message in found)
    assert not any(message.startswith("仿宋：") for message in found)


def extra_chars(text: str) -> str:
    return "".join(sorted(set(text) | set("的一国，。0123456789Aa"))).replace("\n", "")


def test_a_character_that_no_face_has_is_named_with_its_place() -> None:
    with pytest.raises(FontError) as caught:
        rendered(SPEC.replace("整改情况。\n", "整改\U00031000情况。\n"))

    (problem,) = caught.value.problems
    assert problem.message == "没有字体收有 \U00031000（U+31000）"
    assert problem.where == Where("通报.yaml", 3, 15, "organisation.text")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_spec_gives_the_same_bytes(example: Path) -> None:
    spec = read_spec(example)

    assert render(spec, FORMATS) == render(spec, FORMATS)


def test_a_pdf_packed_fast_shows_the_same_text_and_the_docx_is_the_same(tmp_path: Path) -> None:
    judges.require_isal()
    portable, fast = (render(load_spec(SPEC), packing=packing) for packing in Packing)
    paths = [tmp_path / "portable.pdf", tmp_path / "fast.pdf"]
    for path, made in zip(paths, (portable, fast), strict=True):
        path.write_bytes(made.files["pdf"])

    assert portable.files["pdf"] != fast.files["pdf"]
    assert judges.pdf_text(paths[0]) == judges.pdf_text(paths[1])
    assert judges.qpdf_problems(paths[1]) == []
    assert dataclasses.replace(fast, files=portable.files) == portable
    assert portable.files["docx"] == fast.files["docx"]


def test_a_style_of_ones_own_is_kept_to() -> None:
    wide = dataclasses.replace(GBT9704, page=dataclasses.replace(GBT9704.page, width_mm=297.0))

    assert b"/MediaBox [ 0 0 841" in render(load_spec(SPEC), ("pdf",), wide).files["pdf"]


OFFICIAL = SPEC + "form: issued\ncolophon: {printing_office: 青溪镇党政办公室, on_even_page: 是}\n"


@pytest.mark.parametrize(
    ("rows", "on_its_own", "after_blank"),
    [(1, True, False), (25, False, False), (39, True, True)],
    ids=["on the next page", "on the text's own", "after a blank one"],
)
def test_a_colophon_for_an_even_page_is_put_there_in_the_docx(rows: int, on_its_own: bool, after_blank: bool) -> None:
    text = "".join(f"      第{row}段。\n" for row in range(rows))
    spec = OFFICIAL.replace("organisation: 整改情况。\n", f"organisation:\n  text: |\n{text}")
    with zipfile.ZipFile(io.BytesIO(rendered(spec, ("docx",)).files["docx"])) as package:
        document, names = package.read("word/document.xml").decode(), package.namelist()

    assert ('<w:type w:val="evenPage"/>' in document) is on_its_own
    assert ("word/footer-blank.xml" in names) is after_blank


def test_a_draft_s_placeholders_are_warned_of_block_by_block() -> None:
    findings = rendered(SPEC + "stage: draft\nnext_steps: 开会【待补】次，【待补】人。\n", ("docx",)).findings

    assert [(finding.rule, finding.message) for finding in findings] == [
        ("draft/placeholder", "还有 2 处待补内容：【待补】")
    ]


EARLY = SPEC + "inspection: {deployed_by: 县委, feedback: {date: 2025-05-28}}\nissue_date: 2025-05-01\n"


def test_what_contradicts_itself_is_told() -> None:
    assert "spec/dates" in [finding.rule for finding in rendered(EARLY, ("txt",)).findings]


@pytest.mark.parametrize("made", [render, render_approval])
def test_a_final_text_that_contradicts_itself_is_refused(made: Callable[..., Rendered]) -> None:
    with pytest.raises(SpecError, match="成文日期（2025年5月1日）早于反馈日期（2025年5月28日）"):
        made(load_spec(EARLY + "stage: final\n"), ("txt",))


REMARKED = SPEC.replace("整改情况。\n", "修订甲、等制度。\n", 1)


def test_what_an_editor_would_say_of_the_text_is_handed_on() -> None:
    made = render(load_spec(REMARKED, "通报.yaml"), ["txt"])

    assert made.findings == ()
    assert [str(finding.where) for finding in made.remarks] == ["通报.yaml:3:18 organisation"]


def test_unchecked_nothing_is_said_and_a_final_is_made_all_the_same() -> None:
    made = render(load_spec(EARLY + "stage: final\n"), ["txt"], office=None)

    assert (made.findings, made.remarks) == ((), ())


def test_an_office_decides_what_stops_a_final() -> None:
    strict = Office(levels={"marks": Severity.ERROR})
    spec = load_spec(REMARKED + "stage: final\n")

    assert render(spec, ["txt"]).remarks
    for made in (render, render_approval):
        with pytest.raises(CheckError):
            made(spec, ["txt"], office=strict)
