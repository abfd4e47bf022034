"""Rules on what a bulletin must not lack at its end: next steps, ways to reach the office, who signs and when.

An issued document needs no ways to reach the office. What the author of a spec may leave out, and says so by leaving
it out, is asked of texts alone: the postcode.
"""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.structure.completeness.whole import (
    CUSTOM,
    FIELD,
    WHOLE_TEXT,
    Whole,
    asked_of_a_whole,
    bulletin_text,
    missing_at,
)
from bulletin_gen.document import Signature
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

_AHEAD = Regex(
    "下一步|下一阶段|下步|今后|接下来|后续|(?:持续|继续)(?:巩固|深化|推进|抓好|做好)|巩固[^，。]{0,8}成[果效]|长效"
)


@on(
    "completeness/next-steps",
    Severity.ADVICE,
    title="没有说下一步怎么做",
    why="通报一般以下一步打算收尾，说明如何巩固。",
    source=CUSTOM,
    wrong=(bulletin_text(next=""),),
    right=(WHOLE_TEXT, bulletin_text(next="今后，柳塘镇党委将坚持标本兼治。\n")),
)
@asked_of_a_whole
def next_steps_missing(whole: Whole) -> Iterator[Hit]:
    if not whole.tells(_AHEAD):
        yield missing_at(whole.last, "没有下一步打算", "请补上一段")


@on(
    "completeness/contact",
    Severity.WARNING,
    title="没有欢迎监督和联系方式",
    why="公开的通报要让群众知道向谁反映：电话、地址、邮箱。",
    source="公文惯例；党务公开要求",
    wrong=(bulletin_text(invitation="", phone="", address="", postcode="", email=""),),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def contact_missing(whole: Whole) -> Iterator[Hit]:
    if whole.is_public and not whole.contact:
        yield missing_at(whole.last, "文末没有欢迎监督的话和联系方式", "请补上：欢迎监督，联系电话、邮政地址、电子邮箱")


def _lacks(whole: Whole, pattern: Regex, message: str, hint: str) -> Iterator[Hit]:
    """Yield a hit on the ways to reach the office, where they lack one."""
    if whole.is_public and whole.contact and not any(pattern.search(passage.text) for passage in whole.contact):
        passage = whole.contact[-1]
        match = FIELD.search(passage.text)
        start = match.start() if match else 0
        yield Hit(passage, message, hint, start, len(passage.raw))


_PHONE = Regex("电话|热线")
_ADDRESS = Regex("地址|信箱|通讯处|来信")
_POSTCODE = Regex(r"邮(?:政编码|编)|\d{6}[）)]")
_EMAIL = Regex("@|邮箱|邮件")


@on(
    "completeness/phone",
    Severity.ADVICE,
    title="联系方式里没有电话",
    why="群众反映情况最常用电话。",
    source=CUSTOM,
    wrong=(bulletin_text(phone=""),),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def phone_missing(whole: Whole) -> Iterator[Hit]:
    return _lacks(whole, _PHONE, "联系方式里没有电话", "请补上联系电话（带区号）")


@on(
    "completeness/address",
    Severity.ADVICE,
    title="联系方式里没有地址",
    why="来信来访需要地址。",
    source=CUSTOM,
    wrong=(bulletin_text(address="", postcode=""),),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def address_missing(whole: Whole) -> Iterator[Hit]:
    return _lacks(whole, _ADDRESS, "联系方式里没有地址", "请补上邮政地址和邮政编码")


@on(
    "completeness/postcode",
    Severity.ADVICE,
    title="有地址，没有邮政编码",
    why="写信需要邮政编码。",
    source=CUSTOM,
    wrong=(bulletin_text(postcode=""),),
    right=(WHOLE_TEXT, bulletin_text(address="邮政地址：青禾县柳塘镇柳荫路26号，邮政编码386214；", postcode="")),
)
@asked_of_a_whole
def postcode_missing(whole: Whole) -> Iterator[Hit]:
    if any(_ADDRESS.search(passage.text) for passage in whole.contact) and not whole.manuscript.is_source:
        yield from _lacks(whole, _POSTCODE, "有地址，没有邮政编码", "请补上邮政编码")


@on(
    "completeness/email",
    Severity.ADVICE,
    title="联系方式里没有电子邮箱",
    why="不便打电话、写信的群众用邮箱反映。",
    source=CUSTOM,
    wrong=(bulletin_text(email=""),),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def email_missing(whole: Whole) -> Iterator[Hit]:
    return _lacks(whole, _EMAIL, "联系方式里没有电子邮箱", "请补上电子邮箱")


_LOCAL_NUMBER = Regex(r"(?:电话|传真)(?:号码)?[：:](?P<number>[2-9]\d{6,7})(?=[^\d]|$)")


@on(
    "completeness/area-code",
    Severity.ADVICE,
    title="电话没有区号",
    why="外地的群众打电话需要区号。",
    source=CUSTOM,
    wrong=("如有意见建议，请及时向我们反映。联系电话：66200018；电子邮箱：ltz@example.com。",),
    right=(
        "如有意见建议，请及时向我们反映。联系电话：0641-6620018；电子邮箱：ltz@example.com。",
        "如有意见建议，请拨打热线电话：12345。",
    ),
)
def area_code_missing(manuscript: Manuscript) -> Iterator[Hit]:
    for passage, match in manuscript.finds(_LOCAL_NUMBER):
        hint = "请在前面加上区号和连接号，如“010-”"
        yield Hit(passage, f"“{match['number']}”没有区号", hint, *match.span("number"))


_POST_BOX = Regex("(?P<label>邮政信箱)[：:](?P<value>[^；。]{4,60})")
_BOX = Regex(r"\d(?:号)?(?:邮政)?信箱|信箱\d|@")
_STREET = Regex(r"[路街道巷弄大厦园]|\d号")


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
    for passage, match in manuscript.finds(_POST_BOX):
        if _STREET.search(match["value"]) and not _BOX.search(match["value"]):
            message = f"“邮政信箱”后面是街道地址“{match['value']}”"
            yield Hit(passage, message, "请把“邮政信箱”改为“邮政地址”", *match.span("label"))


@on(
    "completeness/signature",
    Severity.ADVICE,
    title="没有署名",
    why="公文由发文机关署名；网上公布的文本也应写明是谁、什么时候发布的。",
    source="GB/T 9704-2012 7.3.5",
    wrong=(bulletin_text(signature="", date=""), bulletin_text(signature="")),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def signature_missing(whole: Whole) -> Iterator[Hit]:
    if not whole.signers:
        missing = "署名" if whole.date else "署名和成文日期"
        yield missing_at(whole.last, f"文末没有{missing}", "请补上发文机关全称和成文日期")


@on(
    "completeness/issue-date",
    Severity.ADVICE,
    title="有署名，没有成文日期",
    why="没有日期，“目前”“今年以来”就不知道从何算起。",
    source="GB/T 9704-2012 7.3.5",
    wrong=(bulletin_text(date=""),),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def issue_date_missing(whole: Whole) -> Iterator[Hit]:
    if whole.signers and not whole.date:
        yield missing_at(whole.last, "署名下面没有成文日期", "请补上成文日期")


_ISSUER = Regex("^(?P<name>[^关]{4,60}(?:委员会|党组|党委|党工委|工委|总支|支部|局|厅|院|集团|公司|学校|大学))关于")
_SHORT = Regex("(?:党委|党工委|工委)$")
_FULL_NAME = Regex("《?(?P<name>中共[^，。；、《》“”（）]{4,50}?(?:委员会|党组))(?=关于|（以下简称)")
_BESIDE_NAME = Regex(r"\s|^【[^【】]{1,12}】")  # 【巡察整改】中共…


def _signed(whole: Whole) -> str:
    return _BESIDE_NAME.sub("", "".join(whole.signers))


def _signature_place(whole: Whole) -> Passage | Where:
    found = (p for p in whole.manuscript.passages if isinstance(p.block, Signature))
    return next(found, whole.last)


def _on_signature(whole: Whole, message: str, hint: str) -> Hit:
    place = _signature_place(whole)
    return Hit(place, message, hint, 0, len(place.raw) if isinstance(place, Passage) else 0)


@on(
    "completeness/signature-not-in-title",
    Severity.WARNING,
    title="署名与标题里的发文机关不一致",
    why="标题里是谁，落款就应当是谁，用同一个全称。",
    source="GB/T 9704-2012 7.3.5",
    wrong=(bulletin_text(signature="\n柳塘镇党委"), bulletin_text(signature="\n中共青禾县柳塘镇纪律检查委员会")),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def signature_not_in_title(whole: Whole) -> Iterator[Hit]:
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
        bulletin_text(
            title="",
            basis="根据县委统一部署，2024年3月1日至4月30日，县委第一巡察组对中共青禾县柳塘镇委员会（以下简称柳塘镇党委）开展了巡察。",
            signature="\n柳塘镇党委",
        ),
    ),
    right=(WHOLE_TEXT,),
)
@asked_of_a_whole
def signature_short(whole: Whole) -> Iterator[Hit]:
    signed = _signed(whole)
    full = next((match["name"] for passage in whole.body for match in _FULL_NAME.finditer(passage.text)), "")
    if (
        _SHORT.search(signed)
        and full
        and not _ISSUER.match(_BESIDE_NAME.sub("", whole.title))
        and not whole.manuscript.is_source
    ):
        yield _on_signature(whole, f"署名“{signed}”是简称，文中的全称是“{full}”", "请核对后改用全称")


ENDING: tuple[Rule[Manuscript], ...] = (
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
