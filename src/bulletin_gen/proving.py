"""A finished file, or a bulletin as it would be set, against GB/T 9704-2012 clause by clause."""

from pathlib import PurePath

from bulletin_gen.composing import compose
from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.proof.prove import Proof, prove
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import Where


def prove_file(source: bytes, file: str, form: OutputForm | None = None) -> Proof:
    """Return the proof of a DOCX or PDF, told apart by the name `file`.

    `form` None takes a file with a 版头 or 版记 for issued, others for published. Raises ReadError when the file is
    of another kind, is damaged, or is not safe to read.
    """
    match PurePath(file).suffix.lower():
        case ".docx":
            from bulletin_gen.proof.docx import measure_docx

            return prove(measure_docx(source, file), GBT9704, form)
        case ".pdf":
            from bulletin_gen.proof.pdf import measure_pdf

            return prove(measure_pdf(source, file), GBT9704, form)
    raise ReadError(Problem("只能核对 .docx、.pdf 文件和通报（.yaml）", "旧格式的文件请先另存为 docx", Where(file)))


def prove_bulletin(
    spec: Spec | Bulletin,
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    form: OutputForm | None = None,
) -> Proof:
    """Return the proof of the pages that a bulletin makes in `style`, by the standard and not by that style.

    `fonts` None takes what this machine has; `form` None the bulletin's own. Raises SpecError where a text cannot
    be decided, FontError where a face or a character is missing.
    """
    from bulletin_gen.proof.pages import measure_pages

    pages = lay_out(compose(spec), style, fonts or find_fonts(style))
    return prove(measure_pages(pages), GBT9704, form or as_spec(spec).bulletin.form)
