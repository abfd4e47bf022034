"""Rules on lists in a sentence: 、 and ， between equal items, a full stop inside a series of semicolons."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.wrong_numbers import APPROXIMATE, approximate_numbers

_HAN = "[\u4e00-\u9fff]"
# 重点项目，在谈、在建项目: the head noun again, after items of one shape
_COMMA_IN_LIST = Regex(f"，({_HAN}{{2}})、({_HAN}{{2}})({_HAN}{{2}})(?![\\d一二三四五六七八九十几])")
# 清单制度，台账制度、销号制度: items of one length and one end
_COMMA_AMONG_LIKE = Regex(f"，({_HAN}{{4,6}})、({_HAN}{{4,6}})(?=[，。；、等])")
_ALL_HAN = Regex(f"{_HAN}{{1,6}}")
_PARTING = frozenset("，、：；")
_FORBIDDEN = "杜绝|防止|防范|严禁|整治|查处|清理|清除|消除|避免|纠正|打击|禁止|反对|抵制|治理|惩治"
# 杜绝假协议，假项目。
_SAME_SHAPE = Regex(f"(?:{_FORBIDDEN})了?({_HAN}{{2,5}})(，)({_HAN}{{2,5}})(?=[。；，])")
# 评估计划的可行性，年产值的科学性。
_QUALITIES = Regex(f"的{_HAN}{{2}}性(，)({_HAN}{{2,6}}的{_HAN}{{2}}性)(?=[。；])")
_TAKES_QUALITY = Regex(
    "增强|增大|削弱|加大|提高|提升|保证|确保|保障|维护|发挥|调动|激发|强化|注重|突出|体现|把握|坚持|加强|保持|评估|论证|审查|分析"
    "|核查|明确|尊重|认识|具有|缺乏|重视|审核|检验|考虑|兼顾|增加|扩大|丰富|改善|优化|凸显|彰显|强调|实现|推动|促进|降低|减少"
)
# 围绕法规学习，案例警示，开展
_TOPICS = Regex(f"(?:围绕|聚焦|针对)({_HAN}{{4,8}})(，)({_HAN}{{4,8}})，(?:开展|组织|举办|部署|制定)")
_NOUN_OF_ACTION = Regex("(?:学习|警示|教育|培训|宣传|整治|检查|建设|管理|监督|服务|治理|改革|保护)$")
# ……；甲乙丙。丁戊，己庚；: a short member of a series that ends in a full stop, the series going on
_STOP_IN_SERIES = Regex("；([^；，。：？！“”]{4,18})(。)(?=[^；。：]{2,80}；)")
_VERBS = (
    "深入|开展|加强|强化|树立|完善|健全|建立|推进|推动|落实|组织|规范|严格|提升|提高|做好|抓好|突出|坚持|注重|选树|营造|丰富|优化|盯住|盯紧"
    "|紧盯|紧扣|结合|利用|运用|依托|围绕|聚焦|对照|邀请|制定|召开|定期|及时|全面|扎实|认真|持续"
)
_ACTS = Regex(_VERBS)


@on(
    "marks/comma-in-list",
    Severity.WARNING,
    title="顿号列举里夹了逗号",
    why="同一层次的并列词语之间用顿号；其中一处用逗号，层次就乱了。",
    source="GB/T 15834-2011 4.5",
    wrong=("定期调度签约项目，在谈、在建项目。", "推行会议制度、清单制度，台账制度、销号制度。"),
    right=(
        "定期调度签约项目、在谈项目、在建项目。",
        "梳理历史项目，终止、暂停项目11个。",
        "压实责任，开展警示教育、廉政教育。",
    ),
)
@each_saying(_COMMA_IN_LIST, _COMMA_AMONG_LIKE)
def comma_in_list(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for match in _COMMA_IN_LIST.finditer(text):
        noun = text[max(match.start() - 2, 0) : match.start()]
        if noun == match[3] and match[1][0] == match[2][0]:
            yield _listed(passage, match.start(), f"{noun}{match[0]}")
    for match in _COMMA_AMONG_LIKE.finditer(text):
        start = match.start() - len(match[1])
        item = text[max(start, 0) : match.start()]
        is_alike = len(match[1]) == len(match[2]) and item[-1:] == match[1][-1] == match[2][-1]
        if is_alike and text[max(start - 1, 0) : start] in _PARTING and _ALL_HAN.fullmatch(item):
            yield _listed(passage, match.start(), f"{item}{match[0]}")


def _listed(passage: Passage, comma: int, said: str) -> Hit:
    message = f"“{said}”里的逗号隔开了并列的几项"
    return Hit(passage, message, "请都用顿号", comma, comma + 1, instead="、")


@on(
    "marks/comma-between-nouns",
    Severity.WARNING,
    title="并列的名词之间用了逗号",
    why="同一个动词管着的几个并列名词之间用顿号，用逗号会被读成另一句的开头。",
    source="GB/T 15834-2011 4.5",
    wrong=(
        "严格审核，杜绝假合同，假发票。",
        "论证建设方案的可行性，资金来源的可靠性。",
        "围绕廉政法规学习，身边案例警示，开展专题教育。",
    ),
    right=(
        "严格审核，杜绝假合同、假发票。",
        "增强党员的自觉性，提高干部的主动性。",
        "围绕作风纪律建设，强化日常监督，组织专项检查。",
        "杜绝弄虚作假，弄清来龙去脉。",
    ),
)
@each_saying(_SAME_SHAPE, _QUALITIES, _TOPICS)
def comma_between_nouns(passage: Passage) -> Iterator[Hit]:
    for match in _SAME_SHAPE.finditer(passage.text):
        if match[1][0] == match[3][0] and len(match[1]) == len(match[3]) <= _LONGEST_NOUN:
            yield Hit(passage, f"“{match[1]}，{match[3]}”是并列的", "请用顿号", *match.span(2), instead="、")
    for match in _QUALITIES.finditer(passage.text):
        if not _TAKES_QUALITY.match(match[2]) and "了" not in match[2]:
            yield Hit(passage, f"“{match[2]}”与前一项并列", "请用顿号", *match.span(1), instead="、")
    for match in _TOPICS.finditer(passage.text):
        is_alike = len(match[1]) == len(match[3]) and not _ACTS.match(match[3])
        if is_alike and _NOUN_OF_ACTION.search(match[1]) and _NOUN_OF_ACTION.search(match[3]):
            yield Hit(passage, f"“{match[1]}，{match[3]}”是并列的", "请用顿号", *match.span(2), instead="、")


_LONGEST_NOUN = 3


@on(
    "marks/approximate-number",
    Severity.WARNING,
    title="表示概数的两个数字之间用了顿号",
    why="相邻两个数字连用表示大概的数目时，中间不用顿号，数字用汉字：三四个、五六次。",
    source="GB/T 15834-2011 4.5.3.4、GB/T 15835-2011 4.2.2",
    wrong=("每月走访三、四次。", "每个支部配备2、3名委员。"),
    right=("每月走访三四次。", "发展第二、三产业。", "第一、二批问题已经办结。", "走访一、二年级学生。"),
)
@each_saying(APPROXIMATE)
def approximate_number(passage: Passage) -> Iterator[Hit]:
    for start, end, words in approximate_numbers(passage.text):
        yield Hit(passage, f"概数写成“{words}”", "请去掉顿号，用汉字连写，如“三四个”", start, end)


@on(
    "marks/stop-in-series",
    Severity.ADVICE,
    title="分号列举里夹了句号",
    why="几个并列分句用分号隔开时，中间的分句不用句号，否则列举到这里就断了。",
    source="GB/T 15834-2011 4.6、附录 A.5",
    wrong=("完善制度，规范流程；加强业务培训。邀请专家授课，组织测试；建立台账，逐项销号。",),
    right=(
        "完善制度，规范流程；加强业务培训，邀请专家授课；建立台账，逐项销号。",
        "一是建章立制；二是加强监督。同时，公开台账，接受监督；定期通报，形成震慑。",
    ),
)
@each_saying(_STOP_IN_SERIES)
def stop_in_series(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for match in _STOP_IN_SERIES.finditer(text):
        if _ACTS.match(match[1]) and _ACTS.match(text, match.end()):
            yield Hit(passage, f"前后都是分号，“{match[1]}”后面却是句号", "请改成逗号，或整段都用句号", *match.span(2))


LISTS: tuple[Rule[Manuscript], ...] = (comma_in_list, comma_between_nouns, approximate_number, stop_in_series)
