"""Every figure that a text still says, each with the reason why it may, written apart from what takes them out.

A figure is a run of digits, of either width, or a number in Chinese numerals before a measure word.
"""

import re
from typing import NamedTuple

_HAN = "[〇零一二三四五六七八九十百千两]"
_MEASURE = (
    "[个项条次名人家户场份件处起批轮期届年月天日周岁元吨亩米倍篇本册块宗笔间所座栋辆台套门类种支只部章张片段道股成]"
    "|公里|季度|方面|人次"
)
_FIGURE = re.compile(
    rf"[0-9０-９]+(?:[.,．][0-9０-９]+)*|{_HAN}+[余多几万亿]*(?:{_MEASURE})|{_HAN}{{4}}年|{_HAN}+分之{_HAN}"
)
_OPEN = re.compile("【待[^】\n]*】")

# Why a figure may stay: its name, and what is looked for around it; › and ‹ stand for its begin and end.
_REASONS: tuple[tuple[str, str], ...] = (
    ("编号", r"(?m)^(?:问题)?（?›[^‹]+‹[.．、）：]|^›[^‹]+‹\t|^附件›\d+‹$"),
    ("文中的编号", r"(?:^|[。；：，])（›\d{1,2}‹）"),
    ("台账里措施的编号", r"\t›1‹\.|^›[12]‹\.□"),
    ("几个部门的合称", "›[两三四五六]部‹门"),
    ("每百人的比率", "每›百[名人]‹"),
    ("周期", "›一周‹期"),
    ("附件的序号", r"附件›\d+‹|^附件：›1‹\.|^›\d+‹\."),
    ("联系方式", r"(?:电话|传真|邮编|邮政编码|信箱|邮箱|地址)[：:][^。；\n]*›[^‹]+‹|›[^‹]+‹@|@›[^‹]+‹"),
    ("邮政编码", r"邮政编码›\d{6}‹"),
    ("保密期限", r"(?:绝密|机密|秘密)★›[^‹]+‹"),
    ("派驻机构的名称", r"派驻›?第?[^，。]{0,3}‹?.{0,8}纪检监察组"),
    ("党的会议的名称", r"党的›?[一二三四五六七八九十]+‹?大"),
    (
        "固定的名称",
        "›(?:八项|四个|两个|三个|五个|六个|十个|百年|千家)‹?(?:规定|意识|自信|全面|伟大|维护|确立|责任|务必|代表|万户)",
    ),
    ("引号里的名称", r"“[^“”\n]{0,12}›[^‹“”]+‹[^“”\n]{0,12}”"),
    ("多久一次", r"每[^，。；\n]{0,40}›一[次轮场]‹"),
    ("多久一次", r"›[一二三半]+[年月周]‹[^，。；\n]{0,6}一"),
    (
        "不计数的“一”",
        r"›一[个项条名人家户场份件处批年类种本笔段道部门张片期起天日月成]‹|[的是又再新上下这][^，。；\n]?›一[次轮年]‹|›一次‹性",
    ),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _REASONS)


class Left(NamedTuple):
    """A figure, the words around it, and why it may stay; "" where nothing explains it."""

    figure: str
    around: str
    reason: str


def figures_left(text: str) -> list[Left]:
    """Return each figure of a text outside its 【待补】, in order."""
    bare = _OPEN.sub("□", text)
    return [_left(line, match) for line in bare.split("\n") for match in _FIGURE.finditer(line)]


def _left(line: str, match: re.Match[str]) -> Left:
    marked = f"{line[: match.start()]}›{match[0]}‹{line[match.end() :]}"
    reason = next((name for name, pattern in _PATTERNS if pattern.search(marked)), "")
    return Left(match[0], line[max(match.start() - 12, 0) : match.end() + 10], reason)
