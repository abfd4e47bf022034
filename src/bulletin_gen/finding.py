"""What a check or a stage has to tell without stopping: where, what, how to mend it."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

_SENTENCE_END = Regex("[。；！？\n]")


class Severity(StrEnum):
    """How much a finding matters: something is wrong, may be, could be better, or is only worth knowing."""

    ERROR = "错误"
    WARNING = "警告"
    ADVICE = "建议"
    NOTE = "提示"


@frozen
class Quote:
    """Characters start … end - 1 of a paragraph, as its author wrote it."""

    paragraph: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.paragraph[self.start : self.end]

    def in_sentence(self, most: int) -> "Quote":
        """Return the same words within their sentence alone, on one line.

        Of what stands before, in and after them `most` characters are kept at the most; … stands for others.
        """
        before = _SENTENCE_END.split(self.paragraph[max(0, self.start - most - 1) : self.start])[-1]
        after = self.paragraph[self.end : self.end + most + 1]
        end = _SENTENCE_END.search(after)
        after = after if end is None else after[: end.end()]
        head = before if len(before) <= most else f"…{before[-most:]}"
        tail = after if len(after) <= most else f"{after[:most]}…"
        words = self.words if len(self.words) <= most else f"{self.words[: most - 1]}…"
        sentence = f"{head.lstrip()}{words}{tail.rstrip()}"
        start = len(head.lstrip())
        return Quote("".join(" " if char.isspace() else char for char in sentence), start, start + len(words))


@frozen
class Finding:
    """`rule` names the fault (`fonts/substitute`); `source` is the clause it rests on, or empty.

    `quote` holds the words that it is about, None where it is about no words of a text; `instead` is what belongs in
    their place where the cure is mechanical, None where a person has to decide.
    """

    rule: str
    severity: Severity
    message: str
    hint: str = ""
    where: Where = Where()
    source: str = ""
    quote: Quote | None = None
    instead: str | None = None

    def __str__(self) -> str:
        place = f"{self.where}：" if str(self.where) else ""
        hint = f"；{self.hint}" if self.hint else ""
        return f"{self.severity}：{place}{self.message}{hint}"


def counted(findings: Iterable[Finding]) -> str:
    """Return how many there are of each severity: 错误 1 处，警告 2 处."""
    counts = Counter(finding.severity for finding in findings)
    return "，".join(f"{severity} {counts[severity]} 处" for severity in Severity if counts[severity])


def is_doubt(finding: Finding) -> bool:
    """May what was typed be wrong? Faces, pages and placeholders are told without doubt of the text."""
    return finding.rule.startswith("spec/") and finding.severity is not Severity.NOTE
