"""What the issued form says beyond the text, and what a copy for publication must not."""

from typing import Any, ClassVar

import pytest

import blocks
from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import (
    AttachmentHead,
    AttachmentNote,
    Block,
    Colophon,
    Document,
    Head,
    Note,
    Signature,
    Table,
    plain_text,
)
from bulletin_gen.errors import SpecError
from bulletin_gen.spans import flat, spanned
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin

ISSUE = {
    "problem": "学习不深",
    "measures": ["抓学习。", "抓考核。"],
    "status": "已完成",
    "responsible_unit": "党政办",
    "leader": "党委副书记",
    "deadline": "2024-12-31",
    "sub_issues": [{"problem": "学用脱节", "text": "已改进。", "status": "持续推进"}],
}


def spec(**fields: Any) -> Bulletin:
    base: dict[str, Any] = {
        "form": "issued",
        "issuer": {"name": "中共南屏县青溪镇委员会", "short_name": "青溪镇党委"},
        "title": "无",
        "opening": "无",
        "results": {"heading": "整改情况", "issues": [ISSUE]},
        "issue_date": "2025-01-08",
    }
    return Bulletin.model_validate({**base, **fields})


def said(**fields: Any) -> Document:
    return compose(spec(**fields))


def block(wanted: type[Block], **fields: Any) -> Block | None:
    return next((found for found in said(**fields).blocks if isinstance(found, wanted)), None)


class TestHead:
    def test_tells_secrecy_with_its_period_and_the_mark(self) -> None:
        head = {
            "copy_number": "000012",
            "secrecy": "秘密",
            "secrecy_period": "1年",
            "urgency": "加急",
            "document_number": "青党发〔2025〕3号",
        }

        assert block(Head, head=head) == blocks.Head(
            "000012", "秘密★1年", "加急", ("中共南屏县青溪镇委员会",), "文件", "青党发〔2025〕3号"
        )

    def test_names_the_joint_issuers_after_the_issuer(self) -> None:
        found = block(Head, head={}, joint_issuers=["南屏县财政局", "南屏县水利局"])

        assert isinstance(found, Head)
        assert found.organs == blocks.texts(["中共南屏县青溪镇委员会", "南屏县财政局", "南屏县水利局"])

    def test_is_absent_from_a_copy_for_publication(self) -> None:
        assert block(Head, form="published", head={"document_number": "青党发〔2025〕3号"}) is None

    @pytest.mark.parametrize(
        ("number", "reason"),
        [("青党发[2025]3号", "六角括号"), ("青党发〔2025〕03号", "不编虚位"), ("青党发〔25〕3号", "年份四位")],
    )
    def test_refuses_an_irregular_document_number(self, number: str, reason: str) -> None:
        with pytest.raises(SpecError, match=reason):
            spec(head={"document_number": number})

    def test_names_no_signer_in_a_bulletin(self) -> None:
        with pytest.raises(SpecError, match="通报不是上行文，版头不标注签发人"):
            spec(head={"signers": ["某某"]})

    def test_may_name_the_signer_of_a_report(self) -> None:
        found = block(Head, kind="报告", head={"signers": ["某某"]})

        assert isinstance(found, Head)
        assert (found.signer_label, found.signers) == (spanned("签发人："), (spanned("某某"),))


class TestSignature:
    def test_joint_issuers_sign_below_the_issuer(self) -> None:
        assert block(Signature, joint_issuers=["南屏县财政局"], sealed="是") == blocks.Signature(
            ("中共南屏县青溪镇委员会", "南屏县财政局"), "2025年1月8日", joint=True, sealed=True
        )

    def test_note_stands_in_brackets_whoever_typed_them(self) -> None:
        assert (
            block(Note, note="此件公开发布") == block(Note, note="（此件公开发布）") == blocks.Note("（此件公开发布）")
        )


class TestAttachments:
    def test_one_attachment_has_no_number(self) -> None:
        attachments = [{"title": "制度清单", "text": "甲。"}]

        assert block(AttachmentNote, attachments=attachments) == blocks.AttachmentNote(("制度清单",))
        assert block(AttachmentHead, attachments=attachments) == blocks.AttachmentHead("附件", "制度清单")

    def test_several_are_numbered_below_the_text_and_at_their_head(self) -> None:
        attachments = [{"title": name, "text": "甲。"} for name in ("台账", "清单")]
        text = plain_text(said(attachments=attachments))

        assert "附件：1.台账\n2.清单\n" in text
        assert "附件2\n清单\n甲。\n" in text

    def test_table_is_told_row_by_row(self) -> None:
        table = {"columns": [{"title": "制度", "share": "3"}, {"title": "日期"}], "rows": [["学习制度", "2024年"]]}

        assert block(Table, attachments=[{"title": "清单", "table": table}]) == blocks.Table(
            ("制度", "日期"), (3, 1), (("学习制度", "2024年"),)
        )

    def test_ledger_has_a_row_for_each_issue_and_what_is_below_it(self) -> None:
        found = block(Table, attachments=[{"title": "整改台账", "ledger": "是"}])

        assert isinstance(found, Table)
        rows = [tuple(map(flat, row.cells)) for row in found.rows]
        assert rows == [
            ("1", "学习不深", "1.抓学习。\n2.抓考核。", "党政办", "党委副书记", "2024年12月31日", "", "已完成"),
            ("1.1", "学用脱节", "", "", "", "", "已改进。", "持续推进"),
        ]

    def test_row_of_another_length_than_the_head_is_refused(self) -> None:
        table = {"columns": [{"title": "制度"}], "rows": [["甲", "乙"]]}

        with pytest.raises(SpecError, match="表格第1行有2格，应与表头一样有1格"):
            spec(attachments=[{"title": "清单", "table": table}])


class TestColophon:
    COLOPHON: ClassVar = {
        "copies_to": "县委巡察办",
        "printing_office": "青溪镇党政办公室",
        "printing_date": "2025-01-09",
    }

    def test_ends_the_copies_with_a_full_stop_and_dates_the_print(self) -> None:
        assert block(Colophon, colophon=self.COLOPHON) == blocks.Colophon(
            "", "县委巡察办。", "青溪镇党政办公室", "2025年1月9日印发"
        )

    def test_is_the_last_thing_said(self) -> None:
        document = said(colophon=self.COLOPHON, attachments=[{"title": "清单", "text": "甲。"}], note="公开")

        assert isinstance(document.blocks[-1], Colophon)


class TestPublication:
    def test_every_mark_that_must_not_be_public_is_refused_at_once(self) -> None:
        with pytest.raises(SpecError) as caught:
            said(form="published", head={"secrecy": "秘密", "copy_number": "000001"}, colophon={"copies_to": "县委"})

        assert [problem.message for problem in caught.value.problems] == [
            "公布稿不得带有密级",
            "公布稿不得带有份号",
            "公布稿不得带有版记",
        ]


class TestDraft:
    def test_names_stage_version_and_date(self) -> None:
        document = said(stage="comments", version="第2稿", version_date="2025-01-03", watermark="是")

        assert document.draft == blocks.Draft("征求意见稿\u3000第2稿\u30002025年1月3日", watermark="征求意见稿")
        assert document.properties.stage == "征求意见稿\u3000第2稿\u30002025年1月3日"

    def test_final_text_is_not_marked(self) -> None:
        assert said(stage="final", version="第3稿").draft is None

    def test_final_text_with_placeholders_is_refused_at_each_place(self) -> None:
        text = (
            "stage: final\nissuer: {name: 青溪镇党委}\nopening: 开会【待补：次数】次。\n"
            "organisation: 完成【待核】项。\nresults: {issues: [{heading: 甲}]}\n"
        )
        with pytest.raises(SpecError) as caught:
            compose(load_spec(text, "通报.yaml"))

        assert str(caught.value).splitlines() == [
            "通报.yaml:3:10 opening：定稿里还有待补内容“【待补：次数】”；请补上，或把 stage 改为 draft（送审稿）",
            "通报.yaml:4:15 organisation.text：定稿里还有待补内容“【待核】”；请补上，或把 stage 改为 draft（送审稿）",
        ]

    def test_draft_may_have_placeholders(self) -> None:
        assert "【待核】" in plain_text(said(stage="draft", organisation="完成【待核】项。"))


def test_approval_sheet_is_filled_in_from_the_spec() -> None:
    """What the spec knows stands on the sheet; what hands will write stays blank."""
    approval = {"drafting_unit": "党政办", "openness": "主动公开", "countersigners": ["县财政局", "县水利局"]}
    head = {"urgency": "特急", "document_number": "青党发〔2025〕3号"}
    sheet = compose_approval(
        spec(approval=approval, head=head, title=None, opening=None, inspection={"deployed_by": "县委"})
    )

    text = plain_text(sheet)

    assert text.startswith("青溪镇党委发文稿纸\n签发：\n会签：县财政局\n县水利局\n")
    assert "拟稿单位：党政办\n" in text
    assert "缓急：特急\n公开属性：主动公开\n标题：中共南屏县青溪镇委员会关于巡察整改情况的通报\n" in text
