"""What several clauses ask of a paragraph's look: face and size, and the faults in words."""

from collections.abc import Iterable, Iterator

from bulletin_gen.proof.face_names import Fit, fit, shown
from bulletin_gen.proof.measured import Paragraph, Span
from bulletin_gen.proof.outcome import Outcome, judged, unmeasured
from bulletin_gen.proof.requirement import Case
from bulletin_gen.style import FaceRole, TextRole, TextStyle
from bulletin_gen.text.chars import is_han


def han_spans(paragraph: Paragraph, until: int | None = None) -> Iterator[Span]:
    """Yield the spans with Chinese characters; `until` is where in the text to stop."""
    at = 0
    for span in paragraph.spans:
        if until is not None and at >= until:
            return
        if any(map(is_han, span.text)):
            yield span
        at += len(span.text)


def heading_end(paragraph: Paragraph) -> int:
    """Return where in the text a heading ends: after its first full stop, or with the paragraph."""
    at = paragraph.flat.find("。")
    return len(paragraph.flat) if at < 0 else at + 1


def after_heading(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the spans with Chinese characters after a heading that runs on into its paragraph."""
    end, at = heading_end(paragraph), 0
    for span in paragraph.spans:
        at += len(span.text)
        if at > end and any(map(is_han, span.text)):
            yield span


def face_faults(case: Case, paragraph: Paragraph, spans: Iterable[Span], wanted: TextStyle) -> Iterator[str]:
    """Yield what is wrong with the face or size of spans."""
    for span in spans:
        if span.face is not None and fit_of(case, span.face, wanted.face) is Fit.OTHER:
            yield f"{paragraph.quoted()}为{shown(span.face)}"
        if not case.is_size(span.size_pt, wanted.size_pt):
            yield f"{paragraph.quoted()}为{span.size_pt:g}磅"


def look(case: Case, paragraphs: Iterable[Paragraph], role: TextRole) -> Outcome:
    """Judge paragraphs by the face and size of one role."""
    wanted = case.style.text[role]
    paragraphs = list(paragraphs)
    spans = [(paragraph, span) for paragraph in paragraphs for span in han_spans(paragraph)]
    faults = [fault for one, span in spans for fault in face_faults(case, one, [span], wanted)]
    if not faults and any(span.face is None for _, span in spans):
        return unmeasured("文件没有写明字体，" + ("由打开它的计算机决定" if case.is_flowing else "须看印出的页面"))
    return judged(faults, said_faces(span for _, span in spans) or f"{wanted.face} {wanted.size_pt:g}磅")


def said_faces(spans: Iterable[Span]) -> str:
    """Return faces and sizes for show: 仿宋_GB2312 16磅."""
    return "、".join(dict.fromkeys(f"{shown(span.face)} {span.size_pt:g}磅" for span in spans if span.face))


def is_face(case: Case, span: Span, role: FaceRole) -> bool:
    return span.face is not None and fit_of(case, span.face, role) is not Fit.OTHER


def fit_of(case: Case, face: str, role: FaceRole) -> Fit:
    """Return how well a face serves as one of a kind, in the style that is judged by."""
    return fit(face, role, case.style.face_names[role])
