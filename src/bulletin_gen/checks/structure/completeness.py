"""Rules on what a bulletin must not lack. They ask only of a whole one, which tells problems one by one.

An issued document needs no ways to reach the office. What the author of a spec may leave out, and says so by leaving
it out, is asked of texts alone: title, feedback, postcode.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bulletin_gen.checks.facts.status import stated_entries
from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.outline import Entry, outline, text_passages
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.document import Signature, Title
from bulletin_gen.finding import Severity
from bulletin_gen.spans import flat
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.where import Where

_KIND = "通报"
_LEAST = 2  # problems of a bulletin
_OPENING = 4  # paragraphs, or those before the first heading
_FIELD = re.compile("(?:电话|邮箱|信箱|邮编|邮政编码|地址|传真|邮件)(?:为)?：")
_CUSTOM = "公文惯例"


@dataclass(frozen=True)
class _Whole:
    """A whole bulletin by its parts: its first paragraphs, all of them, the ways to reach the office, who signs."""

    manuscript: Manuscript
    opening: tuple[Passage, ...]
    body: tuple[Passage, ...]
    contact: tuple[Passage, ...]
    title: str
    signers: tuple[str, ...]
    date: str
    is_public: bool

    def opens_with(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(passage.text) for passage in self.opening)

    def tells(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(passage.text) for passage in self.body)

    @property
    def first(self) -> Passage | Where:
        return self.opening[0] if self.opening else Where()

    @property
    def last(self) -> Passage | Where:
        return self.body[-1] if self.body else Where()


@once
def _whole(manuscript: Manuscript) -> _Whole | None:
    """Return the parts of a whole bulletin, None for anything else."""
    bulletin = manuscript.spec.bulletin if manuscript.spec else None
    entries = outline(manuscript)
    if bulletin is None or bulletin.kind != _KIND or sum(bool(entry.problem) for entry in entries) < _LEAST:
        return None
    body = text_passages(manuscript)
    before = [passage for passage in body if passage.where.line and passage.where.line < (_line(entries[0]) or 0)]
    opening = tuple(before[:_OPENING]) or body[:_OPENING]
    blocks = manuscript.document.blocks
    signature = next((block for block in blocks if isinstance(block, Signature)), None)
    title = next((block for block in blocks if isinstance(block, Title)), None)
    return _Whole(
        manuscript,
        opening,
        body,
        tuple(passage for passage in manuscript.passages if passage.block is not None and _FIELD.search(passage.text)),
        "".join(flat(line) for line in title.lines) if title else "",
        tuple(flat(line) for line in signature.lines) if signature else (),
        flat(signature.date) if signature else "",
        bulletin.form is OutputForm.PUBLISHED and not bulletin.recipients,
    )


def _line(entry: Entry) -> int | None:
    return entry.passage.where.line


def _asks(look: Callable[[_Whole], Iterator[Hit]]) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make a function that looks at a whole bulletin look at a manuscript."""

    def asked(manuscript: Manuscript) -> Iterator[Hit]:
        whole = _whole(manuscript)
        return look(whole) if whole else iter(())

    return asked


def _at(place: Passage | Where, message: str, hint: str) -> Hit:
    """Return a hit on the beginning of a paragraph, where something is missing."""
    return Hit(place, message, hint, 0, min(len(place.raw), 12) if isinstance(place, Passage) else 0)


_PARTS = {
    "title": "中共青禾县柳塘镇委员会关于巡察整改情况的通报",
    "basis": "根据县委统一部署，2024年3月1日至4月30日，县委第一巡察组对柳塘镇党委开展了巡察。",
    "feedback": "5月28日，县委巡察组向柳塘镇党委反馈了巡察意见。",
    "publication": "按照巡察工作有关要求，现将巡察整改情况予以公布。",
    "first": "一、关于“学习不深入”问题的整改情况\n一是制定学习计划，集中学习12次。二是撰写心得40篇。\n",
    "second": "二、关于“台账不健全”问题的整改情况\n一是补建台账，登记项目68个。二是每季度公示结果。\n",
    "next": "下一步，柳塘镇党委将持续巩固整改成果。\n",
    "invitation": "欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。",
    "phone": "联系电话：0641-6620018；",
    "address": "邮政地址：青禾县柳塘镇柳荫路26号；",
    "postcode": "邮编：386214；",
    "email": "电子邮箱：ltz@example.com。",
    "signature": "\n中共青禾县柳塘镇委员会",
    "date": "\n2024年12月10日",
}


def _text(**changed: str) -> str:
    """Return a whole bulletin with some parts changed; an empty one is left out."""
    parts = {**_PARTS, **changed}
    opening = f"{parts.pop('basis')}{parts.pop('feedback')}{parts.pop('publication')}"
    return f"{parts.pop('title')}\n{opening}\n{''.join(parts.values())}"


_RIGHT = _text()


@on(
    "completeness/title",
    Severity.WARNING,
    title="没有标题",
    why="公文标题由发文机关名称、事由和文种组成；只贴正文，读者不知道是谁的通报。",
    source="GB/T 9704-2012 7.3.1；《党政机关公文处理工作条例》第九条",
    wrong=(_text(title=""),),
    right=(_RIGHT,),
)
@_asks
def title_missing(whole: _Whole) -> Iterator[Hit]:
    if not whole.title and not whole.manuscript.is_source:
        yield _at(whole.first, "没有标题", "请补上标题，如“中共××委员会关于巡察整改情况的通报”")


_INSPECTED = re.compile("巡[察视]")
_TEAM = re.compile("巡[察视][^，。；]{0,8}[组办]|巡[察视][^，。；]{0,4}(?:专班|机构)|检查组|督导组")
_DAY = re.compile(r"\d{1,4}[年月日]")
_ANNOUNCED = re.compile("现(?:就|对|将)?[^。]{2,80}(?:公布|公开|公示|通报|报告|公告)|予以(?:公布|公开|公示)")
_AHEAD = re.compile(
    "下一步|下一阶段|下步|今后|接下来|后续|(?:持续|继续)(?:巩固|深化|推进|抓好|做好)|巩固[^，。]{0,8}成[果效]|长效"
)


@on(
    "completeness/basis",
    Severity.WARNING,
    title="没有交代巡察",
    why="开头要说明根据什么部署、什么时候、由哪个组对谁开展了巡察，读者才知道整改从何而来。",
    source=_CUSTOM,
    wrong=(_text(basis="", feedback="5月28日，县委向柳塘镇党委反馈了意见。", publication="现将整改情况予以公布。"),),
    right=(_RIGHT,),
)
@_asks
def basis_missing(whole: _Whole) -> Iterator[Hit]:
    if not whole.opens_with(_INSPECTED):
        yield _at(whole.first, "开头没有交代巡察（根据什么部署、何时、由谁、对谁）", "请在第一段补上")


@on(
    "completeness/team",
    Severity.WARNING,
    title="没有写是哪个巡察组",
    why="读者要知道是哪一级的哪个组提出了这些问题。",
    source=_CUSTOM,
    wrong=(
        _text(
            basis="根据县委统一部署，2024年3月1日至4月30日，柳塘镇党委接受了巡察。",
            feedback="5月28日，县委反馈了巡察意见。",
        ),
    ),
    right=(_RIGHT,),
)
@_asks
def team_missing(whole: _Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_TEAM):
        yield _at(whole.first, "开头没有写是哪个巡察组", "请写明，如“县委第一巡察组”")


@on(
    "completeness/period",
    Severity.ADVICE,
    title="没有写巡察的时间",
    why="通报的开头一般写明巡察的起止日期。",
    source=_CUSTOM,
    wrong=(
        _text(
            basis="根据县委统一部署，县委第一巡察组对柳塘镇党委开展了巡察，",
            feedback="并向柳塘镇党委反馈了巡察意见。",
        ),
    ),
    right=(_RIGHT,),
)
@_asks
def period_missing(whole: _Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_DAY):
        yield _at(whole.first, "开头没有写巡察和反馈的日期", "请补上起止日期和反馈日期")


@on(
    "completeness/feedback",
    Severity.WARNING,
    title="没有交代反馈",
    why="整改针对的是反馈的意见；何时、由谁反馈，开头要有一句。",
    source=_CUSTOM,
    wrong=(_text(feedback=""),),
    right=(_RIGHT, _text(feedback="5月28日，县委巡察组向柳塘镇党委通报了巡察发现的问题。")),
)
@_asks
def feedback_missing(whole: _Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_TOLD_BACK) and not whole.manuscript.is_source:
        yield _at(whole.first, "开头没有交代反馈（何时、由谁、向谁反馈了意见）", "请补上一句")


_TOLD_BACK = re.compile("反馈|通报了|提出了?[^。]{0,10}(?:意见|要求|问题)|指出")


@on(
    "completeness/publication",
    Severity.WARNING,
    title="没有“现将…予以公布”",
    why="开头要有一句过渡：根据什么规定，现将什么公布。",
    source=_CUSTOM,
    wrong=(_text(publication=""),),
    right=(_RIGHT, _text(publication="现将巡察整改情况通报如下。")),
)
@_asks
def publication_missing(whole: _Whole) -> Iterator[Hit]:
    if whole.opens_with(_INSPECTED) and not whole.opens_with(_ANNOUNCED):
        yield _at(
            whole.opening[-1],
            "开头没有“现将…情况予以公布”一句",
            "请补上，如“按照巡察工作有关要求，现将巡察整改情况予以公布”",
        )


@on(
    "completeness/next-steps",
    Severity.ADVICE,
    title="没有说下一步怎么做",
    why="通报一般以下一步打算收尾，说明如何巩固。",
    source=_CUSTOM,
    wrong=(_text(next=""),),
    right=(_RIGHT, _text(next="今后，柳塘镇党委将坚持标本兼治。\n")),
)
@_asks
def next_steps_missing(whole: _Whole) -> Iterator[Hit]:
    if not whole.tells(_AHEAD):
        yield _at(whole.last, "没有下一步打算", "请补上一段")


@on(
    "completeness/contact",
    Severity.WARNING,
    title="没有欢迎监督和联系方式",
    why="公开的通报要让群众知道向谁反映：电话、地址、邮箱。",
    source="公文惯例；党务公开要求",
    wrong=(_text(invitation="", phone="", address="", postcode="", email=""),),
    right=(_RIGHT,),
)
@_asks
def contact_missing(whole: _Whole) -> Iterator[Hit]:
    if whole.is_public and not whole.contact:
        yield _at(whole.last, "文末没有欢迎监督的话和联系方式", "请补上：欢迎监督，联系电话、邮政地址、电子邮箱")


def _lacks(whole: _Whole, pattern: re.Pattern[str], message: str, hint: str) -> Iterator[Hit]:
    """Yield a hit on the ways to reach the office, where they lack one."""
    if whole.is_public and whole.contact and not any(pattern.search(passage.text) for passage in whole.contact):
        passage = whole.contact[-1]
        match = _FIELD.search(passage.text)
        start = match.start() if match else 0
        yield Hit(passage, message, hint, start, len(passage.raw))


_PHONE = re.compile("电话|热线")
_ADDRESS = re.compile("地址|信箱|通讯处|来信")
_POSTCODE = re.compile(r"邮(?:政编码|编)|\d{6}[）)]")
_EMAIL = re.compile("@|邮箱|邮件")


@on(
    "completeness/phone",
    Severity.ADVICE,
    title="联系方式里没有电话",
    why="群众反映情况最常用电话。",
    source=_CUSTOM,
    wrong=(_text(phone=""),),
    right=(_RIGHT,),
)
@_asks
def phone_missing(whole: _Whole) -> Iterator[Hit]:
    return _lacks(whole, _PHONE, "联系方式里没有电话", "请补上联系电话（带区号）")


@on(
    "completeness/address",
    Severity.ADVICE,
    title="联系方式里没有地址",
    why="来信来访需要地址。",
    source=_CUSTOM,
    wrong=(_text(address="", postcode=""),),
    right=(_RIGHT,),
)
@_asks
def address_missing(whole: _Whole) -> Iterator[Hit]:
    return _lacks(whole, _ADDRESS, "联系方式里没有地址", "请补上邮政地址和邮政编码")


@on(
    "completeness/postcode",
    Severity.ADVICE,
    title="有地址，没有邮政编码",
    why="写信需要邮政编码。",
    source=_CUSTOM,
    wrong=(_text(postcode=""),),
    right=(_RIGHT, _text(address="邮政地址：青禾县柳塘镇柳荫路26号，邮政编码386214；", postcode="")),
)
@_asks
def postcode_missing(whole: _Whole) -> Iterator[Hit]:
    if any(_ADDRESS.search(passage.text) for passage in whole.contact) and not whole.manuscript.is_source:
        yield from _lacks(whole, _POSTCODE, "有地址，没有邮政编码", "请补上邮政编码")


@on(
    "completeness/email",
    Severity.ADVICE,
    title="联系方式里没有电子邮箱",
    why="不便打电话、写信的群众用邮箱反映。",
    source=_CUSTOM,
    wrong=(_text(email=""),),
    right=(_RIGHT,),
)
@_asks
def email_missing(whole: _Whole) -> Iterator[Hit]:
    return _lacks(whole, _EMAIL, "联系方式里没有电子邮箱", "请补上电子邮箱")


_LOCAL_NUMBER = re.compile(r"(?:电话|传真)(?:号码)?[：:](?P<number>[2-9]\d{6,7})(?=[^\d]|$)")


@on(
    "completeness/area-code",
    Severity.ADVICE,
    title="电话没有区号",
    why="外地的群众打电话需要区号。",
    source=_CUSTOM,
    wrong=("如有意见建议，请及时向我们反映。联系电话：66200018；电子邮箱：ltz@example.com。",),
    right=(
        "如有意见建议，请及时向我们反映。联系电话：0641-6620018；电子邮箱：ltz@example.com。",
        "如有意见建议，请拨打热线电话：12345。",
    ),
)
def area_code_missing(manuscript: Manuscript) -> Iterator[Hit]:
    for passage in manuscript.passages:
        for match in _LOCAL_NUMBER.finditer(passage.text):
            hint = "请在前面加上区号和连接号，如“010-”"
            yield Hit(passage, f"“{match['number']}”没有区号", hint, *match.span("number"))


_POST_BOX = re.compile("(?P<label>邮政信箱)[：:](?P<value>[^；。]{4,60})")
_BOX = re.compile(r"\d(?:号)?(?:邮政)?信箱|信箱\d|@")
_STREET = re.compile(r"[路街道巷弄大厦园]|\d号")


@on(
    "completeness/postal-label",
    Severity.WARNING,
    title="“邮政信箱”后面写的是街道地址",
    why="邮政信箱是邮局里的信箱号（如“5号信箱”）；街道门牌应写“邮政地址”或“通讯地址”。",
    source="《现代汉语词典》第7版",
    wrong=("欢迎监督。邮政信箱：青禾县柳塘镇柳荫路26号；电子邮箱：ltz@example.com。",),
    right=("欢迎监督。邮政地址：青禾县柳塘镇柳荫路26号。", "欢迎监督。邮政信箱：青禾县5号信箱。"),
)
def postal_label(manuscript: Manuscript) -> Iterator[Hit]:
    for passage in manuscript.passages:
        for match in _POST_BOX.finditer(passage.text):
            if _STREET.search(match["value"]) and not _BOX.search(match["value"]):
                message = f"“邮政信箱”后面是街道地址“{match['value']}”"
                yield Hit(passage, message, "请把“邮政信箱”改为“邮政地址”", *match.span("label"))


@on(
    "completeness/signature",
    Severity.ADVICE,
    title="没有署名",
    why="公文由发文机关署名；网上公布的文本也应写明是谁、什么时候发布的。",
    source="GB/T 9704-2012 7.3.5",
    wrong=(_text(signature="", date=""), _text(signature="")),
    right=(_RIGHT,),
)
@_asks
def signature_missing(whole: _Whole) -> Iterator[Hit]:
    if not whole.signers:
        missing = "署名" if whole.date else "署名和成文日期"
        yield _at(whole.last, f"文末没有{missing}", "请补上发文机关全称和成文日期")


@on(
    "completeness/issue-date",
    Severity.ADVICE,
    title="有署名，没有成文日期",
    why="没有日期，“目前”“今年以来”就不知道从何算起。",
    source="GB/T 9704-2012 7.3.5",
    wrong=(_text(date=""),),
    right=(_RIGHT,),
)
@_asks
def issue_date_missing(whole: _Whole) -> Iterator[Hit]:
    if whole.signers and not whole.date:
        yield _at(whole.last, "署名下面没有成文日期", "请补上成文日期")


_ISSUER = re.compile(
    "^(?P<name>[^关]{4,60}(?:委员会|党组|党委|党工委|工委|总支|支部|局|厅|院|集团|公司|学校|大学))关于"
)
_SHORT = re.compile("(?:党委|党工委|工委)$")
_FULL_NAME = re.compile("《?(?P<name>中共[^，。；、《》“”（）]{4,50}?(?:委员会|党组))(?=关于|（以下简称)")
_BESIDE_NAME = re.compile(r"\s|^【[^【】]{1,12}】")  # 【巡察整改】中共…


def _signed(whole: _Whole) -> str:
    return _BESIDE_NAME.sub("", "".join(whole.signers))


def _signature_place(whole: _Whole) -> Passage | Where:
    found = (p for p in whole.manuscript.passages if isinstance(p.block, Signature))
    return next(found, whole.last)


def _on_signature(whole: _Whole, message: str, hint: str) -> Hit:
    place = _signature_place(whole)
    return Hit(place, message, hint, 0, len(place.raw) if isinstance(place, Passage) else 0)


@on(
    "completeness/signature-not-in-title",
    Severity.WARNING,
    title="署名与标题里的发文机关不一致",
    why="标题里是谁，落款就应当是谁，用同一个全称。",
    source="GB/T 9704-2012 7.3.5",
    wrong=(_text(signature="\n柳塘镇党委"), _text(signature="\n中共青禾县柳塘镇纪律检查委员会")),
    right=(_RIGHT,),
)
@_asks
def signature_not_in_title(whole: _Whole) -> Iterator[Hit]:
    match = _ISSUER.match(_BESIDE_NAME.sub("", whole.title))
    signed = _signed(whole)
    if match and signed and signed != match["name"] and match["name"] not in signed and not whole.manuscript.is_source:
        message = f"标题里的发文机关是“{match['name']}”，署名却是“{signed}”"
        yield _on_signature(whole, message, "请统一用全称")


@on(
    "completeness/signature-short",
    Severity.ADVICE,
    title="署名用了简称",
    why="署名应当用发文机关的全称或者规范化简称；文中已有全称的，落款用全称。",
    source="GB/T 9704-2012 7.3.5；《党政机关公文处理工作条例》第九条",
    wrong=(
        _text(
            title="",
            basis="根据县委统一部署，2024年3月1日至4月30日，县委第一巡察组对中共青禾县柳塘镇委员会（以下简称柳塘镇党委）开展了巡察。",
            signature="\n柳塘镇党委",
        ),
    ),
    right=(_RIGHT,),
)
@_asks
def signature_short(whole: _Whole) -> Iterator[Hit]:
    signed = _signed(whole)
    full = next((match["name"] for passage in whole.body for match in _FULL_NAME.finditer(passage.text)), "")
    if (
        _SHORT.search(signed)
        and full
        and not _ISSUER.match(_BESIDE_NAME.sub("", whole.title))
        and not whole.manuscript.is_source
    ):
        yield _on_signature(whole, f"署名“{signed}”是简称，文中的全称是“{full}”", "请核对后改用全称")


_NEARLY_ALL = 4  # of five


@on(
    "completeness/status-line",
    Severity.ERROR,
    title="少了一行整改落实情况",
    why="其他问题后面都有“整改落实情况：…”，只有这一个没有，读者不知道完成没有。",
    source="前后文",
    wrong=(
        "1.关于“学习不深入”问题的整改情况。制定计划。\n整改落实情况：已完成整改。\n2.关于“落实打折扣”问题的整改情况。建立台账。\n"
        "3.关于“服务不主动”问题的整改情况。上门办理。\n整改落实情况：已完成整改。\n4.关于“调研走过场”问题的整改情况。改进方式。\n"
        "整改落实情况：已完成整改。\n5.关于“班子不团结”问题的整改情况。调整分工。\n整改落实情况：已完成整改。",
    ),
    right=(
        "1.关于“学习不深入”问题的整改情况。制定计划。\n整改落实情况：已完成整改。\n2.关于“落实打折扣”问题的整改情况。建立台账。\n"
        "整改落实情况：正在整改。",
    ),
)
def status_line_missing(manuscript: Manuscript) -> Iterator[Hit]:
    stated = {id(stated.entry): stated for stated in stated_entries(manuscript)}
    labels = {one.entry.label for one in stated.values()}
    for label in labels:
        entries = [entry for entry in outline(manuscript) if entry.label is label and entry.problem and not entry.below]
        without = [entry for entry in entries if id(entry) not in stated]
        if without and len(entries) * _NEARLY_ALL <= (len(entries) - len(without)) * (_NEARLY_ALL + 1):
            for entry in without:
                message = f"“{entry.heading}”后面没有整改落实情况，其余{len(entries) - len(without)}个都有"
                yield Hit(entry.passage, message, "请补上一行", entry.start, entry.end)


_ONLY_DONE = re.compile(
    "(?:现|目前)?，?(?:已|已经)?(?:全部)?(?:完成整改|整改完成|整改到位|整改完毕|落实到位|落实|整改)(?:，?并长期坚持)?。?"
)


@on(
    "completeness/measures",
    Severity.WARNING,
    title="只说已整改，没有说怎么改的",
    why="通报要让群众看到做了什么；只写“已完成整改”，等于没有公开。",
    source=_CUSTOM,
    wrong=("1.关于“学习不深入”问题的整改情况。已完成整改。\n2.关于“落实打折扣”问题的整改情况。建立台账，逐项销号。",),
    right=("1.关于“学习不深入”问题的整改情况。制定学习计划。\n2.关于“落实打折扣”问题的整改情况。建立台账，逐项销号。",),
)
def measures_missing(manuscript: Manuscript) -> Iterator[Hit]:
    for entry in outline(manuscript):
        told = [entry.body, *(passage.text.strip() for passage in entry.paragraphs)]
        said: Sequence[str] = [text for text in told if text]
        if entry.problem and said and not entry.below and all(_ONLY_DONE.fullmatch(text) for text in said):
            message = f"“{entry.heading}”只写了“{said[0]}”"
            yield Hit(entry.passage, message, "请写明做了什么、结果怎样", entry.start, entry.end)


COMPLETENESS: tuple[Rule[Manuscript], ...] = (
    title_missing,
    basis_missing,
    team_missing,
    period_missing,
    feedback_missing,
    publication_missing,
    measures_missing,
    status_line_missing,
    next_steps_missing,
    contact_missing,
    phone_missing,
    area_code_missing,
    address_missing,
    postal_label,
    postcode_missing,
    email_missing,
    signature_missing,
    issue_date_missing,
    signature_not_in_title,
    signature_short,
)
