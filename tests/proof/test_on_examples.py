"""Every example, in every kind of file: no clause is broken; nor when another office has saved it."""

from pathlib import Path

import pytest

import bulletin_gen
import judges
from bulletin_gen import GBT9704
from bulletin_gen.element import Element
from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.pages import measure_pages
from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.proof.prove import prove
from bulletin_gen.spec.sign_off import OutputForm
from rendered import PUBLISHED, Rendered, render

ISSUED = sorted((judges.CHECKOUT / "examples" / "issued").glob("*.yaml"))
SHOWN_BY_OTHERS = [PUBLISHED[0], ISSUED[0]]


@pytest.fixture(scope="module", params=[*PUBLISHED, *ISSUED], ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return render(request.param, tmp_path_factory.mktemp("example"))


def broken(measured: Measured, form: OutputForm | None = None) -> dict[str, str]:
    return {row.id: row.found for row in prove(measured, GBT9704, form).rows if row.verdict is Verdict.BREAKS}


def form_of(example: Rendered) -> OutputForm:
    return OutputForm.ISSUED if example.source in ISSUED else OutputForm.PUBLISHED


def test_the_docx_breaks_no_clause(example: Rendered) -> None:
    assert broken(measure_docx(example.docx.read_bytes()), form_of(example)) == {}


def test_the_pdf_breaks_no_clause(example: Rendered) -> None:
    assert broken(measure_pdf(example.pdf.read_bytes()), form_of(example)) == {}


def test_the_pages_break_no_clause(example: Rendered) -> None:
    assert broken(measure_pages(example.pages), form_of(example)) == {}


def test_each_kind_of_file_shows_the_same_elements(example: Rendered) -> None:
    """Headings, signature, date and the rest are known in a PDF as they are in the DOCX; tables aside."""
    kinds = [
        measure_docx(example.docx.read_bytes()),
        measure_pdf(example.pdf.read_bytes()),
        measure_pages(example.pages),
    ]
    apart = (Element.TABLE, Element.ORGAN_MARK, Element.SIGNATURE, Element.OTHER, Element.ATTACHMENT)
    docx, pdf, pages = ([one.element for one in kind.paragraphs if one.element not in apart] for kind in kinds)

    assert docx == pdf == pages


@pytest.mark.parametrize("source", SHOWN_BY_OTHERS, ids=lambda path: path.stem)
def test_a_docx_that_libreoffice_saved_again_breaks_no_clause(source: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    saved = judges.libreoffice_docx(render(source, tmp_path).docx, again)

    assert broken(measure_docx(saved.read_bytes())) == {}


@pytest.mark.parametrize("source", SHOWN_BY_OTHERS, ids=lambda path: path.stem)
def test_in_libreoffices_pdf_only_the_face_that_stands_in_is_wrong(source: Path, tmp_path: Path) -> None:
    """The judge has no 小标宋, and shows it in a 宋体."""
    again = tmp_path / "again"
    again.mkdir()
    shown = judges.libreoffice_pdf(render(source, tmp_path).docx, again)

    assert set(broken(measure_pdf(shown.read_bytes()))) <= {"G-31", "N-04"}


@pytest.mark.parametrize("source", SHOWN_BY_OTHERS, ids=lambda path: path.stem)
def test_in_a_pdf_with_hanging_marks_and_parted_digits_nothing_prescribed_is_broken(
    source: Path, tmp_path: Path
) -> None:
    """As Word prints what nobody told to keep marks within the text and digits beside it."""
    again = tmp_path / "again"
    again.mkdir()
    shown = judges.libreoffice_pdf(render(source, tmp_path).docx, again, as_word=False)

    assert not prove(measure_pdf(shown.read_bytes()), GBT9704).fails()


def test_text_run_in_after_a_colon_may_lack_its_full_stop() -> None:
    """A measure whose author forgot the stop is no heading that should keep with the next paragraph."""
    spec = (
        "issuer: {name: 中共南屏县青溪镇委员会}\nopening: 现将整改情况通报如下：\nresults:\n  heading: 整改情况\n"
        "  issue_style: {label: ①, pattern: 对“…”问题的整改情况：, form: 接排}\n"
        "  issues:\n    - {problem: 监督缺位, text: 镇党委专题研究，指定专人负责日常监督}\n"
        "    - {problem: 学习不深, text: 已改进。}\n"
    )
    document = bulletin_gen.compose(bulletin_gen.load_spec(spec))

    assert "G-44" not in broken(measure_docx(bulletin_gen.write_docx(document, GBT9704)))
