"""Rules on pages: what they cannot show as they should."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.checks.rule import Hit, Rule, found_by, on
from bulletin_gen.document import Block, Colophon, Document, Heading
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.pages import ColophonPlace, Line, Page, Pages
from bulletin_gen.placing.table import turned
from bulletin_gen.placing.title import is_shapely
from bulletin_gen.style import Style
from bulletin_gen.text.chars import is_lone

_ROUNDING_PT = 0.5
_MOST_STRETCH = 0.12  # of a line's width: more is seen at a glance
_QUOTED = 6  # characters, to be known again
_TOLD = 5
_NOTHING = Line(0.0, (), None)  # what stands before the first line
_HEAD = frozenset([Element.ORGAN_MARK, Element.DOCUMENT_NUMBER])
_SIGNED = frozenset([Element.SIGNATURE, Element.ISSUE_DATE])
_TEXT = frozenset([Element.BODY, *HEADINGS, Element.ATTACHMENT])


class Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class Printed(NamedTuple):
    """Pages that were laid out in `style`, and the blocks that they show."""

    pages: Pages
    style: Style
    blocks: tuple[Block, ...] = ()


def _spec(*lines: str) -> str:
    """Return a spec with these lines and nothing else to be said."""
    return "\n".join(("issuer: {name: 中共青禾县河湾镇委员会}", "opening: 无", *lines)) + "\n"


def _text(*paragraphs: str) -> str:
    """Return a spec with these paragraphs and nothing else."""
    return _spec("organisation:", "  text:", *(f"    - {paragraph}" for paragraph in paragraphs))


_BODY = "organisation: {text: 现将有关情况通报如下。}"


def _items(count: int) -> str:
    """Return the lines of so many paragraphs."""
    return "\n".join(f"    - 第{number}项制度已经修订。" for number in range(1, count + 1))


_ISSUED = "form: issued\nhead: {document_number: 河党发〔2025〕9号}"
_VILLAGES = "、".join(f"{name}村党支部" for name in "东西南北前后上中下大小新老高低平安乐丰")
_OFFICES = tuple(
    f"青禾县{name}局" for name in ("水务", "林业", "教育", "审计", "统计", "民政", "司法", "财政", "交通", "住建")
)
_JOINT = "title: 关于巡察整改情况的通报"
_COLOPHON = "colophon: {copies_to: 县委办, printing_office: 河湾镇党政办公室, printing_date: 2025-12-01}"


@on(
    "layout/no-text-on-first-page",
    Severity.WARNING,
    title="首页没有正文",
    why="版头、标题、主送机关占满了首页，正文从第二页才开始；标准要求首页必须显示正文。",
    source="GB/T 9704-2012 7.3.3",
    wrong=(_spec(_ISSUED, f"recipients: {'、'.join([_VILLAGES] * 3)}", _BODY),),
    right=(_spec(_ISSUED, "recipients: 各村党支部", _BODY),),
)
def first_page_without_text(printed: Printed) -> Iterator[Hit]:
    """Yield a hit when the first page of an official document shows nothing of its text."""
    pages = printed.pages.pages
    first, *others = map(_elements, pages)
    if first & _HEAD and not first & _TEXT and any(page & _TEXT for page in others):
        hint = "请缩短标题或主送机关，或把主送机关移到版记，或减少联合发文机关"
        yield Hit(pages[0].lines[0].origin.where, "首页没有正文", hint)


@on(
    "layout/outside-text-area",
    Severity.WARNING,
    title="文字超出版心",
    why="签发人、联合发文机关太多时排不进版心，印出来会被裁掉或压住别的内容。",
    source="GB/T 9704-2012 5.2.1",
    wrong=(
        _spec(
            "kind: 报告",
            "form: issued",
            f"head: {{document_number: 河党发〔2025〕9号, signers: [{', '.join(['王明', '李华', '张宁'] * 15)}]}}",
            _BODY,
        ),
    ),
    right=(
        _spec("kind: 报告", "form: issued", "head: {document_number: 河党发〔2025〕9号, signers: [王明, 李华]}", _BODY),
    ),
)
def text_outside(printed: Printed) -> Iterator[Hit]:
    """Yield a hit for the first line of each page that does not stand within the text area."""
    upright, across = _text_area(printed.style), _text_area(turned(printed.style))
    for page in printed.pages.pages:
        area = across if page.turned else upright
        line = next(_outside(page.lines, area), None)
        if line is not None:
            yield Hit(line.origin.where, f"第{page.number}页的“{line.text}”超出版心", "请缩短这一项的文字")


@on(
    "layout/heading-at-foot",
    Severity.ADVICE,
    title="标题落在页末，正文在下一页",
    why="标题与它下面的文字分在两页，读起来断了。一连串没有正文的标题超过一页时，程序也只能在中间断开。",
    source="排版惯例",
    wrong=(_spec("organisation:", "  items_form: 分行", "  items:", _items(30).replace("- ", "- heading: ")),),
    right=(
        _spec(
            "organisation:",
            "  items_form: 分行",
            "  items:",
            *(f"    - {{heading: 修订第{number}项制度, text: 已经印发执行。}}" for number in range(1, 13)),
        ),
    ),
)
def heading_at_foot(printed: Printed) -> Iterator[Hit]:
    """Yield a hit for each page that ends with a heading whose text begins on the next."""
    for page in printed.pages.pages[:-1]:
        last = page.lines[-1] if page.lines else _NOTHING
        block = printed.blocks[last.origin.block] if last.origin.block is not None and printed.blocks else None
        if isinstance(block, Heading) and not block.body:
            message = f"第{page.number}页以标题“{last.text}”结束，下面的内容在下一页"
            yield Hit(block.where, message, "请增减前面的文字，或在标题下写上内容")


@on(
    "layout/title-shape",
    Severity.ADVICE,
    title="标题各行不成梯形或菱形",
    why="分一行或多行居中排布；回行时，各行长短应成梯形或菱形，三行以上不应一样长，也不应中间短、两头长。",
    source="GB/T 9704-2012 7.3.1",
    wrong=(
        _spec("title: |", "  中共青禾县河湾镇委员会", "  关于县委第三轮常规巡察", "  反馈意见整改情况的通报", _BODY),
        _spec(
            "title: |", "  中共青禾县河湾镇委员会关于", "  十五届县委第三轮", "  巡察反馈意见整改落实情况的通报", _BODY
        ),
    ),
    right=(
        _spec("title: |", "  中共青禾县河湾镇委员会", "  关于县委第三轮巡察整改情况的通报", _BODY),
        _spec("title: |", "  中共青禾县河湾镇委员会", "  关于巡察整改情况的通报", _BODY),
        _spec("title: 中共青禾县河湾镇委员会关于巡察整改情况的通报", _BODY),
    ),
)
def title_shape(printed: Printed) -> Iterator[Hit]:
    """Yield a hit for a title of several lines that form neither a trapezium nor a rhombus."""
    lines = [line for page in printed.pages.pages[:1] for line in page.lines if line.origin.element is Element.TITLE]
    widths = [nominal_width(line.text, Spacing(1.0, 0.0, printed.style.engine)) for line in lines]
    if len(widths) > 1 and not is_shapely(widths):
        said = "、".join(f"{width:.1f}".removesuffix(".0") for width in widths)
        hint = "请换个地方断行，或去掉断行，由程序按词意分行"
        yield Hit(lines[0].origin.where, f"标题各行长 {said} 字，不成梯形或菱形", hint)


@on(
    "layout/signature-alone",
    Severity.WARNING,
    title="署名所在的页没有正文",
    why="署名、成文日期单独在一页上，容易被人换掉前面的内容；不得用“此页无正文”的办法。",
    source="GB/T 9704-2012 7.3.5.5",
    wrong=(_spec(_JOINT, f"joint_issuers: [{', '.join(_OFFICES)}]", "sealed: 是", _BODY),),
    right=(_spec(_JOINT, f"joint_issuers: [{', '.join(_OFFICES[:3])}]", "sealed: 是", _BODY),),
)
def signature_alone(printed: Printed) -> Iterator[Hit]:
    """Yield a hit for each page with a signature or a date and nothing of the text, while others have some."""
    pages = printed.pages.pages
    if any(_elements(page) & _TEXT for page in pages):
        for page in pages:
            if _elements(page) & _SIGNED and not _elements(page) & _TEXT:
                where = next(line.origin.where for line in page.lines if line.origin.element in _SIGNED)
                hint = "请增减正文的文字，使署名与正文最后几行同在一页"
                yield Hit(where, f"第{page.number}页只有署名，没有正文", hint)


@on(
    "layout/colophon-alone",
    Severity.NOTE,
    title="版记单独占一页",
    why="最后一页只差几行，版记排不下，单独占了一页。减少几行正文就能省下这一页；要放在双页上的除外。",
    source="GB/T 9704-2012 7.4",
    wrong=(_spec("form: issued", _COLOPHON, "organisation:", "  text:", _items(16)),),
    right=(
        _spec("form: issued", _COLOPHON, "organisation:", "  text:", _items(6)),
        _spec("form: issued", _COLOPHON[:-1] + ", on_even_page: 是}", "organisation:", "  text:", _items(16)),
    ),
)
def colophon_alone(printed: Printed) -> Iterator[Hit]:
    """Yield a hit for a 版记 that had no room on the last page of the text and was not asked to stand elsewhere."""
    block = next((block for block in printed.blocks if isinstance(block, Colophon)), None)
    if printed.pages.colophon is ColophonPlace.NEXT and block is not None and not block.on_even_page:
        yield Hit(block.where, "版记在正文的最后一页排不下，单独占了一页", "请减少几行正文，或精简抄送机关")


@on(
    "layout/stretched-line",
    Severity.NOTE,
    title="一行的字距拉得太开",
    why="下一行开头的数字或字母串不能拆开，这一行只好把字距拉开，一眼就看得出来。",
    source="GB/T 9704-2012 5.2.3",
    wrong=(_text(f"{'镇党委逐项核对台账，' * 2}编为AB20240011223344556677号。"),),
    right=(_text(f"{'镇党委逐项核对台账，' * 8}全部登记。"),),
)
def stretched_lines(printed: Printed) -> Iterator[Hit]:
    """Yield a hit for each line whose characters had to be set far apart: what follows it could not be parted."""
    lines = [(page.number, line) for page in printed.pages.pages for line in page.lines]
    for (page, line), (_, below) in pairwise(lines):
        if line.stretch > _MOST_STRETCH:
            stretch = f"第{page}页“{line.text}”的字距拉开了 {line.stretch:.0%}"
            message = f"{stretch}：下一行的“{below.text[:_QUOTED]}”不能拆开"
            yield Hit(line.origin.where, message, "请在这一行里添上几个字，或换个说法")


@on(
    "layout/lone-character",
    Severity.NOTE,
    title="段落末行只有一个字",
    why="一个字占了一行（孤字），不好看。程序能让上一行末尾的字下来的，已经让它下来；上一行会因此拉得太开、或会拆开数字的，"
    "只能由人增减几个字。",
    source="排版惯例",
    wrong=(_text("镇党委逐项核对台账，补齐全部会议记录，已编为20240112号。"),),
    right=(
        _text("镇党委逐项核对台账，补齐会议记录，修订管理办法，已登记。"),
        _text("镇党委逐项核对台账，补齐会议记录，修订管理办法。"),
        _text("无"),
    ),
)
def lone_characters(printed: Printed) -> Iterator[Hit]:
    """Yield one hit for all paragraphs whose last line holds a single character (孤字) where the line above has none
    to give: a few words more or less in each would mend it, which no program may decide."""
    lone = [
        (page, above.text[-_QUOTED:] + last.text, last.origin.where)
        for page, above, last in _last_lines(printed.pages)
        if is_lone(last.text)
    ]
    if lone:
        said = "、".join(f"第{page}页“……{words}”" for page, words, _ in lone[:_TOLD])
        more = f"等 {len(lone)} 段" if len(lone) > _TOLD else ""
        yield Hit(lone[0][2], f"段落末行只有一个字（孤字）：{said}{more}", "可在这些段里增减几个字")


def _elements(page: Page) -> set[Element]:
    return {line.origin.element for line in page.lines}


def _last_lines(pages: Pages) -> Iterator[tuple[int, Line, Line]]:
    """Yield the last line of each paragraph of the text that has several, with its page and the line above it."""
    lines = [(page.number, line) for page in pages.pages for line in page.lines]
    begins = [
        line.starts_paragraph or (line.origin is not above.origin and line.origin != above.origin)
        for (_, above), (_, line) in pairwise(lines)
    ]
    for place, (begins_here, ends_here) in enumerate(pairwise([*begins, True]), 1):
        if ends_here and not begins_here and lines[place][1].origin.element in _TEXT:
            yield lines[place][0], lines[place - 1][1], lines[place][1]


def _text_area(style: Style) -> Area:
    page = style.page
    right, foot = page.text_left_pt + page.text_width_pt, page.text_top_pt + page.text_height_pt
    return Area(page.text_left_pt - _ROUNDING_PT, page.text_top_pt, right + _ROUNDING_PT, foot + _ROUNDING_PT)


def _outside(lines: Iterable[Line], area: Area) -> Iterator[Line]:
    """Yield the lines that do not stand within an area."""
    left, top, right, bottom = area
    for line in lines:
        runs = line.runs
        if not top < line.baseline < bottom or runs[0].x < left or runs[-1].x + runs[-1].width > right:
            yield line


PAGES: tuple[Rule[Printed], ...] = (
    first_page_without_text,
    heading_at_foot,
    title_shape,
    signature_alone,
    colophon_alone,
    text_outside,
    stretched_lines,
    lone_characters,
)


def check_pages(pages: Pages, style: Style, document: Document | None = None) -> list[Finding]:
    """Return what pages that were laid out in `style`, of `document`, cannot show as they should."""
    return list(found_by(PAGES, Printed(pages, style, document.blocks if document else ())))
