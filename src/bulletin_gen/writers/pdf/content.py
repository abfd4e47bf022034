"""The operators that draw one page."""

from collections.abc import Iterator, Mapping

from bulletin_gen.layout.page import Page
from bulletin_gen.writers.pdf.embed import EmbeddedFace


def number(value: float) -> str:
    """Return a number as PDF has it, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def page_content(page: Page, height: float, faces: Mapping[str, EmbeddedFace]) -> bytes:
    """Return the content stream of a page: its lines from the top down, then the page number, in black."""
    return "\n".join(["0 g BT", *_runs(page, height, faces), "ET\n"]).encode("ascii")


def _runs(page: Page, height: float, faces: Mapping[str, EmbeddedFace]) -> Iterator[str]:
    """Yield the operators of each run; face, size and spacing only where they change."""
    font, spacing = "", "0"
    for line in (*page.lines, page.footer):
        y = number(height - line.baseline)
        for run in line.runs:
            face = faces[run.face]
            if (wanted := f"{face.resource} {number(run.size)} Tf") != font:
                font = wanted
                yield font
            if (wanted := number(run.spacing)) != spacing:
                spacing = wanted
                yield f"{spacing} Tc"
            yield f"1 0 0 1 {number(run.x)} {y} Tm {_show(run.text, face)}"


def _show(text: str, face: EmbeddedFace) -> str:
    """Return the operators that show `text`.

    A glyph has one meaning in a face; where it stands for another character too, such as the radical ⼀ for 一,
    the text drawn says so itself.
    """
    if face.second_meanings.isdisjoint(text):
        return f"<{text.translate(face.codes)}> Tj"
    return " ".join(_show_char(char, face) for char in text)


def _show_char(char: str, face: EmbeddedFace) -> str:
    shown = f"<{char.translate(face.codes)}> Tj"
    if char not in face.second_meanings:
        return shown
    return f"/Span <</ActualText <FEFF{char.encode('utf-16-be').hex()}>>> BDC {shown} EMC"
