"""Bulletins to be timed, made up by number: no two are the same, so that nothing remembered can help."""

_PLACES = ["青禾", "临江", "石桥", "云岭", "岚川", "清溪", "白杨", "柳溪", "松河", "平原"]
_MATTERS = [
    *("工程质量监管", "资金拨付", "项目验收", "台账管理", "学习教育"),
    *("值班值守", "档案管理", "公务接待", "物资采购", "信访办理"),
]
_FAULTS = ["不够及时", "不够规范", "责任不清", "检查不严", "落实较慢"]


def spec_text(number: int, issues: int = 40) -> str:
    """Return the YAML of a bulletin with so many issues, ten to a part; forty make about eleven pages."""
    place, last = _word(_PLACES, number), (issues + 9) // 10
    parts = (_part(number, part, min(10, issues - 10 * part)) for part in range(last))
    return f"""\
issuer:
  name: 中共{place}县第{number + 1}水务管理局党组
inspection:
  team: 县委第二巡察组
  deployed_by: 县委
  period: {{start: 2025-03-01, end: 2025-05-30}}
  feedback:
    date: 2025-07-15
results:
  sections:
{"".join(parts)}issue_date: 2026-01-20
"""


def _part(number: int, part: int, issues: int) -> str:
    told = "".join(_issue(number, 10 * part + at) for at in range(issues))
    return f"    - heading: {_word(_MATTERS, number + part)}方面\n      issues:\n{told}"


def _issue(number: int, at: int) -> str:
    matter, fault = _word(_MATTERS, number + at), _word(_FAULTS, number * 3 + at)
    room, times = _word(_PLACES, number + at * 7), (number + at) % 28 + 1
    return f"""\
        - heading: {room}{matter}{fault}的问题
          measures:
            - 由{room}站逐项梳理{matter}中的薄弱环节，制定任务清单，明确时限和责任人，按周调度，专题研究{times}次。
            - 组织业务培训{times + 1}场，参训{times + 20}人，修订《{room}{matter}办法》，对照制度抽查{times + 2}次。
          status: 已完成
"""


def _word(words: list[str], number: int) -> str:
    return words[number % len(words)]
