"""Rules on what must not be published (公开前审查): private data, secrets, what drafting left behind."""

import re
from collections.abc import Callable, Iterator

from bulletin_gen.checks.blanks import BLANK
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.pattern import Said, each_match
from bulletin_gen.checks.people import NAME
from bulletin_gen.checks.rule import Hit, Rule, each_passage, on
from bulletin_gen.document import Title
from bulletin_gen.finding import Severity
from bulletin_gen.spec.sign_off import OutputForm

_PRIVACY = "《中华人民共和国个人信息保护法》；《中华人民共和国政府信息公开条例》第十五条"
_SECRECY = "《中华人民共和国保守国家秘密法》"
_DRAFTING = "《党政机关公文处理工作条例》"
_OFFICE = "本单位的 bulletin-gen.toml"

_CONTACT = re.compile("联系电话|联系方式|联系人|通[讯信]地址|邮政地址|邮政信箱|电子邮箱|监督电话|举报电话")
_MOBILE = re.compile(
    r"(?<![\d.])1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\d.%％]|[余多]?[万亿]?(?:[元米亩吨人次件个份户斤升度]|平方|公里))"
)
_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])|身份证号?码?[:：为是]?\s?(?P<labelled>\d{15,17}[\dXx]?)"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_CARD = re.compile(
    r"(?<![\dA-Za-z])(?:62\d{2}|4\d{3}|5[1-5]\d{2})([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?![\dA-Za-z])"
)
_ACCOUNT = r"(?:账号|卡号|银行账户|账户)[:：为是]?\s?(?P<it>\d{12,25})(?!\d)"
_PLATE = (
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.]?"
    r"(?=[A-HJ-NP-Z]{0,3}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])"
)
_PENALTY = (
    "(?:党内|政务|行政|留党)?(?:严重)?(?:警告|记过|记大过|降级"
    "|撤职|开除|察看|撤销党内职务|处分|诫勉|批评教育|免职|停职)"
)
_ACTION = (
    "(?:诫勉|立案|批评教育|约谈|提醒谈话|谈话提醒|党纪处分"
    "|政务处分|问责|免职|停职|通报批评|组织处理|留置|警告处分|撤职)"
)


@on(
    "publication/mobile",
    Severity.WARNING,
    title="公开文字里有手机号码",
    why="个人手机号码是个人信息，公开前应当删去或隐去中间四位。",
    source=_PRIVACY,
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
    source=_PRIVACY,
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
    for passage in manuscript.passages:
        for match in _MOBILE.finditer(passage.text):
            if _digits(match[0]) not in own:
                yield passage, match


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@on(
    "publication/identity-number",
    Severity.ERROR,
    title="公开文字里有身份证号码",
    why="身份证号码是敏感个人信息，不得公开。",
    source=_PRIVACY,
    wrong=("退还李某某（11010519491231002X）多缴的费用。", "身份证号：110105194912310021"),
    right=("退还李某某（1101051949****002X）多缴的费用。", "项目代码110105194912310021。"),
)
@each_passage
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
    source=_PRIVACY,
    wrong=("已退至其银行卡（6222 0200 0000 0007）。", "卡号：6222021001116245702"),
    right=("合同编号6222020000000001。", "退还至原账户。"),
)
@each_passage
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
    source=_PRIVACY,
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
    source=_PRIVACY,
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
    source=_PRIVACY,
    wrong=("走访了家住幸福路18号2单元301室的群众。",),
    right=("走访了家住幸福社区的群众。", "邮政地址：高新大道6号5号楼505室。"),
)
@each_match("(?:家住|家庭住址|现住址?|户籍地址|户籍所在地)[:：为是]?[^，。；]{2,30}?\\d{1,5}(?:号|室|栋|幢|单元|组)")
def home_address(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是家庭住址", "请删去，或只写到社区、村"


def _naming(pattern: str, message: str, hint: str) -> Callable[[Manuscript], Iterator[Hit]]:
    """Return what looks for persons who are named in the words of a pattern, and may not be."""
    compiled = re.compile(pattern)

    def look(manuscript: Manuscript) -> Iterator[Hit]:
        for passage in manuscript.passages:
            for match in compiled.finditer(passage.text):
                if match["name"] not in manuscript.office.public_names:
                    yield Hit(passage, message.format(match["name"]), hint, *match.span("name"))

    return look


_MASK = "请写成“王某某”，或只写职务；可以公开的姓名登记在 bulletin-gen.toml 里"

disciplined_person = on(
    "publication/disciplined-person",
    Severity.WARNING,
    title="公开了受处理人员的姓名",
    why="对个人的处理一般不点名；依规公开曝光的，把姓名登记在 bulletin-gen.toml 里。",
    source=_PRIVACY,
    wrong=("给予王立新党内警告处分。", "对张三诫勉谈话。", "对李建国进行批评教育。"),
    right=(
        "给予王某某党内警告处分。",
        "对施工方进行约谈，对管理员批评教育。",
        "汲取李建国严重违纪违法案件教训。",
        "对相关责任人进行问责。",
    ),
)(
    _naming(
        f"(?:给予|对|将){NAME}(?:、[一-鿿]{{2,3}})?(?:同志|等\\d+人)?(?:进行|予以|给予|作出|实施|采取)?(?:了)?(?:{_PENALTY}|{_ACTION})",
        "点名写了受处理的“{}”",
        _MASK,
    )
)

person_named = on(
    "publication/person-named",
    Severity.ADVICE,
    title="公开文字里点了干部的姓名",
    why="整改通报一般只写职务，不写姓名；人员变动后也不用改。",
    source="整改情况通报写作惯例",
    wrong=("成立由管委会主任林志强任组长的领导小组。",),
    right=("成立由管委会主任任组长的领导小组。", "书记向群众代表征求意见，局长全程带队。"),
)(
    _naming(
        f"(?:主任|书记|局长|镇长|乡长|县长|区长|市长|院长|校长|董事长|总经理|部长){NAME}(?=任组长|任副组长|担任|为组长|牵头|带队)",
        "点名写了“{}”",
        "宜只写职务",
    )
)

helped_person = on(
    "publication/helped-person",
    Severity.WARNING,
    title="公开了困难群众的姓名",
    why="低保、脱贫、残疾等情况是个人隐私，公开时不点名。",
    source=_PRIVACY,
    wrong=("为低保户周桂花家修缮房屋。",),
    right=("为低保户周某某家修缮房屋。", "为残疾人康复和困难群众温暖过冬提供保障。"),
)(
    _naming(
        f"(?:低保户|贫困户|脱贫户|五保户|特困户|困难群众|困难党员|监测户|残疾人|困难职工){NAME}(?=一家|家(?!庭|园|长|属|电|具)|同志|的(?:补助|补贴|低保|住房|银行卡))",
        "点名写了困难群众“{}”",
        "请写成“周某某”，或不写姓名",
    )
)

informant = on(
    "publication/informant",
    Severity.ERROR,
    title="公开了举报人、信访人的姓名",
    why="举报人、信访人的信息应当保密，不得公开。",
    source="《纪检监察机关处理检举控告工作规则》；《信访工作条例》",
    wrong=("举报人刘志强反映的问题已核实。",),
    right=("举报人反映的问题已核实。", "信访人文明表达诉求。"),
)(
    _naming(
        f"(?:举报人|检举人|控告人|信访人|上访人|投诉人){NAME}(?=反映|举报|来访|来信|来电|提出|投诉|一家|等)",
        "写出了举报人、信访人“{}”",
        "请删去姓名",
    )
)


@on(
    "publication/personal-details",
    Severity.WARNING,
    title="公开了个人的出生年月等情况",
    why="性别、民族、出生年月连在一起，能认出是谁，整改通报里不需要。",
    source=_PRIVACY,
    wrong=("陈某，男，汉族，1975年3月生，任采购员。",),
    right=("聘用人员均为1975年以后出生。",),
)
@each_match("[男女]，(?:[一-鿿]{1,4}族，)?(?:19|20)\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?(?:出生|生)")
def personal_details(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是个人情况", "请删去"


@on(
    "publication/classified",
    Severity.ERROR,
    title="公开文字带有密级标志",
    why="带密级的文件不得公开；先依法解密，再删去标志。",
    source=_SECRECY,
    wrong=("机密★1年\n关于巡察整改情况的通报", "此件为秘密★文件。"),
    right=("保守国家秘密，严格机密文件管理。",),
)
def classified(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a hit for each mark of secrecy; an issued document may have one."""
    if manuscript.spec and manuscript.spec.bulletin.form is OutputForm.ISSUED and manuscript.is_source:
        return
    for passage in manuscript.passages:
        for match in _SECRET.finditer(passage.text):
            yield Hit(passage, f"“{match[0]}”是密级标志", "未经解密不得公开", *match.span())


_SECRET = re.compile("(?:绝密|机密|秘密)[★☆](?:\\d{1,2}[年个]?月?|长期)?|^\\s{0,9}(?:绝密|机密|秘密)\\s{0,9}$")


@on(
    "publication/internal",
    Severity.WARNING,
    title="公开文字里有内部用语",
    why="“内部掌握”“不得外传”等说明这份文字或这一段不能公开。",
    source=_SECRECY,
    wrong=("内部资料，注意保存。", "该项标准内部掌握。", "（此件不公开）"),
    right=("完善内部管理，公开办事流程。", "依法不得公开的信息除外。", "开展内部资料整理。"),
)
@each_match(
    "内部(?:资料|文件|材料)[，\\s]{0,2}(?:注意|请勿|不得|严禁|妥善)(?:保存|外传|公开|传阅|保管)|(?:请勿|严禁|切勿)外传|内部掌握|仅供内部(?:参考|使用|掌握|传阅)"
    "|阅后(?:即焚|收回|销毁|退回)|(?:此件|本件|此条|本条|此段|该段|以上内容|上述内容)(?:不|不得|不宜|不予|暂不)(?:对外)?公开"
    "|（(?:不得|不宜|请勿|暂不)(?:对外)?公开）|此件发至[县团处科][^，。）]{0,2}级|（?注意保密）?(?=$|。)"
)
def internal(match: re.Match[str]) -> Said:
    return f"“{match[0].strip('（）')}”是内部用语", "请核对这一段能否公开，能公开的删去这几个字"


@on(
    "publication/remark",
    Severity.WARNING,
    title="留有审稿时的批注",
    why="“待核”“请核实”是写给起草人的，公开前应当处理完并删去。",
    source=_DRAFTING,
    wrong=("追缴资金12.6万元（此处待核）。", "完成整改17个？？？", "新增制度6项（请财务科补充）。"),
    right=("追缴资金12.6万元（不含利息）。", "做到底数清、情况明？关键在落实。", "待核实后依规处理。"),
)
@each_match(
    "（(?:此处|这里|该处|以上|该数|数字|数据|日期|名称|姓名|金额|人数)?(?:还|尚)?(?:有待|待|需|请)(?:再|进一步)?(?:核实|核对|核|确认|定|补充|补|修改|商|明确|查|填|更新)"
    "[^（）]{0,10}）|（请[^（），。]{2,12}(?:核实|补充|提供|确认|把关|填写)[^（）]{0,8}）|？{2,9}|（？{1,3}）|(?:批注|修改意见|审稿意见)：(?=.)"
)
def remark(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是审稿时的批注", "请处理后删去"


@on(
    "publication/template",
    Severity.WARNING,
    title="留有模板里的字样",
    why="“××县”“（单位名称）”是模板留的空，应换成实际的内容。",
    source=_DRAFTING,
    wrong=("中共××县委巡察组", "向XX局党组反馈。", "联系地址：（填写地址）", "发至{单位名称}。"),
    right=("给予王某某警告处分。", "XX公司违规中标。", "尺寸为3×5米。"),
)
@each_match(
    "(?:[×xXＸｘ]{2,4}|[○〇＊*]{2,4})(?:省|市|县|区|旗|镇|乡|街道|局|委|党委|党组|党工委|单位|部门|政府)"
    "|[（〔［\\[{<〈]{1,2}(?:单位名称|发文机关|发文字号|成文日期|填写|请填写|请输入|此处填)[^）〕］\\]}>〉]{0,10}[）〕］\\]}>〉]{1,2}|点击此处[^，。]{0,6}(?:输入|添加)"
)
def template(match: re.Match[str]) -> Said:
    return f"“{match[0]}”是模板里的字样", "请换成实际的内容"


@on(
    "publication/blank",
    Severity.WARNING,
    title="留有空白没有填",
    why="“____次”“XX万元”是还没有填的内容。",
    source=_DRAFTING,
    wrong=("召开会议____次，追缴XX万元。",),
    right=("召开会议11次，追缴12.6万元。", "约谈XX公司负责人，XX项目已停工。"),
)
def blank(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield a hit for each blank of a text that was read: those of a spec are told with their field."""
    for passage in () if manuscript.is_source else manuscript.passages:
        for match in BLANK.finditer(passage.text):
            yield Hit(passage, f"“{match[0]}”没有填写", "请填上", *match.span())


@on(
    "publication/draft",
    Severity.WARNING,
    title="标题里留有稿别",
    why="“征求意见稿”“送审稿”是过程稿，公开的应当是定稿，标题里不带稿别。",
    source=_DRAFTING,
    wrong=("中共青禾县水务局党组关于巡察整改情况的通报（征求意见稿）\n根据县委统一部署，开展了巡察。",),
    right=("中共青禾县水务局党组关于巡察整改情况的通报\n印发《管理办法（征求意见稿）》。",),
)
def draft(manuscript: Manuscript) -> Iterator[Hit]:
    for passage in manuscript.passages:
        for match in _DRAFT.finditer(passage.text) if isinstance(passage.block, Title) else ():
            yield Hit(passage, f"标题里有“{match[0]}”", "定稿请删去", *match.span())


_DRAFT = re.compile("（(?:征求意见稿|送审稿|初稿|讨论稿|修改稿|代拟稿|草稿|草案|第[一二三四五六]稿)）")


@on(
    "publication/local-link",
    Severity.WARNING,
    title="留有本机或内网的链接",
    why="读者打不开本机文件和内网地址，路径里还可能带有人名、项目名。",
    source=_DRAFTING,
    wrong=("详见file:///D:/整改/台账.xlsx", "见 D:\\整改\\台账.xlsx", "登录http://192.168.1.10/oa查看。"),
    right=("详见https://www.qinghe.gov.cn/zg.html",),
)
@each_match(
    "file:/{2,3}[^\\s，。）]{1,80}|[A-Za-z][:：]\\\\[^\\s，。）]{1,80}|\\\\\\\\[A-Za-z0-9.]{2,30}\\\\[^\\s，。）]{1,80}"
    "|https?://(?:localhost|127\\.|10\\.|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.)[0-9.]{0,12}"
)
def local_link(match: re.Match[str]) -> Said:
    return f"“{match[0]}”在别处打不开", "请删去，或换成公开的网址"


_PHONE = re.compile("(?:电话|传真|热线)(?:号码)?[:：]?\\s?(?P<it>(?:0\\d{2,3}[-—－ ]{0,2})?\\d{7,8})(?!\\d)")


@on(
    "publication/office-phone",
    Severity.WARNING,
    title="电话号码与登记的不同",
    why="bulletin-gen.toml 里登记了本单位的电话（例中是0571-88012345），这里写的不在其中。没有登记的，这一条不起作用。",
    source=_OFFICE,
    wrong=("联系电话：0571-88012354。",),
    right=("联系电话：0571-88012345。", "联系电话：88012345。"),
    office=Office(phones=("0571-88012345",)),
)
def office_phone(manuscript: Manuscript) -> Iterator[Hit]:
    known = {_digits(phone): phone for phone in manuscript.office.phones}
    for passage in manuscript.passages if known else ():
        for match in _PHONE.finditer(passage.text):
            number = _digits(match["it"])
            if not any(own.endswith(number) for own in known):
                like = next((phone for own, phone in known.items() if _is_near(number, own)), "")
                hint = f"是不是“{like}”？" if like else "请核对，或在 bulletin-gen.toml 里登记"
                yield Hit(passage, f"“{match['it']}”不是登记的电话", hint, *match.span("it"))


_MOST_DIGITS_APART = 2


def _is_near(number: str, own: str) -> bool:
    """Do two numbers, without area codes that only one has, differ in a digit, or in two that changed places?"""
    length = min(len(number), len(own))
    pairs = zip(number[-length:], own[-length:], strict=True)
    return sum(one != other for one, other in pairs) <= _MOST_DIGITS_APART


PUBLICATION: tuple[Rule[Manuscript], ...] = (
    mobile,
    contact_mobile,
    identity_number,
    bank_card,
    account,
    plate,
    private_mail,
    home_address,
    disciplined_person,
    person_named,
    helped_person,
    informant,
    personal_details,
    classified,
    internal,
    remark,
    template,
    blank,
    draft,
    local_link,
    office_phone,
)
