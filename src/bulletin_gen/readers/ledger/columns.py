"""What the columns of a ledger hold, by the names that offices give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.ledger.grid import letter
from bulletin_gen.readers.ledger.status import is_status
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown


class Role(StrEnum):
    """What a column is taken for, called as we call it."""

    NUMBER = "序号"
    SECTION = "方面"
    PROBLEM = "问题"
    DETAIL = "具体问题"
    MEASURES = "措施"
    LEADER = "责任领导"
    UNIT = "责任单位"
    DEADLINE = "完成时限"
    SITUATION = "整改情况"
    STATUS = "整改状态"
    TICK = "打勾的状态"  # a column for one status alone, in which a mark stands: 已完成 | 未完成
    REMARK = "备注"  # has no place in a bulletin, nor has any column that is known by no name


# Names as a ledger has them, without white space and what stands in brackets. The first kind of a role is the best.
_NAMES: Mapping[Role, tuple[Regex, ...]] = {
    Role.NUMBER: (Regex(r"(?:问题)?(?:序号|编号|项次|序|号)|№|No\.?", re.IGNORECASE),),
    Role.SECTION: (Regex("(?:问题|反馈)?(?:方面|类别|类型|分类|领域|维度)|(?:问题)?所属(?:方面|类别)|一级问题|大类"),),
    Role.PROBLEM: (
        Regex("(?:巡察|巡视|反馈|存在|发现|查摆|整改|主要|突出)*(?:的)?问题(?:清单|内容|描述|名称|概述|事项)?"),
        Regex("(?:巡察|巡视)?反馈(?:意见|内容|情况|事项)|整改事项|二级问题|问题点|事项|内容"),
    ),
    Role.DETAIL: (
        Regex(
            "(?:巡察|巡视|反馈)*(?:具体|主要|问题的?)(?:问题|表现|情形)(?:形式)?|(?:问题)?表现|细化问题|三级问题|具体事项|子问题"
        ),
    ),
    Role.MEASURES: (
        Regex(
            "(?:主要|具体|整改)*措施(?:内容|(?:及|和|、)?(?:要求|成效|(?:整改|完成|落实|进展)情况))?|(?:整改)?(?:举措|办法)"
        ),
        Regex("(?:整改|工作|具体)(?:任务|内容)|任务"),
    ),
    Role.LEADER: (
        Regex("(?:整改)?(?:责任|包抓|包保)(?:领导|班子成员)|责任县领导"),
        Regex("(?:牵头|分管|主管|主要)(?:县|市|区|镇|局)?(?:领导|负责人|责任人|班子成员)"),
        Regex("(?:整改|直接|第一|具体)?(?:责任人员?|负责人|经办人|联系人)"),
    ),
    Role.UNIT: (
        Regex("(?:整改)?责任(?:单位|部门|科室|股室|处室|主体|支部)(?:及配合单位)?"),
        Regex("(?:牵头|主责|承办|主办|落实)(?:单位|部门|科室|股室|处室)"),
        Regex("单位|部门|科室|股室"),
    ),
    Role.DEADLINE: (
        Regex("(?:计划|拟|预计)?(?:整改|完成|办结|销号|时间|办理)*(?:时限|期限|时间节点|限期)(?:要求)?"),
        Regex("(?:计划|拟|预计|要求)?(?:整改)?完成(?:时间|日期)|整改时间|时间要求|截止(?:时间|日期)|截至日期"),
    ),
    Role.SITUATION: (
        Regex(
            "(?:目前|当前)?(?:整改|落实|完成|工作|办理)*(?:及)?"
            "(?:情况|进展情况|进展|成效|结果|进展及成效|情况及成效|落实情况)"
        ),
        Regex("(?:阶段性)?(?:整改|工作)?(?:成果|效果|进度)(?:情况)?"),
    ),
    Role.STATUS: (
        Regex(
            "(?:是否(?:已)?(?:按期|全部)?(?:完成|整改|办结)(?:整改|到位)?)|(?:整改|完成|办理|当前|目前)?(?:状态|与否)"
        ),
        Regex("(?:是否|整改)?销号(?:情况|状态|与否)?"),
    ),
    Role.REMARK: (Regex("备注|说明|其他|配合(?:单位|部门|科室)|协助单位|整改目标|预期目标|佐证材料"),),
}
_IN_BRACKETS = Regex(r"[（(][^（）()]{0,30}[）)]")  # 完成时限（具体到月）
_BELOW = "·"  # between the names of a group and of a column in it
_YES_NO = frozenset("是否√×")
LONGEST_NAME = 20  # characters
_LONGEST_TEXT = 80  # with what stands in brackets and between characters


@frozen
class Column:
    """A column of a ledger. `name` is what stands above it, `rank` how good a name that is for its role, 0 the best."""

    at: int
    name: str
    role: Role | None
    rank: int = 0

    @property
    def own_name(self) -> str:
        """The lowest of the names above it: 责任领导 of 整改责任·责任领导."""
        return self.name.rpartition(_BELOW)[2]

    @property
    def place(self) -> str:
        return f"{letter(self.at)}列" + (f"“{shown(self.name)}”" if self.name else "")


def role_of(name: str) -> tuple[Role, int] | None:
    """Return what a column of that name holds, and how good the name is for it; None where the name says nothing."""
    if len(name) > _LONGEST_TEXT:
        return None
    bare = _IN_BRACKETS.sub("", "".join(name.split())).strip("：:")
    if not bare or len(bare) > LONGEST_NAME:
        return None
    if is_status(bare) and bare not in _YES_NO:
        return Role.TICK, 0
    for role, patterns in _NAMES.items():
        for rank, pattern in enumerate(patterns):
            if pattern.fullmatch(bare):
                return role, rank
    return None


def named(at: int, levels: Sequence[str]) -> Column:
    """Return a column by the names above it, from the top: the lowest that says something counts."""
    distinct = list(dict.fromkeys(filter(None, ("".join(level.split()) for level in levels))))
    name = _BELOW.join(distinct)
    lowest = distinct[-1:] and role_of(distinct[-1])
    above = role_of(distinct[0]) if len(distinct) > 1 else None
    if lowest and above and lowest[0] is Role.NUMBER:  # 整改措施·序号: the number of a measure
        return Column(at, name, None)
    found = lowest or above
    return Column(at, name, found[0], found[1]) if found else Column(at, name, None)


def one_each(columns: Sequence[Column]) -> list[Column]:
    """Return the columns, the best of several that are named for one thing being that; the others are remarks.

    Where none is named for the problems, 具体问题 are meant.
    """
    roles = {column.role for column in columns}
    if Role.PROBLEM not in roles and Role.DETAIL in roles:
        columns = [replace(one, role=Role.PROBLEM) if one.role is Role.DETAIL else one for one in columns]
    best: dict[Role, Column] = {}
    for column in columns:
        if column.role and (column.role not in best or column.rank < best[column.role].rank):
            best[column.role] = column
    return [_kept(column, best) for column in columns]


def _kept(column: Column, best: Mapping[Role, Column]) -> Column:
    if column.role in (None, Role.REMARK, Role.TICK) or best[column.role] is column:
        return column
    return Column(column.at, column.name, Role.REMARK)
