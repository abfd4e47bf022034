"""PDFs that ask for more than an official document can need are refused in good time."""

from itertools import count

import pytest

from bulletin_gen.errors import ReadError
from bulletin_gen.proof.pdf import apart, measure_pdf
from bulletin_gen.proof.pdf.apart import Bounds, measure_apart
from drawn_pdf import ordinary

TIGHT = Bounds(seconds=1.0, memory=300_000_000, clock=20.0)


def numbered(*objects: str) -> bytes:
    """Return a PDF of these objects; the first is the catalogue."""
    parts = [f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(objects, start=1)]
    return f"%PDF-1.4\n{''.join(parts)}trailer << /Root 1 0 R /Size {len(parts) + 1} >>\n%%EOF\n".encode()


def stream(content: str, entries: str = "") -> str:
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


def nested_forms(depth: int = 12) -> bytes:
    """Each form draws the next one ten times."""
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /XObject << /X 5 0 R >> >> >>"
    )
    forms = [
        stream(
            "/X Do " * 10, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {at} 0 R >> >>"
        )
        for at in range(6, 6 + depth)
    ]
    last = stream("0 0 m 9 9 l S", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    kids = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return numbered("<< /Type /Catalog /Pages 2 0 R >>", kids, page, stream("/X Do"), *forms, last)


def wide_range() -> bytes:
    """A face that gives a width to a thousand million glyphs."""
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    below = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
        "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /A >> /W [0 1000000000 500] >>"
    )
    kids = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return numbered("<< /Type /Catalog /Pages 2 0 R >>", kids, page, stream("BT /F 9 Tf <0001> Tj ET"), font, below)


@pytest.mark.parametrize("bomb", [nested_forms(), wide_range()], ids=["forms", "widths"])
def test_a_bomb_is_refused_in_good_time(bomb: bytes) -> None:
    with pytest.raises(ReadError, match="不像一份公文"):
        measure_apart(bomb, "某.pdf", TIGHT)


def test_what_takes_too_long_by_the_clock_is_refused() -> None:
    with pytest.raises(ReadError, match="不像一份公文"):
        measure_apart(nested_forms(), "某.pdf", Bounds(clock=0.5))


def test_a_sound_file_is_measured_as_in_this_process() -> None:
    source = ordinary(3)

    assert measure_apart(source, "某.pdf") == measure_pdf(source)


def test_what_is_no_pdf_is_refused_in_the_same_words() -> None:
    with pytest.raises(ReadError, match=r"^某\.pdf：这不是 PDF 文件"):
        measure_apart(b"PK", "某.pdf")


def test_what_the_process_that_asks_has_held_itself_does_not_count() -> None:
    held = bytearray(b"x") * 350_000_000

    assert measure_apart(ordinary(1), "某.pdf", TIGHT).pages
    del held


def test_a_pdf_is_not_measured_without_bounds_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.sys, "executable", "/no/such/python")

    with pytest.raises(ReadError, match="读 PDF 的程序无法启动"):
        measure_apart(ordinary(1), "某.pdf")


@pytest.mark.parametrize(("attribute", "value"), [("frozen", True), ("executable", "")])
def test_a_program_without_an_interpreter_refuses_what_it_cannot_bound(
    attribute: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart.sys, attribute, value, raising=False)

    with pytest.raises(ReadError, match=r"^某\.pdf：打包成单个程序的 bulletin-gen 不能读 PDF；请核对原来的 DOCX"):
        measure_apart(ordinary(1), "某.pdf")


@pytest.mark.parametrize(("seconds", "slowness"), [(0.001, 1.0), (0.01, 1.0), (0.04, 4.0), (9.0, 8.0)])
def test_a_slower_machine_is_given_more_time_within_reason(
    seconds: float, slowness: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count(0.0, seconds)
    monkeypatch.setattr(apart, "process_time", lambda: next(clock))

    assert apart._slowness() == pytest.approx(slowness)


def test_a_process_that_breaks_off_is_not_said_to_want_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_CHILD", "raise LookupError('no such module')")

    with pytest.raises(ReadError, match="程序中断了（退出码 1：LookupError: no such module）"):
        measure_apart(ordinary(1), "某.pdf")
