"""What is told of a ledger while its issues are made: to the author's screen, and beside the field it is about."""

from dataclasses import dataclass, field

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.where import Where

RULE = "import/ledger-"  # what the name of each rule begins with


@dataclass
class Told:
    """Findings by the row of the sheet, and comments by the path of a field."""

    file: str | None
    findings: list[Finding] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def doubt(self, rule: str, row: int | None, message: str, hint: str = "请核对") -> None:
        self._add(rule, Severity.WARNING, row, message, hint)

    def note(self, rule: str, row: int | None, message: str) -> None:
        self._add(rule, Severity.NOTE, row, message, "")

    def comment(self, path: str, text: str) -> None:
        """Keep at the field what the sheet says and no field holds."""
        self.notes.setdefault(path, []).append(" ".join(text.split()))

    def _add(self, rule: str, severity: Severity, row: int | None, message: str, hint: str) -> None:
        self.findings.append(Finding(f"{RULE}{rule}", severity, message, hint, Where(self.file, row)))
