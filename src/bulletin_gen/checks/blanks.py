"""What was left to be filled in without a placeholder: ____次, XX万元."""

import re
from collections.abc import Iterator

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec

# ____次, XX万元, 2025年×月, 20××年; not XX公司, XX项目, X光机, 3×日均用量
BLANK = re.compile(
    r"[_＿]{2,}|(?<!\d)[XxＸ×](?=[年月日])|[XxＸ×]{2,4}(?:(?=[年月日个次名件条份万亿元户家场期%％])|(?=人(?!民)|项(?!目)))"
)


def blanks(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for each text with a blank: an error on a final, a warning before."""
    severity = Severity.ERROR if spec.bulletin.stage is Stage.FINAL else Severity.WARNING
    for path, text in _texts(spec.bulletin, ""):
        match = BLANK.search(text)
        if match:
            said = text[max(0, match.start() - 6) : match.end() + 2].replace("\n", "")
            hint = "请填上；还没有定的写成 【待补】"
            yield Finding("spec/blank", severity, f"“{said}”没有填写", hint, spec.where(path))


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield each text that was typed, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif isinstance(value, Node):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from _texts(getattr(value, name), f"{path}.{name}" if path else name)
