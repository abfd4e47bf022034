"""Two documents as one with tracked changes: accepted the new one, rejected the old one, and little marked."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blocks import AttachmentNote, Colophon, Heading, Note, Paragraph, Recipients, Signature, Table, Title
from bulletin_gen import document as document_of
from bulletin_gen.composing import compose
from bulletin_gen.document import Block, Document, accept, reject, texts_in
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.properties import Properties
from bulletin_gen.readers.text import read_text
from bulletin_gen.review.redline import Kind, Redline, Signed, redline
from bulletin_gen.spans import flat
from judges import CHECKOUT, bulletins

SIGNED = Signed("核稿")
EXAMPLES = sorted((CHECKOUT / "examples").rglob("*党*.yaml"))
ISSUES = ("台账记录不全", "会议制度执行不严", "采购程序不够规范", "干部培训覆盖面不广", "信访答复不够及时")


def document(*blocks: Block) -> Document:
    return Document(Properties("通报", "柳塘县委"), blocks)


def issues(*names: str) -> Document:
    """Return a document that lists issues, each with a measure of its own."""
    blocks: list[Block] = [Title(["关于巡察整改情况的通报"]), Heading(1, 0, "一、", "整改情况")]
    for number, name in enumerate(names, start=1):
        blocks.append(Heading(2, 1, f"（{number}）", f"关于“{name}”的问题"))
        blocks.append(Paragraph(f"针对{name}，已开展专项治理并建立长效机制。", "一是"))
    return document(*blocks, Signature(["中共柳塘县委员会"], "2025年5月8日"))


def told(found: Redline) -> list[tuple[Kind, str]]:
    return [(change.kind, change.old or change.new) for change in found.changes]


def holds(old: Document, new: Document) -> None:
    made = redline(old, new, SIGNED).document

    assert accept(made).blocks == new.blocks
    assert reject(made).blocks == old.blocks


def test_equal_documents_have_no_changes() -> None:
    made = redline(issues(*ISSUES), issues(*ISSUES), SIGNED)

    assert made.document == issues(*ISSUES)
    assert (made.changes, made.renumbered) == ((), ())


def test_a_dropped_issue_marks_nothing_after_it_and_labels_are_said_once() -> None:
    made = redline(issues(*ISSUES), issues(*ISSUES[:1], *ISSUES[2:]), SIGNED)

    assert told(made) == [
        (Kind.DELETED, "关于“会议制度执行不严”的问题"),
        (Kind.DELETED, "针对会议制度执行不严，已开展专项治理并建立长效机制。"),
    ]
    assert made.renumbered == (("（3）", "（2）"), ("（4）", "（3）"), ("（5）", "（4）"))


def test_a_moved_issue_is_told_as_moved() -> None:
    made = redline(issues(*ISSUES), issues(*ISSUES[1:], ISSUES[0]), SIGNED)

    assert {kind for kind, _ in told(made)} == {Kind.MOVED}
    assert [change.place for change in made.changes] == ["一（1） → 一（5）", "一（1） 一是 → 一（5） 一是"]


def test_an_edit_is_told_at_its_place_and_as_its_sentence() -> None:
    old = document(Heading(1, 0, "一、", "整改情况"), Paragraph("已开会8次。已补齐台账。", "一是"))
    new = document(Heading(1, 0, "一、", "整改情况"), Paragraph("已开会18次。已补齐台账。", "一是"))

    (change,) = redline(old, new, SIGNED).changes

    assert (change.kind, change.place, change.old, change.new) == (
        Kind.CHANGED,
        "一 一是",
        "已开会8次。",
        "已开会18次。",
    )


def test_blocks_of_another_level_are_no_versions_of_one_another() -> None:
    old, new = document(Heading(1, 0, "一、", "整改情况")), document(Heading(2, 1, "（一）", "整改情况"))

    assert len(redline(old, new, SIGNED).document.blocks) == 2
    holds(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Title(["中共柳塘县委员会", "关于整改情况的通报"]), Title(["中共柳塘县委员会", "关于巡察", "整改情况的通报"])),
        (Recipients("各支部："), Recipients("各党支部：")),
        (AttachmentNote(["台账"]), AttachmentNote(["台账", "清单"])),
        (Table(["问题", "措施"], (1, 1), [["甲", "乙"], ["丙", ""]]), Table(["问题", "措施"], (1, 1), [["丙", "丁"]])),
        (Table(["问题", "措施"], (1, 1), [["甲", "乙"]]), Table(["问题", "措施"], (1, 2), [["甲", "乙"]])),
        (Signature(["甲局", "乙局"], "2025年5月8日"), Signature(["甲局"], "2025年5月9日")),
        (Note("（公开）"), Note("（依申请公开）")),
        (Colophon("", "甲局", "", ""), Colophon("", "甲局、乙局", "丙室", "2025年5月印发")),
        (Paragraph("还有【待补：会议次数】没有填。"), Paragraph("还有3次没有填。")),
    ],
)
def test_accepted_it_is_the_new_and_rejected_the_old_block(old: Block, new: Block) -> None:
    holds(document(old), document(new))
    holds(document(new), document(old))


@pytest.mark.parametrize(("old", "new"), list(pairwise(EXAMPLES)), ids=lambda path: path.stem)
def test_the_law_holds_for_bulletins_that_have_nothing_to_do_with_one_another(old: Path, new: Path) -> None:
    holds(compose(read_spec(old)), compose(read_spec(new)))


_SENTENCES = st.sampled_from(
    ["已补齐台账。", "开会8次。", "开会18次。", "修订《办法》3项。", "一是抓学习。", "【待补】"]
)
_BLOCKS = st.one_of(
    st.builds(Paragraph, st.lists(_SENTENCES, min_size=1, max_size=4).map("".join), st.sampled_from(["", "一是"])),
    st.builds(Heading, st.just(1), st.just(0), st.sampled_from(["一、", "二、"]), _SENTENCES, _SENTENCES),
    st.builds(Note, _SENTENCES),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_BLOCKS, max_size=8), st.lists(_BLOCKS, max_size=8))
def test_the_law_holds_for_any_blocks(old: list[Block], new: list[Block]) -> None:
    holds(document(*old), document(*new))


@pytest.mark.parametrize("count", [1, 10, 50])
def test_few_edits_of_a_published_bulletin_mark_little(count: int) -> None:
    for path in bulletins():
        old = compose(read_text(path.read_bytes()).spec)
        paragraphs = [at for at, block in enumerate(old.blocks) if isinstance(block, document_of.Paragraph)]
        edited = set(paragraphs[:: max(len(paragraphs) // count, 1)][:count])
        new = document(*(Paragraph("按月通报一次。") if at in edited else one for at, one in enumerate(old.blocks)))

        made = redline(old, new, SIGNED)

        holds(old, new)
        texts = [{flat(text) for text in texts_in(block)} for block in old.blocks]
        touched = set().union(*(texts[at] for at in edited), {""})
        untouched = set().union(*(texts[at] for at in range(len(texts)) if at not in edited)) - touched
        assert not {change.old for change in made.changes} & untouched


def test_a_row_across_is_no_version_of_one_that_has_a_cell_for_each_column() -> None:
    head, shares = ("序号", "问题"), (1, 3)
    old = document(Table(head, shares, (("一、落实责任",), ("1", "护林不到位"), ("2", "账目不清"))))
    new = document(Table(head, shares, (("1", "护林不到位"), ("二、落实责任",), ("2", "账目不清"))))

    holds(old, new)
    holds(new, old)


def test_a_row_that_came_at_the_end_is_told_alone() -> None:
    rows = (("一月", "2"), ("二月", "3"))
    old, new = (document(Table(("月份", "次数"), (1, 1), made)) for made in (rows, (*rows, ("三月", "4"))))

    assert [(one.kind, one.old, one.new) for one in redline(old, new, SIGNED).changes] == [(Kind.ADDED, "", "三月\t4")]
