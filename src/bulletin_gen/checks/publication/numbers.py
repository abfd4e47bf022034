"""Rules on numbers and addresses that lead to a person."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.rule import Hit, Rule, each_anywhere, on
from bulletin_gen.checks.sources import OFFICE_FILE, PRIVACY
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_CONTACT = Regex("联系电话|联系方式|联系人|通[讯信]地址|邮政地址|邮政信箱|电子邮箱|监督电话|举报电话")
_MOBILE = Regex(
    r"1(?<![\d.].)[3-9]\d([- ]?)\d{4}\1\d{4}(?![\d.%％]|[余多]?[万亿]?(?:[元米亩吨人次件个份户斤升度]|平方|公里))"
)
_IDENTITY = Regex(
    r"[\d身](?:(?<=\d)(?<![\dA-Za-z].)\d{16}[\dXx](?![\dA-Za-z])"
    r"|(?<=身)份证号?码?[:：为是]?[^\S\n]?(?P<labelled>\d{15,17}[\dXx]?))"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_CARD = Regex(
    r"[456](?<![\dA-Za-z].)(?:(?<=6)2\d{2}|(?<=4)\d{3}|(?<=5)[1-5]\d{2})"
    r"([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?![\dA-Za-z])"
)
_ACCOUNT = r"(?:账号|卡号|银行账户|账户)[:：为是]?\s?(?P<it>\d{12,25})(?!\d)"
_PLATE = (
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.]?"
    r"(?=[A-HJ-NP-Z]{0,3}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])"
)
_PHONE = Regex("(?:电话|传真|热线)(?:号码)?[:：]?\\s?(?P<it>(?:0\\d{2,3}[-—－ ]{0,2})?\\d{7,8})(?!\\d)")
_MOST_DIGITS_APART = 2


@on(
    "publication/mobile",
    Severity.WARNING,
    title="公开文字里有手机号码",
    why="个人手机号码是个人信息，公开前应当删去或隐去中间四位。",
    source=PRIVACY,
    wrong=("已电话（13812345678）告知信访人。",),
    right=("已电话（138****5678）告知信访人。", "投入资金13812345678元。", "联系电话：0571-88012345。"),
)
def mobile(manuscript: Manuscript) -> Iterator[Hit]:
    for passage, match in _mobiles(manuscript):
        if not _CONTACT.search(passage.text):
            yield Hit(passage, f"“{match[0]}”是手机号码", "请删去，或隐去中间四位", *match.span())


@on(
    "publication/contact-mobile",
    Severity.ADVICE,
    title="联系方式用了手机号码",
    why="公开的联系电话宜用办公电话；确要用手机的，登记在 bulletin-gen.toml 的电话里。",
    source=PRIVACY,
    wrong=("欢迎监督。联系电话：13812345678。",),
    right=("欢迎监督。联系电话：0571-88012345。",),
)
def contact_mobile(manuscript: Manuscript) -> Iterator[Hit]:
    for passage, match in _mobiles(manuscript):
        if _CONTACT.search(passage.text):
            yield Hit(passage, f"“{match[0]}”是手机号码", "宜用办公电话", *match.span())


def _mobiles(manuscript: Manuscript) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield the mobile numbers that the office has not registered as its own."""
    own = {_digits(phone) for phone in manuscript.office.phones}
    return ((passage, match) for passage, match in manuscript.finds(_MOBILE) if _digits(match[0]) not in own)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@on(
    "publication/identity-number",
    Severity.ERROR,
    title="公开文字里有身份证号码",
    why="身份证号码是敏感个人信息，不得公开。",
    source=PRIVACY,
    wrong=("退还李某某（11010519491231002X）多缴的费用。", "身份证号：110105194912310021"),
    right=("退还李某某（1101051949****002X）多缴的费用。", "项目代码110105194912310021。"),
)
@each_anywhere(_IDENTITY)
def identity_number(passage: Passage) -> Iterator[Hit]:
    for match in _IDENTITY.finditer(passage.text):
        group = "labelled" if match["labelled"] else 0
        if match["labelled"] or _is_identity_number(match[0]):
            yield Hit(passage, "这是身份证号码", "请删去，或隐去出生日期", *match.span(group))


def _is_identity_number(number: str) -> bool:
    """Is the last character what the others ask for (GB 11643), and is there such a month and day?"""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    is_born = number[6:8] in {"19", "20"} and 1 <= int(number[10:12]) <= 12 and 1 <= int(number[12:14]) <= 31
    return is_born and number[-1].upper() == _CHECK_CHARACTERS[total % 11]


@on(
    "publication/bank-card",
    Severity.WARNING,
    title="公开文字里有银行卡号",
    why="银行卡号、账号是敏感个人信息，公开前应当删去。",
    source=PRIVACY,
    wrong=("已退至其银行卡（6222 0200 0000 0007）。", "卡号：6222021001116245702"),
    right=("合同编号6222020000000001。", "退还至原账户。"),
)
@each_anywhere(_CARD)
def bank_card(passage: Passage) -> Iterator[Hit]:
    for match in _CARD.finditer(passage.text):
        if _passes_luhn(_digits(match[0])):
            yield Hit(passage, "这是银行卡号", "请删去，或只留后四位", *match.span())


def _passes_luhn(number: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


@on(
    "publication/account",
    Severity.WARNING,
    title="公开文字里有银行账号",
    why="账号公开后可能被冒用；确需公布收款账户的，请核对后在项目文件里忽略这一条。",
    source=PRIVACY,
    wrong=("已退至其账户，账号：330105000123456789。",),
    right=("已退至其账户，账号已核对。",),
)
@each_match(_ACCOUNT)
def account(match: re.Match[str]) -> Said:
    return (
        None if _passes_luhn(match["it"]) and _CARD.fullmatch(match["it"]) else ("这是银行账号", "请删去，或只留后四位")
    )


@on(
    "publication/plate",
    Severity.WARNING,
    title="公开文字里有车牌号码",
    why="车牌号码可以查到车主，公开前应当删去或隐去。",
    source=PRIVACY,
    wrong=("公车浙A12345未按规定停放。", "苏B·D12345私用。"),
    right=("公车浙A****5未按规定停放。", "备案序号：渝ICP备07000348号。", "创建川A级景区1个。"),
)
@each_match(_PLATE)
def plate(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是车牌号码", "请删去，或隐去后几位"


@on(
    "publication/private-mail",
    Severity.ADVICE,
    title="办公邮箱用了商业免费邮箱",
    why="公开的联系邮箱宜用单位的政务邮箱，便于读者辨认，也更安全。",
    source="政府网站和政务邮箱使用惯例",
    wrong=("电子邮箱：qinghexcb@163.com。",),
    right=("电子邮箱：xcb@qinghe.gov.cn。",),
)
@each_match("@(?:vip\\.)?(?:qq|163|126|sina|sohu|foxmail|gmail|hotmail|outlook|139|189|yeah|aliyun)\\.(?:com|cn|net)")
def private_mail(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是商业免费邮箱", "宜用政务邮箱"


@on(
    "publication/home-address",
    Severity.WARNING,
    title="公开文字里有家庭住址",
    why="家庭住址是个人信息，公开前应当删去。",
    source=PRIVACY,
    wrong=("走访了家住幸福路18号2单元301室的群众。",),
    right=("走访了家住幸福社区的群众。", "邮政地址：高新大道6号5号楼505室。"),
)
@each_match(
    "(?:家住|家庭住址|现住址?|户籍地址|户籍所在地)[:：为是]?[^，。；]{2,30}?\\d{1,5}(?:号|室|栋|幢|单元|组)",
)
def home_address(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是家庭住址", "请删去，或只写到社区、村"


@on(
    "publication/office-phone",
    Severity.WARNING,
    title="电话号码与登记的不同",
    why="bulletin-gen.toml 里登记了本单位的电话（例中是0571-88012345），这里写的不在其中。没有登记的，这一条不起作用。",
    source=OFFICE_FILE,
    wrong=("联系电话：0571-88012354。",),
    right=("联系电话：0571-88012345。", "联系电话：88012345。"),
    office=Office(phones=("0571-88012345",)),
)
def office_phone(manuscript: Manuscript) -> Iterator[Hit]:
    known = {_digits(phone): phone for phone in manuscript.office.phones}
    for passage, match in manuscript.finds(_PHONE) if known else ():
        number = _digits(match["it"])
        if not any(own.endswith(number) for own in known):
            like = next((phone for own, phone in known.items() if _is_near(number, own)), "")
            hint = f"是不是“{like}”？" if like else "请核对，或在 bulletin-gen.toml 里登记"
            yield Hit(passage, f"“{match['it']}”不是登记的电话", hint, *match.span("it"))


def _is_near(number: str, own: str) -> bool:
    """Do two numbers, without area codes that only one has, differ in a digit, or in two that changed places?"""
    length = min(len(number), len(own))
    pairs = zip(number[-length:], own[-length:], strict=True)
    return sum(one != other for one, other in pairs) <= _MOST_DIGITS_APART


NUMBERS: tuple[Rule[Manuscript], ...] = (
    mobile,
    contact_mobile,
    identity_number,
    bank_card,
    account,
    plate,
    private_mail,
    home_address,
    office_phone,
)
