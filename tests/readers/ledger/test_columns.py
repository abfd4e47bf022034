"""The names that offices give to columns."""

import pytest

from bulletin_gen.ledger import LedgerColumn
from bulletin_gen.readers.ledger.columns import Role, named, one_each, role_of


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("序号 编号 序 №", Role.NUMBER),
        ("方面 类别 问题类别 问题分类", Role.SECTION),
        ("反馈问题 存在问题 问题 巡察反馈问题 主要问题 反馈意见 问题清单 发现的问题 巡察反馈的问题", Role.PROBLEM),
        ("问题表现 具体问题 具体表现 主要表现", Role.DETAIL),
        ("整改措施 措施 具体措施 整改任务 整改举措 具体整改措施", Role.MEASURES),
        ("牵头领导 责任领导 分管领导 责任人 包抓领导 整改责任人 第一责任人", Role.LEADER),
        ("责任单位 牵头单位 责任部门 责任科室 承办单位", Role.UNIT),
        ("完成时限 整改时限 整改期限 完成时间 时间节点 计划完成时间 时限要求 整改完成时限", Role.DEADLINE),
        ("整改情况 进展情况 整改进展 整改成效 完成情况 整改落实情况 整改进展情况 目前进展情况", Role.SITUATION),
        ("整改状态 是否完成 状态 完成状态 销号情况 是否销号 是否已完成整改", Role.STATUS),
        ("备注 配合单位 说明", Role.REMARK),
    ],
)
def test_each_name_is_known(names: str, role: Role) -> None:
    assert {name: role_of(name) and role_of(name)[0] for name in names.split()} == dict.fromkeys(names.split(), role)  # type: ignore[index]


@pytest.mark.parametrize(
    "name", ["", "联系电话", "金额", "临江区民政局巡察反馈问题整改台账", "填报单位：民政局", "问题线索移送情况"]
)
def test_other_names_are_not(name: str) -> None:
    assert role_of(name) is None


def test_brackets_spaces_and_line_ends_in_a_name_do_not_matter() -> None:
    assert role_of(" 完 成\n时限（具体到月）：") == (Role.DEADLINE, 0)


@pytest.mark.parametrize("column", LedgerColumn)
def test_the_names_that_we_write_are_known(column: LedgerColumn) -> None:
    assert role_of(column) is not None


def test_of_two_columns_for_one_thing_the_better_name_counts() -> None:
    columns = one_each([named(1, ["牵头单位"]), named(2, ["责任单位"]), named(3, ["责任人"])])

    assert [column.role for column in columns] == [Role.REMARK, Role.UNIT, Role.LEADER]


def test_the_number_of_a_measure_is_no_number_of_a_problem() -> None:
    assert named(3, ["整改措施", "序号"]).role is None
    assert named(4, ["整改措施", "内容要求"]).role is Role.MEASURES
