"""附件说明, counted in characters from the left edge of the text area."""

from blocks import AttachmentNote
from bulletin_gen.placing.note import note_indents
from small_pages import small_style

STYLE = small_style(columns=28, rows=22)


def indents(titles: list[str]) -> tuple[float, ...]:
    found = note_indents(AttachmentNote(titles).entries, STYLE)
    return tuple(indent / STYLE.cell_pt for indent in (found.label_pt, found.number_pt, found.title_pt))


def test_a_single_attachment_has_no_number() -> None:
    assert indents(["台账"]) == (2, 5, 5)


def test_several_are_numbered_under_one_label() -> None:
    assert indents(["台账", "名单"]) == (2, 5, 6)


def test_the_titles_leave_room_for_the_longest_number() -> None:
    assert indents(["名单"] * 10) == (2, 5, 6.5)
