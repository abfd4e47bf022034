"""Turn the parts, sections and issues of a spec into numbered headings and paragraphs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from bulletin_gen.composing import wording
from bulletin_gen.composing.numbering import Counter, default_label, layer_of, numbered
from bulletin_gen.composing.tables import table_in_text
from bulletin_gen.document import Block, Heading, Paragraph
from bulletin_gen.frozen import frozen
from bulletin_gen.spans import flat, spanned
from bulletin_gen.spec.model import Form, Issue, IssueStyle, ListForm, Part, Results, Section
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.captions import is_caption
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.numerals import BY_DEPTH, LAYER, Label, list_label
from bulletin_gen.where import Where

_USUAL_PATTERN = "关于“…”问题的整改情况"
_USUAL_SUB_PATTERN = "关于“…”问题"
_CLOSING = "”’）】》"
_UNKNOWN = Where()


@frozen
class Spot:
    """Where we are in the tree: the layer of the nearest labelled ancestor (0 at the top), the outline depth,
    and the field path."""

    path: str
    spec: Spec
    layer: int = 0
    depth: int = 0

    @cached_property
    def where(self) -> Where:
        return self.spec.where(self.path)

    def where_of(self, step: str) -> Where:
        """Return the place of what lies in it at that step: .closing, .items[0]."""
        return self.spec.where(f"{self.path}{step}")

    def at(self, step: str) -> "Spot":
        return Spot(f"{self.path}{step}", self.spec, self.layer, self.depth)

    def below(self, label: Label) -> "Spot":
        return Spot(self.path, self.spec, layer_of(label, self.layer), self.depth + 1)


@frozen
class _Head:
    """A heading before it is set: its label and that as printed, its words, how it stands, its end when run in."""

    label: Label
    printed: str
    words: str
    form: Form
    end: str | None

    def run_in(self) -> str:
        """Return the words as they stand before text in the same paragraph."""
        if self.end is not None:
            return self.words + self.end
        return self.words if self.words[-1] in STOPS else f"{self.words}。"


def lines_of(prose: str) -> list[str]:
    """Return the paragraphs of a prose field, without blank lines."""
    return list(filter(None, map(str.strip, prose.split("\n"))))


def compose_part(part: Part, spot: Spot, counter: Counter) -> Iterator[Block]:
    """Yield a part of the bulletin. Without a heading its items take the place of headed parts."""
    below = spot
    if part.heading:
        label = part.label or default_label(spot.layer, spot.where)
        printed = _numbered(label, counter, part, spot)
        head = _Head(label, printed, part.heading, part.form or Form.OWN_LINE, part.heading_end)
        text = _headed(head, lines_of(part.text), spot)
        below = spot.below(label)
    else:
        text = _paragraphs(part.text, below, ".text")
    yield from _with_table(text, part, spot)
    yield from _items(part, below)
    yield from _paragraphs(part.closing, below, ".closing")


def compose_results(results: Results, spot: Spot, counter: Counter, lead: str) -> Iterator[Block]:
    """Yield the results; `lead` is the progress sentence, put before the results' own text."""
    below = spot
    if results.heading:
        label = results.label or default_label(spot.layer, spot.where)
        text = numbered(label, counter, results.number, spot.where)
        words = spanned(results.heading)
        yield Heading(layer_of(label, 0), spot.depth, spanned(text), words, where=spot.where)
        below, counter = spot.below(label), Counter()
    yield from _with_table(_paragraphs(lead + results.text, below, ".text"), results, spot)
    yield from _sections(results, below, counter)
    yield from _issues(results.issues, results.issue_style, results, below, counter)
    yield from _paragraphs(results.closing, below, ".closing")


def _numbered(label: Label, counter: Counter, item: Part | Section | Issue, spot: Spot) -> str:
    return numbered(label, counter, item.number, spot.where)


def _paragraphs(prose: str, spot: Spot, step: str) -> list[Block]:
    """Return the paragraphs of the prose that stands at that step below a spot."""
    return _unlabelled(lines_of(prose), spot.where_of(step)) if prose else []


def _unlabelled(lines: Iterable[str], where: Where) -> list[Block]:
    return [Paragraph(spanned(line), where=where) for line in lines]


def _with_table(blocks: list[Block], node: Part | Results | Section | Issue, spot: Spot) -> list[Block]:
    """Return the text of a part, the last line of which may name its table, and that."""
    if node.table is None:
        return blocks
    return [*blocks[:-1], *map(_as_caption, blocks[-1:]), table_in_text(node.table, spot.where_of(".table"))]


def _as_caption(block: Block) -> Block:
    if isinstance(block, Paragraph) and not block.label and is_caption(flat(block.text)):
        return replace(block, is_caption=True)
    return block


def _items(part: Part, spot: Spot) -> Iterator[Block]:
    counter = Counter()
    for index, item in enumerate(part.items):
        yield from _item(item, part, spot.at(f".items[{index}]"), counter)


def _item(item: Part, parent: Part, spot: Spot, counter: Counter) -> Iterator[Block]:
    label = item.label or parent.items_label
    paragraphs = lines_of(item.text)
    if item.heading:
        label = label or default_label(spot.layer, spot.where)
        form = item.form or parent.items_form or Form.RUN_IN
        head = _Head(label, _numbered(label, counter, item, spot), item.heading, form, item.heading_end)
        text = _headed(head, paragraphs, spot)
    else:
        is_alone = len(parent.items) == 1 and item.number is None
        label = list_label(label, None, is_alone=is_alone)
        text = _labelled(_numbered(label, counter, item, spot), paragraphs, spot)
    yield from _with_table(text, item, spot)
    below = spot.below(label)
    yield from _items(item, below)
    yield from _paragraphs(item.closing, below, ".closing")


def _headed(head: _Head, paragraphs: list[str], spot: Spot) -> list[Block]:
    """Return a heading and its paragraphs, the first run in where the form says so."""
    level, label = LAYER.get(head.label, min(spot.layer + 1, len(BY_DEPTH))), spanned(head.printed)
    words, body, where = head.words, "", spot.where
    if head.form is Form.RUN_IN and paragraphs:
        words, (body, *paragraphs) = head.run_in(), paragraphs
    heading = Heading(level, spot.depth, label, spanned(words), spanned(body), where=where)
    return [heading, *_unlabelled(paragraphs, where)]


def _labelled(label: str, paragraphs: list[str], spot: Spot) -> list[Block]:
    """Return paragraphs, the first with a label before it."""
    labelled = (Paragraph(spanned(line), spanned(label), where=spot.where) for line in paragraphs[:1])
    return [*labelled, *_unlabelled(paragraphs[1:], spot.where)]


def _sections(results: Results, spot: Spot, counter: Counter) -> Iterator[Block]:
    running = Counter()
    for index, section in enumerate(results.sections):
        at = spot.at(f".sections[{index}]")
        label = section.label or results.section_label or default_label(at.layer, at.where)
        form = section.form or results.section_form
        head = _Head(label, _numbered(label, counter, section, at), section.heading, form, section.heading_end)
        yield from _with_table(_headed(head, lines_of(section.text), at), section, at)
        issues = running if results.issue_style.run_on else Counter()
        yield from _issues(section.issues, results.issue_style, results, at.below(label), issues)
        yield from _paragraphs(section.closing, at, ".closing")


def _issues(
    issues: list[Issue],
    style: IssueStyle,
    results: Results,
    spot: Spot,
    counter: Counter,
    name: str = "issues",
) -> Iterator[Block]:
    for index, issue in enumerate(issues):
        yield from _issue(issue, style, results, spot.at(f".{name}[{index}]"), counter)


def _issue(issue: Issue, style: IssueStyle, results: Results, spot: Spot, counter: Counter) -> Iterator[Block]:
    is_sub = style is results.sub_issue_style
    label = issue.label or style.label or default_label(spot.layer, spot.where)
    form = issue.form or style.form or (Form.RUN_IN if is_sub else Form.OWN_LINE)
    words = issue.heading or _pattern_filled(
        issue.pattern or style.pattern or _usual_pattern(issue.problem, is_sub), issue.problem
    )
    if style.status_in_heading and issue.status is not None:
        words += wording.status_in_heading(issue.status, style)
    head = _Head(label, _numbered(label, counter, issue, spot), words, form, issue.heading_end)
    yield from _with_table(_headed(head, measure_paragraphs(issue, style), spot), issue, spot)
    below = spot.below(label)
    yield from _issues(issue.sub_issues, results.sub_issue_style, results, below, Counter(), "sub_issues")
    yield from _paragraphs(issue.closing, below, ".closing")
    yield from _paragraphs(_status_line(issue, style), below, ".status")


def _usual_pattern(problem: str, is_sub: bool) -> str:
    """Return our own pattern, which says 问题 only where the problem does not end in it."""
    pattern = _USUAL_SUB_PATTERN if is_sub else _USUAL_PATTERN
    return pattern.replace("”问题", "”") if problem.endswith("问题") else pattern


def _pattern_filled(pattern: str, problem: str) -> str:
    """Return the heading; quotes inside a quoted problem become inner ones (GB/T 15834-2011 §4.8)."""
    if "“…”" in pattern:
        problem = problem.replace("“", "‘").replace("”", "’")
    return pattern.replace("…", problem)


def measure_paragraphs(issue: Issue, style: IssueStyle) -> list[str]:
    """Return an issue's text and measures as paragraphs: all measures in one, or a paragraph each."""
    label = list_label(issue.measures_label, style.measures_label, is_alone=len(issue.measures) == 1)
    form = issue.measures_form or style.measures_form or ListForm.RUN_IN
    counter = Counter()
    measures = [numbered(label, counter, None, _UNKNOWN) + measure for measure in issue.measures]
    if form is ListForm.OWN_LINE or not measures:
        return [line for text in (issue.text, *map(ended, measures)) for line in lines_of(text)]
    joined = "".join(map(ended, measures))
    if form is ListForm.OWN_PARAGRAPH:
        return lines_of(f"{issue.text}\n{joined}")
    *intro, before = lines_of(issue.text) or [""]
    return lines_of("\n".join([*intro, ended(before, "，") + joined]))


def ended(text: str, stop: str = "。") -> str:
    """Return a text with its stop; one that has a stop, inside closing marks or not, as it is."""
    return text if not text or text.rstrip(_CLOSING)[-1:] in STOPS else f"{text}{stop}"


def _status_line(issue: Issue, style: IssueStyle) -> str:
    if issue.status_line is not None:
        return issue.status_line
    if issue.status is None or not (style.status_label or style.status_alone):
        return ""
    return wording.status_line(issue.status, style)
