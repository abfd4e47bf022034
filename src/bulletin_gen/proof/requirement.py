"""A clause as one function: what it asks for, how binding that is, and how a file is judged by it."""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from statistics import fmean, median, median_low

from bulletin_gen.clause import Clause, Strength
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.frozen import frozen
from bulletin_gen.proof.flow import usual_end
from bulletin_gen.proof.formats import DocumentFormat, format_of, waived
from bulletin_gen.proof.measured import Line, Measured, Paragraph
from bulletin_gen.proof.outcome import Outcome, absent
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import PageNumberPlace, PageNumberStyle, Style, TextStyle, ToleranceStyle
from bulletin_gen.text.type_sizes import size_in_standard
from bulletin_gen.units import mm_to_pt, pt_to_mm

_STORED_MM = 0.05
_ROUNDING_PT = 0.3
_FEWEST_LINES = 3
RUNNING = (Element.BODY, *HEADINGS)
"""The elements of the running text."""
_OFF_GRID = (Element.TABLE, Element.ORGAN_MARK, Element.COPIES_TO, Element.PRINTING, Element.DRAFT_MARK)


@frozen
class Case:
    """A file before the clauses: what was measured in it, in which style it ought to be, in which form."""

    measured: Measured
    style: Style
    form: OutputForm

    @property
    def is_issued(self) -> bool:
        return self.form is OutputForm.ISSUED

    @cached_property
    def document_format(self) -> DocumentFormat:
        return format_of(self.measured)

    @property
    def tolerance(self) -> ToleranceStyle:
        return self.style.tolerance

    @property
    def is_flowing(self) -> bool:
        return self.measured.is_flowing

    @property
    def cell_mm(self) -> float:
        """The width of one character (字) of the text."""
        return pt_to_mm(self.style.cell_pt)

    def of(self, *elements: Element) -> list[Paragraph]:
        return self.measured.of(*elements)

    @cached_property
    def running(self) -> list[Paragraph]:
        return self.of(*RUNNING)

    @cached_property
    def upright(self) -> list[Paragraph]:
        """The running text that does not lie across its page."""
        return [one for one in self.running if not self.measured.frames[one.frame].is_landscape]

    @cached_property
    def text_pages(self) -> dict[int, list[Line]]:
        """The lines on the grid of each upright page: no tables, no 版头, no 版记."""
        pages: dict[int, list[Line]] = {}
        for paragraph in self.measured.paragraphs:
            if paragraph.element not in _OFF_GRID and not self.measured.frames[paragraph.frame].is_landscape:
                for line in paragraph.lines:
                    pages.setdefault(line.page, []).append(line)
        return pages

    @cached_property
    def running_lines(self) -> list[Line]:
        """The lines of the running text, in order."""
        return [line for paragraph in self.running for line in paragraph.lines]

    @cached_property
    def pitch_pt(self) -> float | None:
        """The usual distance of two baselines of the text; None where there are no two lines.

        Programs round each baseline: only the mean of many tells 28.95 from 29. Where no two agree, the smaller is
        usual: others have blank rows between.
        """
        gaps = [
            mm_to_pt(below.baseline_mm - above.baseline_mm)
            for above, below in pairwise(self.running_lines)
            if above.page == below.page and below.baseline_mm > above.baseline_mm
        ]
        if not gaps:
            return None
        usual = median(gaps)
        return fmean([gap for gap in gaps if abs(gap - usual) < _ROUNDING_PT] or [median_low(gaps)])

    @cached_property
    def text_edges(self) -> tuple[float, float]:
        """Where the text begins and ends on the pages, in mm; the standard's edges where too few lines tell."""
        page = self.style.page
        inner = [line for paragraph in self.upright for line in paragraph.lines[1:]]
        full = [line for paragraph in self.upright for line in paragraph.lines[:-1]]
        if len(inner) < _FEWEST_LINES or len(full) < _FEWEST_LINES:
            return page.left_mm, page.right_edge_mm
        right = usual_end([line.right_mm for line in full], self.cell_mm)
        return min(line.left_mm for line in inner), max(line.right_mm for line in full) if right is None else right

    @property
    def position_slack_mm(self) -> float:
        """What 天头 and 订口 are allowed, and a little: 3.8 cm typed into Word is stored as 38.01 mm."""
        return self.tolerance.position_mm + _STORED_MM

    def is_size(self, found: float | None, wanted: float) -> bool:
        return found is not None and abs(found - wanted) <= self.tolerance.size_pt


Judge = Callable[[Case], Outcome]


@frozen
class Requirement:
    """One row of the table. `required` may name values of the style, as in `{style.grid.rows}`, and the look of an
    element, as in `{look[公文标题]}`: 2号小标宋; `{number_place}` says where the page number stands,
    `{first_page}` whether on the first page, too."""

    id: str
    element: str
    clause: Clause
    required: str
    judge: Judge

    def outcome(self, case: Case) -> Outcome:
        """Judge a file, unless its format does without this clause."""
        why = waived(self.id, case.document_format)
        return self.judge(case) if why is None else absent(why)

    def asks(self, style: Style) -> str:
        looks = {role: _said_look(text) for role, text in style.text.items()}
        first_page = "也有页码" if style.page_number.on_first_page else "不显示页码"
        place = _said_place(style.page_number)
        return self.required.format(style=style, look=looks, number_place=place, first_page=first_page)


def _said_look(text: TextStyle) -> str:
    return f"{size_in_standard(text.size_pt)}{text.face}"


def _said_place(number: PageNumberStyle) -> str:
    """Return where a page number stands, in words."""
    if number.place is PageNumberPlace.CENTRE:
        return "居中"
    return f"单页居右空 {number.side_cells} 字，双页居左空 {number.side_cells} 字"


def requirement(id: str, element: str, clause: Clause, required: str) -> Callable[[Judge], Requirement]:
    """Make a requirement of the function that judges by it."""
    return lambda judge: Requirement(id, element, clause, required, judge)


def must(clause: str) -> Clause:
    return Clause(clause, Strength.MUST)


def general(clause: str) -> Clause:
    return Clause(clause, Strength.GENERAL)


def practice(clause: str = "") -> Clause:
    """Return a practice; `clause` is where the standard comes near it, empty where it is silent."""
    return Clause(clause, Strength.PRACTICE)
