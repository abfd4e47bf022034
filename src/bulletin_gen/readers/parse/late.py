"""A bulletin in; the days that its texts tell of (截至2024年5月底) and that come after its own date, out."""

from collections.abc import Iterator
from datetime import date

from bulletin_gen.readers.parse.main_text import AS_OF
from bulletin_gen.readers.parse.texts import texts_in
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.text.dates import read_date


def late_days(bulletin: Bulletin) -> Iterator[str]:
    """Yield what is to be said of each day to which a text tells the progress, and which comes after 成文日期."""
    issued = read_date(bulletin.issue_date) if bulletin.issue_date else None
    if issued is None or issued.day is None:
        return
    for text in texts_in(bulletin.model_dump()):
        for match in AS_OF.finditer(text):
            told = _read(match[1])
            if told is not None and told > issued.day:
                yield f"“{match[0].rstrip('，')}”晚于成文日期（{issued.text}）"


def _read(printed: str) -> date | None:
    try:
        return read_date(printed).day
    except ValueError:
        return None
