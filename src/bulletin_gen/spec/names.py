"""What the fields and the fixed values of a spec are called in Chinese: as keys and values of a file, and in messages.

One table for all. A name stands for one field of its model, is unlike those of the others, and may be a YAML key as it
is. Beside it an author may type the English name, or what offices call the same thing otherwise.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from pydantic import BaseModel

from bulletin_gen.text.choice import Choice
from bulletin_gen.text.regex import Regex


class Keys(Choice):
    """The language in which the keys of a file are written: zh (Chinese) or en (English)."""

    CHINESE = "zh"
    ENGLISH = "en"


_NAMES: Mapping[str, str] = {
    "action": "开展用语",
    "after": "排在哪部分之后",
    "after_signature": "放在署名之后",
    "approval": "发文稿纸",
    "as_of": "截至日期",
    "attachments": "附件",
    "by": "由谁反馈",
    "closing": "结尾",
    "colophon": "版记",
    "columns": "表头",
    "comma": "日期后加逗号",
    "contact": "联系方式",
    "copies": "印数",
    "copies_to": "抄送",
    "copy_number": "份号",
    "counts": "数目",
    "countersigners": "会签",
    "date": "日期",
    "deadline": "完成时限",
    "deployed_by": "部署机关",
    "deployment": "自拟部署语",
    "document_number": "发文字号",
    "done": "完成的数目",
    "drafter": "拟稿人",
    "drafter_phone": "拟稿人电话",
    "drafting_unit": "拟稿单位",
    "end": "句末标点",
    "feedback": "反馈",
    "fields": "各项",
    "form": "排法",
    "grounds": "公布依据",
    "head": "版头",
    "heading": "标题",
    "heading_end": "标题后标点",
    "inspected": "被巡察单位",
    "inspection": "巡察依据",
    "introduce_short_name": "注明简称",
    "invitation": "欢迎监督语",
    "issue_date": "成文日期",
    "issue_style": "问题写法",
    "issuer": "发文机关",
    "issues": "问题",
    "items": "各项",
    "items_form": "各项排法",
    "items_label": "各项编号形式",
    "joint_issuers": "联合发文机关",
    "kind": "文种",
    "label": "编号形式",
    "landscape": "横排",
    "leader": "责任领导",
    "ledger": "整改台账",
    "look_back": "回头看",
    "made": "总数前的话",
    "mark": "起止连接词",
    "measures": "整改措施",
    "measures_form": "措施排法",
    "measures_label": "措施编号形式",
    "measures_progress": "措施进度",
    "name": "全称",
    "next_steps": "下一步打算",
    "note": "附注",
    "number": "编号",
    "on_even_page": "放在双数页",
    "openness": "公开属性",
    "opening": "开头",
    "order": "语序",
    "organisation": "组织整改情况",
    "organs": "标志机关",
    "other_parts": "其他部分",
    "own_paragraph": "另起一段",
    "pattern": "标题格式",
    "pause": "前加逗号",
    "period": "巡察时间",
    "preprinted": "套印",
    "printing_date": "印发日期",
    "printing_office": "印发机关",
    "problem": "问题",
    "progress": "整改进度",
    "proofreader": "校对",
    "publication": "公布语",
    "rate": "完成率",
    "recipients": "主送机关",
    "responsible_unit": "责任单位",
    "rest": "句尾",
    "results": "整改情况",
    "reviewer": "核稿",
    "round": "轮次",
    "rows": "各行",
    "run_on": "连续编号",
    "sealed": "留盖章位置",
    "secrecy": "密级",
    "secrecy_period": "保密期限",
    "section_form": "方面排法",
    "section_label": "方面编号形式",
    "sections": "方面",
    "separator": "各项间标点",
    "share": "列宽比例",
    "short_name": "简称",
    "signature": "署名",
    "signer": "签发",
    "signers": "签发人",
    "stage": "稿别",
    "start": "起始日期",
    "status": "状态",
    "status_alone": "状态行只写状态",
    "status_brackets": "状态括号",
    "status_end": "状态行标点",
    "status_form": "状态说法",
    "status_in_heading": "状态放在标题后",
    "status_label": "状态行开头",
    "status_line": "自拟状态行",
    "sub_issue_style": "子问题写法",
    "sub_issues": "子问题",
    "subject": "公布内容",
    "suffix": "标志后缀",
    "table": "表格",
    "team": "巡察组",
    "team_short": "巡察组简称",
    "text": "正文",
    "title": "标题",
    "to": "向谁反馈",
    "total": "总数",
    "type": "巡察类型",
    "typist": "打印",
    "unit": "单位",
    "urgency": "紧急程度",
    "value": "内容",
    "verb": "公布用语",
    "version": "稿次",
    "version_date": "稿次日期",
    "watermark": "水印",
    "wording": "自拟全文",
}
# Where a field is called otherwise than elsewhere.
_OWN: Mapping[tuple[str, str], str] = {
    ("Bulletin", "form"): "形式",
    ("ContactField", "label"): "名称",
    ("Count", "number"): "个数",
    ("Feedback", "action"): "反馈用语",
    ("Feedback", "form"): "写法",
    ("Inspection", "kind"): "巡察或巡视",
    ("Issue", "heading"): "自拟标题",
    ("Period", "end"): "结束日期",
}
# What else an office would type for a field, wherever that stands.
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "attachments": ("附件列表",),
    "copies_to": ("抄送机关",),
    "deadline": ("整改时限", "整改期限", "完成期限", "完成时间"),
    "deployed_by": ("由谁部署", "部署单位"),
    "document_number": ("文号", "发文号"),
    "drafting_unit": ("拟稿部门",),
    "inspected": ("被巡察党组织", "被巡视单位", "被巡视党组织", "巡察对象", "巡视对象"),
    "inspection": ("巡视依据",),
    "introduce_short_name": ("注明以下简称",),
    "issue_date": ("落款日期", "落款时间", "成文时间"),
    "joint_issuers": ("联合发文单位",),
    "leader": ("牵头领导", "责任人", "整改责任人"),
    "ledger": ("自动生成整改台账", "自动生成台账"),
    "measures": ("措施",),
    "next_steps": ("下一步工作打算", "下一步工作安排", "下一步工作", "下一步安排"),
    "on_even_page": ("放在偶数页", "版记放在双数页", "版记放在偶数页"),
    "organisation": ("整改组织情况", "组织情况"),
    "organs": ("发文机关标志",),
    "period": ("巡视时间", "巡察起止时间", "巡视起止时间"),
    "progress": ("整改进展", "进展情况"),
    "recipients": ("主送",),
    "responsible_unit": ("整改责任单位",),
    "results": ("整改落实情况",),
    "sealed": ("加盖印章", "盖章"),
    "start": ("开始日期", "开始时间", "起始时间"),
    "status": ("整改状态", "完成状态"),
    "sub_issues": ("具体问题", "小问题"),
    "team": ("巡视组",),
    "team_short": ("巡视组简称",),
    "type": ("巡视类型",),
}
# What else it would type for a field of one model alone.
_OWN_ALIASES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Attachment", "title"): ("名称",),
    ("Bulletin", "issuer"): ("发文单位",),
    ("Bulletin", "title"): ("通报标题",),
    ("Column", "share"): ("列宽",),
    ("Count", "number"): ("数量",),
    ("Feedback", "date"): ("反馈日期", "反馈时间"),
    ("Issue", "heading"): ("标题",),
    ("Issuer", "name"): ("名称",),
    ("Period", "end"): ("结束时间", "截止日期"),
    ("Results", "as_of"): ("截止日期", "统计截止日期"),
}
# The fixed values that are English, by the name of their set.
_VALUES: Mapping[str, Mapping[str, str]] = {
    "OutputForm": {"published": "公布稿", "issued": "印发稿"},
    "Slot": {
        "opening": "开头",
        "organisation": "组织整改情况",
        "results": "整改情况",
        "next_steps": "下一步打算",
    },
    "Stage": {"draft": "送审稿", "comments": "征求意见稿", "final": "定稿"},
}
_VALUE_ALIASES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("OutputForm", "published"): ("公开稿",),
    ("OutputForm", "issued"): ("正式稿",),
}
# What a text may name in `{{ … }}`, in Chinese.
PLACEHOLDERS: Mapping[str, str] = {
    "数目.方面": "counts.sections",
    "数目.问题": "counts.issues",
    "数目.子问题": "counts.sub_issues",
    "数目.整改措施": "counts.measures",
    "数目.已完成": "counts.done",
    "数目.未完成": "counts.ongoing",
    "数目.完成率": "counts.rate",
    "数目.子问题已完成": "counts.sub_done",
    "数目.子问题未完成": "counts.sub_ongoing",
    "数目.子问题完成率": "counts.sub_rate",
    "数目.全部": "counts.declared",
    "发文机关.全称": "issuer.name",
    "发文机关.简称": "issuer.short_name",
}
_NAMED = Regex(r"(\{\{ *)([\w.]+)")  # {{ counts.issues


def chinese_name(model: type[BaseModel], field: str) -> str:
    """Return what a field of a model is called in Chinese."""
    return _OWN.get((model.__name__, field)) or _NAMES[field]


def field_of(model: type[BaseModel], typed: str) -> str | None:
    """Return the field that is meant by a key, typed in English, in Chinese or as offices say; None where none is."""
    return typed_names(model).get(typed)


@cache
def typed_names(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the field for each key that an author may type in a mapping of the model."""
    return {typed: field for field in model.model_fields for typed in names_of_field(model, field)}


def chinese_value(enum: type[StrEnum], value: str) -> str:
    """Return what a fixed value is called in Chinese: mostly what it is."""
    return _VALUES.get(enum.__name__, {}).get(value, value)


def value_of(enum: type[StrEnum], typed: str) -> str | None:
    """Return the fixed value that is meant by a text, in English or in Chinese; None where none is."""
    return typed_values(enum).get(typed)


@cache
def typed_values(enum: type[StrEnum]) -> Mapping[str, str]:
    """Return the fixed value for each text that an author may type for one of a set."""
    return {typed: member.value for member in enum for typed in names_of_value(enum, member.value)}


def names_of_field(model: type[BaseModel], field: str) -> Iterator[str]:
    """Yield all that may be typed for a field: its English name, its Chinese one, what else offices say."""
    yield from (field, chinese_name(model, field))
    yield from (*_ALIASES.get(field, ()), *_OWN_ALIASES.get((model.__name__, field), ()))


def names_of_value(enum: type[StrEnum], value: str) -> Iterator[str]:
    """Yield all that may be typed for a fixed value, as often as it is the same in both languages."""
    yield from (value, chinese_value(enum, value), *_VALUE_ALIASES.get((enum.__name__, value), ()))


def with_placeholders(text: str, keys: Keys) -> str:
    """Return a text with what its `{{ … }}` name in one language: {{ counts.issues }}, {{ 数目.问题 }}."""
    names = PLACEHOLDERS if keys is Keys.ENGLISH else {english: chinese for chinese, english in PLACEHOLDERS.items()}
    return _NAMED.sub(lambda match: f"{match[1]}{names.get(match[2], match[2])}", text)
