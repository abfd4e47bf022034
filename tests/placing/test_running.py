"""What of a paragraph is set wider, so that its last line does not hold one character alone."""

from unittest.mock import patch

import pytest

from blocks import Heading, Paragraph
from bulletin_gen.document import Document
from bulletin_gen.layout import lay_out, setter
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.line.strip import Loose
from bulletin_gen.placing.running import KnownMetrics, loose_stretch
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Comment, Commented, Deleted, Inserted, Plain, Text
from bulletin_gen.style import GBT9704, FaceRole, Style
from bulletin_gen.text.chars import is_lone
from small_pages import small_style

FIRST, LINE = 26, 28  # characters on the first line and on the others


def printed(text: str | Text, style: Style = GBT9704) -> list[str]:
    """Return the lines of a paragraph on our pages."""
    pages = lay_out(Document(Properties("", ""), (Paragraph(text),)), style, NominalMetrics())
    return [line.text for page in pages.pages for line in page.lines]


@pytest.mark.parametrize("end", ["字", "字。", "字”。"])
def test_a_character_alone_gets_the_one_before_it_for_company(end: str) -> None:
    text = "甲" * FIRST + "乙" * LINE + end

    assert loose_stretch(Paragraph(text), GBT9704) == Loose(FIRST, FIRST + LINE - 1, 0.1)
    assert printed(text) == ["甲" * FIRST, "乙" * (LINE - 1), f"乙{end}"]


def test_the_line_is_set_wider_by_what_keeps_faces_of_other_widths_from_ending_it_elsewhere() -> None:
    """Half a character's room is left after the line, and half a one lacks for what follows."""
    loose = loose_stretch(Paragraph("甲" * FIRST + "乙" * LINE + "字。"), GBT9704)
    assert loose is not None
    size = GBT9704.body_size_pt
    filled = (LINE - 1) * size + (LINE - 2) * loose.tracking
    spare = GBT9704.page.text_width_pt - filled

    assert size * 0.4 < spare < size * 0.6


class WideLatin(NominalMetrics):
    """Faces whose digits are as wide as Han characters."""

    def advance(self, role: FaceRole, char: str) -> int:
        return 1000


def asked(text: str, metrics: NominalMetrics, answer: Loose | None = None) -> list[str]:
    """Return the lines on our pages where they are told what is set wider, none where they do not ask for it."""
    with patch.object(setter, "loose_stretch", return_value=answer) as ask:
        pages = lay_out(Document(Properties("", ""), (Paragraph(text),)), GBT9704, metrics)
    return [line.text for page in pages.pages for line in page.lines] if ask.called else []


def test_pages_measure_again_only_what_has_glyphs_of_unusual_width() -> None:
    text = "甲" * FIRST + "乙" * LINE

    assert not asked(f"{text}字", NominalMetrics())
    assert not asked(f"{text}两字12", KnownMetrics(GBT9704.face_names[FaceRole.LATIN]))
    assert asked(f"{text}两字12", WideLatin())


def test_faces_of_unusual_width_are_set_wider_by_the_same() -> None:
    text = "12" + "甲" * (FIRST - 2) + "乙" * LINE + "丙丁"

    assert asked(text, WideLatin())[1] == "乙" * LINE
    assert asked(text, WideLatin(), Loose(FIRST, FIRST + LINE, 0.2))[1] == "乙" * (LINE - 1)


@pytest.mark.parametrize("end", ["两字", "两字。", ""])
def test_a_longer_last_line_leaves_all_as_it_is(end: str) -> None:
    assert loose_stretch(Paragraph("甲" * FIRST + "乙" * LINE + end), GBT9704) is None


def test_one_line_is_as_its_author_wants_it() -> None:
    assert loose_stretch(Paragraph("无"), GBT9704) is None


def test_of_two_lines_the_first_gives_one() -> None:
    assert printed("甲" * FIRST + "字。") == ["甲" * (FIRST - 1), "甲字。"]


def test_a_number_is_not_parted_from_its_unit() -> None:
    """16.5 characters fill the line up to the unit: it may not go down alone, and both are too wide."""
    assert loose_stretch(Paragraph("甲" * FIRST + "乙" * (LINE - 4) + "216.75万元。"), GBT9704) is None
    assert printed("甲" * FIRST + "乙" * (LINE - 2) + "57份。")[1:] == ["乙" * (LINE - 2), "57份。"]


def test_no_line_is_spread_too_far_for_it() -> None:
    assert loose_stretch(Paragraph("甲" * FIRST + "乙" * (LINE - 4) + "20240112号。"), GBT9704) is None


def test_a_heading_and_the_text_that_runs_on_from_it_count_as_one() -> None:
    heading = Heading(3, 2, "1.", "甲" * (FIRST - 2) + "。", "乙" * (LINE - 1) + "字。")
    loose = loose_stretch(heading, GBT9704)

    assert loose is not None
    assert (loose.start, loose.end) == (FIRST + 1, FIRST + LINE - 1)


@pytest.mark.parametrize("change", [Inserted, Deleted])
def test_under_review_lines_stay_as_they_fall(change: type[Inserted] | type[Deleted]) -> None:
    text = (Plain("甲" * FIRST + "乙" * LINE), change((Plain("字。"),), "张三"))

    assert loose_stretch(Paragraph(text), GBT9704) is None


def test_a_remark_changes_no_line() -> None:
    text = (Plain("甲" * FIRST + "乙" * LINE), Commented((Plain("字。"),), Comment("核对", "张三")))

    assert printed(text)[-1] == "乙字。"


def test_no_line_more_is_needed_for_it() -> None:
    style, parts = small_style(16, 99), ("甲乙丙", "12", "（丁）", "，", "戊己庚辛", "《壬》", "、")
    texts = [
        "".join(parts[at * step % len(parts)] for at in range(count)) for step in (1, 3) for count in range(2, 200)
    ]
    given = [text for text in texts if loose_stretch(Paragraph(text), style)]

    assert len(given) > 5
    assert [text for text in given if is_lone(printed(text, style)[-1])] == []
    for text in given:
        with patch.object(setter, "loosened", lambda running, filled: filled):
            as_it_falls = printed(text, style)

        assert is_lone(as_it_falls[-1])
        assert len(printed(text, style)) == len(as_it_falls)
