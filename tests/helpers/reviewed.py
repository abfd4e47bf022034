"""A draft with every element, each of them changed and remarked on by reviewers, and how to write such texts."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from blocks import (
    AttachmentHead,
    AttachmentNote,
    Colophon,
    Draft,
    Head,
    Heading,
    Note,
    Paragraph,
    Recipients,
    Said,
    Signature,
    Table,
    Title,
    text,
)
from bulletin_gen.document import Document, Form, FormCell, FormRow
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Comment, Commented, Deleted, Inserted, Span, Text, joined
from bulletin_gen.where import Where

MORNING = datetime(2025, 1, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def ins(*parts: Said) -> Text:
    return (Inserted(said(*parts), "李核稿", MORNING),)


def gone(*parts: Said) -> Text:
    return (Deleted(said(*parts), "王审"),)


def asked(*parts: Said, remark: str = "请核实。\n见台账。") -> Text:
    return (Commented(said(*parts), Comment(remark, "Zhao Yi", MORNING)),)


def said(*parts: Said) -> Text:
    return joined(*map(text, parts))


def whole(value: Any, change: Callable[[Text], Text]) -> Any:
    """Return a block, or a part of one, in which each text is changed from its first to its last character."""
    if isinstance(value, tuple) and all(isinstance(item, Span) for item in value):
        return change(value) if value else value
    if isinstance(value, tuple):
        return tuple(whole(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type | Where):
        return replace(value, **{item.name: whole(getattr(value, item.name), change) for item in fields(value)})
    return value


REVIEWED = Document(
    Properties("关于巡察整改情况的通报", "中共青溪县委员会"),
    (
        Head(
            asked("000012"),
            said(gone("机密★1年")),
            ins("特急"),
            [asked("青溪县委"), said(gone("青溪县政府"), ins("青溪县人民政府"))],
            said("文件"),
            said("青发〔2025〕", gone("3"), ins("5"), "号"),
            [asked("张三"), said(gone("欧阳"), ins("李"), "小明")],
        ),
        Title([said(asked("中共青溪县委员会关于县委第二巡察组巡察", gone("整改"), ins("集中整改进展")), "情况的通报")]),
        Recipients(said("各乡镇", ins("、街道"), asked("党委：", remark="全称？"))),
        Heading(1, 0, said(gone("一、"), ins("二、")), said("整改", asked("落实", ins("推进")), "情况")),
        Heading(
            2, 1, "（一）", said("压实", gone("主体"), "责任。"), said("召开", ins("【待补：次数】次"), asked("会。"))
        ),
        Heading(1, 0, ins("三、"), ins("新增的标题")),
        Heading(3, 1, gone("1."), gone("删去的标题。"), gone("删去的正文。")),
        Paragraph(said("制定", gone("2"), ins("3"), "项制度。"), said(gone("一是"), ins("二是"))),
        Paragraph(ins("另建Office 365", asked("台账"), "。"), ins("三是")),
        Paragraph(gone("原有", ins("两次"), "文字。")),
        Paragraph(said("末段", ins("。"))),
        AttachmentNote([said("整改", ins("工作"), "台账"), gone("制度清单"), ins(asked("名单"))]),
        Signature(
            ["中共青溪县委", said("青溪县", gone("政府"), ins("人民政府")), gone("青溪县政协")],
            said("2025年1月", gone("8"), ins("9"), "日"),
            joint=True,
            sealed=True,
        ),
        Note(said("（此件", gone("不予"), asked("公开"), "发布）")),
        AttachmentHead("附件1", said("整改", ins("工作"), "台账")),
        Table(
            ["序号", said("单", asked("位")), *"丙丁戊己庚"],
            [1] * 7,
            [
                [said(gone("1"), ins("2")), said("县教育局", ins("\n县水务局")), *"丙丁戊己庚"],
                [*map(ins, "234567"), ""],
                [*map(gone, "3456789")],
                ["5", said(gone("县财政局\n"), "县林业局"), *"丙丁戊", asked(gone("己")), ins("庚")],
            ],
        ),
        AttachmentHead(gone("附件2"), gone("制度清单")),
        Paragraph(gone("第一条　制度。")),
        AttachmentHead(ins("附件2"), ins("名单")),
        Paragraph(ins("第一段。")),
        Form(
            (
                FormRow(
                    2, (FormCell(said("签发："), ins("张三")), FormCell(gone("会签："), asked("县财政局\n县水务局")))
                ),
            )
        ),
        Colophon("", said("县委巡察办", gone("，县纪委"), asked("。")), ins("青溪县委办公室"), ins("2025年1月9日印发")),
    ),
    Draft(said("送审稿\u3000第", gone("1"), ins("2"), asked("稿")), "送审稿"),
)
