"""What an opinion on a heading does to a spec as it is now, and what is said of one that does not fit it."""

import pytest

from bulletin_gen.review.home.deed import Deed, Done, Lost, Move, Own, Remove
from bulletin_gen.review.home.deeds import deeds_of
from bulletin_gen.review.home.draft import draft_of
from bulletin_gen.review.opinion import Opinion, OpinionKind
from bulletin_gen.spec.load import load_spec

DRAFT = draft_of(
    load_spec(
        """\
issuer: {name: 中共青禾县水务局党组}
opening: 现将整改情况通报如下。
results:
  heading: 整改情况
  sections:
    - {heading: 履职方面, issues: [{heading: 管护不到位, text: 清理河道。, status: 已完成}]}
    - {heading: 队伍方面, issues: [{heading: 值班不落实, text: 重排值班表。, status: 已完成}]}
attachments: [{title: 清单, text: 甲项。}]
"""
    )
)


def deeds(kind: OpinionKind, path: str, old: str, new: str = "") -> tuple[Deed, ...] | Done | Lost:
    return deeds_of(Opinion(kind, "返回稿.docx", "县财政局", None, "", path, old, new), DRAFT)


def test_without_its_heading_a_section_leaves_its_issues_to_the_one_before() -> None:
    found = deeds(OpinionKind.DELETED, "results.sections[1].heading", "队伍方面")

    assert isinstance(found, tuple)
    assert Remove("results.sections[1]") in found
    assert [str(one.slot) for one in found if isinstance(one, Move)] == ["results.sections[0].issues[1]"]


def test_without_its_heading_a_part_leaves_its_labels_to_those_below_it() -> None:
    found = deeds(OpinionKind.DELETED, "results.heading", "整改情况")

    assert found == (Remove("results.heading"), Own("results.section_label", "（一）"))


def test_a_heading_that_is_gone_already_is_done() -> None:
    assert deeds(OpinionKind.DELETED, "results.sections[1].heading", "别的方面") == Done()


@pytest.mark.parametrize(
    ("kind", "path", "old", "new"),
    [
        (OpinionKind.DELETED, "attachments[0].heading", "附件", ""),
        (OpinionKind.CHANGED, "results.sections[1].label", "（三）别的方面", "别的方面"),
        (OpinionKind.CHANGED, "results.sections[1].form", "别的方面", "别的方面。正文"),
        (OpinionKind.CHANGED, "results.sections[1].heading", "别的方面", "别的\n方面"),
        (OpinionKind.MOVED, "results.sections[9].heading → results.sections[0]", "别的方面", "别的方面"),
    ],
)
def test_what_does_not_fit_the_spec_is_told(kind: OpinionKind, path: str, old: str, new: str) -> None:
    assert isinstance(deeds(kind, path, old, new), Lost)
