"""What all documents of a style have in common is made once, and no document changes it."""

from dataclasses import replace

from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers import Numbering
from bulletin_gen.writers.docx.base import Base, base_of
from bulletin_gen.writers.docx.write import write_docx
from bulletin_gen.writers.docx.xml import as_text
from issued import ISSUED


def with_rows_below_title(rows: int) -> Style:
    return replace(GBT9704, paragraph=replace(GBT9704.paragraph, rows_below_title=rows))


def base(style: Style) -> Base:
    return base_of(style, has_page_numbers=True)


def test_equal_styles_have_one() -> None:
    assert base(with_rows_below_title(3)) is base(with_rows_below_title(3))


def test_a_document_without_page_numbers_has_another() -> None:
    numbered, bare = base(GBT9704), base_of(GBT9704, has_page_numbers=False)

    assert numbered.members["word/footer-odd.xml"] != bare.members["word/footer-odd.xml"]


def test_many_styles_are_not_kept_for_ever() -> None:
    first = base(with_rows_below_title(11))
    for rows in range(12, 20):
        base(with_rows_below_title(rows))

    assert base(with_rows_below_title(11)) is not first


def test_a_document_leaves_it_as_it_was() -> None:
    shared = base(GBT9704)
    roots = (shared.upright, shared.turned, shared.styles)
    before = list(map(as_text, roots))
    write_docx(ISSUED, GBT9704, Numbering.LIVE)

    assert list(map(as_text, roots)) == before
