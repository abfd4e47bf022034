"""A returned DOCX: what it said before and after the changes in it, who made which, what was asked, and at what."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bulletin_gen
from bulletin_gen.readers.docx import Revisions, docx_lines
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.returned import Returned, ReturnedLine, ReturnedRemark, Touch
from bulletin_gen.writers import Numbering
from judges import CHECKOUT, libreoffice_docx
from random_edits import edited, unedited
from small_docx import p, r, small_docx
from word_edits import Hand
from word_saves import as_word_saves, as_wps_saves

WHEN = datetime(2025, 3, 1, 9, 30)  # as the clock showed it, though Word calls it universal
SIGNED = 'w:id="9" w:author="县财政局" w:date="2025-03-01T09:30:00Z"'
OTHER = 'w:id="8" w:author="县水利局" w:date="2025-03-01T09:30:00Z"'
EXAMPLES = sorted((CHECKOUT / "examples").rglob("*党*.yaml"))


def returned(body: str, **parts: str) -> Returned:
    return read_returned(small_docx(body, **parts), "返回稿.docx")


def ins(*inside: str, by: str = SIGNED, name: str = "ins") -> str:
    return f"<w:{name} {by}>{''.join(text if text.startswith('<') else r(text) for text in inside)}</w:{name}>"


def gone(text: str, by: str = SIGNED, name: str = "del") -> str:
    return f"<w:{name} {by}><w:r><w:delText>{text}</w:delText></w:r></w:{name}>"


def end(name: str, by: str = SIGNED) -> str:
    """Return the properties of a paragraph whose end a change made or took away."""
    return f"<w:rPr><w:{name} {by}/></w:rPr>"


def row(*cells: str, change: str = "") -> str:
    properties = f"<w:trPr><w:{change} {SIGNED}/></w:trPr>" if change else ""
    return f"<w:tr>{properties}{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def start_of(id_: int) -> str:
    return f'<w:commentRangeStart w:id="{id_}"/>'


def end_of(id_: int) -> str:
    return f'<w:commentRangeEnd w:id="{id_}"/><w:r><w:commentReference w:id="{id_}"/></w:r>'


def comment(id_: int, *lines: str, by: str = "县财政局") -> str:
    """Return a comment as Word writes it: each paragraph has an id, and that of the last one names the comment."""
    paragraphs = "".join(
        p(line).replace("<w:p>", f'<w:p w14:paraId="{id_:04X}{number:04X}">') for number, line in enumerate(lines)
    )
    return f'<w:comment w:id="{id_}" w:author="{by}" w:date="2025-03-01T09:30:00Z">{paragraphs}</w:comment>'


def state(id_: int, last: int = 0, answers: int | None = None, done: int = 0) -> str:
    parent = "" if answers is None else f'w15:paraIdParent="{answers:04x}0000"'
    return f'<w15:commentEx w15:paraId="{id_:04X}{last:04X}" {parent} w15:done="{done}"/>'


def remarks(body: str, comments: str, extended: str = "") -> tuple[ReturnedRemark, ...]:
    parts = {"commentsExtended": extended} if extended else {}
    return returned(body, comments=comments, **parts).remarks


# ---- tracked changes ---------------------------------------------------------------------------------------------


def test_without_tracked_changes_both_texts_are_the_same() -> None:
    found = returned(p("甲", "乙") + p() + p("丙"))

    assert found == Returned("返回稿.docx", found.edited, found.edited)
    assert found.edited == (ReturnedLine("甲乙"), ReturnedLine("丙"))


def test_it_is_known_who_put_in_and_took_out_which_characters() -> None:
    found = returned(p("开会", gone("8"), ins("18"), "次", gone("整", by=OTHER)))

    assert found.original == (
        ReturnedLine("开会8次整", (Touch(2, 3, "县财政局", WHEN), Touch(4, 5, "县水利局", WHEN))),
    )
    assert found.edited == (ReturnedLine("开会18次", (Touch(2, 4, "县财政局", WHEN),)),)


def test_what_word_cut_into_runs_is_one_change() -> None:
    noise = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="5" w:name="_GoBack"/><w:bookmarkEnd w:id="5"/>'
    found = returned(p("开会", ins("1", "8"), noise, ins("次"), "整"))

    assert found.edited == (ReturnedLine("开会18次整", (Touch(2, 5, "县财政局", WHEN),)),)


def test_what_one_put_in_and_another_took_out_is_in_neither_text() -> None:
    found = returned(p("甲", ins(gone("乙", by=OTHER)), "丙"))

    assert [line.text for line in (*found.original, *found.edited)] == ["甲丙", "甲丙"]


def test_a_change_of_form_is_no_change_of_words() -> None:
    found = returned(p(r("甲", f"<w:b/><w:rPrChange {SIGNED}><w:rPr/></w:rPrChange>")))

    assert found.original == found.edited == (ReturnedLine("甲"),)


def test_a_new_and_a_dropped_paragraph_are_whole() -> None:
    new, old = p(ins("乙"), properties=end("ins")), p(gone("丙"), properties=end("del"))
    found = returned(p("甲") + new + old + p("丁"))

    assert [line.text for line in found.original] == ["甲", "丙", "丁"]
    assert found.original[1].touches == (Touch(0, 1, "县财政局", WHEN, whole=True),)
    assert [line.text for line in found.edited] == ["甲", "乙", "丁"]
    assert found.edited[1].touches == (Touch(0, 1, "县财政局", WHEN, whole=True),)


def test_two_paragraphs_that_were_joined_lose_the_end_of_the_first() -> None:
    found = returned(p("甲", properties=end("del")) + p("乙"))

    assert found.original == (ReturnedLine("甲", (Touch(1, 1, "县财政局", WHEN, whole=True),)), ReturnedLine("乙"))
    assert found.edited == (ReturnedLine("甲乙"),)


def test_a_moved_paragraph_is_told_as_moved() -> None:
    name = f'w:name="move1" {SIGNED}'
    there = f"<w:moveToRangeStart {name}/>" + p(ins("甲", name="moveTo"), properties=end("moveTo"))
    away = f"<w:moveFromRangeStart {name}/>" + p(gone("甲", name="moveFrom"), properties=end("moveFrom"))
    found = returned(away + '<w:moveFromRangeEnd w:id="9"/>' + p("乙") + there + '<w:moveToRangeEnd w:id="9"/>')

    moved = (ReturnedLine("甲", (Touch(0, 1, "县财政局", WHEN, is_move=True, whole=True),)), ReturnedLine("乙"))
    assert found.original == moved
    assert found.edited == moved[::-1]


def test_changes_in_controls_and_choices_count() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{ins('乙')}</w:sdtContent></w:sdt>"
    choices = f"<mc:AlternateContent><mc:Choice>{r('丙')}</mc:Choice><mc:Fallback>{r('丁')}</mc:Fallback>"
    found = returned(p("甲", control, ins(f"<w:r>{choices}</mc:AlternateContent></w:r>")))

    assert found.original == (ReturnedLine("甲"),)
    assert found.edited == (ReturnedLine("甲乙丙", (Touch(1, 3, "县财政局", WHEN),)),)


def test_a_dropped_row_of_an_attachment_is_one_line() -> None:
    rows = row("序号", "单位") + row("1", "甲局", change="del") + row("2", "乙局")
    found = returned(p("附件") + f"<w:tbl>{rows}</w:tbl>")

    assert [line.text for line in found.original] == ["附件", "序号\t单位", "1\t甲局", "2\t乙局"]
    whole = (Touch(0, 1, "县财政局", WHEN, whole=True), Touch(2, 4, "县财政局", WHEN, whole=True))
    assert found.original[2].touches == whole
    assert [line.text for line in found.edited] == ["附件", "序号\t单位", "2\t乙局"]


def test_a_change_in_a_cell_stands_where_the_cell_is_in_its_row() -> None:
    rows = row("序号", "单位") + f"<w:tr><w:tc>{p('1')}</w:tc><w:tc>{p('　县', ins('财政'), '局')}</w:tc></w:tr>"
    (_, _, line) = returned(p("附件") + f"<w:tbl>{rows}</w:tbl>").edited

    assert line == ReturnedLine("1\t县财政局", (Touch(3, 5, "县财政局", WHEN),))


def test_what_a_list_of_issues_is_reworded_to_has_no_changes_of_its_own() -> None:
    rows = row("问题", "整改情况") + f"<w:tr><w:tc>{p('一、学习', ins('少'))}</w:tc><w:tc>{p('已学习')}</w:tc></w:tr>"
    body = p("一、整改") + f"<w:tbl>{rows}</w:tbl>"

    assert texts(returned(body).edited) == lines_of(small_docx(body))
    assert returned(body).edited[1] == ReturnedLine("（一）问题：学习少", ())


@pytest.mark.parametrize("numbering", Numbering)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_its_lines_are_those_of_an_import_whoever_saved_it(path: Path, numbering: Numbering) -> None:
    source = written(path, numbering)

    for saved in (source, as_word_saves(source), as_wps_saves(source)):
        found = read_returned(saved, "稿.docx")
        assert texts(found.edited) == texts(found.original) == lines_of(source)
        assert not any(line.touches for line in (*found.edited, *found.original))


@pytest.mark.parametrize("numbering", Numbering)
def test_saved_by_libreoffice_it_has_the_same_lines(numbering: Numbering, tmp_path: Path) -> None:
    ours = tmp_path / "稿.docx"
    ours.write_bytes(written(EXAMPLES[-1], numbering))
    saved = libreoffice_docx(ours, tmp_path / "again").read_bytes()

    found = read_returned(saved, "稿.docx")

    assert texts(found.edited) == texts(found.original) == lines_of(ours.read_bytes())


DRAFT = CHECKOUT / "examples" / "云岭镇党委.yaml"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_nobody_touched_is_the_same_in_both_texts(data: st.DataObject) -> None:
    draft = unedited(written(DRAFT))
    made = data.draw(edited(draft, [Hand("县财政局"), Hand("县水利局")]))

    found = read_returned(as_word_saves(made.docx), "返回稿.docx")

    assert tuple(texts(found.original)) == draft.lines, made.steps
    assert tuple(texts(found.edited)) == made.lines, made.steps
    assert untouched(found.original) == untouched(found.edited), made.steps
    authors = {touch.author for line in (*found.original, *found.edited) for touch in line.touches}
    assert authors <= {"县财政局", "县水利局"}


def untouched(lines: tuple[ReturnedLine, ...]) -> str:
    """Return the characters that no change put in, took out or moved."""
    left = []
    for line in lines:
        touched = {at for touch in line.touches for at in range(touch.start, touch.end)}
        left += [char for at, char in enumerate(line.text) if at not in touched]
    return "".join(left)


def written(path: Path, numbering: Numbering = Numbering.LITERAL) -> bytes:
    document = bulletin_gen.compose(bulletin_gen.read_spec(path))
    return bulletin_gen.write_docx(document, bulletin_gen.GBT9704, numbering)


def lines_of(source: bytes, revisions: Revisions = Revisions.ACCEPT) -> list[str]:
    return [line.text for line in docx_lines(source, revisions=revisions).lines]


def texts(lines: tuple[ReturnedLine, ...]) -> list[str]:
    return [line.text for line in lines]


# ---- comments ----------------------------------------------------------------------------------------------------


def test_a_comment_hangs_on_words_of_the_edited_text() -> None:
    body = p("甲") + p(gone("乙"), "丙", start_of(1), "丁", ins("戊"), end_of(1), "己")

    assert remarks(body, comment(1, "请核实", "再议")) == (
        ReturnedRemark("请核实\n再议", "县财政局", WHEN, 1, 1, 3, "丁戊"),
    )


def test_a_comment_over_paragraphs_hangs_on_the_first_line_and_quotes_all() -> None:
    (remark,) = remarks(p("甲", start_of(1)) + p() + p("乙丙") + p("丁", end_of(1), "戊"), comment(1, "合并"))

    assert (remark.line, remark.start, remark.end, remark.quoted) == (1, 0, 2, "乙丙\n丁")


def test_a_comment_on_deleted_words_quotes_them_and_stands_where_they_were() -> None:
    for deleted in (
        start_of(1) + gone("乙") + end_of(1),
        f"<w:del {SIGNED}>{start_of(1)}<w:r><w:delText>乙</w:delText></w:r>{end_of(1)}</w:del>",
    ):
        (remark,) = remarks(p("甲", deleted, "丙"), comment(1, "为何删去"))

        assert (remark.line, remark.start, remark.end, remark.quoted) == (0, 1, 1, "乙")


def test_a_comment_on_a_deleted_row_stands_where_the_row_was() -> None:
    rows = row("序号", "单位") + row("1", start_of(1) + r("甲局") + end_of(1), change="del") + row("2", "乙局")
    (remark,) = remarks(p("附件") + f"<w:tbl>{rows}</w:tbl>", comment(1, "保留"))

    assert (remark.line, remark.start, remark.end, remark.quoted) == (2, 0, 0, "甲局")


def test_a_comment_on_moved_words_hangs_where_they_went() -> None:
    def marked(name: str, text: str) -> str:
        return f"<w:{name} {SIGNED}>{start_of(1)}{text}{end_of(1)}</w:{name}>"

    away = p(marked("moveFrom", "<w:r><w:delText>甲</w:delText></w:r>"), properties=end("moveFrom"))
    (remark,) = remarks(away + p("乙", marked("moveTo", r("甲"))), comment(1, "移到这里？"))

    assert (remark.line, remark.start, remark.end, remark.quoted) == (0, 1, 2, "甲")


def test_a_comment_on_a_cell_hangs_on_its_words_in_the_row() -> None:
    rows = row("序号", "单位") + row("1", start_of(1) + r("甲局") + end_of(1))
    (remark,) = remarks(p("附件") + f"<w:tbl>{rows}</w:tbl>", comment(1, "全称？"))

    assert (remark.line, remark.start, remark.end, remark.quoted) == (2, 2, 4, "甲局")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (p("甲") + p(start_of(1), end_of(1)) + p("乙"), (1, 0, 0)),
        (p("甲") + p("　", start_of(1), end_of(1), "　") + p("乙"), (1, 0, 0)),
        (p("甲") + p(start_of(1), end_of(1)), (0, 1, 1)),
        (p("甲", end_of(1), "乙"), (0, 1, 1)),
        (p("甲", start_of(1), r("<w:object/>"), end_of(1)), (0, 1, 1)),
        (p("甲"), (None, 0, 0)),
        (p("甲", start_of(1)), (None, 0, 0)),
        (p(start_of(1), end_of(1)), (None, 0, 0)),
    ],
)
def test_a_comment_may_hang_on_what_is_no_text_or_on_nothing(body: str, place: tuple[int | None, int, int]) -> None:
    (remark,) = remarks(body, comment(1, "请补图"))

    assert (remark.line, remark.start, remark.end) == place
    assert (remark.text, remark.quoted) == ("请补图", "")


def test_comments_come_in_the_order_of_the_text_and_those_on_nothing_last() -> None:
    body = p(start_of(7), "甲", start_of(3), "乙", end_of(3), end_of(7)) + p(start_of(1), "丙", end_of(1))

    said = remarks(body, "".join(comment(id_, f"第{id_}条") for id_ in (0, 1, 3, 7)))

    assert [remark.text for remark in said] == ["第7条", "第3条", "第1条", "第0条"]


def test_a_comment_on_the_whole_text_quotes_its_beginning() -> None:
    (remark,) = remarks(p(start_of(1), "整" * 1500, end_of(1)), comment(1, "太长"))

    assert (remark.end, remark.quoted) == (1500, "整" * 1000 + "……")


def test_replies_and_a_resolved_mark_come_with_a_comment() -> None:
    """Word knows a comment by the id of its last paragraph."""
    body = p(start_of(1), start_of(2), start_of(3), "甲", end_of(1), end_of(2), end_of(3))
    comments = comment(1, "请核实", "见台账") + comment(2, "已核实", by="办公室") + comment(3, "好")
    extended = state(1, last=1, done=1) + state(2).replace("done", f'paraIdParent="{1:04X}0001" w15:done') + state(3)

    first, second = remarks(body, comments, extended)

    assert (first.text, first.resolved) == ("请核实\n见台账", True)
    assert [(reply.text, reply.author, reply.when) for reply in first.replies] == [("已核实", "办公室", WHEN)]
    assert (second.text, second.replies, second.resolved) == ("好", (), False)


def test_a_reply_to_a_reply_answers_the_first_comment() -> None:
    body = p(start_of(1), "甲", end_of(1))
    extended = state(1) + state(2, answers=1) + state(3, answers=2)

    (remark,) = remarks(body, comment(1, "一") + comment(2, "二") + comment(3, "三"), extended)

    assert [reply.text for reply in remark.replies] == ["二", "三"]


def test_without_word_of_replies_each_comment_stands_for_itself() -> None:
    body = p(start_of(1), start_of(2), "甲", end_of(1), end_of(2))

    assert [(remark.text, remark.replies) for remark in remarks(body, comment(1, "一") + comment(2, "二"))] == [
        ("一", ()),
        ("二", ()),
    ]


def test_replies_in_a_circle_and_to_nobody_are_not_lost() -> None:
    comments = "".join(comment(id_, text) for id_, text in enumerate("一二三四"))
    extended = state(0, answers=2) + state(1, answers=0) + state(2, answers=1) + state(3, answers=9)

    first, last = remarks(p("甲"), comments, extended)

    assert (first.text, [reply.text for reply in first.replies]) == ("一", ["二", "三"])
    assert (last.text, last.replies) == ("四", ())


def test_a_long_chain_of_replies_is_followed_once() -> None:
    count = 4000
    comments = "".join(comment(id_, "答") for id_ in range(count))
    extended = "".join(state(id_, answers=id_ + 1 if id_ + 1 < count else None) for id_ in range(count))

    (remark,) = remarks(p("甲"), comments, extended)

    assert len(remark.replies) == count - 1


# ---- files that cannot be read -----------------------------------------------------------------------------------


def test_more_comments_than_any_round_brings_are_refused() -> None:
    with pytest.raises(bulletin_gen.ReadError, match="超过 5000 个"):
        remarks(p("甲"), "".join(comment(id_, "答") for id_ in range(10_000)))


def test_a_damaged_file_is_refused_as_by_import() -> None:
    for source in (b"", b"PK\x03\x04", b"%PDF-1.7", small_docx(p("甲"))[:200]):
        with pytest.raises(bulletin_gen.ReadError) as imported:
            docx_lines(source, "返回稿.docx")
        with pytest.raises(bulletin_gen.ReadError) as found:
            read_returned(source, "返回稿.docx")
        assert str(found.value) == str(imported.value)
