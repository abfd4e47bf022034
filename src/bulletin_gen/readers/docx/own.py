"""An opened DOCX in; whether this program wrote it, and how its pages are marked as a draft, out."""

from collections.abc import Iterator

from bulletin_gen.composing.official import draft
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.printed_dates import as_data, comes_back
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.style import TextRole
from bulletin_gen.text.chars import STOPS

_PARTING = "\u3000"
_LEAST_STYLES = 3
_OWN_STYLES = frozenset([TextRole.TITLE, TextRole.BODY, TextRole.SIGNATURE, TextRole.ISSUE_DATE, TextRole.RECIPIENTS])


def is_own(opened: WordFile) -> bool:
    """Did this program write the file, whoever saved it later? Its text is in our styles."""
    used = {paragraph.format.style.name for paragraph in opened.body.paragraphs if paragraph.says.strip()}
    return len(used & _OWN_STYLES) >= _LEAST_STYLES


def draft_mark(opened: WordFile) -> str:
    """Return what a draft of ours says at the head of each page; nothing where it is none."""
    paragraphs = (paragraph for header in opened.headers for paragraph in header.paragraphs)
    marks = (paragraph.says.strip() for paragraph in paragraphs if paragraph.format.style.name == TextRole.DRAFT_MARK)
    return next(filter(None, marks), "")


def with_stage(bulletin: Bulletin, mark: str) -> Bulletin:
    """Return a bulletin whose pages are marked so; itself where no stage, version and day say that, as where a sentence
    stands there."""
    if not mark or set(mark) & STOPS:
        return bulletin
    return next((marked for marked in _candidates(bulletin, mark) if _mark_of(marked) == mark), bulletin)


def _candidates(bulletin: Bulletin, mark: str) -> Iterator[Bulletin]:
    _, *said = mark.split(_PARTING)
    for stage in Stage:
        if said and comes_back(said[-1]):
            version, day = _PARTING.join(said[:-1]), as_data(said[-1])
            yield bulletin.model_copy(update={"stage": stage, "version": version, "version_date": day})
        yield bulletin.model_copy(update={"stage": stage, "version": _PARTING.join(said)})


def _mark_of(bulletin: Bulletin) -> str:
    marked = draft(bulletin)
    return flat(marked.text) if marked else ""
