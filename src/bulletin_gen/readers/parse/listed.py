"""Paragraphs in; the text before a list and its members out, where they come back exactly."""

from collections.abc import Sequence

from bulletin_gen.composing.parts import measure_paragraphs
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.parse.usual import unusual
from bulletin_gen.readers.source import fold
from bulletin_gen.spec.model import Issue, IssueStyle, ListForm
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.labels import Marked, leading_listed
from bulletin_gen.text.numerals import Label, list_label, say_label

_IN_ONE_PARAGRAPH = (Label.FIRSTLY, Label.FIRST, Label.BRACKETS, Label.ENCLOSED, Label.CIRCLE)


@frozen
class Listed:
    """Paragraphs taken apart; `closing` comes after the measures. `form` and `label` are None without measures."""

    text: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    form: ListForm | None = None
    label: Label | None = None

    @property
    def is_alone(self) -> bool:
        """Is there one measure only? What it is labelled with is its own, for by itself it would have no label."""
        return len(self.measures) == 1

    def label_beside(self, usual: Label | None) -> Label | None:
        """Return the label to type, None where it is the one that several measures have by themselves."""
        return self.label if self.is_alone else unusual(self.label, list_label(None, usual, is_alone=False))


def read_measures(paragraphs: Sequence[str]) -> Listed:
    """Return the measures in the paragraphs of an issue; all of it as text where no list comes back exactly."""
    for reading in (_by_paragraph(paragraphs), _in_one_paragraph(paragraphs)):
        if reading is not None and _comes_back(reading, paragraphs):
            return reading
    return Listed(tuple(paragraphs))


def list_by_paragraph(paragraphs: Sequence[str]) -> Listed:
    """Return the list whose members each begin a paragraph; all of it as text where members share one."""
    return _by_paragraph(paragraphs) or Listed(tuple(paragraphs))


def _by_paragraph(paragraphs: Sequence[str]) -> Listed | None:
    opened = ((index, _opening(text)) for index, text in enumerate(paragraphs))
    start, label = next(((index, label) for index, label in opened if label), (0, None))
    if label is None:
        return None
    members: list[list[str]] = []
    for text in paragraphs[start:]:
        marked = _next_member(text, label, len(members) + 1)
        if marked is not None:
            members.append([marked.rest])
        else:
            members[-1].append(text)
    if len(members) < 2 or any(_goes_on(member, label, index) for index, member in enumerate(members, 2)):
        return None
    closing: list[str] = []
    if all(len(member) == 1 for member in members[:-1]):
        closing = members[-1][1:]
        del members[-1][1:]
    measures = tuple("\n".join(member) for member in members)
    return Listed(tuple(paragraphs[:start]), measures, tuple(closing), ListForm.OWN_LINE, label)


def _in_one_paragraph(paragraphs: Sequence[str]) -> Listed | None:
    """Return the list that the last paragraph holds: from its beginning, or after some text of its own."""
    if not paragraphs:
        return None
    *before, last = paragraphs
    for label in _IN_ONE_PARAGRAPH:
        start = _member_at(last, label, 1, 0)
        if start is None:
            continue
        measures = _cut(last, label, start)
        if start == 0 and before:
            return Listed(tuple(before), measures, (), ListForm.OWN_PARAGRAPH, label)
        if start == 0 or len(measures) > 1:
            return Listed((*before, *filter(None, (last[:start],))), measures, (), ListForm.RUN_IN, label)
    return None


def _cut(text: str, label: Label, start: int) -> tuple[str, ...]:
    measures: list[str] = []
    while True:
        begin = start + len(say_label(label, len(measures) + 1))
        end = _member_at(text, label, len(measures) + 2, begin)
        measures.append(text[begin:end])
        if end is None:
            return tuple(measures)
        start = end


def _member_at(text: str, label: Label, number: int, begin: int) -> int | None:
    """Return where the member of that number begins: at the start, or after a mark that ends a clause."""
    try:
        printed = say_label(label, number)
    except ValueError:
        return None
    at = text.find(printed, begin)
    while at > 0 and text[at - 1] not in STOPS:
        at = text.find(printed, at + 1)
    return at if at == 0 or (at > 0 and at >= begin) else None


def _opening(text: str) -> Label | None:
    """Return the label of a text that is the first member of a list."""
    marked = leading_listed(text)
    return marked.label if marked is not None and marked.number == 1 else None


def _next_member(text: str, label: Label, number: int) -> Marked | None:
    marked = leading_listed(text)
    return marked if marked is not None and (marked.label, marked.number) == (label, number) else None


def _goes_on(member: list[str], label: Label, number: int) -> bool:
    """Does a member hold the next one as well, in the same paragraph?"""
    return any(_member_at(text, label, number, 1) is not None for text in member)


def _comes_back(listed: Listed, paragraphs: Sequence[str]) -> bool:
    if not all(measure.strip() for measure in listed.measures):
        return False
    issue = Issue(
        heading="。",
        text="\n".join(listed.text),
        measures=list(listed.measures),
        measures_form=listed.form,
        measures_label=listed.label,
    )
    composed = [*measure_paragraphs(issue, IssueStyle()), *listed.closing]
    return [fold(text) for text in composed] == [fold(text) for text in paragraphs]
