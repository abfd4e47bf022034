"""PDFs that are no documents, or mean harm, are refused with a word to the author."""

import zlib

import pytest

from bulletin_gen.element import Element
from bulletin_gen.errors import ReadError
from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.proof.pdf.glyphs import MAX_UNPACKED


def pdf(content: bytes, page: bytes = b"", stream: bytes = b"") -> bytes:
    """Return a small PDF of one page with this content."""
    body = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R /Resources << /Font "
        b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> " + page + b" >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), stream, content),
    ]
    parts = [b"%PDF-1.4\n", *(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(body, 1))]
    return b"".join(parts) + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"


@pytest.mark.parametrize(
    "source", [b"", b"PK\3\4", b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 100, pdf(b"")[:120]], ids=range(5)
)
def test_what_is_no_pdf_is_refused(source: bytes) -> None:
    with pytest.raises(ReadError, match="PDF"):
        measure_pdf(source, "某.pdf")


def test_a_stream_that_unpacks_without_end_is_refused() -> None:
    bomb = zlib.compress(b" " * (MAX_UNPACKED + 1), 9)

    with pytest.raises(ReadError, match="过大"):
        measure_pdf(pdf(bomb, stream=b"/Filter /FlateDecode"))


def test_what_was_passed_over_is_told() -> None:
    measured = measure_pdf(pdf(b"BT /F1 16 Tf /wide Tc 100 700 Td (text) Tj ET"))

    assert measured.remarks == ("文件有损坏，略过 1 处",)


def test_an_empty_page_is_measured() -> None:
    measured = measure_pdf(pdf(b""))

    assert (len(measured.frames), measured.paragraphs) == (1, ())


def test_faces_that_are_not_embedded_are_known() -> None:
    (font,) = measure_pdf(pdf(b"BT /F1 16 Tf 100 700 Td (text) Tj ET")).fonts or ()

    assert (font.name, font.is_embedded) == ("Helvetica", False)


def test_a_line_drawn_or_filled_is_a_stroke() -> None:
    drawn = b"1 0 0 RG 1 w 79.37 500 m 521.57 500 l S"
    filled = b"0 g 79.37 99.5 442.2 0.7 re f"
    red, black = measure_pdf(pdf(drawn + b"\n" + filled)).strokes

    assert (red.is_red, round(red.width_mm or 0), round(red.thickness_mm or 0, 2)) == (True, 156, 0.35)
    assert (black.is_red, round(black.y_mm or 0), round(black.thickness_mm or 0, 2)) == (False, 262, 0.25)


def test_a_stroke_is_as_thick_as_it_is_drawn_on_a_scaled_page() -> None:
    (stroke,) = measure_pdf(pdf(b"0.1 0 0 0.1 0 0 cm 10 w 793.7 5000 m 5215.7 5000 l S")).strokes

    assert round(stroke.thickness_mm or 0, 2) == 0.35


def test_turned_text_is_left_out() -> None:
    measured = measure_pdf(pdf(b"BT /F1 16 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET"))

    assert measured.of(*Element) == []
