"""What was measured, against every clause -> the proof: a row for each, and where the elements stand."""

from collections.abc import Iterator

from bulletin_gen.clause import Strength
from bulletin_gen.element import Element
from bulletin_gen.frozen import frozen
from bulletin_gen.proof.formats import DocumentFormat
from bulletin_gen.proof.measured import Line, Measured, Source
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.requirement import Case, Requirement
from bulletin_gen.proof.requirements import REQUIREMENTS
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import Style

_SILENT = "—"  # a practice of which the standard says nothing
_BY_LINES = (Element.BODY, Element.ATTACHMENT)


@frozen
class House:
    """An office's own format: its name, its style, and in words what that does otherwise than the standard."""

    name: str
    style: Style
    departures: tuple[str, ...]


@frozen
class HouseRuling:
    """What an office's own format has in place of a clause, and what that makes of the file."""

    required: str
    found: str
    verdict: Verdict


@frozen
class Row:
    """One clause: `id` is ours (G-05), `clause` the standard's (5.2.3). `house` is None where no office's format was
    given; it never changes the verdict, which is that of the standard."""

    id: str
    clause: str
    element: str
    required: str
    found: str
    verdict: Verdict
    strength: Strength
    house: HouseRuling | None = None

    @property
    def is_house_choice(self) -> bool:
        """Does the file depart from the standard here, as the office's own format does?"""
        return self.verdict is Verdict.BREAKS and self.house is not None and not self._breaks_house

    @property
    def is_unlike_house(self) -> bool:
        """Does the file keep the standard here and depart from the office's own format?"""
        return self.verdict is not Verdict.BREAKS and self._breaks_house

    @property
    def fails(self) -> bool:
        """Is the clause broken: as the office's own format has it where one was given, else as the standard does?"""
        return self.verdict is Verdict.BREAKS if self.house is None else self._breaks_house

    @property
    def _breaks_house(self) -> bool:
        return self.house is not None and self.house.verdict is Verdict.BREAKS


@frozen
class Position:
    """Where the first line of an element stands, in mm from the paper's top left corner."""

    element: str
    text: str
    page: int
    left_mm: float
    right_mm: float
    baseline_mm: float


@frozen
class PageSummary:
    """One page: how many lines it has and what the last one says."""

    page: int
    lines: int
    last_line: str


@frozen
class Proof:
    """`places` and `pages` are empty for a DOCX, which has no lines; `remarks` tell what could not be read."""

    source: Source
    form: OutputForm
    document_format: DocumentFormat
    rows: tuple[Row, ...]
    places: tuple[Position, ...] = ()
    pages: tuple[PageSummary, ...] = ()
    remarks: tuple[str, ...] = ()
    house: House | None = None

    @property
    def conforms(self) -> bool:
        """Is no clause of the standard broken?"""
        return not any(row.verdict is Verdict.BREAKS for row in self.rows)

    def count(self, verdict: Verdict) -> int:
        return sum(row.verdict is verdict for row in self.rows)

    def broken(self, strength: Strength) -> int:
        """Return how many clauses of one strength are broken."""
        return sum(row.verdict is Verdict.BREAKS and row.strength is strength for row in self.rows)

    def fails(self, weakest: Strength = Strength.MUST) -> bool:
        """Does a clause fail that binds at least as much as `weakest`?

        What an office's own format has otherwise than the standard does not, where the file is as that has it.
        """
        binding = list(Strength)
        binding = binding[: binding.index(weakest) + 1]
        return any(row.fails and row.strength in binding for row in self.rows)


def prove(measured: Measured, style: Style, form: OutputForm | None = None, house: House | None = None) -> Proof:
    """Return the proof of a file. `form` None takes a file with a 版头 or 版记 for issued, others for published.

    With an office's own format `house` each row tells what that makes of the file as well.
    """
    form = form or _form_of(measured)
    case = Case(measured, style, form)
    own = Case(measured, house.style, form) if house else None
    rows = tuple(_row(asked, case, own) for asked in REQUIREMENTS)
    places, pages = tuple(_positions(measured)), tuple(_pages(measured))
    return Proof(measured.source, form, case.document_format, rows, places, pages, measured.remarks, house)


def _form_of(measured: Measured) -> OutputForm:
    official = measured.of(Element.ORGAN_MARK, Element.DOCUMENT_NUMBER, Element.COPIES_TO, Element.PRINTING)
    return OutputForm.ISSUED if official else OutputForm.PUBLISHED


def _row(asked: Requirement, case: Case, own: Case | None) -> Row:
    outcome, ruling = asked.outcome(case), _ruling(asked, own) if own else None
    # What stands before the colon is the clause; after it, in the style, why we take that value.
    number = asked.clause.number.partition(":")[0] or _SILENT
    strength = asked.clause.strength
    required = asked.asks(case.style)
    return Row(asked.id, number, asked.element, required, outcome.found, outcome.verdict, strength, ruling)


def _ruling(asked: Requirement, own: Case) -> HouseRuling:
    outcome = asked.outcome(own)
    return HouseRuling(asked.asks(own.style), outcome.found, outcome.verdict)


def _positions(measured: Measured) -> Iterator[Position]:
    """Yield where each element stands, of the body text its first and last paragraph alone."""
    texts = [one for one in measured.paragraphs if one.element in _BY_LINES and one.lines]
    ends = {id(one) for one in (*texts[:1], *texts[-1:])}
    for one in measured.paragraphs:
        if one.lines and (one.element not in _BY_LINES or id(one) in ends):
            yield _position(one.element, one.lines[0])
    for number in measured.page_numbers:
        if number.line is not None and not measured.frames[number.frame].is_landscape:
            yield _position("页码", number.line)


def _position(element: str, line: Line) -> Position:
    return Position(element, line.text, line.page, line.left_mm, line.right_mm, line.baseline_mm)


def _pages(measured: Measured) -> Iterator[PageSummary]:
    for page, lines in measured.pages().items():
        yield PageSummary(page, len(lines), lines[-1].text)
