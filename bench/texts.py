"""Bulletins to be timed, made up by number: no two are the same, nor two paragraphs of one.

Nothing remembered can help then: typst keeps the paragraphs that it has set, we keep what we have measured. They are
as published ones are, too: paragraphs of a hundred characters and more, 700 to 900 different ones in a text. For that
every tenth character of a sentence is another, by number; what they say makes no sense.
"""

_PLACES = ["青禾", "临江", "石桥", "云岭", "岚川", "清溪", "白杨", "柳溪", "松河", "平原"]
_MATTERS = [
    *("工程质量监管", "资金拨付", "项目验收", "台账管理", "学习教育"),
    *("值班值守", "档案管理", "公务接待", "物资采购", "信访办理"),
]
_FAULTS = ["不够及时", "不够规范", "责任不清", "检查不严", "落实较慢"]
_SENTENCES = [
    "由{room}站逐项梳理{matter}中的薄弱环节，制定任务清单，明确时限和责任人，按周调度，专题研究{times}次",
    "组织业务培训{more}场，参训{many}人，修订《{room}{matter}办法》，对照制度抽查{more}次",
    "围绕“{matter}怎么抓”开展大讨论，收集意见{many}条，逐条研究回复，采纳{times}条",
    "召开{matter}现场会，邀请群众代表、施工企业和监理单位参加，当场答复诉求{more}件，其余限期办结",
    "对近三年的{matter}资料全面清理，查漏补缺{many}份，移交{room}站统一保管，建立借阅登记制度",
    "与相关部门联合检查{room}片区{times}轮，发现隐患{many}处，下发整改通知书，逐处复查销号",
    "把{matter}纳入年度考核，按季通报进展，对工作滞后的{more}个科室负责人进行提醒谈话",
]
_CHANGED = 10  # each so manieth character is another
_HANZI = 3755  # of the first level of GB 2312


def spec_text(number: int, issues: int = 40, sentences: int = 2) -> str:
    """Return the YAML of a bulletin with so many issues, ten to a part; forty make some fifteen pages.

    Each has two measures of so many sentences.
    """
    place, last = _word(_PLACES, number), (issues + 9) // 10
    parts = (_part(number, part, min(10, issues - 10 * part), sentences) for part in range(last))
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


def _part(number: int, part: int, issues: int, sentences: int) -> str:
    told = "".join(_issue(number, 10 * part + at, sentences) for at in range(issues))
    return f"    - heading: {_word(_MATTERS, number + part)}方面\n      issues:\n{told}"


def _issue(number: int, at: int, sentences: int) -> str:
    matter, fault = _word(_MATTERS, number + at), _word(_FAULTS, number * 3 + at)
    place = _word(_PLACES, number + at * 7 + at // 10)
    heading = _changed(f"{place}{matter}{fault}的问题", number * 59 + at)
    return f"""\
        - heading: {heading}
          measures:
            - {_measure(number, 2 * at, sentences)}。
            - {_measure(number, 2 * at + 1, sentences)}。
          status: 已完成
"""


def _measure(number: int, at: int, count: int) -> str:
    said = {
        "room": _word(_PLACES, number + at * 7),
        "matter": _word(_MATTERS, number + at // 2),
        "times": (number + at) % 28 + 2,
        "more": (number + at) % 9 + 3,
        "many": (number * 7 + at) % 70 + 20,
    }
    sentences = (_word(_SENTENCES, number + 3 * at + which).format(**said) for which in range(count))
    return _changed("；".join(sentences), number * 61 + at)


def _changed(text: str, seed: int) -> str:
    """Return a text with some of its Han characters changed, but for the first and the last two."""
    chars = list(text)
    for at in range(2 + seed % _CHANGED, len(chars) - 2, _CHANGED):
        if "\u4e00" <= chars[at] <= "\u9fff":
            chars[at] = _hanzi(seed * 131 + at * 17)
    return "".join(chars)


def _hanzi(number: int) -> str:
    row, cell = divmod(number % _HANZI, 94)
    return bytes((0xB0 + row, 0xA1 + cell)).decode("gb2312")


def _word(words: list[str], number: int) -> str:
    return words[number % len(words)]
