"""What a page end must not part."""

from dataclasses import replace

import pytest

from blocks import AttachmentHead, AttachmentNote, Heading, Note, Paragraph, Recipients, Signature, Table
from bulletin_gen.document import Block
from bulletin_gen.placing.keeps import Keep, keep_with_next

TEXT, SIGNED, ATTACHED = Paragraph("文。"), Signature(["某局"], "2025年1月8日"), AttachmentNote(["台账"])


@pytest.mark.parametrize(
    ("block", "following", "keep"),
    [
        (Heading(1, 0, "一、", "整改情况"), TEXT, Keep.WHOLE),
        (Heading(1, 0, "一、", "整改情况"), None, Keep.FREE),
        (Heading(2, 1, "（一）", "压实责任。", "开会。"), TEXT, Keep.FREE),
        (AttachmentHead("附件", "台账"), Table(["甲"], [1], []), Keep.WHOLE),
        (TEXT, SIGNED, Keep.LAST),
        (TEXT, ATTACHED, Keep.LAST),
        (ATTACHED, SIGNED, Keep.WHOLE),
        (SIGNED, Note("（公开）"), Keep.LAST),
        (SIGNED, AttachmentHead("附件", "台账"), Keep.FREE),
        (Recipients("各村："), TEXT, Keep.FREE),
        (TEXT, TEXT, Keep.FREE),
        (TEXT, Table(["甲"], [1], [], in_text=True), Keep.FREE),
        (replace(Paragraph("表1 台账"), is_caption=True), Table(["甲"], [1], [], in_text=True), Keep.WHOLE),
    ],
)
def test_a_block_and_the_next_one(block: Block, following: Block | None, keep: Keep) -> None:
    assert keep_with_next(block, following) is keep
