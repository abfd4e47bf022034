"""A finished file, or a bulletin as it would be set, against GB/T 9704-2012 clause by clause."""

from pathlib import PurePath

from bulletin_gen.composing import compose
from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.profile import Profile, apply_profile, departures_by_clause
from bulletin_gen.proof.measured import Measured, Source
from bulletin_gen.proof.prove import House, Proof, prove
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import Where

_NO_TEXT = {
    Source.PDF: "这是扫描件，或文字已转成轮廓、没有编码：没有可核对的文字",
    Source.DOCX: "文件里没有可核对的文字",
}
_NO_TEXT_HINT = {
    Source.PDF: "请核对由 Word、WPS 直接导出的 PDF，或原来的 DOCX",
    Source.DOCX: "请检查是不是选错了文件；图片里的文字须人工核对",
}


def prove_file(source: bytes, file: str, form: OutputForm | None = None, profile: Profile | None = None) -> Proof:
    """Return the proof of a DOCX or PDF, told apart by the name `file`.

    `form` None takes a file with a 版头 or 版记 for issued, others for published. With a `profile` the proof tells
    apart what departs from the standard as the office's own format does. Raises ReadError when the file is of another
    kind, holds no text that can be judged, is damaged, or is not safe to read.
    """
    measured = _measure(source, file)
    if not measured.has_text:
        odd = next((said for frame in measured.frames for said in frame.oddities), "")
        message = f"{odd}，没有能按横排的行核对的文字" if odd else _NO_TEXT[measured.source]
        raise ReadError(Problem(message, _NO_TEXT_HINT[measured.source], Where(file)))
    return prove(measured, GBT9704, form, _house(profile))


def _house(profile: Profile | None) -> House | None:
    if profile is None:
        return None
    style = apply_profile(GBT9704, profile)
    return House(profile.name, style, tuple(departing.said for departing in departures_by_clause(style)))


def _measure(source: bytes, file: str) -> Measured:
    match PurePath(file).suffix.lower():
        case ".docx":
            from bulletin_gen.proof.docx import measure_docx

            return measure_docx(source, file)
        case ".pdf":
            from bulletin_gen.proof.pdf.apart import measure_apart

            return measure_apart(source, file)
    raise ReadError(Problem("只能核对 .docx、.pdf 文件和通报（.yaml）", "旧格式的文件请先另存为 docx", Where(file)))


def prove_bulletin(
    spec: Spec | Bulletin,
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    form: OutputForm | None = None,
    profile: Profile | None = None,
) -> Proof:
    """Return the proof of the pages that a bulletin makes in `style`, by the standard and not by that style.

    A `profile` is put upon the style, and the proof tells apart what departs from the standard for its sake. `fonts`
    None takes what this machine has; `form` None the bulletin's own. Raises SpecError where a text cannot be decided,
    FontError where a face or a character is missing.
    """
    from bulletin_gen.proof.pages import measure_pages

    if profile is not None:
        style = apply_profile(style, profile)
    pages = lay_out(compose(spec), style, fonts or find_fonts(style))
    return prove(measure_pages(pages), GBT9704, form or as_spec(spec).bulletin.form, _house(profile))
