"""Chinese rectification bulletins (整改情况通报) from typed data, as DOCX and PDF in the format of GB/T 9704-2012.

    bulletin, places = bulletin_gen.read_spec("通报.yaml")
    rendered = bulletin_gen.render(bulletin, places)
    bulletin_gen.write_files({Path(f"通报.{suffix}"): content for suffix, content in rendered.files.items()})

Names are imported when they are first used: a name costs nothing until then.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bulletin_gen.composing import compose as compose
    from bulletin_gen.document import Document as Document
    from bulletin_gen.document import plain_text as plain_text
    from bulletin_gen.errors import BulletinError as BulletinError
    from bulletin_gen.errors import FontError as FontError
    from bulletin_gen.errors import Problem as Problem
    from bulletin_gen.errors import ReadError as ReadError
    from bulletin_gen.errors import SpecError as SpecError
    from bulletin_gen.errors import WriteError as WriteError
    from bulletin_gen.files import read_profile as read_profile
    from bulletin_gen.files import read_spec as read_spec
    from bulletin_gen.files import read_starter as read_starter
    from bulletin_gen.files import write_files as write_files
    from bulletin_gen.files import write_new as write_new
    from bulletin_gen.files.finished import read_finished as read_finished
    from bulletin_gen.files.incoming import read_bulletin as read_bulletin
    from bulletin_gen.finding import Finding as Finding
    from bulletin_gen.finding import Severity as Severity
    from bulletin_gen.fonts import Choice as Choice
    from bulletin_gen.fonts import FontSet as FontSet
    from bulletin_gen.fonts import find_fonts as find_fonts
    from bulletin_gen.layout import lay_out as lay_out
    from bulletin_gen.ooxml.revisions import Revisions as Revisions
    from bulletin_gen.pages import Pages as Pages
    from bulletin_gen.profile import Departure as Departure
    from bulletin_gen.profile import Profile as Profile
    from bulletin_gen.profile import apply_profile as apply_profile
    from bulletin_gen.profile import departure_findings as departure_findings
    from bulletin_gen.profile import departures as departures
    from bulletin_gen.profile import load_profile as load_profile
    from bulletin_gen.proof.outcome import Verdict as Verdict
    from bulletin_gen.proof.prove import Proof as Proof
    from bulletin_gen.proof.report.html import proof_html as proof_html
    from bulletin_gen.proof.report.json import proof_json as proof_json
    from bulletin_gen.proof.report.text import proof_text as proof_text
    from bulletin_gen.proving import prove_bulletin as prove_bulletin
    from bulletin_gen.proving import prove_file as prove_file
    from bulletin_gen.readers.docx import read_docx as read_docx
    from bulletin_gen.readers.notes import notes_on as notes_on
    from bulletin_gen.readers.reading import Reading as Reading
    from bulletin_gen.readers.text import read_text as read_text
    from bulletin_gen.rendering import FORMATS as FORMATS
    from bulletin_gen.rendering import Rendered as Rendered
    from bulletin_gen.rendering import render as render
    from bulletin_gen.rendering import render_approval as render_approval
    from bulletin_gen.spec.decode import MAX_SPEC_BYTES as MAX_SPEC_BYTES
    from bulletin_gen.spec.dump import dump_spec as dump_spec
    from bulletin_gen.spec.load import load_spec as load_spec
    from bulletin_gen.spec.model import Bulletin as Bulletin
    from bulletin_gen.spec.official import OutputForm as OutputForm
    from bulletin_gen.style import GBT9704 as GBT9704
    from bulletin_gen.style import FaceRole as FaceRole
    from bulletin_gen.style import Style as Style
    from bulletin_gen.where import NOWHERE as NOWHERE
    from bulletin_gen.where import Places as Places
    from bulletin_gen.where import Where as Where
    from bulletin_gen.writers import Numbering as Numbering
    from bulletin_gen.writers.docx import write_docx as write_docx
    from bulletin_gen.writers.pdf import write_pdf as write_pdf
    from bulletin_gen.writers.text import write_text as write_text

_HOMES = {
    "composing": ("compose",),
    "document": ("Document", "plain_text"),
    "errors": ("BulletinError", "FontError", "Problem", "ReadError", "SpecError", "WriteError"),
    "files": ("read_profile", "read_spec", "read_starter", "write_files", "write_new"),
    "files.finished": ("read_finished",),
    "files.incoming": ("read_bulletin",),
    "finding": ("Finding", "Severity"),
    "fonts": ("Choice", "FontSet", "find_fonts"),
    "layout": ("lay_out",),
    "pages": ("Pages",),
    "profile": ("Departure", "Profile", "apply_profile", "departure_findings", "departures", "load_profile"),
    "proof.outcome": ("Verdict",),
    "proof.prove": ("Proof",),
    "proof.report.html": ("proof_html",),
    "proof.report.json": ("proof_json",),
    "proof.report.text": ("proof_text",),
    "proving": ("prove_bulletin", "prove_file"),
    "readers.docx": ("read_docx",),
    "ooxml.revisions": ("Revisions",),
    "readers.notes": ("notes_on",),
    "readers.reading": ("Reading",),
    "readers.text": ("read_text",),
    "rendering": ("FORMATS", "Rendered", "render", "render_approval"),
    "spec.decode": ("MAX_SPEC_BYTES",),
    "spec.dump": ("dump_spec",),
    "spec.load": ("load_spec",),
    "spec.model": ("Bulletin",),
    "spec.official": ("OutputForm",),
    "style": ("GBT9704", "FaceRole", "Style"),
    "where": ("NOWHERE", "Places", "Where"),
    "writers": ("Numbering",),
    "writers.docx": ("write_docx",),
    "writers.pdf": ("write_pdf",),
    "writers.text": ("write_text",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [*sorted(_HOME_OF), "__version__"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("bulletin-gen")
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
