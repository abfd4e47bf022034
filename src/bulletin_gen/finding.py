"""What a check or a stage has to tell without stopping: where, what, how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from bulletin_gen.where import Where


class Severity(StrEnum):
    """How much a finding matters: something is wrong, may be, or is only worth knowing."""

    ERROR = "错误"
    WARNING = "警告"
    NOTE = "提示"


@dataclass(frozen=True)
class Finding:
    """`rule` names the fault (`fonts/substitute`); `source` is the clause it rests on, or empty."""

    rule: str
    severity: Severity
    message: str
    hint: str = ""
    where: Where = Where()
    source: str = ""

    def __str__(self) -> str:
        place = f"{self.where}：" if str(self.where) else ""
        hint = f"；{self.hint}" if self.hint else ""
        return f"{self.severity}：{place}{self.message}{hint}"
