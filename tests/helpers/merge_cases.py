"""A draft that is sent round, and what is made of the files that come back: for the tests of merging."""

from collections.abc import Sequence
from dataclasses import replace

import bulletin_gen
from bulletin_gen import Handling, Merged, Numbering, Opinion, Spec
from bulletin_gen.merging import merge
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.returned import Returned
from word_edits import Hand

DRAFT = """\
# 第2稿，送各单位征求意见
issuer: {name: 中共青禾县水务局党组, short_name: 县水务局党组}
inspection:
  deployed_by: 县委
  team: 县委第二巡察组
  period: {start: 2025-03-03, end: 2025-04-18}
organisation:
  heading: 组织整改情况
  text: |
    {{ issuer.short_name }}对反馈的{{ counts.issues }}个问题逐条研究，召开会议8次。
    成立整改专班，每周调度一次。
results:
  heading: 整改落实情况
  progress: {}
  issues:
    - problem: 河道管护不到位
      measures:
        - 清理河道垃圾120吨。  # 数字待核
        - 聘请护河员36名，按月考核。
        - 修订管护办法，明确奖惩。
      status: 已完成
      responsible_unit: 河湖股
    - problem: 工程管理不规范
      text: 复核在建项目14个。
      status: 正在整改
      deadline: 2025-12-31
    - problem: 水价执行有偏差
      text: 清退多收水费3.2万元。
      status: 已完成
next_steps:
  heading: 下一步打算
  text: 对未完成的事项按月督办。
issue_date: 2025-07-01
"""
WATER, MONEY = Hand("县生态环境分局", "2025-06-02T09:30:00Z"), Hand("县财政局", "2025-06-03T10:00:00Z")


def spec_of(text: str = DRAFT) -> Spec:
    return bulletin_gen.load_spec(text, "通报.yaml")


def docx_of(spec: Spec, numbering: Numbering = Numbering.LITERAL) -> bytes:
    return bulletin_gen.render(spec, ["docx"], numbering=numbering).files["docx"]


SENT = docx_of(spec_of())


def returned(docx: bytes, name: str = "通报-县财政局.docx") -> Returned:
    return read_returned(docx, name)


def merged(*files: bytes | Returned, accept: str = "all", earlier: Sequence[Opinion] = (), text: str = DRAFT) -> Merged:
    found = [returned(file) if isinstance(file, bytes) else file for file in files]
    return merge(spec_of(text), found, earlier, accept)


def changed_lines(text: str, draft: str = DRAFT) -> list[str]:
    """Return the lines of a merged file that the draft has not, and behind a - those that only the draft has."""
    old, new = draft.splitlines(), text.splitlines()
    return [
        *(f"-{line.strip()}" for line in old if line not in new),
        *(line.strip() for line in new if line not in old),
    ]


def decided(found: Merged, **by_new: Handling) -> list[Opinion]:
    return [replace(one, handling=by_new.get(one.author, one.handling)) for one in found.opinions]
