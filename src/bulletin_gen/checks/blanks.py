"""What was left to be filled in without a placeholder: ____次, XX万元."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Passage
from bulletin_gen.checks.rule import Hit, on
from bulletin_gen.checks.typed import typed_with
from bulletin_gen.finding import Severity
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.regex import Regex

# ____次, XX万元, 2025年×月, 20××年; not XX公司, XX项目, X光机, 3×日均用量
BLANK = Regex(
    r"[_＿XxＸ×](?:(?<=[_＿])[_＿]+|(?<=[XxＸ×])(?:(?<!\d.)(?=[年月日])"
    r"|[XxＸ×]{1,3}(?:(?=[年月日个次名件条份万亿元户家场期%％])|(?=人(?!民)|项(?!目)))))"
)
_SPEC = "issuer: {{name: 中共青禾县河湾镇委员会}}\nopening: 无\norganisation: {{text: {}}}\n"


@on(
    "spec/blank",
    Severity.WARNING,
    title="空着没有填",
    why="“____次”“XX万元”是打算以后填的；忘了填就公布，读者看到的是一份没写完的文件。",
    source="本程序的约定",
    wrong=(_SPEC.format("召开会议____次。"), _SPEC.format("追回XX万元。"), _SPEC.format("自2025年×月起执行。")),
    right=(
        _SPEC.format("召开会议12次。"),
        _SPEC.format("召开会议【待补：次数】次。"),
        _SPEC.format("约谈XX公司负责人。"),
        _SPEC.format("按3×日均用量储备。"),
    ),
    on_final=Severity.ERROR,
)
def blanks(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each text with a blank."""
    for path, text in typed_with(spec, BLANK):
        match = BLANK.search(text)
        if match:
            said = text[max(0, match.start() - 6) : match.end() + 2].replace("\n", "")
            hint = "请填上；还没有定的写成 【待补】"
            yield Hit(Passage(text, spec.where(path)), f"“{said}”没有填写", hint, *match.span())
