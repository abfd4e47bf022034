"""Rules on how paragraphs, and headings within them, end."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.checks.spaces import goes_on
from bulletin_gen.document import Heading, Paragraph
from bulletin_gen.finding import Severity
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.regex import Regex

_STOPPED = tuple("。！？；：…—，、")
_CLOSING = "”’）》〉】"
_GOES_ON = ("，", "、")
_ADDRESS_END = Regex(r"[!-~]$")  # …@qinghe.gov.cn, a telephone number: none is wanted there
_SENTENCES = Regex("[，；。]")
_OFFICE_LABEL = Regex("(?:责任|牵头|配合|协同|整改|完成)(?:单位|领导|部门|科室|人|时限)：")
_SHORTEST = 30  # characters of a paragraph of one sentence; shorter lines may be labels, names, cells of a table
_SHARE = 3  # a third of the paragraphs without a stop: cut lines, or a style of the author's
_LEAST = 4
_RUN_IN = Regex("一是(?!一)(?:(?<=整改情况一是)|(?<=落实情况一是)|(?<=进展情况一是)|(?<=”问题一是)|(?<=”的问题一是))")
_JOINED = Regex("反馈了?[^，。；]{0,12}(?:意见|情况|问题)(，)(?=(?:按照|根据)[^，。；]{2,30}，现将)")
_PUBLISHED = Regex("现将[^，。；：]{2,40}(?:予以|向社会)(?:公布|公开|通报)(：)$")


def _is_text(passage: Passage) -> bool:
    """Is it a paragraph of sentences: no heading of its own, label, signature, table, title?"""
    text = passage.text.strip()
    if not text or "\t" in text:  # a row of a table
        return False
    match passage.block:
        case Heading(body=()):
            return False
        case Heading():
            return True
        case Paragraph():
            is_heading = (leading_label(text) or _OFFICE_LABEL.match(text)) is not None and "。" not in text
            is_told = "。" in text or (len(text) >= _SHORTEST and _SENTENCES.search(text) is not None)
            return is_told and not is_heading
        case _:
            return False


def _lacks_stop(passage: Passage) -> bool:
    text = passage.text.rstrip()
    said = text.rstrip(_CLOSING)
    if text.endswith("）"):  # （责任单位：办公室）may follow the full stop, or stand for a sentence
        return False
    return not said.endswith(_STOPPED) and not _ADDRESS_END.search(text)


@on(
    "marks/no-stop-at-end",
    Severity.WARNING,
    title="段末没有句号",
    why="一段话说完，末尾要有句号；标题、署名、日期、表格除外。",
    source="GB/T 15834-2011 4.1",
    wrong=("一是召开专题会议，研究整改方案。二是健全联农机制，帮助种植户增收\n三是加强监督，逐项销号。",),
    right=(
        "一是召开专题会议，研究整改方案。二是健全联农机制，帮助种植户增收。",
        "（一）落实上级部署，推动高质量发展方面",
        "如有意见，请及时反映。电子邮箱：qhxcb@qinghe.gov.cn",
    ),
)
def no_stop_at_end(manuscript: Manuscript) -> Iterator[Hit]:
    """Find each paragraph that ends without a stop; only the first where so many do that it is how the file is made."""
    lacking = [passage for passage in manuscript.passages if _lacks_stop(passage) and _is_text(passage)]
    texts = list(filter(_is_text, manuscript.passages)) if len(lacking) >= _LEAST else []
    is_habit = len(lacking) >= _LEAST and _SHARE * len(lacking) >= len(texts)
    for passage in lacking[:1] if is_habit else lacking:
        end = len(passage.raw.rstrip())
        words = passage.raw[max(end - 8, 0) : end]
        message = f"全文有{len(lacking)}段末尾没有句号" if is_habit else f"段末“{words}”后面没有句号"
        hint = "请补上句号；如是按行断开的，请把各行接成段" if is_habit else "请补上句号"
        yield Hit(passage, message, hint, end - 1, end, None if is_habit else f"{passage.raw[end - 1]}。")


@on(
    "marks/comma-at-end",
    Severity.WARNING,
    title="段末是逗号或顿号",
    why="一段的末尾不能是逗号、顿号：不是漏了下文，就是该用句号。",
    source="GB/T 15834-2011 4.1、4.4",
    wrong=("一是召开专题会议，研究整改方案。二是建立整改台账，逐项销号，",),
    right=("一是召开专题会议，研究整改方案。二是建立整改台账，逐项销号。",),
)
def comma_at_end(manuscript: Manuscript) -> Iterator[Hit]:
    """Find a comma that ends a paragraph; where the next one goes on from it, a line was broken."""
    for passage, following in zip(manuscript.passages, [*manuscript.passages[1:], None], strict=False):
        text = passage.text.rstrip()
        if not text.endswith(_GOES_ON) or not _is_text(passage):
            continue
        if following is None or following.block is None or not goes_on(passage, following):
            end = len(text)
            message = f"段末是“{passage.raw[end - 1]}”"
            yield Hit(passage, message, "请补上下文；话已说完的，改成句号", end - 1, end)


@on(
    "marks/no-stop-after-heading",
    Severity.ERROR,
    title="标题与正文之间没有句号",
    why="标题后面接着写正文的，标题末尾要有句号，否则标题和“一是”连成一句。",
    source="GB/T 15834-2011 附录 B.4",
    wrong=("1.关于“台账不健全”的整改情况一是建立台账，逐项登记。",),
    right=("1.关于“台账不健全”的整改情况。一是建立台账，逐项登记。", "主要问题一是多头管理，二是责任不清。"),
)
@each_saying(_RUN_IN)
def no_stop_after_heading(passage: Passage) -> Iterator[Hit]:
    match = _RUN_IN.search(passage.text)
    if match and "。" not in passage.text[: match.start()] and leading_label(passage.text.strip()):
        at = match.start() - 1
        words = passage.raw[max(at - 3, 0) : at + 1]
        yield Hit(passage, f"标题“…{words}”与“一是”之间没有句号", "请补上句号", at, at + 1, f"{passage.raw[at]}。")


@on(
    "marks/colon-ends-publication",
    Severity.ADVICE,
    title="公布的一句以冒号结束",
    why="“现将……予以公布”说完了一件事，后面是全文各部分，宜用句号；“公布如下”才用冒号。",
    source="GB/T 15834-2011 4.1、4.7",
    wrong=("按照巡察工作有关要求，现将整改落实情况予以公布：",),
    right=("按照巡察工作有关要求，现将整改落实情况予以公布。", "现将整改情况公布如下："),
)
@each_saying(_PUBLISHED)
def colon_ends_publication(passage: Passage) -> Iterator[Hit]:
    match = _PUBLISHED.search(passage.text.rstrip())
    if match:
        yield Hit(passage, "“予以公布”后面是冒号", "请改成句号，或写“公布如下：”", *match.span(1), instead="。")


@on(
    "marks/comma-before-publication",
    Severity.WARNING,
    title="公布的一句前面用了逗号",
    why="反馈意见是一件事，公布整改情况是另一件事；中间用逗号，两句话就连成了一句。",
    source="GB/T 15834-2011 4.1",
    wrong=("6月7日，巡察组反馈了巡察意见，按照巡察工作有关要求，现将整改情况予以公布。",),
    right=(
        "6月7日，巡察组反馈了巡察意见。按照巡察工作有关要求，现将整改情况予以公布。",
        "按照党务公开原则，根据巡察工作要求，现将整改情况予以公布。",
    ),
)
@each_saying(_JOINED)
def comma_before_publication(passage: Passage) -> Iterator[Hit]:
    for match in _JOINED.finditer(passage.text):
        yield Hit(passage, "反馈与公布两句话之间是逗号", "请改成句号", *match.span(1), instead="。")


ENDS: tuple[Rule[Manuscript], ...] = (
    no_stop_at_end,
    comma_at_end,
    no_stop_after_heading,
    colon_ends_publication,
    comma_before_publication,
)
